// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/agent.h"

#include <future>
#include <thread>

class QEventLoop;

namespace foretop::agent {

/// An agent for this machine inside another program: own thread, random loopback port, random
/// token, no state kept on disk. Used by one thread.
class EmbeddedAgent
{
public:
    /// @p clock must outlive the agent.
    explicit EmbeddedAgent(const Clock &clock);
    ~EmbeddedAgent(); ///< stops the agent and waits for its thread
    EmbeddedAgent(const EmbeddedAgent &) = delete;
    EmbeddedAgent &operator=(const EmbeddedAgent &) = delete;

    /// Starts and waits until it listens (some ms) or failed. Once.
    Result<void> start();
    /// http://127.0.0.1:port; empty before start().
    QUrl url() const { return m_url; }
    QString token() const { return m_token; }

private:
    /// What the thread tells once it listens or failed.
    struct Started
    {
        Result<void> result;
        QUrl url;
        QEventLoop *loop = nullptr; ///< on the thread's stack, until it ends
    };

    void run(std::promise<Started> started) const;

    const Clock &m_clock;
    const QString m_token;
    QUrl m_url;
    QEventLoop *m_loop = nullptr;
    std::thread m_thread;
};

} // namespace foretop::agent
