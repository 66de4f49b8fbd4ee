// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/logsnapshot.h"

#include <stop_token>
#include <vector>

namespace foretop::logs {

/// Several logs as one, by time: records of each keep their order, those without a time stay behind
/// the one before. One byte and a bit a record; at most 255 logs.
class LogMerge
{
public:
    static constexpr std::size_t kMostLogs = 255;

    /// The merge of @p logs as they are now; reads all their times, on @p workers threads. Goes on
    /// from @p earlier, a merge of the same logs before they grew, where it can.
    static Result<LogSnapshotPtr> merge(std::vector<LogSnapshotPtr> logs,
                                        const LogSnapshotPtr &earlier, const std::stop_token &stop,
                                        const ProgressFunction &progress = {},
                                        unsigned workers = defaultWorkerCount());
};

} // namespace foretop::logs
