// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chartscene.h"
#include "app/timeview.h"

namespace foretop::app {

/// Series over time as lines, areas or areas on each other, with gaps where nothing is known, and
/// thresholds as bands behind them.
class TimeSeriesView : public TimeView
{
    Q_OBJECT

public:
    TimeSeriesView(const PageContext &context, CrosshairLink &crosshair, QWidget *parent);

    void setSpec(const models::PanelSpec &spec) override;
    bool hasData() const override;
    void restyle() override;
    /// Points drawn at present, over all lines.
    qsizetype pointCount() const { return m_scene.pointCount(); }
    const ValueAxis &valueAxis() const { return m_axis; }

protected:
    QVector<Mark> prepare(int height) override;
    void paintBackground(QPainter &painter, const QRectF &area) const override;
    void paintData(QPainter &painter, const QRectF &area, Medium medium) override;
    TipContent tipAt(qint64 ms, double y) const override;

private:
    void scale(const QVector<QVector<QPointF>> &drawn, int height);
    QVector<QVector<QPointF>> shownPoints() const;
    void feed(const QVector<QVector<QPointF>> &points);
    QVector<QPointF> placed(const QVector<QPointF> &points) const;
    double levelAt(double value) const;

    ChartScene m_scene;
    ValueAxis m_axis;
    bool m_isScaled = false; ///< m_axis is that of an answer for the same spec
};

} // namespace foretop::app
