// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/agentconfig.h"
#include "base/result.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace foretop::agent {

/// The agent: runs its checks, collects, follows logs, takes jobs, and serves HTTP and feeds on one
/// port. One thread (a worker with an event loop; moveToThread() before start()).
class Agent : public QObject
{
    Q_OBJECT

public:
    /// @p clock must outlive the agent.
    Agent(AgentConfig config, const Clock &clock, QObject *parent = nullptr);
    ~Agent() override;

    /// Binds and starts everything; call in the agent's thread. An error leaves it stopped.
    Result<void> start();
    void stop();

    /// http://host:port as bound; empty before start().
    QUrl url() const;

private:
    class Private;
    const AgentConfig m_config;
    const Clock &m_clock;
    std::unique_ptr<Private> d; ///< while it runs
};

} // namespace foretop::agent
