// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/query.h"

#include <QString>

#include <optional>

namespace foretop::app {

/// Which times a log view shows.
struct TimeRange
{
    enum class Kind {
        All,
        Console, ///< up to the console's time cursor, when that is fixed
        Last,    ///< from so long before now on
        Between,
    };
    Kind kind = Kind::All;
    Milliseconds last{0};
    std::optional<WallTime> from;  ///< of Between; nothing: from the first on
    std::optional<WallTime> until; ///< this or earlier

    static TimeRange between(WallTime from, WallTime until)
    {
        return {.kind = Kind::Between, .last = {}, .from = from, .until = until};
    }
    bool operator==(const TimeRange &) const = default;
};

/// "All times", "Last 15 min", "12:00:00 – 12:05:00".
QString timeRangeText(const TimeRange &range, bool utc);
/// The query for it, as of @p now; matches all when the range bounds nothing by itself.
logs::Query queryOf(const TimeRange &range, WallTime now);

} // namespace foretop::app
