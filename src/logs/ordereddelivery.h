// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <stop_token>
#include <utility>

namespace foretop::logs {

/// Takes the results of numbered tasks in whatever order workers finish them and hands them on in
/// order of their numbers, one call at a time. Holds at most kMostAhead of them: a worker that is
/// farther ahead of the slowest waits. Thread-safe.
template <typename T>
class OrderedDelivery
{
public:
    static constexpr std::size_t kMostAhead = 256;
    using Receiver = std::function<void(std::size_t number, T result)>;

    OrderedDelivery(std::size_t first, Receiver receiver)
        : m_next(first)
        , m_receiver(std::move(receiver))
    {
    }

    /// Nothing more is handed on once @p stop is requested.
    void deliver(std::size_t number, T result, const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        m_advanced.wait(lock, stop, [&] { return number < m_next + kMostAhead; });
        m_waiting.emplace(number, std::move(result));
        while (!stop.stop_requested() && !m_waiting.empty() && m_waiting.begin()->first == m_next) {
            auto node = m_waiting.extract(m_waiting.begin());
            m_receiver(m_next++, std::move(node.mapped()));
        }
        m_advanced.notify_all();
    }

private:
    std::mutex m_mutex; // protects all members below, and keeps the receiver to one call at a time
    std::condition_variable_any m_advanced;
    std::size_t m_next;
    std::map<std::size_t, T> m_waiting;
    const Receiver m_receiver;
};

} // namespace foretop::logs
