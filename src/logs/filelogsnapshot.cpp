// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/filelogsnapshot.h"

#include "base/text.h"
#include "logs/rawtext.h"
#include "logs/recordtimereader.h"
#include "logs/recordvisit.h"
#include "logs/storedrecords.h"

#include <algorithm>

#include <fmt/format.h>

namespace foretop::logs {
namespace {

/// Tells in a record that was read up to kMaxRecordBytes how long it is.
void noteCut(Record &record, std::uint64_t size)
{
    const auto note = fmt::format(" [cut: {} bytes over the limit of {}]", size - kMaxRecordBytes,
                                  kMaxRecordBytes);
    record.message.resize(utf8Prefix(record.message, kMaxRecordBytes - note.size()).size());
    record.message += note;
}

} // namespace

FileLogSnapshot::FileLogSnapshot(std::shared_ptr<const LogFile> file, LineIndexView view,
                                 LineRules rules, std::string name,
                                 std::shared_ptr<const void> identity)
    : m_file(std::move(file))
    , m_view(std::move(view))
    , m_rules(std::move(rules))
    , m_name(std::move(name))
    , m_identity(std::move(identity))
{
}

const LineRules &FileLogSnapshot::rules(std::size_t) const
{
    return m_rules;
}

std::string_view FileLogSnapshot::originName(std::size_t) const
{
    return m_name;
}

std::shared_ptr<const LogSnapshot>
FileLogSnapshot::renamed(std::span<const std::string> names) const
{
    return std::make_shared<FileLogSnapshot>(m_file, m_view, m_rules, names.front(), m_identity);
}

Record FileLogSnapshot::gap(RecordNumber number, std::string reason) const
{
    Record record;
    record.kind = RecordKind::Gap;
    record.source = m_name;
    record.message = fmt::format("record {}: {}", number.value() + 1, reason);
    return record;
}

Record FileLogSnapshot::record(RecordNumber number) const
{
    const auto range = m_view.recordRange(number);
    const auto most = std::min<std::uint64_t>(range.size(), StoredRecord::kMostBytes);
    std::string bytes(static_cast<std::size_t>(most), '\0');
    const auto count = m_file->read(range.begin, bytes);
    if (!count) {
        return gap(number, count.error().message);
    }
    if (*count < bytes.size()) {
        return gap(number, std::string(kGoneText));
    }
    if (m_file->encoding() == TextEncoding::Latin1) {
        bytes = utf8FromLatin1(bytes);
    }
    RecordParser parser(m_rules);
    auto record = parser.parseText(utf8Prefix(bytes, kMaxRecordBytes));
    if (range.size() > kMaxRecordBytes) {
        noteCut(record, range.size());
    }
    record.level = m_view.level(number);
    record.source = m_name;
    return record;
}

std::vector<Field> FileLogSnapshot::fields(RecordNumber number) const
{
    const auto held = record(number);
    return held.kind == RecordKind::Log ? RecordParser(m_rules).fields(held.raw)
                                        : std::vector<Field>();
}

std::optional<LogSnapshot::StoredBytes> FileLogSnapshot::bytesOf(RecordNumber number) const
{
    return StoredBytes{.file = m_file, .range = m_view.recordRange(number)};
}

Result<void> FileLogSnapshot::visit(RecordRange range, const RecordSet *within, unsigned workers,
                                    const std::stop_token &stop, const Visitor &visitor,
                                    const ProgressFunction &progress) const
{
    range.end = std::min(range.end, end());
    return RecordVisit(*m_file, m_view, m_rules)
        .run(range, within, workers, stop, visitor, progress);
}

std::vector<LogSnapshot::TimedRun> FileLogSnapshot::timedRuns() const
{
    std::uint64_t blocks = 0;
    for (std::size_t chunk = 0; chunk < m_view.chunkCount(); ++chunk) {
        blocks += m_view.chunk(chunk).blockCount();
    }
    const auto blocksPerRun = 1 + blocks / kMostTimedRuns;
    std::vector<TimedRun> runs;
    std::uint64_t inRun = 0;
    for (std::size_t chunk = 0; chunk < m_view.chunkCount(); ++chunk) {
        const auto &held = m_view.chunk(chunk);
        for (std::size_t block = 0; block < held.blockCount(); ++block) {
            const auto first = m_view.firstRecord(chunk) + held.recordsBefore(block);
            if (inRun++ % blocksPerRun == 0) {
                runs.push_back({.range = {first, first}, .times = {}});
            }
            runs.back().times.add(held.times(block));
            runs.back().range.end = m_view.firstRecord(chunk) + (block + 1 < held.blockCount()
                                                                     ? held.recordsBefore(block + 1)
                                                                     : held.recordCount());
        }
    }
    std::erase_if(runs, [](const TimedRun &run) { return run.range.first == run.range.end; });
    return runs;
}

std::optional<Level> FileLogSnapshot::levelOf(RecordNumber number) const
{
    return m_view.level(number);
}

bool FileLogSnapshot::levelsFrom(RecordNumber first, std::span<Level> levels) const
{
    m_view.readLevels(first, levels);
    return true;
}

void FileLogSnapshot::readTimes(RecordRange range,
                                std::vector<std::optional<WallTime>> &times) const
{
    const auto before = times.size();
    StoredRecordReader reader(*m_file, m_view);
    RecordTimeReader timeReader(m_rules);
    const auto [first, end] = StoredRecordReader::chunksOf(m_view, range);
    for (auto chunk = first; chunk < end; ++chunk) {
        const auto read =
            reader.read(chunk, range, nullptr, {}, [&](std::span<const StoredRecord> run) {
                times.resize(before + static_cast<std::size_t>(run[0].number - range.first));
                for (const auto &record : run) {
                    times.push_back(record.isGone() ? std::nullopt : timeReader.read(record.bytes));
                }
            });
    }
    times.resize(before + static_cast<std::size_t>(range.end - range.first));
}

bool FileLogSnapshot::continues(const LogSnapshot &earlier) const
{
    const auto *const other = dynamic_cast<const FileLogSnapshot *>(&earlier);
    return other != nullptr && (other == this || (m_identity && other->m_identity == m_identity)) &&
           other->end() <= end();
}

std::optional<RecordNumber> FileLogSnapshot::recordOfLine(std::uint64_t line) const
{
    return line < m_view.lineCount() ? std::optional(m_view.recordOf(LineNumber(line)))
                                     : std::nullopt;
}

RecordNumber FileLogSnapshot::firstFrom(WallTime time) const
{
    std::vector<std::optional<WallTime>> times;
    for (std::size_t chunk = 0; chunk < m_view.chunkCount(); ++chunk) {
        const auto &held = m_view.chunk(chunk);
        for (std::size_t block = 0; block < held.blockCount(); ++block) {
            if (held.times(block).latest < time) {
                continue;
            }
            const auto first = held.recordsBefore(block);
            const auto end =
                block + 1 < held.blockCount() ? held.recordsBefore(block + 1) : held.recordCount();
            const auto base = m_view.firstRecord(chunk);
            times.clear();
            readTimes({base + first, base + end}, times);
            const auto found =
                std::ranges::find_if(times, [time](const auto &at) { return at && *at >= time; });
            if (found != times.end()) {
                return base + first + static_cast<std::uint64_t>(found - times.begin());
            }
        }
    }
    return end();
}

} // namespace foretop::logs
