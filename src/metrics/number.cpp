// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/number.h"

#include <array>
#include <charconv>
#include <cstdint>

namespace foretop::metrics {
namespace {

constexpr std::array<double, 23> kPowersOfTen{
    1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
};
constexpr int kMaxDigits = 15;

/// What is left of a text, read digit by digit.
struct Digits
{
    const char *at;
    const char *const end;
    std::uint64_t mantissa = 0;

    /// How many there were.
    int read()
    {
        const char *const begin = at;
        while (at != end && static_cast<unsigned char>(*at - '0') < 10) {
            mantissa = mantissa * 10 + static_cast<unsigned char>(*at - '0');
            ++at;
        }
        return static_cast<int>(at - begin);
    }
    bool accept(char c)
    {
        const bool isThere = at != end && *at == c;
        at += isThere ? 1 : 0;
        return isThere;
    }
};

/// The exponent that follows an "e"; a value out of bounds when there is none.
int readExponent(Digits &text)
{
    constexpr int kNone = 1000;
    const bool isNegative = text.accept('-');
    if (!isNegative) {
        text.accept('+');
    }
    Digits digits{text.at, text.end};
    const int count = digits.read();
    text.at = digits.at;
    if (count == 0 || count > 3) {
        return kNone;
    }
    const auto exponent = static_cast<int>(digits.mantissa);
    return isNegative ? -exponent : exponent;
}

/// Whether a number that from_chars cannot hold is too small rather than too large.
bool isTiny(std::string_view number)
{
    const auto exponent = number.find_first_of("eE");
    if (exponent != std::string_view::npos && exponent + 1 < number.size()) {
        return number[exponent + 1] == '-';
    }
    return number.find_first_of("123456789") > number.find('.');
}

} // namespace

std::optional<double> takeSimpleNumber(std::string_view &text)
{
    Digits digits{text.data(), text.data() + text.size()};
    const bool isNegative = digits.accept('-');
    int count = digits.read();
    int exponent = 0;
    if (digits.accept('.')) {
        exponent = -digits.read();
        count -= exponent;
    }
    if (count == 0 || count > kMaxDigits) {
        return {};
    }
    if (digits.accept('e') || digits.accept('E')) {
        exponent += readExponent(digits);
    }
    constexpr int kMaxPower = static_cast<int>(kPowersOfTen.size()) - 1;
    const auto used = static_cast<std::size_t>(digits.at - text.data());
    if (exponent < -kMaxPower || exponent > kMaxPower) {
        return {};
    }
    const auto mantissa = static_cast<double>(digits.mantissa);
    const double value = exponent < 0 ? mantissa / kPowersOfTen[std::size_t(-exponent)]
                                      : mantissa * kPowersOfTen[std::size_t(exponent)];
    text.remove_prefix(used);
    return isNegative ? -value : value;
}

std::optional<double> parseNumber(std::string_view word)
{
    auto rest = word;
    if (const auto simple = takeSimpleNumber(rest); simple && rest.empty()) {
        return simple;
    }
    std::string_view digits = word;
    if (digits.starts_with('+') && !digits.starts_with("+-")) {
        digits.remove_prefix(1);
    }
    double value = 0;
    const auto *end = digits.data() + digits.size();
    const auto [at, error] = std::from_chars(digits.data(), end, value);
    if (at != end || digits.empty() || digits.back() == ')') {
        return {};
    }
    if (error == std::errc::result_out_of_range) {
        return isTiny(digits) ? std::optional(digits[0] == '-' ? -0.0 : 0.0) : std::nullopt;
    }
    return error == std::errc() ? std::optional(value) : std::nullopt;
}

} // namespace foretop::metrics
