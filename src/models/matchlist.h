// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/record.h"

#include <deque>
#include <optional>
#include <vector>

namespace foretop::models {

/// The numbers of the records that a filter let through, ascending, in four bytes each: rows grow
/// at the end and go at the front. Numbers must lie within 2^32 of each other, as those of a store
/// of a few hundred megabytes do.
class MatchList
{
public:
    using Numbers = std::vector<logs::RecordNumber>;

    std::size_t size() const { return m_offsets.size() - m_gone; }
    bool isEmpty() const { return size() == 0; }
    logs::RecordNumber at(std::size_t row) const { return m_base + m_offsets[m_gone + row]; }
    /// The first row whose number is @p number or more; size() when there is none.
    std::size_t lowerBound(logs::RecordNumber number) const;

    /// @p numbers ascend and are beyond all rows. @p latest: the latest time among them.
    void append(const Numbers &numbers, std::optional<WallTime> latest);
    /// Removes the first @p count rows.
    void removeFirst(std::size_t count);
    void clear();

    /// A row up to which no record is of @p time or later, and near the first that is.
    std::size_t rowsBefore(WallTime time) const;

private:
    void closeRanks();

    /// Some thousand rows up to the next run: an index of times, so that a search for one looks at
    /// the records of one run only.
    struct Run
    {
        std::size_t begin = 0; // in m_offsets
        std::optional<WallTime> latest;
    };

    logs::RecordNumber m_base{0};
    std::vector<std::uint32_t> m_offsets; // from m_base
    std::size_t m_gone = 0;               // removed from the front, not freed yet
    std::deque<Run> m_runs;
};

} // namespace foretop::models
