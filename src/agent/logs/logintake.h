// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/logs/positionstore.h"
#include "base/jsonreader.h"
#include "logs/recordparser.h"

namespace foretop::agent {

/// Where all log records of the agent go: onto the logs feed, and those that tell of an error with
/// its stack onto the errors feed as well. Nothing here logs: the record of it would come back
/// here. One thread.
class LogIntake
{
public:
    /// All must outlive the intake.
    LogIntake(feeds::FeedPublisher &logs, feeds::FeedPublisher &errors, PositionStore &positions,
              const Clock &clock);

    void publish(std::vector<feeds::PublishedItem> items);
    /// Tells that @p count records were lost before they came here.
    void noteDropped(std::uint64_t count) { m_logs.noteDropped(count); }

private:
    feeds::FeedPublisher &m_logs;
    feeds::FeedPublisher &m_errors;
    PositionStore &m_positions;
    const Clock &m_clock;
    JsonReader m_reader;
    logs::RecordParser m_parser;
};

} // namespace foretop::agent
