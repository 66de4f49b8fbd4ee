// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace foretop::logs {

// What a word in the header of a plain line may be.

inline constexpr std::size_t kLongestName = 128; ///< of a logger in a header

/// A letter, a digit or "_".
bool isWordByte(char c);
/// Whether a logger, a thread or a host may be called so: no blanks, no brackets, a letter in it.
bool isName(std::string_view word);
/// Whether @p word is built like the path of a module, which a word of a sentence is not.
bool isPath(std::string_view word);
/// Digits only.
bool isNumber(std::string_view word);
/// What layouts put between the parts of a header: "-", "--", "---", "|" or ":".
bool isSeparator(std::string_view word);
/// Three or more capital letters only.
bool isCapitals(std::string_view word);

} // namespace foretop::logs
