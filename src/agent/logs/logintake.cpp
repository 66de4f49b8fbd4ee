// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/logs/logintake.h"

#include "agent/logs/erroritem.h"

namespace foretop::agent {

LogIntake::LogIntake(feeds::FeedPublisher &logs, feeds::FeedPublisher &errors,
                     PositionStore &positions, const Clock &clock)
    : m_logs(logs)
    , m_errors(errors)
    , m_positions(positions)
    , m_clock(clock)
{
}

void LogIntake::publish(std::vector<feeds::PublishedItem> items)
{
    std::vector<feeds::PublishedItem> errors;
    std::size_t bytes = 0;
    for (const auto &published : items) {
        bytes += published.item.size();
        if (!mayTellOfError(published.item)) {
            continue;
        }
        if (const auto object = m_reader.parseObject(published.item, "record")) {
            if (auto error =
                    errorItemFrom(*object, m_parser.parseItem(*object), m_clock.wallNow())) {
                errors.push_back({.seq = {}, .item = std::move(*error), .cursor = {}, .lost = {}});
            }
        }
    }
    m_logs.publishAll(std::move(items));
    m_positions.notePublished(bytes);
    if (!errors.empty()) {
        m_errors.publishAll(std::move(errors));
    }
}

} // namespace foretop::agent
