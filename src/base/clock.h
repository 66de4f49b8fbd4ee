// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>

namespace foretop {

/// A moment in UTC, in milliseconds since the Unix epoch.
using WallTime = std::chrono::sys_time<std::chrono::milliseconds>;
/// A moment that only ever moves forward; differences alone mean anything.
using SteadyTime = std::chrono::time_point<std::chrono::steady_clock, std::chrono::milliseconds>;
using Milliseconds = std::chrono::milliseconds;

constexpr WallTime wallTimeFromMs(std::int64_t msSinceEpoch)
{
    return WallTime(Milliseconds(msSinceEpoch));
}
constexpr std::int64_t msSinceEpoch(WallTime time)
{
    return time.time_since_epoch().count();
}

/// Where code asks what time it is, so that a test can decide. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual WallTime wallNow() const = 0;
    virtual SteadyTime steadyNow() const = 0;
};

/// The machine's clocks.
class SystemClock final : public Clock
{
public:
    WallTime wallNow() const override;
    SteadyTime steadyNow() const override;
};

/// A clock that a test moves by hand. Any thread may read it while another advances it.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(WallTime start = wallTimeFromMs(1'700'000'000'000));
    WallTime wallNow() const override;
    SteadyTime steadyNow() const override;
    void advance(Milliseconds by);

private:
    const WallTime m_start;
    std::atomic<std::int64_t> m_elapsedMs{0};
};

} // namespace foretop
