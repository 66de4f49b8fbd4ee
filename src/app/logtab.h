// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/page.h"

#include <QVector>

#include <memory>

class QSplitter;

namespace foretop::session {
class LogDocument;
} // namespace foretop::session

namespace foretop::app {

class LogPane;
struct LogStores;

/// One document in one or two panes.
class LogTab : public QWidget
{
    Q_OBJECT

public:
    /// All that @p context and @p stores name must outlive the tab.
    LogTab(const PageContext &context, LogStores &stores, QWidget *parent);
    ~LogTab() override;

    /// It is started when the tab is first on screen.
    void setDocument(std::shared_ptr<session::LogDocument> document, const QString &name);
    const std::shared_ptr<session::LogDocument> &document() const { return m_document; }
    void setSession(session::Session *session);
    /// Whether it shows the session's feeds and nothing else, and so what the next session has.
    bool isLive() const { return m_isLive; }
    void setLive(bool live) { m_isLive = live; }

    /// The one that has the keyboard, or had it last.
    LogPane *pane() const { return m_active; }
    bool isSplit() const { return m_panes.size() > 1; }
    /// A second pane beside or below the first, which takes over what is shown there.
    void split(Qt::Orientation orientation);
    void closePane();

    QJsonObject state() const;
    /// Takes effect for documents set before.
    void restore(const QJsonObject &state);

Q_SIGNALS:
    void siblingsRequested(const QStringList &paths);

protected:
    void showEvent(QShowEvent *event) override;

private:
    LogPane *addPane();
    void takeFocus(const QWidget *focused);
    void activate(LogPane *pane);

    const PageContext m_context;
    LogStores &m_stores;
    QSplitter *m_splitter;
    QVector<LogPane *> m_panes;
    LogPane *m_active = nullptr;
    std::shared_ptr<session::LogDocument> m_document;
    session::Session *m_session = nullptr; // told before it goes
    QString m_name;
    bool m_isLive = false;
};

} // namespace foretop::app
