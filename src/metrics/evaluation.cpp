// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/evaluation.h"

#include "metrics/aggregation.h"
#include "metrics/binaryoperation.h"

#include <algorithm>

#include <fmt/format.h>

namespace foretop::metrics {
namespace {

/// What failed in @p node, unless a part of it knew better.
tl::unexpected<Error> at(const Node &node, Error error)
{
    if (!error.place.column) {
        error.place.column = node.column;
    }
    return tl::unexpected(std::move(error));
}

std::vector<LabelMatcher> allMatchers(const VectorSelector &selector)
{
    auto matchers = selector.matchers;
    if (!selector.metric.empty()) {
        auto name = LabelMatcher::make(std::string(kNameLabel), LabelMatcher::Operator::Equal,
                                       selector.metric);
        matchers.push_back(std::move(*name));
    }
    return matchers;
}

} // namespace

Result<void> EvaluationRun::read(std::size_t samples)
{
    samplesRead += samples;
    if (stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "the evaluation was stopped");
    }
    if (samplesRead > limits.maxSamples) {
        return fail(ErrorCode::TooLarge,
                    fmt::format("more than {} samples to read (maxSamples)", limits.maxSamples));
    }
    return {};
}

Evaluation::Evaluation(EvaluationRun &run, Steps steps)
    : m_run(run)
    , m_steps(steps)
{
}

Result<Tracks> Evaluation::vector(const Node &node)
{
    auto tracks = m_run.read(0).and_then([&]() -> Result<Tracks> {
        return std::visit([this](const auto &form) { return vectorOf(form); }, node.form);
    });
    if (tracks && !tracks->empty()) {
        if (auto room = checkRoom(m_run.limits, tracks->size() - 1, m_steps.count); !room) {
            return at(node, std::move(room.error()));
        }
    }
    return tracks ? std::move(tracks) : at(node, std::move(tracks.error()));
}

Result<std::vector<double>> Evaluation::scalar(const Node &node)
{
    auto values = m_run.read(0).and_then([&]() -> Result<std::vector<double>> {
        return std::visit([this](const auto &form) { return scalarOf(form); }, node.form);
    });
    return values ? std::move(values) : at(node, std::move(values.error()));
}

/// When a selector looks at a step, before its range is taken off.
WallTime Evaluation::reference(const TimeShift &shift, std::size_t step) const
{
    auto moment = m_steps.at(step);
    if (shift.at) {
        switch (shift.at->kind) {
        case AtModifier::Kind::Time:
            moment = shift.at->time;
            break;
        case AtModifier::Kind::Start:
            moment = m_run.range.from;
            break;
        case AtModifier::Kind::End:
            moment = m_run.range.to;
            break;
        }
    }
    return moment - shift.offset;
}

Result<Tracks> Evaluation::vectorOf(const VectorSelector &selector)
{
    return select(selector, false);
}

Result<void> Evaluation::eachSelected(const VectorSelector &selector, Milliseconds before,
                                      const SeriesVisitor &visit)
{
    if (m_steps.count == 0) {
        return {};
    }
    const auto from = reference(selector.shift, 0) - before;
    const auto to = reference(selector.shift, m_steps.count - 1);
    const auto count = [&](Labels labels, Samples samples) -> Result<void> {
        auto done = m_run.read(samples.size());
        return done ? visit(std::move(labels), samples) : done;
    };
    return m_run.source.select(allMatchers(selector), from, to, count, m_run.stop);
}

Result<void> Evaluation::eachSeries(const Node &node, const SeriesVisitor &visit)
{
    if (const auto *subquery = std::get_if<Subquery>(&node.form)) {
        return eachOfSubquery(*subquery, visit);
    }
    const auto &range = std::get<RangeSelector>(node.form);
    std::vector<Sample> live;
    return eachSelected(range.selector, range.range, [&](Labels &&labels, Samples samples) {
        const auto isStale = [](const Sample &sample) { return isStaleMarker(sample.value); };
        if (std::none_of(samples.begin(), samples.end(), isStale)) {
            return visit(std::move(labels), samples);
        }
        live.assign(samples.begin(), samples.end());
        std::erase_if(live, isStale);
        return visit(std::move(labels), live);
    });
}

