// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/timezone.h"

#include "base/text.h"

#include <charconv>
#include <cstdlib>
#include <exception>
#include <optional>

#include <date/tz.h>
#include <fmt/format.h>

namespace foretop::logs {
namespace {

constexpr std::chrono::minutes kDay = std::chrono::hours(24);

/// Nothing when @p text is not two digits.
std::optional<int> twoDigits(std::string_view text)
{
    int value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool isWhole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return isWhole && text.size() == 2 && value >= 0 ? std::optional(value) : std::nullopt;
}

/// "+02:00", "-0330", "+02".
std::optional<std::chrono::minutes> offsetIn(std::string_view text)
{
    if (text.size() < 3 || (text[0] != '+' && text[0] != '-')) {
        return {};
    }
    const auto hours = twoDigits(text.substr(1, 2));
    auto rest = text.substr(3);
    rest.remove_prefix(rest.size() == 3 && rest[0] == ':' ? 1 : 0);
    const auto minutes = rest.empty() ? std::optional(0) : twoDigits(rest);
    if (!hours || !minutes || *hours > 23 || *minutes > 59) {
        return {};
    }
    const std::chrono::minutes offset(*hours * 60 + *minutes);
    return text[0] == '-' ? -offset : offset;
}

/// Null when the database does not know @p name or cannot be read; the library throws then.
const date::time_zone *zoneOf(std::string_view name)
{
    try {
        const auto *const zone = date::locate_zone(name);
        // Its file is read at the first question, which must not fail later.
        static_cast<void>(zone->get_info(date::sys_seconds{}));
        return zone;
    } catch (const std::exception &) {
        return nullptr;
    }
}

std::string nameOfMachinesZone()
{
    if (const char *const variable = std::getenv("TZ")) {
        const std::string_view value(variable);
        return std::string(value.substr(value.starts_with(':') ? 1 : 0));
    }
    try {
        return date::current_zone()->name();
    } catch (const std::exception &) {
        return {};
    }
}

} // namespace

TimeZone TimeZone::fixed(std::chrono::minutes eastOfUtc)
{
    TimeZone zone;
    if (eastOfUtc.count() != 0 && eastOfUtc > -kDay && eastOfUtc < kDay) {
        const auto size = std::chrono::abs(eastOfUtc).count();
        zone.m_offset = eastOfUtc;
        zone.m_name =
            fmt::format("{}{:02}:{:02}", eastOfUtc.count() < 0 ? '-' : '+', size / 60, size % 60);
    }
    return zone;
}

TimeZone TimeZone::local()
{
    const auto name = nameOfMachinesZone();
    return name == "local" ? TimeZone() : named(name).value_or(TimeZone());
}

Result<TimeZone> TimeZone::named(std::string_view name)
{
    name = trimmed(name);
    if (equalsIgnoringCase(name, "local")) {
        return local();
    }
    if (equalsIgnoringCase(name, "UTC") || equalsIgnoringCase(name, "GMT") ||
        equalsIgnoringCase(name, "Z")) {
        return TimeZone();
    }
    if (const auto offset = offsetIn(name)) {
        return fixed(*offset);
    }
    const auto *const rules = zoneOf(name);
    if (rules == nullptr) {
        return fail(ErrorCode::Unknown,
                    fmt::format("there is no time zone \"{}\"; give UTC, local, an offset as "
                                "+02:00 or a name as Europe/Berlin",
                                name.substr(0, 64)));
    }
    TimeZone zone;
    zone.m_name = name;
    zone.m_rules = rules;
    return zone;
}

WallTime TimeZone::toUtc(WallTime local) const
{
    if (m_rules == nullptr) {
        return local - m_offset;
    }
    // Of a moment that was twice, "first" is the earlier, and of one in a gap it is before that.
    const auto info = m_rules->get_info(date::local_time<Milliseconds>(local.time_since_epoch()));
    return local - info.first.offset;
}

WallTime TimeZone::toLocal(WallTime utc) const
{
    return utc + (m_rules == nullptr ? m_offset : m_rules->get_info(utc).offset);
}

} // namespace foretop::logs
