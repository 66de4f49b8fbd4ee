// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/sample.h"

#include <QPointF>
#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace foretop::models {

/// One series of a panel, reduced to what can be drawn. Values are NaN where there is none.
struct PanelSeries
{
    QString label;
    metrics::SeriesKey key;
    int target = 0; ///< which of the panel's
    /// x: ms since the epoch, y: value, at most two a pixel column; a NaN y is a gap.
    QVector<QPointF> points;
    double last = 0; ///< in the shown range, as are these:
    double least = 0;
    double greatest = 0;
    double mean = 0;
    double sum = 0;
    double reduced = 0; ///< by the panel's Reduction
};

/// A histogram over time: for each bucket and moment how many observations a second fell into it.
struct HeatMap
{
    QVector<double> bounds; ///< upper bounds of the buckets, ascending; the last may be infinite
    qint64 firstMs = 0;     ///< the moment of the first column; each stands for the step before it
    qint64 stepMs = 1;
    int columns = 0;
    QVector<double> values; ///< [bucket * columns + column]; NaN: nothing known
    double greatest = 0;
};

/// Why an expression has no answer.
struct PanelProblem
{
    int target = 0;
    QString message;
    std::optional<int> column; ///< where in the expression as the panel has it, from 1 on
};

/// What a panel shows at one time.
struct PanelAnswer
{
    QVector<PanelSeries> series; ///< in order of targets, then by labels
    int leftOut = 0;             ///< series beyond the panel's limit
    std::optional<HeatMap> heatMap;
    qint64 fromMs = 0;
    qint64 toMs = 1;
    qint64 stepMs = 1; ///< between the moments that were evaluated
    QVector<PanelProblem> problems;
    QStringList warnings; ///< of a Prometheus: such as that a part did not answer
};

} // namespace foretop::models
