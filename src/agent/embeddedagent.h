// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/agent.h"

#include <QThread>

namespace foretop::agent {

/// An agent for this machine inside another program: own thread, random loopback port, random
/// token, no state kept on disk. Used by one thread.
class EmbeddedAgent
{
public:
    explicit EmbeddedAgent(const Clock &clock);
    ~EmbeddedAgent(); ///< stops the agent and waits for its thread

    /// Starts and waits until it listens (some ms) or failed.
    Result<void> start();
    QUrl url() const;
    QString token() const;
    // implementer: complete the private part
};

} // namespace foretop::agent
