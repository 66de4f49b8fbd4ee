// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/chunkscanner.h"

#include "logs/linescan.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace foretop::logs {
namespace {

constexpr std::size_t kTailRead = 4096; // what is read at a time behind a chunk's end

} // namespace

ChunkScanner::ChunkScanner(std::shared_ptr<const LogFile> file, LineRules rules)
    : m_file(std::move(file))
    , m_classifier(std::move(rules))
    , m_buffer(kLineHeadBytes + LogFile::kReadBlock + kScanPadding)
    , m_starts(std::make_unique_for_overwrite<std::uint32_t[]>(LogFile::kReadBlock + kScanPadding))
{
}

Result<std::shared_ptr<const LineChunk>>
ChunkScanner::scan(std::size_t number, const LineChunk *earlier, const std::stop_token &stop)
{
    start(number, earlier);
    auto scanned = scanLines(stop);
    if (scanned && hasUnfinishedLine()) {
        scanned = finishLastLine();
    }
    if (m_builder.isBlockOpen()) {
        endBlock();
    }
    auto chunk = m_builder.finish(m_isFinal);
    if (!scanned) {
        return tl::unexpected(std::move(scanned.error()));
    }
    return chunk;
}

void ChunkScanner::start(std::size_t number, const LineChunk *earlier)
{
    m_chunkBegin = static_cast<std::uint64_t>(number) * LineChunk::kBytes;
    m_chunkEnd = std::min(m_chunkBegin + LineChunk::kBytes, m_file->size());
    m_isFinal = m_chunkEnd == m_chunkBegin + LineChunk::kBytes;
    m_held = 0;
    m_startCount = 0;
    m_isFirstUntimed = false;
    m_classifier.takeTimes();
    if (earlier != nullptr && earlier->blockCount() > 0) {
        m_builder.resume(*earlier);
        m_bufferBegin = m_chunkBegin + earlier->blockStart(earlier->blockCount() - 1);
        m_starts[m_startCount++] = 0;
    } else if (number == 0) {
        m_bufferBegin = m_file->textBegin();
        m_starts[m_startCount++] = 0;
    } else {
        // A line starts with the chunk when the byte before it ends one.
        m_bufferBegin = m_chunkBegin - 1;
    }
}

Result<void> ChunkScanner::scanLines(const std::stop_token &stop)
{
    while (readUpTo() < m_chunkEnd) {
        if (stop.stop_requested()) {
            return fail(ErrorCode::Cancelled, "stopped", m_file->name());
        }
        const auto most = std::min<std::uint64_t>(LogFile::kReadBlock, m_chunkEnd - readUpTo());
        const auto count = readMore(static_cast<std::size_t>(most));
        if (!count) {
            return tl::unexpected(count.error());
        }
        if (*count == 0) {
            // The file has become shorter.
            m_isFinal = false;
            break;
        }
        addWholeLines();
    }
    return {};
}

Result<std::size_t> ChunkScanner::readMore(std::size_t most)
{
    const auto count = m_file->read(readUpTo(), std::span(m_buffer).subspan(m_held, most));
    if (count) {
        m_startCount +=
            findLineStarts({m_buffer.data() + m_held, *count}, static_cast<std::uint32_t>(m_held),
                           m_starts.get() + m_startCount);
        m_held += *count;
    }
    return count;
}

bool ChunkScanner::hasUnfinishedLine() const
{
    return m_startCount > 0 && m_bufferBegin + m_starts[m_startCount - 1] < m_chunkEnd;
}

void ChunkScanner::addWholeLines()
{
    if (m_startCount == 0) {
        keepFrom(m_held);
        return;
    }
    addLines(m_startCount - 1);
    keepFrom(m_starts[m_startCount - 1]);
    m_starts[0] = 0;
    m_startCount = 1;
    if (m_held >= kLineHeadBytes) {
        m_starts[1] = static_cast<std::uint32_t>(m_held);
        addLines(1);
        keepFrom(m_held);
        m_startCount = 0;
    }
}

void ChunkScanner::keepFrom(std::size_t place)
{
    std::memmove(m_buffer.data(), m_buffer.data() + place, m_held - place);
    m_bufferBegin += place;
    m_held -= place;
}

/// Adds the first @p count lines of m_starts, each of which ends where the next one starts.
void ChunkScanner::addLines(std::size_t count)
{
    std::array<LineClass, LineChunk::kBlockLines> classes;
    const auto shift = static_cast<std::uint32_t>(m_bufferBegin - m_chunkBegin);
    for (std::size_t done = 0; done < count;) {
        const auto some = std::min(count - done, m_builder.roomInBlock());
        const auto *starts = m_starts.get() + done;
        m_classifier.classify(m_buffer.data(), {starts, some + 1}, classes.data());
        if (m_chunkBegin == 0 && m_builder.isEmpty() && classes[0] == kContinuation) {
            classes[0] = classOf(Level::Unknown);
            m_isFirstUntimed = true;
        }
        m_builder.add(starts, shift, std::span(classes).first(some));
        if (m_builder.isBlockFull()) {
            endBlock();
        }
        done += some;
    }
}

void ChunkScanner::endBlock()
{
    auto times = m_classifier.takeTimes();
    times.hasUntimed = times.hasUntimed || m_isFirstUntimed;
    m_isFirstUntimed = false;
    m_builder.endBlock(times);
}

/// Reads on behind the chunk's end, as far as the last line goes or is looked at.
Result<void> ChunkScanner::finishLastLine()
{
    while (m_startCount == 1 && m_held < kLineHeadBytes) {
        const auto count = readMore(kTailRead);
        if (!count) {
            return tl::unexpected(count.error());
        }
        if (*count == 0) {
            m_isFinal = false;
            break;
        }
    }
    if (m_held > 0) {
        m_starts[1] = m_startCount > 1 ? m_starts[1] : static_cast<std::uint32_t>(m_held);
        addLines(1);
    }
    return {};
}

} // namespace foretop::logs
