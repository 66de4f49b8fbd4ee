// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logopener.h"

#include "app/logtabs.h"
#include "app/logtitle.h"
#include "app/pageactions.h"
#include "app/recentfiles.h"
#include "logs/logpaths.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace foretop::app {

namespace {

QStringList localPaths(const QMimeData *data)
{
    QStringList paths;
    const auto urls = data->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile()) {
            paths << url.toLocalFile();
        }
    }
    return paths;
}

} // namespace

LogOpener::LogOpener(PageActions &actions, RecentFiles &recent, LogTabs &tabs, QObject *parent)
    : QObject(parent)
    , m_recent(recent)
    , m_tabs(tabs)
    , m_menu(new QMenu(&tabs))
    , m_files(
          actions.add({.name = QStringLiteral("openLogs"),
                       .text = tr("Open files\u2026"),
                       .hint = tr("Open log files, each in a tab, rotated parts of one together"),
                       .shortcuts = {QKeySequence::Open},
                       .icon = QStringLiteral("open")}))
    , m_directory(actions.add({.name = QStringLiteral("openLogDirectory"),
                               .text = tr("Open directory\u2026"),
                               .hint = tr("Open all logs of a directory as one, merged by time"),
                               .shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_O},
                               .icon = QStringLiteral("open")}))
{
    connect(m_files, &QAction::triggered, this, &LogOpener::askForFiles);
    connect(m_directory, &QAction::triggered, this, &LogOpener::askForDirectory);
    connect(m_menu, &QMenu::aboutToShow, this, &LogOpener::fillMenu);
    connect(&tabs, &LogTabs::opened, &recent, &RecentFiles::remember);
    m_menu->setToolTipsVisible(true);
}

void LogOpener::open(const QStringList &paths)
{
    std::vector<std::string> whole;
    for (const QString &path : paths) {
        const QString clean = QDir::cleanPath(QDir().absoluteFilePath(path));
        whole.push_back((path == u"-" ? path : clean).toStdString());
    }
    for (const std::vector<std::string> &parts : logs::groupedByRotation(whole)) {
        QStringList named;
        for (const std::string &part : parts) {
            named << QString::fromStdString(part);
        }
        m_tabs.open(named);
    }
}

bool LogOpener::canOpen(const QMimeData *data)
{
    return data->hasUrls() && !localPaths(data).isEmpty();
}

void LogOpener::openDropped(const QMimeData *data)
{
    open(localPaths(data));
}

QString LogOpener::startDirectory() const
{
    const QString last = m_recent.logs().isEmpty() ? QString() : m_recent.logs().front().front();
    return last.isEmpty() ? QDir::homePath() : QFileInfo(last).absolutePath();
}

void LogOpener::askForFiles()
{
    open(QFileDialog::getOpenFileNames(
        &m_tabs, tr("Open log files"), startDirectory(),
        tr("Logs (*.log *.log.* *.txt *.json *.jsonl *.ndjson *.gz *.zst *.xz *.bz2 *.out *.err);;"
           "All files (*)")));
}

void LogOpener::askForDirectory()
{
    const QString directory =
        QFileDialog::getExistingDirectory(&m_tabs, tr("Open directory of logs"), startDirectory());
    if (!directory.isEmpty()) {
        open({directory});
    }
}

void LogOpener::fillMenu()
{
    m_menu->clear();
    m_menu->addActions({m_files, m_directory});
    if (m_recent.logs().isEmpty()) {
        return;
    }
    m_menu->addSection(tr("Recent"));
    for (const QStringList &paths : m_recent.logs()) {
        QString title = logTitle(paths);
        QAction *recent = m_menu->addAction(title.replace(u'&', QStringLiteral("&&")));
        recent->setToolTip(logDetails(paths));
        connect(recent, &QAction::triggered, this, [this, paths] { m_tabs.open(paths); });
    }
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Forget these")), &QAction::triggered, this,
            [this] { m_recent.clear(); });
}

} // namespace foretop::app
