// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/sample.h"

#include <vector>

namespace foretop::models {

/// One line of a chart on its way: a series after its function, or several summed.
struct Line
{
    std::string source; ///< empty when summed over sources
    metrics::Labels labels;
    std::vector<metrics::Sample> samples; ///< NaN: no value
    Milliseconds gap{0};                  ///< a sample stands for no longer than this
};

/// 3.5 times the median step between @p samples, or five minutes (Prometheus's staleness) when
/// there are too few to tell: neighbours further apart have a gap between them.
Milliseconds gapOf(const std::vector<metrics::Sample> &samples);

/// The sum of @p lines at every time that one of them has a sample. The others count with their
/// sample before, unless it is older than their gap.
std::vector<metrics::Sample> sumOf(const std::vector<const Line *> &lines);

/// @p line over @p divisor at the times of @p line; NaN where the divisor has no value or 0.
std::vector<metrics::Sample> quotientOf(const Line &line, const Line &divisor);

/// @p line at @p from, @p from + @p step, ... up to @p to: the mean of its samples in the step that
/// ends there, else its last value unless older than its gap, else NaN.
std::vector<metrics::Sample> onGrid(const Line &line, WallTime from, WallTime to,
                                    Milliseconds step);

} // namespace foretop::models
