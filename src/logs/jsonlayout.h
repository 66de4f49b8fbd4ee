// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/fixedtext.h"
#include "logs/headmembers.h"
#include "logs/levelwords.h"
#include "logs/linehead.h"
#include "logs/timespan.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace foretop::logs {

/// Where level and time stood in the JSON line read last, and how they were written: most lines of
/// a log are built alike, and are then read without looking at anything else. One thread.
class JsonLayout
{
public:
    /// The level of @p line, its time added to @p times; nothing when the line is built otherwise.
    /// kScanPadding bytes after it must be readable.
    std::optional<Level> read(std::string_view line, SpanCollector &times) const;

    /// Learns where level and time stand in @p line, whose members are @p members.
    void learnPlaces(std::string_view line, const HeadMembers &members);
    /// Learns what the level written at @p place means.
    void learnLevel(std::string_view line, const MemberPlace &place, Level level);
    /// The level written at @p place, when it has been learned.
    std::optional<Level> levelAt(std::string_view line, const MemberPlace &place) const;

    /// Where time and level stand when the time comes first and is as long as @p layout.
    HeadPlaces headPlaces(const TimeLayout &layout) const;
    const LevelWords &words() const { return m_words; }

private:
    struct Step
    {
        std::size_t gap = 0; // from the end of the value before, or the start of the line
        FixedText key;       // with all around it up to the value
        bool isLevel = false;
    };

    std::array<Step, 2> m_steps;
    bool m_isLevelString = false;
    bool m_isLearned = false;
    LevelWords m_words;
    LevelScale m_scale = LevelScale::Pino; // of m_words
};

} // namespace foretop::logs
