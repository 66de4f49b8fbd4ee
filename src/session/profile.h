// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "session/environment.h"

namespace foretop::session {

/// Reads environments from a YAML profile:
///
///     environments:
///       - name: prod
///         colour: "#d32f2f"
///         agents:
///           - {name: web-1, url: "http://web-1:7710", token_key: prod/web-1}
///         sources:
///           - {name: shop jobs, kind: jobs, url: "ws://shop:9000/jobs"}
///
/// Errors name file:line:column. A key that is not known is an error. Tokens never stand in a
/// profile, only the keychain key that leads to them. At most 1 MiB, 100 environments, 500
/// sources in each.
Result<QVector<Environment>> readProfile(const QString &path);

} // namespace foretop::session
