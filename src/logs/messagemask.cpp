// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/messagemask.h"

#include "base/text.h"

#include <array>

namespace foretop::logs {
namespace {

enum Trait : unsigned char { Word = 1, Digit = 2, NotHex = 4, Blank = 8, Joint = 16 };

constexpr auto kTraits = [] {
    std::array<unsigned char, 256> traits{};
    for (unsigned char c = '0'; c <= '9'; ++c) {
        traits[c] = Word | Digit;
    }
    for (unsigned char c = 'a'; c <= 'z'; ++c) {
        traits[c] = c <= 'f' ? Word : Word | NotHex;
        traits[static_cast<unsigned char>(c - 'a' + 'A')] = traits[c];
    }
    traits[' '] = traits['\t'] = Blank;
    for (const unsigned char c : {'.', ':', ',', '_', '-'}) {
        traits[c] = Joint;
    }
    return traits;
}();

unsigned char traitsOf(char c)
{
    return kTraits[static_cast<unsigned char>(c)];
}

} // namespace

std::string_view MessageMask::apply(std::string_view message)
{
    message = trimmed(message);
    const auto line = trimmed(message.substr(0, message.find('\n')));
    const auto text = utf8Prefix(line, kMostBytes);
    bool isCut = text.size() < line.size();
    m_masked.clear();
    std::size_t tokens = 1;
    for (std::size_t at = 0; at < text.size();) {
        const auto traits = traitsOf(text[at]);
        if ((traits & Word) != 0) {
            at = addWord(text, at);
        } else if ((traits & Blank) == 0) {
            m_masked += text[at++];
        } else {
            while (at < text.size() && (traitsOf(text[at]) & Blank) != 0) {
                ++at;
            }
            if (++tokens > kMostTokens) {
                isCut = true;
                break;
            }
            m_masked += ' ';
        }
    }
    if (isCut) {
        m_masked += ' ';
        m_masked += kCut;
    }
    return m_masked;
}

std::size_t MessageMask::addWord(std::string_view text, std::size_t at)
{
    constexpr std::size_t kLeastHex = 8;
    constexpr std::size_t kLeastJoinedHex = 4; // as in a UUID
    auto end = at;
    unsigned char all = 0;
    for (; end < text.size(); ++end) {
        const auto traits = traitsOf(text[end]);
        if ((traits & Word) == 0) {
            break;
        }
        all |= traits;
    }
    const auto size = end - at;
    const bool isHex = (all & NotHex) == 0 &&
                       (size >= kLeastHex || (size >= kLeastJoinedHex && endsWithJoinedWildcard()));
    if ((all & Digit) != 0 || isHex) {
        addWildcard(text, at);
    } else {
        m_masked.append(text, at, size);
    }
    return end;
}

void MessageMask::addWildcard(std::string_view text, std::size_t at)
{
    if (endsWithJoinedWildcard()) {
        m_masked.pop_back();
        return;
    }
    const bool isSigned =
        at > 0 && (text[at - 1] == '-' || text[at - 1] == '+') &&
        (at == 1 || std::string_view(" \t=([:").find(text[at - 2]) != std::string_view::npos);
    if (isSigned) {
        m_masked.pop_back();
    }
    m_masked += kWildcard;
}

bool MessageMask::endsWithJoinedWildcard() const
{
    const std::string_view masked = m_masked;
    return masked.size() > kWildcard.size() && (traitsOf(masked.back()) & Joint) != 0 &&
           masked.substr(0, masked.size() - 1).ends_with(kWildcard);
}

} // namespace foretop::logs