/// A subquery's steps are the multiples of its step, whatever those around it are.
Result<void> Evaluation::eachOfSubquery(const Subquery &subquery, const SeriesVisitor &visit)
{
    if (m_steps.count == 0) {
        return {};
    }
    const auto step = subquery.step.value_or(Subquery::kDefaultStep);
    const auto from = reference(subquery.shift, 0) - subquery.range;
    const auto to = reference(subquery.shift, m_steps.count - 1);
    auto first = wallTimeFromMs(msSinceEpoch(from) / step.count() * step.count());
    if (first < from) {
        first += step;
    }
    Steps steps{first, step, 0};
    if (first <= to) {
        steps.count = static_cast<std::size_t>((to - first) / step) + 1;
    }
    if (steps.count > m_run.limits.maxPoints) {
        return fail(
            ErrorCode::TooLarge,
            fmt::format("more than {} moments in a subquery (maxPoints)", m_run.limits.maxPoints));
    }
    auto tracks = Evaluation(m_run, steps).vector(*subquery.operand);
    if (!tracks) {
        return tl::unexpected(std::move(tracks.error()));
    }
    std::vector<Sample> samples;
    for (auto &track : *tracks) {
        samples.clear();
        for (std::size_t i = 0; i < steps.count; ++i) {
            if (track.has(i)) {
                samples.push_back({steps.at(i), track.values[i]});
            }
        }
        if (auto done = visit(std::move(track.labels), samples); !done) {
            return done;
        }
    }
    return {};
}

Result<std::vector<std::vector<double>>> Evaluation::parameters(const Call &call)
{
    std::vector<std::vector<double>> all;
    for (const auto &argument : call.arguments) {
        if (argument->type == ValueType::Scalar) {
            auto values = scalar(*argument);
            if (!values) {
                return tl::unexpected(std::move(values.error()));
            }
            all.push_back(std::move(*values));
        }
    }
    return all;
}

Result<Tracks> Evaluation::vectorOf(const Negation &negation)
{
    return vector(*negation.operand).and_then([](Tracks tracks) {
        for (auto &track : tracks) {
            removeName(track.labels);
            for (auto &value : track.values) {
                value = isStaleMarker(value) ? value : -value;
            }
        }
        return distinct(std::move(tracks));
    });
}

Result<Tracks> Evaluation::vectorOf(const Binary &binary)
{
    const bool isScalarLeft = binary.left->type == ValueType::Scalar;
    if (!isScalarLeft && binary.right->type == ValueType::InstantVector) {
        auto left = vector(*binary.left);
        auto right = left ? vector(*binary.right) : left;
        return !right ? std::move(right)
                      : combine(binary, std::move(*left), std::move(*right), m_run.limits,
                                m_steps.count);
    }
    const auto scalars = scalar(isScalarLeft ? *binary.left : *binary.right);
    if (!scalars) {
        return tl::unexpected(scalars.error());
    }
    return vector(isScalarLeft ? *binary.right : *binary.left).and_then([&](Tracks tracks) {
        return combine(binary, std::move(tracks), *scalars, isScalarLeft);
    });
}

Result<Tracks> Evaluation::vectorOf(const Aggregation &aggregation)
{
    const auto &operand = *aggregation.operand;
    if (TrackFold::suits(aggregation.op) && isStream(operand)) {
        TrackFold fold(aggregation, m_run.limits, m_steps.count);
        auto done = eachTrack(operand, [&fold](Labels &&labels, std::vector<double> &&values) {
            return fold.add(std::move(labels), values);
        });
        return done ? Result<Tracks>(fold.take()) : at(operand, std::move(done.error()));
    }
    std::vector<double> scalars;
    std::string_view text;
    if (aggregation.parameter) {
        if (const auto *string = std::get_if<StringLiteral>(&aggregation.parameter->form)) {
            text = string->text;
        } else {
            auto values = scalar(*aggregation.parameter);
            if (!values) {
                return tl::unexpected(std::move(values.error()));
            }
            scalars = std::move(*values);
        }
    }
    return vector(*aggregation.operand).and_then([&](Tracks tracks) {
        return aggregate(aggregation, std::move(tracks), scalars, text, m_run.limits,
                         m_steps.count);
    });
}

Result<std::vector<double>> Evaluation::scalarOf(const NumberLiteral &number)
{
    return std::vector<double>(m_steps.count, number.value);
}

Result<std::vector<double>> Evaluation::scalarOf(const Negation &negation)
{
    return scalar(*negation.operand).map([](std::vector<double> values) {
        for (auto &value : values) {
            value = -value;
        }
        return values;
    });
}

Result<std::vector<double>> Evaluation::scalarOf(const Binary &binary)
{
    auto left = scalar(*binary.left);
    const auto right = left ? scalar(*binary.right) : left;
    if (!right) {
        return right;
    }
    for (std::size_t step = 0; step < m_steps.count; ++step) {
        (*left)[step] = calculate(binary.op, (*left)[step], (*right)[step]);
    }
    return left;
}

} // namespace foretop::metrics
