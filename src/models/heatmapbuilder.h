// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "metrics/evaluator.h"
#include "models/panelanswer.h"
#include "models/panelwindow.h"

#include <map>

namespace foretop::models {

/// Makes a heat map of a classic histogram's cumulative buckets: adds up the series of the same
/// "le" and takes from each bucket what lies in the one below. What counters that are not read at
/// the same moment make negative is 0.
class HeatMapBuilder
{
public:
    static constexpr std::size_t kMaxBuckets = 500;

    explicit HeatMapBuilder(const PanelWindow &window);

    /// Fails when a series has no "le" that is a number, and when there are too many buckets; the
    /// series before then are added.
    Result<void> add(const metrics::Matrix &matrix);
    /// Nothing when there were no series.
    std::optional<HeatMap> take() const;

private:
    const WallTime m_first; // of the moments
    const Milliseconds m_step;
    const std::size_t m_columns;
    std::map<double, std::vector<double>> m_buckets; // by bound: a value a column, NaN for none
};

} // namespace foretop::models
