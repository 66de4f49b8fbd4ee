// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/logsoptions.h"
#include "logs/logsnapshot.h"

namespace foretop {
class JsonWriter;
} // namespace foretop

namespace foretop::cli {

/// Prints the histogram, the patterns or the facets of @p found, as options say, in one of the
/// forms. Fails as reading the log does.
Result<void> printReport(const LogsOptions &options, const logs::LogSnapshot &snapshot,
                         const logs::RecordSet &found);

// One of them each.
Result<void> printHistogram(const LogsOptions &options, const logs::LogSnapshot &snapshot,
                            const logs::RecordSet &found);
Result<void> printPatterns(const LogsOptions &options, const logs::LogSnapshot &snapshot,
                           const logs::RecordSet &found);
Result<void> printFacets(const LogsOptions &options, const logs::LogSnapshot &snapshot,
                         const logs::RecordSet &found);

inline constexpr std::size_t kUsualLimit = 100; ///< patterns and values of a facet

/// Adds "levels" with the count of each level that is there.
void writeLevels(JsonWriter &json, const logs::LevelCounts &counts);

} // namespace foretop::cli
