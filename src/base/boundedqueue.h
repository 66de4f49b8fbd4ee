// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <utility>
#include <vector>

namespace foretop {

/// A first-in first-out queue between threads that holds at most a set number of bytes. When an
/// item does not fit, the oldest go and are counted; nothing ever waits. Thread-safe.
template <typename T>
class BoundedQueue
{
public:
    /// @p byteBudget bounds the sum of the sizes given to push().
    explicit BoundedQueue(std::size_t byteBudget)
        : m_budget(byteBudget)
    {
    }

    /// Adds @p item, which counts as @p bytes. Returns how many items were dropped to make room;
    /// an item larger than the whole budget is itself dropped.
    std::uint64_t push(T item, std::size_t bytes)
    {
        const std::lock_guard lock(m_mutex);
        if (bytes > m_budget) {
            ++m_dropped;
            return 1;
        }
        std::uint64_t dropped = 0;
        while (m_bytes + bytes > m_budget) {
            m_bytes -= m_items.front().second;
            m_items.pop_front();
            ++dropped;
        }
        m_items.emplace_back(std::move(item), bytes);
        m_bytes += bytes;
        m_dropped += dropped;
        return dropped;
    }

    /// Takes everything that is queued, oldest first.
    std::vector<T> takeAll()
    {
        const std::lock_guard lock(m_mutex);
        std::vector<T> items;
        items.reserve(m_items.size());
        for (auto &entry : m_items) {
            items.push_back(std::move(entry.first));
        }
        m_items.clear();
        m_bytes = 0;
        return items;
    }

    std::size_t bytes() const
    {
        const std::lock_guard lock(m_mutex);
        return m_bytes;
    }
    std::size_t size() const
    {
        const std::lock_guard lock(m_mutex);
        return m_items.size();
    }
    /// Items dropped since the queue was made.
    std::uint64_t dropped() const
    {
        const std::lock_guard lock(m_mutex);
        return m_dropped;
    }

private:
    mutable std::mutex m_mutex; // protects all members below
    std::deque<std::pair<T, std::size_t>> m_items;
    std::size_t m_bytes = 0;
    std::uint64_t m_dropped = 0;
    const std::size_t m_budget;
};

} // namespace foretop
