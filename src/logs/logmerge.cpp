// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/logmerge.h"

#include "logs/mergedlogsnapshot.h"
#include "logs/mergeoperation.h"

#include <algorithm>

#include <fmt/format.h>

namespace foretop::logs {
namespace {

/// How many dropped records may stand between others before all are numbered anew.
constexpr std::uint64_t kLeastMostHoles = 64U << 10;
constexpr std::uint64_t kMostHolesOf = 8; // one in so many

std::vector<RecordNumber> firstRecords(const std::vector<LogSnapshotPtr> &logs)
{
    std::vector<RecordNumber> first;
    for (const auto &log : logs) {
        first.push_back(log->first());
    }
    return first;
}

/// Dropped records that are not at the front.
std::uint64_t holesIn(const MergedOrder &order, const std::vector<RecordNumber> &held)
{
    if (order.first() >= order.end()) {
        return 0;
    }
    std::uint64_t holes = 0;
    const auto next = order.nextAt(order.firstSegment());
    for (std::size_t origin = 0; origin < held.size(); ++origin) {
        holes += held[origin] > next[origin] ? held[origin] - next[origin] : 0;
    }
    return holes;
}

/// What @p earlier was merged to, when the same logs have only grown since.
const MergedLogSnapshot *usable(const LogSnapshotPtr &earlier,
                                const std::vector<LogSnapshotPtr> &logs)
{
    const auto *const merged = dynamic_cast<const MergedLogSnapshot *>(earlier.get());
    if (merged == nullptr || merged->logs().size() != logs.size()) {
        return nullptr;
    }
    for (std::size_t origin = 0; origin < logs.size(); ++origin) {
        const auto &before = *merged->logs()[origin];
        if (!logs[origin]->continues(before) || logs[origin]->first() > before.end()) {
            return nullptr;
        }
    }
    const auto &order = merged->order();
    const auto most = std::max(kLeastMostHoles, (order.end() - order.first()) / kMostHolesOf);
    return holesIn(order, firstRecords(logs)) <= most ? merged : nullptr;
}

/// Goes on from @p order, behind all records of it that are not newer than a new one.
MergedOrderBuilder resume(const MergedOrder &order, const std::vector<LogSnapshotPtr> &logs)
{
    MergedOrderBuilder builder(order);
    std::optional<MergedOrder::Key> oldest; // of the new records behind the last one
    for (std::size_t origin = 0; origin < logs.size(); ++origin) {
        const auto next = builder.next(origin);
        if (next >= logs[origin]->end()) {
            continue;
        }
        std::vector<std::optional<WallTime>> times;
        logs[origin]->readTimes({next, next + 1}, times);
        const auto latest = builder.latest(origin);
        const auto key = times.front() ? std::max(latest, msSinceEpoch(*times.front())) : latest;
        if (order.comesBeforeEnd(key, origin)) {
            oldest = std::min(oldest.value_or(key), key);
        }
    }
    if (!oldest) {
        return builder;
    }
    return MergedOrderBuilder(order, order.segmentBefore(*oldest));
}

} // namespace

Result<LogSnapshotPtr> LogMerge::merge(std::vector<LogSnapshotPtr> logs,
                                       const LogSnapshotPtr &earlier, const std::stop_token &stop,
                                       const ProgressFunction &progress, unsigned workers)
{
    if (logs.size() > kMostLogs) {
        return fail(ErrorCode::TooLarge, fmt::format("{} logs are more than the {} that can be "
                                                     "merged",
                                                     logs.size(), kMostLogs));
    }
    const auto held = firstRecords(logs);
    const auto *const base = usable(earlier, logs);
    auto builder = base != nullptr ? resume(base->order(), logs) : MergedOrderBuilder(held);
    if (auto merged = MergeOperation(logs, builder, workers).run(stop, progress); !merged) {
        return tl::unexpected(std::move(merged.error()));
    }
    builder.dropFront(held);
    return std::make_shared<MergedLogSnapshot>(std::move(logs), builder.finish(),
                                               base != nullptr ? base->lineage()
                                                               : std::make_shared<char>());
}

RecordNumber LogMerge::sharedEnd(const LogSnapshot &merged, const LogSnapshot &earlier)
{
    const auto *const now = dynamic_cast<const MergedLogSnapshot *>(&merged);
    const auto *const before = dynamic_cast<const MergedLogSnapshot *>(&earlier);
    if (now == nullptr || before == nullptr || now->lineage() != before->lineage()) {
        return earlier.first();
    }
    return now->sharedEnd(*before);
}

} // namespace foretop::logs
