// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/recordparser.h"

#include "base/jsonwriter.h"
#include "base/text.h"
#include "logs/anyrecord.h"
#include "logs/linerules.h"

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

std::string_view withoutLineEnd(std::string_view text)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
        text.remove_prefix(kByteOrderMark.size());
    }
    return text.substr(0, text.find_last_not_of("\r\n") + 1);
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
    , m_format(rules.format)
{
}

FormatContext RecordParser::context() const
{
    return {.now = m_clock->wallNow(), .zone = m_zone};
}

Record RecordParser::parseItem(JsonObject item)
{
    const auto line = plainLine(item);
    auto raw = simdjson::minify(item);
    m_isOfFormat = false;
    if (!line) {
        auto record = readAnyObject(item, raw, context(), m_reader);
        return completed(std::move(record), std::move(raw));
    }
    if (item.size() == 1) {
        return parseText(*line);
    }
    // More members than anyone shows are not looked up one by one: hostile input could make that
    // slow.
    if (looksLikeObject(*line) && item.size() <= kMaxFields) {
        if (const auto object = parseRecordObject(m_reader, *line)) {
            raw = withOtherMembers(*line, item, *object);
            auto record = readAnyObject(*object, raw, context(), m_reader);
            return completed(std::move(record), std::move(raw));
        }
    }
    auto record = read(std::string(withoutLineEnd(*line)));
    return completed(std::move(record), std::move(raw));
}

Record RecordParser::parseText(std::string_view text)
{
    auto raw = toValidText(withoutLineEnd(text));
    auto record = read(raw);
    return completed(std::move(record), std::move(raw));
}

std::string RecordParser::toValidText(std::string_view text)
{
    if (simdjson::validate_utf8(text)) {
        return std::string(text);
    }
    if (looksLikeObject(text)) {
        auto object = toValidJsonUtf8(text);
        if (parseRecordObject(m_reader, object)) {
            return object;
        }
    }
    return toValidUtf8(text);
}

Record RecordParser::read(std::string_view text)
{
    if (m_format != nullptr && !m_format->isToldByRecord()) {
        Record record;
        m_isOfFormat = m_format->read(text, context(), record);
        if (m_isOfFormat) {
            return record;
        }
    }
    return readAnyRecord(text, context(), m_reader);
}

std::vector<Field> RecordParser::fields(std::string_view raw) const
{
    if (m_format != nullptr) {
        const bool hasColours = raw.find("\x1b[") != std::string_view::npos;
        auto fields = m_format->fields(hasColours ? withoutColours(raw) : std::string(raw));
        if (!fields.empty()) {
            return fields;
        }
    }
    return fieldsOf(raw);
}

Record RecordParser::completed(Record record, std::string raw)
{
    record.raw = std::move(raw);
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
