// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <optional>
#include <string>
#include <string_view>

namespace foretop {

/// A moment as it is written at the start of some text.
struct WrittenTime
{
    WallTime time;
    std::size_t length = 0; ///< bytes it took
    bool hasZone = false;   ///< else the time is taken for one of UTC
};

/// Reads an ISO 8601 / RFC 3339 date and time: "2024-01-15T10:30:00.123Z", with "T" or a space
/// between, with or without seconds, a fraction of them after "." or "," of any length (cut to ms),
/// and "Z", "+01:00", "+0100", "+01" or no zone. Nothing unless it is one valid moment of the years
/// 1 to 9999; a leap second (":60") is taken as the second after :59, and 24:00 as the day's end.
std::optional<WrittenTime> readIso8601(std::string_view text);

/// The same for text that is nothing but a moment.
std::optional<WallTime> parseIso8601(std::string_view text);

/// As readIso8601; @p length gets the bytes it took.
std::optional<WallTime> parseIso8601Prefix(std::string_view text, std::size_t &length);

/// "2024-01-15T10:30:00.123Z": UTC, always with milliseconds.
std::string formatIso8601(WallTime time);

/// A moment given as a Unix time of unknown unit. The unit (s, ms, us or ns) is told from the
/// magnitude; every unit covers the years 1973 to 2286. Nothing outside that.
std::optional<WallTime> wallTimeFromEpoch(double value);

} // namespace foretop
