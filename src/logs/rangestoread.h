// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logsnapshot.h"

#include <stop_token>
#include <vector>

namespace foretop::logs {

inline RecordRange wholeOf(const LogSnapshot &snapshot)
{
    return {snapshot.first(), snapshot.end()};
}

inline std::uint64_t sizeOf(RecordRange range)
{
    return range.end - range.first;
}

/// What of @p range is in @p to; empty when nothing is.
RecordRange clipped(RecordRange range, RecordRange to);

/// How many records of @p within, all when null, are in @p range.
std::uint64_t countIn(RecordRange range, const RecordSet *within);

/// Collects ranges of a snapshot that must be read, to read them in one go.
class RangesToRead
{
public:
    void add(RecordRange range) { m_ranges.push_back(range); }
    void add(const RangesToRead &other);

    /// LogSnapshot::visit() of the records of @p within that are in one of the ranges.
    Result<void> visit(const LogSnapshot &snapshot, const RecordSet *within, unsigned workers,
                       const std::stop_token &stop, const LogSnapshot::Visitor &visitor,
                       const ProgressFunction &progress = {}) const;

private:
    std::vector<RecordRange> m_ranges;
};

} // namespace foretop::logs
