// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/lineindex.h"

#include "base/partitionpoint.h"

#include <algorithm>

namespace foretop::logs {
namespace {

using BlockLines = std::array<LineChunk::Line, LineChunk::kBlockLines>;

} // namespace

struct LineIndexView::Place
{
    std::size_t chunk = 0;
    std::size_t line = 0; // within the chunk
    LineChunk::Line decoded;
};

/// The last chunk whose @p member is not above @p number; with equal ones the last has the lines.
template <typename Member>
std::size_t LineIndexView::lastChunkFrom(std::uint64_t number, Member member) const
{
    return partitionPoint(m_chunkCount,
                          [&](std::size_t chunk) { return entry(chunk).*member <= number; }) -
           1;
}

LineIndexView::Place LineIndexView::placeOf(LineNumber line) const
{
    Place place;
    place.chunk = lastChunkFrom(line.value(), &Entry::firstLine);
    place.line = static_cast<std::size_t>(line.value() - entry(place.chunk).firstLine);
    BlockLines lines;
    chunk(place.chunk).decode(place.line / LineChunk::kBlockLines, lines);
    place.decoded = lines[place.line % LineChunk::kBlockLines];
    return place;
}

LineIndexView::Place LineIndexView::placeOf(RecordNumber record) const
{
    Place place;
    place.chunk = lastChunkFrom(record.value(), &Entry::firstRecord);
    const auto &held = chunk(place.chunk);
    const auto inChunk = static_cast<std::size_t>(record.value() - entry(place.chunk).firstRecord);
    const auto block = held.blockOfRecord(inChunk);
    auto before = held.recordsBefore(block);
    BlockLines lines;
    const auto count = held.decode(block, lines);
    for (std::size_t i = 0; i < count; ++i) {
        const bool startsRecord = lines[i].lineClass != kContinuation;
        if (startsRecord && before++ == inChunk) {
            place.line = block * LineChunk::kBlockLines + i;
            place.decoded = lines[i];
            break;
        }
    }
    return place;
}

std::uint64_t LineIndexView::startOf(const Place &place) const
{
    return chunkBegin(place.chunk) + place.decoded.start;
}

std::uint64_t LineIndexView::startOfLine(std::uint64_t line) const
{
    return line < m_lineCount ? startOf(placeOf(LineNumber(line))) : m_end;
}

std::uint64_t LineIndexView::startOfRecord(std::uint64_t record) const
{
    return record < m_recordCount ? startOf(placeOf(RecordNumber(record))) : m_end;
}

ByteRange LineIndexView::lineRange(LineNumber line) const
{
    return {startOfLine(line.value()), startOfLine(line.value() + 1)};
}

ByteRange LineIndexView::recordRange(RecordNumber record) const
{
    return {startOfRecord(record.value()), startOfRecord(record.value() + 1)};
}

Level LineIndexView::level(RecordNumber record) const
{
    return static_cast<Level>(placeOf(record).decoded.lineClass);
}

void LineIndexView::readLevels(RecordNumber first, std::span<Level> levels) const
{
    if (levels.empty()) {
        return;
    }
    auto number = lastChunkFrom(first.value(), &Entry::firstRecord);
    auto skipped = static_cast<std::size_t>(first - firstRecord(number));
    auto block = chunk(number).blockOfRecord(skipped);
    skipped -= chunk(number).recordsBefore(block);
    BlockLines lines;
    std::size_t read = 0;
    for (; read < levels.size(); ++number, block = 0) {
        for (; block < chunk(number).blockCount() && read < levels.size(); ++block) {
            const auto count = chunk(number).decode(block, lines);
            for (std::size_t i = 0; i < count && read < levels.size(); ++i) {
                if (lines[i].lineClass == kContinuation) {
                    continue;
                }
                if (skipped > 0) {
                    --skipped;
                } else {
                    levels[read++] = static_cast<Level>(lines[i].lineClass);
                }
            }
        }
    }
}

LineNumber LineIndexView::firstLineOf(RecordNumber record) const
{
    const auto place = placeOf(record);
    return LineNumber(entry(place.chunk).firstLine + place.line);
}

RecordNumber LineIndexView::recordOf(LineNumber line) const
{
    const auto place = placeOf(line);
    const auto block = place.line / LineChunk::kBlockLines;
    BlockLines lines;
    chunk(place.chunk).decode(block, lines);
    const auto started =
        std::count_if(lines.begin(), lines.begin() + place.line % LineChunk::kBlockLines + 1,
                      [](const LineChunk::Line &held) { return held.lineClass != kContinuation; });
    return RecordNumber(entry(place.chunk).firstRecord + chunk(place.chunk).recordsBefore(block) +
                        static_cast<std::uint64_t>(started) - 1);
}

std::optional<LineNumber> LineIndexView::lineAt(std::uint64_t offset) const
{
    if (m_lineCount == 0) {
        return {};
    }
    const auto number = static_cast<std::size_t>(
        std::min<std::uint64_t>(offset / LineChunk::kBytes, m_chunkCount - 1));
    const auto &held = chunk(number);
    const auto place = static_cast<std::uint32_t>(
        std::min<std::uint64_t>(offset - chunkBegin(number), LineChunk::kBytes));
    std::uint64_t started = entry(number).firstLine;
    if (held.lineCount() > 0) {
        const auto block = held.blockOfPlace(place);
        BlockLines lines;
        const auto count = held.decode(block, lines);
        started += block * LineChunk::kBlockLines;
        started += static_cast<std::uint64_t>(
            std::count_if(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(count),
                          [place](const LineChunk::Line &line) { return line.start <= place; }));
    }
    return LineNumber(std::max<std::uint64_t>(started, 1) - 1);
}

void LineIndexView::recordBounds(std::size_t number, std::vector<std::uint64_t> &bounds) const
{
    bounds.clear();
    const auto &held = chunk(number);
    if (held.recordCount() == 0) {
        return;
    }
    const auto begin = chunkBegin(number);
    BlockLines lines;
    for (std::size_t block = 0; block < held.blockCount(); ++block) {
        const auto count = held.decode(block, lines);
        for (std::size_t i = 0; i < count; ++i) {
            if (lines[i].lineClass != kContinuation) {
                bounds.push_back(begin + lines[i].start);
            }
        }
    }
    bounds.push_back(startOfRecord(entry(number).firstRecord + held.recordCount()));
}

std::size_t LineIndexView::memoryBytes() const
{
    std::size_t bytes = sizeof *this;
    for (std::size_t number = 0; number < m_chunkCount; ++number) {
        bytes += sizeof(Entry) + chunk(number).memoryBytes();
    }
    return bytes;
}

LineIndexView LineIndex::view() const
{
    const std::lock_guard lock(m_mutex);
    return m_view;
}

LineIndexView LineIndexView::firstChunks(std::size_t count) const
{
    if (count >= m_chunkCount) {
        return *this;
    }
    auto shorter = *this;
    for (std::size_t number = count; number < m_chunkCount; ++number) {
        for (std::size_t level = 0; level < kLevelCount; ++level) {
            shorter.m_levels[level] -= chunk(number).levels()[level];
        }
    }
    shorter.m_lineCount = entry(count).firstLine;
    shorter.m_recordCount = entry(count).firstRecord;
    shorter.m_chunkCount = count;
    shorter.m_end = chunkBegin(count);
    const auto whole = count / kSegmentEntries;
    const auto rest = count % kSegmentEntries;
    auto segments = std::make_shared<Segments>(m_segments->begin(),
                                               m_segments->begin() + static_cast<long>(whole));
    if (rest > 0) {
        const auto &cut = *(*m_segments)[whole];
        segments->push_back(
            std::make_shared<const Segment>(cut.begin(), cut.begin() + static_cast<long>(rest)));
    }
    shorter.m_segments = std::move(segments);
    return shorter;
}

void LineIndex::put(std::size_t number, std::shared_ptr<const LineChunk> chunk, std::uint64_t end)
{
    using View = LineIndexView;
    auto next = view().firstChunks(number);
    auto segments = next.m_segments ? *next.m_segments : View::Segments();
    View::Segment last;
    last.reserve(View::kSegmentEntries);
    if (number % View::kSegmentEntries != 0) {
        last.assign(segments.back()->begin(), segments.back()->end());
        segments.pop_back();
    }
    last.push_back({chunk, next.m_lineCount, next.m_recordCount});
    segments.push_back(std::make_shared<const View::Segment>(std::move(last)));
    next.m_segments = std::make_shared<const View::Segments>(std::move(segments));
    next.m_lineCount += chunk->lineCount();
    next.m_recordCount += chunk->recordCount();
    for (std::size_t level = 0; level < kLevelCount; ++level) {
        next.m_levels[level] += chunk->levels()[level];
    }
    ++next.m_chunkCount;
    next.m_end = end;
    const std::lock_guard lock(m_mutex);
    m_view = std::move(next);
}

void LineIndex::cut(std::size_t number)
{
    auto shorter = view().firstChunks(number);
    const std::lock_guard lock(m_mutex);
    m_view = std::move(shorter);
}

} // namespace foretop::logs
