// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "logging/listeners.h"
#include "logging/logging.h"

#include <memory>
#include <vector>

#include <spdlog/details/null_mutex.h>
#include <spdlog/sinks/base_sink.h>

namespace spdlog::details {
class thread_pool;
}

namespace foretop::logging {

/// Whether this is the logging thread, which must not wait for itself.
bool isLoggingThread();

/// Where records go: the console, the file, the listeners. One that fails (a full disk) does not
/// keep the record from the others; failures are counted and told on stderr, at most once a minute.
/// Used by the logging thread alone; buffers are written out whenever the queue is empty.
class Output final : public spdlog::sinks::base_sink<spdlog::details::null_mutex>
{
public:
    explicit Output(const Listeners &listeners);

    /// Opens what @p options ask for; an error names the file that cannot be opened.
    Result<void> open(const Options &options);
    /// Sets whose queue is looked at; before the first record, and it must outlive the last.
    void setPool(spdlog::details::thread_pool *pool) { m_pool = pool; }
    /// The logging thread begins and ends.
    static void enterThread();
    void leaveThread();

protected:
    void sink_it_(const spdlog::details::log_msg &message) override;
    void flush_() override;

private:
    void deliver(const spdlog::details::log_msg &message);
    void tellDropped();
    template <typename Function>
    void guarded(const Function &function);
    void tellFailure(std::string_view reason);

    const Listeners &m_listeners;
    const SystemClock m_clock;
    std::vector<std::shared_ptr<spdlog::sinks::sink>> m_targets;
    spdlog::details::thread_pool *m_pool = nullptr;
    std::size_t m_droppedTold = 0;
    std::uint64_t m_failures = 0; ///< since the last was told
    std::optional<SteadyTime> m_failureTold;
};

} // namespace foretop::logging
