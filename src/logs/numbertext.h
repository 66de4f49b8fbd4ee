// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Before <compare>, which moc 6.4 cannot read as the first standard header.
#include <cstddef>

#include <compare>
#include <optional>
#include <string_view>

namespace foretop::logs {

/// The value of a text that is a number: digits with or without a sign, a fraction ("1.", ".5")
/// and an exponent. Nothing when it is none or is beyond a double.
std::optional<double> numberOf(std::string_view text);

/// Compares two texts that both are numbers: whole ones exactly, however long, others as doubles.
/// Nothing when one of them is no number.
std::optional<std::strong_ordering> compareNumbers(std::string_view a, std::string_view b);

} // namespace foretop::logs
