// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <utility>

namespace foretop::logs {

/// Lets workers of one operation stop together: when the operation is asked to, and when one of
/// them fails, whose error is then the operation's. Thread-safe.
class SharedStop
{
public:
    explicit SharedStop(const std::stop_token &stop)
        : m_forward(stop, [this] { m_source.request_stop(); })
    {
    }

    std::stop_token token() const { return m_source.get_token(); }
    void fail(Error error)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (!m_error) {
                m_error = std::move(error);
            }
        }
        m_source.request_stop();
    }
    /// The first error; call it when the workers are done.
    Result<void> result() const
    {
        const std::lock_guard lock(m_mutex);
        return m_error ? Result<void>(tl::unexpected(*m_error)) : Result<void>();
    }

private:
    mutable std::mutex m_mutex; // protects m_error
    std::optional<Error> m_error;
    std::stop_source m_source;
    std::stop_callback<std::function<void()>> m_forward;
};

} // namespace foretop::logs
