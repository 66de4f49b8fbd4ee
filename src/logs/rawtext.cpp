// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/rawtext.h"

#include "base/text.h"

#include <algorithm>

#include <simdjson.h>

namespace foretop::logs {
namespace {

std::string_view withoutMarkAndLineEnd(std::string_view text)
{
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
        text.remove_prefix(kByteOrderMark.size());
    }
    return text.substr(0, text.find_last_not_of("\r\n") + 1);
}

bool isAscii(std::string_view text)
{
    return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

} // namespace

RawTextReader::RawTextReader(const LineRules &rules, TextEncoding encoding)
    : m_encoding(encoding)
    , m_parser(rules)
{
}

void RawTextReader::begin(std::string_view bytes)
{
    m_converted.clear();
    m_isAllValid =
        m_encoding == TextEncoding::Latin1 ? isAscii(bytes) : simdjson::validate_utf8(bytes);
}

std::string_view RawTextReader::read(std::string_view bytes)
{
    if (m_encoding == TextEncoding::Latin1 && !m_isAllValid) {
        const auto &text = m_converted.emplace_back(utf8FromLatin1(bytes));
        return withoutMarkAndLineEnd(utf8Prefix(text, kMaxRecordBytes));
    }
    const auto text = utf8Prefix(bytes, kMaxRecordBytes);
    if (m_isAllValid || simdjson::validate_utf8(text)) {
        return withoutMarkAndLineEnd(text);
    }
    // The parser knows how a byte that is not UTF-8 is shown, in text and in JSON.
    return m_converted.emplace_back(m_parser.parseText(text).raw);
}

} // namespace foretop::logs
