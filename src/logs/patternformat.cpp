// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/patternformat.h"

#include "base/text.h"
#include "base/timestamp.h"
#include "logs/anyrecord.h"
#include "logs/plaintime.h"
#include "logs/recordparser.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace foretop::logs {
namespace {

std::optional<double> numberIn(std::string_view text)
{
    double number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isWhole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return isWhole && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// A member of @p object or, behind dots or slashes, of those in it.
std::optional<std::string> memberText(JsonObject object, std::string_view path)
{
    JsonElement found;
    if (object.at_key(path).get(found) == simdjson::SUCCESS) {
        return found.is_null() ? std::nullopt : std::optional(jsonDisplayText(found));
    }
    const auto end = path.find_first_of("./");
    const auto inner =
        end == std::string_view::npos ? std::nullopt : objectMember(object, path.substr(0, end));
    return inner ? memberText(*inner, path.substr(end + 1)) : std::nullopt;
}

} // namespace

std::optional<WallTime> OwnFormatRules::readTime(std::string_view text,
                                                 const FormatContext &context) const
{
    for (const auto &pattern : times) {
        if (const auto time = pattern.read(text, context)) {
            return time;
        }
    }
    const auto number = timeUnitsPerSecond > 0 ? numberIn(text) : std::nullopt;
    if (number) {
        return wallTimeFromEpoch(*number / timeUnitsPerSecond);
    }
    return times.empty() ? plainTime(text, context) : std::nullopt;
}

Level OwnFormatRules::readLevel(std::string_view text) const
{
    for (const auto &[level, pattern] : levels) {
        if (pattern.isIn(text)) {
            return level;
        }
    }
    if (const auto number = numberIn(text)) {
        return levelFromNumber(*number).value_or(Level::Unknown);
    }
    return levelFromName(text).value_or(Level::Unknown);
}

/// The groups of one text's first line.
class PatternFormat::Match
{
public:
    Match(const PatternFormat &format, std::string_view text)
        : m_line(text.substr(0, std::min(text.find('\n'), kMaxMatchedBytes)))
    {
        for (const auto &pattern : format.m_patterns) {
            if (pattern.match(m_line, m_groups)) {
                m_pattern = &pattern;
                return;
            }
        }
    }

    bool isFound() const { return m_pattern != nullptr; }
    std::string_view line() const { return m_line; }
    const std::vector<std::string> &names() const { return m_pattern->names(); }
    std::string_view operator[](std::size_t index) const { return m_groups[index]; }
    /// Without data when there is no such group or it took no part.
    std::string_view group(std::string_view name) const
    {
        const auto index = m_pattern->indexOf(name);
        return index < m_groups.size() ? m_groups[index] : std::string_view();
    }

private:
    std::string_view m_line;
    std::vector<std::string_view> m_groups;
    const NamedPattern *m_pattern = nullptr;
};

PatternFormat::PatternFormat(std::string name, std::string title,
                             std::vector<NamedPattern> patterns, OwnFormatRules rules)
    : LogFormat(std::move(name), std::move(title))
    , m_patterns(std::move(patterns))
    , m_rules(std::move(rules))
{
}

bool PatternFormat::read(std::string_view text, const FormatContext &context, Record &record) const
{
    const Match match(*this, text);
    if (!match.isFound()) {
        return false;
    }
    const auto time = match.group(m_rules.timeField);
    record.time = m_rules.readTime(time, context);
    if (!time.empty() && !record.time) {
        return false;
    }
    record.level = m_rules.readLevel(match.group(m_rules.levelField));
    record.logger = match.group(m_rules.loggerField);
    const auto message = match.group(m_rules.messageField);
    record.message = message.data() == nullptr ? match.line() : message;
    record.message += text.substr(match.line().size());
    return true;
}

std::vector<Field> PatternFormat::fields(std::string_view text) const
{
    std::vector<Field> fields;
    const Match match(*this, text);
    for (std::size_t i = 0; match.isFound() && i < match.names().size(); ++i) {
        const auto &name = match.names()[i];
        const bool isOfRecord = name == m_rules.timeField || name == m_rules.levelField ||
                                name == m_rules.loggerField || name == m_rules.messageField;
        if (!isOfRecord && !match[i].empty() && fields.size() < kMaxFields) {
            fields.emplace_back(name, match[i]);
        }
    }
    return fields;
}

std::optional<WrittenPlaces> PatternFormat::places(std::string_view text) const
{
    const Match match(*this, text);
    const auto time = match.isFound() ? match.group(m_rules.timeField) : std::string_view();
    if (time.empty()) {
        return {};
    }
    WrittenPlaces places;
    places.timeAt = static_cast<std::size_t>(time.data() - text.data());
    places.timeEnd = places.timeAt + time.size();
    if (const auto level = match.group(m_rules.levelField); !level.empty()) {
        places.levelAt = static_cast<std::size_t>(level.data() - text.data());
        places.levelEnd = places.levelAt + level.size();
    }
    return places;
}

MemberFormat::MemberFormat(std::string name, std::string title, OwnFormatRules rules,
                           std::vector<Part> message)
    : LogFormat(std::move(name), std::move(title))
    , m_rules(std::move(rules))
    , m_message(std::move(message))
{
}

bool MemberFormat::read(std::string_view text, const FormatContext &context, Record &record) const
{
    JsonReader reader;
    if (!looksLikeObject(text)) {
        return false;
    }
    const auto object = parseRecordObject(reader, text);
    const auto time = object ? memberText(*object, m_rules.timeField) : std::nullopt;
    record.time = time ? m_rules.readTime(*time, context) : std::nullopt;
    if (!record.time) {
        return false;
    }
    record.level = m_rules.readLevel(memberText(*object, m_rules.levelField).value_or(""));
    record.logger = memberText(*object, m_rules.loggerField).value_or("");
    record.message = memberText(*object, m_rules.messageField).value_or("");
    if (record.message.empty()) {
        record.message = messageOf(*object);
    }
    if (record.message.empty()) {
        record.message = text;
    }
    return true;
}

std::string MemberFormat::messageOf(JsonObject object) const
{
    std::string message;
    for (const auto &part : m_message) {
        message += part.isMember ? memberText(object, part.text).value_or("-") : part.text;
    }
    return std::string(trimmed(message));
}

std::vector<Field> MemberFormat::fields(std::string_view text) const
{
    return fieldsOf(text);
}

} // namespace foretop::logs
