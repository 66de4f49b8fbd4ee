// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace foretop::logging {

inline constexpr std::string_view kRedacted = "[redacted]";

/// Whether the value of a field of this name must not be written: the name contains password,
/// passwd, token, secret, authorization, cookie, api_key, private_key or dsn, in any case and
/// with or without "_", "-" and ".".
bool isSecretName(std::string_view name);

} // namespace foretop::logging
