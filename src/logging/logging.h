// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/level.h"

#include <functional>
#include <string>

namespace foretop::logging {

enum class Format : std::uint8_t { Text, Json };

/// Records that wait for the logging thread, at most.
inline constexpr std::size_t kQueueRecords = 8192;

struct Options
{
    logs::Level level = logs::Level::Info;
    Format format = Format::Text;
    bool console = true;               ///< to stderr
    std::string filePath;              ///< empty: no file; missing folders are made
    std::size_t fileBytes = 10U << 20; ///< a file that would get larger is rotated
    std::size_t fileCount = 5; ///< rotated files kept: agent.log -> agent.1.log -> agent.2.log ...
};

/// @p defaults with LOG_LEVEL (DEBUG..CRITICAL) and LOG_FORMAT (json|text) of the environment
/// over them; an error names a value that is neither.
Result<Options> optionsFromEnvironment(Options defaults);

/// Starts logging for the process; Qt's messages (qDebug, ...) go into it under logger "qt.*".
/// Before start(), records of INFO and graver go to stderr as they come. Call once, from main();
/// again only after stop(). An error names the log file that cannot be opened and says why.
Result<void> start(const Options &options);
/// Writes what is queued and stops; later records go to stderr. Also happens by itself at exit()
/// and before Qt ends the process for a fatal message.
void stop();

/// Hears every record as one JSON line, as the agent does to publish its own log. Called on the
/// logging thread, between start() and stop(); must be quick and must not log. Returns an id for
/// removeListener().
int addListener(std::function<void(const std::string &jsonLine)> listener);
/// Waits for a call that is under way; none comes later. Not from a listener.
void removeListener(int id);

/// Records dropped because the queue was full.
std::uint64_t droppedRecords();

} // namespace foretop::logging
