// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/mergedlogsnapshot.h"

#include "logs/mergedvisit.h"
#include "logs/originnames.h"

#include <algorithm>

namespace foretop::logs {
namespace {

/// @p logs with names that are short and differ, where they let themselves be renamed.
std::vector<LogSnapshotPtr> withShortNames(std::vector<LogSnapshotPtr> logs)
{
    std::vector<std::string_view> names;
    for (const auto &log : logs) {
        for (std::size_t origin = 0; origin < log->originCount(); ++origin) {
            names.push_back(log->originName(origin));
        }
    }
    const auto shorter = distinguishingNames(names);
    std::size_t first = 0;
    for (auto &log : logs) {
        const auto count = log->originCount();
        auto renamed = count > 0 ? log->renamed(std::span(shorter).subspan(first, count)) : nullptr;
        log = renamed ? std::move(renamed) : log;
        first += count;
    }
    return logs;
}

std::vector<std::size_t> firstOrigins(const std::vector<LogSnapshotPtr> &logs)
{
    std::vector<std::size_t> first;
    std::size_t next = 0;
    for (const auto &log : logs) {
        first.push_back(next);
        next += log->originCount();
    }
    first.push_back(next);
    return first;
}

/// Nothing where records do not lie in files, and do not grow.
std::optional<std::uint64_t> sizeOf(const LogSnapshot &log, RecordNumber record)
{
    const auto bytes = log.bytesOf(record);
    return bytes ? std::optional(bytes->range.size()) : std::nullopt;
}

} // namespace

MergedLogSnapshot::MergedLogSnapshot(std::vector<LogSnapshotPtr> logs, MergedOrder order,
                                     std::shared_ptr<const void> lineage)
    : m_logs(withShortNames(std::move(logs)))
    , m_firstOrigins(firstOrigins(m_logs))
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

std::size_t MergedLogSnapshot::logOf(std::size_t origin) const
{
    // Of logs without an origin the last of the same begin has it.
    const auto after = std::ranges::upper_bound(m_firstOrigins, origin);
    return static_cast<std::size_t>(after - m_firstOrigins.begin()) - 1;
}

const LineRules &MergedLogSnapshot::rules(std::size_t origin) const
{
    const auto log = logOf(origin);
    return m_logs[log]->rules(origin - m_firstOrigins[log]);
}

std::string_view MergedLogSnapshot::originName(std::size_t origin) const
{
    const auto log = logOf(origin);
    return m_logs[log]->originName(origin - m_firstOrigins[log]);
}

std::size_t MergedLogSnapshot::originOf(RecordNumber number) const
{
    const auto place = placeOf(number);
    const auto inLog = isHeld(place) ? m_logs[place.origin]->originOf(place.record) : 0;
    return m_firstOrigins[place.origin] + inLog;
}

Record MergedLogSnapshot::record(RecordNumber number) const
{
    const auto place = placeOf(number);
    if (isHeld(place)) {
        return m_logs[place.origin]->record(place.record);
    }
    Record record;
    record.kind = RecordKind::Gap;
    record.source = originName(m_firstOrigins[place.origin]);
    record.message = "1 record dropped to keep within the memory for live records";
    record.raw = record.message;
    return record;
}

std::vector<Field> MergedLogSnapshot::fields(RecordNumber number) const
{
    const auto place = placeOf(number);
    return isHeld(place) ? m_logs[place.origin]->fields(place.record) : std::vector<Field>();
}

std::optional<LogSnapshot::StoredBytes> MergedLogSnapshot::bytesOf(RecordNumber number) const
{
    const auto place = placeOf(number);
    return isHeld(place) ? m_logs[place.origin]->bytesOf(place.record) : std::nullopt;
}

Result<void> MergedLogSnapshot::visit(RecordRange range, const RecordSet *within, unsigned workers,
                                      const std::stop_token &stop, const Visitor &visitor,
                                      const ProgressFunction &progress) const
{
    return MergedVisit(m_logs, m_firstOrigins, m_order)
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

void MergedLogSnapshot::readTimes(RecordRange range,
                                  std::vector<std::optional<WallTime>> &times) const
{
    constexpr auto kSegment = MergedOrder::kSegmentRecords;
    std::vector<std::vector<std::optional<WallTime>>> ofLog(m_logs.size());
    for (auto at = range.first; at < range.end;) {
        const auto number = static_cast<std::size_t>(at.value() / kSegment);
        const auto begins = m_order.nextAt(number);
        const auto ends = m_order.nextAt(number + 1);
        for (std::size_t log = 0; log < ofLog.size(); ++log) {
            const auto held = std::clamp(m_logs[log]->first(), begins[log], ends[log]);
            ofLog[log].assign(static_cast<std::size_t>(held - begins[log]), std::nullopt);
            m_logs[log]->readTimes({held, ends[log]}, ofLog[log]);
        }
        std::vector<std::size_t> next(m_logs.size());
        const auto &segment = m_order.segment(number);
        const RecordNumber begin(number * kSegment);
        for (std::size_t i = 0; i < segment.count && begin + i < range.end; ++i) {
            const auto log = segment.origins[i];
            const auto time = ofLog[log][next[log]++];
            if (begin + i >= range.first) {
                times.push_back(time);
            }
        }
        at = begin + segment.count;
    }
}

bool MergedLogSnapshot::continues(const LogSnapshot &earlier) const
{
    const auto *const other = dynamic_cast<const MergedLogSnapshot *>(&earlier);
    return other != nullptr && other->m_lineage == m_lineage && sharedEnd(*other) == other->end();
}

RecordNumber MergedLogSnapshot::sharedEnd(const MergedLogSnapshot &earlier) const
{
    auto shared = m_order.sharedEnd(earlier.m_order);
    for (std::size_t log = 0; log < m_logs.size(); ++log) {
        const auto &before = *earlier.m_logs[log];
        if (before.first() == before.end()) {
            continue;
        }
        const RecordNumber last(before.end().value() - 1);
        const auto number = earlier.numberOf(log, last);
        if (number + 1 < earlier.end() && last >= m_logs[log]->first() &&
            sizeOf(*m_logs[log], last) != sizeOf(before, last)) {
            shared = std::min(shared, number);
        }
    }
    return shared;
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
