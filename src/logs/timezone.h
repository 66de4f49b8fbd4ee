// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace foretop::logs {

/// A zone of local times: UTC, a fixed offset, or one of the IANA database with its changes. A
/// value; any thread.
class TimeZone
{
public:
    /// UTC.
    TimeZone() = default;
    static TimeZone fixed(std::chrono::minutes eastOfUtc);
    /// The machine's own zone; UTC when it cannot be told.
    static TimeZone local();
    /// "UTC", "+02:00", "Europe/Berlin", "local". Fails with Unknown.
    static Result<TimeZone> named(std::string_view name);

    const std::string &name() const { return m_name; }
    /// The moment of a local time, given as if it were UTC. Of one that was twice it is the
    /// earlier; one that never was is taken by the offset before the gap.
    WallTime toUtc(WallTime local) const;
    /// The reverse.
    WallTime toLocal(WallTime utc) const;

    bool operator==(const TimeZone &other) const { return m_name == other.m_name; }

private:
    struct Rules; // implementer: complete

    std::string m_name = "UTC";
    std::chrono::minutes m_offset{0};
    std::shared_ptr<const Rules> m_rules;
};

} // namespace foretop::logs
