// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chartscene.h"

#include "app/seriespool.h"

#include <QAreaSeries>
#include <QChart>
#include <QGraphicsLayout>
#include <QGraphicsScene>
#include <QLineSeries>
#include <QPainter>
#include <QValueAxis>

namespace foretop::app {

namespace {

constexpr double kBoldLine = 1.6;
constexpr double kThinLine = 1;
/// Up to so many lines are bold: they are few enough to be drawn slowly.
constexpr int kBoldLines = 4;

QPolygonF placed(const QList<QPointF> &points, const QRectF &target)
{
    QPolygonF polygon;
    polygon.reserve(points.size());
    for (const QPointF &point : points) {
        polygon << QPointF(target.left() + point.x() * target.width(),
                           target.bottom() - point.y() * target.height());
    }
    return polygon;
}

void paintArea(QPainter &painter, const QAreaSeries &area, const QRectF &target)
{
    QPolygonF outline = placed(area.upperSeries()->points(), target);
    const QPolygonF lower = placed(area.lowerSeries()->points(), target);
    std::copy(lower.crbegin(), lower.crend(), std::back_inserter(outline));
    painter.setPen(Qt::NoPen);
    painter.setBrush(area.brush());
    painter.drawPolygon(outline);
}

} // namespace

class ChartScene::Private
{
public:
    explicit Private(const Theme &theme)
        : chart(new QChart)
        , xAxis(new QValueAxis(chart))
        , yAxis(new QValueAxis(chart))
        , pool(*chart, *xAxis, *yAxis, theme)
    {
        // An index of where items are is of no use when all are drawn each time.
        scene.setItemIndexMethod(QGraphicsScene::NoIndex);
        scene.addItem(chart);
        chart->setBackgroundVisible(false);
        chart->setMinimumSize(1, 1);
        chart->legend()->hide();
        chart->layout()->setContentsMargins(0, 0, 0, 0);
        chart->addAxis(xAxis, Qt::AlignBottom);
        chart->addAxis(yAxis, Qt::AlignLeft);
        for (auto *axis : {xAxis, yAxis}) {
            axis->setRange(0, 1);
            axis->setLabelsVisible(false);
            axis->setLineVisible(false);
            axis->setGridLineVisible(false);
        }
    }

    QGraphicsScene scene;
    QChart *chart;
    QValueAxis *xAxis;
    QValueAxis *yAxis;
    SeriesPool pool;
    QSizeF size;
};

ChartScene::ChartScene(const Theme &theme)
    : d(std::make_unique<Private>(theme))
{
}

ChartScene::~ChartScene() = default;

void ChartScene::resize(const QSizeF &size)
{
    if (size != d->size && !size.isEmpty()) {
        d->size = size;
        d->chart->resize(size);
        d->chart->setPlotArea(QRectF({}, size));
    }
}

void ChartScene::setLines(const QVector<QVector<Segment>> &lines)
{
    d->pool.setLineWidth(lines.size() <= kBoldLines ? kBoldLine : kThinLine);
    d->pool.drawLines(lines);
}

void ChartScene::setLayers(const QVector<Layer> &layers, float areaAlpha)
{
    d->pool.setLineWidth(layers.size() <= kBoldLines ? kBoldLine : kThinLine);
    d->pool.setAreaAlpha(areaAlpha);
    d->pool.drawLayers(layers);
}

void ChartScene::setStack(const QVector<Segment> &layers, double floor, float areaAlpha)
{
    d->pool.setAreaAlpha(areaAlpha);
    d->pool.drawStack(layers, floor);
}

void ChartScene::restyle()
{
    d->pool.restyle();
}

qsizetype ChartScene::pointCount() const
{
    return d->pool.pointCount();
}

void ChartScene::paint(QPainter &painter, const QRectF &target) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    d->scene.render(&painter, target, QRectF({}, d->size), Qt::IgnoreAspectRatio);
}

void ChartScene::paintStrokes(QPainter &painter, const QRectF &target) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(target);
    for (const QAbstractSeries *series : d->chart->series()) {
        if (!series->isVisible()) {
            continue;
        }
        if (const auto *area = qobject_cast<const QAreaSeries *>(series)) {
            paintArea(painter, *area, target);
        } else if (const auto *line = qobject_cast<const QLineSeries *>(series)) {
            painter.setPen(line->pen());
            painter.setBrush(Qt::NoBrush);
            painter.drawPolyline(placed(line->points(), target));
        }
    }
    painter.restore();
}

} // namespace foretop::app
