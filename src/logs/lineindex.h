// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/strongtype.h"
#include "logs/linechunk.h"
#include "logs/logfile.h"
#include "logs/record.h"

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace foretop::logs {

/// Numbers the lines of one file from 0.
using LineNumber = StrongNumber<struct LineNumberTag>;

/// What is indexed of a file at one moment: where each line and each record is, and its level.
/// Records are numbered from 0 in the order of the file; one is its first line with all lines that
/// continue it. Cheap to copy, reads without a lock. Any thread.
///
/// Every look-up is a binary search over chunks and blocks and the decoding of one block, about a
/// microsecond whatever the file's size.
class LineIndexView
{
public:
    /// Of nothing.
    LineIndexView() = default;

    std::uint64_t lineCount() const { return m_lineCount; }
    std::uint64_t recordCount() const { return m_recordCount; }
    /// The text that is indexed ends here.
    std::uint64_t end() const { return m_end; }
    /// Records of each level.
    const LevelCounts &levels() const { return m_levels; }

    /// With its line end. @p line must be below lineCount().
    ByteRange lineRange(LineNumber line) const;
    /// With its line ends. @p record must be below recordCount().
    ByteRange recordRange(RecordNumber record) const;
    Level level(RecordNumber record) const;
    /// Those of as many records from @p first on as @p levels has room for, which must be there;
    /// some nanoseconds each.
    void readLevels(RecordNumber first, std::span<Level> levels) const;
    LineNumber firstLineOf(RecordNumber record) const;
    RecordNumber recordOf(LineNumber line) const;
    /// The line that has the byte at @p offset, or else the last one; nothing when there are none.
    std::optional<LineNumber> lineAt(std::uint64_t offset) const;

    // For those who go over all records: chunk by chunk, as LineChunk tells them.
    std::size_t chunkCount() const { return m_chunkCount; }
    const LineChunk &chunk(std::size_t chunk) const { return *entry(chunk).chunk; }
    std::shared_ptr<const LineChunk> sharedChunk(std::size_t chunk) const
    {
        return entry(chunk).chunk;
    }
    LineNumber firstLine(std::size_t chunk) const { return LineNumber(entry(chunk).firstLine); }
    /// The number of the first record that starts in the chunk.
    RecordNumber firstRecord(std::size_t chunk) const
    {
        return RecordNumber(entry(chunk).firstRecord);
    }
    static std::uint64_t chunkBegin(std::size_t chunk)
    {
        return static_cast<std::uint64_t>(chunk) * LineChunk::kBytes;
    }
    /// Where the records that start in the chunk start, as offsets in the file, then where the last
    /// one ends; nothing when none starts there.
    void recordBounds(std::size_t chunk, std::vector<std::uint64_t> &bounds) const;

    /// Memory that all of it takes.
    std::size_t memoryBytes() const;

private:
    friend class LineIndex;

    struct Entry
    {
        std::shared_ptr<const LineChunk> chunk;
        std::uint64_t firstLine = 0;
        std::uint64_t firstRecord = 0;
    };
    static constexpr std::size_t kSegmentEntries = 128;
    using Segment = std::vector<Entry>; // all but the last have kSegmentEntries
    using Segments = std::vector<std::shared_ptr<const Segment>>;

    struct Place; // a line as it lies in a chunk

    const Entry &entry(std::size_t chunk) const
    {
        return (*(*m_segments)[chunk / kSegmentEntries])[chunk % kSegmentEntries];
    }
    LineIndexView firstChunks(std::size_t count) const;
    template <typename Member>
    std::size_t lastChunkFrom(std::uint64_t number, Member member) const;
    Place placeOf(LineNumber line) const;
    Place placeOf(RecordNumber record) const;
    std::uint64_t startOf(const Place &place) const;
    std::uint64_t startOfLine(std::uint64_t line) const;
    std::uint64_t startOfRecord(std::uint64_t record) const;

    std::shared_ptr<const Segments> m_segments;
    std::size_t m_chunkCount = 0;
    std::uint64_t m_lineCount = 0;
    std::uint64_t m_recordCount = 0;
    std::uint64_t m_end = 0;
    LevelCounts m_levels{};
};

/// The index of one file as it is built and extended. One writer at a time (IndexOperation), any
/// number of readers.
class LineIndex
{
public:
    LineIndexView view() const;

    /// Puts @p chunk at @p number, at most view().chunkCount(), in place of all that were there and
    /// behind; the text indexed then ends at @p end.
    void put(std::size_t number, std::shared_ptr<const LineChunk> chunk, std::uint64_t end);
    /// Forgets all chunks from @p number on.
    void cut(std::size_t number);

private:
    mutable std::mutex m_mutex; // protects m_view; held for copies only
    LineIndexView m_view;
};

} // namespace foretop::logs
