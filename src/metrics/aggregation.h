// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/tracks.h"

namespace foretop::metrics {

/// Aggregates tracks one by one, for operators that need not see all of them at once: so no more
/// than the groups are held.
class TrackFold
{
public:
    static bool suits(AggregationOperator op);

    TrackFold(const Aggregation &aggregation, const EvaluationLimits &limits, std::size_t steps);

    /// The order of tracks may change the last digits of a sum.
    Result<void> add(Labels labels, std::span<const double> values);
    Tracks take() { return std::move(m_tracks); }

private:
    void fold(std::span<const double> values, Track &into, std::vector<double> &counts) const;

    const Aggregation &m_aggregation;
    const EvaluationLimits &m_limits;
    const std::size_t m_steps;
    std::map<Labels, std::size_t> m_groups;
    Tracks m_tracks;
    std::vector<std::vector<double>> m_counts; // of values by group and step, for averages
};

/// Aggregates @p tracks at each step. @p parameters has one a step where the operator takes a
/// scalar; of count_values the parameter is @p text.
Result<Tracks> aggregate(const Aggregation &aggregation, Tracks tracks,
                         std::span<const double> parameters, std::string_view text,
                         const EvaluationLimits &limits, std::size_t steps);

} // namespace foretop::metrics
