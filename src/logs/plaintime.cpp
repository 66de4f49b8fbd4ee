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

/// A time as it is written: of no zone yet, unless it has one.
struct Written
{
    WallTime time;
    std::size_t length = 0;
    bool hasZone = false;
    bool isSyslog = false;
};

std::optional<Written> isoTime(std::string_view text)
{
    std::optional<WrittenTime> found;
    if (text.size() > 10 && text[4] == '/' && text[7] == '/') {
        std::string dashed(text.substr(0, kLongestTime));
        dashed[4] = dashed[7] = '-';
        found = readIso8601(dashed);
    } else {
        found = readIso8601(text);
    }
    if (!found || !endsWord(text, found->length)) {
        return {};
    }
    // rsyslog's RSYSLOG_FileFormat: "2024-01-15T10:30:00.123456+00:00".
    const bool isSyslog = found->length == 32 && text[10] == 'T' && text[26] != 'Z';
    return Written{.time = found->time,
                   .length = found->length,
                   .hasZone = found->hasZone,
                   .isSyslog = isSyslog};
}

/// The clock's digits and marks at the start of @p text, without what could be a zone.
std::string_view clockAtStart(std::string_view text)
{
    return text.substr(0, std::min(text.find_first_not_of("0123456789:.,"), kLongestTime));
}

/// "10:30:00" and perhaps a fraction: what readIso8601() reads after a made-up date.
std::optional<Milliseconds> timeOfDay(std::string_view text, std::size_t &length)
{
    constexpr std::string_view kDate = "1970-01-01T";
    constexpr std::size_t kSecondsEnd = kDate.size() + 8;
    const auto found = readIso8601(fmt::format("{}{}", kDate, clockAtStart(text)));
    if (!found || found->length < kSecondsEnd) {
        return {};
    }
    length = found->length - kDate.size();
    return found->time.time_since_epoch();
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

/// "20240115T103000.123Z", "20240115 10:30:00", "20240115103000".
std::optional<Written> compactTime(std::string_view text)
{
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const auto year = numberAt(text, 4);
    if ((digits != 8 && digits != 14) || *year < 1970 || *year > 2100) {
        return {};
    }
    const std::size_t clockAt = digits == 8 ? 9 : 8;
    const auto clock = text.substr(std::min(clockAt, text.size()));
    const bool isDense = numberAt(clock, 6).has_value();
    const std::size_t size = isDense ? 6 : 8;
    if (clock.size() < size ||
        (digits == 8 && std::string_view("T -_").find(text[8]) == std::string_view::npos)) {
        return {};
    }
    const auto written = isDense ? fmt::format("{}:{}:{}", clock.substr(0, 2), clock.substr(2, 2),
                                               clock.substr(4, 2))
                                 : std::string(clock.substr(0, size));
    constexpr std::size_t kUpToSeconds = 19;
    const auto found =
        readIso8601(fmt::format("{}-{}-{}T{}{}", text.substr(0, 4), text.substr(4, 2),
                                text.substr(6, 2), written, clock.substr(size, kLongestTime)));
    if (!found || found->length < kUpToSeconds) {
        return {};
    }
    const auto length = clockAt + size + found->length - kUpToSeconds;
    return endsWord(text, length)
               ? std::optional(
                     Written{.time = found->time, .length = length, .hasZone = found->hasZone})
               : std::nullopt;
}

std::optional<Written> monthNameTime(std::string_view text, const FormatContext &context)
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
                              : momentWithoutYear(month, *day, *inDay, context);
    at += hasYear ? 5 : 0;
    if (!time || !endsWord(text, at)) {
        return {};
    }
    return Written{
        .time = *time, .length = at, .hasZone = !hasYear, .isSyslog = !hasWeekday && !hasYear};
}

/// "01-15 10:30:00.123", as Android's logcat writes.
std::optional<Written> monthDayTime(std::string_view text, const FormatContext &context)
{
    const auto month = numberAt(text, 2);
    std::size_t length = 0;
    if (!month || text.size() < 14 || text[2] != '-' || text[5] != ' ') {
        return {};
    }
    const auto day = numberAt(text.substr(3), 2);
    const auto inDay = timeOfDay(text.substr(6), length);
    const auto time =
        day && inDay ? momentWithoutYear(*month, *day, *inDay, context) : std::optional<WallTime>();
    if (!time || !endsWord(text, 6 + length)) {
        return {};
    }
    return Written{.time = *time, .length = 6 + length, .hasZone = true};
}

/// "15/Jan/2024:10:30:00", the %t of Apache's and nginx's access logs, and the like with "-" or
/// blanks in the date (Tomcat, BIND, Redis, mail), and "15.01.2024 10:30:00".
std::optional<Written> dayFirstTime(std::string_view text)
{
    const bool isNumeric = text.size() > 5 && text[2] == '.' && text[5] == '.';
    const std::size_t yearAt = isNumeric ? 6 : 7;
    if (text.size() < yearAt + 10 || // to the minute at least
        std::string_view("/-. ").find(text[2]) == std::string_view::npos ||
        text[yearAt - 1] != text[2]) {
        return {};
    }
    auto clockAt = yearAt + 5;
    const char before = text[clockAt - 1];
    if (before == ',' && text[clockAt] == ' ') {
        ++clockAt;
    } else if (before != ' ' && (before != ':' || isNumeric)) {
        return {};
    }
    const unsigned month =
        isNumeric ? numberAt(text.substr(3), 2).value_or(0) : monthAtStart(text.substr(3));
    const auto clock = clockAtStart(text.substr(clockAt));
    const auto time = parseIso8601(
        fmt::format("{}-{:02}-{}T{}", text.substr(yearAt, 4), month, text.substr(0, 2), clock));
    const auto length = clockAt + clock.size();
    if (!time || !endsWord(text, length)) {
        return {};
    }
    return Written{.time = *time, .length = length};
}

