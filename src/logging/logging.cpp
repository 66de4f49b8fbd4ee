// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logging/logging.h"

#include "base/text.h"
#include "logging/process.h"

#include <cstdlib>
#include <mutex>

#include <fmt/format.h>

namespace foretop::logging {
namespace {

/// Nothing when it is not set or empty.
std::optional<std::string> environmentVariable(const char *name)
{
    const char *value = std::getenv(name);
    return value && *value ? std::optional<std::string>(value) : std::nullopt;
}

tl::unexpected<Error> badVariable(std::string_view name, std::string_view value,
                                  std::string_view allowed)
{
    return fail(ErrorCode::Unknown,
                fmt::format("{} is \"{}\" but must be one of {}", name, value, allowed),
                "environment");
}

} // namespace

Result<Options> optionsFromEnvironment(Options defaults)
{
    if (const auto value = environmentVariable("LOG_LEVEL")) {
        const auto level = logs::levelFromName(*value);
        if (!level || *level == logs::Level::Unknown) {
            return badVariable("LOG_LEVEL", *value, "DEBUG, INFO, WARNING, ERROR, CRITICAL");
        }
        defaults.level = *level;
    }
    if (const auto value = environmentVariable("LOG_FORMAT")) {
        const bool isJson = equalsIgnoringCase(*value, "json");
        if (!isJson && !equalsIgnoringCase(*value, "text")) {
            return badVariable("LOG_FORMAT", *value, "json, text");
        }
        defaults.format = isJson ? Format::Json : Format::Text;
    }
    return defaults;
}

Result<void> start(const Options &options)
{
    auto &process = processLog();
    auto output = std::make_shared<Output>(process.listeners);
    if (const auto opened = output->open(options); !opened) {
        return opened;
    }
    {
        const std::unique_lock lock(process.mutex);
        if (process.backend) {
            return fail(ErrorCode::Unavailable, "logging is already started");
        }
        process.backend = std::make_unique<Backend>(std::move(output));
        process.level = options.level;
        process.qtMessages = std::make_unique<QtMessages>();
    }
    // For a process that ends by exit(): what is queued must not be lost.
    [[maybe_unused]] static const int registered = std::atexit(&stop);
    return {};
}

void stop()
{
    // The logging thread cannot wait for its own end.
    if (isLoggingThread()) {
        return;
    }
    auto &process = processLog();
    std::unique_ptr<Backend> backend;
    {
        const std::unique_lock lock(process.mutex);
        process.qtMessages.reset();
        backend = std::move(process.backend);
        process.droppedBefore += backend ? backend->dropped() : 0;
    }
    // Not under the lock: records that come now must not wait until the queue is written.
    backend.reset();
}

int addListener(std::function<void(const std::string &jsonLine)> listener)
{
    return processLog().listeners.add(std::move(listener));
}

void removeListener(int id)
{
    processLog().listeners.remove(id);
}

std::uint64_t droppedRecords()
{
    auto &process = processLog();
    const std::shared_lock lock(process.mutex);
    return process.droppedBefore + (process.backend ? process.backend->dropped() : 0);
}

} // namespace foretop::logging
