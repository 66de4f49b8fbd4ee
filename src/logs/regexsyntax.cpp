// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/regexsyntax.h"

#include <algorithm>

#include <fmt/format.h>

namespace foretop::logs {
namespace {

bool isAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isBeyondAscii(char c)
{
    return static_cast<unsigned char>(c) >= 0x80;
}

bool isIn(char c, std::string_view set)
{
    return set.find(c) != std::string_view::npos;
}

/// Goes over a regex once, from front to back.
class RegexReader
{
public:
    explicit RegexReader(std::string_view regex)
        : m_regex(regex)
    {
    }

    RegexTraits read()
    {
        // "(*UTF8)" and other verbs change how all is read.
        m_traits.mayMatchBeyondAscii = m_regex.substr(0, 2) == "(*";
        while (m_at < m_regex.size()) {
            readOne();
        }
        return std::move(m_traits);
    }

private:
    char peek(std::size_t ahead = 0) const
    {
        return m_at + ahead < m_regex.size() ? m_regex[m_at + ahead] : '\0';
    }

    void emit(std::string_view text)
    {
        m_traits.rewritten += text;
        m_traits.origins.resize(m_traits.rewritten.size(), m_at);
    }
    void copy(std::size_t count)
    {
        for (; count > 0 && m_at < m_regex.size(); --count) {
            // hyperscan takes a C string.
            emit(peek() == '\0' ? "\\x00" : m_regex.substr(m_at, 1));
            ++m_at;
        }
    }

    void readOne()
    {
        const char c = peek();
        m_traits.mayMatchLineFeed = m_traits.mayMatchLineFeed || c == '\n';
        m_traits.mayMatchBeyondAscii = m_traits.mayMatchBeyondAscii || c == '.' || isBeyondAscii(c);
        if (c == '\\' && peek(1) == 'Q') {
            readQuotation();
        } else if (c == '\\') {
            readEscape(false);
        } else if (c == '[') {
            readClass();
        } else if (m_regex.substr(m_at, 3) == "(?#") {
            copy(std::min(m_regex.find(')', m_at), m_regex.size()) - m_at);
        } else if (c == '$') {
            emit("(?:\\r?$)");
            ++m_at;
        } else {
            if (c == '(' && peek(1) == '?') {
                readOptions();
            }
            copy(1);
        }
    }

    void readQuotation()
    {
        const auto end = m_regex.find("\\E", m_at);
        copy(end == std::string_view::npos ? m_regex.size() : end + 2 - m_at);
        // It may have anything in it.
        m_traits.mayMatchLineFeed = m_traits.mayMatchBeyondAscii = true;
    }

    void readEscape(bool isInClass)
    {
        const char kind = peek(1);
        if (isIn(kind, "AzZG")) {
            m_traits.isAnchoredToText = true;
        } else if (isIn(kind, "DSWNHVXCpP")) {
            m_traits.mayMatchBeyondAscii = true;
        }
        const bool isNarrow =
            isIn(kind, "dwbBhSNV") || !isAlphanumeric(kind) || (isIn(kind, "trfae") && !isInClass);
        m_traits.mayMatchLineFeed =
            m_traits.mayMatchLineFeed || kind == '\n' || !(isNarrow || isIn(kind, "AzZG"));
        m_traits.mayMatchBeyondAscii =
            m_traits.mayMatchBeyondAscii || isBeyondAscii(kind) || isIn(kind, "x0123456789o");
        copy(2);
    }

    void readClass()
    {
        copy(1);
        if (peek() == '^') {
            m_traits.mayMatchLineFeed = m_traits.mayMatchBeyondAscii = true;
            copy(1);
        }
        // A bracket that comes first is a member of the class.
        for (bool isFirst = true; m_at < m_regex.size() && (isFirst || peek() != ']');
             isFirst = false) {
            if (peek() == '\\' && peek(1) == 'Q') {
                readQuotation();
            } else if (peek() == '\\') {
                readEscape(true);
            } else if (peek() == '[' && isIn(peek(1), ":.=")) {
                const auto end = m_regex.find(']', m_at + 2);
                m_traits.mayMatchLineFeed = m_traits.mayMatchBeyondAscii = true;
                copy(end == std::string_view::npos ? m_regex.size() : end + 1 - m_at);
            } else {
                // A range from a control character on may hold the line feed.
                m_traits.mayMatchLineFeed =
                    m_traits.mayMatchLineFeed || static_cast<unsigned char>(peek()) <= '\n';
                m_traits.mayMatchBeyondAscii =
                    m_traits.mayMatchBeyondAscii || isBeyondAscii(peek());
                copy(1);
            }
        }
        copy(1);
    }

    /// "(?s)", "(?i-m:" and the like.
    void readOptions()
    {
        const auto options = m_regex.substr(m_at + 2);
        const auto letters = options.substr(0, options.find_first_not_of("imsxJU-"));
        m_traits.mayMatchLineFeed =
            m_traits.mayMatchLineFeed || letters.find('s') != std::string_view::npos;
        m_traits.isAnchoredToText =
            m_traits.isAnchoredToText || letters.find('m') != std::string_view::npos;
    }

    const std::string_view m_regex;
    std::size_t m_at = 0;
    RegexTraits m_traits;
};

} // namespace

RegexTraits readRegex(std::string_view regex)
{
    return RegexReader(regex).read();
}

std::string escapedForRegex(std::string_view text, bool keepsUtf8)
{
    std::string out;
    for (const char c : text) {
        if (isAlphanumeric(c) || (keepsUtf8 && isBeyondAscii(c))) {
            out += c;
        } else {
            out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
        }
    }
    return out;
}

std::string caselessLatin1Regex(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        // ISO 8859-1 has its small letters 0x20 above the capitals, but for the signs x and :.
        const unsigned byte = static_cast<unsigned char>(c);
        const unsigned capital = byte & ~0x20U;
        if (byte >= 0xC0 && capital != 0xD7 && capital != 0xDF) {
            out += fmt::format("[\\x{:02x}\\x{:02x}]", capital, capital | 0x20);
        } else {
            out += escapedForRegex({&c, 1}, false);
        }
    }
    return out;
}

} // namespace foretop::logs
