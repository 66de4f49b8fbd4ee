// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/labelpool.h"
#include "metrics/scrapecache.h"
#include "metrics/seriesblock.h"

#include <memory>
#include <span>

namespace foretop::metrics {

struct StoredSeries;

/// A source as the store knows it.
struct StoredSource
{
    std::string name;
    std::uint64_t appends = 0;
    std::shared_ptr<TimeChunk> times = {}; ///< of its appends; null before the first that share
    /// What its last page had, and the series of each key of that as of a state of the store.
    std::weak_ptr<const ScrapedSeries> page = {};
    std::vector<StoredSeries *> pageSeries = {};
    std::uint64_t pageState = 0;
};

/// A series as the store keeps it: its texts in the store's pool, its samples in blocks. Not
/// thread-safe.
struct StoredSeries
{
    using Text = LabelPool::Text;
    using Labels = std::vector<std::pair<Text, Text>>;

    std::size_t hash = 0;
    const StoredSource *source = nullptr;
    Text name = nullptr;
    Labels labels;
    std::vector<SeriesBlock> blocks; // in order of time
    std::uint64_t lastAppend = 0;    // of the source, when it had this series

    SeriesKey key() const;
    bool holds(const Labels &matching) const;
    /// Memory held besides its blocks, with the places in the store's indexes.
    std::size_t bytes() const;
    /// The samples of [@p from, @p to] and the one before them, where there is one.
    std::vector<Sample> read(WallTime from, WallTime to) const;
    /// The blocks that have or may have samples in [@p from, @p to].
    std::span<const SeriesBlock> blocksIn(WallTime from, WallTime to) const;
    /// These and a neighbour on each side, which have the samples before and after.
    std::span<const SeriesBlock> blocksAround(WallTime from, WallTime to) const;
};

/// What a series is looked up by, before its texts are in the pool. Labels are pairs of strings or
/// of views.
template <typename Label>
struct SeriesLookup
{
    SeriesLookup(const StoredSource &from, std::string_view metric, std::span<const Label> of);
    bool matches(const StoredSeries &series) const;

    const StoredSource &source;
    const std::string_view name;
    const std::span<const Label> labels;
    const std::size_t hash;
};
extern template struct SeriesLookup<Labels::value_type>;
extern template struct SeriesLookup<LabelView>;

struct SeriesHash
{
    using is_transparent = void;
    template <typename Label>
    std::size_t operator()(const SeriesLookup<Label> &lookup) const
    {
        return lookup.hash;
    }
    std::size_t operator()(const StoredSeries *series) const { return series->hash; }
    std::size_t operator()(const std::unique_ptr<StoredSeries> &series) const
    {
        return series->hash;
    }
};

struct SeriesEqual
{
    using is_transparent = void;
    template <typename Label>
    bool operator()(const SeriesLookup<Label> &lookup,
                    const std::unique_ptr<StoredSeries> &series) const
    {
        return lookup.matches(*series);
    }
    bool operator()(const StoredSeries *a, const std::unique_ptr<StoredSeries> &b) const
    {
        return a == b.get();
    }
    bool operator()(const std::unique_ptr<StoredSeries> &a,
                    const std::unique_ptr<StoredSeries> &b) const
    {
        return a == b;
    }
};

} // namespace foretop::metrics
