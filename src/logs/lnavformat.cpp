// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsonreader.h"
#include "logs/logformat.h"
#include "logs/patternformat.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace foretop::logs {
namespace {

constexpr std::size_t kMostFormats = 200;
constexpr std::size_t kMostPatterns = 100; // of a format; also of its levels and times
constexpr std::size_t kMostParts = 200;    // of a line-format

/// An executable format file starts with "#! /usr/bin/env lnav -i".
std::string_view withoutShebang(std::string_view text)
{
    return text.starts_with("#!") ? text.substr(std::min(text.find('\n'), text.size())) : text;
}

std::optional<Level> lnavLevel(std::string_view name)
{
    return name == "stats" ? std::optional(Level::Info) : levelFromName(name);
}

/// Reads one format of a file; what it cannot use becomes a warning.
class LnavFormatReader
{
public:
    LnavFormatReader(std::string_view name, JsonObject object, std::string_view source,
                     std::vector<Error> &warnings)
        : m_name(name)
        , m_object(object)
        , m_source(source)
        , m_warnings(warnings)
    {
    }

    /// Null when the format cannot be used.
    LogFormatPtr read()
    {
        m_rules.timeField = textOf("timestamp-field", "timestamp");
        m_rules.levelField = textOf("level-field", "level");
        m_rules.loggerField = textOf("module-field", "logger");
        m_rules.messageField = textOf("body-field", "body");
        m_rules.timeUnitsPerSecond =
            std::max(0.0, numberMember(m_object, "timestamp-divisor").value_or(0));
        readTimes();
        readLevels();
        warnOfOthers();
        const bool isJson =
            boolMember(m_object, "json").value_or(false) || textOf("file-type", "") == "json";
        auto format = isJson ? memberFormat() : patternFormat();
        if (format) {
            trySamples(*format);
        }
        return format;
    }

private:
    void warn(std::string_view key, std::string_view reason, ErrorCode code = ErrorCode::Malformed)
    {
        m_warnings.push_back({.code = code,
                              .message = fmt::format("{}: {}", pathOf(key), reason),
                              .source = std::string(m_source),
                              .place = {}});
    }
    std::string pathOf(std::string_view key) const
    {
        return key.empty() ? std::string(m_name) : fmt::format("{}/{}", m_name, key);
    }

    std::string textOf(std::string_view key, std::string_view otherwise) const
    {
        return std::string(stringMember(m_object, key).value_or(otherwise));
    }
    std::string title() const
    {
        const auto given = textOf("title", textOf("description", ""));
        return given.empty() ? std::string(m_name) : given;
    }

    void readTimes()
    {
        const auto formats = arrayMember(m_object, "timestamp-format");
        for (std::size_t i = 0; formats && i < std::min(formats->size(), kMostPatterns); ++i) {
            std::string_view text;
            const auto key = fmt::format("timestamp-format/{}", i);
            if (formats->at(i).get(text) != simdjson::SUCCESS) {
                warn(key, "must be a string", ErrorCode::WrongType);
                continue;
            }
            if (auto pattern = TimePattern::compile(text)) {
                m_rules.times.push_back(std::move(*pattern));
            } else {
                warn(key, pattern.error().text(), pattern.error().code);
            }
        }
    }

    void readLevels()
    {
        const auto levels = objectMember(m_object, "level");
        if (!levels) {
            return;
        }
        for (const auto [name, value] : *levels) {
            const auto key = fmt::format("level/{}", name);
            const auto level = lnavLevel(name);
            const auto text = jsonDisplayText(value);
            // A number is one that the level must be, not a part of it.
            auto pattern =
                NamedPattern::compile(value.is_string() ? text : fmt::format("^{}$", text));
            if (!level || m_rules.levels.size() >= kMostPatterns) {
                warn(key, "is no level that is known", ErrorCode::Unknown);
            } else if (!pattern) {
                warn(key, pattern.error().text());
            } else {
                m_rules.levels.emplace_back(*level, std::move(*pattern));
            }
        }
    }

