// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/messagemask.h"
#include "logs/patterns.h"

#include "base/text.h"

#include <fmt/format.h>

namespace foretop::logs {
namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string_view longer(std::string_view a, std::string_view b)
{
    return b.size() > a.size() ? b : a;
}

/// The longest run of letters in @p text that no wildcard is a part of. Letters stand in a raw text
/// as in the message, whatever the record's format escapes.
std::string_view longestWord(std::string_view text)
{
    std::string_view longest;
    while (!text.empty()) {
        std::size_t size = 0;
        while (size < text.size() && isLetter(text[size])) {
            ++size;
        }
        longest = longer(longest, text.substr(0, size));
        text.remove_prefix(std::min(size + 1, text.size()));
    }
    return longest;
}

void appendEscaped(std::string &regex, std::string_view text)
{
    constexpr std::string_view kSpecial = "\\^$.|?*+()[]{}/";
    for (const char c : text) {
        if (static_cast<unsigned char>(c) < ' ' || c == 0x7F) {
            regex += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
        } else {
            regex += kSpecial.find(c) != std::string_view::npos ? "\\" : "";
            regex += c;
        }
    }
}

void appendToken(std::string &regex, std::string_view token)
{
    constexpr std::string_view kMasked = R"([-+]?(?:[A-Za-z]*\d|[A-Fa-f]{8})[\w.:,-]*)";
    if (token == MessageMask::kWildcard) {
        regex += R"(\S+)";
        return;
    }
    for (auto at = token.find(MessageMask::kWildcard); at != std::string_view::npos;
         at = token.find(MessageMask::kWildcard)) {
        appendEscaped(regex, token.substr(0, at));
        regex += kMasked;
        token.remove_prefix(at + MessageMask::kWildcard.size());
    }
    appendEscaped(regex, token);
}

} // namespace

std::string PatternMiner::queryFor(const LogPattern &pattern)
{
    constexpr std::size_t kLeastWord = 3; // shorter ones are everywhere
    if (pattern.text.empty()) {
        return R"(-message:/\S/)";
    }
    std::string regex = R"(^[ \t]*)";
    std::string_view rest = pattern.text;
    const bool isCut = rest.ends_with(MessageMask::kCut);
    bool isFirst = true;
    while (!rest.empty()) {
        const auto token = takeUntil(rest, ' ');
        if (isCut && rest.empty()) {
            break;
        }
        regex += isFirst ? "" : R"([ \t]+)";
        appendToken(regex, token);
        isFirst = false;
    }
    regex += isCut ? "" : R"(\s*$)";
    const auto word = longestWord(pattern.text);
    return word.size() < kLeastWord ? fmt::format("message:/{}/", regex)
                                    : fmt::format("\"{}\" message:/{}/", word, regex);
}

} // namespace foretop::logs
