// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logsnapshot.h"
#include "logs/mergedorder.h"

#include <map>
#include <optional>
#include <vector>

namespace foretop::logs {

/// Where a merge is in one of its logs: at a run of records whose keys are between two bounds, or,
/// once the run's times are read, at one record. One thread.
class MergeCursor
{
public:
    using Key = MergedOrder::Key;
    using Times = std::vector<std::optional<WallTime>>;

    /// Runs have at most so many records.
    static constexpr std::uint64_t kMostRunRecords = 1024;

    /// Begins with record @p next of @p log; the one before has the key @p latest.
    MergeCursor(const LogSnapshot &log, std::size_t origin, RecordNumber next, Key latest);

    std::size_t origin() const { return m_origin; }
    bool isAtEnd() const { return m_run == m_runs.size(); }

    /// A key that is not greater than that of the next record; its own when the run is loaded.
    Key least() const;
    /// A key that is not less than that of any record of the run.
    Key most() const;
    std::size_t run() const { return m_run; }
    std::uint64_t recordsInRun() const { return held().range.end - m_next; }
    std::uint64_t recordsLeft() const { return isAtEnd() ? 0 : m_runs.back().range.end - m_next; }
    const TimeSpan &runTimes() const { return held().times; }
    /// Whether the log tells the times of its runs.
    bool hasKnownTimes() const { return m_hasKnownTimes; }
    std::optional<WallTime> time() const { return (*m_times)[m_inTimes]; }
    bool isLoaded() const { return m_times != nullptr; }

    /// Goes behind the run, or behind the next record when it is loaded.
    void passRun();
    void passRecord();

    /// Which records' times are worth reading now: runs from the next one on that are not loaded
    /// and, but for that one, overlap in time with the runs of another of @p cursors.
    std::vector<std::size_t> runsToLoad(const std::vector<MergeCursor> &cursors,
                                        std::size_t most) const;
    RecordRange rangeOf(std::size_t run) const { return m_runs[run].range; }
    const LogSnapshot &log() const { return *m_log; }
    void setTimes(std::size_t run, Times times);
    std::size_t loadedRuns() const { return m_loaded.size(); }

private:
    const LogSnapshot::TimedRun &held() const { return m_runs[m_run]; }
    void enterRun();
    bool overlaps(const TimeSpan &times) const;

    const LogSnapshot *m_log;
    std::size_t m_origin;
    bool m_hasKnownTimes = true;
    std::vector<LogSnapshot::TimedRun> m_runs;
    std::vector<Key> m_mosts; // of each run what most() will be at most
    std::size_t m_run = 0;
    RecordNumber m_next;
    Key m_latest;
    std::map<std::size_t, Times> m_loaded; // by run
    const Times *m_times = nullptr;        // of the run, when it is loaded
    std::size_t m_inTimes = 0;
};

} // namespace foretop::logs
