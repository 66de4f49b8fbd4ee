// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/catalogentries.h"

#include "metrics/familyname.h"

#include <cmath>
#include <map>
#include <unordered_map>

namespace foretop::models {

namespace {

using Families = std::unordered_map<std::string_view, const metrics::Family *>;
using Counts = std::unordered_map<std::string_view, std::size_t>;

Families familiesOf(const CatalogAnswers &answers)
{
    Families families;
    if (answers.metadata) {
        families.reserve(answers.metadata->families.size());
        for (const metrics::Family &family : answers.metadata->families) {
            families.emplace(family.name, &family);
        }
    }
    return families;
}

Counts countsOf(const CatalogAnswers &answers)
{
    Counts counts;
    if (answers.counts) {
        for (const metrics::ResultSeries &series : answers.counts->matrix) {
            const double count = series.samples.empty() ? 0 : series.samples.front().value;
            if (std::isfinite(count) && count >= 0) {
                counts.emplace(series.key.name, static_cast<std::size_t>(count));
            }
        }
    }
    return counts;
}

} // namespace

CatalogEntries entriesOf(const metrics::SeriesStore &store)
{
    CatalogEntries entries;
    for (auto &summary : store.families()) {
        std::optional<double> last;
        if (summary.last && !metrics::isStaleMarker(summary.last->value)) {
            last = summary.last->value;
        }
        entries.push_back({std::move(summary.family), summary.seriesCount, last});
    }
    return entries;
}

CatalogEntries entriesOf(const CatalogAnswers &answers)
{
    if (!answers.names) {
        return {};
    }
    const Families families = familiesOf(answers);
    const Counts counts = countsOf(answers);
    const auto find = [&families](std::string_view name) {
        const auto found = families.find(name);
        return found == families.end() ? nullptr : found->second;
    };
    std::map<std::string_view, MetricCatalog::Entry> byName;
    for (const std::string &name : *answers.names) {
        const metrics::Family *family = metrics::familyOf(name, find);
        auto [entry, isNew] = byName.try_emplace(family ? std::string_view(family->name) : name);
        if (isNew) {
            entry->second.family = family ? *family : metrics::Family{.name = name, .help = {}};
        }
        const auto count = counts.find(name);
        if (count != counts.end()) {
            entry->second.seriesCount = entry->second.seriesCount.value_or(0) + count->second;
        }
    }
    CatalogEntries entries;
    entries.reserve(byName.size());
    for (auto &item : byName) {
        entries.push_back(std::move(item.second));
    }
    return entries;
}

} // namespace foretop::models
