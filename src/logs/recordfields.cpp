// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/recordfields.h"

#include "base/text.h"
#include "logs/anyrecord.h"
#include "logs/containerline.h"

namespace foretop::logs {
namespace {

/// Whether the fields of JSON records are their members: not when they are of another format.
bool readsMembers(const LineRules &rules)
{
    return rules.format == nullptr ||
           (rules.format->isToldByRecord() && rules.format->name() == "json");
}

} // namespace

RecordFields::RecordFields(const LineRules &rules, TextEncoding encoding)
    : m_encoding(encoding)
    , m_hasMembers(readsMembers(rules) && LiteralFinder::isSupported())
    , m_parser(rules)
    , m_unicodeEscape("\\u", true)
    , m_stream("\"stream\"", true)
{
}

void RecordFields::setRaw(std::string_view raw)
{
    m_raw = raw;
    m_isWrittenPlainly.reset();
    m_record.reset();
}

bool RecordFields::isWrittenPlainly()
{
    if (!m_isWrittenPlainly) {
        // Docker's lines have members within their text, with colours there may be any in a name.
        m_isWrittenPlainly = m_unicodeEscape.find(m_raw, 0) == std::string_view::npos &&
                             m_stream.find(m_raw, 0) == std::string_view::npos &&
                             m_raw.find('\x1b') == std::string_view::npos;
    }
    return *m_isWrittenPlainly;
}

const Record &RecordFields::record()
{
    if (!m_record) {
        m_record = m_parser.parseText(m_encoding == TextEncoding::Latin1
                                          ? std::string_view(m_utf8 = utf8FromLatin1(m_raw))
                                          : m_raw);
    }
    return *m_record;
}

/// What RecordParser makes of the raw text, which mostly is that text.
std::string_view RecordFields::validText()
{
    const auto text = m_raw.substr(0, m_raw.find_last_not_of("\r\n") + 1);
    const bool isSame = text.size() <= kMaxRecordBytes && m_encoding == TextEncoding::Utf8 &&
                        !text.starts_with('\xEF') && simdjson::validate_utf8(text);
    return isSame ? text : std::string_view(record().raw);
}

std::optional<JsonObject> RecordFields::membersIn(std::string_view text)
{
    if (!m_hasMembers || !looksLikeObject(text)) {
        return {};
    }
    const auto object = parseRecordObject(m_reader, trimmed(text));
    if (!object || readDockerLine(*object)) {
        return {};
    }
    return *object;
}

} // namespace foretop::logs
