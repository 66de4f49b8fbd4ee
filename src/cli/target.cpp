// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/target.h"

#include "session/environment.h"

#include <QFile>

#include <algorithm>

namespace foretop::cli {
namespace {

constexpr qint64 kMaxTokenBytes = 4096;

} // namespace

bool isHttp(const QUrl &url)
{
    return url.scheme() == u"http" || url.scheme() == u"https";
}

Result<QUrl> targetUrl(const QString &address, feeds::FeedKind kind)
{
    const QString full =
        address.contains(u"://") ? address : QStringLiteral("http://%1").arg(address);
    const QUrl url(full, QUrl::StrictMode);
    const bool socket = url.scheme() == u"ws" || url.scheme() == u"wss";
    if (!url.isValid() || url.host().isEmpty() || !(socket || isHttp(url))) {
        return fail(ErrorCode::Malformed,
                    "not an address: must be http://HOST:PORT, https://, ws:// or wss://",
                    address.toStdString());
    }
    const bool isBase = url.path().isEmpty() || url.path() == u"/";
    if (!isBase && (socket || kind == feeds::FeedKind::Health)) {
        return url;
    }
    if (!isBase) {
        return fail(ErrorCode::Malformed,
                    "only health can be asked over HTTP; give the agent's address without a path, "
                    "or the feed's ws:// URL",
                    address.toStdString());
    }
    QUrl base = url;
    if (socket) {
        base.setScheme(url.scheme() == u"wss" ? QStringLiteral("https") : QStringLiteral("http"));
    }
    const auto sources = session::agentSources(url.host(), base, {});
    const auto source = std::find_if(sources.begin(), sources.end(),
                                     [kind](const auto &s) { return s.kind == kind; });
    return source->url;
}

Result<QString> readToken(const QString &tokenFile)
{
    if (tokenFile.isEmpty()) {
        return qEnvironmentVariable("FORETOP_TOKEN");
    }
    QFile file(tokenFile);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, file.errorString().toStdString(), tokenFile.toStdString());
    }
    const QByteArray token = file.read(kMaxTokenBytes + 1);
    if (token.size() > kMaxTokenBytes) {
        return fail(ErrorCode::TooLarge, "a token has at most 4096 bytes", tokenFile.toStdString());
    }
    return QString::fromUtf8(token).trimmed();
}

} // namespace foretop::cli
