// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/sample.h"

#include <QByteArray>

#include <vector>

namespace foretop::metrics {

/// Three hours of a made-up shop from kShopStart on: counters with resets, gauges with NaN and
/// infinities, histograms with gaps, holes and counts that fall, series that vanish and come back,
/// scrapes that come late. Ordered by series, then by time.
inline constexpr WallTime kShopStart = wallTimeFromMs(1'700'000'000'000);
inline constexpr Milliseconds kShopLength = std::chrono::hours(3);
std::vector<SeriesSample> shopSamples();

/// As OpenMetrics text with timestamps, each series with the label source="@p source".
QByteArray openMetrics(const std::vector<SeriesSample> &samples, const QByteArray &source);

} // namespace foretop::metrics
