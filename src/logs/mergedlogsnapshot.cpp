// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/mergedlogsnapshot.h"

#include "logs/mergedvisit.h"
#include "logs/originnames.h"

#include <algorithm>

namespace foretop::logs {
namespace {

std::vector<std::string> shortNames(const std::vector<LogSnapshotPtr> &logs)
{
    std::vector<std::string_view> names;
    for (const auto &log : logs) {
        names.push_back(log->originName(0));
    }
    return distinguishingNames(names);
}

} // namespace

MergedLogSnapshot::MergedLogSnapshot(std::vector<LogSnapshotPtr> logs, MergedOrder order,
                                     std::shared_ptr<const void> lineage)
    : m_logs(std::move(logs))
    , m_names(shortNames(m_logs))
    , m_order(std::move(order))
    , m_lineage(std::move(lineage))
{
}

LevelCounts MergedLogSnapshot::levels() const
{
    LevelCounts counts{};
    for (const auto &log : m_logs) {
        const auto held = log->levels();
        std::ranges::transform(counts, held, counts.begin(), std::plus<>());
    }
    return counts;
}

Record MergedLogSnapshot::record(RecordNumber number) const
{
    const auto place = placeOf(number);
    const auto &log = *m_logs[place.origin];
    Record record;
    if (isHeld(place)) {
        record = log.record(place.record);
    } else {
        record.kind = RecordKind::Gap;
        record.message = "1 record dropped to keep within the memory for live records";
    }
    // A live feed names the source of each record better.
    if (record.source.empty() || record.source == log.originName(0)) {
        record.source = m_names[place.origin];
    }
    return record;
}

std::vector<Field> MergedLogSnapshot::fields(RecordNumber number) const
{
    const auto place = placeOf(number);
    return isHeld(place) ? m_logs[place.origin]->fields(place.record) : std::vector<Field>();
}

Result<void> MergedLogSnapshot::visit(RecordRange range, const RecordSet *within, unsigned workers,
                                      const std::stop_token &stop, const Visitor &visitor,
                                      const ProgressFunction &progress) const
{
    return MergedVisit(m_logs, m_order)
        .run({std::max(range.first, first()), std::min(range.end, end())}, within, workers, stop,
             visitor, progress);
}

std::vector<LogSnapshot::TimedRun> MergedLogSnapshot::timedRuns() const
{
    std::vector<TimedRun> runs;
    for (auto number = m_order.firstSegment(); number < m_order.endSegment(); ++number) {
        const auto range = m_order.rangeOf(number);
        if (range.first < range.end) {
            runs.push_back({.range = range, .times = m_order.segment(number).times});
        }
    }
    return runs;
}

std::optional<Level> MergedLogSnapshot::levelOf(RecordNumber number) const
{
    const auto place = placeOf(number);
    return isHeld(place) ? m_logs[place.origin]->levelOf(place.record)
                         : std::optional(Level::Unknown);
}

bool MergedLogSnapshot::continues(const LogSnapshot &earlier) const
{
    const auto *const other = dynamic_cast<const MergedLogSnapshot *>(&earlier);
    return other != nullptr && other->m_lineage == m_lineage &&
           m_order.sharedEnd(other->m_order) == other->end();
}

RecordNumber MergedLogSnapshot::firstFrom(WallTime time) const
{
    auto first = end();
    for (std::size_t origin = 0; origin < m_logs.size(); ++origin) {
        const auto record = m_logs[origin]->firstFrom(time);
        first = std::min(first, numberOf(origin, record));
    }
    return first;
}

} // namespace foretop::logs
