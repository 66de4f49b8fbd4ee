// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/logsnapshot.h"

#include <stop_token>
#include <vector>

namespace foretop::logs {

/// Several logs as one, by time: records of each keep their order, those without a time stay behind
/// the one before; of the same time they come in the order of the logs. One byte and a bit a
/// record; at most kMostLogs.
class LogMerge
{
public:
    static constexpr std::size_t kMostLogs = 255;

    /// The merge of @p logs as they are now; reads times where they overlap, on @p workers threads.
    /// Goes on from @p earlier, a merge of the same logs before they grew, where it can (see
    /// LogSnapshot::continues()): what is as it was keeps its number, also when a live feed has
    /// dropped its oldest; records that came late change the order of the newest alone. Fails
    /// with Cancelled or TooLarge.
    static Result<LogSnapshotPtr> merge(std::vector<LogSnapshotPtr> logs,
                                        const LogSnapshotPtr &earlier, const std::stop_token &stop,
                                        const ProgressFunction &progress = {},
                                        unsigned workers = defaultWorkerCount());
    /// Up to where records are the same under the same number in two merges of which @p merged came
    /// from @p earlier; its first() when none is. The last record of each log is another once lines
    /// were added to it, but for the last of all: like that of a single log it is looked at again.
    static RecordNumber sharedEnd(const LogSnapshot &merged, const LogSnapshot &earlier);
};

} // namespace foretop::logs
