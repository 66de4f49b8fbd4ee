// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/shownrows.h"

#include <algorithm>
#include <utility>

namespace foretop::models {

namespace {

using logs::RecordNumber;
using logs::RecordSet;

std::optional<RecordNumber> lastOf(const RecordSet &set)
{
    const std::uint64_t size = set.size();
    return size > 0 ? std::optional(set.at(size - 1)) : std::nullopt;
}

void removeRange(RecordSet &set, RecordNumber first, RecordNumber end)
{
    if (first < end) {
        RecordSet range;
        range.addRange(first, end);
        set -= range;
    }
}

int rowCountOf(std::uint64_t size)
{
    return static_cast<int>(std::min<std::uint64_t>(size, ShownRows::kMostRows));
}

} // namespace

void ShownRows::clearToAll(RecordNumber first)
{
    *this = {};
    m_first = m_end = first;
}

void ShownRows::clearToFound(std::optional<std::uint64_t> contextAfter)
{
    *this = {};
    m_isAll = false;
    m_contextAfter = contextAfter;
}

RecordNumber ShownRows::at(int row) const
{
    const auto rank = static_cast<std::uint64_t>(row);
    return m_isAll ? m_first + rank : shown().at(rank);
}

int ShownRows::firstRowFrom(RecordNumber record) const
{
    const std::uint64_t before =
        m_isAll ? std::max(record, m_first) - m_first : shown().rankOf(record);
    return static_cast<int>(std::min(before, static_cast<std::uint64_t>(m_count)));
}

std::optional<int> ShownRows::rowOf(RecordNumber record) const
{
    const int row = firstRowFrom(record);
    return row < m_count && at(row) == record ? std::optional(row) : std::nullopt;
}

bool ShownRows::isContext(RecordNumber record) const
{
    return m_contextAfter && !m_found.contains(record);
}

std::shared_ptr<const RecordSet> ShownRows::found() const
{
    if (!m_isAll && !m_copy) {
        m_copy = std::make_shared<const RecordSet>(m_found);
    }
    return m_copy;
}

std::shared_ptr<const RecordSet> ShownRows::shownCopy() const
{
    return m_contextAfter ? std::make_shared<const RecordSet>(m_shown) : found();
}

std::uint64_t ShownRows::size() const
{
    return m_isAll ? m_end - m_first : shown().size();
}

RecordNumber ShownRows::shownEnd() const
{
    const auto last = lastOf(shown());
    return last ? *last + 1 : RecordNumber();
}

ShownRows::Growth ShownRows::growthTo(RecordNumber end) const
{
    Growth growth;
    growth.keptEnd = std::max(end, m_end);
    growth.inserted = rowCountOf(growth.keptEnd - m_first) - m_count;
    return growth;
}

ShownRows::Growth ShownRows::growthBy(RecordSet found, RecordSet around, RecordNumber end,
                                      std::optional<RecordNumber> again) const
{
    Growth growth;
    growth.keptEnd = shownEnd();
    if (again && m_found.contains(*again) && !found.contains(*again)) {
        loseAgain(*again, growth);
    }
    found -= m_found;
    growth.found = std::move(found);
    if (m_contextAfter) {
        addContext(std::move(around), end, growth);
    } else {
        growth.shown = growth.found;
    }
    const int kept = m_count - growth.removed;
    growth.inserted = rowCountOf(static_cast<std::uint64_t>(kept) + growth.shown.size()) - kept;
    return growth;
}

/// Where the context of what is found before @p record ends.
RecordNumber ShownRows::contextEnd(RecordNumber record) const
{
    const std::uint64_t before = m_found.rankOf(record);
    return before > 0 ? m_found.at(before - 1) + (*m_contextAfter + 1) : RecordNumber();
}

/// @p again is the last one found, as all that come are behind what was looked at.
void ShownRows::loseAgain(RecordNumber again, Growth &growth) const
{
    growth.lost = again;
    growth.keptEnd = again;
    if (m_contextAfter) {
        growth.keptEnd = contextEnd(again);
        if (again < growth.keptEnd) {
            growth.turned.push_back(firstRowFrom(again));
        }
    }
    growth.removed = m_count - firstRowFrom(growth.keptEnd);
    growth.keptEnd = std::min(growth.keptEnd, shownEnd());
}

void ShownRows::addContext(RecordSet around, RecordNumber end, Growth &growth) const
{
    // The one found last may have got its context after it only now.
    auto last = lastOf(m_found);
    if (growth.lost) {
        const std::uint64_t before = m_found.rankOf(*growth.lost);
        last = before > 0 ? std::optional(m_found.at(before - 1)) : std::nullopt;
    }
    if (last) {
        around.addRange(growth.keptEnd, std::min(*last + (*m_contextAfter + 1), end));
    }
    around |= growth.found;
    removeRange(around, RecordNumber(), growth.keptEnd);
    const auto first = growth.found.firstFrom(RecordNumber());
    if (first && *first < growth.keptEnd) {
        for (const RecordNumber record : growth.found.between(*first, growth.keptEnd)) {
            growth.turned.push_back(firstRowFrom(record));
        }
    }
    growth.shown = std::move(around);
}

void ShownRows::removeLast(const Growth &growth)
{
    if (growth.lost) {
        removeRange(m_found, *growth.lost, *growth.lost + 1);
        m_copy.reset();
        removeRange(m_shown, growth.keptEnd, shownEnd());
        m_count -= growth.removed;
    }
}

void ShownRows::append(Growth &&growth)
{
    if (m_isAll) {
        m_end = growth.keptEnd;
    } else if (!growth.found.isEmpty()) {
        m_found |= growth.found;
        m_copy.reset();
    }
    m_shown |= m_contextAfter ? growth.shown : RecordSet();
    m_count += growth.inserted;
}

void ShownRows::addFirst(RecordNumber record)
{
    m_found.add(record);
    m_copy.reset();
    if (m_contextAfter) {
        m_shown.add(record);
    }
    ++m_count;
}

void ShownRows::removeBefore(RecordNumber record)
{
    m_count -= firstRowFrom(record);
    if (m_isAll) {
        m_first = std::max(m_first, record);
        m_end = std::max(m_end, m_first);
        return;
    }
    if (const auto first = m_found.firstFrom(RecordNumber()); first && *first < record) {
        removeRange(m_found, *first, record);
        m_copy.reset();
    }
    if (const auto first = m_shown.firstFrom(RecordNumber()); first && *first < record) {
        removeRange(m_shown, *first, record);
    }
}

int ShownRows::rowsKept(RecordNumber record) const
{
    return firstRowFrom(m_contextAfter ? std::min(record, contextEnd(record)) : record);
}

void ShownRows::removeFrom(RecordNumber record)
{
    const int kept = rowsKept(record);
    if (m_isAll) {
        m_end = std::clamp(record, m_first, m_end);
    } else {
        const auto end = m_contextAfter ? std::min(record, contextEnd(record)) : record;
        removeRange(m_shown, end, shownEnd());
        if (const auto last = lastOf(m_found)) {
            removeRange(m_found, record, *last + 1);
        }
        m_copy.reset();
    }
    m_count = kept;
}

} // namespace foretop::models
