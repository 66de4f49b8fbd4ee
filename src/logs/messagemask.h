// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace foretop::logs {

/// Makes of messages that differ in numbers, ids and addresses the same text. One thread.
class MessageMask
{
public:
    static constexpr std::string_view kWildcard = "<*>";
    /// Stands as the last token where a message is longer than is looked at.
    static constexpr std::string_view kCut = "\xE2\x80\xA6"; // an ellipsis
    static constexpr std::size_t kMostBytes = 512;
    static constexpr std::size_t kMostTokens = 64;

    /// The first line of @p message, with one blank for each run of blanks, and a wildcard for each
    /// word of ASCII letters and digits that has a digit, or is eight or more hex digits, together
    /// with a sign before it; of those joined by one of ".:,_-" (decimals, times, IPs, UUIDs) for
    /// all. Valid until the next call.
    std::string_view apply(std::string_view message);

private:
    std::size_t addWord(std::string_view text, std::size_t at);
    void addWildcard(std::string_view text, std::size_t at);
    bool endsWithJoinedWildcard() const;

    std::string m_masked;
};

} // namespace foretop::logs
