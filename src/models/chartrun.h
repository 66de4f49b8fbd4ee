// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chartcompute.h"

#include <mutex>
#include <optional>

namespace foretop::models {

/// One computation of a chart on its way through a worker. Shared by the worker and the GUI thread:
/// either may be done with it first.
class ChartRun
{
public:
    explicit ChartRun(ChartRequest request)
        : m_request(std::move(request))
    {
    }

    /// In the worker, once.
    void run()
    {
        ChartAnswer answer = computeChart(m_request, m_stop.get_token());
        const std::lock_guard lock(m_mutex);
        m_answer = std::move(answer);
    }
    void cancel() { m_stop.request_stop(); }
    /// The answer, once it is there.
    std::optional<ChartAnswer> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_answer, {});
    }

private:
    const ChartRequest m_request;
    std::stop_source m_stop;
    std::mutex m_mutex; // protects m_answer
    std::optional<ChartAnswer> m_answer;
};

} // namespace foretop::models
