// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/evaluation.h"
#include "metrics/windowseries.h"

#include <algorithm>

namespace foretop::metrics {
namespace {

/// The argument that is a range vector.
const Node &rangeOf(const Call &call)
{
    return **std::find_if(call.arguments.begin(), call.arguments.end(),
                          [](const NodePtr &node) { return node->type == ValueType::RangeVector; });
}

/// As "offset" does, last_over_time gives the series' own samples.
bool keepsName(const Call &call)
{
    return call.function->name == "last_over_time";
}

} // namespace

Result<Tracks> Evaluation::select(const VectorSelector &selector, bool isTimestamp)
{
    Tracks tracks;
    auto done = eachSelectedTrack(
        selector, isTimestamp, [&](Labels &&labels, std::vector<double> &&values) -> Result<void> {
            if (auto room = checkRoom(m_run.limits, tracks.size(), m_steps.count); !room) {
                return room;
            }
            tracks.push_back({std::move(labels), std::move(values)});
            return {};
        });
    if (!done) {
        return tl::unexpected(std::move(done.error()));
    }
    return tracks;
}

Result<void> Evaluation::eachSelectedTrack(const VectorSelector &selector, bool isTimestamp,
                                           const TrackVisitor &visit)
{
    return eachSelected(selector, m_run.range.lookback, [&](Labels &&labels, Samples samples) {
        std::vector<double> values(m_steps.count, kStaleMarker);
        auto next = samples.begin();
        for (std::size_t step = 0; step < m_steps.count; ++step) {
            const auto moment = reference(selector.shift, step);
            while (next != samples.end() && next->time <= moment) {
                ++next;
            }
            if (next == samples.begin()) {
                continue;
            }
            const auto &last = *std::prev(next);
            if (last.time >= moment - m_run.range.lookback && !isStaleMarker(last.value)) {
                values[step] =
                    isTimestamp ? static_cast<double>(msSinceEpoch(last.time)) / 1000 : last.value;
            }
        }
        return visit(std::move(labels), std::move(values));
    });
}

Result<void> Evaluation::eachWindow(const Node &node, Samples samples, const WindowVisitor &use)
{
    const auto *subquery = std::get_if<Subquery>(&node.form);
    const auto *selected = std::get_if<RangeSelector>(&node.form);
    const auto &shift = subquery ? subquery->shift : selected->selector.shift;
    const auto range = subquery ? subquery->range : selected->range;
    std::size_t first = 0;
    std::size_t last = 0;
    for (std::size_t step = 0; step < m_steps.count; ++step) {
        const auto end = reference(shift, step);
        const auto begin = end - range;
        while (last < samples.size() && samples[last].time <= end) {
            ++last;
        }
        while (first < last && samples[first].time < begin) {
            ++first;
        }
        if (first < last) {
            use(step, samples.subspan(first, last - first), begin, end);
        }
        if (m_run.stop.stop_requested()) {
            break;
        }
    }
    return m_run.read(0);
}

Result<void> Evaluation::eachWindowed(const Call &call, WindowFunction function,
                                      const TrackVisitor &visit)
{
    const auto given = parameters(call);
    if (!given) {
        return tl::unexpected(given.error());
    }
    const auto &range = rangeOf(call);
    std::vector<double> parameter(given->size());
    return eachSeries(range, [&](Labels &&labels, Samples samples) -> Result<void> {
        std::vector<double> values(m_steps.count, kStaleMarker);
        WindowSeries series(samples, function);
        auto all = eachWindow(
            range, samples, [&](std::size_t step, Samples part, WallTime begin, WallTime end) {
                for (std::size_t i = 0; i < parameter.size(); ++i) {
                    parameter[i] = (*given)[i][step];
                }
                values[step] = series.result({part, begin, end, m_steps.at(step), parameter});
            });
        return all ? visit(std::move(labels), std::move(values)) : all;
    });
}

Result<Tracks> Evaluation::windows(const Call &call, WindowFunction function)
{
    Tracks tracks;
    auto done = eachWindowed(
        call, function, [&](Labels &&labels, std::vector<double> &&values) -> Result<void> {
            if (auto room = checkRoom(m_run.limits, tracks.size(), m_steps.count); !room) {
                return room;
            }
            tracks.push_back({std::move(labels), std::move(values)});
            return {};
        });
    if (!done) {
        return tl::unexpected(std::move(done.error()));
    }
    std::sort(tracks.begin(), tracks.end(),
              [](const Track &a, const Track &b) { return a.labels < b.labels; });
    for (auto &track : tracks) {
        if (!keepsName(call)) {
            removeName(track.labels);
        }
    }
    return distinct(std::move(tracks));
}

bool Evaluation::isStream(const Node &node)
{
    const auto *call = std::get_if<Call>(&node.form);
    if (!call || !std::holds_alternative<WindowFunction>(call->function->body)) {
        return std::holds_alternative<VectorSelector>(node.form);
    }
    // Of one metric, series differ without its name too.
    const auto *range = std::get_if<RangeSelector>(&rangeOf(*call).form);
    return range && (!range->selector.metric.empty() || keepsName(*call));
}

/// Of a node that isStream().
Result<void> Evaluation::eachTrack(const Node &node, const TrackVisitor &visit)
{
    std::size_t tracks = 0;
    const auto count = [&](Labels &&labels, std::vector<double> &&values) -> Result<void> {
        if (++tracks > m_run.limits.maxSeries) {
            return checkRoom(m_run.limits, m_run.limits.maxSeries, 0);
        }
        return visit(std::move(labels), std::move(values));
    };
    if (const auto *selector = std::get_if<VectorSelector>(&node.form)) {
        return eachSelectedTrack(*selector, false, count);
    }
    const auto &call = std::get<Call>(node.form);
    return eachWindowed(call, std::get<WindowFunction>(call.function->body),
                        [&](Labels &&labels, std::vector<double> &&values) {
                            if (!keepsName(call)) {
                                removeName(labels);
                            }
                            return count(std::move(labels), std::move(values));
                        });
}

} // namespace foretop::metrics
