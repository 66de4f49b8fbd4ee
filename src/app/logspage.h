// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/page.h"

#include <memory>

namespace foretop::app {

class LogOpener;
class LogTabs;
class NoticeBanner;
class PageActions;
struct LogStores;

/// The logs of the environment and of files, a tab each.
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
    void takePreferences() override;
    bool isFilled() const override;

    LogTabs *tabs() const { return m_tabs; }

public Q_SLOTS:
    /// Shows the live records of every level that have exactly @p text in them.
    void showText(const QString &text);
    /// Opens files, directories, globs and "-", each in a tab.
    void open(const QStringList &paths);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void addTabActions();
    void addSplitActions();
    void addCorner();
    void connectTabs();
    void askForMerge();
    void keepTabs();

    std::unique_ptr<LogStores> m_stores;
    PageActions *m_actions;
    NoticeBanner *m_full;
    LogTabs *m_tabs;
    LogOpener *m_opener;
    bool m_restored = false;
};

} // namespace foretop::app
