// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/environment.h"

namespace foretop::session {

namespace {

QUrl feedUrl(const QUrl &base, feeds::FeedKind kind)
{
    const std::string_view name = feeds::feedName(kind);
    QString path = base.path();
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    QUrl url = base;
    url.setScheme(base.scheme() == u"https" ? QStringLiteral("wss") : QStringLiteral("ws"));
    url.setPath(path + QStringLiteral("/feeds/") +
                QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())));
    return url;
}

} // namespace

QVector<SourceConfig> agentSources(const QString &name, const QUrl &base, const QString &token)
{
    QVector<SourceConfig> sources;
    for (const feeds::FeedKind kind : feeds::kFeedKinds) {
        sources.append({.name = name,
                        .kind = kind,
                        .url = feedUrl(base, kind),
                        .secretKey = {},
                        .token = token});
    }
    return sources;
}

} // namespace foretop::session
