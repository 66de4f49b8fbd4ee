// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/storedseries.h"

#include <algorithm>

namespace foretop::metrics {
namespace {

std::size_t mixed(std::size_t hash, std::size_t next)
{
    // 2^64 divided by the golden ratio spreads what is alike (Knuth, TAOCP 3, 6.4).
    return (hash ^ next) * 0x9E3779B97F4A7C15U;
}

std::size_t mixed(std::size_t hash, std::string_view text)
{
    return mixed(hash, std::hash<std::string_view>{}(text));
}

} // namespace

SeriesKey StoredSeries::key() const
{
    SeriesKey key{.name = *name, .labels = {}};
    key.labels.reserve(labels.size());
    for (const auto &[label, value] : labels) {
        key.labels.emplace_back(*label, *value);
    }
    return key;
}

bool StoredSeries::holds(const Labels &matching) const
{
    return std::all_of(matching.begin(), matching.end(), [this](const auto &wanted) {
        return std::find(labels.begin(), labels.end(), wanted) != labels.end();
    });
}

std::size_t StoredSeries::bytes() const
{
    constexpr std::size_t kIndexBytes = 6 * sizeof(void *); // a node of the set, a place in a list
    return sizeof(StoredSeries) + kIndexBytes + labels.capacity() * sizeof(labels[0]);
}

std::vector<Sample> StoredSeries::read(WallTime from, WallTime to) const
{
    std::vector<Sample> samples;
    auto block = std::partition_point(blocks.begin(), blocks.end(),
                                      [from](const SeriesBlock &b) { return b.lastTime() < from; });
    if (block != blocks.begin()) {
        samples.push_back(std::prev(block)->last());
    }
    for (; block != blocks.end() && block->firstTime() <= to; ++block) {
        block->read(samples);
    }
    const auto begin = std::partition_point(samples.begin(), samples.end(),
                                            [from](const Sample &s) { return s.time < from; });
    const auto end =
        std::partition_point(begin, samples.end(), [to](const Sample &s) { return s.time <= to; });
    samples.erase(end, samples.end());
    if (begin - samples.begin() > 1) {
        samples.erase(samples.begin(), std::prev(begin));
    }
    return samples;
}

std::span<const SeriesBlock> StoredSeries::blocksIn(WallTime from, WallTime to) const
{
    const auto begin = std::partition_point(
        blocks.begin(), blocks.end(), [from](const SeriesBlock &b) { return b.lastTime() < from; });
    const auto end = std::partition_point(
        begin, blocks.end(), [to](const SeriesBlock &b) { return b.firstTime() <= to; });
    return {begin, end};
}

std::span<const SeriesBlock> StoredSeries::blocksAround(WallTime from, WallTime to) const
{
    const auto in = blocksIn(from, to);
    const auto *begin = in.data() - (in.data() == blocks.data() ? 0 : 1);
    const auto *end = in.data() + in.size();
    end += end == blocks.data() + blocks.size() ? 0 : 1;
    return {begin, end};
}

template <typename Label>
SeriesLookup<Label>::SeriesLookup(const StoredSource &from, std::string_view metric,
                                  std::span<const Label> of)
    : source(from)
    , name(metric)
    , labels(of)
    , hash([this] {
        auto sum = mixed(reinterpret_cast<std::size_t>(&source), name);
        for (const auto &[label, value] : labels) {
            sum = mixed(mixed(sum, label), value);
        }
        return sum;
    }())
{
}

template <typename Label>
bool SeriesLookup<Label>::matches(const StoredSeries &series) const
{
    return series.hash == hash && series.source == &source && *series.name == name &&
           std::equal(series.labels.begin(), series.labels.end(), labels.begin(), labels.end(),
                      [](const auto &kept, const auto &asked) {
                          return *kept.first == asked.first && *kept.second == asked.second;
                      });
}

template struct SeriesLookup<Labels::value_type>;
template struct SeriesLookup<LabelView>;

} // namespace foretop::metrics
