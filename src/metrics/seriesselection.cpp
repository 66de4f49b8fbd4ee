// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/seriesstore.h"
#include "metrics/tracks.h"

#include <algorithm>
#include <mutex>
#include <set>

namespace foretop::metrics {
namespace {

constexpr std::string_view kExportedSource = "exported_source";

std::string_view seenName(const std::string &label)
{
    return label == SeriesStore::kSourceLabel ? kExportedSource : std::string_view(label);
}

/// The value of a label as expressions see it, empty when there is none.
std::string_view seenValue(const StoredSeries &series, std::string_view label)
{
    if (label == kNameLabel) {
        return *series.name;
    }
    if (label == SeriesStore::kSourceLabel) {
        return series.source->name;
    }
    const auto found =
        std::find_if(series.labels.begin(), series.labels.end(),
                     [label](const auto &one) { return seenName(*one.first) == label; });
    return found == series.labels.end() ? std::string_view() : *found->second;
}

Labels seenLabels(const StoredSeries &series)
{
    Labels labels;
    labels.reserve(series.labels.size() + 2);
    const auto add = [&labels](std::string_view name, std::string_view value) {
        if (!value.empty()) {
            labels.emplace_back(name, value);
        }
    };
    add(kNameLabel, *series.name);
    add(SeriesStore::kSourceLabel, series.source->name);
    for (const auto &[name, value] : series.labels) {
        add(seenName(*name), *value);
    }
    std::sort(labels.begin(), labels.end());
    return labels;
}

bool satisfies(const StoredSeries &series, std::span<const LabelMatcher> matchers)
{
    return std::all_of(matchers.begin(), matchers.end(), [&series](const LabelMatcher &matcher) {
        return matcher.matches(seenValue(series, matcher.label()));
    });
}

bool mayBeNamed(std::string_view name, std::span<const LabelMatcher> matchers)
{
    return std::all_of(matchers.begin(), matchers.end(), [name](const LabelMatcher &matcher) {
        return matcher.label() != kNameLabel || matcher.matches(name);
    });
}

} // namespace

/// A series with the labels that expressions see, and its samples still compressed.
struct SeriesStore::Selected
{
    Labels labels;
    std::vector<SeriesBlock> blocks;
};

/// Copies blocks, compressed as they are, under the lock, to be read without it, so that a long
/// evaluation keeps no writer waiting.
template <typename BlocksOf>
std::vector<SeriesStore::Selected> SeriesStore::selected(std::span<const LabelMatcher> matchers,
                                                         BlocksOf blocksOf) const
{
    std::vector<Selected> found;
    const std::shared_lock lock(m_mutex);
    for (const auto &[name, named] : m_byName) {
        if (!mayBeNamed(name, matchers)) {
            continue;
        }
        for (const auto *series : named) {
            const std::span<const SeriesBlock> blocks = blocksOf(*series);
            if (!blocks.empty() && satisfies(*series, matchers)) {
                found.push_back({seenLabels(*series), {blocks.begin(), blocks.end()}});
            }
        }
    }
    return found;
}

Result<void> SeriesStore::select(std::span<const LabelMatcher> matchers, WallTime from, WallTime to,
                                 const Visitor &visit, std::stop_token stop) const
{
    const auto stopped = [] { return fail(ErrorCode::Cancelled, "the evaluation was stopped"); };
    auto found = selected(matchers, [from, to, &stop](const StoredSeries &series) {
        return stop.stop_requested() ? std::span<const SeriesBlock>() : series.blocksIn(from, to);
    });
    std::sort(found.begin(), found.end(),
              [](const Selected &a, const Selected &b) { return a.labels < b.labels; });
    std::vector<Sample> samples;
    for (auto &[labels, blocks] : found) {
        samples.clear();
        for (const auto &block : blocks) {
            if (stop.stop_requested()) {
                return stopped();
            }
            block.read(samples);
        }
        const auto begin = std::partition_point(samples.begin(), samples.end(),
                                                [from](const Sample &s) { return s.time < from; });
        const auto end = std::partition_point(begin, samples.end(),
                                              [to](const Sample &s) { return s.time <= to; });
        if (begin == end) {
            continue;
        }
        if (auto done = visit(std::move(labels), {begin, end}); !done) {
            return done;
        }
        blocks = {};
    }
    return {};
}

void SeriesStore::draw(std::span<const LabelMatcher> matchers, WallTime from, WallTime to,
                       std::size_t columns, const DrawVisitor &visit) const
{
    auto found = selected(matchers, [from, to](const StoredSeries &series) {
        return series.blocks.back().lastTime() < from - kLookback ? std::span<const SeriesBlock>()
                                                                  : series.blocksAround(from, to);
    });
    for (auto &[labels, blocks] : found) {
        const auto drawn = columnsOf(blocks, from, to, columns);
        if (isSeen(drawn, from) && !visit(keyOf(labels), drawn)) {
            return;
        }
        blocks = {};
    }
}

/// Calls @p use for each series of @p metric, or for all when it is empty.
template <typename Use>
void SeriesStore::eachOf(std::string_view metric, Use use) const
{
    const std::shared_lock lock(m_mutex);
    for (const auto &[name, named] : m_byName) {
        if (metric.empty() || metric == name) {
            std::for_each(named.begin(), named.end(), use);
        }
    }
}

std::vector<std::string> SeriesStore::metricNames() const
{
    const std::shared_lock lock(m_mutex);
    std::vector<std::string> names;
    names.reserve(m_byName.size());
    for (const auto &item : m_byName) {
        names.emplace_back(item.first);
    }
    return names;
}

std::vector<std::string> SeriesStore::labelNames(std::string_view metric) const
{
    std::set<std::string, std::less<>> names;
    eachOf(metric, [&names](const StoredSeries *series) {
        for (const auto &label : series->labels) {
            names.emplace(seenName(*label.first));
        }
        names.emplace(kSourceLabel);
    });
    return {names.begin(), names.end()};
}

std::vector<std::string> SeriesStore::labelValues(std::string_view metric,
                                                  std::string_view label) const
{
    std::set<std::string, std::less<>> values;
    eachOf(metric, [&values, label](const StoredSeries *series) {
        const auto value = seenValue(*series, label);
        if (!value.empty()) {
            values.emplace(value);
        }
    });
    return {values.begin(), values.end()};
}

} // namespace foretop::metrics
