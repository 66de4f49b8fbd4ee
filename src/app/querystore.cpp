// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/querystore.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace foretop::app {

namespace {

const auto kName = QStringLiteral("name");
const auto kText = QStringLiteral("text");

QVector<SavedQuery> readSaved(const QByteArray &json)
{
    QVector<SavedQuery> queries;
    const QJsonArray array = QJsonDocument::fromJson(json).array();
    for (const QJsonValue &value : array) {
        SavedQuery query{value[kName].toString(), value[kText].toString()};
        if (!query.name.isEmpty() && query.text.size() <= QueryStore::kMostCharacters) {
            queries << query;
        }
    }
    queries.resize(std::min(queries.size(), QueryStore::kMostSaved));
    return queries;
}

} // namespace

QueryStore::QueryStore(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_recent(settings.get(settings::kLogQueries).mid(0, kMostRecent))
    , m_saved(readSaved(settings.get(settings::kLogSavedQueries)))
{
}

void QueryStore::remember(const QString &text)
{
    const QString query = text.trimmed();
    const bool isNewest = !m_recent.isEmpty() && m_recent.constFirst() == query;
    if (query.isEmpty() || isNewest || query.size() > kMostCharacters) {
        return;
    }
    m_recent.removeAll(query);
    m_recent.prepend(query);
    m_recent = m_recent.mid(0, kMostRecent);
    m_settings.set(settings::kLogQueries, m_recent);
    Q_EMIT changed();
}

bool QueryStore::save(const SavedQuery &query)
{
    m_saved.removeIf([&](const SavedQuery &known) { return known.name == query.name; });
    if (m_saved.size() >= kMostSaved || query.text.size() > kMostCharacters) {
        return false;
    }
    const auto at = std::lower_bound(m_saved.begin(), m_saved.end(), query,
                                     [](const SavedQuery &a, const SavedQuery &b) {
                                         return a.name.localeAwareCompare(b.name) < 0;
                                     });
    m_saved.insert(at, query);
    writeSaved();
    return true;
}

void QueryStore::remove(const QString &name)
{
    m_saved.removeIf([&](const SavedQuery &query) { return query.name == name; });
    writeSaved();
}

void QueryStore::writeSaved()
{
    QJsonArray array;
    for (const SavedQuery &query : m_saved) {
        array << QJsonObject{{kName, query.name}, {kText, query.text}};
    }
    m_settings.set(settings::kLogSavedQueries, QJsonDocument(array).toJson(QJsonDocument::Compact));
    Q_EMIT changed();
}

} // namespace foretop::app
