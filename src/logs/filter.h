// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/livestore.h"

#include <functional>
#include <stop_token>

namespace foretop::logs {

/// Which records are shown: those of some level, with a text in them, not newer than a moment.
/// A value: compare, copy, keep.
struct Filter
{
    LevelMask levels = LevelMask::all();
    std::string text;              ///< in any case, anywhere in raw or message; empty matches all
    std::optional<WallTime> until; ///< records of a later time are left out, those of none stay

    /// Whether @p record is shown. Gap records always are.
    bool matches(const RecordView &record) const;
    bool operator==(const Filter &) const = default;
};

/// One run of a filter over a snapshot; long ones are cancelled through the token.
class FilterOperation
{
public:
    /// Called on the running thread with the matches of one batch in order, none perhaps, and the
    /// number up to which was searched.
    using BatchFunction =
        std::function<void(std::vector<RecordNumber> matches, RecordNumber searchedUpTo)>;
    static constexpr std::uint64_t kBatchRecords = 16'384;

    /// Searches from @p from, or from the oldest record held if that is evicted.
    FilterOperation(LiveSnapshot snapshot, Filter filter, RecordNumber from);
    /// Runs to the end of the snapshot. Returns false when stopped before. Any thread.
    bool run(std::stop_token stop, const BatchFunction &batchReady) const;

private:
    LiveSnapshot m_snapshot;
    Filter m_filter;
    RecordNumber m_from;
};

} // namespace foretop::logs
