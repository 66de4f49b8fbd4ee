// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/agentconfig.h"
#include "agent/config/statedir.h"
#include "agent/metrics/familybuilder.h"
#include "feeds/feedpublisher.h"

#include <array>
#include <memory>

namespace foretop::agent {

/// The publishers of the agent's five feeds. Logs, jobs and errors are kept across restarts when
/// there is a state directory; health and metrics are worth nothing once they are old. One thread.
class FeedHub : public QObject
{
    Q_OBJECT

public:
    FeedHub(const AgentConfig &config, const StateDir &stateDir, QObject *parent = nullptr);

    /// Reads the spools. One that could not be read has been set aside: the agent goes on with
    /// an empty feed, and the errors are for the log.
    std::vector<Error> open();

    feeds::FeedPublisher &feed(feeds::FeedKind kind);
    void fillMetrics(FamilyBuilder &out) const;

private:
    std::array<std::unique_ptr<feeds::FeedPublisher>, feeds::kFeedKinds.size()> m_publishers;
};

} // namespace foretop::agent
