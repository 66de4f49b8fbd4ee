// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errors/errorstore.h"

#include <deque>

namespace foretop::errors {

/// The events of one group over time. Not thread-safe.
class GroupHistory
{
public:
    GroupHistory();

    void add(const std::string &source, const ErrorEvent &event);
    /// Fills all of @p group but its fingerprint as of @p time; false when there was no event yet.
    bool groupAt(WallTime time, ErrorGroup &group) const;
    WallTime lastSeen() const { return m_times.back(); }
    /// Memory held.
    std::size_t bytes() const { return m_bytes; }

private:
    struct Event
    {
        std::string source;
        ErrorEvent event;
    };
    struct MinuteCount
    {
        std::int64_t minute = 0; // since the epoch
        std::uint32_t count = 0;
    };

    void keep(const std::string &source, const ErrorEvent &event);
    void countMinute(std::int64_t minute);
    std::uint64_t countUpTo(WallTime time) const;
    WallTime lastSeenUpTo(WallTime time) const;
    const Event &newestUpTo(WallTime time) const;
    std::vector<std::uint32_t> minutesUpTo(WallTime time) const;

    std::deque<Event> m_events;        // in order of time
    std::deque<WallTime> m_times;      // in order
    std::deque<MinuteCount> m_minutes; // in order
    std::uint64_t m_count = 0;
    WallTime m_firstSeen{};
    std::size_t m_bytes;
};

} // namespace foretop::errors
