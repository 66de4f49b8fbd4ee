// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/plaintime.h"

#include "base/text.h"
#include "base/timestamp.h"
#include "logs/plainword.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

#include <fmt/format.h>

namespace foretop::logs {
namespace {

constexpr std::size_t kLongestTime = 48;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool endsWord(std::string_view text, std::size_t at)
{
    return at >= text.size() ||
           !(isWordByte(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80);
}

/// 0 when @p text does not start with the English name of a month.
unsigned monthAtStart(std::string_view text)
{
    constexpr std::array<std::string_view, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto found = std::find(kMonths.begin(), kMonths.end(), text.substr(0, 3));
    return found == kMonths.end() ? 0 : static_cast<unsigned>(found - kMonths.begin()) + 1;
}

bool startsWithWeekday(std::string_view text)
{
    constexpr std::array<std::string_view, 7> kDays = {"Mon ", "Tue ", "Wed ", "Thu ",
                                                       "Fri ", "Sat ", "Sun "};
    return std::find(kDays.begin(), kDays.end(), text.substr(0, 4)) != kDays.end();
}

std::optional<PlainTime> isoTime(std::string_view text)
{
    PlainTime found;
    std::optional<WallTime> time;
    if (text.size() > 10 && text[4] == '/' && text[7] == '/') {
        std::string dashed(text.substr(0, kLongestTime));
        dashed[4] = dashed[7] = '-';
        time = parseIso8601Prefix(dashed, found.length);
    } else {
        time = parseIso8601Prefix(text, found.length);
    }
    if (!time || !endsWord(text, found.length)) {
        return {};
    }
    found.time = *time;
    // rsyslog's RSYSLOG_FileFormat: "2024-01-15T10:30:00.123456+00:00".
    found.isSyslog = found.length == 32 && text[10] == 'T' && text[26] != 'Z';
    return found;
}

/// The clock's digits and marks at the start of @p text, without what could be a zone.
std::string_view clockAtStart(std::string_view text)
{
    return text.substr(0, std::min(text.find_first_not_of("0123456789:.,"), kLongestTime));
}

/// "10:30:00" and perhaps a fraction: what parseIso8601Prefix() reads after a made-up date.
std::optional<Milliseconds> timeOfDay(std::string_view text, std::size_t &length)
{
    constexpr std::string_view kDate = "1970-01-01T";
    const auto time = parseIso8601Prefix(fmt::format("{}{}", kDate, clockAtStart(text)), length);
    if (!time) {
        return {};
    }
    length -= kDate.size();
    return time->time_since_epoch();
}

std::optional<unsigned> numberAt(std::string_view text, std::size_t digits)
{
    unsigned value = 0;
    const auto end = text.data() + std::min(digits, text.size());
    const auto read = std::from_chars(text.data(), end, value);
    if (read.ec != std::errc() || read.ptr != end || text.size() < digits) {
        return {};
    }
    return value;
}

std::optional<WallTime> momentOf(int year, unsigned month, unsigned day, Milliseconds inDay)
{
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                           std::chrono::day(day)};
    if (!date.ok()) {
        return {};
    }
    return std::chrono::sys_days(date) + inDay;
}

std::optional<PlainTime> monthNameTime(std::string_view text, WallTime now)
{
    std::size_t at = startsWithWeekday(text) ? 4 : 0;
    const bool hasWeekday = at > 0;
    const unsigned month = monthAtStart(text.substr(at));
    if (month == 0 || text.size() < at + 14 || text[at + 3] != ' ') {
        return {};
    }
    at += text[at + 4] == ' ' ? 5 : 4;
    const auto day = numberAt(text.substr(at), isDigit(text[at + 1]) ? 2 : 1);
    at += text[at + 1] == ' ' ? 1 : 2;
    std::size_t length = 0;
    if (!day || at >= text.size() || text[at] != ' ') {
        return {};
    }
    const auto inDay = timeOfDay(text.substr(at + 1), length);
    if (!inDay) {
        return {};
    }
    at += 1 + length;
    const auto year = text.substr(at, 1) == " " ? numberAt(text.substr(at + 1), 4) : std::nullopt;
    const bool hasYear = year && endsWord(text, at + 5);
    const auto time = hasYear ? momentOf(static_cast<int>(*year), month, *day, *inDay)
                              : momentWithoutYear(month, *day, *inDay, now);
    at += hasYear ? 5 : 0;
    if (!time || !endsWord(text, at)) {
        return {};
    }
    return PlainTime{.time = *time, .length = at, .isSyslog = !hasWeekday && !hasYear};
}

/// "15/Jan/2024:10:30:00 +0100", the %t of Apache's and nginx's access logs, and the like with
/// "-" or blanks in the date (Tomcat, BIND, Redis).
std::optional<PlainTime> dayFirstTime(std::string_view text)
{
    constexpr std::size_t kClockAt = 12;
    if (text.size() < kClockAt + 8 ||
        std::string_view("/- ").find(text[2]) == std::string_view::npos || text[6] != text[2] ||
        (text[11] != ':' && text[11] != ' ')) {
        return {};
    }
    const unsigned month = monthAtStart(text.substr(3));
    const auto clock = clockAtStart(text.substr(kClockAt));
    auto length = kClockAt + clock.size();
    std::string_view zone;
    if (text.size() >= length + 6 && text[length] == ' ' &&
        (text[length + 1] == '+' || text[length + 1] == '-')) {
        zone = text.substr(length + 1, 5);
        length += 6;
    }
    const auto time = parseIso8601(
        fmt::format("{}-{:02}-{}T{}{}", text.substr(7, 4), month, text.substr(0, 2), clock, zone));
    if (!time || !endsWord(text, length)) {
        return {};
    }
    return PlainTime{.time = *time, .length = length};
}

/// Numbers that would be a time before 2000 or in the future are taken for what else they may be.
std::optional<PlainTime> epochTime(std::string_view text, WallTime now)
{
    constexpr auto kFirst = wallTimeFromMs(946'684'800'000);
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits != 10 && digits != 13 && digits != 16 && digits != 19) {
        return {};
    }
    double value = 0;
    const auto read =
        std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    const auto length = static_cast<std::size_t>(read.ptr - text.data());
    const auto time = wallTimeFromEpoch(value);
    if (read.ec != std::errc() || !endsWord(text, length) || !time || *time < kFirst ||
        *time > now + std::chrono::days(1)) {
        return {};
    }
    return PlainTime{.time = *time, .length = length};
}

} // namespace

std::optional<WallTime> momentWithoutYear(unsigned month, unsigned day, Milliseconds timeOfDay,
                                          WallTime now)
{
    const auto latest = now + std::chrono::days(1);
    const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(latest));
    const int thisYear = static_cast<int>(date.year());
    // Eight years back lies a leap year, whatever the century.
    for (int year = thisYear; year >= thisYear - 8; --year) {
        const auto time = momentOf(year, month, day, timeOfDay);
        if (time && *time <= latest) {
            return time;
        }
    }
    return {};
}

std::optional<PlainTime> plainTimeAtStart(std::string_view text, WallTime now)
{
    if (text.empty()) {
        return {};
    }
    if (!isDigit(text[0])) {
        return monthNameTime(text, now);
    }
    if (const auto time = isoTime(text)) {
        return time;
    }
    if (const auto time = dayFirstTime(text)) {
        return time;
    }
    return epochTime(text, now);
}

std::optional<WallTime> plainTime(std::string_view text, WallTime now)
{
    text = trimmed(text);
    const auto found = plainTimeAtStart(text, now);
    return found && found->length == text.size() ? std::optional(found->time) : std::nullopt;
}

} // namespace foretop::logs
