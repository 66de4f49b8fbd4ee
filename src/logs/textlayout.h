// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/fixedtext.h"
#include "logs/levelwords.h"
#include "logs/linehead.h"
#include "logs/linerules.h"
#include "logs/timespan.h"

#include <optional>
#include <string_view>

namespace foretop::logs {

/// Where time and level stood in the text line read last, and how they were written: the time at
/// a fixed place, the level as the n-th word after it. One thread.
class TextLayout
{
public:
    /// Whether @p line has a time as @p times has learned to know it at the learned place.
    /// kScanPadding bytes after the line must be readable.
    bool hasTime(std::string_view line, const SpanCollector &times) const;
    /// The level of @p line, its time added to @p times; nothing when the line is built otherwise.
    std::optional<Level> read(std::string_view line, SpanCollector &times) const;

    /// Learns from @p line, which was read as @p traits.
    void learn(std::string_view line, const LineTraits &traits, const FormatContext &context,
               SpanCollector &times);

    /// Learns from @p line, of which @p places tells where time and level are.
    void learnAt(std::string_view line, const LineTraits &traits, const WrittenPlaces &places,
                 SpanCollector &times);

    /// Where time and level stood in the line learned from, when the level came next.
    HeadPlaces headPlaces() const;
    const LevelWords &words() const { return m_words; }

private:
    bool learnTime(std::string_view line, WallTime time, const FormatContext &context,
                   SpanCollector &times);
    void learnLevel(std::string_view line, Level level);
    void learnWord(std::string_view line, std::string_view before, std::string_view word,
                   Level level);
    std::size_t afterTime(const SpanCollector &times) const
    {
        return m_timeAt + times.layout().size();
    }

    std::size_t m_timeAt = 0;
    std::size_t m_levelFrom = 0; // where the words are counted from
    FixedText m_beforeTime;
    bool m_hasLevel = false;
    std::size_t m_levelAt = 0;
    unsigned m_wordsBefore = 0; // between time and level
    FixedText m_beforeLevel;    // part of the word: "[", "level="
    char m_afterLevel = ' ';
    LevelWords m_words;
};

} // namespace foretop::logs
