// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/levelwords.h"
#include "logs/lineclass.h"
#include "logs/timespan.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace foretop::logs {

/// Where time and level are in a line.
struct HeadPlaces
{
    std::size_t timeAt = 0;
    std::size_t levelAt = 0; ///< 0 when not known or not always there
    char levelEnd = ' ';     ///< the byte after the level
};

/// The front of a line up to and including its level, where nothing but the seconds of the time
/// and the level changes from line to line. Lines that have it are read many at a time. A value.
class LineHead
{
public:
    /// Bytes before the level, at most.
    static constexpr std::size_t kMostBytes = 64;

    /// Learns from @p line, whose time is written as @p layout knows; or forgets all when the level
    /// is not behind the time, or too far.
    void learn(std::string_view line, const HeadPlaces &places, const TimeLayout &layout);

    /// Reads lines, of which each begins at one of @p starts in @p text and ends at the next (of
    /// which there are @p count + 1), until one does not have this head. Adds their times and
    /// writes their classes; returns how many. kScanPadding bytes after them must be readable.
    std::size_t read(const char *text, const std::uint32_t *starts, std::size_t count,
                     const LevelWords &words, SpanCollector &times, LineClass *classes) const;

private:
    using Words = std::array<std::uint64_t, kMostBytes / sizeof(std::uint64_t)>;
    struct Reading;

    Words m_text{};
    Words m_fixedMask{}; // bytes that are the same in all lines
    Words m_digitMask{}; // bytes that are digits
    std::size_t m_secondsAt = 0;
    std::size_t m_levelAt = 0; // 0 when nothing is learned
    char m_mostTens = '5';
    char m_levelEnd = ' ';
};

} // namespace foretop::logs
