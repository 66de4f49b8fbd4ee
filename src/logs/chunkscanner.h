// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/linechunk.h"
#include "logs/lineclassifier.h"
#include "logs/logfile.h"

#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

namespace foretop::logs {

/// Reads a file's chunks, in any order, and finds and classifies the lines that start in each. A
/// line longer than kLineHeadBytes is classified by its head and its rest is only passed over, so
/// that no more than that is ever held. One thread, one scanner.
class ChunkScanner
{
public:
    ChunkScanner(std::shared_ptr<const LogFile> file, LineRules rules);

    /// The chunk with @p number, as far as the file has it; @p earlier is what it was before the
    /// file grew, or null. Fails with Cancelled or an error of reading.
    Result<std::shared_ptr<const LineChunk>> scan(std::size_t number, const LineChunk *earlier,
                                                  const std::stop_token &stop);

private:
    void start(std::size_t number, const LineChunk *earlier);
    Result<void> scanLines(const std::stop_token &stop);
    Result<void> finishLastLine();
    Result<std::size_t> readMore(std::size_t most);
    void addWholeLines();
    void addLines(std::size_t count);
    void endBlock();
    void keepFrom(std::size_t place);
    bool hasUnfinishedLine() const;
    std::uint64_t readUpTo() const { return m_bufferBegin + m_held; }

    const std::shared_ptr<const LogFile> m_file;
    LineClassifier m_classifier;
    LineChunkBuilder m_builder;

    // Of the chunk being scanned. Offsets are in the file, places are in m_buffer.
    std::uint64_t m_chunkBegin = 0;
    std::uint64_t m_chunkEnd = 0;
    std::uint64_t m_bufferBegin = 0;
    std::vector<char> m_buffer;
    std::size_t m_held = 0;
    // Places where lines start that are not added yet. The last one's end is not known; there is
    // none while the rest of a line is passed over.
    std::unique_ptr<std::uint32_t[]> m_starts;
    std::size_t m_startCount = 0;
    bool m_isFirstUntimed = false;
    bool m_isFinal = false;
};

} // namespace foretop::logs
