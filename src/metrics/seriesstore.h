// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/columns.h"
#include "metrics/samplesource.h"
#include "metrics/scrapecache.h"
#include "metrics/storedseries.h"
#include "metrics/vocabulary.h"

#include <map>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <span>
#include <unordered_set>

namespace foretop::metrics {

struct Series
{
    std::string source;
    SeriesKey key;
    std::vector<Sample> samples; ///< in order of time
};

/// A series as it is drawn, and whose it is.
struct DrawnSeries
{
    std::string source;
    SeriesKey key;
    ColumnSeries drawn;
};

/// Keeps samples by series, compressed, oldest dropped first. Thread-safe.
///
/// What comes is kept as it is: a counter that starts again is a lower value (rate() and increase()
/// know), any NaN is a value like others but for kStaleMarker, which ends the series until its next
/// sample. Samples that are not newer than their series' last, be they late or twice, are left out
/// and counted: the first one told of a moment stays.
///
/// Bounds: a byte budget over all that is held (of all blocks of samples those that end first go,
/// counted, and with its last block the series), kMaxSeries series (those that their source left
/// out for kIdleAppends appends make room, else new ones are refused and counted) and kMaxFamilies
/// described families (others stay undescribed). Of a node-exporter a sample takes about one byte
/// with all that belongs to it: see bench/metrics.
///
/// Samples of one append with the time of its first one share this time with each other, in
/// memory too; that others have times of their own costs them up to two bytes each.
///
/// Expressions see the source as the label kSourceLabel of each series; a label of this name that
/// a series has itself then is "exported_source", as Prometheus does with labels of a target.
class SeriesStore : public SampleSource, public Vocabulary
{
public:
    /// A day of 1,000 series each second at a byte a sample, and some more.
    static constexpr std::size_t kDefaultByteBudget = 128U << 20;
    static constexpr std::size_t kMaxSeries = 50'000;
    static constexpr std::size_t kMaxFamilies = 10'000;
    static constexpr std::uint64_t kIdleAppends = 240; ///< an hour of scrapes every 15 s
    /// How far before a range a series' sample may lie to be shown though there is none in it.
    static constexpr Milliseconds kLookback = std::chrono::minutes(5);

    explicit SeriesStore(std::size_t byteBudget = kDefaultByteBudget,
                         std::size_t maxSeries = kMaxSeries);
    ~SeriesStore() override;

    static constexpr std::string_view kSourceLabel = "source";

    void append(const std::string &source, std::span<const SeriesSample> samples);
    /// The same for a page as it was read, whose families it remembers too. Only series that are
    /// new take memory for their texts.
    void append(const std::string &source, const ExpositionView &page);
    /// The same for a page of a ScrapeCache, whose families it remembers too. Series that were on
    /// the source's page before are not searched for again.
    void append(const std::string &source, const Scrape &scrape);
    /// For a source whose every append holds all its series, such as a scrape: those that the last
    /// append() left out end at @p time, its own, with a kStaleMarker.
    void endMissing(const std::string &source, WallTime time);
    /// The source does not answer or is gone: all its series end at @p time.
    void endAll(const std::string &source, WallTime time);
    /// Remembers type and help of families (the newest wins).
    void describe(std::span<const Family> families);

    /// Series of @p name whose labels hold every one of @p matching, with their samples in
    /// [@p from, @p to] and one sample before it, where there is one, so that a line enters the
    /// picture from its edge. Series with no sample in the range are left out, unless the one
    /// before is at most kLookback away. In order of first appearance.
    std::vector<Series> query(std::string_view name, const Labels &matching, WallTime from,
                              WallTime to) const;
    /// The same series with at most @p columns (and kMaxColumns) columns each; see columnsOf().
    std::vector<DrawnSeries> draw(std::string_view name, const Labels &matching, WallTime from,
                                  WallTime to, std::size_t columns) const;
    /// Gets a series as expressions see it, with its source as a label; tells whether to go on.
    using DrawVisitor = std::function<bool(SeriesKey key, const ColumnSeries &drawn)>;
    /// The same for the series that satisfy all of @p matchers, all as of one moment, each drawn
    /// when it is its turn.
    void draw(std::span<const LabelMatcher> matchers, WallTime from, WallTime to,
              std::size_t columns, const DrawVisitor &visit) const;
    Result<void> select(std::span<const LabelMatcher> matchers, WallTime from, WallTime to,
                        const Visitor &visit, std::stop_token stop = {}) const override;
    std::vector<std::string> metricNames() const override;
    std::vector<std::string> labelNames(std::string_view metric) const override;
    std::vector<std::string> labelValues(std::string_view metric,
                                         std::string_view label) const override;

