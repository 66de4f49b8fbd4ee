// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeseriesview.h"

#include "app/labelcolumns.h"
#include "app/momenttext.h"
#include "app/thresholds.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <limits>

namespace foretop::app {

namespace {

using models::LineStyle;

constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();
constexpr int kPixelsPerMark = 36;
constexpr float kPaleArea = 0.16F;
constexpr float kStackedArea = 0.75F;
constexpr float kBandAlpha = 0.09F;
/// A value counts as under the crosshair within so many steps of its answer or so many pixels.
constexpr double kNearSteps = 1.0;
constexpr double kNearPixels = 4;

/// The sums of what is stacked, as one line.
QVector<QPointF> sums(const QVector<Layer> &layers)
{
    QVector<QPointF> all;
    for (const Layer &layer : layers) {
        for (const Segment &piece : layer.upper) {
            all += piece;
        }
    }
    return all;
}

/// Areas from @p level to @p pieces.
Layer areaTo(const QVector<Segment> &pieces, double level)
{
    Layer layer;
    layer.upper = pieces;
    for (const Segment &piece : pieces) {
        layer.lower << Segment{{piece.front().x(), level}, {piece.back().x(), level}};
    }
    return layer;
}

/// Joins @p piece to @p edge along @p floor, where nothing is filled.
void addPiece(Segment &edge, const Segment &piece, double floor)
{
    if (!edge.isEmpty()) {
        edge << QPointF(edge.back().x(), floor) << QPointF(piece.front().x(), floor);
    }
    edge += piece;
}

struct Hit
{
    QPointF point;
    qsizetype series;
};

} // namespace

TimeSeriesView::TimeSeriesView(const PageContext &context, CrosshairLink &crosshair,
                               QWidget *parent)
    : TimeView(context, crosshair, parent)
    , m_scene(context.theme)
{
}

void TimeSeriesView::setSpec(const models::PanelSpec &spec)
{
    m_isScaled = false;
    TimeView::setSpec(spec);
}

bool TimeSeriesView::hasData() const
{
    const auto &series = answer().series;
    return std::any_of(series.begin(), series.end(),
                       [](const auto &one) { return !one.points.isEmpty(); });
}

void TimeSeriesView::restyle()
{
    m_scene.restyle();
    TimeView::restyle();
}

QVector<QVector<QPointF>> TimeSeriesView::shownPoints() const
{
    QVector<QVector<QPointF>> points;
    for (const auto &series : answer().series) {
        points << (isShown(series) ? series.points : QVector<QPointF>());
        for (qsizetype i = 0; i < points.back().size(); ++i) {
            if (std::isinf(points.back().at(i).y())) {
                points.back()[i].setY(kNoValue);
            }
        }
    }
    return spec().style == LineStyle::Stacked ? aligned(points) : points;
}

QVector<TimeView::Mark> TimeSeriesView::prepare(int height)
{
    const auto points = shownPoints();
    scale(spec().style == LineStyle::Stacked ? QVector<QVector<QPointF>>{sums(stacked(points))}
                                             : points,
          height);
    m_scene.resize(QSizeF(plot().size()));
    feed(points);
    QVector<Mark> marks;
    for (const Tick &tick : m_axis.ticks) {
        marks << Mark{.at = levelAt(tick.at), .text = tick.label, .isZero = tick.at == 0};
    }
    return marks;
}

void TimeSeriesView::scale(const QVector<QVector<QPointF>> &drawn, int height)
{
    double least = kNoValue;
    double greatest = kNoValue;
    for (const auto &points : drawn) {
        for (const QPointF &point : points) {
            if (std::isfinite(point.y())) {
                least = std::fmin(least, point.y());
                greatest = std::fmax(greatest, point.y());
            }
        }
    }
    const int wanted = std::clamp(height / kPixelsPerMark, 2, 6);
    const Unit unit = spec().unit;
    const ValueAxis fresh = boundedAxis(app::valueAxis(least, greatest, unit, wanted), spec().least,
                                        spec().greatest, unit, wanted);
    // The axis grows at once but shrinks only by half, so that it does not breathe with the data.
    const bool grows = fresh.greatest > m_axis.greatest || fresh.least < m_axis.least;
    const bool halves = fresh.greatest - fresh.least <= (m_axis.greatest - m_axis.least) / 2;
    const bool isOfAnotherHeight = std::abs(m_axis.ticks.size() - 1 - wanted) > 2;
    if (!m_isScaled || grows || halves || isOfAnotherHeight) {
        m_axis = fresh;
    }
    m_isScaled = !std::isnan(least);
}

void TimeSeriesView::feed(const QVector<QVector<QPointF>> &points)
{
    const double base = levelAt(std::clamp(0.0, m_axis.least, m_axis.greatest));
    if (spec().style == LineStyle::Lines) {
        QVector<QVector<Segment>> lines;
        for (const auto &one : points) {
            lines << segments(placed(one));
        }
        m_scene.setLines(lines);
        return;
    }
    QVector<Layer> layers;
    if (spec().style == LineStyle::Area) {
        for (const auto &one : points) {
            layers << areaTo(segments(placed(one)), base);
        }
        m_scene.setLayers(layers, kPaleArea);
        return;
    }
    QVector<Segment> stack;
    for (const Layer &layer : stacked(points)) {
        stack << Segment();
        for (const Segment &piece : layer.upper) {
            addPiece(stack.back(), placed(piece), base);
        }
    }
    m_scene.setStack(stack, base, kStackedArea);
}

double TimeSeriesView::levelAt(double value) const
{
    return (value - m_axis.least) / (m_axis.greatest - m_axis.least);
}

QVector<QPointF> TimeSeriesView::placed(const QVector<QPointF> &points) const
{
    const auto from = static_cast<double>(answer().fromMs);
    const double span = std::max(1.0, static_cast<double>(answer().toMs) - from);
    QVector<QPointF> inPlot;
    inPlot.reserve(points.size());
    for (const QPointF &point : points) {
        inPlot.emplace_back((point.x() - from) / span, levelAt(point.y()));
    }
    return inPlot;
}

void TimeSeriesView::paintBackground(QPainter &painter, const QRectF &area) const
{
    if (!hasData()) {
        return;
    }
    const auto yAt = [&](double value) { return area.bottom() - levelAt(value) * area.height(); };
    for (const Band &band : bandsWithin(spec().thresholds, m_axis.least, m_axis.greatest)) {
        if (band.level == ThresholdLevel::Normal) {
            continue;
        }
        QColor colour = theme().tone(lookOf(band.level).tone);
        if (band.from > m_axis.least) {
            painter.setPen(QPen(colour, 1, Qt::DashLine));
            const double y = std::round(yAt(band.from)) + 0.5;
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
        }
        colour.setAlphaF(kBandAlpha);
        painter.fillRect(
            QRectF(QPointF(area.left(), yAt(band.to)), QPointF(area.right(), yAt(band.from))),
            colour);
    }
}

void TimeSeriesView::paintData(QPainter &painter, const QRectF &area, Medium medium)
{
    if (medium == Medium::Vector) {
        m_scene.paintStrokes(painter, area);
    } else {
        m_scene.paint(painter, area);
    }
}

TipContent TimeSeriesView::tipAt(qint64 ms, double) const
{
    const double within =
        std::max(kNearSteps * static_cast<double>(answer().stepMs),
                 kNearPixels * static_cast<double>(answer().toMs - answer().fromMs) / columns());
    QVector<Hit> hits;
    for (qsizetype i = 0; i < answer().series.size(); ++i) {
        const auto &series = answer().series[i];
        const auto point =
            isShown(series) ? nearest(series.points, double(ms), within) : std::optional<QPointF>();
        if (point && std::isfinite(point->y())) {
            hits << Hit{*point, i};
        }
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const Hit &a, const Hit &b) { return a.point.y() > b.point.y(); });
    const double at = hits.isEmpty() ? double(ms) : hits.front().point.x();
    TipContent tip;
    tip.title = clockText(QDateTime::fromMSecsSinceEpoch(std::llround(at)));
    for (const Hit &hit : hits) {
        TipContent::Row row{.colour = theme().series(static_cast<int>(hit.series)),
                            .name = shownName(answer().series[hit.series]),
                            .value = exactText(hit.point.y(), spec().unit)};
        if (hit.point.x() != at) {
            row.name +=
                u' ' + clockText(QDateTime::fromMSecsSinceEpoch(std::llround(hit.point.x())));
        }
        const auto level = levelOf(hit.point.y(), spec().thresholds);
        if (level && *level != ThresholdLevel::Normal) {
            row.word = lookOf(*level).word;
            row.wordColour = theme().tone(lookOf(*level).tone);
        }
        tip.rows << row;
    }
    return tip;
}

} // namespace foretop::app
