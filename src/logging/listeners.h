// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <string>

namespace foretop::logging {

/// Functions that hear each record. Thread-safe. remove() waits for a call that is under way, so
/// that what a function uses may go afterwards; it must not be called by a listener.
class Listeners
{
public:
    using Listener = std::function<void(const std::string &jsonLine)>;

    int add(Listener listener)
    {
        const std::lock_guard lock(m_mutex);
        m_listeners.emplace(++m_lastId, std::move(listener));
        return m_lastId;
    }
    void remove(int id)
    {
        const std::lock_guard lock(m_mutex);
        m_listeners.erase(id);
    }
    bool isEmpty() const
    {
        const std::lock_guard lock(m_mutex);
        return m_listeners.empty();
    }
    /// Calls @p visit with each in the order in which they were added.
    template <typename Visit>
    void forEach(const Visit &visit) const
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &[id, listener] : m_listeners) {
            visit(listener);
        }
    }

private:
    mutable std::mutex m_mutex; // protects the members below; held while listeners run
    std::map<int, Listener> m_listeners;
    int m_lastId = 0;
};

} // namespace foretop::logging
