// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonreader.h"
#include "health/report.h"

namespace foretop::health {

/// Reads a health report: `foretop.feed/1` items and the same shape as Flask services write it
/// (`{status, checks{NAME: bool | "word" | {status, latency_ms, message, ...}}}`, "components"
/// or "dependencies" for "checks"). A missing timestamp is @p now; a missing service is
/// @p source. Checks keep the document's order; at most kMaxChecks are kept (an error beyond).
Result<Report> decodeReport(JsonObject object, WallTime now, std::string_view source);

/// As above from bytes.
Result<Report> decodeReport(std::string_view json, WallTime now, std::string_view source);

/// Most checks that a report may hold.
inline constexpr std::size_t kMaxChecks = 1000;

/// Writes @p report as a health item of `foretop.feed/1`.
std::string encodeReport(const Report &report);

} // namespace foretop::health
