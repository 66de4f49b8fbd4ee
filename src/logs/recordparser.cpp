// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/recordparser.h"

#include "base/jsonwriter.h"
#include "base/text.h"
#include "logs/linerules.h"
#include "logs/logfmt.h"
#include "logs/memberrecord.h"
#include "logs/plainheader.h"

#include <algorithm>

#include <fmt/format.h>

namespace foretop::logs {
namespace {

constexpr std::size_t kMaxLoggerBytes = 256;

/// Bytes that are not UTF-8 as "\\xNN" with the backslash escaped, which keeps a JSON string one.
std::string toValidJsonUtf8(std::string_view text)
{
    std::string out;
    out.reserve(text.size() + 16);
    while (!text.empty()) {
        const auto length = utf8SequenceLength(text);
        if (length == 0) {
            out += fmt::format("\\\\x{:02X}", static_cast<unsigned char>(text[0]));
        } else {
            out += text.substr(0, length);
        }
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return out;
}

/// Without the escape sequences that set colours (ECMA-48, CSI ... m and its kin).
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

std::string_view withoutLineEnd(std::string_view text)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
        text.remove_prefix(kByteOrderMark.size());
    }
    return text.substr(0, text.find_last_not_of("\r\n") + 1);
}

bool looksLikeObject(std::string_view text)
{
    const auto content = trimmed(text);
    return content.size() >= 2 && content.front() == '{' && content.back() == '}';
}

/// @p object, a JSON object's text, with the members of @p item but "line" that it lacks.
std::string withOtherMembers(std::string_view object, JsonObject item, JsonObject inner)
{
    std::string out(trimmed(object));
    out.pop_back();
    bool needsComma = inner.size() > 0;
    for (const auto [key, value] : item) {
        JsonElement held;
        if (key == "line" || inner.at_key(key).get(held) == simdjson::SUCCESS) {
            continue;
        }
        out += needsComma ? "," : "";
        appendJsonString(out, key);
        out += ':';
        out += simdjson::minify(value);
        needsComma = true;
    }
    return out += '}';
}

/// The text of an item that wraps a plain line, not of a record with a member of that name.
std::optional<std::string_view> plainLine(JsonObject item)
{
    for (const auto name : {"message", "msg", "event"}) {
        if (stringMember(item, name)) {
            return {};
        }
    }
    return stringMember(item, "line");
}

} // namespace

RecordParser::RecordParser(std::shared_ptr<const Clock> clock)
    : m_clock(std::move(clock))
{
}

RecordParser::RecordParser(const LineRules &rules)
    : m_clock(rules.clock)
    , m_zone(rules.zone)
{
}

FormatContext RecordParser::context() const
{
    return {.now = m_clock->wallNow(), .zone = m_zone};
}

Record RecordParser::parseItem(JsonObject item)
{
    const auto line = plainLine(item);
    if (!line) {
        return completed(recordOf(item, context()), simdjson::minify(item));
    }
    if (item.size() == 1) {
        return parseText(*line);
    }
    // More members than anyone shows are not looked up one by one: hostile input could make that
    // slow.
    if (looksLikeObject(*line) && item.size() <= kMaxFields) {
        if (const auto inner = m_reader.parseObject(*line, {})) {
            return completed(recordOf(*inner, context()), withOtherMembers(*line, item, *inner));
        }
    }
    return completed(parseLine(withoutLineEnd(*line)), simdjson::minify(item));
}

Record RecordParser::parseText(std::string_view text)
{
    text = withoutLineEnd(text);
    const bool isValid = simdjson::validate_utf8(text);
    if (looksLikeObject(text)) {
        auto raw = isValid ? std::string(text) : toValidJsonUtf8(text);
        if (const auto object = m_reader.parseObject(raw, {})) {
            return completed(recordOf(*object, context()), std::move(raw));
        }
    }
    auto raw = isValid ? std::string(text) : toValidUtf8(text);
    auto record = parseLine(raw);
    return completed(std::move(record), std::move(raw));
}

Record RecordParser::parseLine(std::string_view line) const
{
    if (line.substr(0, line.find(' ')).find('=') != std::string_view::npos) {
        if (const auto pairs = readLogfmt(line); !pairs.empty()) {
            auto record = recordOf(pairs, context());
            const auto rest = line.find('\n');
            if (record.message.empty()) {
                record.message = line;
            } else if (rest != std::string_view::npos) {
                record.message += line.substr(rest);
            }
            return record;
        }
    }
    const auto plain =
        line.find("\x1b[") != std::string_view::npos ? withoutColours(line) : std::string(line);
    const auto header = readPlainHeader(plain, context());
    Record record;
    record.time = header.time;
    record.level = header.level;
    record.logger = header.logger;
    record.message = header.message;
    return record;
}

Record RecordParser::completed(Record record, std::string raw)
{
    record.raw = std::move(raw);
    if (record.message.empty()) {
        record.message = record.raw;
    }
    record.logger.resize(utf8Prefix(record.logger, kMaxLoggerBytes).size());
    const auto size = std::max(record.raw.size(), record.message.size());
    if (size > kMaxRecordBytes) {
        ++m_cutRecords;
        const auto note = fmt::format(" [cut: {} bytes over the limit of {}]",
                                      size - kMaxRecordBytes, kMaxRecordBytes);
        record.raw.resize(utf8Prefix(record.raw, kMaxRecordBytes).size());
        record.message.resize(utf8Prefix(record.message, kMaxRecordBytes - note.size()).size());
        record.message += note;
    }
    return record;
}

} // namespace foretop::logs
