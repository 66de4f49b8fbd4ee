// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/level.h"
#include "logs/lineclass.h"
#include "logs/linecode.h"
#include "logs/timespan.h"

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace foretop::logs {

using LevelCounts = std::array<std::uint64_t, kLevelCount>;

/// The lines that start in one chunk of a file: kBytes of it, from a multiple of kBytes on. Places
/// are bytes from the chunk's begin. Immutable; any thread.
class LineChunk
{
public:
    static constexpr std::uint32_t kBytes = 4U << 20;
    /// Lines that are decoded together; only the last block of a chunk has fewer.
    static constexpr std::size_t kBlockLines = 256;

    /// A line as it is decoded.
    struct Line
    {
        std::uint32_t start = 0;
        LineClass lineClass = 0;
        bool operator==(const Line &) const = default;
    };

    std::size_t lineCount() const { return m_lineCount; }
    std::size_t recordCount() const { return m_recordCount; }
    /// Records of each level.
    const LevelCounts &levels() const { return m_levels; }
    /// Whether more text after the chunk cannot change it: its last line is read whole, or as much
    /// of it as is ever looked at.
    bool isFinal() const { return m_isFinal; }

    std::size_t blockCount() const { return m_blocks.size(); }
    std::size_t blockOfRecord(std::size_t record) const;
    /// The last block that starts at or before @p place; 0 when none does.
    std::size_t blockOfPlace(std::uint32_t place) const;
    std::uint32_t blockStart(std::size_t block) const { return m_blocks[block].start; }
    /// Records that start before the block's first line.
    std::size_t recordsBefore(std::size_t block) const { return m_blocks[block].record >> 1; }
    /// Between which times the block's records lie, a little wider than they do at most.
    TimeSpan times(std::size_t block) const;

    /// The lines of a block, into @p lines, which has room for kBlockLines. Returns how many.
    std::size_t decode(std::size_t block, std::span<Line, kBlockLines> lines) const;

    /// Memory that the chunk takes, all told.
    std::size_t memoryBytes() const;

private:
    friend class LineChunkBuilder;

    struct Block
    {
        std::uint32_t start = 0;
        std::uint32_t bit = 0;
        std::uint32_t record = 0;   // twice recordsBefore(), plus 1 when some record has no time
        std::uint32_t earliest = 1; // from m_firstTime in units of m_timeUnit; later than latest
        std::uint32_t latest = 0;   // when no record has a time
    };

    std::size_t linesIn(std::size_t block) const;

    std::uint32_t m_lineCount = 0;
    std::uint32_t m_recordCount = 0;
    LevelCounts m_levels{};
    bool m_isFinal = true;
    WallTime m_firstTime;
    Milliseconds m_timeUnit{1};
    LineCode m_code;
    std::vector<Block> m_blocks;
    std::vector<std::uint64_t> m_words;
};

/// Makes one LineChunk after another from lines given in order. Keeps its buffers; one thread.
class LineChunkBuilder
{
public:
    /// Starts the next chunk with the blocks of @p chunk but the last, whose lines are to be added
    /// again: they may have become more or longer.
    void resume(const LineChunk &chunk);

    /// How many of the lines still to come are in the block that is not full yet.
    std::size_t roomInBlock() const
    {
        return LineChunk::kBlockLines - m_lines.size() % LineChunk::kBlockLines;
    }
    /// Adds at most roomInBlock() lines, which start at @p starts plus @p shift, and of which each
    /// has a class. The caller gives endBlock() the times of each full block before it adds more,
    /// and of the last block before finish().
    void add(const std::uint32_t *starts, std::uint32_t shift, std::span<const LineClass> classes);
    void endBlock(const TimeSpan &times) { m_times.push_back(times); }
    bool isEmpty() const { return m_lines.empty(); }
    bool isBlockOpen() const { return m_times.size() * LineChunk::kBlockLines < m_lines.size(); }
    bool isBlockFull() const
    {
        return (m_times.size() + 1) * LineChunk::kBlockLines == m_lines.size();
    }

    std::shared_ptr<const LineChunk> finish(bool isFinal);

private:
    void fillBlocks(LineChunk &chunk) const;
    void fillTimes(LineChunk &chunk) const;

    std::vector<CodedLine> m_lines;
    std::vector<LineChunk::Block> m_blocks; // with the number of continuations as record
    std::vector<TimeSpan> m_times;
    std::vector<std::uint32_t> m_blockBits;
    std::uint32_t m_lastStart = 0;
    LineEncoder m_encoder;
    std::vector<std::uint64_t> m_words;
};

} // namespace foretop::logs
