// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/facets.h"
#include "logs/texthash.h"

#include <optional>
#include <string_view>

namespace foretop::logs {

/// How often each value of one field occurs, of at most kMaxFacetValues. One thread.
class ValueCounts
{
public:
    void add(std::optional<std::string_view> value);
    void add(const ValueCounts &other);

    /// With the @p most most frequent values.
    Facet facet(std::string field, std::size_t most) const;

private:
    void add(std::string_view value, std::uint64_t count);

    TextMap<std::uint64_t> m_counts;
    std::uint64_t m_records = 0;
    std::uint64_t m_missing = 0;
    std::uint64_t m_overflow = 0;
};

} // namespace foretop::logs
