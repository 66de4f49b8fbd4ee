// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/rangestoread.h"

#include <algorithm>

namespace foretop::logs {

RecordRange clipped(RecordRange range, RecordRange to)
{
    const auto first = std::max(range.first, to.first);
    return {first, std::max(first, std::min(range.end, to.end))};
}

std::uint64_t countIn(RecordRange range, const RecordSet *within)
{
    return within == nullptr ? sizeOf(range)
                             : within->rankOf(range.end) - within->rankOf(range.first);
}

void RangesToRead::add(const RangesToRead &other)
{
    m_ranges.insert(m_ranges.end(), other.m_ranges.begin(), other.m_ranges.end());
}

Result<void> RangesToRead::visit(const LogSnapshot &snapshot, const RecordSet *within,
                                 unsigned workers, const std::stop_token &stop,
                                 const LogSnapshot::Visitor &visitor,
                                 const ProgressFunction &progress) const
{
    if (m_ranges.empty()) {
        return {};
    }
    if (m_ranges.size() == 1) {
        return snapshot.visit(m_ranges.front(), within, workers, stop, visitor, progress);
    }
    RecordSet records;
    auto all = m_ranges.front();
    for (const auto range : m_ranges) {
        records.addRange(range.first, range.end);
        all = {std::min(all.first, range.first), std::max(all.end, range.end)};
    }
    if (within != nullptr) {
        records &= *within;
    }
    return snapshot.visit(all, &records, workers, stop, visitor, progress);
}

} // namespace foretop::logs
