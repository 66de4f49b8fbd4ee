// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/seriesstore.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <queue>
#include <set>

namespace foretop::metrics {
namespace {

// With its shared count and what malloc adds.
constexpr std::size_t kTimesBytes = sizeof(TimeChunk) + 4 * sizeof(void *);

} // namespace

SeriesStore::SeriesStore(std::size_t byteBudget, std::size_t maxSeries)
    : m_budget(byteBudget)
    , m_maxSeries(maxSeries)
{
}

SeriesStore::~SeriesStore() = default;

StoredSource &SeriesStore::beginAppend(const std::string &source)
{
    ++m_revision;
    m_mayRemoveIdle = true;
    auto &known = m_sources.try_emplace(source, StoredSource{.name = source}).first->second;
    ++known.appends;
    return known;
}

/// Puts @p time into the times that series of @p source share, where enough would use it.
SeriesStore::SharedTime SeriesStore::shareTime(StoredSource &source, std::size_t samples,
                                               WallTime time)
{
    constexpr std::size_t kFewestSamples = 4;
    auto &times = source.times;
    if (samples < kFewestSamples || (times && time <= times->at(times->size() - 1))) {
        return {};
    }
    if (times && times->takes(time)) {
        times->append(time);
    } else {
        times = std::make_shared<TimeChunk>(time);
    }
    return {times.get(), times->size() - 1, time};
}

void SeriesStore::append(const std::string &source, std::span<const SeriesSample> samples)
{
    const std::unique_lock lock(m_mutex);
    auto &known = beginAppend(source);
    const auto shared =
        samples.empty() ? SharedTime() : shareTime(known, samples.size(), samples[0].sample.time);
    for (const auto &[key, sample] : samples) {
        appendTo(seriesFor(known, key), sample, shared);
    }
}

void SeriesStore::append(const std::string &source, const ExpositionView &page)
{
    const std::unique_lock lock(m_mutex);
    for (const auto &family : page.families) {
        describeOne(family);
    }
    auto &known = beginAppend(source);
    const auto shared = page.samples.empty()
                            ? SharedTime()
                            : shareTime(known, page.samples.size(), page.samples[0].sample.time);
    for (const auto &sample : page.samples) {
        appendTo(seriesFor(SeriesLookup(known, sample.name, page.labelsOf(sample))), sample.sample,
                 shared);
    }
}

void SeriesStore::append(const std::string &source, const Scrape &scrape)
{
    const std::unique_lock lock(m_mutex);
    auto &known = beginAppend(source);
    const auto shared = scrape.values.empty()
                            ? SharedTime()
                            : shareTime(known, scrape.values.size(), scrape.values[0].sample.time);
    findPage(known, scrape);
    for (const auto &[index, sample] : scrape.values) {
        if (known.pageState != m_pageState) {
            findPage(known, scrape);
        }
        auto *&series = known.pageSeries[index];
        // One that was refused may have room now.
        series = series ? series : seriesFor(known, scrape.series->keys[index]);
        appendTo(series, sample, shared);
    }
}

/// Makes pageSeries those of @p scrape; those that are not there stay null.
void SeriesStore::findPage(StoredSource &source, const Scrape &scrape)
{
    const bool isKnown =
        !source.page.owner_before(scrape.series) && !scrape.series.owner_before(source.page);
    if (!isKnown) {
        describeLocked(scrape.series->families);
        source.page = scrape.series;
    }
    if (!isKnown || source.pageState != m_pageState) {
        m_pageBytes -= source.pageSeries.capacity() * sizeof(StoredSeries *);
        source.pageSeries.assign(scrape.series->keys.size(), nullptr);
        m_pageBytes += source.pageSeries.capacity() * sizeof(StoredSeries *);
        source.pageState = m_pageState;
    }
}

StoredSeries *SeriesStore::seriesFor(const StoredSource &source, const SeriesKey &key)
{
    return seriesFor(SeriesLookup<Labels::value_type>(source, key.name, key.labels));
}

/// The series that @p lookup tells of, made when there is none; null when there is no room for
/// another.
template <typename Label>
StoredSeries *SeriesStore::seriesFor(const SeriesLookup<Label> &lookup)
{
    const auto found = m_series.find(lookup);
    if (found != m_series.end()) {
        return found->get();
    }
    if (m_series.size() >= m_maxSeries) {
        removeIdle();
        if (m_series.size() >= m_maxSeries) {
            return nullptr;
        }
    }
    auto series = std::make_unique<StoredSeries>();
    series->hash = lookup.hash;
    series->source = &lookup.source;
    series->name = m_texts.take(lookup.name);
    series->labels.reserve(lookup.labels.size());
    for (const auto &[name, value] : lookup.labels) {
        series->labels.emplace_back(m_texts.take(name), m_texts.take(value));
    }
    m_seriesBytes += series->bytes();
    m_byName[*series->name].push_back(series.get());
    return m_series.insert(std::move(series)).first->get();
}

/// Counts @p sample as refused when @p series is null.
void SeriesStore::appendTo(StoredSeries *series, const Sample &sample, const SharedTime &shared)
{
    if (!series) {
        ++m_refusedSeries;
        return;
    }
    series->lastAppend = series->source->appends;
    if (!series->blocks.empty() && sample.time <= series->blocks.back().lastTime()) {
        ++m_outOfOrder;
        return;
    }
    appendNewer(*series, sample, shared);
    if (usedBytes() > m_budget) {
        evict();
    }
}

void SeriesStore::appendNewer(StoredSeries &series, const Sample &sample, const SharedTime &shared)
{
    auto &blocks = series.blocks;
    const bool sharesTime = shared.times && sample.time == shared.time;
    // A series that misses some appends has times of its own for a while, so that it does not
    // begin a block each time that it comes back.
    bool mayShare = true;
    if (!blocks.empty()) {
        auto &block = blocks.back();
        const auto heapBytes = block.heapBytes();
        const auto *times = block.sharedTimes().get();
        if (!times && !block.isFull()) {
            block.append(sample);
            m_seriesBytes += block.heapBytes() - heapBytes;
            return;
        }
        if (times && sharesTime && times == shared.times &&
            block.nextSharedIndex() == shared.index && !block.isFull()) {
            block.appendShared(sample.value);
            m_seriesBytes += block.heapBytes() - heapBytes;
            return;
        }
        mayShare = block.isFull() ||
                   (times && times != shared.times && block.nextSharedIndex() == times->size());
        block.seal();
        m_seriesBytes += block.heapBytes() - heapBytes;
    }
    if (sharesTime && mayShare) {
        addBlock(series, SeriesBlock(series.source->times, shared.index, sample.value));
    } else {
        addBlock(series, SeriesBlock(sample));
    }
}

void SeriesStore::addBlock(StoredSeries &series, SeriesBlock block)
{
    auto &blocks = series.blocks;
    if (block.sharedTimes() && block.sharedTimes()->blocks++ == 0) {
        m_seriesBytes += kTimesBytes;
    }
    m_seriesBytes += block.heapBytes() - blocks.capacity() * sizeof(SeriesBlock);
    if (blocks.size() == blocks.capacity()) {
        blocks.reserve(blocks.size() + 1 + blocks.size() / 8);
    }
    blocks.push_back(std::move(block));
    m_seriesBytes += blocks.capacity() * sizeof(SeriesBlock);
}

template <typename Ends>
void SeriesStore::end(const std::string &source, WallTime time, Ends ends)
{
    const std::unique_lock lock(m_mutex);
    const auto known = m_sources.find(source);
    if (known == m_sources.end()) {
        return;
    }
    ++m_revision;
    auto &times = known->second.times;
    SharedTime shared;
    if (times && times->at(times->size() - 1) == time) {
        shared = {times.get(), times->size() - 1, time};
    }
    std::vector<StoredSeries *> ended;
    for (const auto &series : m_series) {
        if (series->source == &known->second && ends(*series) &&
            !isStaleMarker(series->blocks.back().last().value)) {
            ended.push_back(series.get());
        }
    }
    for (auto *series : ended) {
        if (time <= series->blocks.back().lastTime()) {
            ++m_outOfOrder;
        } else {
            appendNewer(*series, {time, kStaleMarker}, shared);
        }
    }
    if (usedBytes() > m_budget) {
        evict();
    }
}

void SeriesStore::endMissing(const std::string &source, WallTime time)
{
    end(source, time,
        [](const StoredSeries &series) { return series.lastAppend < series.source->appends; });
}

void SeriesStore::endAll(const std::string &source, WallTime time)
{
    end(source, time, [](const StoredSeries &) { return true; });
}

/// Forgets @p emptied, series without blocks, with one pass over the list of each name, as
/// thousands of a name can go at once.
void SeriesStore::remove(const std::vector<StoredSeries *> &emptied)
{
    std::set<std::string_view> names;
    for (const auto *series : emptied) {
        names.insert(*series->name);
    }
    for (const auto name : names) {
        const auto named = m_byName.find(name);
        std::erase_if(named->second, [](const auto *series) { return series->blocks.empty(); });
        if (named->second.empty()) {
            m_byName.erase(named);
        }
    }
    ++m_pageState;
    for (auto *series : emptied) {
        m_texts.release(series->name);
        for (const auto &[name, value] : series->labels) {
            m_texts.release(name);
            m_texts.release(value);
        }
        m_seriesBytes -= series->bytes() + series->blocks.capacity() * sizeof(SeriesBlock);
        m_series.erase(m_series.find(series));
    }
}

/// Drops the oldest block of @p series.
void SeriesStore::dropBlock(StoredSeries &series)
{
    const auto &block = series.blocks.front();
    m_seriesBytes -= block.heapBytes();
    m_evictedSamples += block.size();
    if (block.sharedTimes() && --block.sharedTimes()->blocks == 0) {
        m_seriesBytes -= kTimesBytes;
    }
    series.blocks.erase(series.blocks.begin());
}

/// At most once an append, as it looks at every series.
void SeriesStore::removeIdle()
{
    if (!m_mayRemoveIdle) {
        return;
    }
    m_mayRemoveIdle = false;
    std::vector<StoredSeries *> idle;
    for (const auto &series : m_series) {
        if (series->source->appends - series->lastAppend >= kIdleAppends) {
            idle.push_back(series.get());
            while (!series->blocks.empty()) {
                dropBlock(*series);
            }
        }
    }
    remove(idle);
}

/// Goes somewhat below the budget, so that it is not needed again at once.
void SeriesStore::evict()
{
    using Candidate = std::pair<WallTime, StoredSeries *>;
    std::vector<Candidate> candidates;
    candidates.reserve(m_series.size());
    for (const auto &series : m_series) {
        candidates.emplace_back(series->blocks.front().lastTime(), series.get());
    }
    std::priority_queue oldest(std::greater<>(), std::move(candidates));
    std::vector<StoredSeries *> emptied;
    std::size_t emptiedBytes = 0;
    while (usedBytes() - emptiedBytes > m_budget - m_budget / 16 && !oldest.empty()) {
        auto *series = oldest.top().second;
        oldest.pop();
        dropBlock(*series);
        if (series->blocks.empty()) {
            emptied.push_back(series);
            emptiedBytes += series->bytes() + series->blocks.capacity() * sizeof(SeriesBlock);
        } else {
            oldest.emplace(series->blocks.front().lastTime(), series);
        }
    }
    remove(emptied);
}

std::uint64_t SeriesStore::revision() const
{
    const std::shared_lock lock(m_mutex);
    return m_revision;
}

std::size_t SeriesStore::usedBytes() const
{
    return m_seriesBytes + m_familyBytes + m_pageBytes + m_texts.bytes();
}

std::size_t SeriesStore::bytes() const
{
    const std::shared_lock lock(m_mutex);
    return usedBytes();
}

std::size_t SeriesStore::blockBytes() const
{
    const std::shared_lock lock(m_mutex);
    std::size_t bytes = m_seriesBytes;
    for (const auto &series : m_series) {
        bytes -= series->bytes();
    }
    return bytes;
}

std::uint64_t SeriesStore::outOfOrder() const
{
    const std::shared_lock lock(m_mutex);
    return m_outOfOrder;
}

std::uint64_t SeriesStore::refusedSeries() const
{
    const std::shared_lock lock(m_mutex);
    return m_refusedSeries;
}

std::uint64_t SeriesStore::evictedSamples() const
{
    const std::shared_lock lock(m_mutex);
    return m_evictedSamples;
}

} // namespace foretop::metrics
