// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/anyrecord.h"

#include "base/text.h"
#include "logs/accessline.h"
#include "logs/containerline.h"
#include "logs/logfmt.h"
#include "logs/memberrecord.h"
#include "logs/plainheader.h"
#include "logs/plaintime.h"
#include "logs/traceline.h"

#include <algorithm>

namespace foretop::logs {
namespace {

bool isNumberByte(char c)
{
    return (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
}

/// @p text, a JSON document, with numbers of more than 18 bytes as strings.
std::string withLongNumbersQuoted(std::string_view text)
{
    constexpr std::size_t kSafeBytes = 18;
    std::string out;
    out.reserve(text.size() + 16);
    bool isInString = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (isInString && c == '\\' && at + 1 < text.size()) {
            out += c;
            out += text[++at];
            continue;
        }
        isInString = isInString != (c == '"');
        const auto isNumber = !isInString && (c == '-' || (c >= '0' && c <= '9'));
        if (!isNumber) {
            out += c;
            continue;
        }
        const auto *const end = std::find_if_not(text.begin() + at, text.end(), isNumberByte);
        const auto number = text.substr(at, static_cast<std::size_t>(end - text.begin()) - at);
        const std::string_view quote = number.size() > kSafeBytes ? "\"" : "";
        out.append(quote).append(number).append(quote);
        at += number.size() - 1;
    }
    return out;
}

Record readPlain(std::string_view text, const FormatContext &context)
{
    Record record;
    const auto header = readPlainHeader(text, context);
    record.time = header.time;
    record.level = header.level;
    record.logger = header.logger;
    record.message = header.message;
    if (record.level == Level::Unknown && isCrashReport(header.message)) {
        record.level = Level::Error;
    }
    return record;
}

std::optional<Record> readPairs(std::string_view text, const FormatContext &context)
{
    if (text.substr(0, text.find(' ')).find('=') == std::string_view::npos) {
        return {};
    }
    const auto pairs = readLogfmt(text);
    if (pairs.empty()) {
        return {};
    }
    auto record = recordOf(pairs, context);
    const auto rest = text.find('\n');
    if (record.message.empty()) {
        record.message = text;
    } else if (rest != std::string_view::npos) {
        record.message += text.substr(rest);
    }
    return record;
}

Record readText(std::string_view text, const FormatContext &context)
{
    if (auto record = readPairs(text, context)) {
        return std::move(*record);
    }
    if (auto record = readAccess(text, context)) {
        return std::move(*record);
    }
    return text.find("\x1b[") == std::string_view::npos ? readPlain(text, context)
                                                        : readPlain(withoutColours(text), context);
}

Record readObject(JsonObject object, std::string_view text, const FormatContext &context)
{
    auto record = recordOf(object, context);
    if (record.message.empty()) {
        record.message = text;
    }
    return record;
}

/// What was inside a container's line; its own time counts more than @p time.
Record readInner(std::string_view text, WallTime time, const FormatContext &context,
                 JsonReader &reader)
{
    auto record = [&] {
        if (looksLikeObject(text)) {
            if (const auto object = parseRecordObject(reader, text)) {
                return readObject(*object, text, context);
            }
        }
        return readText(text, context);
    }();
    record.time = record.time.value_or(time);
    return record;
}

} // namespace

bool looksLikeObject(std::string_view text)
{
    const auto content = trimmed(text);
    return content.size() >= 2 && content.front() == '{' && content.back() == '}';
}

Result<JsonObject> parseRecordObject(JsonReader &reader, std::string_view text)
{
    auto object = reader.parseObject(text, {});
    if (!object) {
        const auto quoted = withLongNumbersQuoted(text);
        // Parsing again is worth its time only when something has changed.
        if (quoted.size() != text.size()) {
            return reader.parseObject(quoted, {});
        }
    }
    return object;
}

Record readAnyObject(JsonObject object, std::string_view text, const FormatContext &context,
                     JsonReader &reader)
{
    const auto line = readDockerLine(object);
    const auto time = line ? plainTime(line->time, context) : std::nullopt;
    if (!time) {
        return readObject(object, text, context);
    }
    // The reader may reuse the memory that the line is in.
    return readInner(std::string(line->inner), *time, context, reader);
}

Record readAnyRecord(std::string_view text, const FormatContext &context, JsonReader &reader)
{
    if (looksLikeObject(text)) {
        if (const auto object = parseRecordObject(reader, text)) {
            return readAnyObject(*object, text, context, reader);
        }
    }
    const auto line = readCriLine(text);
    if (const auto time = line ? plainTime(line->time, context) : std::nullopt) {
        return readInner(line->inner, *time, context, reader);
    }
    return readText(text, context);
}

std::string withoutColours(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto escape = text.find("\x1b[");
        out += text.substr(0, escape);
        if (escape == std::string_view::npos) {
            break;
        }
        text.remove_prefix(escape + 2);
        const auto end = text.find_first_not_of("0123456789;:?");
        text.remove_prefix(std::min(end, text.size()));
        if (!text.empty() && text[0] >= '@' && text[0] <= '~') {
            text.remove_prefix(1);
        }
    }
    return out;
}

} // namespace foretop::logs
