// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/page.h"

#include <QJsonArray>
#include <QTabWidget>

#include <memory>

namespace foretop::session {
class LogDocument;
} // namespace foretop::session

namespace foretop::app {

class LogTab;
struct LogStores;

/// The logs that are open, a tab each: the live one first, which is always there.
class LogTabs : public QTabWidget
{
    Q_OBJECT

public:
    static constexpr int kMostTabs = 50;

    /// All that @p context and @p stores name must outlive this.
    LogTabs(const PageContext &context, LogStores &stores, QWidget *parent);
    ~LogTabs() override;

    /// Shows @p session's feeds on every live tab; null: none.
    void setSession(session::Session *session);
    LogTab *live() const { return tabAt(0); }
    LogTab *tabAt(int index) const;
    LogTab *current() const;

    /// Opens the log of @p named (see LogDocument::ofFiles()) in a tab of its own, or shows the tab
    /// that has it. Null when kMostTabs are open.
    LogTab *open(const QStringList &named, bool show = true);
    /// A further tab of what the current one shows.
    void duplicate();
    /// One tab of all that those at @p indexes show, merged by time.
    void merge(const QVector<int> &indexes);
    void close(int index);
    void step(int by);

    /// What is open but the live feed, to be restored at the next start.
    QByteArray state() const;
    void restore(const QByteArray &state);

Q_SIGNALS:
    void opened(const QStringList &paths);
    void closed();
    void merged();
    void full(); ///< a tab more was wanted

private:
    LogTab *add(std::shared_ptr<session::LogDocument> document, const QString &title,
                const QString &details, bool show);
    void addCloseButton(LogTab *tab, const QString &title);
    int indexOfPaths(const QStringList &paths) const;
    std::shared_ptr<session::LogDocument> newDocument(const QStringList &paths) const;
    // A merge and a second tab of a log are made again from what they are of: each part has
    // "paths", or is "live".
    QJsonArray partsOf(int index) const;
    std::shared_ptr<session::LogDocument> documentOf(const QJsonObject &part) const;
    std::shared_ptr<session::LogDocument> mergeOf(const QJsonArray &parts) const;
    LogTab *addMerge(const QJsonArray &parts, bool show);

    const PageContext m_context;
    LogStores &m_stores;
    session::Session *m_session = nullptr; // told before it goes
};

} // namespace foretop::app
