// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/evaluator.h"

#include "metrics/evaluation.h"
#include "metrics/expressionkeywords.h"

#include <algorithm>

#include <fmt/format.h>

namespace foretop::metrics {
namespace {

Result<Steps> stepsOf(const EvaluationRange &range, const EvaluationLimits &limits)
{
    if (range.step <= Milliseconds(0) || range.to < range.from) {
        return fail(ErrorCode::OutOfRange,
                    "a range ends no earlier than it begins, and its step is more than 0");
    }
    const auto count = static_cast<std::size_t>((range.to - range.from) / range.step) + 1;
    if (count > limits.maxSteps) {
        return fail(ErrorCode::TooLarge, fmt::format("{} moments are more than {} (maxSteps): "
                                                     "make the step longer",
                                                     count, limits.maxSteps));
    }
    return Steps{range.from, range.step, count};
}

Matrix matrixOf(Tracks tracks, const Steps &steps)
{
    std::sort(tracks.begin(), tracks.end(),
              [](const Track &a, const Track &b) { return a.labels < b.labels; });
    Matrix matrix;
    for (const auto &track : tracks) {
        ResultSeries series{keyOf(track.labels), {}};
        for (std::size_t step = 0; step < steps.count; ++step) {
            if (track.has(step)) {
                series.samples.push_back({steps.at(step), track.values[step]});
            }
        }
        if (!series.samples.empty()) {
            matrix.push_back(std::move(series));
        }
    }
    return matrix;
}

} // namespace

Result<Matrix> evaluate(const Expression &expression, const SampleSource &source,
                        const EvaluationRange &range, std::stop_token stop,
                        const EvaluationLimits &limits)
{
    const auto steps = stepsOf(range, limits);
    if (!steps) {
        return tl::unexpected(steps.error());
    }
    EvaluationRun run{source, range, limits, std::move(stop)};
    Evaluation evaluation(run, *steps);
    if (expression.type() == ValueType::Scalar) {
        return evaluation.scalar(expression.root()).map([&](std::vector<double> values) {
            return matrixOf({{{}, std::move(values)}}, *steps);
        });
    }
    if (expression.type() == ValueType::InstantVector) {
        return evaluation.vector(expression.root()).map([&](Tracks tracks) {
            return matrixOf(std::move(tracks), *steps);
        });
    }
    return fail(ErrorCode::WrongType,
                fmt::format("{} cannot be drawn over time: a scalar or an instant vector can",
                            aValueOf(expression.type())),
                {},
                Place{.line = {}, .column = expression.root().column, .offset = {}, .item = {}});
}

} // namespace foretop::metrics
