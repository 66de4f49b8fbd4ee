// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/zoomhistory.h"

#include <algorithm>
#include <cmath>

namespace foretop::app {

namespace {

void showLive(session::TimeCursor &cursor, Milliseconds range)
{
    cursor.setRange(range);
    cursor.setLive();
}

} // namespace

void ZoomHistory::show(session::TimeCursor &cursor, qint64 fromMs, qint64 toMs, Step step)
{
    const State before = stateOf(cursor);
    const qint64 now = msSinceEpoch(cursor.now());
    const qint64 range =
        std::clamp<qint64>(std::abs(toMs - fromMs), session::TimeCursor::kLeastRange.count(),
                           session::TimeCursor::kGreatestRange.count());
    const qint64 end = std::max(fromMs, toMs);
    if (end >= now - static_cast<qint64>(static_cast<double>(range) * kLiveEdge)) {
        showLive(cursor, Milliseconds(range));
    } else {
        cursor.setWindow(wallTimeFromMs(end - range), wallTimeFromMs(end));
    }
    const State after = stateOf(cursor);
    if (after.fixed != before.fixed || after.range != before.range) {
        remember(before, step);
    }
}

void ZoomHistory::back(session::TimeCursor &cursor)
{
    if (m_before.empty()) {
        cursor.setLive();
        return;
    }
    const State state = m_before.back();
    m_before.pop_back();
    if (state.fixed) {
        cursor.setWindow(*state.fixed - state.range, *state.fixed);
    } else {
        showLive(cursor, state.range);
    }
}

ZoomHistory::State ZoomHistory::stateOf(const session::TimeCursor &cursor)
{
    return {cursor.asOf(), cursor.range()};
}

bool ZoomHistory::areClose(const State &a, const State &b)
{
    const auto [least, greatest] = std::minmax(a.range, b.range);
    if (greatest >= 2 * least || a.fixed.has_value() != b.fixed.has_value()) {
        return false;
    }
    return !a.fixed || std::chrono::abs(*a.fixed - *b.fixed) < least / 2;
}

void ZoomHistory::remember(const State &state, Step step)
{
    if (step == Step::Drift && !m_before.empty() && areClose(m_before.back(), state)) {
        return;
    }
    m_before.push_back(state);
    if (m_before.size() > kMost) {
        m_before.pop_front();
    }
}

} // namespace foretop::app
