// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logsnapshot.h"

namespace foretop::logs {

/// Logs one behind the other, as a rotation made them of one: all records of the first, then all of
/// the next, whatever their times. Numbers stay as long as only the last one grows.
class LogChain final : public LogSnapshot
{
public:
    /// @p first: the number of the first record, when earlier logs are no longer held. Of no parts
    /// it is an empty log, which has no rules to ask for.
    explicit LogChain(std::vector<LogSnapshotPtr> parts, RecordNumber first = {});

    RecordNumber first() const override { return m_first; }
    RecordNumber end() const override { return m_end; }
    LevelCounts levels() const override;
    std::size_t originCount() const override { return m_originCount; }
    const LineRules &rules(std::size_t origin) const override;
    std::string_view originName(std::size_t origin) const override;
    std::shared_ptr<const LogSnapshot> renamed(std::span<const std::string> names) const override;
    std::size_t originOf(RecordNumber number) const override;
    Record record(RecordNumber number) const override;
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

private:
    struct Part
    {
        LogSnapshotPtr log;
        RecordNumber begin; // of its records in the chain
        RecordNumber end;
        std::size_t firstOrigin = 0;

        RecordNumber inPart(RecordNumber number) const;
        RecordNumber inChain(RecordNumber number) const;
        RecordRange inPart(RecordRange range) const;
        RecordSet inPart(const RecordSet &set) const;
    };

    const Part &partOf(RecordNumber number) const;
    const Part &partOfOrigin(std::size_t origin) const;
    Result<RecordSet> searchPart(const Part &part, const CompiledQuery &query,
                                 const RecordSet *within, RecordNumber from,
                                 const std::stop_token &stop, const MatchFunction &batchReady,
                                 unsigned workers) const;
    Progress progressOf(const Part &part, Progress progress) const;

    std::vector<Part> m_parts;
    RecordNumber m_first;
    RecordNumber m_end;
    std::size_t m_originCount = 0;
};

} // namespace foretop::logs
