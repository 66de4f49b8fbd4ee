// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/timecursor.h"

#include <deque>
#include <optional>

namespace foretop::app {

/// Changes the window of time that all views show, and the way back. GUI thread.
class ZoomHistory
{
public:
    static constexpr int kMost = 64; ///< ways back; the oldest is forgotten
    /// A window that ends within this share of itself from now is live.
    static constexpr double kLiveEdge = 0.02;

    enum class Step {
        Choice, ///< a window that was drawn: always a way back
        Drift   ///< one of many small ones: a way back is kept for each that makes a difference
    };

    /// Shows [@p fromMs, @p toMs], ms since the epoch; no later than now.
    void show(session::TimeCursor &cursor, qint64 fromMs, qint64 toMs, Step step);
    /// Shows what was shown before; without that, what is live.
    void back(session::TimeCursor &cursor);
    bool isEmpty() const { return m_before.empty(); }

private:
    struct State
    {
        std::optional<WallTime> fixed;
        Milliseconds range{0};
    };

    static State stateOf(const session::TimeCursor &cursor);
    static bool areClose(const State &a, const State &b);
    void remember(const State &state, Step step);

    std::deque<State> m_before;
};

} // namespace foretop::app
