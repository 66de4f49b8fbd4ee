// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text.h"
#include "logs/logsnapshot.h"

#include <algorithm>
#include <atomic>

namespace foretop::logs {

/// A snapshot of records given one by one, read as slowly and plainly as can be.
class MemorySnapshot final : public LogSnapshot
{
public:
    explicit MemorySnapshot(LineRules rules = {}, RecordNumber first = {})
        : m_rules(std::move(rules))
        , m_first(first)
    {
    }

    /// Adds a record that lies there as its text.
    void add(std::string raw)
    {
        RecordParser parser(m_rules);
        m_records.push_back(parser.parseText(raw));
        m_records.back().raw = std::move(raw);
        m_isParsed.push_back(false);
    }
    /// Adds a record that is parsed already.
    void add(Record record)
    {
        m_records.push_back(std::move(record));
        m_isParsed.push_back(true);
    }
    /// Adds each line of @p text.
    void addLines(std::string_view text)
    {
        while (!text.empty()) {
            add(std::string(takeUntil(text, '\n')));
        }
    }
    /// Has timedRuns() tell the times of so many records together.
    void setRunSize(std::size_t size) { m_runSize = size; }
    /// How many records were visited.
    std::uint64_t visited() const { return m_visited; }

    RecordNumber first() const override { return m_first; }
    RecordNumber end() const override { return m_first + m_records.size(); }
    LevelCounts levels() const override
    {
        LevelCounts counts{};
        for (const auto &record : m_records) {
            ++counts[static_cast<std::size_t>(record.level)];
        }
        return counts;
    }
    const LineRules &rules(std::size_t) const override { return m_rules; }
    std::string_view originName(std::size_t) const override { return "memory"; }
    Record record(RecordNumber number) const override
    {
        auto record = at(number);
        record.source = record.source.empty() ? "memory" : record.source;
        return record;
    }
    std::vector<Field> fields(RecordNumber number) const override
    {
        return RecordParser(m_rules).fields(at(number).raw);
    }
    Result<RecordSet> search(const CompiledQuery &, const RecordSet *, RecordNumber,
                             const std::stop_token &, const MatchFunction &,
                             unsigned) const override
    {
        return fail(ErrorCode::Unavailable, "cannot be searched", "memory");
    }

    Result<void> visit(RecordRange range, const RecordSet *within, unsigned workers,
                       const std::stop_token &stop, const Visitor &visitor,
                       const ProgressFunction &) const override
    {
        constexpr std::uint64_t kRun = 100;
        std::atomic<std::uint64_t> next = range.first.value();
        runWorkers(workers, [&](unsigned worker) {
            for (auto at = next.fetch_add(kRun); at < range.end.value() && !stop.stop_requested();
                 at = next.fetch_add(kRun)) {
                const auto end = std::min(at + kRun, range.end.value());
                visitRun({RecordNumber(at), RecordNumber(end)}, within, worker, visitor);
            }
        });
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped", "memory");
        }
        return {};
    }

    std::vector<TimedRun> timedRuns() const override
    {
        std::vector<TimedRun> runs;
        for (auto number = first(); m_runSize > 0 && number < end();) {
            TimedRun run{{number, std::min(number + m_runSize, end())}, {}};
            for (; number < run.range.end; ++number) {
                const auto time = at(number).time;
                run.times.add({.earliest = time, .latest = time, .hasUntimed = !time});
            }
            runs.push_back(run);
        }
        return runs;
    }
    std::optional<Level> levelOf(RecordNumber number) const override { return at(number).level; }
    RecordNumber firstFrom(WallTime time) const override
    {
        auto number = first();
        while (number < end() && !(at(number).time >= time)) {
            ++number;
        }
        return number;
    }

private:
    const Record &at(RecordNumber number) const { return m_records[number - m_first]; }

    void visitRun(RecordRange range, const RecordSet *within, unsigned worker,
                  const Visitor &visitor) const
    {
        std::vector<RawRecord> run;
        for (auto number = range.first; number < range.end; ++number) {
            if (within != nullptr && !within->contains(number)) {
                continue;
            }
            const auto &record = at(number);
            RawRecord raw{.number = number,
                          .kind = record.kind,
                          .level = record.level,
                          .origin = 0,
                          .raw = record.raw,
                          .parsed = {}};
            if (m_isParsed[number - m_first]) {
                raw.parsed = RecordView{.kind = record.kind,
                                        .level = record.level,
                                        .time = record.time,
                                        .source = record.source,
                                        .logger = record.logger,
                                        .message = record.message,
                                        .raw = record.raw};
            }
            run.push_back(raw);
        }
        m_visited += run.size();
        if (!run.empty()) {
            visitor(worker, run);
        }
    }

    const LineRules m_rules;
    const RecordNumber m_first;
    std::vector<Record> m_records;
    std::vector<bool> m_isParsed;
    std::size_t m_runSize = 0;
    mutable std::atomic<std::uint64_t> m_visited = 0;
};

} // namespace foretop::logs
