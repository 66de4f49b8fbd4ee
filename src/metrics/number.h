// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace foretop::metrics {

/// Reads the plain decimal number at the front of @p text, such as "12", "-0.5" or "1.5e+06", and
/// takes it off. Reads only what a double holds exactly in two steps (Clinger, "How to Read
/// Floating Point Numbers Accurately", PLDI 1990: at most 15 digits and a power of ten up to 22),
/// which is nearly all of an exposition; anything else gives nothing and stays.
std::optional<double> takeSimpleNumber(std::string_view &text);

/// The same from @p text on, behind which some byte comes that is of no number. Sets @p value and
/// returns the end of the number; null when it reads none.
const char *takeTerminatedNumber(const char *text, double &value);

/// All of @p word as a double: as C writes numbers without hexadecimal and NaN payloads, and NaN,
/// Inf and Infinity in any case. One that is too small becomes 0, one too large is none.
std::optional<double> parseNumber(std::string_view word);

} // namespace foretop::metrics
