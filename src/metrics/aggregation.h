// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/tracks.h"

namespace foretop::metrics {

/// Aggregates @p tracks at each step. @p parameters has one a step where the operator takes a
/// scalar; of count_values the parameter is @p text.
Result<Tracks> aggregate(const Aggregation &aggregation, Tracks tracks,
                         std::span<const double> parameters, std::string_view text,
                         const EvaluationLimits &limits, std::size_t steps);

} // namespace foretop::metrics
