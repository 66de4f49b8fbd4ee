// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logsnapshot.h"
#include "logs/mergedorder.h"

#include <span>

namespace foretop::logs {

/// Shows the records of merged logs to a visitor, as LogSnapshot::visit() does: each worker takes
/// one segment of the order after the other and gathers its records from all logs. With one worker
/// runs come in order.
class MergedVisit
{
public:
    /// Texts of one worker's run, at most, but for single records.
    static constexpr std::size_t kMostRunBytes = 16U << 20;

    /// @p firstOrigins is what is added to the origins that each log tells. All must outlive it.
    MergedVisit(std::span<const LogSnapshotPtr> logs, std::span<const std::size_t> firstOrigins,
                const MergedOrder &order);

    Result<void> run(RecordRange range, const RecordSet *within, unsigned workers,
                     const std::stop_token &stop, const LogSnapshot::Visitor &visitor,
                     const ProgressFunction &progress) const;

private:
    const std::span<const LogSnapshotPtr> m_logs;
    const std::span<const std::size_t> m_firstOrigins;
    const MergedOrder &m_order;
};

} // namespace foretop::logs
