// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logsnapshot.h"

namespace foretop::logs {

/// What is indexed of one file. Levels are those of the index, told by a record's first line.
class FileLogSnapshot final : public LogSnapshot
{
public:
    /// Blocks of a large index are told together so that timedRuns() has at most about so many.
    static constexpr std::size_t kMostTimedRuns = 1U << 18;

    /// @p view and @p rules must be of @p file. @p name is the source of its records. Snapshots
    /// with the same @p identity, not null, number their records alike.
    FileLogSnapshot(std::shared_ptr<const LogFile> file, LineIndexView view, LineRules rules,
                    std::string name, std::shared_ptr<const void> identity = {});

    RecordNumber first() const override { return RecordNumber(0); }
    RecordNumber end() const override { return RecordNumber(m_view.recordCount()); }
    LevelCounts levels() const override { return m_view.levels(); }
    const LineRules &rules(std::size_t origin) const override;
    std::string_view originName(std::size_t origin) const override;
    std::shared_ptr<const LogSnapshot> renamed(std::span<const std::string> names) const override;

    /// Where the file has been cut or cannot be read, a Gap record that says so.
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
    bool levelsFrom(RecordNumber first, std::span<Level> levels) const override;
    void readTimes(RecordRange range, std::vector<std::optional<WallTime>> &times) const override;
    bool continues(const LogSnapshot &earlier) const override;
    std::optional<RecordNumber> recordOfLine(std::uint64_t line) const override;
    RecordNumber firstFrom(WallTime time) const override;

    const LineIndexView &index() const { return m_view; }
    const std::shared_ptr<const LogFile> &file() const { return m_file; }

private:
    Record gap(RecordNumber number, std::string reason) const;

    const std::shared_ptr<const LogFile> m_file;
    const LineIndexView m_view;
    const LineRules m_rules;
    const std::string m_name;
    const std::shared_ptr<const void> m_identity;
};

} // namespace foretop::logs
