// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QVector>

class QPainter;
class QRectF;

namespace foretop::app {

/// Draws @p values (oldest first, from zero to their greatest) as a line with a pale area below;
/// NaN is a gap. Nothing for fewer than two values.
void paintSparkline(QPainter &painter, const QRectF &rect, const QVector<double> &values,
                    const QColor &colour);

/// Draws @p values as bars from the bottom, for counts.
void paintBars(QPainter &painter, const QRectF &rect, const QVector<double> &values,
               const QColor &colour);

} // namespace foretop::app
