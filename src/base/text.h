// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace foretop {

/// @p text without leading and trailing spaces, tabs, CR and LF.
std::string_view trimmed(std::string_view text);

/// Whether two texts are the same but for the case of ASCII letters.
bool equalsIgnoringCase(std::string_view a, std::string_view b);

/// Whether @p needle occurs in @p text, ASCII letters of either case being the same.
bool containsIgnoringCase(std::string_view text, std::string_view needle);

/// Takes the part of @p rest before @p separator off its front (all of it when there is none);
/// the separator goes too.
std::string_view takeUntil(std::string_view &rest, char separator);

/// @p bytes as valid UTF-8: each byte that is not part of a valid sequence (RFC 3629) becomes the
/// four characters "\xNN", so that it is shown and not lost.
std::string toValidUtf8(std::string_view bytes);

/// The start of @p text, at most @p size bytes, that ends between two UTF-8 characters.
std::string_view utf8Prefix(std::string_view text, std::size_t size);

/// Length of the valid UTF-8 sequence at the start of @p bytes, 0 when there is none.
std::size_t utf8SequenceLength(std::string_view bytes);

} // namespace foretop
