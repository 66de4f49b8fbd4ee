// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/metricnames.h"

#include <algorithm>
#include <array>

namespace foretop::models {

namespace {

constexpr std::array<std::string_view, 8> kSuffixes = {"_bucket",  "_count",  "_sum",  "_total",
                                                       "_created", "_gcount", "_gsum", "_info"};

const MetricCatalog::Entry *find(const std::vector<MetricCatalog::Entry> &entries,
                                 std::string_view name)
{
    const auto found = std::lower_bound(
        entries.begin(), entries.end(), name,
        [](const auto &entry, std::string_view wanted) { return entry.family.name < wanted; });
    return found != entries.end() && found->family.name == name ? &*found : nullptr;
}

} // namespace

const MetricCatalog::Entry *familyOf(const MetricNames &names, const QString &metric)
{
    if (!names.entries) {
        return nullptr;
    }
    const std::string name = metric.toStdString();
    if (const auto *entry = find(*names.entries, name)) {
        return entry;
    }
    for (const auto suffix : kSuffixes) {
        if (name.ends_with(suffix)) {
            return find(*names.entries,
                        std::string_view(name).substr(0, name.size() - suffix.size()));
        }
    }
    return nullptr;
}

} // namespace foretop::models
