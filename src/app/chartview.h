// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/axisticks.h"
#include "app/chartshape.h"
#include "app/crosshairlink.h"
#include "app/seriespool.h"
#include "app/theme.h"

#include <QChartView>

#include <optional>

class QValueAxis;

namespace foretop::app {

/// The plot of one chart panel: lines or stacked areas with gaps, axes at round values, the shared
/// crosshair, and a drag that selects a window of time. GUI thread.
class ChartView : public QChartView
{
    Q_OBJECT

public:
    /// @p theme and @p crosshair must outlive the view.
    ChartView(Theme &theme, CrosshairLink &crosshair, QWidget *parent = nullptr);
    ~ChartView() override;

    void setUnit(Unit unit);
    void setStacked(bool stacked);
    /// Text shown while there is no series.
    void setPlaceholder(const QString &text);
    /// Draws @p series over [@p fromMs, @p toMs], ms since the epoch.
    void setSeries(const QVector<models::ChartSeries> &series, qint64 fromMs, qint64 toMs);

    QSize sizeHint() const override;
    /// Width of the plot area in pixels.
    int columns() const;
    /// Points drawn at present, over all lines and edges.
    qsizetype pointCount() const;

Q_SIGNALS:
    void columnsChanged(int columns);
    void windowSelected(qint64 fromMs, qint64 toMs);
    void liveRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    void drawStacked(const QVector<models::ChartSeries> &series);
    void updateValueAxis(const QVector<models::ChartSeries> &series);
    void restyle();
    void layOut();
    void drawLabels(QPainter &painter) const;
    void drawCrosshair(QPainter &painter) const;
    void updateCrosshair();
    double momentAt(double x) const;
    double xAt(double ms) const;
    double yAt(double value) const;

    Theme &m_theme;
    CrosshairLink &m_crosshair;
    QValueAxis *m_xAxis;
    QValueAxis *m_yAxis;
    SeriesPool m_pool;
    ValueAxis m_values;
    QVector<Tick> m_times;
    QVector<models::ChartSeries> m_series;
    QString m_placeholder;
    Unit m_unit = Unit::Number;
    bool m_stacked = false;
    qint64 m_fromMs = 0;
    qint64 m_toMs = 1;
    int m_columns = 0;
    std::optional<double> m_dragFromX;
    double m_dragToX = 0;
    double m_shownCrosshairX = -1;
};

} // namespace foretop::app
