// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "logs/formatcontext.h"
#include "logs/level.h"

#include <optional>
#include <string_view>

namespace foretop::logs {

/// What stands before the message of a plain line; views lie in the text read.
struct PlainHeader
{
    std::optional<WallTime> time;
    Level level = Level::Unknown;
    std::string_view logger;
    std::string_view message; ///< the rest, with all following lines; never empty unless all is
};

/// Reads the headers that Python's logging, spdlog, log4j, logback, Spring Boot, env_logger, Ruby,
/// klog, nginx and syslog (RFC 3164, RFC 5424, rsyslog's file format) write: a time, a level word
/// and a logger's name in any order, bare or in brackets. Looks no further than a few words: what
/// it does not know starts the message. A level in capitals further on in the first line counts
/// too, but stays in the message. For times see plaintime.h.
PlainHeader readPlainHeader(std::string_view text, const FormatContext &context);

} // namespace foretop::logs
