// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/timepattern.h"

#include "base/text.h"
#include "logs/plaintime.h"

#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

namespace foretop::logs {
namespace {

constexpr std::string_view kConversions = "YymdejbBhaAHkIlMSpzZsDFRTnt%LfNi6";
constexpr std::size_t kMostFormatBytes = 256;

/// What stands for several conversions; nothing for all others.
std::string_view expansionOf(char conversion)
{
    switch (conversion) {
    case 'D':
        return "%m/%d/%y";
    case 'F':
        return "%Y-%m-%d";
    case 'R':
        return "%H:%M";
    case 'T':
        return "%H:%M:%S";
    default:
        return {};
    }
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// Reads one text by one format; what has been read so far is kept in it.
class PatternReader
{
public:
    explicit PatternReader(std::string_view text)
        : m_rest(text)
    {
    }

    bool read(std::string_view format)
    {
        for (std::size_t at = 0; at < format.size(); ++at) {
            const char c = format[at];
            if (c == '%' && at + 1 < format.size()) {
                if (!convert(format[++at])) {
                    return false;
                }
            } else if (isBlank(c)) {
                skipBlanks();
            } else if (!take(c)) {
                return false;
            }
        }
        return true;
    }

    bool isAtEnd() const { return m_rest.empty(); }

    std::optional<WallTime> moment(const FormatContext &context) const
    {
        if (m_epoch) {
            return wallTimeFromMs(*m_epoch);
        }
        if (!m_month || !m_day || m_second > 60 || m_minute > 59 || m_hour > 23) {
            return m_yearDay && m_year ? ofYearDay(context) : std::nullopt;
        }
        if (!m_year) {
            // A zone counts from the latest year in UTC, which differs on two days at most.
            FormatContext written = context;
            written.zone = m_zone ? TimeZone::fixed(*m_zone) : context.zone;
            return momentWithoutYear(*m_month, *m_day, inDay(), written);
        }
        const std::chrono::year_month_day date{
            std::chrono::year(*m_year), std::chrono::month(*m_month), std::chrono::day(*m_day)};
        return date.ok() ? std::optional(inZone(std::chrono::sys_days(date) + inDay(), context))
                         : std::nullopt;
    }

private:
    bool convert(char conversion)
    {
        if (const auto expansion = expansionOf(conversion); !expansion.empty()) {
            return read(expansion);
        }
        switch (conversion) {
        case 'Y':
            return number(4, m_year);
        case 'y':
            if (!number(2, m_year)) {
                return false;
            }
            *m_year += *m_year < 69 ? 2000 : 1900;
            return true;
        case 'm':
            return number(2, m_month);
        case 'd':
        case 'e':
            skipBlanks();
            return number(2, m_day);
        case 'j':
            return number(3, m_yearDay);
        case 'H':
        case 'k':
            skipBlanks();
            return number(2, m_hour);
        case 'I':
        case 'l':
            skipBlanks();
            return number(2, m_hour) && m_hour <= 12;
        case 'M':
            return number(2, m_minute);
        case 'S':
            return number(2, m_second);
        case 'p':
            return halfOfDay();
        case 'b':
        case 'B':
        case 'h':
            return monthName();
        case 'a':
        case 'A':
            return word() && !m_word.empty();
        case 'L':
        case 'f':
        case 'N':
            return fraction();
        case 's':
            return epoch(1000, 1);
        case 'i':
            return epoch(1, 1);
        case '6':
            return epoch(1, 1000);
        case 'z':
            return offset();
        case 'Z':
            return zoneName();
        case 'n':
        case 't':
            skipBlanks();
            return true;
        default:
            return take('%');
        }
    }

    void skipBlanks()
    {
        while (!m_rest.empty() && isBlank(m_rest[0])) {
            m_rest.remove_prefix(1);
        }
    }
    bool take(char c)
    {
        const bool isThere = m_rest.starts_with(c);
        m_rest.remove_prefix(isThere ? 1 : 0);
        return isThere;
    }

    template <typename Number>
    bool number(std::size_t mostDigits, Number &target)
    {
        int value = 0;
        std::size_t digits = 0;
        while (digits < std::min(mostDigits, m_rest.size()) && isDigit(m_rest[digits])) {
            value = value * 10 + (m_rest[digits++] - '0');
        }
        m_rest.remove_prefix(digits);
        target = static_cast<unsigned>(value);
        return digits > 0;
    }

    bool word()
    {
        const auto end = std::find_if_not(m_rest.begin(), m_rest.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        });
        m_word = m_rest.substr(0, static_cast<std::size_t>(end - m_rest.begin()));
        m_rest.remove_prefix(m_word.size());
        return true;
    }
    bool monthName()
    {
        constexpr std::array<std::string_view, 12> kMonths = {
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
        word();
        for (unsigned month = 0; month < kMonths.size(); ++month) {
            if (m_word.size() >= 3 && equalsIgnoringCase(m_word.substr(0, 3), kMonths[month])) {
                m_month = month + 1;
                return true;
            }
        }
        return false;
    }
    bool halfOfDay()
    {
        word();
        const bool isAfternoon = equalsIgnoringCase(m_word, "pm");
        m_half = isAfternoon ? 12 : 0;
        return isAfternoon || equalsIgnoringCase(m_word, "am");
    }
    bool fraction()
    {
        std::size_t digits = 0;
        for (int weight = 100; digits < m_rest.size() && isDigit(m_rest[digits]); weight /= 10) {
            m_ms += weight * (m_rest[digits++] - '0');
        }
        m_rest.remove_prefix(digits);
        return digits > 0;
    }
    bool epoch(std::int64_t factor, std::int64_t divisor)
    {
        constexpr std::int64_t kMost = 253'402'300'800'000; // the year 10000
        std::int64_t value = 0;
        const auto read = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), value);
        if (read.ec != std::errc() || value < 0 || value / divisor > kMost / factor) {
            return false;
        }
        m_epoch = value * factor / divisor;
        m_rest.remove_prefix(static_cast<std::size_t>(read.ptr - m_rest.data()));
        return true;
    }
    bool offset()
    {
        if (take('Z')) {
            m_zone = std::chrono::minutes(0);
            return true;
        }
        const bool isWest = m_rest.starts_with('-');
        unsigned hours = 0;
        unsigned minutes = 0;
        if ((!take('+') && !take('-')) || !number(2, hours) || hours > 23) {
            return false;
        }
        take(':');
        number(2, minutes);
        const std::chrono::minutes east(hours * 60 + std::min(minutes, 59U));
        m_zone = isWest ? -east : east;
        return true;
    }
    bool zoneName()
    {
        word();
        // The table of names is plaintime's: of a moment that is told in both zones.
        constexpr std::string_view kNewYear = "2024-01-01 00:00:00 ";
        const auto utc = plainTime(fmt::format("{}UTC", kNewYear), WallTime());
        const auto named = plainTime(fmt::format("{}{}", kNewYear, m_word), WallTime());
        if (named) {
            m_zone = std::chrono::duration_cast<std::chrono::minutes>(*utc - *named);
        }
        return !m_word.empty();
    }

