// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/evaluation.h"

#include "metrics/labelfunctions.h"
#include "metrics/quantile.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <numbers>

namespace foretop::metrics {
namespace {

/// What "absent" says is not there: the labels that the selector demands, as far as it demands one
/// value alone.
Labels absentLabels(const Node &node)
{
    const auto *selector = std::get_if<VectorSelector>(&node.form);
    if (const auto *range = std::get_if<RangeSelector>(&node.form)) {
        selector = &range->selector;
    }
    Labels labels;
    std::vector<std::string> seen;
    for (const auto &matcher : selector ? selector->matchers : std::vector<LabelMatcher>()) {
        if (matcher.label() == kNameLabel) {
            continue;
        }
        const bool isFirst = std::find(seen.begin(), seen.end(), matcher.label()) == seen.end();
        if (matcher.op() == LabelMatcher::Operator::Equal && isFirst) {
            setLabel(labels, matcher.label(), matcher.value());
            seen.push_back(matcher.label());
        } else {
            setLabel(labels, matcher.label(), {});
        }
    }
    return labels;
}

/// The upper bound that a label "le" says.
std::optional<double> boundOf(std::string_view text)
{
    if (text.starts_with('+') && !text.starts_with("+-")) {
        text.remove_prefix(1);
    }
    double bound = 0;
    const auto *end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, bound);
    return error == std::errc() && at == end && !text.ends_with(')') ? std::optional(bound)
                                                                     : std::nullopt;
}

struct BucketTrack
{
    double upperBound = 0;
    const Track *track = nullptr;
};

std::string_view textArgument(const Call &call, std::size_t index)
{
    return std::get<StringLiteral>(call.arguments[index]->form).text;
}

} // namespace

Result<Tracks> Evaluation::vectorOf(const Call &call)
{
    if (const auto *window = std::get_if<WindowFunction>(&call.function->body)) {
        return windows(call, *window);
    }
    if (const auto *element = std::get_if<ElementFunction>(&call.function->body)) {
        return elements(call, *element);
    }
    const auto name = call.function->name;
    const auto &first = *call.arguments.front();
    if (name == "vector") {
        return scalar(first).and_then(
            [this](std::vector<double> values) { return single(std::move(values)); });
    }
    if (name == "absent") {
        return absent(call);
    }
    if (name == "absent_over_time") {
        return absentOverTime(call);
    }
    if (name == "histogram_quantile") {
        return histogramQuantile(call);
    }
    if (name == "timestamp") {
        return timestamp(call);
    }
    if (name == "label_replace") {
        return vector(first).and_then([&call](Tracks tracks) {
            return replaceLabel(std::move(tracks), textArgument(call, 1), textArgument(call, 2),
                                textArgument(call, 3), textArgument(call, 4));
        });
    }
    if (name == "label_join") {
        std::vector<std::string> sources;
        for (std::size_t i = 3; i < call.arguments.size(); ++i) {
            sources.emplace_back(textArgument(call, i));
        }
        return vector(first).and_then([&](Tracks tracks) {
            return joinLabels(std::move(tracks), textArgument(call, 1), textArgument(call, 2),
                              sources);
        });
    }
    return vector(first); // sort and sort_desc: a matrix is in order of labels
}

Result<std::vector<double>> Evaluation::scalarOf(const Call &call)
{
    const auto name = call.function->name;
    std::vector<double> values(m_steps.count, std::numbers::pi);
    if (name == "time") {
        for (std::size_t step = 0; step < m_steps.count; ++step) {
            values[step] = static_cast<double>(msSinceEpoch(m_steps.at(step))) / 1000;
        }
    }
    if (name != "scalar") {
        return values;
    }
    return vector(*call.arguments.front()).map([&](const Tracks &tracks) {
        for (std::size_t step = 0; step < m_steps.count; ++step) {
            std::size_t count = 0;
            for (const auto &track : tracks) {
                count += track.has(step) ? 1 : 0;
                values[step] = track.has(step) ? track.values[step] : values[step];
            }
            if (count != 1) {
                values[step] = std::numeric_limits<double>::quiet_NaN();
            }
        }
        return std::move(values);
    });
}

Result<Tracks> Evaluation::single(std::vector<double> values)
{
    Tracks tracks;
    tracks.push_back({{}, std::move(values)});
    return tracks;
}

