// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/mergeoperation.h"

#include "logs/workers.h"

#include <algorithm>
#include <atomic>
#include <queue>

namespace foretop::logs {

MergeOperation::MergeOperation(std::span<const LogSnapshotPtr> logs, MergedOrderBuilder &order,
                               unsigned workers)
    : m_order(order)
    , m_workers(std::max(workers, 1U))
{
    m_cursors.reserve(logs.size());
    for (std::size_t origin = 0; origin < logs.size(); ++origin) {
        m_cursors.emplace_back(*logs[origin], origin, order.next(origin), order.latest(origin));
    }
}

Result<void> MergeOperation::run(const std::stop_token &stop, const ProgressFunction &progress)
{
    std::uint64_t total = m_order.end().value();
    using Head = std::pair<Key, std::size_t>;
    std::priority_queue<Head, std::vector<Head>, std::greater<>> heads;
    const auto add = [&heads](const MergeCursor &cursor) {
        if (!cursor.isAtEnd()) {
            heads.emplace(cursor.least(), cursor.origin());
        }
    };
    for (const auto &cursor : m_cursors) {
        total += cursor.recordsLeft();
        add(cursor);
    }
    constexpr std::uint64_t kProgressStep = 64U << 10;
    auto nextProgress = m_order.end() + kProgressStep;
    while (!heads.empty()) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped");
        }
        auto &cursor = m_cursors[heads.top().second];
        heads.pop();
        pass(cursor, heads.empty() ? Limit() : Limit(heads.top()));
        add(cursor);
        if (progress && m_order.end() >= nextProgress) {
            progress({m_order.end().value(), total});
            nextProgress = m_order.end() + kProgressStep;
        }
    }
    if (progress) {
        progress({total, total});
    }
    return {};
}

/// Adds what of the cursor's run surely comes before @p limit; loads it when that takes it.
void MergeOperation::pass(MergeCursor &cursor, const Limit &limit)
{
    const auto comesFirst = [&](Key key) {
        return !limit || std::pair(key, cursor.origin()) < *limit;
    };
    if (!cursor.isLoaded()) {
        if (cursor.hasKnownTimes() && comesFirst(cursor.most())) {
            passRun(cursor);
        } else {
            load(cursor);
        }
        return;
    }
    const auto run = cursor.run();
    while (!cursor.isAtEnd() && cursor.run() == run && comesFirst(cursor.least())) {
        const auto time = cursor.time();
        m_order.add(cursor.origin(), 1, cursor.least(),
                    {.earliest = time, .latest = time, .hasUntimed = !time});
        cursor.passRecord();
    }
}

void MergeOperation::passRun(MergeCursor &cursor)
{
    m_order.add(cursor.origin(), cursor.recordsInRun(), cursor.most(), cursor.runTimes());
    cursor.passRun();
}

/// Reads the times of the cursor's run, and of runs of all logs that will be needed soon.
void MergeOperation::load(MergeCursor &cursor)
{
    struct Task
    {
        MergeCursor *cursor;
        std::size_t run;
        MergeCursor::Times times;
    };
    const auto most =
        std::max<std::size_t>(kMostTimesAhead / MergeCursor::kMostRunRecords / m_cursors.size(), 1);
    std::vector<Task> tasks;
    for (auto &other : m_cursors) {
        const bool isFew = other.loadedRuns() * 2 <= most;
        if (&other == &cursor || isFew) {
            for (const auto run :
                 other.runsToLoad(m_cursors, most - std::min(most - 1, other.loadedRuns()))) {
                tasks.push_back({&other, run, {}});
            }
        }
    }
    std::atomic<std::size_t> next = 0;
    const auto count = std::clamp<std::size_t>(tasks.size() / 4, 1, m_workers);
    runWorkers(static_cast<unsigned>(count), [&](unsigned) {
        for (auto at = next++; at < tasks.size(); at = next++) {
            auto &task = tasks[at];
            task.cursor->log().readTimes(task.cursor->rangeOf(task.run), task.times);
        }
    });
    for (auto &task : tasks) {
        task.cursor->setTimes(task.run, std::move(task.times));
    }
}

} // namespace foretop::logs
