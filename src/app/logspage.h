// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/page.h"
#include "logs/level.h"

#include <QPointer>
#include <QTimer>

#include <memory>
#include <optional>

class QAction;
class QSplitter;

namespace foretop::models {
class LogModel;
} // namespace foretop::models

namespace foretop::session {
class LogDocument;
} // namespace foretop::session

namespace foretop::app {

class ColumnChooser;
class LevelBar;
class LevelSearch;
class LogDetailPane;
class LogEmptyState;
class LogQueryBar;
class LogStatusLine;
class LogToolBar;
class LogView;
class PageActions;
class QueryStore;
enum class RecordFormat;

/// The records of a session's logs: search, levels, table and details.
class LogsPage : public Page
{
    Q_OBJECT

public:
    LogsPage(const PageContext &context, QWidget *parent);
    ~LogsPage() override;

    QString title() const override;
    QString iconName() const override;
    void setSession(session::Session *session) override;
    void focusSearch() override;

public Q_SLOTS:
    /// Shows the records of every level that have @p text in them.
    void showText(const QString &text);

private:
    void arrange();
    void addViewActions();
    void setUpColumns();
    void connectPieces();
    void applyFilter();
    void takeCursor();
    void takeSearch();
    void takeFont();
    void zoom(int steps);
    void showRecord(const QModelIndex &record);
    void updateDetails();
    void rowsChanged();
    bool hasRecords() const;
    void updateTally();
    void updateEmptyState();
    void findError(bool forward);
    void copy(RecordFormat format);

    std::unique_ptr<session::LogDocument> m_document; // null without a session
    models::LogModel *m_model;
    PageActions *m_actions;
    QueryStore *m_queries;
    LogView *m_view;
    LogToolBar *m_tools;
    LogQueryBar *m_query;
    LevelBar *m_levels;
    LogDetailPane *m_details;
    LogStatusLine *m_status;
    LogEmptyState *m_empty;
    QAction *m_cancel = nullptr;
    LevelSearch *m_levelSearch;
    QSplitter *m_splitter;
    std::unique_ptr<ColumnChooser> m_columns;
    QPointer<session::Session> m_session;
    QTimer m_tallyTimer;
    int m_fontStep = 0;
    bool m_searching = false;
    std::optional<qint64> m_fixedAtMs;
};

} // namespace foretop::app
