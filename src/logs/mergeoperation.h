// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/logsnapshot.h"
#include "logs/mergecursor.h"
#include "logs/mergedorder.h"

#include <span>
#include <stop_token>
#include <vector>

namespace foretop::logs {

/// Adds to an order all records that are not in it yet, by time. Reads times only where logs
/// overlap, some runs of records ahead, with some threads.
class MergeOperation
{
public:
    /// Holds at most so many times of records that were read ahead, and a run of each log.
    static constexpr std::size_t kMostTimesAhead = 256U << 10;

    MergeOperation(std::span<const LogSnapshotPtr> logs, MergedOrderBuilder &order,
                   unsigned workers);

    /// Fails with Cancelled; the order is then of no use. Progress is in records.
    Result<void> run(const std::stop_token &stop, const ProgressFunction &progress);

private:
    using Key = MergedOrder::Key;
    /// The next of all cursors but one; nothing when there is no other.
    using Limit = std::optional<std::pair<Key, std::size_t>>;

    void pass(MergeCursor &cursor, const Limit &limit);
    void passRun(MergeCursor &cursor);
    void load(MergeCursor &cursor);

    MergedOrderBuilder &m_order;
    const unsigned m_workers;
    std::vector<MergeCursor> m_cursors;
};

} // namespace foretop::logs
