// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/blocksearch.h"
#include "logs/lineclassifier.h"
#include "logs/logfile.h"

#include <cstdint>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace foretop::logs {

/// Finds where records start without an index, from the lines around a place. One thread.
class RecordFinder
{
public:
    RecordFinder(const LogFile &file, const LineRules &rules);

    /// The first place from @p offset on where a record starts, or the text's end. Fails with
    /// Cancelled or an error of reading.
    Result<std::uint64_t> firstFrom(std::uint64_t offset, const std::stop_token &stop);

    /// Where the records of @p block start, of which one does at its front, and then its size;
    /// valid until the next call. kScanPadding bytes after the block must be readable.
    std::span<const std::uint32_t> boundsIn(std::string_view block);

    /// The records of a block with their levels.
    struct Records
    {
        std::span<const std::uint32_t> bounds;  ///< as boundsIn() tells them
        std::span<const LineClass> classes;     ///< of each record
        std::span<const std::uint32_t> runEnds; ///< records up to the end of each run of lines
        std::span<const TimeSpan> times;        ///< between which the times of each run lie
    };
    /// What LineClassifier tells of the records of @p block, their times in runs of some hundred
    /// lines when @p hasTimes. The same holds.
    Records recordsIn(std::string_view block, bool hasTimes);
    /// The level of the record that starts at @p begin of @p block.
    Level levelAt(std::string_view block, std::size_t begin);

    /// The record of @p block with the byte at @p place. The same holds.
    RecordExtent around(std::string_view block, std::size_t place);

    /// The last place in @p text but its front, or at its end, where a record surely starts when
    /// the text goes on; 0 when there is none. kScanPadding bytes after it must be readable.
    std::size_t lastStartIn(std::string_view text);

private:
    Result<bool> readMore();
    bool isAtRecord(std::size_t lineEnd);
    bool startsRecord(std::string_view block, std::size_t line);
    std::size_t findLines(std::string_view block);
    template <typename Keeps>
    std::size_t keepBounds(std::size_t count, Keeps keeps);

    const LogFile &m_file;
    const LineKind m_kind;
    LineClassifier m_classifier;
    std::vector<std::uint32_t> m_bounds;
    std::vector<LineClass> m_classes;
    std::vector<std::uint32_t> m_runEnds;
    std::vector<TimeSpan> m_times;

    // firstFrom() holds the bytes from m_begin on; the line looked at begins m_line bytes behind.
    std::uint64_t m_begin = 0;
    std::vector<char> m_buffer;
    std::size_t m_held = 0;
    std::size_t m_line = 0;
};

} // namespace foretop::logs
