// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include <fmt/format.h>

namespace foretop {
namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool sameLetter(char a, char b)
{
    return lower(a) == lower(b);
}

// Sixteen bytes compared at once: GCC's and clang's vector extension, which is SSE2 or NEON in the
// end. Places whose first and last byte fit are few enough to be compared one by one.
constexpr std::size_t kLanes = 16;
using Lanes [[gnu::vector_size(kLanes)]] = signed char;

/// A byte to look for, in both cases when it is a letter.
class FoldedByte
{
public:
    explicit FoldedByte(char c)
        : m_fold(Lanes{} + caseBit(lower(c)))
        , m_byte(Lanes{} + static_cast<signed char>(lower(c)))
    {
    }
    /// -1 in each lane that is the byte, 0 elsewhere.
    Lanes equals(const char *bytes) const
    {
        Lanes lanes;
        std::memcpy(&lanes, bytes, kLanes);
        return (lanes | m_fold) == m_byte;
    }

private:
    static signed char caseBit(char c) { return c >= 'a' && c <= 'z' ? 'a' - 'A' : 0; }

    Lanes m_fold;
    Lanes m_byte;
};

bool isAnySet(Lanes lanes)
{
    std::array<std::uint64_t, kLanes / sizeof(std::uint64_t)> words{};
    std::memcpy(words.data(), &lanes, kLanes);
    return (words[0] | words[1]) != 0;
}

bool isAt(std::string_view text, std::size_t at, std::string_view needle)
{
    return std::equal(needle.begin(), needle.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                      sameLetter);
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlank = " \t\r\n";
    const auto first = text.find_first_not_of(kBlank);
    if (first == std::string_view::npos) {
        return {};
    }
    return text.substr(first, text.find_last_not_of(kBlank) - first + 1);
}

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), sameLetter);
}

bool containsIgnoringCase(std::string_view text, std::string_view needle)
{
    if (needle.size() > text.size() || needle.empty()) {
        return needle.empty();
    }
    const FoldedByte first(needle.front());
    const FoldedByte last(needle.back());
    const std::size_t places = text.size() - needle.size() + 1;
    const char *const ends = text.data() + needle.size() - 1;
    std::size_t at = 0;
    for (; at + kLanes <= places; at += kLanes) {
        const Lanes here = first.equals(text.data() + at) & last.equals(ends + at);
        if (isAnySet(here)) {
            for (std::size_t lane = 0; lane < kLanes; ++lane) {
                if (here[lane] != 0 && isAt(text, at + lane, needle)) {
                    return true;
                }
            }
        }
    }
    for (; at < places; ++at) {
        if (isAt(text, at, needle)) {
            return true;
        }
    }
    return false;
}

std::string_view takeUntil(std::string_view &rest, char separator)
{
    const auto at = rest.find(separator);
    const auto part = rest.substr(0, at);
    rest = at == std::string_view::npos ? std::string_view() : rest.substr(at + 1);
    return part;
}

std::string_view utf8Prefix(std::string_view text, std::size_t size)
{
    if (size >= text.size()) {
        return text;
    }
    // No character has more than three bytes of the form 10xxxxxx; a longer run is not UTF-8.
    std::size_t begin = size;
    while (begin > 0 && size - begin < 3 &&
           (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) {
        --begin;
    }
    const bool isSplit = begin + utf8SequenceLength(text.substr(begin)) > size;
    return text.substr(0, isSplit ? begin : size);
}

std::size_t utf8SequenceLength(std::string_view bytes)
{
    if (bytes.empty()) {
        return 0;
    }
    const auto lead = static_cast<unsigned char>(bytes[0]);
    if (lead < 0x80) {
        return 1;
    }
    // RFC 3629: C0, C1 and F5..FF never occur; the second byte bounds what is overlong, a
    // surrogate or beyond U+10FFFF.
    const std::size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                               : lead >= 0xE0 && lead <= 0xEF ? 3
                               : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                              : 0;
    if (length == 0 || bytes.size() < length) {
        return 0;
    }
    const auto second = static_cast<unsigned char>(bytes[1]);
    const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (second < low || second > high) {
        return 0;
    }
    for (std::size_t i = 2; i < length; ++i) {
        if ((static_cast<unsigned char>(bytes[i]) & 0xC0) != 0x80) {
            return 0;
        }
    }
    return length;
}

std::string toValidUtf8(std::string_view bytes)
{
    std::string out;
    out.reserve(bytes.size());
    while (!bytes.empty()) {
        const std::size_t length = utf8SequenceLength(bytes);
        if (length == 0) {
            out += fmt::format("\\x{:02X}", static_cast<unsigned char>(bytes[0]));
            bytes.remove_prefix(1);
        } else {
            out += bytes.substr(0, length);
            bytes.remove_prefix(length);
        }
    }
    return out;
}

} // namespace foretop
