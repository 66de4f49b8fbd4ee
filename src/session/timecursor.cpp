// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/timecursor.h"

#include <algorithm>

namespace foretop::session {

TimeCursor::TimeCursor(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

bool TimeCursor::isLive() const
{
    return !m_fixed;
}

WallTime TimeCursor::at() const
{
    return m_fixed ? *m_fixed : m_clock.wallNow();
}

std::optional<WallTime> TimeCursor::asOf() const
{
    return m_fixed;
}

Milliseconds TimeCursor::range() const
{
    return m_range;
}

void TimeCursor::setLive()
{
    if (m_fixed) {
        m_fixed.reset();
        Q_EMIT changed();
    }
}

void TimeCursor::setFixed(WallTime at)
{
    if (m_fixed != at) {
        m_fixed = at;
        Q_EMIT changed();
    }
}

void TimeCursor::setRange(Milliseconds range)
{
    range = std::clamp(range, kLeastRange, kGreatestRange);
    if (m_range != range) {
        m_range = range;
        Q_EMIT changed();
    }
}

void TimeCursor::setWindow(WallTime from, WallTime to)
{
    if (to < from) {
        std::swap(from, to);
    }
    const Milliseconds range = std::clamp(to - from, kLeastRange, kGreatestRange);
    if (m_fixed != to || m_range != range) {
        m_fixed = to;
        m_range = range;
        Q_EMIT changed();
    }
}

} // namespace foretop::session
