// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/seriesstore.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <queue>
#include <set>

namespace foretop::metrics {

SeriesStore::SeriesStore(std::size_t byteBudget, std::size_t maxSeries)
    : m_budget(byteBudget)
    , m_maxSeries(maxSeries)
{
}

SeriesStore::~SeriesStore() = default;

void SeriesStore::append(const std::string &source, std::span<const SeriesSample> samples)
{
    const std::unique_lock lock(m_mutex);
    ++m_revision;
    auto &known = m_sources.try_emplace(source, StoredSource{source, 0}).first->second;
    ++known.appends;
    m_mayRemoveIdle = true;
    for (const auto &[key, sample] : samples) {
        if (auto *series = seriesFor(known, key)) {
            appendTo(*series, sample);
        } else {
            ++m_refusedSeries;
        }
        if (usedBytes() > m_budget) {
            evict();
        }
    }
}

/// The series of @p key, made when there is none; null when there is no room for another.
StoredSeries *SeriesStore::seriesFor(const StoredSource &source, const SeriesKey &key)
{
    const SeriesLookup lookup(source, key);
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
    series->source = &source;
    series->name = m_texts.take(key.name);
    series->labels.reserve(key.labels.size());
    for (const auto &[name, value] : key.labels) {
        series->labels.emplace_back(m_texts.take(name), m_texts.take(value));
    }
    m_seriesBytes += series->bytes();
    m_byName[*series->name].push_back(series.get());
    return m_series.insert(std::move(series)).first->get();
}

void SeriesStore::appendTo(StoredSeries &series, const Sample &sample)
{
    auto &blocks = series.blocks;
    series.lastAppend = series.source->appends;
    if (!blocks.empty() && sample.time <= blocks.back().lastTime()) {
        ++m_outOfOrder;
    } else if (blocks.empty() || blocks.back().isFull()) {
        m_seriesBytes -= series.bytes();
        blocks.emplace_back(sample);
        m_seriesBytes += series.bytes();
    } else {
        m_seriesBytes -= blocks.back().heapBytes();
        blocks.back().append(sample);
        m_seriesBytes += blocks.back().heapBytes();
    }
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
    for (const auto &series : m_series) {
        if (series->source != &known->second || !ends(*series) ||
            isStaleMarker(series->blocks.back().last().value)) {
            continue;
        }
        // The source did not tell this, so that the series stays as idle as it is.
        const auto lastAppend = series->lastAppend;
        appendTo(*series, {time, kStaleMarker});
        series->lastAppend = lastAppend;
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
    for (auto *series : emptied) {
        m_texts.release(series->name);
        for (const auto &[name, value] : series->labels) {
            m_texts.release(name);
            m_texts.release(value);
        }
        m_seriesBytes -= series->bytes();
        m_series.erase(m_series.find(series));
    }
}

/// Drops the oldest block of @p series.
void SeriesStore::dropBlock(StoredSeries &series)
{
    m_seriesBytes -= series.bytes();
    m_evictedSamples += series.blocks.front().size();
    series.blocks.erase(series.blocks.begin());
    m_seriesBytes += series.bytes();
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
            emptiedBytes += series->bytes();
        } else {
            oldest.emplace(series->blocks.front().lastTime(), series);
        }
    }
    remove(emptied);
}

void SeriesStore::describe(std::span<const Family> families)
{
    const std::unique_lock lock(m_mutex);
    for (const auto &family : families) {
        auto found = m_families.find(family.name);
        if (found == m_families.end()) {
            if (m_families.size() >= kMaxFamilies) {
                continue;
            }
            found = m_families.emplace(family.name, Family()).first;
            m_familyBytes += sizeof(*found) + 4 * sizeof(void *) + 2 * family.name.size();
        }
        m_familyBytes += family.help.size() - found->second.help.size();
        found->second = family;
    }
}

std::vector<Series> SeriesStore::query(std::string_view name, const Labels &matching, WallTime from,
                                       WallTime to) const
{
    const std::shared_lock lock(m_mutex);
    const auto named = m_byName.find(name);
    if (named == m_byName.end() || to < from) {
        return {};
    }
    StoredSeries::Labels wanted;
    for (const auto &[label, value] : matching) {
        wanted.emplace_back(m_texts.find(label), m_texts.find(value));
    }
    std::vector<Series> found;
    for (const auto *series : named->second) {
        if (!series->holds(wanted)) {
            continue;
        }
        auto samples = series->read(from, to);
        if (!samples.empty() && samples.back().time >= from - kLookback) {
            found.push_back({series->source->name, series->key(), std::move(samples)});
        }
    }
    return found;
}

/// The described family that series of @p name belong to, or null.
const Family *SeriesStore::familyOf(std::string_view name) const
{
    struct Suffix
    {
        std::string_view text;
        std::array<FamilyType, 2> types;
    };
    static constexpr std::array kSuffixes{
        Suffix{"", {}},
        Suffix{"_bucket", {FamilyType::Histogram, FamilyType::Histogram}},
        Suffix{"_sum", {FamilyType::Histogram, FamilyType::Summary}},
        Suffix{"_count", {FamilyType::Histogram, FamilyType::Summary}},
        Suffix{"_total", {FamilyType::Counter, FamilyType::Counter}},
    };
    for (const auto &[suffix, types] : kSuffixes) {
        if (!name.ends_with(suffix)) {
            continue;
        }
        const auto found = m_families.find(name.substr(0, name.size() - suffix.size()));
        if (found != m_families.end() &&
            (suffix.empty() || std::count(types.begin(), types.end(), found->second.type) > 0)) {
            return &found->second;
        }
    }
    return nullptr;
}

std::vector<SeriesStore::FamilySummary> SeriesStore::families() const
{
    const std::shared_lock lock(m_mutex);
    std::map<std::string_view, FamilySummary> byName;
    for (const auto &[name, series] : m_byName) {
        const auto *family = familyOf(name);
        auto &summary = byName[family ? std::string_view(family->name) : name];
        if (summary.seriesCount == 0) {
            if (family) {
                summary.family = *family;
            } else {
                summary.family.name = name;
            }
            summary.last = series.front()->blocks.back().last();
        }
        summary.seriesCount += series.size();
    }
    std::vector<FamilySummary> families;
    families.reserve(byName.size());
    for (auto &item : byName) {
        families.push_back(std::move(item.second));
    }
    return families;
}

std::uint64_t SeriesStore::revision() const
{
    const std::shared_lock lock(m_mutex);
    return m_revision;
}

std::size_t SeriesStore::usedBytes() const
{
    return m_seriesBytes + m_familyBytes + m_texts.bytes();
}

std::size_t SeriesStore::bytes() const
{
    const std::shared_lock lock(m_mutex);
    return usedBytes();
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
