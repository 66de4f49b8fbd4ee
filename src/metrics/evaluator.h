// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/expression.h"
#include "metrics/samplesource.h"

#include <stop_token>

namespace foretop::metrics {

/// The moments at which an expression is evaluated: @c from, from + step, ... up to @c to.
struct EvaluationRange
{
    static constexpr Milliseconds kLookback = std::chrono::minutes(5);

    WallTime from{};
    WallTime to{};
    Milliseconds step = std::chrono::seconds(15); ///< more than 0
    /// How old the sample that a selector finds may be.
    Milliseconds lookback = kLookback;
};

struct EvaluationLimits
{
    std::size_t maxSteps = 11'000;  ///< moments, as Prometheus allows
    std::size_t maxSeries = 20'000; ///< that a part of the expression may have
    /// Series times moments of a part of the expression that is held; a sum holds its groups.
    std::size_t maxPoints = 5'000'000;
    /// That are read from the source: twice those of a day of 1,000 series each second.
    std::size_t maxSamples = 200'000'000;
};

struct ResultSeries
{
    SeriesKey key;               ///< the name is empty where the expression drops it
    std::vector<Sample> samples; ///< at moments of the range; those without a value are left out
};
/// In order of labels, the name being the label "__name__".
using Matrix = std::vector<ResultSeries>;

/// Evaluates @p expression as Prometheus 2.42 does in query_range: staleness, look back, closed
/// ranges [t - range, t] and all. A scalar is one series without labels. Errors: a string or range
/// vector, what Prometheus refuses at run time (such as two series with the same labels), a bound
/// of @p limits, named in the message (TooLarge), and a @p stop that was requested (Cancelled);
/// with the column of the part of the expression. For any thread but the GUI's.
Result<Matrix> evaluate(const Expression &expression, const SampleSource &source,
                        const EvaluationRange &range, std::stop_token stop = {},
                        const EvaluationLimits &limits = {});

} // namespace foretop::metrics
