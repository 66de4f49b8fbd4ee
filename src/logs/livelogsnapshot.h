// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/livestore.h"
#include "logs/logsnapshot.h"
#include "logs/recordparser.h"

namespace foretop::logs {

/// What a live store held at one moment. When records have been evicted, a gap record that says how
/// many stands for the last of them, before the oldest one held.
class LiveLogSnapshot final : public LogSnapshot
{
public:
    /// Of @p store as it is now; snapshots of one store number their records alike. @p name is the
    /// origin's; each record names its own source besides.
    explicit LiveLogSnapshot(const LiveStore &store, std::string name = "live");

    RecordNumber first() const override;
    RecordNumber end() const override { return m_live.end(); }
    LevelCounts levels() const override { return m_levels; }
    const LineRules &rules(std::size_t origin) const override;
    std::string_view originName(std::size_t origin) const override;

    Record record(RecordNumber number) const override;
    std::vector<Field> fields(RecordNumber number) const override;
    Result<RecordSet> search(const CompiledQuery &query, const RecordSet *within, RecordNumber from,
                             const std::stop_token &stop, const MatchFunction &batchReady,
                             unsigned workers) const override;
    Result<void> visit(RecordRange range, const RecordSet *within, unsigned workers,
                       const std::stop_token &stop, const Visitor &visitor,
                       const ProgressFunction &progress) const override;
    std::optional<Level> levelOf(RecordNumber number) const override;
    void readTimes(RecordRange range, std::vector<std::optional<WallTime>> &times) const override;
    bool continues(const LogSnapshot &earlier) const override;
    RecordNumber firstFrom(WallTime time) const override;

private:
    bool isGap(RecordNumber number) const { return number < m_live.first(); }

    const LiveStore *const m_store; // tells snapshots of one store; never looked into
    const LiveSnapshot m_live;
    LevelCounts m_levels{};
    const LineRules m_rules;
    const std::string m_name;
};

} // namespace foretop::logs
