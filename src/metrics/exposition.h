// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "metrics/sample.h"

namespace foretop::metrics {

/// What one exposition held.
struct Exposition
{
    std::vector<Family> families;
    std::vector<SeriesSample> samples;
    std::uint64_t badLines = 0;     ///< lines that were left out
    std::vector<Error> firstErrors; ///< of those, with line and column; at most kMaxErrorsKept
};
inline constexpr std::size_t kMaxErrorsKept = 10;
inline constexpr std::size_t kMaxLabels = 64;
inline constexpr std::size_t kMaxNameBytes = 1024;
inline constexpr std::size_t kMaxLabelValueBytes = 16'384;
inline constexpr std::size_t kMaxHelpBytes = 1024;

/// Reads the Prometheus text format 0.0.4
/// (https://prometheus.io/docs/instrumenting/exposition_formats/). A sample without a timestamp
/// gets @p now. Lines that are not valid are counted and left out, the rest is kept.
///
/// What OpenMetrics 1.0 adds is read past (units, exemplars, the closing "# EOF", which says that
/// timestamps are in seconds) or put on what there is here (its types); so are quoted names of
/// Prometheus 3. Numbers too small for a double are 0, those too large are not valid.
Exposition parseExposition(std::string_view text, WallTime now, std::string_view source);

} // namespace foretop::metrics
