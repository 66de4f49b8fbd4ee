// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonreader.h"
#include "logs/logformat.h"
#include "logs/namedpattern.h"
#include "logs/timepattern.h"

#include <string>
#include <utility>
#include <vector>

namespace foretop::logs {

/// How times and levels are written in a person's format, and which fields hold what.
struct OwnFormatRules
{
    std::string timeField = "time";
    std::string levelField = "level";
    std::string loggerField = "logger";
    std::string messageField = "message";
    std::vector<TimePattern> times;                     ///< empty: whatever plainTime() reads
    double timeUnitsPerSecond = 0;                      ///< of a number; 0: told from its magnitude
    std::vector<std::pair<Level, NamedPattern>> levels; ///< the first that is in the level's text

    std::optional<WallTime> readTime(std::string_view text, const FormatContext &context) const;
    /// Unknown when no rule fits.
    Level readLevel(std::string_view text) const;
};

/// Text whose first line one of some patterns matches from its start. One record is looked at up to
/// kMaxMatchedBytes.
class PatternFormat final : public LogFormat
{
public:
    static constexpr std::size_t kMaxMatchedBytes = 64U << 10;

    PatternFormat(std::string name, std::string title, std::vector<NamedPattern> patterns,
                  OwnFormatRules rules);

    bool read(std::string_view text, const FormatContext &context, Record &record) const override;
    std::vector<Field> fields(std::string_view text) const override;
    std::optional<WrittenPlaces> places(std::string_view text) const override;

private:
    class Match;

    const std::vector<NamedPattern> m_patterns;
    const OwnFormatRules m_rules;
};

/// JSON objects whose members have other names than those of membername.h.
class MemberFormat final : public LogFormat
{
public:
    /// Of the message: a member or what stands between.
    struct Part
    {
        std::string text; ///< the name of a member, or the text itself
        bool isMember = false;
    };

    /// @p message tells how a message is put together when there is no member for it.
    MemberFormat(std::string name, std::string title, OwnFormatRules rules,
                 std::vector<Part> message);

    bool read(std::string_view text, const FormatContext &context, Record &record) const override;
    std::vector<Field> fields(std::string_view text) const override;

private:
    std::string messageOf(JsonObject object) const;

    const OwnFormatRules m_rules;
    const std::vector<Part> m_message;
};

} // namespace foretop::logs
