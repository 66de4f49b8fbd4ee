// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace foretop::logs {

/// How the bytes of a log file stand for characters.
enum class TextEncoding : std::uint8_t {
    Utf8,   ///< bytes that are not are shown as "\xNN"
    Latin1, ///< ISO 8859-1
    Utf16Le,
    Utf16Be,
};

struct EncodingGuess
{
    TextEncoding encoding = TextEncoding::Utf8;
    std::size_t markBytes = 0; ///< length of the byte order mark at the front
};

/// Tells the encoding of a file from its first bytes: UTF-16 by its byte order mark alone; Latin-1
/// when there are bytes beyond ASCII and none of them is part of a valid UTF-8 sequence.
EncodingGuess guessEncoding(std::string_view head);
inline constexpr std::size_t kEncodingSampleBytes = 64U << 10;

/// Makes @p text valid UTF-8 of the same length: each byte that is not becomes SUB (U+001A), which
/// no log has. Fast when there is nothing to do.
void replaceInvalidUtf8(std::span<char> text);

/// Latin-1 @p bytes as UTF-8.
std::string utf8FromLatin1(std::string_view bytes);
/// Valid UTF-8 @p text as Latin-1; nothing when it has a character that Latin-1 lacks.
std::optional<std::string> latin1FromUtf8(std::string_view text);

/// Turns a stream of UTF-16 into UTF-8. A surrogate without its other half becomes the three
/// bytes that UTF-8's scheme gives it: not valid UTF-8, so that it is shown and not lost.
class Utf16Decoder
{
public:
    /// @p encoding is Utf16Le or Utf16Be.
    explicit Utf16Decoder(TextEncoding encoding);
    /// Appends to @p out what @p bytes complete; an odd byte or half a pair waits for the next.
    void decode(std::string_view bytes, std::string &out);
    /// Appends what still waits at the end of the stream.
    void finish(std::string &out);

private:
    void addUnit(char16_t unit, std::string &out);

    const bool m_isBigEndian;
    std::optional<unsigned char> m_oddByte;
    char16_t m_highSurrogate = 0;
};

} // namespace foretop::logs
