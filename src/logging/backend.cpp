// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logging/backend.h"

#include "logging/formatter.h"

#include <spdlog/details/thread_pool.h>

namespace foretop::logging {

Backend::Backend(std::shared_ptr<Output> output)
    : m_output(std::move(output))
    , m_pool(std::make_shared<spdlog::details::thread_pool>(
          kQueueRecords, 1, &Output::enterThread, [sink = m_output.get()] { sink->leaveThread(); }))
{
    m_output->setPool(m_pool.get());
    m_logger = std::make_shared<spdlog::async_logger>(
        "foretop", m_output, m_pool, spdlog::async_overflow_policy::overrun_oldest);
    m_logger->set_level(spdlog::level::trace);
}

Backend::~Backend() = default;

void Backend::write(logs::Level level, std::string_view payload)
{
    m_logger->log(spdlogLevel(level), spdlog::string_view_t(payload.data(), payload.size()));
}

std::uint64_t Backend::dropped() const
{
    return m_pool->overrun_counter();
}

} // namespace foretop::logging