    /// Every family that has a series, by name. The series of a described histogram or summary
    /// (_bucket, _sum, _count) or OpenMetrics counter (_total) are its family's.
    struct FamilySummary
    {
        Family family;
        std::size_t seriesCount = 0;
        std::optional<Sample> last; ///< newest sample of its first series
    };
    std::vector<FamilySummary> families() const;

    std::uint64_t revision() const; ///< grows with every append
    std::size_t bytes() const;      ///< memory held
    std::size_t blockBytes() const; ///< of that for samples and their aggregates
    std::uint64_t outOfOrder() const;
    std::uint64_t refusedSeries() const; ///< samples of series that were refused
    std::uint64_t evictedSamples() const;

private:
    /// The place of an append in the times that its source's series share.
    struct SharedTime
    {
        TimeChunk *times = nullptr; ///< null: they do not share it
        std::size_t index = 0;
        WallTime time{};
    };

    StoredSource &beginAppend(const std::string &source);
    SharedTime shareTime(StoredSource &source, std::size_t samples, WallTime time);
    void findPage(StoredSource &source, const Scrape &scrape);
    template <typename Label>
    StoredSeries *seriesFor(const SeriesLookup<Label> &lookup);
    StoredSeries *seriesFor(const StoredSource &source, const SeriesKey &key);
    void appendTo(StoredSeries *series, const Sample &sample, const SharedTime &shared);
    void appendNewer(StoredSeries &series, const Sample &sample, const SharedTime &shared);
    void addBlock(StoredSeries &series, SeriesBlock block);
    void describeLocked(std::span<const Family> families);
    void describeOne(const FamilyView &family);
    template <typename Use>
    void eachMatching(std::string_view name, const Labels &matching, Use use) const;
    template <typename Use>
    void eachOf(std::string_view metric, Use use) const;
    static bool isSeen(const ColumnSeries &drawn, WallTime from);
    struct Selected;
    template <typename BlocksOf>
    std::vector<Selected> selected(std::span<const LabelMatcher> matchers, BlocksOf blocksOf) const;
    template <typename Ends>
    void end(const std::string &source, WallTime time, Ends ends);
    void remove(const std::vector<StoredSeries *> &emptied);
    void dropBlock(StoredSeries &series);
    void removeIdle();
    void evict();
    std::size_t usedBytes() const;
    const Family *familyOf(std::string_view name) const;

    const std::size_t m_budget;
    const std::size_t m_maxSeries;
    mutable std::shared_mutex m_mutex; // protects all members below
    std::map<std::string, StoredSource> m_sources;
    LabelPool m_texts;
    std::unordered_set<std::unique_ptr<StoredSeries>, SeriesHash, SeriesEqual> m_series;
    std::map<std::string_view, std::vector<StoredSeries *>> m_byName; // in order of appearance
    std::map<std::string, Family, std::less<>> m_families;
    bool m_mayRemoveIdle = false;
    std::size_t m_seriesBytes = 0;
    std::size_t m_familyBytes = 0;
    std::size_t m_pageBytes = 0;
    std::uint64_t m_pageState = 0; // grows when pointers to series may be void
    std::uint64_t m_revision = 0;
    std::uint64_t m_outOfOrder = 0;
    std::uint64_t m_refusedSeries = 0;
    std::uint64_t m_evictedSamples = 0;
};

} // namespace foretop::metrics
