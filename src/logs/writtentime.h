// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "logs/timezone.h"

#include <optional>
#include <string_view>

namespace foretop::logs {

/// What a time means that is written to the day, minute, second or finer: all of it.
struct WrittenTime
{
    WallTime first;
    WallTime last;
};

/// Reads ISO 8601: "2024-01-15", "2024-01-15T10:30", "2024-01-15 10:30:00.123", with "Z" or an
/// offset or else in @p zone.
std::optional<WrittenTime> readIsoTime(std::string_view text, const TimeZone &zone);

/// Also a time of day of the day that it is in @p zone ("10:30"), "now", "today", "yesterday", a
/// Unix time of 9 digits or more, and the forms of plainTime().
std::optional<WrittenTime> readWrittenTime(std::string_view text, WallTime now,
                                           const TimeZone &zone);

/// Reads "15m", "1h30m", "2d" (ms, s, m, h, d, w; each a whole number with its unit), at most a
/// hundred years.
std::optional<Milliseconds> readDuration(std::string_view text);

} // namespace foretop::logs
