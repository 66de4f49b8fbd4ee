// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logsnapshot.h"

#include <array>
#include <vector>

namespace foretop::logs {

/// Records per time bucket and level.
struct Histogram
{
    WallTime from;                    ///< where the first bucket begins
    Milliseconds width{1000};         ///< of each bucket
    std::vector<LevelCounts> buckets; ///< at most kMaxBuckets
    std::uint64_t untimed = 0;        ///< records without a time
    std::uint64_t outside = 0;        ///< records before or after the buckets

    static constexpr std::size_t kMaxBuckets = 10'000;
    bool operator==(const Histogram &) const = default;
};

/// Between which times the records of @p within (all when null) lie that are in @p range. Where
/// the snapshot knows the times of runs of its records it is read as little as can be: then the
/// span of all may be wider by what it is there, hasUntimed may speak of others of the same runs.
Result<TimeSpan> timeSpanOf(const LogSnapshot &snapshot, RecordRange range, const RecordSet *within,
                            const std::stop_token &stop);
/// Of the whole snapshot.
Result<TimeSpan> timeSpanOf(const LogSnapshot &snapshot, const RecordSet *within,
                            const std::stop_token &stop);

/// The bucket width, of those a person reads easily (1, 2, 5, 10, 15, 30 s, 1 min, ...), with which
/// @p span takes at most @p mostBuckets (2 at least) wherever in a bucket it begins.
Milliseconds bucketWidthFor(Milliseconds span, std::size_t mostBuckets);

/// Makes room for times of @p span, as when a live log passes the last bucket: adds buckets behind
/// and in front, and where these would be more than @p mostBuckets (from 2 to kMaxBuckets) first
/// merges buckets to a width that is a multiple of theirs, so that counts stay exact. A histogram
/// without buckets gets from and width too; from is a multiple of width then. What was counted as
/// outside stays so: make room before counting.
void makeRoomFor(Histogram &histogram, const TimeSpan &span, std::size_t mostBuckets);

/// Counts all records of @p within (all when null) that are in @p range, exactly: none is skipped,
/// and only those are read whose run may lie in more than one bucket (LogSnapshot::timedRuns()).
/// @p histogram comes with from, width and buckets set, and is added to, so that live data is
/// counted as it comes; after an error it is as before.
Result<void> countInto(Histogram &histogram, const LogSnapshot &snapshot, RecordRange range,
                       const RecordSet *within, const std::stop_token &stop,
                       const ProgressFunction &progress = {},
                       unsigned workers = defaultWorkerCount());

} // namespace foretop::logs
