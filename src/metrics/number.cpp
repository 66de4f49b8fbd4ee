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

/// What is left of a text, read digit by digit. Without an @c end a byte that is of no number comes
/// behind it.
template <bool hasEnd>
struct Digits
{
    const char *at;
    const char *end;
    std::uint64_t mantissa = 0;

    bool atEnd() const { return hasEnd && at == end; }

    /// How many there were.
    int read()
    {
        const char *const begin = at;
        while (!atEnd() && static_cast<unsigned char>(*at - '0') < 10) {
            mantissa = mantissa * 10 + static_cast<unsigned char>(*at - '0');
            ++at;
        }
        return static_cast<int>(at - begin);
    }
    bool accept(char c)
    {
        const bool isThere = !atEnd() && *at == c;
        at += isThere ? 1 : 0;
        return isThere;
    }
};

/// The exponent that follows an "e"; a value out of bounds when there is none.
template <bool hasEnd>
int readExponent(Digits<hasEnd> &text)
{
    constexpr int kNone = 1000;
    const bool isNegative = text.accept('-');
    if (!isNegative) {
        text.accept('+');
    }
    Digits<hasEnd> digits{text.at, text.end};
    const int count = digits.read();
    text.at = digits.at;
    if (count == 0 || count > 3) {
        return kNone;
    }
    const auto exponent = static_cast<int>(digits.mantissa);
    return isNegative ? -exponent : exponent;
}

/// Sets @p value and returns the end of the number; null when it reads none.
template <bool hasEnd>
const char *readSimple(Digits<hasEnd> digits, double &value)
{
    const bool isNegative = digits.accept('-');
    int count = digits.read();
    int exponent = 0;
    if (digits.accept('.')) {
        exponent = -digits.read();
        count -= exponent;
    }
    if (count == 0 || count > kMaxDigits) {
        return nullptr;
    }
    if (digits.accept('e') || digits.accept('E')) {
        exponent += readExponent(digits);
    }
    constexpr int kMaxPower = static_cast<int>(kPowersOfTen.size()) - 1;
    if (exponent < -kMaxPower || exponent > kMaxPower) {
        return nullptr;
    }
    const auto mantissa = static_cast<double>(digits.mantissa);
    value = exponent < 0 ? mantissa / kPowersOfTen[std::size_t(-exponent)]
                         : mantissa * kPowersOfTen[std::size_t(exponent)];
    value = isNegative ? -value : value;
    return digits.at;
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
    double value = 0;
    const auto *end = text.data() + text.size();
    const auto *at = readSimple<true>({text.data(), end}, value);
    if (!at) {
        return {};
    }
    text.remove_prefix(static_cast<std::size_t>(at - text.data()));
    return value;
}

const char *takeTerminatedNumber(const char *text, double &value)
{
    return readSimple<false>({text, nullptr}, value);
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
