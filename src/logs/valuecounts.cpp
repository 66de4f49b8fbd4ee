// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/valuecounts.h"

#include <algorithm>

namespace foretop::logs {

void ValueCounts::add(std::optional<std::string_view> value)
{
    ++m_records;
    if (value) {
        add(*value, 1);
    } else {
        ++m_missing;
    }
}

void ValueCounts::add(const ValueCounts &other)
{
    for (const auto &[value, count] : other.m_counts) {
        add(value, count);
    }
    m_records += other.m_records;
    m_missing += other.m_missing;
    m_overflow += other.m_overflow;
}

void ValueCounts::add(std::string_view value, std::uint64_t count)
{
    if (const auto known = m_counts.find(value); known != m_counts.end()) {
        known->second += count;
    } else if (m_counts.size() < kMaxFacetValues && value.size() <= kMaxFacetValueBytes) {
        m_counts.emplace(value, count);
    } else {
        m_overflow += count;
    }
}

Facet ValueCounts::facet(std::string field, std::size_t most) const
{
    Facet facet{.field = std::move(field),
                .values = {},
                .distinct = m_counts.size(),
                .missing = m_missing,
                .records = m_records,
                .overflow = m_overflow};
    using Counted = TextMap<std::uint64_t>::value_type;
    std::vector<const Counted *> counted;
    counted.reserve(m_counts.size());
    for (const auto &value : m_counts) {
        counted.push_back(&value);
    }
    const auto shown =
        counted.begin() + static_cast<std::ptrdiff_t>(std::min(most, counted.size()));
    std::partial_sort(
        counted.begin(), shown, counted.end(), [](const Counted *a, const Counted *b) {
            return a->second != b->second ? a->second > b->second : a->first < b->first;
        });
    std::for_each(counted.begin(), shown, [&](const Counted *value) {
        facet.values.push_back({.value = value->first, .count = value->second});
    });
    return facet;
}

} // namespace foretop::logs
