// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/page.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QSplitter;

namespace foretop::models {
class LogModel;
} // namespace foretop::models

namespace foretop::session {
class LogDocument;
} // namespace foretop::session

namespace foretop::app {

class DocumentBar;
class FieldColumns;
class HistogramStrip;
class LogDetailPane;
class LogEmptyState;
class LogFilterBar;
class LogQueryBar;
class LogSidePane;
class LogStatusLine;
class LogToolBar;
class LogView;
class PageActions;
class PaneAnalysis;
class PaneQuery;
class PaneWork;
class RecordNavigator;
class RecordTransfer;
struct LogStores;

/// One view of a log document: query, histogram, records, details, what stands beside them. Several
/// panes may show the same document, each with a query of its own.
class LogPane : public QWidget
{
    Q_OBJECT

public:
    /// All that @p context and @p stores name must outlive the pane.
    LogPane(const PageContext &context, LogStores &stores, QWidget *parent);
    ~LogPane() override;

    /// @p document, kept alive, is @p name to a person; null: none.
    void setDocument(std::shared_ptr<session::LogDocument> document, const QString &name);
    const std::shared_ptr<session::LogDocument> &document() const { return m_document; }
    /// Whose live feeds the document has; says why there are no records.
    void setSession(session::Session *session);

    void focusSearch();
    /// Shows the records of every level that @p query finds.
    void showQuery(const QString &query);
    /// With two panes on screen the shortcuts of one alone work everywhere.
    void setShortcutsEverywhere(bool everywhere);
    /// Nothing is under way, and what is on screen is read.
    bool isFilled() const;
    /// The person may have set others, for all panes.
    void takePreferences();
    /// For now, whatever the person set for all panes.
    void hideSidePane();

    /// Place, query and choices, to be there again at the next start.
    QJsonObject state() const;
    void restore(const QJsonObject &state);

Q_SIGNALS:
    void siblingsRequested(const QStringList &paths);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void arrange();
    void addViewActions();
    void addContextActions();
    void addPaneActions();
    void connectQuery();
    void connectRecords();
    void connectSidePane();
    void connectToggles();
    void takeQuery();
    void takeDocumentChange();
    void takeWork();
    void takeFont();
    void takeBookmarks();
    void zoom(int steps);
    void applyContext(int lines);
    void setContextLines(int lines); ///< and says so
    void showInContext();
    void showRecord(const QModelIndex &record);
    void updateDetails();
    void updateParts();
    void rowsChanged();
    void restorePlace();
    bool hasRecords() const;
    void updateTally();
    void updateEmptyState();
    std::optional<qint64> fixedAtMs() const;
    QString bookmarkKey() const;

    const PageContext m_context;
    LogStores &m_stores;
    std::shared_ptr<session::LogDocument> m_document;
    QPointer<session::Session> m_session;
    models::LogModel *m_model;
    PageActions *m_actions;
    LogView *m_view;
    LogToolBar *m_tools;
    LogQueryBar *m_queryBar;
    LogFilterBar *m_filters;
    HistogramStrip *m_strip;
    DocumentBar *m_documentBar;
    LogDetailPane *m_details;
    LogStatusLine *m_status;
    LogSidePane *m_side;
    LogEmptyState *m_empty;
    PaneQuery *m_query;
    PaneAnalysis *m_analysis;
    RecordNavigator *m_navigator;
    RecordTransfer *m_transfer;
    PaneWork *m_work;
    FieldColumns *m_columns;
    QAction *m_cancel = nullptr;
    QSplitter *m_splitter;
    QSplitter *m_sideSplitter;
    QTimer m_tallyTimer;
    QString m_bookmarkKey;
    int m_fontStep = 0;
    int m_contextLines = 0;
    bool m_searching = false;
    std::optional<qint64> m_fixedAtMs;
    std::optional<quint64> m_place; ///< to be shown as soon as it is read
};

} // namespace foretop::app
