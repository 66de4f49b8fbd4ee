// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QMenu;
class QMimeData;

namespace foretop::app {

class LogTabs;
class PageActions;
class RecentFiles;

/// The ways in which a person opens logs: dialogs, recent files, drag and drop.
class LogOpener : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this.
    LogOpener(PageActions &actions, RecentFiles &recent, LogTabs &tabs, QObject *parent);

    /// Each of @p paths, relative to where the program runs, in a tab of its own, but those that a
    /// rotation made of one file in one; "-" is standard input.
    void open(const QStringList &paths);
    /// The menu of all ways; owned by the tabs.
    QMenu *menu() const { return m_menu; }

    static bool canOpen(const QMimeData *data);
    void openDropped(const QMimeData *data);

private:
    void askForFiles();
    void askForDirectory();
    void fillMenu();
    QString startDirectory() const;

    RecentFiles &m_recent;
    LogTabs &m_tabs;
    QMenu *m_menu;
    QAction *m_files;
    QAction *m_directory;
};

} // namespace foretop::app
