// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/textencoding.h"

#include "base/text.h"

#include <utility>

#include <simdjson.h>

namespace foretop::logs {
namespace {

constexpr std::size_t kLongestSequence = 4;

bool isAscii(char byte)
{
    return static_cast<unsigned char>(byte) < 0x80;
}

/// Whether there are bytes beyond ASCII in @p head, all of them outside valid UTF-8 sequences.
bool hasOnlyForeignBytes(std::string_view head)
{
    bool isForeign = false;
    while (!head.empty()) {
        const auto length = utf8SequenceLength(head);
        if (length > 1) {
            return false;
        }
        // The sample may end in the middle of a character.
        isForeign = isForeign || (length == 0 && head.size() >= kLongestSequence);
        head.remove_prefix(1);
    }
    return isForeign;
}

void appendUtf8(char32_t character, std::string &out)
{
    const auto tail = [character](int shift) {
        return static_cast<char>(0x80 | ((character >> shift) & 0x3F));
    };
    if (character < 0x80) {
        out += static_cast<char>(character);
    } else if (character < 0x800) {
        out += static_cast<char>(0xC0 | (character >> 6));
        out += tail(0);
    } else if (character < 0x10000) {
        out += static_cast<char>(0xE0 | (character >> 12));
        out += tail(6);
        out += tail(0);
    } else {
        out += static_cast<char>(0xF0 | (character >> 18));
        out += tail(12);
        out += tail(6);
        out += tail(0);
    }
}

bool isHighSurrogate(char16_t unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}
bool isLowSurrogate(char16_t unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

} // namespace

EncodingGuess guessEncoding(std::string_view head)
{
    using namespace std::string_view_literals;
    if (head.substr(0, 3) == "\xEF\xBB\xBF"sv) {
        return {TextEncoding::Utf8, 3};
    }
    if (head.substr(0, 2) == "\xFF\xFE"sv) {
        return {TextEncoding::Utf16Le, 2};
    }
    if (head.substr(0, 2) == "\xFE\xFF"sv) {
        return {TextEncoding::Utf16Be, 2};
    }
    if (!simdjson::validate_utf8(head.data(), head.size()) && hasOnlyForeignBytes(head)) {
        return {TextEncoding::Latin1, 0};
    }
    return {};
}

void replaceInvalidUtf8(std::span<char> text)
{
    if (simdjson::validate_utf8(text.data(), text.size())) {
        return;
    }
    constexpr char kSubstitute = '\x1A';
    while (!text.empty()) {
        auto length = isAscii(text[0]) ? 1 : utf8SequenceLength({text.data(), text.size()});
        if (length == 0) {
            text[0] = kSubstitute;
            length = 1;
        }
        text = text.subspan(length);
    }
}

std::string utf8FromLatin1(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 8);
    for (const char byte : bytes) {
        appendUtf8(static_cast<unsigned char>(byte), out);
    }
    return out;
}

std::optional<std::string> latin1FromUtf8(std::string_view text)
{
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (isAscii(text[at])) {
            out += text[at];
            continue;
        }
        // U+0080 to U+00FF are C2 80 to C3 BF.
        const auto lead = static_cast<unsigned char>(text[at]);
        if ((lead != 0xC2 && lead != 0xC3) || at + 1 == text.size()) {
            return {};
        }
        const auto tail = static_cast<unsigned char>(text[++at]);
        out += static_cast<char>((lead & 0x03) << 6 | (tail & 0x3F));
    }
    return out;
}

Utf16Decoder::Utf16Decoder(TextEncoding encoding)
    : m_isBigEndian(encoding == TextEncoding::Utf16Be)
{
}

void Utf16Decoder::decode(std::string_view bytes, std::string &out)
{
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        if (!m_oddByte) {
            m_oddByte = value;
            continue;
        }
        const unsigned first = *std::exchange(m_oddByte, std::nullopt);
        addUnit(static_cast<char16_t>(m_isBigEndian ? first << 8 | value
                                                    : static_cast<unsigned>(value) << 8 | first),
                out);
    }
}

void Utf16Decoder::finish(std::string &out)
{
    if (const auto high = std::exchange(m_highSurrogate, 0)) {
        appendUtf8(high, out);
    }
    if (m_oddByte) {
        out += static_cast<char>(*std::exchange(m_oddByte, std::nullopt));
    }
}

void Utf16Decoder::addUnit(char16_t unit, std::string &out)
{
    const auto high = std::exchange(m_highSurrogate, 0);
    if (high != 0 && isLowSurrogate(unit)) {
        appendUtf8(0x10000U + ((high - 0xD800U) << 10) + (unit - 0xDC00U), out);
        return;
    }
    if (high != 0) {
        appendUtf8(high, out);
    }
    if (isHighSurrogate(unit)) {
        m_highSurrogate = unit;
    } else {
        appendUtf8(unit, out);
    }
}

} // namespace foretop::logs
