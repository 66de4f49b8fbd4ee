// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsonwriter.h"

#include "base/text.h"

#include <cmath>
#include <iterator>
#include <utility>

#include <fmt/format.h>

namespace foretop {

void appendJsonString(std::string &out, std::string_view text)
{
    out += '"';
    while (!text.empty()) {
        const auto c = static_cast<unsigned char>(text[0]);
        if (c >= 0x20 && c < 0x80 && c != '"' && c != '\\') {
            std::size_t plain = 1;
            while (plain < text.size() && static_cast<unsigned char>(text[plain]) >= 0x20 &&
                   static_cast<unsigned char>(text[plain]) < 0x80 && text[plain] != '"' &&
                   text[plain] != '\\') {
                ++plain;
            }
            out += text.substr(0, plain);
            text.remove_prefix(plain);
            continue;
        }
        std::size_t taken = 1;
        if (c == '"' || c == '\\') {
            out += '\\';
            out += static_cast<char>(c);
        } else if (c == '\n') {
            out += "\\n";
        } else if (c == '\t') {
            out += "\\t";
        } else if (c == '\r') {
            out += "\\r";
        } else if (c < 0x20) {
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", c);
        } else if (const std::size_t length = utf8SequenceLength(text); length > 0) {
            out += text.substr(0, length);
            taken = length;
        } else {
            fmt::format_to(std::back_inserter(out), "\\\\x{:02X}", c);
        }
        text.remove_prefix(taken);
    }
    out += '"';
}

void JsonWriter::separate()
{
    if (m_needsComma) {
        m_out += ',';
    }
    m_needsComma = true;
}

JsonWriter &JsonWriter::beginObject()
{
    separate();
    m_out += '{';
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::endObject()
{
    m_out += '}';
    m_needsComma = true;
    return *this;
}

JsonWriter &JsonWriter::beginArray()
{
    separate();
    m_out += '[';
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::endArray()
{
    m_out += ']';
    m_needsComma = true;
    return *this;
}

JsonWriter &JsonWriter::key(std::string_view name)
{
    separate();
    appendJsonString(m_out, name);
    m_out += ':';
    m_needsComma = false;
    return *this;
}

JsonWriter &JsonWriter::value(std::string_view text)
{
    separate();
    appendJsonString(m_out, text);
    return *this;
}

JsonWriter &JsonWriter::value(bool flag)
{
    return raw(flag ? "true" : "false");
}

JsonWriter &JsonWriter::value(double number)
{
    if (std::isnan(number)) {
        return value(std::string_view("NaN"));
    }
    if (std::isinf(number)) {
        return value(std::string_view(number > 0 ? "+Inf" : "-Inf"));
    }
    separate();
    fmt::format_to(std::back_inserter(m_out), "{}", number);
    return *this;
}

JsonWriter &JsonWriter::null()
{
    return raw("null");
}

JsonWriter &JsonWriter::raw(std::string_view json)
{
    separate();
    m_out += json;
    return *this;
}

JsonWriter &JsonWriter::signedValue(std::int64_t number)
{
    separate();
    fmt::format_to(std::back_inserter(m_out), "{}", number);
    return *this;
}

JsonWriter &JsonWriter::unsignedValue(std::uint64_t number)
{
    separate();
    fmt::format_to(std::back_inserter(m_out), "{}", number);
    return *this;
}

std::string JsonWriter::take()
{
    m_needsComma = false;
    return std::exchange(m_out, {});
}

} // namespace foretop
