// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logging/output.h"

#include "logging/formatter.h"
#include "logging/payload.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <filesystem>

#include <fcntl.h>
#include <spdlog/async_logger.h>
#include <spdlog/details/thread_pool.h>
#include <spdlog/sinks/ansicolor_sink.h>
#include <spdlog/sinks/rotating_file_sink.h>
#include <unistd.h>

namespace foretop::logging {
namespace {

constexpr Milliseconds kBetweenFailures = std::chrono::minutes(1);

bool &threadFlag()
{
    thread_local bool isLogging = false;
    return isLogging;
}

/// spdlog says that a file cannot be opened, but not why in a way that can be told apart.
Result<void> checkWritable(const std::string &path)
{
    std::error_code ignored; // open() below says what is wrong
    const auto folder = std::filesystem::path(path).parent_path();
    std::filesystem::create_directories(folder, ignored);
    const int file = ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0640);
    if (file < 0) {
        const int reason = errno;
        const auto code = reason == EACCES || reason == EPERM || reason == EROFS ? ErrorCode::Denied
                                                                                 : ErrorCode::Io;
        return fail(code, fmt::format("cannot open the log file: {}", std::strerror(reason)), path);
    }
    ::close(file);
    return {};
}

} // namespace

bool isLoggingThread()
{
    return threadFlag();
}

Output::Output(const Listeners &listeners)
    : m_listeners(listeners)
{
}

Result<void> Output::open(const Options &options)
{
    if (options.console) {
        m_targets.push_back(std::make_shared<spdlog::sinks::ansicolor_stderr_sink_mt>());
    }
    if (!options.filePath.empty()) {
        if (options.fileBytes == 0) {
            return fail(ErrorCode::OutOfRange, "the size of a log file must not be 0",
                        options.filePath);
        }
        if (const auto writable = checkWritable(options.filePath); !writable) {
            return writable;
        }
        try {
            m_targets.push_back(std::make_shared<spdlog::sinks::rotating_file_sink_st>(
                options.filePath, options.fileBytes, options.fileCount));
        } catch (const std::exception &error) {
            return fail(ErrorCode::Io, error.what(), options.filePath);
        }
    }
    for (const auto &target : m_targets) {
        target->set_formatter(makeFormatter(options.format));
    }
    return {};
}

void Output::enterThread()
{
    threadFlag() = true;
}

void Output::leaveThread()
{
    tellDropped();
    flush_();
}

void Output::sink_it_(const spdlog::details::log_msg &message)
{
    // While the queue is still mostly full, more will be dropped: tell once, with the sum.
    if (m_pool->queue_size() <= kQueueRecords / 2) {
        tellDropped();
    }
    deliver(message);
    if (m_pool->queue_size() == 0) {
        flush_();
    }
}

void Output::flush_()
{
    for (const auto &target : m_targets) {
        guarded([&target] { target->flush(); });
    }
}

void Output::deliver(const spdlog::details::log_msg &message)
{
    for (const auto &target : m_targets) {
        guarded([&] { target->log(message); });
    }
    if (!m_listeners.isEmpty()) {
        const auto line = jsonLine(message);
        m_listeners.forEach([&](const auto &listener) { guarded([&] { listener(line); }); });
    }
}

void Output::tellDropped()
{
    const auto dropped = m_pool->overrun_counter();
    const auto untold = dropped - m_droppedTold;
    if (untold == 0) {
        return;
    }
    m_droppedTold = dropped;
    const std::array<Field, 1> fields = {Field{"dropped", std::uint64_t(untold)}};
    const auto payload = encodePayload(
        "logging", fmt::format("{} log records were dropped: the queue was full", untold), {},
        fields);
    deliver(spdlog::details::log_msg({}, spdlog::level::warn, payload));
}

template <typename Function>
void Output::guarded(const Function &function)
{
    try {
        function();
    } catch (const std::exception &error) {
        tellFailure(error.what());
    } catch (...) {
        tellFailure("unknown exception");
    }
}

void Output::tellFailure(std::string_view reason)
{
    ++m_failures;
    const auto now = m_clock.steadyNow();
    if (m_failureTold && now - *m_failureTold < kBetweenFailures) {
        return;
    }
    m_failureTold = now;
    fmt::print(stderr, "foretop: writing the log failed {} time(s), the last: {}\n", m_failures,
               reason);
    m_failures = 0;
}

} // namespace foretop::logging
