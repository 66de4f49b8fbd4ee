// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QPromise>

#include <functional>
#include <optional>
#include <system_error>
#include <thread>

namespace foretop::agent {

/// Runs one blocking call at a time off the agent's thread. The call may never return (statvfs()
/// on a dead NFS mount does not): it has a thread of its own that nothing waits for, not even the
/// destructor, so it must own all that it touches.
template <typename T>
class BackgroundCall
{
public:
    /// Starts @p work; @p done gets its result in the thread that called start(), unless forget()
    /// or the destructor comes first. Returns false when a call is still running or the system
    /// has no thread left; then @p done is not called.
    bool start(std::function<T()> work, const std::function<void(T)> &done)
    {
        if (running()) {
            return false;
        }
        QPromise<T> promise;
        m_watcher.emplace();
        QObject::connect(&*m_watcher, &QFutureWatcher<T>::finished, &*m_watcher,
                         [this] { finish(); });
        m_watcher->setFuture(promise.future());
        try {
            std::thread([work = std::move(work), promise = std::move(promise)]() mutable {
                promise.start();
                promise.addResult(work());
                promise.finish();
            }).detach();
        } catch (const std::system_error &) {
            m_watcher.reset();
            return false;
        }
        m_done = done;
        return true;
    }

    bool running() const { return m_watcher && !m_watcher->isFinished(); }
    /// Drops the result of the call under way.
    void forget() { m_done = {}; }

private:
    void finish()
    {
        const T result = m_watcher->result();
        if (const auto done = std::exchange(m_done, {})) {
            done(result);
        }
    }

    std::optional<QFutureWatcher<T>> m_watcher;
    std::function<void(T)> m_done;
};

} // namespace foretop::agent
