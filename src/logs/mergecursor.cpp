// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/mergecursor.h"

#include <algorithm>
#include <limits>

namespace foretop::logs {
namespace {

TimeSpan anyTime()
{
    return {.earliest = WallTime::min(), .latest = WallTime::max(), .hasUntimed = true};
}

} // namespace

MergeCursor::MergeCursor(const LogSnapshot &log, std::size_t origin, RecordNumber next, Key latest)
    : m_log(&log)
    , m_origin(origin)
    , m_next(next)
    , m_latest(latest)
{
    const auto end = log.end();
    if (next >= end) {
        return;
    }
    auto runs = log.timedRuns();
    if (runs.empty()) {
        m_hasKnownTimes = false;
        runs.push_back({.range = {next, end}, .times = anyTime()});
    }
    auto first = std::ranges::partition_point(
        runs, [next](const LogSnapshot::TimedRun &run) { return run.range.end <= next; });
    for (; first != runs.end(); ++first) {
        for (auto at = std::max(first->range.first, next); at < first->range.end;) {
            const auto runEnd = std::min(at + kMostRunRecords, first->range.end);
            m_runs.push_back({.range = {at, runEnd}, .times = first->times});
            at = runEnd;
        }
    }
    m_mosts.reserve(m_runs.size());
    auto most = m_latest;
    for (const auto &run : m_runs) {
        most = run.times.latest ? std::max(most, msSinceEpoch(*run.times.latest)) : most;
        m_mosts.push_back(most);
    }
}

MergeCursor::Key MergeCursor::least() const
{
    if (m_times != nullptr) {
        const auto at = time();
        return at ? std::max(m_latest, msSinceEpoch(*at)) : m_latest;
    }
    const auto &times = held().times;
    return times.hasUntimed || !times.earliest ? m_latest
                                               : std::max(m_latest, msSinceEpoch(*times.earliest));
}

MergeCursor::Key MergeCursor::most() const
{
    const auto &latest = held().times.latest;
    return latest ? std::max(m_latest, msSinceEpoch(*latest)) : m_latest;
}

void MergeCursor::passRun()
{
    m_latest = most();
    m_next = held().range.end;
    enterRun();
}

void MergeCursor::passRecord()
{
    m_latest = least();
    ++m_next;
    ++m_inTimes;
    if (m_next == held().range.end) {
        enterRun();
    }
}

void MergeCursor::enterRun()
{
    m_loaded.erase(m_run);
    ++m_run;
    const auto loaded = m_loaded.find(m_run);
    m_times = loaded == m_loaded.end() ? nullptr : &loaded->second;
    m_inTimes = 0;
}

void MergeCursor::setTimes(std::size_t run, Times times)
{
    const auto &held = m_loaded[run] = std::move(times);
    if (run == m_run) {
        m_times = &held;
        m_inTimes = 0;
    }
}

/// Whether a run from the present one on may have times among @p times.
bool MergeCursor::overlaps(const TimeSpan &times) const
{
    if (isAtEnd() || !times.earliest) {
        return false;
    }
    const auto begin = m_mosts.begin() + static_cast<std::ptrdiff_t>(m_run);
    const auto found = std::lower_bound(begin, m_mosts.end(), msSinceEpoch(*times.earliest));
    if (found == m_mosts.end()) {
        return false;
    }
    const auto &near = m_runs[static_cast<std::size_t>(found - m_mosts.begin())].times;
    return near.hasUntimed || !near.earliest || *near.earliest <= *times.latest;
}

std::vector<std::size_t> MergeCursor::runsToLoad(const std::vector<MergeCursor> &cursors,
                                                 std::size_t most) const
{
    std::vector<std::size_t> runs;
    for (auto run = m_run; run < m_runs.size() && runs.size() < most; ++run) {
        if (m_loaded.contains(run)) {
            continue;
        }
        const bool isWanted =
            run == m_run || std::ranges::any_of(cursors, [&](const MergeCursor &other) {
                return &other != this && other.overlaps(m_runs[run].times);
            });
        if (!isWanted) {
            break;
        }
        runs.push_back(run);
    }
    return runs;
}

} // namespace foretop::logs