    LogFormatPtr patternFormat()
    {
        std::vector<NamedPattern> patterns;
        const auto regexes = objectMember(m_object, "regex");
        if (!regexes) {
            warn("regex", "is missing, and so the format cannot be used", ErrorCode::Missing);
            return nullptr;
        }
        for (const auto [name, value] : *regexes) {
            const auto key = fmt::format("regex/{}/pattern", name);
            JsonObject regex;
            const auto text = value.get(regex) == simdjson::SUCCESS ? stringMember(regex, "pattern")
                                                                    : std::nullopt;
            if (!text || patterns.size() >= kMostPatterns) {
                warn(key, "is missing, no string or one too many", ErrorCode::WrongType);
                continue;
            }
            if (boolMember(regex, "module-format").value_or(false)) {
                warn(key, "is for what other formats wrap, which is not supported",
                     ErrorCode::Unknown);
                continue;
            }
            auto pattern = NamedPattern::compile(*text);
            if (!pattern) {
                warn(key, pattern.error().text());
            } else if (pattern->names().empty()) {
                warn(key, "has no named groups", ErrorCode::Missing);
            } else {
                patterns.push_back(std::move(*pattern));
            }
        }
        if (patterns.empty()) {
            warn("regex", "has no pattern that can be used", ErrorCode::Missing);
            return nullptr;
        }
        return std::make_shared<PatternFormat>(std::string(m_name), title(), std::move(patterns),
                                               std::move(m_rules));
    }

    LogFormatPtr memberFormat()
    {
        return std::make_shared<MemberFormat>(std::string(m_name), title(), std::move(m_rules),
                                              messageParts());
    }

    /// Of a line-format, without time and level, which have their own columns.
    std::vector<MemberFormat::Part> messageParts()
    {
        std::vector<MemberFormat::Part> parts;
        const auto line = arrayMember(m_object, "line-format");
        for (std::size_t i = 0; line && i < std::min(line->size(), kMostParts); ++i) {
            JsonElement element = line->at(i);
            std::string_view text;
            JsonObject object;
            if (element.get(text) == simdjson::SUCCESS) {
                parts.push_back({.text = std::string(text), .isMember = false});
                continue;
            }
            const auto field = element.get(object) == simdjson::SUCCESS
                                   ? stringMember(object, "field")
                                   : std::nullopt;
            if (!field) {
                warn(fmt::format("line-format/{}", i), "has no field", ErrorCode::Missing);
            } else if (*field != "__timestamp__" && *field != "__level__" &&
                       *field != m_rules.timeField && *field != m_rules.levelField) {
                parts.push_back({.text = std::string(*field), .isMember = true});
            }
        }
        return parts;
    }

    void trySamples(const LogFormat &format)
    {
        const auto samples = arrayMember(m_object, "sample");
        for (std::size_t i = 0; samples && i < std::min(samples->size(), kMostPatterns); ++i) {
            JsonObject sample;
            if (samples->at(i).get(sample) != simdjson::SUCCESS) {
                continue;
            }
            Record record;
            const auto line = stringMember(sample, "line");
            const FormatContext context{.now = SystemClock().wallNow(), .zone = {}};
            if (line && !format.read(*line, context, record)) {
                warn(fmt::format("sample/{}/line", i), "is not read by this format");
            }
        }
    }

    /// Names what would change how records are read; how lnav shows them does not matter here.
    void warnOfOthers()
    {
        constexpr auto kUnsupported = std::to_array<std::string_view>(
            {"converter", "subsecond-field", "subsecond-units", "level-pointer", "duration-field",
             "start-timestamp-field", "timestamp-point-of-reference", "file-pattern",
             "convert-to-local-time"});
        for (const auto [key, value] : m_object) {
            if (std::find(kUnsupported.begin(), kUnsupported.end(), key) != kUnsupported.end()) {
                warn(key, "is not supported and has no effect", ErrorCode::Unknown);
            }
        }
    }

