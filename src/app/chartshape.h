// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QVector>

#include <optional>
#include <span>

namespace foretop::app {

/// One unbroken piece of a line or of an area's edge.
using Segment = QVector<QPointF>;

/// Most pieces that one line is drawn in; where there are more gaps, the shortest are bridged.
inline constexpr int kMaxSegments = 64;

/// @p points split where y is NaN, since Qt Charts draws across it. Pieces are never empty.
QVector<Segment> segments(const QVector<QPointF> &points);

/// A layer of a stacked chart: the same number of points on both edges of each piece.
struct Layer
{
    QVector<Segment> upper;
    QVector<Segment> lower;
};

/// @p series at the times of all of them, so that they can be added: between two of its points each
/// lies on the line that joins them, before and after them it has no value.
QVector<QVector<QPointF>> aligned(const QVector<QVector<QPointF>> &series);

/// Stacks @p series, whose points lie at the same times, on each other, the first at the bottom.
/// One that is zero all the time has an empty layer, so that its edge hides no other.
QVector<Layer> stacked(std::span<const QVector<QPointF>> series);

/// The one of @p points, by x, that is nearest to @p ms and not further from it than @p withinMs.
std::optional<QPointF> nearest(const QVector<QPointF> &points, double ms, double withinMs);
/// The value of @p points at @p ms: of the nearest point not further than @p withinMs; else NaN.
double valueAt(const QVector<QPointF> &points, double ms, double withinMs);

} // namespace foretop::app
