// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobreportcommand.h"

namespace foretop::app {

std::optional<QString> jobReportCommand(const session::SourceConfig &source)
{
    if (source.kind != feeds::FeedKind::Jobs || !source.url.path().endsWith(u"/feeds/jobs")) {
        return {};
    }
    QUrl url = source.url.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    const bool secure = url.scheme() == u"wss" || url.scheme() == u"https";
    url.setScheme(secure ? QStringLiteral("https") : QStringLiteral("http"));
    const QString path = url.path();
    url.setPath(path.chopped(QStringLiteral("/feeds/jobs").size()) + QStringLiteral("/jobs/42"));
    const bool hasToken = !source.token.isEmpty() || !source.secretKey.isEmpty();
    const QString token =
        hasToken ? QStringLiteral(R"( -H "Authorization: Bearer $FORETOPD_TOKEN")") : QString();
    return QStringLiteral(R"(curl -X POST%1 -d '{"name":"import","current":5,"total":100}' %2)")
        .arg(token, url.toString(QUrl::FullyEncoded));
}

} // namespace foretop::app
