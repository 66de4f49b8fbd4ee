// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/storedrecords.h"

#include "base/partitionpoint.h"
#include "logs/linescan.h"

#include <algorithm>

namespace foretop::logs {
namespace {

/// Reading on through records that nobody wants is cheaper than a further system call.
constexpr std::uint64_t kCheapGap = 16U << 10;
/// Keeps a run of tiny records from taking much more memory than its bytes.
constexpr std::size_t kMostRunRecords = 2048;

} // namespace

bool StoredRecord::isGone() const
{
    return bytes.size() < std::min<std::uint64_t>(size, kMostBytes);
}

StoredRecordReader::StoredRecordReader(const LogFile &file, const LineIndexView &view)
    : m_file(file)
    , m_view(view)
{
}

std::pair<std::size_t, std::size_t> StoredRecordReader::chunksOf(const LineIndexView &view,
                                                                 RecordRange range)
{
    if (range.first >= range.end) {
        return {0, 0};
    }
    const auto chunks = view.chunkCount();
    // Of chunks with the same first record only the last has any.
    const auto after = partitionPoint(
        chunks, [&](std::size_t chunk) { return view.firstRecord(chunk) <= range.first; });
    const auto end = partitionPoint(
        chunks, [&](std::size_t chunk) { return view.firstRecord(chunk) < range.end; });
    return {after - 1, end};
}

Result<void> StoredRecordReader::read(std::size_t chunk, RecordRange range, const RecordSet *within,
                                      const std::stop_token &stop, const RunFunction &show)
{
    const auto &held = m_view.chunk(chunk);
    const auto chunkFirst = m_view.firstRecord(chunk);
    auto next = std::max(range.first, chunkFirst);
    const auto end = std::min(range.end, chunkFirst + held.recordCount());
    m_wanted.clear();
    std::uint64_t bytes = 0;
    while (next < end) {
        if (within != nullptr) {
            next = within->firstFrom(next).value_or(end);
            if (next >= end) {
                break;
            }
        }
        const auto block = held.blockOfRecord(static_cast<std::size_t>(next - chunkFirst));
        const auto before = m_wanted.size();
        addBlock(chunk, block, {next, end}, within);
        next = block + 1 < held.blockCount() ? chunkFirst + held.recordsBefore(block + 1) : end;
        for (auto added = before; added < m_wanted.size(); ++added) {
            bytes += m_wanted[added].range.size();
        }
        if (bytes >= LogFile::kReadBlock || m_wanted.size() >= kMostRunRecords) {
            bytes = 0;
            if (auto flushed = flush(stop, show); !flushed) {
                return flushed;
            }
        }
    }
    return flush(stop, show);
}

void StoredRecordReader::addBlock(std::size_t chunk, std::size_t block, RecordRange range,
                                  const RecordSet *within)
{
    const auto &held = m_view.chunk(chunk);
    std::array<LineChunk::Line, LineChunk::kBlockLines> lines;
    const auto count = held.decode(block, lines);
    const auto begin = LineIndexView::chunkBegin(chunk);
    auto number = m_view.firstRecord(chunk) + held.recordsBefore(block);
    bool isOpen = false; // whether the last of m_wanted ends where the next record starts
    for (std::size_t i = 0; i < count && number < range.end; ++i) {
        if (lines[i].lineClass == kContinuation) {
            continue;
        }
        const auto start = begin + lines[i].start;
        if (isOpen) {
            m_wanted.back().range.end = start;
        }
        isOpen = number >= range.first && (within == nullptr || within->contains(number));
        if (isOpen) {
            m_wanted.push_back({.number = number,
                                .level = static_cast<Level>(lines[i].lineClass),
                                .range = {start, start}});
        }
        ++number;
    }
    if (isOpen) {
        m_wanted.back().range.end = m_view.recordRange(m_wanted.back().number).end;
    }
}

Result<void> StoredRecordReader::flush(const std::stop_token &stop, const RunFunction &show)
{
    for (std::size_t first = 0; first < m_wanted.size();) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped", m_file.name());
        }
        const auto end = endOfRead(first);
        if (auto done = readRun(std::span(m_wanted).subspan(first, end - first), show); !done) {
            return done;
        }
        first = end;
    }
    m_wanted.clear();
    return {};
}

/// One past the last record to be read together with number @p first of m_wanted.
std::size_t StoredRecordReader::endOfRead(std::size_t first) const
{
    auto end = first + 1;
    while (end < m_wanted.size() && end - first < kMostRunRecords &&
           m_wanted[end].range.end - m_wanted[first].range.begin <= LogFile::kReadBlock &&
           m_wanted[end].range.begin - m_wanted[end - 1].range.end < kCheapGap) {
        ++end;
    }
    return end;
}

Result<void> StoredRecordReader::readRun(std::span<const Wanted> wanted, const RunFunction &show)
{
    const auto begin = wanted.front().range.begin;
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(
        wanted.back().range.end - begin, std::max(StoredRecord::kMostBytes, LogFile::kReadBlock)));
    m_buffer.resize(std::max(m_buffer.size(), size + kScanPadding));
    const auto count = m_file.read(begin, std::span(m_buffer).first(size));
    if (!count) {
        return tl::unexpected(count.error());
    }
    const std::string_view bytes(m_buffer.data(), *count);
    m_run.clear();
    for (const auto &record : wanted) {
        const auto at =
            static_cast<std::size_t>(std::min<std::uint64_t>(record.range.begin - begin, *count));
        const auto most = std::min<std::uint64_t>(record.range.size(), StoredRecord::kMostBytes);
        m_run.push_back({.number = record.number,
                         .level = record.level,
                         .size = record.range.size(),
                         .bytes = bytes.substr(at, static_cast<std::size_t>(most))});
    }
    show(m_run);
    return {};
}

} // namespace foretop::logs
