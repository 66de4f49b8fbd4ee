// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <vector>

namespace foretop::metrics {

enum class TokenKind : std::uint8_t {
    Word,
    Number,
    Duration,
    String,
    LeftParen,
    RightParen,
    LeftBrace,
    RightBrace,
    LeftBracket,
    RightBracket,
    Comma,
    Colon,
    At,
    Assign,
    Matches,
    MatchesNot,
    Plus,
    Minus,
    Star,
    Slash,
    Percent,
    Caret,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    End,
};

struct Token
{
    TokenKind kind = TokenKind::End;
    std::string_view text;    ///< as written, quotes included
    std::size_t begin = 0;    ///< byte where it starts
    std::uint64_t column = 1; ///< character where it starts
};

struct Tokens
{
    std::vector<Token> tokens;  ///< closed by an End
    std::optional<Error> error; ///< why the End is not that of the text
};

/// Splits @p text, which must outlive the result.
Tokens tokenize(std::string_view text);

/// The value of a Number token, as Go reads it: "010" is octal and "0x1F" hexadecimal.
std::optional<double> numberOf(std::string_view text);
/// The value of a Duration token, more than 0 and at most 292 years; the error says what is wrong.
Result<Milliseconds> durationOf(std::string_view text);
/// The value of a String token with its escapes read.
Result<std::string> stringOf(std::string_view text);

} // namespace foretop::metrics
