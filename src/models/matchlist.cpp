// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/matchlist.h"

#include <algorithm>
#include <limits>

namespace foretop::models {

namespace {

constexpr std::size_t kRunRows = 8192;

} // namespace

std::size_t MatchList::lowerBound(logs::RecordNumber number) const
{
    if (number <= m_base) {
        return 0;
    }
    const auto first = m_offsets.begin() + static_cast<std::ptrdiff_t>(m_gone);
    const auto found = std::lower_bound(first, m_offsets.end(), number - m_base);
    return static_cast<std::size_t>(found - first);
}

void MatchList::append(const Numbers &numbers, std::optional<WallTime> latest)
{
    if (numbers.empty()) {
        return;
    }
    if (isEmpty()) {
        clear();
        m_base = numbers.front();
    } else if (numbers.back() - m_base > std::numeric_limits<std::uint32_t>::max()) {
        closeRanks();
    }
    if (m_runs.empty() || m_offsets.size() - m_runs.back().begin >= kRunRows) {
        m_runs.push_back({m_offsets.size(), latest});
    } else {
        m_runs.back().latest = std::max(m_runs.back().latest, latest);
    }
    for (const logs::RecordNumber number : numbers) {
        m_offsets.push_back(static_cast<std::uint32_t>(number - m_base));
    }
}

void MatchList::removeFirst(std::size_t count)
{
    m_gone += count;
    while (m_runs.size() > 1 && m_runs[1].begin <= m_gone) {
        m_runs.pop_front();
    }
    // Freed when it is half of all: each row is then moved once at most, on average.
    if (m_gone > m_offsets.size() / 2) {
        closeRanks();
    }
}

void MatchList::clear()
{
    m_offsets.clear();
    m_runs.clear();
    m_gone = 0;
}

std::size_t MatchList::rowsBefore(WallTime time) const
{
    for (const Run &run : m_runs) {
        if (run.latest >= time) {
            return std::max(run.begin, m_gone) - m_gone;
        }
    }
    return size();
}

void MatchList::closeRanks()
{
    if (m_gone == m_offsets.size()) {
        clear();
        return;
    }
    const std::uint32_t shift = m_offsets[m_gone];
    const auto first = m_offsets.begin() + static_cast<std::ptrdiff_t>(m_gone);
    std::transform(first, m_offsets.end(), m_offsets.begin(),
                   [shift](std::uint32_t offset) { return offset - shift; });
    m_offsets.resize(size());
    m_base = m_base + shift;
    for (Run &run : m_runs) {
        run.begin -= std::min(run.begin, m_gone);
    }
    m_gone = 0;
}

} // namespace foretop::models
