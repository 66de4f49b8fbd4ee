// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <QObject>

#include <optional>

namespace foretop::session {

/// The moment that all views show: live (the range slides with the clock) or fixed at a time.
/// GUI thread.
class TimeCursor : public QObject
{
    Q_OBJECT

public:
    static constexpr Milliseconds kLeastRange{1000};
    static constexpr Milliseconds kGreatestRange{366LL * 24 * 3600 * 1000};

    /// @p clock must outlive the cursor.
    explicit TimeCursor(const Clock &clock, QObject *parent = nullptr);

    bool isLive() const;
    WallTime now() const { return m_clock.wallNow(); }
    /// The moment views show: now when live.
    WallTime at() const;
    /// Nothing when live: what stores are asked "as of".
    std::optional<WallTime> asOf() const;
    Milliseconds range() const;
    WallTime from() const { return at() - range(); }

    void setLive();
    void setFixed(WallTime at);
    /// Kept between kLeastRange and kGreatestRange.
    void setRange(Milliseconds range);
    /// Fixes the cursor at @p to and sets the range (a brushed selection).
    void setWindow(WallTime from, WallTime to);

Q_SIGNALS:
    void changed();

private:
    const Clock &m_clock;
    std::optional<WallTime> m_fixed;
    Milliseconds m_range{15 * 60 * 1000};
};

} // namespace foretop::session
