// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "feeds/feedkind.h"

#include <QString>
#include <QUrl>

namespace foretop::cli {

/// Where @p kind is read for the address that a person gave: an agent's base address
/// ("http://host:7710", "host:7710") means its feed; any other path of a ws:// or wss:// URL is
/// taken as it is, and so is one of an http:// or https:// URL for health, which is then asked
/// once over HTTP. An error names the address.
Result<QUrl> targetUrl(const QString &address, feeds::FeedKind kind);

/// Whether @p url is asked over HTTP and not a feed.
bool isHttp(const QUrl &url);

/// The token from @p tokenFile, else from FORETOP_TOKEN; empty when neither is there. Tokens are
/// never taken from the command line, which every user of the machine can read.
Result<QString> readToken(const QString &tokenFile);

} // namespace foretop::cli
