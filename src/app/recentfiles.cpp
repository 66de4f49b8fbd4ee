// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recentfiles.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace foretop::app {

RecentFiles::RecentFiles(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    const QJsonArray logs = QJsonDocument::fromJson(settings.get(settings::kLogRecent)).array();
    for (const QJsonValue &log : logs) {
        QStringList paths;
        const QJsonArray names = log.toArray();
        for (const QJsonValue &name : names) {
            paths << name.toString();
        }
        paths.removeAll(QString());
        if (!paths.isEmpty() && paths.size() <= kMostPaths && m_logs.size() < kMostLogs) {
            m_logs << paths;
        }
    }
}

void RecentFiles::remember(const QStringList &paths)
{
    if (paths.isEmpty() || paths.size() > kMostPaths || paths.contains(u"-")) {
        return;
    }
    m_logs.removeAll(paths);
    m_logs.prepend(paths);
    m_logs.resize(std::min(m_logs.size(), kMostLogs));
    write();
}

void RecentFiles::clear()
{
    m_logs.clear();
    write();
}

void RecentFiles::write()
{
    QJsonArray logs;
    for (const QStringList &paths : m_logs) {
        logs << QJsonArray::fromStringList(paths);
    }
    m_settings.set(settings::kLogRecent, QJsonDocument(logs).toJson(QJsonDocument::Compact));
    Q_EMIT changed();
}

} // namespace foretop::app
