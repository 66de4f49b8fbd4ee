// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace foretop::logs {

/// What must be known of a regex before it is compiled. Where it cannot be told for certain, the
/// answer is the careful one (true).
struct RegexTraits
{
    bool mayMatchLineFeed = false;
    bool isAnchoredToText = false; ///< has \A, \z, \Z or switches multi-line mode
    bool mayMatchBeyondAscii = false;

    std::string rewritten; ///< with "$" also before a carriage return
    /// For each byte of rewritten the place in the original that it comes from.
    std::vector<std::size_t> origins;
};

/// Reads PCRE syntax as far as that takes; never fails.
RegexTraits readRegex(std::string_view regex);

/// @p text with all but letters and digits escaped for a regex; bytes beyond ASCII stay when
/// @p keepsUtf8.
std::string escapedForRegex(std::string_view text, bool keepsUtf8);
/// The same of Latin-1, with letters beyond ASCII in either case.
std::string caselessLatin1Regex(std::string_view text);

} // namespace foretop::logs
