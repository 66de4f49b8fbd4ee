// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/linechunk.h"

#include <algorithm>
#include <limits>

namespace foretop::logs {

std::size_t LineChunk::blockOfRecord(std::size_t record) const
{
    const auto after = std::upper_bound(
        m_blocks.begin(), m_blocks.end(), record,
        [](std::size_t wanted, const Block &block) { return wanted < block.record >> 1; });
    return static_cast<std::size_t>(after - m_blocks.begin()) - 1;
}

std::size_t LineChunk::blockOfPlace(std::uint32_t place) const
{
    const auto after = std::upper_bound(
        m_blocks.begin(), m_blocks.end(), place,
        [](std::uint32_t wanted, const Block &block) { return wanted < block.start; });
    return static_cast<std::size_t>(std::max(after - m_blocks.begin(), std::ptrdiff_t{1}) - 1);
}

TimeSpan LineChunk::times(std::size_t block) const
{
    const auto &held = m_blocks[block];
    TimeSpan span;
    span.hasUntimed = (held.record & 1) != 0;
    if (held.earliest <= held.latest) {
        span.earliest = m_firstTime + held.earliest * m_timeUnit;
        span.latest = m_firstTime + held.latest * m_timeUnit;
    }
    return span;
}

std::size_t LineChunk::linesIn(std::size_t block) const
{
    return std::min(kBlockLines, m_lineCount - block * kBlockLines);
}

std::size_t LineChunk::decode(std::size_t block, std::span<Line, kBlockLines> lines) const
{
    LineDecoder decoder(m_code, m_words, m_blocks[block].bit);
    const auto count = linesIn(block);
    auto start = m_blocks[block].start;
    for (std::size_t i = 0; i < count; ++i) {
        const auto line = decoder.next();
        start += i == 0 ? 0 : line.gap();
        lines[i] = {start, line.lineClass()};
    }
    return count;
}

std::size_t LineChunk::memoryBytes() const
{
    return sizeof *this - sizeof m_code + m_code.memoryBytes() +
           m_blocks.capacity() * sizeof(Block) + m_words.capacity() * sizeof(std::uint64_t);
}

void LineChunkBuilder::resume(const LineChunk &chunk)
{
    std::array<LineChunk::Line, LineChunk::kBlockLines> lines;
    std::array<std::uint32_t, LineChunk::kBlockLines> starts;
    std::array<LineClass, LineChunk::kBlockLines> classes;
    for (std::size_t block = 0; block + 1 < chunk.blockCount(); ++block) {
        chunk.decode(block, lines);
        std::ranges::transform(lines, starts.begin(), &LineChunk::Line::start);
        std::ranges::transform(lines, classes.begin(), &LineChunk::Line::lineClass);
        add(starts.data(), 0, classes);
        endBlock(chunk.times(block));
    }
}

void LineChunkBuilder::add(const std::uint32_t *starts, std::uint32_t shift,
                           std::span<const LineClass> classes)
{
    const auto before = m_lines.size();
    if (before % LineChunk::kBlockLines == 0) {
        m_blocks.push_back({.start = starts[0] + shift});
    }
    m_blocks.back().record +=
        static_cast<std::uint32_t>(std::count(classes.begin(), classes.end(), kContinuation));
    m_lines.resize(before + classes.size());
    auto *line = m_lines.data() + before;
    for (std::size_t i = 0; i < classes.size(); ++i) {
        const auto start = starts[i] + shift;
        *line++ = CodedLine(start - m_lastStart, classes[i]);
        m_lastStart = start;
    }
}

std::shared_ptr<const LineChunk> LineChunkBuilder::finish(bool isFinal)
{
    auto chunk = std::make_shared<LineChunk>();
    chunk->m_code = m_encoder.encode(m_lines, LineChunk::kBlockLines, m_words, m_blockBits);
    chunk->m_words.assign(m_words.begin(), m_words.end());
    chunk->m_lineCount = static_cast<std::uint32_t>(m_lines.size());
    chunk->m_isFinal = isFinal;
    fillBlocks(*chunk);
    fillTimes(*chunk);
    m_lines.clear();
    m_blocks.clear();
    m_times.clear();
    m_lastStart = 0;
    return chunk;
}

void LineChunkBuilder::fillBlocks(LineChunk &chunk) const
{
    chunk.m_blocks.assign(m_blocks.begin(), m_blocks.end());
    std::uint32_t records = 0;
    for (std::size_t i = 0; i < chunk.m_blocks.size(); ++i) {
        auto &block = chunk.m_blocks[i];
        const auto continuations = block.record;
        block.bit = m_blockBits[i];
        block.record = records << 1;
        records += static_cast<std::uint32_t>(chunk.linesIn(i)) - continuations;
    }
    chunk.m_recordCount = records;
    std::copy_n(m_encoder.classCounts().begin(), kLevelCount, chunk.m_levels.begin());
}

void LineChunkBuilder::fillTimes(LineChunk &chunk) const
{
    TimeSpan all;
    for (const auto &times : m_times) {
        all.add(times);
    }
    if (all.earliest) {
        chunk.m_firstTime = *all.earliest;
        const auto range = (*all.latest - *all.earliest).count();
        chunk.m_timeUnit = Milliseconds(1 + range / std::numeric_limits<std::uint32_t>::max());
    }
    const auto unit = chunk.m_timeUnit.count();
    for (std::size_t i = 0; i < chunk.m_blocks.size(); ++i) {
        auto &block = chunk.m_blocks[i];
        block.record |= m_times[i].hasUntimed ? 1 : 0;
        if (m_times[i].earliest) {
            const auto earliest = (*m_times[i].earliest - chunk.m_firstTime).count();
            const auto latest = (*m_times[i].latest - chunk.m_firstTime).count();
            block.earliest = static_cast<std::uint32_t>(earliest / unit);
            block.latest = static_cast<std::uint32_t>((latest + unit - 1) / unit);
        }
    }
}

} // namespace foretop::logs
