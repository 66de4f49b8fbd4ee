// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <string>
#include <string_view>

namespace date {
class time_zone;
}

namespace foretop::logs {

/// A zone of local times: UTC, a fixed offset, or one of the system's IANA database (tzdata) with
/// its changes, of which the library knows those up to 2037. A value; any thread.
class TimeZone
{
public:
    /// UTC.
    TimeZone() = default;
    /// Named "+02:00"; less than a day either way.
    static TimeZone fixed(std::chrono::minutes eastOfUtc);
    /// The machine's own zone: that of the environment variable TZ, else of /etc/localtime; UTC
    /// when it cannot be told.
    static TimeZone local();
    /// "UTC", "+02:00" (also "+0200", "+02"), "Europe/Berlin", "local". Fails with Unknown.
    static Result<TimeZone> named(std::string_view name);

    const std::string &name() const { return m_name; }
    /// The moment of a local time, given as if it were UTC. Of one that was twice it is the
    /// earlier; one that never was is taken by the offset before the gap.
    WallTime toUtc(WallTime local) const;
    /// The reverse.
    WallTime toLocal(WallTime utc) const;

    bool operator==(const TimeZone &other) const { return m_name == other.m_name; }

private:
    std::string m_name = "UTC";
    std::chrono::minutes m_offset{0};
    const date::time_zone *m_rules = nullptr; // in the database, which is never unloaded
};

} // namespace foretop::logs
