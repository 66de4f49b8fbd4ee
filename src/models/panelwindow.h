// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <optional>

namespace foretop::models {

/// The least of 1, 2, 5, 10, 20, 50, ... ms, 1, 2, 5, 10, 15, 30 s and min, 1, 2, 3, 6, 12 h and so
/// on that is no less than @p least, so that panels and neighbouring ranges share their steps.
Milliseconds roundStep(Milliseconds least);

/// What rate() wants: at least four samples of those that come every @p sampleInterval, and all
/// from the moment before.
Milliseconds rateWindow(Milliseconds step, Milliseconds sampleInterval);
/// Where nothing tells: Prometheus' usual one.
inline constexpr Milliseconds kUsualSampleInterval{15'000};

/// A panel's time axis: what is shown, and the moments at which expressions are evaluated for it.
struct PanelWindow
{
    WallTime from{};
    WallTime to{};
    WallTime newest{};      ///< now, or @c to where that is before
    Milliseconds column{1}; ///< what a pixel column stands for
    Milliseconds step{1};   ///< more than one and less than four of these
    /// Multiples of the step: from the last at or before @c from to the last that is not over.
    WallTime firstMoment{};
    WallTime lastMoment{};
    bool isLive = false;

    std::int64_t columns() const;
    /// For SeriesStore::draw(): while live whole columns, the same ones as before.
    WallTime drawFrom() const { return isLive ? to - column * columns() : from; }
    WallTime drawTo() const { return isLive ? to - Milliseconds(1) : to; }
};

/// How long a panel is and how finely it is drawn.
struct PanelExtent
{
    static constexpr int kMostColumns = 10'000;

    Milliseconds range{1};
    int columns = 1;
    double pixelsAStep = 1.5; ///< least
};

/// The window that ends at @p at. Nothing: live, at the end of the pixel column that @p now is in.
PanelWindow windowOf(const PanelExtent &extent, std::optional<WallTime> at, WallTime now);

} // namespace foretop::models
