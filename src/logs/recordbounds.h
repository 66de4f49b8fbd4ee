// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/blocksearch.h"

#include <algorithm>
#include <optional>
#include <span>

namespace foretop::logs {

/// The records of a block when it is known where each begins, numbered from 0.
class RecordBounds final : public BlockRecords
{
public:
    /// Where each record begins, in order, and the last one ends; one record at least. Must outlive
    /// this.
    explicit RecordBounds(std::span<const std::uint32_t> bounds)
        : m_bounds(bounds)
        , m_end(bounds.size() - 1)
    {
    }

    RecordExtent around(std::size_t place) override
    {
        // Matches mostly ascend: the record is one of the next few, or somewhere behind.
        auto after = m_bounds[m_next] <= place ? m_next : 0;
        for (int near = 0; near < 4 && after < m_end && m_bounds[after] <= place; ++near) {
            ++after;
        }
        if (after == 0 || (after < m_end && m_bounds[after] <= place)) {
            const auto from = m_bounds.begin() + static_cast<std::ptrdiff_t>(after);
            const auto end = m_bounds.begin() + static_cast<std::ptrdiff_t>(m_end);
            after = static_cast<std::size_t>(std::upper_bound(from, end, place) - m_bounds.begin());
        }
        m_next = after - 1;
        return extent(m_next);
    }

    std::optional<RecordExtent> from(std::size_t end) override
    {
        m_next += end > 0 ? 1 : 0;
        return m_next < m_end ? std::optional(extent(m_next)) : std::nullopt;
    }

private:
    RecordExtent extent(std::size_t number) const
    {
        return {.begin = m_bounds[number],
                .end = m_bounds[number + 1],
                .record = static_cast<std::uint32_t>(number)};
    }

    const std::span<const std::uint32_t> m_bounds;
    const std::size_t m_end;
    std::size_t m_next = 0; // the record found last
};

} // namespace foretop::logs
