// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sparkline.h"

#include "app/chartshape.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace foretop::app {

namespace {

constexpr float kAreaAlpha = 0.16F;

double greatestOf(const QVector<double> &values)
{
    double greatest = 0;
    for (const double value : values) {
        if (std::isfinite(value)) {
            greatest = std::max(greatest, value);
        }
    }
    return greatest > 0 ? greatest : 1;
}

} // namespace

void paintSparkline(QPainter &painter, const QRectF &rect, const QVector<double> &values,
                    const QColor &colour)
{
    if (values.size() < 2) {
        return;
    }
    const double greatest = greatestOf(values);
    const double step = rect.width() / static_cast<double>(values.size() - 1);
    QVector<QPointF> points;
    for (qsizetype i = 0; i < values.size(); ++i) {
        points.emplace_back(rect.left() + static_cast<double>(i) * step,
                            rect.bottom() - values[i] / greatest * rect.height());
    }
    QColor area = colour;
    area.setAlphaF(kAreaAlpha);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Segment &piece : segments(points)) {
        QPainterPath path(piece.front());
        for (const QPointF &point : piece) {
            path.lineTo(point);
        }
        painter.strokePath(path, QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        path.lineTo(piece.back().x(), rect.bottom());
        path.lineTo(piece.front().x(), rect.bottom());
        painter.fillPath(path, area);
    }
    painter.restore();
}

void paintBars(QPainter &painter, const QRectF &rect, const QVector<double> &values,
               const QColor &colour)
{
    if (values.isEmpty()) {
        return;
    }
    const double greatest = greatestOf(values);
    const double step = rect.width() / static_cast<double>(values.size());
    QColor base = colour;
    base.setAlphaF(kAreaAlpha);
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), base);
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (values[i] > 0) {
            const double height = std::max(2.0, values[i] / greatest * rect.height());
            painter.fillRect(QRectF(rect.left() + static_cast<double>(i) * step,
                                    rect.bottom() - height, std::max(1.0, step - 1), height),
                             colour);
        }
    }
}

} // namespace foretop::app
