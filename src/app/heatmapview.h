// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timeview.h"

#include <QImage>

namespace foretop::app {

/// A histogram over time: a row a bucket, a column a moment, the darker or brighter the more.
class HeatMapView : public TimeView
{
    Q_OBJECT

public:
    HeatMapView(const PageContext &context, CrosshairLink &crosshair, QWidget *parent);

    bool hasData() const override;
    QString summary() const override;
    /// Colour of @p share, 0 to 1, of the greatest value; grows as its root, so that few are seen
    /// beside many.
    static QColor colourOf(double share, bool isDark);

protected:
    QVector<Mark> prepare(int height) override;
    void paintData(QPainter &painter, const QRectF &area, Medium medium) override;
    void paintBeside(QPainter &painter) const override;
    TipContent tipAt(qint64 ms, double y) const override;
    int topMargin() const override;

private:
    const models::HeatMap &map() const { return *answer().heatMap; }
    QImage image() const;
    void paintCells(QPainter &painter, const QRectF &area) const;
    QString bucketText(qsizetype bucket) const;
    QString boundText(double bound) const;
    double valueAt(qsizetype bucket, int column) const;
    QString rateText(double value) const;
};

} // namespace foretop::app
