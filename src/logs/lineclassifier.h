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
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace foretop::logs {

/// Tells of line after line what LineReader tells, many times faster: it learns from the lines it
/// reads with LineReader where level and time stand, and of lines built alike looks at these places
/// alone. What a container's runtime wrote around a line is taken off first. It differs from
/// LineReader in lines that are no valid JSON behind those places, in lines that have a
/// better-named level or time there, and in lines that a person's format reads no more behind them.
/// One thread.
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
    TimeSpan takeTimes();

private:
    // How many lines without the learned head make it worth to learn another.
    static constexpr unsigned kMissesPerHead = 64;

    struct Contained
    {
    };
    /// Of lines that were inside those of a container.
    LineClassifier(const LineRules &rules, Contained);

    bool isOfOwnFormat() const;
    void learnHead(std::string_view line);
    LineClass classifyLine(std::string_view line);
    LineClass classifyObject(std::string_view line);
    LineClass classifyText(std::string_view line);
    LineClass classifyOwn(std::string_view line);
    std::optional<LineClass> classifyAccess(std::string_view line);
    std::optional<LineClass> classifyCri(std::string_view line);
    std::optional<LineClass> classifyDocker(std::string_view line);
    std::optional<LineClass> classifyContained(std::string_view inner, std::string_view time);
    bool addPlacedTime(std::string_view time);
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
    SpanCollector m_placedTimes; // of containers and access logs, which are found without learning
    bool m_expectsAccess = false;
    std::string m_unescaped;
    const std::unique_ptr<LineClassifier> m_contained; // null within itself
};

} // namespace foretop::logs
