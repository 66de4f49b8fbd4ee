// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "logs/formatcontext.h"

#include <cstddef>
#include <optional>
#include <string_view>

namespace foretop::logs {

/// A moment at the start of a line of text.
struct PlainTime
{
    WallTime time;
    std::size_t length = 0; ///< bytes it took
    bool isSyslog = false;  ///< in a form that only syslog daemons write: a host name follows
};

/// Reads the time at the start of @p text: ISO 8601 (also with "/" in the date, compact as in
/// "20240115T103000Z" or "20240115 10:30:00", behind a weekday, and with a blank before the zone),
/// syslog's "Jan 15 10:30:00" (RFC 3164) and ctime's "Mon Jan 15 10:30:00 2024" with or without
/// weekday and fraction, the access logs' "15/Jan/2024:10:30:00 +0100" and the like, "15.01.2024
/// 10:30:00", Android's "01-15 10:30:00.123", and Unix times of 10, 13, 16 or 19 digits from 2000
/// to the day after @p context's now. A zone may follow as an offset, "UTC", "GMT" or another
/// abbreviation that means one offset (those of RFC 822 and of Europe). Without one it is a time of
/// the context's zone. Where the year is not written, it is the latest one that does not put the
/// moment more than a day after now.
std::optional<PlainTime> plainTimeAtStart(std::string_view text, const FormatContext &context);

/// As plainTimeAtStart(), for text that is nothing but a time.
std::optional<WallTime> plainTime(std::string_view text, const FormatContext &context);
/// The same where no zone means UTC.
std::optional<WallTime> plainTime(std::string_view text, WallTime now);

/// The moment of "MMDD hh:mm:ss.frac" (klog), "Jan 15 ..." and the like, where the year is not
/// written. Nothing when there is no such day.
std::optional<WallTime> momentWithoutYear(unsigned month, unsigned day, Milliseconds timeOfDay,
                                          const FormatContext &context);

} // namespace foretop::logs
