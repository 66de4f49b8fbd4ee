// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/familyname.h"
#include "metrics/seriesstore.h"

#include <algorithm>
#include <mutex>

namespace foretop::metrics {

/// Calls @p use for each series of @p name whose labels hold all of @p matching.
template <typename Use>
void SeriesStore::eachMatching(std::string_view name, const Labels &matching, Use use) const
{
    const std::shared_lock lock(m_mutex);
    const auto named = m_byName.find(name);
    if (named == m_byName.end()) {
        return;
    }
    StoredSeries::Labels wanted;
    for (const auto &[label, value] : matching) {
        wanted.emplace_back(m_texts.find(label), m_texts.find(value));
    }
    for (const auto *series : named->second) {
        if (series->holds(wanted)) {
            use(*series);
        }
    }
}

std::vector<Series> SeriesStore::query(std::string_view name, const Labels &matching, WallTime from,
                                       WallTime to) const
{
    std::vector<Series> found;
    if (to < from) {
        return found;
    }
    eachMatching(name, matching, [&](const StoredSeries &series) {
        auto samples = series.read(from, to);
        if (!samples.empty() && samples.back().time >= from - kLookback) {
            found.push_back({series.source->name, series.key(), std::move(samples)});
        }
    });
    return found;
}

std::vector<DrawnSeries> SeriesStore::draw(std::string_view name, const Labels &matching,
                                           WallTime from, WallTime to, std::size_t columns) const
{
    std::vector<DrawnSeries> found;
    eachMatching(name, matching, [&](const StoredSeries &series) {
        auto drawn = columnsOf(series.blocks, from, to, columns);
        if (isSeen(drawn, from)) {
            found.push_back({series.source->name, series.key(), std::move(drawn)});
        }
    });
    return found;
}

/// Whether a series is in a picture that begins at @p from.
bool SeriesStore::isSeen(const ColumnSeries &drawn, WallTime from)
{
    const auto hasValues = [](const Column &column) { return column.count > 0; };
    return std::any_of(drawn.columns.begin(), drawn.columns.end(), hasValues) ||
           (drawn.before && drawn.before->time >= from - kLookback);
}

void SeriesStore::describe(std::span<const Family> families)
{
    const std::unique_lock lock(m_mutex);
    describeLocked(families);
}

void SeriesStore::describeLocked(std::span<const Family> families)
{
    for (const auto &[name, type, help, unit] : families) {
        describeOne({.name = name, .type = type, .help = help, .unit = unit});
    }
}

void SeriesStore::describeOne(const FamilyView &family)
{
    auto found = m_families.find(family.name);
    if (found == m_families.end()) {
        if (m_families.size() >= kMaxFamilies) {
            return;
        }
        found = m_families.emplace(family.name, Family()).first;
        found->second.name = family.name;
        m_familyBytes += sizeof(*found) + 4 * sizeof(void *) + 2 * family.name.size();
    }
    auto &known = found->second;
    m_familyBytes +=
        family.help.size() + family.unit.size() - known.help.size() - known.unit.size();
    known.type = family.type;
    known.help = family.help;
    known.unit = family.unit;
}

const Family *SeriesStore::familyOf(std::string_view name) const
{
    return metrics::familyOf(name, [this](std::string_view described) {
        const auto found = m_families.find(described);
        return found == m_families.end() ? nullptr : &found->second;
    });
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

} // namespace foretop::metrics
