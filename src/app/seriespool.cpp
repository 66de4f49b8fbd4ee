// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seriespool.h"

#include <QAreaSeries>
#include <QChart>
#include <QLineSeries>

namespace foretop::app {

namespace {

constexpr double kLineWidth = 1.7;
constexpr float kAreaAlpha = 0.62F;

void style(QLineSeries &line, const QColor &colour)
{
    line.setPen(QPen(colour, kLineWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

void style(QAreaSeries &area, const QColor &colour)
{
    QColor fill = colour;
    fill.setAlphaF(kAreaAlpha);
    area.setPen(Qt::NoPen);
    area.setBrush(fill);
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

void SeriesPool::drawLines(const QVector<models::ChartSeries> &series)
{
    for (qsizetype i = 0; i < series.size(); ++i) {
        std::size_t piece = 0;
        for (const Segment &segment : segments(series[i].points)) {
            line(i, piece++)->replace(segment);
        }
        hideFrom(track(i).lines, piece);
    }
    hideUnused(series.size());
}

void SeriesPool::drawLayers(const QVector<Layer> &layers)
{
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

void SeriesPool::restyle()
{
    for (std::size_t i = 0; i < m_tracks.size(); ++i) {
        const QColor colour = m_theme.series(static_cast<int>(i));
        for (auto *one : m_tracks[i].lines) {
            style(*one, colour);
        }
        for (auto *one : m_tracks[i].areas) {
            style(*one, colour);
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
        style(*fresh, m_theme.series(static_cast<int>(index)));
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
        style(*fresh, m_theme.series(static_cast<int>(index)));
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
