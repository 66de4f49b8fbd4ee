// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonreader.h"
#include "health/report.h"

namespace foretop::health {

/// Reads a health report: `foretop.feed/1` items and the same shape as Flask services write it
/// (`{status, checks{NAME: bool | "word" | {status, latency_ms, message, ...}}}`, "components"
/// or "dependencies" for "checks", or an array of objects with a "name"). A missing timestamp is
/// @p now; a missing service is @p source; a missing status is the worst of the checks. Checks
/// keep the document's order; at most kMaxChecks are kept (an error beyond).
///
/// A check with a status word that nobody knows is Unknown and its message says the word, so that
/// one odd component does not hide the others. Members of a check that have no meaning here are
/// taken as observed.
Result<Report> decodeReport(JsonObject object, WallTime now, std::string_view source);

/// As above from bytes.
Result<Report> decodeReport(std::string_view json, WallTime now, std::string_view source);

/// Most checks that a report may hold.
inline constexpr std::size_t kMaxChecks = 1000;
/// Most values that a check may have observed (an error beyond).
inline constexpr std::size_t kMaxObserved = 64;
/// Longest message and longest observed text; longer ones are cut and say so.
inline constexpr std::size_t kMaxMessageBytes = 4096;
inline constexpr std::size_t kMaxObservedBytes = 512;

/// Writes @p report as a health item of `foretop.feed/1`.
std::string encodeReport(const Report &report);

} // namespace foretop::health
