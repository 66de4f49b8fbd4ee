// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logging/log.h"

#include "logging/context.h"
#include "logging/formatter.h"
#include "logging/payload.h"
#include "logging/process.h"

#include <cstdio>
#include <mutex>

namespace foretop::logging {
namespace {

void writeToStderr(logs::Level level, const std::string &payload)
{
    const auto line = textLine(spdlog::details::log_msg({}, spdlogLevel(level), payload)) + '\n';
    std::fwrite(line.data(), 1, line.size(), stderr);
}

} // namespace

ProcessLog &processLog()
{
    static auto *const log = new ProcessLog;
    return *log;
}

void write(logs::Level level, std::string_view logger, std::string_view message,
           std::initializer_list<Field> fields)
{
    auto &process = processLog();
    if (level < process.level) {
        return;
    }
    const auto payload = encodePayload(logger, message, contextFields(), fields);
    // A record of the logging thread itself (a listener broke its rule) would call for another.
    if (!isLoggingThread()) {
        const std::shared_lock lock(process.mutex);
        if (process.backend) {
            process.backend->write(level, payload);
            return;
        }
    }
    writeToStderr(level, payload);
}

} // namespace foretop::logging
