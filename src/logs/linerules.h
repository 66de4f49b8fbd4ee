// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/logformat.h"
#include "logs/recordparser.h"
#include "logs/traceline.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

namespace foretop::logs {

/// Which lines of a file start a record.
enum class LineKind : std::uint8_t {
    Json,  ///< all but empty and indented ones and those of a stack trace (traceline.h): an object
           ///< each, or stray text
    Timed, ///< those with a time in their header or of the rules' format, and JSON objects; not
           ///< indented ones
    Plain, ///< all
};

/// How the lines of one file are read. A value.
struct LineRules
{
    LineKind kind = LineKind::Plain;
    std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>(); ///< see RecordParser
    LogFormatPtr format = nullptr; ///< null: told from each record
    TimeZone zone = {};            ///< of times written without one
};

/// Whether a line is empty or starts with a blank, as those of a stack trace do.
inline bool isIndented(std::string_view line)
{
    return line.empty() || line[0] == ' ' || line[0] == '\t' || line[0] == '\r' || line[0] == '\n';
}

/// Whether @p line begins as one that may start a record.
inline bool mayStartRecord(LineKind kind, std::string_view line)
{
    if (kind == LineKind::Plain) {
        return true;
    }
    return !isIndented(line) && (kind == LineKind::Timed || line[0] == '{' || !isTraceLine(line));
}

/// Whether @p line begins a JSON object and goes on with it.
inline bool startsObject(std::string_view line)
{
    return line.size() > 1 && line[0] == '{' && line[1] != '\r' && line[1] != '\n';
}

/// Bytes from the front of a line that are looked at to classify it.
inline constexpr std::size_t kLineHeadBytes = 1U << 20;
/// Bytes from the front of a file that make a good sample.
inline constexpr std::size_t kRulesSampleBytes = 64U << 10;

/// Tells the rules from the first lines of a file: the format is that of @p formats that most
/// records have. Lines are Plain when it has none but single ones, Json when at least half of them
/// are objects, Timed when at least one in twenty has a time or it is a person's format.
LineRules detectLineRules(std::string_view sample,
                          std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>(),
                          const FormatCatalogue &formats = FormatCatalogue(), TimeZone zone = {});
/// The same where a person has chosen the format; null: each record tells it.
LineRules lineRulesOf(LogFormatPtr format, std::string_view sample,
                      std::shared_ptr<const Clock> clock, TimeZone zone);

/// What a line tells of the record that it starts or continues.
struct LineTraits
{
    bool startsRecord = true;
    Level level = Level::Unknown;
    std::optional<WallTime> time;

    bool operator==(const LineTraits &) const = default;
};

/// Reads the traits of one line by parsing it whole, as RecordParser does. One thread.
class LineReader
{
public:
    explicit LineReader(const LineRules &rules);
    /// @p line is looked at up to kLineHeadBytes.
    LineTraits read(std::string_view line);

private:
    LineKind m_kind;
    RecordParser m_parser;
};

} // namespace foretop::logs
