// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/expressiontokens.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include <fmt/format.h>

namespace foretop::metrics {
namespace {

struct Unit
{
    std::string_view name;
    std::int64_t ms;
};
// In the order in which a duration may have them.
constexpr std::array kUnits{
    Unit{"y", 365LL * 24 * 3600 * 1000},
    Unit{"w", 7LL * 24 * 3600 * 1000},
    Unit{"d", 24LL * 3600 * 1000},
    Unit{"h", 3600LL * 1000},
    Unit{"m", 60LL * 1000},
    Unit{"s", 1000},
    Unit{"ms", 1},
};
/// Go keeps durations in nanoseconds.
constexpr std::int64_t kMaxDurationMs = std::numeric_limits<std::int64_t>::max() / 1'000'000;

std::optional<double> wholeNumber(std::string_view digits, int base)
{
    std::int64_t value = 0;
    const auto *end = digits.data() + digits.size();
    const auto [at, error] = std::from_chars(digits.data(), end, value, base);
    return error == std::errc() && at == end && !digits.empty()
               ? std::optional(static_cast<double>(value))
               : std::nullopt;
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

void appendUtf8(std::string &out, std::uint32_t rune)
{
    const auto byte = [&out](std::uint32_t bits) { out += static_cast<char>(bits); };
    if (rune < 0x80) {
        byte(rune);
    } else if (rune < 0x800) {
        byte(0xC0 | rune >> 6);
        byte(0x80 | (rune & 0x3F));
    } else if (rune < 0x10000) {
        byte(0xE0 | rune >> 12);
        byte(0x80 | (rune >> 6 & 0x3F));
        byte(0x80 | (rune & 0x3F));
    } else {
        byte(0xF0 | rune >> 18);
        byte(0x80 | (rune >> 12 & 0x3F));
        byte(0x80 | (rune >> 6 & 0x3F));
        byte(0x80 | (rune & 0x3F));
    }
}

/// Reads the escapes of Go's string literals.
class Unescaper
{
public:
    Unescaper(std::string_view body, char quote)
        : m_rest(body)
        , m_quote(quote)
    {
    }

    Result<std::string> run()
    {
        while (!m_rest.empty()) {
            const char c = take();
            if (c != '\\') {
                m_out += c;
            } else if (!escape()) {
                return fail(ErrorCode::Malformed,
                            "a backslash in a string must start one of \\a \\b \\f \\n \\r \\t \\v "
                            "\\\\ \\xHH \\OOO \\uHHHH \\UHHHHHHHH or its quote");
            }
        }
        return std::move(m_out);
    }

private:
    char take()
    {
        const char c = m_rest.front();
        m_rest.remove_prefix(1);
        return c;
    }

    bool escape()
    {
        constexpr std::string_view kNames = "abfnrtv\\";
        constexpr std::string_view kMeanings = "\a\b\f\n\r\t\v\\";
        if (m_rest.empty()) {
            return false;
        }
        const char c = take();
        if (c == m_quote) {
            m_out += c;
            return true;
        }
        if (const auto found = kNames.find(c); found != std::string_view::npos) {
            m_out += kMeanings[found];
            return true;
        }
        if (c >= '0' && c <= '7') {
            m_rest = {m_rest.data() - 1, m_rest.size() + 1};
            return code(3, 8, true);
        }
        return c == 'x'   ? code(2, 16, true)
               : c == 'u' ? code(4, 16, false)
                          : c == 'U' && code(8, 16, false);
    }

    bool code(std::size_t digits, int base, bool isByte)
    {
        std::uint32_t value = 0;
        const auto word = m_rest.substr(0, digits);
        const auto *end = word.data() + word.size();
        const auto [at, error] = std::from_chars(word.data(), end, value, base);
        const auto limit = isByte ? 0xFFU : 0x10FFFFU;
        if (word.size() < digits || error != std::errc() || at != end || value > limit ||
            (value >= 0xD800 && value < 0xE000)) {
            return false;
        }
        m_rest.remove_prefix(digits);
        if (isByte) {
            m_out += static_cast<char>(value);
        } else {
            appendUtf8(m_out, value);
        }
        return true;
    }

    std::string_view m_rest;
    const char m_quote;
    std::string m_out;
};

} // namespace

std::optional<double> numberOf(std::string_view text)
{
    const bool isHex = text.starts_with("0x") || text.starts_with("0X");
    if (isHex) {
        return wholeNumber(text.substr(2), 16);
    }
    if (text.size() > 1 && text.starts_with('0')) {
        if (const auto octal = wholeNumber(text.substr(1), 8)) {
            return octal;
        }
    }
    double value = 0;
    const auto *end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, value);
    if (at != end || (error != std::errc() && error != std::errc::result_out_of_range)) {
        return {};
    }
    if (error == std::errc::result_out_of_range) {
        return isTiny(text) ? std::optional(0.0) : std::nullopt;
    }
    return value;
}

Result<Milliseconds> durationOf(std::string_view text)
{
    std::int64_t total = 0;
    auto unit = kUnits.begin();
    for (auto rest = text; !rest.empty();) {
        std::int64_t count = 0;
        const auto [at, error] = std::from_chars(rest.data(), rest.data() + rest.size(), count);
        rest.remove_prefix(static_cast<std::size_t>(at - rest.data()));
        const auto name = rest.substr(0, rest.find_first_of("0123456789"));
        unit = std::find_if(unit, kUnits.end(), [name](const Unit &u) { return u.name == name; });
        if (unit == kUnits.end()) {
            return fail(ErrorCode::Malformed,
                        fmt::format("\"{}\" is no duration: whole numbers with the units y, w, d, "
                                    "h, m, s, ms, in this order, such as 1h30m",
                                    text));
        }
        if (error != std::errc() || count > (kMaxDurationMs - total) / unit->ms) {
            return fail(ErrorCode::OutOfRange,
                        fmt::format("the duration {} is more than 292 years", text));
        }
        total += count * unit->ms;
        rest.remove_prefix(name.size());
        ++unit;
    }
    if (total == 0) {
        return fail(ErrorCode::OutOfRange, "a duration must be more than 0");
    }
    return Milliseconds(total);
}

Result<std::string> stringOf(std::string_view text)
{
    const char quote = text.front();
    const auto body = text.substr(1, text.size() - 2);
    return quote == '`' ? Result<std::string>(std::string(body)) : Unescaper(body, quote).run();
}

} // namespace foretop::metrics
