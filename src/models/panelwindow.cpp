// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/panelwindow.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace foretop::models {

namespace {

using namespace std::chrono_literals;

constexpr std::array<Milliseconds, 29> kSteps{
    1ms,  2ms,  5ms,  10ms,  20ms,  50ms,  100ms, 200ms, 500ms, 1s, 2s,  5s,  10s, 15s,    30s,
    1min, 2min, 5min, 10min, 15min, 30min, 1h,    2h,    3h,    6h, 12h, 24h, 48h, 7 * 24h};

WallTime floorTo(WallTime time, Milliseconds step)
{
    const auto past = time.time_since_epoch() % step;
    return time - (past < Milliseconds(0) ? past + step : past);
}

} // namespace

Milliseconds roundStep(Milliseconds least)
{
    const auto *found = std::lower_bound(kSteps.begin(), kSteps.end(), least);
    if (found != kSteps.end()) {
        return *found;
    }
    Milliseconds step = kSteps.back();
    while (step < least) {
        step *= 2;
    }
    return step;
}

Milliseconds rateWindow(Milliseconds step, Milliseconds sampleInterval)
{
    return std::max(4 * sampleInterval, step + sampleInterval);
}

std::int64_t PanelWindow::columns() const
{
    return std::max<std::int64_t>((to - from + column - Milliseconds(1)) / column, 1);
}

PanelWindow windowOf(const PanelExtent &extent, std::optional<WallTime> at, WallTime now)
{
    const int columns = std::clamp(extent.columns, 1, PanelExtent::kMostColumns);
    const Milliseconds range = std::max(extent.range, Milliseconds(1));
    PanelWindow window;
    window.isLive = !at;
    window.column = (range + Milliseconds(columns - 1)) / columns;
    window.step = roundStep(Milliseconds(static_cast<Milliseconds::rep>(std::ceil(
        static_cast<double>(range.count()) / columns * std::max(extent.pixelsAStep, 1.0)))));
    window.to = at ? *at : floorTo(now, window.column) + window.column;
    window.from = window.to - range;
    window.newest = std::min(window.to, now);
    window.firstMoment = floorTo(window.from, window.step);
    window.lastMoment = std::max(floorTo(window.newest, window.step), window.firstMoment);
    return window;
}

} // namespace foretop::models
