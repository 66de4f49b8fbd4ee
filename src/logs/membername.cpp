// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/membername.h"

#include <algorithm>
#include <array>

namespace foretop::logs {
namespace {

struct Entry
{
    std::string_view path;
    MemberMeaning meaning;
};

constexpr Entry time(std::string_view path, std::uint8_t rank)
{
    return {path, {MemberRole::Time, rank}};
}
constexpr Entry level(std::string_view path, std::uint8_t rank, LevelScale scale = LevelScale::Pino)
{
    return {path, {MemberRole::Level, rank, scale}};
}
constexpr Entry logger(std::string_view path, std::uint8_t rank)
{
    return {path, {MemberRole::Logger, rank}};
}
constexpr Entry message(std::string_view path, std::uint8_t rank)
{
    return {path, {MemberRole::Message, rank}};
}
constexpr Entry nested(std::string_view path)
{
    return {path, {MemberRole::Nested, 0}};
}

// A name that may be both a value and an object (log, level, ...) has a value's role; the parser
// looks into an object under any name that has a role.
constexpr auto kUnsorted = std::to_array<Entry>({
    time("timestamp", 0),
    time("@timestamp", 1),
    time("time", 2),
    time("ts", 3),
    time("asctime", 4),
    time("datetime", 5),
    time("@t", 6),
    time("record.time.timestamp", 7),
    time("instant.epochsecond", 8),
    time("t.$date", 9),
    time("timemillis", 10),
    time("__realtime_timestamp", 11),
    time("timeunixnano", 12),
    time("date", 13),
    {"instant.nanoofsecond", {MemberRole::Nanosecond, 0}},

    level("level", 0),
    level("levelname", 1),
    level("level_name", 2),
    level("log.level", 3),
    level("severity", 4),
    level("severitytext", 5),
    level("severity_text", 6),
    level("lvl", 7),
    level("loglevel", 8),
    level("log_level", 9),
    level("@l", 10),
    level("record.level.name", 11),
    level("level.name", 12),
    level("priority", 13),
    level("levelno", 14, LevelScale::Python),
    level("level_number", 15, LevelScale::Python),
    level("severitynumber", 16, LevelScale::OpenTelemetry),
    level("severity_number", 17, LevelScale::OpenTelemetry),

    logger("logger", 0),
    logger("logger_name", 1),
    logger("loggername", 2),
    logger("log.logger", 3),
    logger("logger.name", 4),
    logger("record.name", 5),
    logger("channel", 6),
    logger("category", 7),
    logger("sourcecontext", 8),
    logger("properties.sourcecontext", 9),
    logger("target", 10),
    logger("syslog_identifier", 11),
    logger("component", 12),
    logger("name", 13),
    logger("_systemd_unit", 14),

    message("message", 0),
    message("msg", 1),
    message("event", 2),
    message("@m", 3),
    message("renderedmessage", 4),
    message("fields.message", 5),
    message("record.message", 6),
    message("short_message", 7),
    message("body", 8),
    message("body.stringvalue", 9),
    message("log", 10),
    message("line", 11),
    message("@mt", 12),
    message("messagetemplate", 13),
    message("text", 14),
    message("error.message", 15),
    message("err.message", 16),
    message("error", 17),

    nested("err"),
    nested("fields"),
    nested("instant"),
    nested("properties"),
    nested("record"),
    nested("record.level"),
    nested("record.time"),
    nested("t"),
});

constexpr auto kEntries = [] {
    auto entries = kUnsorted;
    std::sort(entries.begin(), entries.end(),
              [](const Entry &a, const Entry &b) { return a.path < b.path; });
    return entries;
}();
constexpr std::size_t kLongestPath = 24;

} // namespace

MemberMeaning memberMeaning(std::string_view path)
{
    if (path.empty() || path.size() > kLongestPath) {
        return {};
    }
    std::array<char, kLongestPath> buffer{};
    std::transform(path.begin(), path.end(), buffer.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    const std::string_view lower(buffer.data(), path.size());
    const auto found = std::lower_bound(
        kEntries.begin(), kEntries.end(), lower,
        [](const Entry &entry, std::string_view text) { return entry.path < text; });
    return found != kEntries.end() && found->path == lower ? found->meaning : MemberMeaning{};
}

} // namespace foretop::logs
