// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/writtentime.h"

#include "base/text.h"
#include "base/timestamp.h"
#include "logs/plaintime.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>

namespace foretop::logs {
namespace {

constexpr std::size_t kDateBytes = 10;
constexpr Milliseconds kDay = std::chrono::hours(24);

std::size_t digitsAtStart(std::string_view text)
{
    return std::min(text.find_first_not_of("0123456789"), text.size());
}

WrittenTime spanFrom(WallTime first, Milliseconds length)
{
    return {.first = first, .last = first + length - Milliseconds(1)};
}

/// A local day is not always 24 hours long.
WrittenTime dayFrom(WallTime localBegin, const TimeZone &zone)
{
    return {.first = zone.toUtc(localBegin),
            .last = zone.toUtc(localBegin + kDay) - Milliseconds(1)};
}

/// Where the clock's digits end and a zone begins.
std::size_t zoneAt(std::string_view clock)
{
    return std::min(clock.find_first_of("Zz+-"), clock.size());
}

/// How long what is written lasts: "10:30" a minute, "10:30:00" a second, "10:30:00.1" a tenth.
/// Nothing when it is no such clock.
std::optional<Milliseconds> clockUnit(std::string_view clock)
{
    constexpr std::size_t kMinutes = 5;
    constexpr std::size_t kSeconds = 8;
    if (clock.size() == kMinutes) {
        return std::chrono::minutes(1);
    }
    if (clock.size() == kSeconds) {
        return std::chrono::seconds(1);
    }
    const auto decimals = clock.size() > kSeconds + 1 ? clock.size() - kSeconds - 1 : 0;
    return decimals == 0   ? std::nullopt
           : decimals == 1 ? std::optional(Milliseconds(100))
           : decimals == 2 ? std::optional(Milliseconds(10))
                           : std::optional(Milliseconds(1));
}

std::optional<WrittenTime> momentOf(std::string_view date, std::string_view clock,
                                    const TimeZone &zone)
{
    const auto written = clock.substr(0, zoneAt(clock));
    const auto offset = clock.substr(written.size());
    const auto unit = clockUnit(written);
    std::string whole(date);
    whole.append("T").append(written);
    if (unit == std::chrono::minutes(1)) {
        whole += ":00";
    }
    const auto time = parseIso8601(whole.append(offset));
    if (!time || !unit) {
        return {};
    }
    return spanFrom(offset.empty() ? zone.toUtc(*time) : *time, *unit);
}

std::optional<WrittenTime> unixTime(std::string_view text)
{
    constexpr std::size_t kFewestDigits = 9;
    const auto digits = digitsAtStart(text);
    double value = 0;
    const auto read =
        std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    const auto time = wallTimeFromEpoch(value);
    if (digits < kFewestDigits || read.ec != std::errc() || read.ptr != text.data() + text.size() ||
        !time) {
        return {};
    }
    const bool isSeconds = digits == text.size() && digits <= 10;
    return spanFrom(*time, isSeconds ? Milliseconds(1000) : Milliseconds(1));
}

/// As access logs and syslog write it: copied from a log.
std::optional<WrittenTime> copiedTime(std::string_view text, WallTime now, const TimeZone &zone)
{
    const auto time = plainTime(text, now);
    if (!time || text.empty() || digitsAtStart(text) == text.size()) {
        return {};
    }
    const bool hasZone = text.back() == 'Z' || text.find(" +") != std::string_view::npos ||
                         text.find(" -") != std::string_view::npos;
    const bool isWhole = msSinceEpoch(*time) % 1000 == 0;
    return spanFrom(hasZone ? *time : zone.toUtc(*time), Milliseconds(isWhole ? 1000 : 1));
}

} // namespace

std::optional<WrittenTime> readIsoTime(std::string_view text, const TimeZone &zone)
{
    const auto date = text.substr(0, kDateBytes);
    if (text.size() == kDateBytes) {
        const auto begin = parseIso8601(std::string(date) + "T00:00:00");
        return begin ? std::optional(dayFrom(*begin, zone)) : std::nullopt;
    }
    if (text.size() < kDateBytes ||
        std::string_view("Tt ").find(text[kDateBytes]) == std::string_view::npos) {
        return {};
    }
    return momentOf(date, text.substr(kDateBytes + 1), zone);
}

std::optional<WrittenTime> readWrittenTime(std::string_view text, WallTime now,
                                           const TimeZone &zone)
{
    text = trimmed(text);
    if (const auto time = readIsoTime(text, zone)) {
        return time;
    }
    if (text == "now") {
        return WrittenTime{.first = now, .last = now};
    }
    const WallTime today = std::chrono::floor<std::chrono::days>(zone.toLocal(now));
    if (text == "today") {
        return dayFrom(today, zone);
    }
    if (text == "yesterday") {
        return dayFrom(today - kDay, zone);
    }
    if (digitsAtStart(text) == 2 && text.size() >= 5) {
        const auto date = formatIso8601(today).substr(0, kDateBytes);
        if (const auto time = momentOf(date, text, zone)) {
            return time;
        }
    }
    const auto time = unixTime(text);
    return time ? time : copiedTime(text, now, zone);
}

std::optional<Milliseconds> readDuration(std::string_view text)
{
    using Unit = std::pair<std::string_view, std::int64_t>;
    constexpr std::array<Unit, 6> kUnits = {Unit{"ms", 1},           {"s", 1000},
                                            {"m", 60'000},           {"h", 3'600'000},
                                            {"d", 24LL * 3'600'000}, {"w", 7LL * 24 * 3'600'000}};
    constexpr std::int64_t kMost = 36'525LL * 24 * 3'600'000;
    std::int64_t total = 0;
    do {
        std::int64_t count = 0;
        const auto digits = digitsAtStart(text);
        const auto read = std::from_chars(text.data(), text.data() + digits, count);
        if (digits == 0 || read.ec != std::errc()) {
            return {};
        }
        text.remove_prefix(digits);
        const auto letters = std::min(text.find_first_of("0123456789"), text.size());
        const auto unit = std::find_if(kUnits.begin(), kUnits.end(), [&](const Unit &known) {
            return known.first == text.substr(0, letters);
        });
        if (unit == kUnits.end() || count > (kMost - total) / unit->second) {
            return {};
        }
        total += count * unit->second;
        text.remove_prefix(letters);
    } while (!text.empty());
    return Milliseconds(total);
}

} // namespace foretop::logs
