// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/sample.h"

#include <map>
#include <mutex>
#include <optional>
#include <span>

namespace foretop::metrics {

struct Series
{
    std::string source;
    SeriesKey key;
    std::vector<Sample> samples; ///< in order of time
};

/// Keeps samples by series, oldest dropped first. Thread-safe. Samples that are not newer than
/// their series' last are left out and counted. Bounds: a byte budget over all samples (every
/// series then loses its oldest half-block, counted) and kMaxSeries series (new ones refused and
/// counted).
class SeriesStore
{
public:
    static constexpr std::size_t kDefaultByteBudget = 64U << 20;
    static constexpr std::size_t kMaxSeries = 50'000;

    explicit SeriesStore(std::size_t byteBudget = kDefaultByteBudget);

    void append(const std::string &source, std::span<const SeriesSample> samples);
    /// Remembers type and help of families (the newest wins).
    void describe(std::span<const Family> families);

    /// Series of @p name whose labels hold every one of @p matching, with their samples in
    /// [@p from, @p to] and one sample before it, where there is one, so that a line enters the
    /// picture from its edge.
    std::vector<Series> query(std::string_view name, const Labels &matching, WallTime from,
                              WallTime to) const;
    /// Every family that has a series, by name.
    struct FamilySummary
    {
        Family family;
        std::size_t seriesCount = 0;
        std::optional<Sample> last; ///< newest sample of its first series
    };
    std::vector<FamilySummary> families() const;

    std::uint64_t revision() const; ///< grows with every append
    std::size_t bytes() const;
    std::uint64_t outOfOrder() const;
    std::uint64_t refusedSeries() const;
    std::uint64_t evictedSamples() const;

private:
    // implementer: complete the private part
};

} // namespace foretop::metrics
