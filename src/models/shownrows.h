// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/recordset.h"

#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace foretop::models {

/// Which records a table shows, in order, one a row: all of a log, or those found with some around
/// each. Rows come at the end, and go from both ends. A value.
class ShownRows
{
public:
    /// More are not shown: a table's rows are numbered by int.
    static constexpr int kMostRows = std::numeric_limits<int>::max();

    /// No rows: of all records, from @p first on.
    void clearToAll(logs::RecordNumber first);
    /// No rows: of those found, with context when @p contextAfter says how many after each.
    void clearToFound(std::optional<std::uint64_t> contextAfter);

    bool isAll() const { return m_isAll; }
    int count() const { return m_count; }
    /// @p row must be below count().
    logs::RecordNumber at(int row) const;
    /// The first row of @p record or a later one; count() when there is none.
    int firstRowFrom(logs::RecordNumber record) const;
    std::optional<int> rowOf(logs::RecordNumber record) const;
    bool isContext(logs::RecordNumber record) const;
    /// A copy of those found, for other threads, made when first asked for after a change; null
    /// when all are shown.
    std::shared_ptr<const logs::RecordSet> found() const;
    /// The same with context.
    std::shared_ptr<const logs::RecordSet> shownCopy() const;

    /// How rows change when some more are found.
    struct Growth
    {
        int removed = 0;         ///< from the end, first of all
        int inserted = 0;        ///< at the end
        std::vector<int> turned; ///< rows that were context and are found, or the reverse
    private:
        friend class ShownRows;
        std::optional<logs::RecordNumber> lost;
        logs::RecordNumber keptEnd; ///< rows before it stay
        logs::RecordSet found;
        logs::RecordSet shown;
    };
    /// Of all: those up to @p end.
    Growth growthTo(logs::RecordNumber end) const;
    /// Of those @p found, which @p around with all around them, in a log that ends at @p end.
    /// @p again: the record that was looked at before it was complete, so that it may have been
    /// found and not be so now.
    Growth growthBy(logs::RecordSet found, logs::RecordSet around, logs::RecordNumber end,
                    std::optional<logs::RecordNumber> again) const;
    // In this order, each within the model's begin and end.
    void removeLast(const Growth &growth);
    void append(Growth &&growth);

    /// Puts @p record, found and before all others, in the first row.
    void addFirst(logs::RecordNumber record);
    /// Removes the rows before @p record.
    void removeBefore(logs::RecordNumber record);
    /// How many rows stay when what is found from @p record on is to be found anew: context of
    /// that goes too.
    int rowsKept(logs::RecordNumber record) const;
    /// Removes the rows behind those.
    void removeFrom(logs::RecordNumber record);

private:
    const logs::RecordSet &shown() const { return m_contextAfter ? m_shown : m_found; }
    std::uint64_t size() const;
    logs::RecordNumber shownEnd() const;
    logs::RecordNumber contextEnd(logs::RecordNumber record) const;
    void loseAgain(logs::RecordNumber again, Growth &growth) const;
    void addContext(logs::RecordSet around, logs::RecordNumber end, Growth &growth) const;

    bool m_isAll = true;
    logs::RecordNumber m_first; // when all are shown
    logs::RecordNumber m_end;
    logs::RecordSet m_found;
    mutable std::shared_ptr<const logs::RecordSet> m_copy; // of m_found, as long as that is so
    std::optional<std::uint64_t> m_contextAfter;
    logs::RecordSet m_shown; // with context, when there is any
    int m_count = 0;
};

} // namespace foretop::models
