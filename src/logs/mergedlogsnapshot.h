// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logsnapshot.h"
#include "logs/mergedorder.h"

#include <vector>

namespace foretop::logs {

/// Several logs in one order; made by LogMerge. Its origins are those of the logs, in the order
/// they were given. Records that a live feed has dropped since they were merged are Gap records
/// until they are at the front, where they go; search() and visit() pass them over.
class MergedLogSnapshot final : public LogSnapshot
{
public:
    /// @p lineage is the same for orders that went on from each other.
    MergedLogSnapshot(std::vector<LogSnapshotPtr> logs, MergedOrder order,
                      std::shared_ptr<const void> lineage);

    RecordNumber first() const override { return m_order.first(); }
    RecordNumber end() const override { return m_order.end(); }
    LevelCounts levels() const override;
    std::size_t originCount() const override { return m_firstOrigins.back(); }
    const LineRules &rules(std::size_t origin) const override;
    /// The name of the file, with as much of its path as tells it from the others.
    std::string_view originName(std::size_t origin) const override;

    Record record(RecordNumber number) const override;
    std::size_t originOf(RecordNumber number) const override;
    std::vector<Field> fields(RecordNumber number) const override;
    std::optional<StoredBytes> bytesOf(RecordNumber number) const override;
    Result<RecordSet> search(const CompiledQuery &query, const RecordSet *within, RecordNumber from,
                             const std::stop_token &stop, const MatchFunction &batchReady,
                             unsigned workers) const override;
    Result<void> visit(RecordRange range, const RecordSet *within, unsigned workers,
                       const std::stop_token &stop, const Visitor &visitor,
                       const ProgressFunction &progress) const override;
    std::vector<TimedRun> timedRuns() const override;
    std::optional<Level> levelOf(RecordNumber number) const override;
    void readTimes(RecordRange range, std::vector<std::optional<WallTime>> &times) const override;
    bool continues(const LogSnapshot &earlier) const override;
    RecordNumber firstFrom(WallTime time) const override;

    /// See LogMerge::sharedEnd(); @p earlier must have the same lineage.
    RecordNumber sharedEnd(const MergedLogSnapshot &earlier) const;
    const std::vector<LogSnapshotPtr> &logs() const { return m_logs; }
    const MergedOrder &order() const { return m_order; }
    /// Which log a record is of, and its number there.
    MergedOrder::Place placeOf(RecordNumber number) const { return m_order.placeOf(number); }
    RecordNumber numberOf(std::size_t origin, RecordNumber record) const
    {
        return m_order.numberOf(origin, record);
    }
    const std::shared_ptr<const void> &lineage() const { return m_lineage; }

private:
    std::size_t logOf(std::size_t origin) const;
    bool isHeld(const MergedOrder::Place &place) const
    {
        return place.record >= m_logs[place.origin]->first();
    }

    const std::vector<LogSnapshotPtr> m_logs;
    const std::vector<std::size_t> m_firstOrigins; // of each log, then how many there are
    const MergedOrder m_order;
    const std::shared_ptr<const void> m_lineage;
};

} // namespace foretop::logs
