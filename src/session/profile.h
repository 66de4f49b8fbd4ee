// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "session/environment.h"

namespace foretop::session {

inline constexpr std::int64_t kMaxProfileBytes = 1 << 20;
inline constexpr std::size_t kMaxEnvironments = 100;
inline constexpr qsizetype kMaxSources = 500; ///< in each environment

/// Reads environments from a YAML profile:
///
///     environments:
///       - name: prod
///         colour: "#d32f2f"
///         agents:
///           - {name: web-1, url: "http://web-1:7710", token_key: prod/web-1}
///         sources:
///           - {name: shop jobs, kind: jobs, url: "ws://shop:9000/jobs"}
///         scrapes:
///           - {name: node, url: "http://web-1:9100/metrics", interval: 15s, labels: {dc: a}}
///         prometheus:
///           - {name: mimir, url: "https://mimir/prometheus", tenant: a, token_key: prod/mimir}
///
/// An agent stands for its five feeds. A colour is "#rrggbb"; an environment may have a note; the
/// URL of a source is ws or wss, all others are http or https. docs/metric-sources.md has all
/// settings of scrapes and prometheus. Errors name file:line:column. A key that is not known, or
/// stands twice, is an error, and so are two environments of one name and two sources of one name
/// and kind. Secrets never stand in a profile, only the keychain key that leads to them.
Result<QVector<Environment>> readProfile(const QString &path);

/// As readProfile(), of the text of a profile; @p path is what errors name and relative paths in it
/// start at.
Result<QVector<Environment>> parseProfile(const std::string &yaml, const QString &path);

} // namespace foretop::session
