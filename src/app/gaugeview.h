// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panelview.h"

namespace foretop::app {

/// The value of each series on an arc between its least and its greatest value, with the bands of
/// the thresholds along it.
class GaugeView : public PanelView
{
    Q_OBJECT

public:
    GaugeView(const PageContext &context, CrosshairLink &crosshair, QWidget *parent);

    void paintPicture(QPainter &painter) override;
    QString textAt(const QPoint &at) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    struct Range
    {
        double least = 0;
        double greatest = 1;
    };
    Range range() const;

private:
    void paintCell(QPainter &painter, const models::PanelSeries &series, QRect cell) const;
    void paintArcs(QPainter &painter, double value, const QRectF &circle) const;
    void paintTexts(QPainter &painter, double value, const QRectF &circle) const;
    /// The level's sign, and its word where there is @p room for it.
    void paintLevel(QPainter &painter, double value, const QPointF &bottom, double room) const;
};

} // namespace foretop::app
