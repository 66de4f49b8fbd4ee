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

/// Between which times the records of @p within (all when null) lie.
Result<TimeSpan> timeSpanOf(const LogSnapshot &snapshot, const RecordSet *within,
                            const std::stop_token &stop);

/// The bucket width, of those a person reads easily (1, 2, 5, 10, 30 s, 1 min, ...), with which
/// @p span takes at most @p mostBuckets.
Milliseconds bucketWidthFor(Milliseconds span, std::size_t mostBuckets);

/// Counts all records of @p within (all when null) from @p range.first on. @p histogram comes with
/// from, width and size set, and is added to, so that live data is counted as it comes.
Result<void> countInto(Histogram &histogram, const LogSnapshot &snapshot, RecordRange range,
                       const RecordSet *within, const std::stop_token &stop,
                       const ProgressFunction &progress = {});

} // namespace foretop::logs
