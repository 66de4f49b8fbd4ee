// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/numbertext.h"

#include <algorithm>
#include <charconv>

namespace foretop::logs {
namespace {

std::string_view withoutPlus(std::string_view text)
{
    return text.substr(text.starts_with('+') ? 1 : 0);
}

/// A whole number: its sign and its digits without zeros in front.
struct Whole
{
    bool isNegative = false;
    std::string_view digits;
};

std::optional<Whole> wholeOf(std::string_view text)
{
    const bool isNegative = text.starts_with('-');
    const auto digits = isNegative ? text.substr(1) : withoutPlus(text);
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos) {
        return {};
    }
    const auto significant = digits.substr(std::min(digits.find_first_not_of('0'), digits.size()));
    return Whole{.isNegative = isNegative && !significant.empty(), .digits = significant};
}

std::strong_ordering compared(const Whole &a, const Whole &b)
{
    if (a.isNegative != b.isNegative) {
        return a.isNegative ? std::strong_ordering::less : std::strong_ordering::greater;
    }
    const auto &first = a.isNegative ? b : a;
    const auto &second = a.isNegative ? a : b;
    const auto bySize = first.digits.size() <=> second.digits.size();
    return bySize != std::strong_ordering::equal ? bySize : first.digits <=> second.digits;
}

} // namespace

std::optional<double> numberOf(std::string_view text)
{
    const auto number = withoutPlus(text);
    const auto first = number.find_first_not_of('-');
    // from_chars also reads "inf" and "nan".
    if (first > 1 ||
        std::string_view("0123456789.").find(number[first]) == std::string_view::npos) {
        return {};
    }
    if (number.size() < text.size() && first == 1) {
        return {};
    }
    double value = 0;
    const auto read = std::from_chars(number.data(), number.data() + number.size(), value);
    if (read.ec != std::errc() || read.ptr != number.data() + number.size()) {
        return {};
    }
    return value;
}

std::optional<std::strong_ordering> compareNumbers(std::string_view a, std::string_view b)
{
    const auto wholeA = wholeOf(a);
    const auto wholeB = wholeOf(b);
    if (wholeA && wholeB) {
        return compared(*wholeA, *wholeB);
    }
    const auto numberA = numberOf(a);
    const auto numberB = numberOf(b);
    if (!numberA || !numberB) {
        return {};
    }
    return *numberA < *numberB   ? std::strong_ordering::less
           : *numberA > *numberB ? std::strong_ordering::greater
                                 : std::strong_ordering::equal;
}

} // namespace foretop::logs
