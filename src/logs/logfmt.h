// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/record.h"

namespace foretop::logs {

/// Reads logfmt, `ts=2024-01-15T10:30:00Z level=info msg="user \"x\" in"`, as written by logrus,
/// slog, Prometheus and Loki: keys without blanks, values bare or quoted as in Go. Returns nothing
/// unless all of the first line of @p text is such pairs and they are @p least or more.
std::vector<Field> readLogfmt(std::string_view text, std::size_t least = 2);

} // namespace foretop::logs
