// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/columns.h"
#include "models/panelanswer.h"
#include "models/panelspec.h"
#include "models/panelwindow.h"

#include <span>

namespace foretop::models {

/// Of the values of a series in the shown range. NaN where there is none.
struct SeriesStatistics
{
    double last = 0;
    double least = 0;
    double greatest = 0;
    double mean = 0;
    double sum = 0;

    double reduced(Reduction reduction) const;
};

/// A series that has no value in the range has the one with which it enters it.
SeriesStatistics statisticsOf(const metrics::ColumnSeries &drawn);
SeriesStatistics statisticsOf(std::span<const metrics::Sample> samples, const PanelWindow &window);

/// The least and the greatest value of each column in the order that the line takes, and the values
/// with which it enters and leaves the range; a NaN where no line may be. What is not finite cannot
/// be drawn and is a gap.
QVector<QPointF> pointsOf(const metrics::ColumnSeries &drawn);
/// One point for each of @p samples, which lie at moments of @p window, and a NaN at the first
/// moment of each gap; with @p allMoments one for each moment of the window.
QVector<QPointF> pointsOf(std::span<const metrics::Sample> samples, const PanelWindow &window,
                          bool allMoments);

} // namespace foretop::models
