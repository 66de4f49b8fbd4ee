// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

namespace foretop {

WallTime SystemClock::wallNow() const
{
    return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now());
}

SteadyTime SystemClock::steadyNow() const
{
    return std::chrono::floor<Milliseconds>(std::chrono::steady_clock::now());
}

ManualClock::ManualClock(WallTime start)
    : m_start(start)
{
}

WallTime ManualClock::wallNow() const
{
    return m_start + Milliseconds(m_elapsedMs.load());
}

SteadyTime ManualClock::steadyNow() const
{
    return SteadyTime(Milliseconds(m_elapsedMs.load()));
}

void ManualClock::advance(Milliseconds by)
{
    m_elapsedMs += by.count();
}

} // namespace foretop
