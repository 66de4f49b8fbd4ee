// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/wordpattern.h"

#include "base/text.h"

#include <algorithm>
#include <cstddef>

#include <fmt/format.h>

namespace foretop::logs {
namespace {

bool isWildcard(char c)
{
    return c == '*' || c == '?';
}

std::size_t characterLength(std::string_view text)
{
    return std::max<std::size_t>(utf8SequenceLength(text), 1);
}

/// At least @p count characters, or just so many.
std::string wildcardRegex(std::ptrdiff_t count, bool mayBeMore)
{
    if (count == 0) {
        return "(?s:.*)";
    }
    return count == 1 && !mayBeMore ? "(?s:.)"
                                    : fmt::format("(?s:.{{{}{}}})", count, mayBeMore ? "," : "");
}

} // namespace

WordPattern::WordPattern(std::string_view word)
{
    for (std::size_t at = 0; at < word.size(); ++at) {
        if (word[at] == '\\' && at + 1 < word.size() && isWildcard(word[at + 1])) {
            m_characters.push_back({Wildcard::None, word[++at]});
        } else if (word[at] == '?') {
            m_characters.push_back({Wildcard::One, 0});
        } else if (word[at] == '*') {
            if (m_characters.empty() || m_characters.back().wildcard != Wildcard::Any) {
                m_characters.push_back({Wildcard::Any, 0});
            }
        } else {
            m_characters.push_back({Wildcard::None, word[at]});
        }
    }
}

std::optional<std::string> WordPattern::plainText() const
{
    std::string text;
    for (const auto &character : m_characters) {
        if (character.wildcard != Wildcard::None) {
            return {};
        }
        text += character.byte;
    }
    return text;
}

bool WordPattern::isAnything() const
{
    return !m_characters.empty() &&
           std::all_of(m_characters.begin(), m_characters.end(),
                       [](const Character &c) { return c.wildcard == Wildcard::Any; });
}

std::size_t WordPattern::wildcards() const
{
    return static_cast<std::size_t>(
        std::count_if(m_characters.begin(), m_characters.end(),
                      [](const Character &c) { return c.wildcard != Wildcard::None; }));
}

WordPattern WordPattern::withoutOuter() const
{
    const auto isKept = [](const Character &c) { return c.wildcard != Wildcard::Any; };
    auto inner = *this;
    auto &characters = inner.m_characters;
    characters.erase(characters.begin(),
                     std::find_if(characters.begin(), characters.end(), isKept));
    characters.erase(std::find_if(characters.rbegin(), characters.rend(), isKept).base(),
                     characters.end());
    return inner;
}

std::string WordPattern::regex() const
{
    constexpr std::string_view kSpecial = "\\^$.[]|()*+?{}/-#&~";
    std::string out;
    for (auto at = m_characters.begin(); at != m_characters.end();) {
        if (at->wildcard == Wildcard::None) {
            out += kSpecial.find(at->byte) != std::string_view::npos ? "\\" : "";
            out += (at++)->byte;
            continue;
        }
        const auto end = std::find_if(at, m_characters.end(), [](const Character &c) {
            return c.wildcard == Wildcard::None;
        });
        const auto ones =
            std::count_if(at, end, [](const Character &c) { return c.wildcard == Wildcard::One; });
        out += wildcardRegex(ones, ones < end - at);
        at = end;
    }
    return out;
}

bool WordPattern::isAll(std::string_view text) const
{
    std::size_t at = 0;   // in text
    std::size_t next = 0; // in m_characters
    // Where to go on, one character later, when what follows the last * does not fit.
    std::optional<std::size_t> afterAny;
    std::size_t retryAt = 0;
    while (at < text.size() || next < m_characters.size()) {
        if (next < m_characters.size()) {
            const auto &wanted = m_characters[next];
            if (wanted.wildcard == Wildcard::Any) {
                afterAny = ++next;
                retryAt = at;
                continue;
            }
            if (at < text.size() && (wanted.wildcard == Wildcard::One ||
                                     equalsIgnoringCase({&wanted.byte, 1}, text.substr(at, 1)))) {
                at += wanted.wildcard == Wildcard::One ? characterLength(text.substr(at)) : 1;
                ++next;
                continue;
            }
        }
        if (!afterAny || retryAt >= text.size()) {
            return false;
        }
        retryAt += characterLength(text.substr(retryAt));
        at = retryAt;
        next = *afterAny;
    }
    return true;
}

std::string escapedWord(std::string_view text)
{
    std::string out;
    for (const char c : text) {
        out += isWildcard(c) ? "\\" : "";
        out += c;
    }
    return out;
}

} // namespace foretop::logs