/// Numbers that would be a time before 2000 or in the future are taken for what else they may be.
std::optional<Written> epochTime(std::string_view text, WallTime now)
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
    return Written{.time = *time, .length = length, .hasZone = true};
}

std::optional<Written> digitsFirstTime(std::string_view text, const FormatContext &context)
{
    if (const auto time = isoTime(text)) {
        return time;
    }
    if (const auto time = dayFirstTime(text)) {
        return time;
    }
    if (const auto time = monthDayTime(text, context)) {
        return time;
    }
    if (const auto time = compactTime(text)) {
        return time;
    }
    return epochTime(text, context.now);
}

std::optional<Written> lettersFirstTime(std::string_view text, const FormatContext &context)
{
    if (auto time = monthNameTime(text, context)) {
        return time;
    }
    // "Mon 2024-01-15 10:30:00" (journalctl), "Mon, 15 Jan 2024 10:30:00" (RFC 5322).
    const bool hasComma = text.size() > 4 && text[3] == ',';
    const std::size_t dateAt = hasComma ? 5 : 4;
    if (text.size() <= dateAt || text[dateAt - 1] != ' ' || !isDigit(text[dateAt]) ||
        !startsWithWeekday(fmt::format("{} ", text.substr(0, 3)))) {
        return {};
    }
    auto time = hasComma ? dayFirstTime(text.substr(dateAt)) : isoTime(text.substr(dateAt));
    if (time) {
        time->length += dateAt;
    }
    return time;
}

struct Zone
{
    std::chrono::minutes eastOfUtc;
    std::size_t length = 0;
};

/// " +0100", " -03:30" at the start of @p text.
std::optional<Zone> offsetAfterBlank(std::string_view text)
{
    const bool hasColon = text.size() > 4 && text[4] == ':';
    const std::size_t minutesAt = hasColon ? 5 : 4;
    const auto hours = numberAt(text.substr(2), 2);
    const auto minutes =
        text.size() > minutesAt ? numberAt(text.substr(minutesAt), 2) : std::nullopt;
    if (!hours || !minutes || *minutes > 59 || !endsWord(text, minutesAt + 2)) {
        return {};
    }
    const std::chrono::minutes offset(*hours * 60 + *minutes);
    return Zone{.eastOfUtc = text[1] == '-' ? -offset : offset, .length = minutesAt + 2};
}

/// A zone behind a time and a blank.
std::optional<Zone> zoneAfterBlank(std::string_view text)
{
    using Name = std::pair<std::string_view, int>;
    constexpr auto kNames = std::to_array<Name>(
        {{"UTC", 0},    {"GMT", 0},    {"WET", 0},    {"WEST", 60},  {"BST", 60},   {"CET", 60},
         {"CEST", 120}, {"EET", 120},  {"EEST", 180}, {"MSK", 180},  {"JST", 540},  {"AEST", 600},
         {"AEDT", 660}, {"EST", -300}, {"EDT", -240}, {"CST", -360}, {"CDT", -300}, {"MST", -420},
         {"MDT", -360}, {"PST", -480}, {"PDT", -420}});
    if (text.size() < 4 || text[0] != ' ') {
        return {};
    }
    if (text[1] == '+' || text[1] == '-') {
        return offsetAfterBlank(text);
    }
    const auto name = text.substr(1, text.find_first_of(" ]\t:,", 1) - 1);
    const auto *const found = std::find_if(
        kNames.begin(), kNames.end(), [name](const Name &entry) { return entry.first == name; });
    if (found == kNames.end()) {
        return {};
    }
    return Zone{.eastOfUtc = std::chrono::minutes(found->second), .length = 1 + name.size()};
}

} // namespace

std::optional<WallTime> momentWithoutYear(unsigned month, unsigned day, Milliseconds timeOfDay,
                                          const FormatContext &context)
{
    const auto latest = context.now + std::chrono::days(1);
    const std::chrono::year_month_day date(
        std::chrono::floor<std::chrono::days>(context.zone.toLocal(latest)));
    const int thisYear = static_cast<int>(date.year());
    // Eight years back lies a leap year, whatever the century.
    for (int year = thisYear; year >= thisYear - 8; --year) {
        const auto written = momentOf(year, month, day, timeOfDay);
        const auto time = written ? std::optional(context.zone.toUtc(*written)) : std::nullopt;
        if (time && *time <= latest) {
            return time;
        }
    }
    return {};
}

std::optional<PlainTime> plainTimeAtStart(std::string_view text, const FormatContext &context)
{
    if (text.empty()) {
        return {};
    }
    auto found =
        isDigit(text[0]) ? digitsFirstTime(text, context) : lettersFirstTime(text, context);
    if (!found) {
        return {};
    }
    if (!found->hasZone) {
        const auto zone = zoneAfterBlank(text.substr(found->length));
        found->time = zone ? found->time - zone->eastOfUtc : context.zone.toUtc(found->time);
        found->length += zone ? zone->length : 0;
    }
    return PlainTime{.time = found->time, .length = found->length, .isSyslog = found->isSyslog};
}

std::optional<WallTime> plainTime(std::string_view text, const FormatContext &context)
{
    text = trimmed(text);
    const auto found = plainTimeAtStart(text, context);
    return found && found->length == text.size() ? std::optional(found->time) : std::nullopt;
}

std::optional<WallTime> plainTime(std::string_view text, WallTime now)
{
    return plainTime(text, FormatContext{.now = now, .zone = {}});
}

} // namespace foretop::logs