    Milliseconds inDay() const
    {
        const auto hour = m_half ? m_hour % 12 + *m_half : m_hour;
        return std::chrono::hours(hour) + std::chrono::minutes(m_minute) +
               std::chrono::seconds(m_second) + Milliseconds(m_ms);
    }
    WallTime inZone(WallTime written, const FormatContext &context) const
    {
        return m_zone ? written - *m_zone : context.zone.toUtc(written);
    }
    std::optional<WallTime> ofYearDay(const FormatContext &context) const
    {
        const std::chrono::sys_days newYear(std::chrono::year(*m_year) / 1 / 1);
        const bool isDay = *m_yearDay >= 1 && *m_yearDay <= 366;
        return isDay ? std::optional(
                           inZone(newYear + std::chrono::days(*m_yearDay - 1) + inDay(), context))
                     : std::nullopt;
    }

    std::string_view m_rest;
    std::string_view m_word;
    std::optional<int> m_year;
    std::optional<unsigned> m_month;
    std::optional<unsigned> m_day;
    std::optional<unsigned> m_yearDay;
    std::optional<unsigned> m_half; // hours to add
    unsigned m_hour = 0;
    unsigned m_minute = 0;
    unsigned m_second = 0;
    int m_ms = 0;
    std::optional<std::chrono::minutes> m_zone;
    std::optional<std::int64_t> m_epoch;
};

} // namespace

Result<TimePattern> TimePattern::compile(std::string_view format)
{
    if (format.empty() || format.size() > kMostFormatBytes) {
        return fail(ErrorCode::OutOfRange,
                    fmt::format("a time format must have 1 to {} bytes", kMostFormatBytes));
    }
    for (auto at = format.find('%'); at != std::string_view::npos; at = format.find('%', at + 2)) {
        const auto conversion = format.substr(at + 1, 1);
        if (conversion.empty() || kConversions.find(conversion[0]) == std::string_view::npos) {
            return fail(ErrorCode::Unknown, fmt::format("\"%{}\" is not known", conversion), {},
                        Place::atLine(1, at + 1));
        }
    }
    return TimePattern(std::string(format));
}

std::optional<WallTime> TimePattern::read(std::string_view text, const FormatContext &context) const
{
    PatternReader reader(trimmed(text));
    return reader.read(m_format) && reader.isAtEnd() ? reader.moment(context) : std::nullopt;
}

} // namespace foretop::logs
