// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/level.h"

#include <functional>
#include <string>

namespace foretop::logging {

enum class Format : std::uint8_t { Text, Json };

struct Options
{
    logs::Level level = logs::Level::Info;
    Format format = Format::Text;
    bool console = true;  ///< to stderr
    std::string filePath; ///< empty: no file
    std::size_t fileBytes = 10U << 20;
    std::size_t fileCount = 5; ///< rotated files kept
};

/// @p defaults with LOG_LEVEL (DEBUG..CRITICAL) and LOG_FORMAT (json|text) of the environment
/// over them; an error names a value that is neither.
Result<Options> optionsFromEnvironment(Options defaults);

/// Starts logging for the process; Qt's messages (qDebug, ...) go into it under logger "qt.*".
/// Before start(), records go to stderr as they come. Call once, from main().
Result<void> start(const Options &options);
/// Writes what is queued and stops; later records go to stderr.
void stop();

/// Hears every record as one JSON line, as the agent does to publish its own log. Called on the
/// logging thread; must be quick and must not log. Returns an id for removeListener().
int addListener(std::function<void(const std::string &jsonLine)> listener);
void removeListener(int id);

/// Records dropped because the queue was full.
std::uint64_t droppedRecords();

} // namespace foretop::logging