Result<Tracks> Evaluation::elements(const Call &call, ElementFunction function)
{
    const auto given = parameters(call);
    if (!given) {
        return tl::unexpected(given.error());
    }
    Result<Tracks> tracks;
    if (!call.arguments.empty()) {
        tracks = vector(*call.arguments.front());
    } else {
        // Of the parts of a time, the default is that of the step.
        std::vector<double> times(m_steps.count);
        for (std::size_t step = 0; step < m_steps.count; ++step) {
            times[step] = static_cast<double>(msSinceEpoch(m_steps.at(step))) / 1000;
        }
        tracks = single(std::move(times));
    }
    if (!tracks) {
        return tracks;
    }
    std::vector<double> values(given->size());
    for (std::size_t step = 0; step < m_steps.count; ++step) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            values[i] = (*given)[i][step];
        }
        for (auto &track : *tracks) {
            auto &value = track.values[step];
            value = isStaleMarker(value) ? value : function(value, values);
        }
    }
    for (auto &track : *tracks) {
        removeName(track.labels);
    }
    return united(std::move(*tracks));
}

Result<Tracks> Evaluation::absent(const Call &call)
{
    const auto &argument = *call.arguments.front();
    return vector(argument).map([&](const Tracks &tracks) {
        Track track{absentLabels(argument), std::vector<double>(m_steps.count, kStaleMarker)};
        for (std::size_t step = 0; step < m_steps.count; ++step) {
            const bool isThere = std::any_of(tracks.begin(), tracks.end(),
                                             [step](const Track &t) { return t.has(step); });
            track.values[step] = isThere ? kStaleMarker : 1;
        }
        return Tracks{std::move(track)};
    });
}

Result<Tracks> Evaluation::absentOverTime(const Call &call)
{
    const auto &argument = *call.arguments.front();
    Track track{absentLabels(argument), std::vector<double>(m_steps.count, 1)};
    const auto mark = [&track](std::size_t step, Samples, WallTime, WallTime) {
        track.values[step] = kStaleMarker;
    };
    auto done = eachSeries(
        argument, [&](Labels &&, Samples samples) { return eachWindow(argument, samples, mark); });
    return done ? Result<Tracks>(Tracks{std::move(track)})
                : tl::unexpected(std::move(done.error()));
}

Result<Tracks> Evaluation::histogramQuantile(const Call &call)
{
    const auto q = scalar(*call.arguments[0]);
    auto tracks = q ? vector(*call.arguments[1]) : tl::unexpected(q.error());
    if (!tracks) {
        return tracks;
    }
    std::map<Labels, std::vector<BucketTrack>> histograms;
    for (const auto &track : *tracks) {
        if (const auto bound = boundOf(labelOf(track.labels, "le"))) {
            auto labels = track.labels;
            removeLabels(labels, {"le", std::string(kNameLabel)});
            histograms[std::move(labels)].push_back({*bound, &track});
        }
    }
    Tracks out;
    std::vector<HistogramBucket> present;
    for (const auto &[labels, buckets] : histograms) {
        Track track{labels, std::vector<double>(m_steps.count, kStaleMarker)};
        for (std::size_t step = 0; step < m_steps.count; ++step) {
            present.clear();
            for (const auto &bucket : buckets) {
                if (bucket.track->has(step)) {
                    present.push_back({bucket.upperBound, bucket.track->values[step]});
                }
            }
            if (!present.empty()) {
                track.values[step] = metrics::histogramQuantile((*q)[step], present);
            }
        }
        out.push_back(std::move(track));
    }
    return out;
}

Result<Tracks> Evaluation::timestamp(const Call &call)
{
    const auto &argument = *call.arguments.front();
    const auto *selector = std::get_if<VectorSelector>(&argument.form);
    auto tracks = selector ? select(*selector, true) : vector(argument);
    if (!tracks) {
        return tracks;
    }
    for (auto &track : *tracks) {
        removeName(track.labels);
        for (std::size_t step = 0; !selector && step < m_steps.count; ++step) {
            if (track.has(step)) {
                track.values[step] = static_cast<double>(msSinceEpoch(m_steps.at(step))) / 1000;
            }
        }
    }
    return united(std::move(*tracks));
}

} // namespace foretop::metrics
