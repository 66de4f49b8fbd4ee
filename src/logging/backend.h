// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logging/output.h"

#include <memory>
#include <string_view>

#include <spdlog/async_logger.h>

namespace foretop::logging {

/// The queue and the thread that empties it. Destroying it writes all that is queued first.
class Backend
{
public:
    /// The outputs of @p options are open; @p output is theirs.
    explicit Backend(std::shared_ptr<Output> output);
    ~Backend();

    /// Queues a record whose payload encodePayload() wrote. Any thread; does not wait.
    void write(logs::Level level, std::string_view payload);
    /// Records dropped because the queue was full. Any thread.
    std::uint64_t dropped() const;

private:
    // Destroyed from below: the pool's thread ends only when its queue is empty, and uses the rest.
    const std::shared_ptr<Output> m_output;
    std::shared_ptr<spdlog::async_logger> m_logger;
    std::shared_ptr<spdlog::details::thread_pool> m_pool;
};

} // namespace foretop::logging
