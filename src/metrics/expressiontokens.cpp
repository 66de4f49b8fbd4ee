// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/expressiontokens.h"

#include "base/text.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace foretop::metrics {
namespace {

constexpr std::string_view kDigits = "0123456789";

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool startsWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool isWordCharacter(char c)
{
    return startsWord(c) || isDigit(c);
}

struct Symbol
{
    std::string_view text;
    TokenKind kind;
};
// The longer ones before their beginnings.
constexpr std::array kSymbols{
    Symbol{"==", TokenKind::Equal},       Symbol{"=~", TokenKind::Matches},
    Symbol{"!=", TokenKind::NotEqual},    Symbol{"!~", TokenKind::MatchesNot},
    Symbol{"<=", TokenKind::LessOrEqual}, Symbol{">=", TokenKind::GreaterOrEqual},
    Symbol{"=", TokenKind::Assign},       Symbol{"<", TokenKind::Less},
    Symbol{">", TokenKind::Greater},      Symbol{"(", TokenKind::LeftParen},
    Symbol{")", TokenKind::RightParen},   Symbol{"{", TokenKind::LeftBrace},
    Symbol{"}", TokenKind::RightBrace},   Symbol{"[", TokenKind::LeftBracket},
    Symbol{"]", TokenKind::RightBracket}, Symbol{",", TokenKind::Comma},
    Symbol{":", TokenKind::Colon},        Symbol{"@", TokenKind::At},
    Symbol{"+", TokenKind::Plus},         Symbol{"-", TokenKind::Minus},
    Symbol{"*", TokenKind::Star},         Symbol{"/", TokenKind::Slash},
    Symbol{"%", TokenKind::Percent},      Symbol{"^", TokenKind::Caret},
};

class Tokenizer
{
public:
    explicit Tokenizer(std::string_view text)
        : m_text(text)
    {
    }

    Tokens run()
    {
        do {
            skipSpace();
        } while (!m_result.error && step());
        m_result.tokens.push_back({TokenKind::End, m_text.substr(m_begin, 0), m_begin, m_column});
        return std::move(m_result);
    }

private:
    char peek(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }

    bool accept(std::string_view oneOf)
    {
        const bool is = m_at < m_text.size() && oneOf.find(m_text[m_at]) != std::string_view::npos;
        m_at += is ? 1 : 0;
        return is;
    }

    void acceptRun(std::string_view oneOf)
    {
        while (accept(oneOf)) {
        }
    }

    /// Makes what was passed since the last token known to m_column.
    void settle()
    {
        for (; m_begin < m_at; ++m_begin) {
            // Bytes that continue a UTF-8 character are no column of their own.
            m_column += (static_cast<unsigned char>(m_text[m_begin]) & 0xC0) != 0x80 ? 1 : 0;
        }
    }

    void skipSpace()
    {
        acceptRun(" \t\r\n");
        while (peek() == '#') {
            m_at = std::min(m_text.find('\n', m_at), m_text.size());
            acceptRun(" \t\r\n");
        }
        settle();
    }

    void emit(TokenKind kind)
    {
        m_result.tokens.push_back(
            {kind, m_text.substr(m_begin, m_at - m_begin), m_begin, m_column});
        settle();
    }

    bool refuse(std::string message)
    {
        m_result.error = Error{.code = ErrorCode::Malformed, .message = std::move(message)};
        m_result.error->place.column = m_column;
        return false;
    }

    /// Reads one token; false at the end and at what is none.
    bool step()
    {
        if (m_at >= m_text.size()) {
            return false;
        }
        const char c = peek();
        if (isDigit(c) || (c == '.' && isDigit(peek(1)))) {
            return number();
        }
        if (c == '"' || c == '\'' || c == '`') {
            return string(c);
        }
        if (startsWord(c) || (c == ':' && !m_isInBrackets && !m_isInBraces)) {
            while (isWordCharacter(peek()) || (peek() == ':' && !m_isInBraces)) {
                ++m_at;
            }
            emit(TokenKind::Word);
            return true;
        }
        return symbol();
    }

    bool symbol()
    {
        const auto rest = m_text.substr(m_at);
        const auto found = std::find_if(kSymbols.begin(), kSymbols.end(), [rest](const auto &one) {
            return rest.starts_with(one.text);
        });
        if (found == kSymbols.end()) {
            const auto length = std::max<std::size_t>(utf8SequenceLength(rest), 1);
            return refuse(
                fmt::format("\"{}\" means nothing here", toValidUtf8(rest.substr(0, length))));
        }
        m_at += found->text.size();
        m_isInBraces = found->kind == TokenKind::LeftBrace ||
                       (m_isInBraces && found->kind != TokenKind::RightBrace);
        m_isInBrackets = found->kind == TokenKind::LeftBracket ||
                         (m_isInBrackets && found->kind != TokenKind::RightBracket);
        emit(found->kind);
        return true;
    }

    bool number()
    {
        const bool isHex = accept("0") && accept("xX");
        const auto digits = isHex ? std::string_view("0123456789abcdefABCDEF") : kDigits;
        acceptRun(digits);
        if (accept(".")) {
            acceptRun(digits);
        }
        if (accept("eE")) {
            accept("+-");
            acceptRun(kDigits);
        }
        if (!isWordCharacter(peek())) {
            emit(TokenKind::Number);
            return true;
        }
        if (duration()) {
            emit(TokenKind::Duration);
            return true;
        }
        while (isWordCharacter(peek())) {
            ++m_at;
        }
        return refuse(fmt::format("\"{}\" is neither a number such as 1.5 nor a duration such as "
                                  "5m or 1h30m",
                                  m_text.substr(m_begin, m_at - m_begin)));
    }

    /// What follows the first number of a duration.
    bool duration()
    {
        do {
            if (!accept("smhdwy")) {
                return false;
            }
            accept("s");
            if (!isDigit(peek())) {
                return !isWordCharacter(peek());
            }
            acceptRun(kDigits);
        } while (true);
    }

    bool string(char quote)
    {
        for (++m_at; m_at < m_text.size() && peek() != quote; ++m_at) {
            if (quote != '`' && peek() == '\n') {
                break;
            }
            m_at += quote != '`' && peek() == '\\' ? 1 : 0;
        }
        if (m_at >= m_text.size() || peek() != quote) {
            m_at = std::min(m_at, m_text.size());
            return refuse(fmt::format("the string that starts here needs a closing {}", quote));
        }
        ++m_at;
        emit(TokenKind::String);
        return true;
    }

    const std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_begin = 0; // of the token that is read, m_column being its column
    std::uint64_t m_column = 1;
    bool m_isInBraces = false;
    bool m_isInBrackets = false;
    Tokens m_result;
};

} // namespace

Tokens tokenize(std::string_view text)
{
    return Tokenizer(text).run();
}

} // namespace foretop::metrics
