// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "logs/jsonlayout.h"
#include "logs/lineclass.h"
#include "logs/linehead.h"
#include "logs/linerules.h"
#include "logs/textlayout.h"
#include "logs/timespan.h"

#include <cstdint>
#include <span>
#include <string_view>

namespace foretop::logs {

/// Tells of line after line what LineReader tells, many times faster: it learns from the lines it
/// reads with LineReader where level and time stand, and of lines built alike looks at these places
/// alone. It differs from LineReader in lines that are no valid JSON behind those places, and in
/// lines that have a better-named level or time there. One thread.
class LineClassifier
{
public:
    explicit LineClassifier(LineRules rules);
    LineClassifier(const LineClassifier &) = delete;
    LineClassifier &operator=(const LineClassifier &) = delete;

    /// Classifies the lines of @p text that start at each of @p bounds but the last, and end before
    /// the next. kScanPadding bytes after the last must be readable. Their times go into times().
    void classify(const char *text, std::span<const std::uint32_t> bounds, LineClass *classes);
    /// Whether @p line, with or without its line end, starts a record; kScanPadding bytes after it
    /// must be readable.
    bool startsRecord(std::string_view line);

    /// The times of the records classified since the last call.
    TimeSpan takeTimes() { return m_times.take(); }

private:
    // How many lines without the learned head make it worth to learn another.
    static constexpr unsigned kMissesPerHead = 64;

    void learnHead(std::string_view line);
    LineClass classifyLine(std::string_view line);
    LineClass classifyObject(std::string_view line);
    LineClass classifyText(std::string_view line);
    LineClass addTraits(const LineTraits &traits);

    const LineRules m_rules;
    LineReader m_reader;
    SpanCollector m_times;
    HeadMemberFinder m_members;
    JsonLayout m_json;
    TextLayout m_text;
    LineHead m_head;
    const LevelWords *m_headWords;
    unsigned m_headMisses = 0;
    bool m_hasLearned = false;
};

} // namespace foretop::logs
