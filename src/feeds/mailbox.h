// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <mutex>
#include <utility>
#include <vector>

namespace foretop::feeds {

/// Hands values from one thread to another, in order. Thread-safe. Not bounded: who puts must be.
template <typename T>
class Mailbox
{
public:
    /// True when it was empty: the other thread must be woken.
    bool put(T value)
    {
        const std::lock_guard lock(m_mutex);
        m_values.push_back(std::move(value));
        return m_values.size() == 1;
    }
    std::vector<T> takeAll()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_values, {});
    }

private:
    std::mutex m_mutex; // protects m_values
    std::vector<T> m_values;
};

} // namespace foretop::feeds