    const std::string_view m_name;
    const JsonObject m_object;
    const std::string_view m_source;
    std::vector<Error> &m_warnings;
    OwnFormatRules m_rules;
};

std::vector<LogFormatPtr> lnavFormats(JsonObject file, std::string_view source,
                                      std::vector<Error> &warnings)
{
    std::vector<LogFormatPtr> formats;
    for (const auto [name, value] : file) {
        JsonObject object;
        if (name == "$schema" || formats.size() >= kMostFormats) {
            continue;
        }
        if (value.get(object) != simdjson::SUCCESS) {
            warnings.push_back({.code = ErrorCode::WrongType,
                                .message = fmt::format("{}: must be an object", name),
                                .source = std::string(source),
                                .place = {}});
            continue;
        }
        if (auto format = LnavFormatReader(name, object, source, warnings).read()) {
            formats.push_back(std::move(format));
        }
    }
    return formats;
}

Result<std::vector<LogFormatPtr>> unlessEmpty(std::vector<LogFormatPtr> formats,
                                              std::string_view source)
{
    if (formats.empty()) {
        return fail(ErrorCode::Missing, "there is no format in it that can be used", source);
    }
    return formats;
}

/// Null, with a warning, when @p element is no format that can be used.
LogFormatPtr ownFormat(JsonElement element, std::size_t index, std::string_view source,
                       std::vector<Error> &warnings)
{
    JsonObject object;
    const bool isObject = element.get(object) == simdjson::SUCCESS;
    const auto name = isObject ? stringMember(object, "name") : std::nullopt;
    const auto regex = isObject ? stringMember(object, "regex") : std::nullopt;
    if (!name || name->empty() || !regex) {
        warnings.push_back({.code = ErrorCode::Missing,
                            .message = "a format must have a \"name\" and a \"regex\"",
                            .source = std::string(source),
                            .place = Place::atItem(index)});
        return nullptr;
    }
    auto format = formatFromRegex(std::string(*name),
                                  std::string(stringMember(object, "title").value_or(*name)),
                                  *regex, stringMember(object, "time_format").value_or(""));
    if (!format) {
        // The column is one of the regex or time format, not of the file.
        const auto &error = format.error();
        const auto column = error.place.column
                                ? fmt::format(" (at its column {})", *error.place.column)
                                : std::string();
        warnings.push_back({.code = error.code,
                            .message = fmt::format("{}: {}{}", *name, error.message, column),
                            .source = std::string(source),
                            .place = Place::atItem(index)});
        return nullptr;
    }
    return *format;
}

} // namespace

Result<std::vector<LogFormatPtr>> formatsFromLnav(std::string_view json, std::string_view source,
                                                  std::vector<Error> &warnings)
{
    JsonReader reader;
    const auto file = reader.parseObject(withoutShebang(json), source);
    if (!file) {
        return tl::unexpected(file.error());
    }
    return unlessEmpty(lnavFormats(*file, source, warnings), source);
}

Result<std::vector<LogFormatPtr>> formatsFromJson(std::string_view json, std::string_view source,
                                                  std::vector<Error> &warnings)
{
    JsonReader reader;
    const auto file = reader.parseObject(withoutShebang(json), source);
    if (!file) {
        return tl::unexpected(file.error());
    }
    const auto own = arrayMember(*file, "formats");
    if (!own) {
        return unlessEmpty(lnavFormats(*file, source, warnings), source);
    }
    std::vector<LogFormatPtr> formats;
    std::size_t index = 0;
    for (const auto element : *own) {
        if (index >= kMostFormats) {
            warnings.push_back(
                {.code = ErrorCode::TooLarge,
                 .message = fmt::format("formats after the first {} are not read", kMostFormats),
                 .source = std::string(source),
                 .place = {}});
            break;
        }
        if (auto format = ownFormat(element, index++, source, warnings)) {
            formats.push_back(std::move(format));
        }
    }
    return unlessEmpty(std::move(formats), source);
}

} // namespace foretop::logs
