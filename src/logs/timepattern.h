// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "logs/formatcontext.h"

#include <optional>
#include <string>
#include <string_view>

namespace foretop::logs {

/// How a time is written, after strptime(3): %Y %y %m %d %e %j %b %B %h %a %A %H %k %I %l %M %S %p
/// %z %Z %s %D %F %R %T %n %t %%, and of lnav %L (milliseconds), %f (a fraction of any length), %N
/// (nanoseconds), %i (Unix time in ms) and %6 (in us). Immutable; any thread.
class TimePattern
{
public:
    /// Fails with Unknown and the column of a conversion that is not known.
    static Result<TimePattern> compile(std::string_view format);

    /// The moment that all of @p text tells. Without a zone it is of the context's, without a year
    /// of the latest that puts it no more than a day after now. Nothing when it is written
    /// otherwise or has no day.
    std::optional<WallTime> read(std::string_view text, const FormatContext &context) const;

private:
    explicit TimePattern(std::string format)
        : m_format(std::move(format))
    {
    }

    std::string m_format;
};

} // namespace foretop::logs
