// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/seriesblock.h"

#include <optional>
#include <span>

namespace foretop::metrics {

/// The values of a series in one of equally wide parts of a range.
struct Column
{
    WallTime firstTime{}; ///< of the first and last value; meaningless without values
    WallTime lastTime{};
    double first = 0;
    double last = 0;
    double min = 0;
    double max = 0;
    double sum = 0;
    std::size_t count = 0;   ///< values that are not NaN
    bool isAfterGap = false; ///< no line may lead here from the value before
};

/// A series as it is drawn.
struct ColumnSeries
{
    std::vector<Column> columns;
    /// The value before and after the range, where no gap is between, so that a line enters and
    /// leaves the picture at its edges.
    std::optional<Sample> before, after;
};

/// Puts the samples of [@p from, @p to] into @p columns parts. A block that lies within one part
/// is taken by its aggregates alone, others are read. Between two values is a gap when between
/// them is a NaN, such as a stale marker, or when they are further apart than kStepsToGap of the
/// series' usual steps there (kUnknownGap where too few samples tell what is usual). A gap within
/// one part is smaller than what can be seen and not told.
///
/// Values are taken as they are: a counter that starts again goes down. Infinities count.
ColumnSeries columnsOf(std::span<const SeriesBlock> blocks, WallTime from, WallTime to,
                       std::size_t columns);

inline constexpr double kStepsToGap = 3.5;
inline constexpr Milliseconds kUnknownGap = std::chrono::minutes(5);
inline constexpr std::size_t kMaxColumns = 65'536;

} // namespace foretop::metrics
