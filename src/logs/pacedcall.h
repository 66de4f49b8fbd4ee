// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <utility>

namespace foretop::logs {

/// Passes on the first of many calls at once, then at most one in an interval, and one at the end.
/// One call at a time.
class PacedCall
{
public:
    /// @p function may be empty.
    PacedCall(std::function<void()> function, std::chrono::milliseconds interval)
        : m_function(std::move(function))
        , m_interval(interval)
    {
    }

    void call()
    {
        const auto now = std::chrono::steady_clock::now();
        if (m_function && now >= m_next) {
            m_function();
            m_next = now + m_interval;
        }
    }
    /// Tells the last state.
    void finish() const
    {
        if (m_function) {
            m_function();
        }
    }

private:
    const std::function<void()> m_function;
    const std::chrono::milliseconds m_interval;
    std::chrono::steady_clock::time_point m_next;
};

} // namespace foretop::logs
