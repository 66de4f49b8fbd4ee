// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/timestamp.h"

#include <cmath>

#include <fmt/format.h>

namespace foretop {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Reads digits from a fixed place; fails once and stays failed, so that callers check one flag.
class Scanner
{
public:
    explicit Scanner(std::string_view text)
        : m_text(text)
    {
    }

    int digits(std::size_t count)
    {
        int value = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (m_at >= m_text.size() || !isDigit(m_text[m_at])) {
                m_ok = false;
                return 0;
            }
            value = value * 10 + (m_text[m_at++] - '0');
        }
        return value;
    }
    void expect(std::string_view oneOf)
    {
        if (!accept(oneOf)) {
            m_ok = false;
        }
    }
    bool accept(std::string_view oneOf)
    {
        if (m_at < m_text.size() && oneOf.find(m_text[m_at]) != std::string_view::npos) {
            ++m_at;
            return true;
        }
        return false;
    }
    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    char peekAfter() const { return m_at + 1 < m_text.size() ? m_text[m_at + 1] : '\0'; }
    bool ok() const { return m_ok; }
    std::size_t position() const { return m_at; }

private:
    std::string_view m_text;
    std::size_t m_at = 0;
    bool m_ok = true;
};

int readFractionMs(Scanner &in)
{
    if (!isDigit(in.peekAfter()) || !in.accept(".,")) {
        return 0;
    }
    int ms = 0;
    for (int weight = 100; isDigit(in.peek()); weight /= 10) {
        ms += weight * in.digits(1);
    }
    return ms;
}

/// Nothing when there is no zone.
std::optional<std::chrono::minutes> readZone(Scanner &in)
{
    const bool east = in.peek() == '+';
    if (in.accept("Zz")) {
        return std::chrono::minutes(0);
    }
    if (!isDigit(in.peekAfter()) || !in.accept("+-")) {
        return {};
    }
    const int hours = in.digits(2);
    int minutes = 0;
    if (in.peek() == ':' && isDigit(in.peekAfter())) {
        in.accept(":");
        minutes = in.digits(2);
    } else if (isDigit(in.peek())) {
        minutes = in.digits(2);
    }
    const auto offset = std::chrono::minutes(hours * 60 + minutes);
    return east ? offset : -offset;
}

} // namespace

std::optional<WrittenTime> readIso8601(std::string_view text)
{
    Scanner in(text);
    const int year = in.digits(4);
    in.expect("-");
    const int month = in.digits(2);
    in.expect("-");
    const int day = in.digits(2);
    in.expect("Tt ");
    const int hour = in.digits(2);
    in.expect(":");
    const int minute = in.digits(2);
    const bool hasSeconds = in.ok() && in.accept(":");
    const int second = hasSeconds ? in.digits(2) : 0;
    if (!in.ok()) {
        return {};
    }
    const int ms = hasSeconds ? readFractionMs(in) : 0;
    const auto zone = readZone(in);
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    const bool isDaysEnd = hour == 24 && minute == 0 && second == 0 && ms == 0;
    if (!in.ok() || year < 1 || !date.ok() || (hour > 23 && !isDaysEnd) || minute > 59 ||
        second > 60) {
        return {};
    }
    const WallTime time = std::chrono::sys_days(date) + std::chrono::hours(hour) +
                          std::chrono::minutes(minute) + std::chrono::seconds(second) +
                          Milliseconds(ms) - zone.value_or(std::chrono::minutes(0));
    // A zone can move the first and last hours out of the years that can be written again.
    const auto utcYear =
        std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(time)).year();
    if (utcYear < std::chrono::year(1) || utcYear > std::chrono::year(9999)) {
        return {};
    }
    return WrittenTime{.time = time, .length = in.position(), .hasZone = zone.has_value()};
}

std::optional<WallTime> parseIso8601Prefix(std::string_view text, std::size_t &length)
{
    const auto found = readIso8601(text);
    if (!found) {
        return {};
    }
    length = found->length;
    return found->time;
}

std::optional<WallTime> parseIso8601(std::string_view text)
{
    const auto found = readIso8601(text);
    return found && found->length == text.size() ? std::optional(found->time) : std::nullopt;
}

std::string formatIso8601(WallTime time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count(),
                       clock.subseconds().count());
}

std::optional<WallTime> wallTimeFromEpoch(double value)
{
    constexpr double kFirst = 1e8;
    constexpr double kLast = 1e10;
    for (const double perSecond : {1.0, 1e3, 1e6, 1e9}) {
        if (value >= kFirst * perSecond && value < kLast * perSecond) {
            return wallTimeFromMs(static_cast<std::int64_t>(std::floor(value / perSecond * 1e3)));
        }
    }
    return {};
}

} // namespace foretop
