// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "logs/timelayout.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace foretop::logs {

/// Between which moments the times of some records lie.
struct TimeSpan
{
    std::optional<WallTime> earliest; ///< nothing when no record has a time
    std::optional<WallTime> latest;
    bool hasUntimed = false; ///< whether some records have none

    void add(WallTime time)
    {
        earliest = std::min(earliest.value_or(time), time);
        latest = std::max(latest.value_or(time), time);
    }
    void add(const TimeSpan &other)
    {
        if (other.earliest) {
            add(*other.earliest);
            add(*other.latest);
        }
        hasUntimed = hasUntimed || other.hasUntimed;
    }
    bool operator==(const TimeSpan &) const = default;
};

/// Collects the span of many times, most of which are all written alike. One thread.
class SpanCollector
{
public:
    /// Where addKeyed() takes its keys from.
    const TimeLayout &layout() const { return m_layout; }
    void setLayout(const TimeLayout &layout)
    {
        flush();
        m_layout = layout;
    }

    void add(WallTime time) { m_span.add(time); }
    void addUntimed() { m_span.hasUntimed = true; }
    /// Adds the time that matches layout() and has @p key.
    void addKeyed(std::uint64_t key)
    {
        // Logs are mostly in order: one comparison for most times.
        if (key >= m_mostKey) {
            m_mostKey = key;
            m_leastKey = m_leastKey == 0 ? key : m_leastKey;
        } else {
            m_leastKey = std::min(m_leastKey, key);
        }
    }

    /// The span of what was added since the last take().
    TimeSpan take()
    {
        flush();
        return std::exchange(m_span, {});
    }

private:
    void flush()
    {
        if (m_mostKey != 0) {
            m_span.add(m_layout.earliestOf(m_leastKey));
            m_span.add(m_layout.latestOf(m_mostKey));
        }
        m_mostKey = m_leastKey = 0;
    }

    TimeSpan m_span;
    TimeLayout m_layout;
    std::uint64_t m_leastKey = 0; // 0 when there is none: no key of digits is 0
    std::uint64_t m_mostKey = 0;
};

} // namespace foretop::logs
