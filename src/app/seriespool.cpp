// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seriespool.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>

namespace foretop::app {

namespace {

QColor mixed(const QColor &a, const QColor &b, float share)
{
    return QColor::fromRgbF(a.redF() * share + b.redF() * (1 - share),
                            a.greenF() * share + b.greenF() * (1 - share),
                            a.blueF() * share + b.blueF() * (1 - share));
}

template <typename Series>
void hideFrom(const std::vector<Series *> &series, std::size_t used)
{
    for (std::size_t i = used; i < series.size(); ++i) {
        series[i]->setVisible(false);
    }
}

} // namespace

SeriesPool::SeriesPool(QChart &chart, QAbstractAxis &xAxis, QAbstractAxis &yAxis,
                       const Theme &theme)
    : m_chart(chart)
    , m_xAxis(xAxis)
    , m_yAxis(yAxis)
    , m_theme(theme)
{
}

void SeriesPool::drawLines(const QVector<QVector<Segment>> &lines)
{
    setStacked(false, 0);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        std::size_t piece = 0;
        for (const Segment &segment : lines[i]) {
            line(i, piece++)->replace(segment);
        }
        hideFrom(track(i).lines, piece);
        hideFrom(track(i).areas, 0);
    }
    hideUnused(lines.size());
}

void SeriesPool::drawLayers(const QVector<Layer> &layers)
{
    setStacked(false, 0);
    for (qsizetype i = 0; i < layers.size(); ++i) {
        const Layer &layer = layers[i];
        for (qsizetype piece = 0; piece < layer.upper.size(); ++piece) {
            QAreaSeries *shape = area(i, static_cast<std::size_t>(piece));
            shape->upperSeries()->replace(layer.upper[piece]);
            shape->lowerSeries()->replace(layer.lower[piece]);
            // An area's own pen would also draw its sides and its lower edge.
            line(i, static_cast<std::size_t>(piece))->replace(layer.upper[piece]);
        }
        hideFrom(track(i).areas, static_cast<std::size_t>(layer.upper.size()));
        hideFrom(track(i).lines, static_cast<std::size_t>(layer.upper.size()));
    }
    hideUnused(layers.size());
}

void SeriesPool::drawStack(const QVector<Segment> &layers, double floor)
{
    setStacked(true, layers.size());
    // A chart draws its series in the order in which they were added to it.
    for (qsizetype at = 0; at < layers.size(); ++at) {
        const Segment &edge = layers[layers.size() - 1 - at];
        hideFrom(track(at).lines, 0);
        hideFrom(track(at).areas, edge.isEmpty() ? 0 : 1);
        if (!edge.isEmpty()) {
            QAreaSeries *shape = area(at, 0);
            shape->upperSeries()->replace(edge);
            shape->lowerSeries()->replace(
                Segment{{edge.front().x(), floor}, {edge.back().x(), floor}});
        }
    }
    hideUnused(layers.size());
}

void SeriesPool::setStacked(bool isStacked, qsizetype layers)
{
    if (isStacked != m_isStacked || layers != m_stackedLayers) {
        m_isStacked = isStacked;
        m_stackedLayers = layers;
        restyle();
    }
}

QColor SeriesPool::colour(qsizetype index) const
{
    return m_theme.series(static_cast<int>(m_isStacked ? m_stackedLayers - 1 - index : index));
}

void SeriesPool::setLineWidth(double width)
{
    if (width != m_lineWidth) {
        m_lineWidth = width;
        restyle();
    }
}

void SeriesPool::setAreaAlpha(float alpha)
{
    if (alpha != m_areaAlpha) {
        m_areaAlpha = alpha;
        restyle();
    }
}

// Caps that are not round and thin lines have their own fast ways in QPainter's raster engine.
void SeriesPool::style(QLineSeries &line, qsizetype index) const
{
    line.setPen(QPen(colour(index), m_lineWidth, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
}

void SeriesPool::style(QAreaSeries &area, qsizetype index) const
{
    QColor fill = colour(index);
    if (m_isStacked) {
        fill = mixed(fill, m_theme.cardBackground(), m_areaAlpha);
    } else {
        fill.setAlphaF(m_areaAlpha);
    }
    area.setPen(Qt::NoPen);
    area.setBrush(fill);
}

void SeriesPool::restyle()
{
    for (std::size_t i = 0; i < m_tracks.size(); ++i) {
        for (auto *one : m_tracks[i].lines) {
            style(*one, static_cast<qsizetype>(i));
        }
        for (auto *one : m_tracks[i].areas) {
            style(*one, static_cast<qsizetype>(i));
        }
    }
}

qsizetype SeriesPool::pointCount() const
{
    qsizetype count = 0;
    for (const Track &one : m_tracks) {
        for (const auto *shape : one.lines) {
            count += shape->isVisible() ? shape->count() : 0;
        }
        for (const auto *shape : one.areas) {
            count += m_isStacked && shape->isVisible() ? shape->upperSeries()->count() : 0;
        }
    }
    return count;
}

SeriesPool::Track &SeriesPool::track(qsizetype index)
{
    const auto at = static_cast<std::size_t>(index);
    if (m_tracks.size() <= at) {
        m_tracks.resize(at + 1);
    }
    return m_tracks[at];
}

QLineSeries *SeriesPool::line(qsizetype index, std::size_t piece)
{
    auto &lines = track(index).lines;
    while (lines.size() <= piece) {
        auto *fresh = new QLineSeries(&m_chart);
        style(*fresh, index);
        m_chart.addSeries(fresh);
        fresh->attachAxis(&m_xAxis);
        fresh->attachAxis(&m_yAxis);
        lines.push_back(fresh);
    }
    lines[piece]->setVisible(true);
    return lines[piece];
}

QAreaSeries *SeriesPool::area(qsizetype index, std::size_t piece)
{
    auto &areas = track(index).areas;
    while (areas.size() <= piece) {
        auto *fresh = new QAreaSeries(new QLineSeries(&m_chart), new QLineSeries(&m_chart));
        style(*fresh, index);
        m_chart.addSeries(fresh);
        fresh->attachAxis(&m_xAxis);
        fresh->attachAxis(&m_yAxis);
        areas.push_back(fresh);
    }
    areas[piece]->setVisible(true);
    return areas[piece];
}

void SeriesPool::hideUnused(qsizetype usedTracks)
{
    for (auto i = static_cast<std::size_t>(usedTracks); i < m_tracks.size(); ++i) {
        hideFrom(m_tracks[i].lines, 0);
        hideFrom(m_tracks[i].areas, 0);
    }
}

} // namespace foretop::app
