// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chartshape.h"
#include "app/theme.h"

#include <vector>

class QAbstractAxis;
class QAreaSeries;
class QChart;
class QLineSeries;

namespace foretop::app {

/// The Qt Charts series that draw one chart: for each of its series as many lines or areas as that
/// has unbroken pieces. They are kept and hidden when fewer are needed, since adding one to a
/// chart lays out all of it. GUI thread.
class SeriesPool
{
public:
    /// All must outlive the pool.
    SeriesPool(QChart &chart, QAbstractAxis &xAxis, QAbstractAxis &yAxis, const Theme &theme);

    /// Line i, in the theme's colour i, has the pieces @p lines[i]; it may have none.
    void drawLines(const QVector<QVector<Segment>> &lines);
    void drawLayers(const QVector<Layer> &layers);
    /// Areas from @p floor up to @p layers that cover each other, the last at the back. Each is one
    /// piece: a second would come in front of all.
    void drawStack(const QVector<Segment> &layers, double floor);
    /// Width in pixels; more than 1 is many times slower to draw.
    void setLineWidth(double width);
    /// How much of an area's colour covers what is below it, 0 to 1.
    void setAreaAlpha(float alpha);
    /// Takes the theme's colours anew.
    void restyle();
    /// Points drawn at present, over all lines and upper edges of areas.
    qsizetype pointCount() const;

private:
    struct Track
    {
        std::vector<QLineSeries *> lines;
        std::vector<QAreaSeries *> areas;
    };

    Track &track(qsizetype index);
    QLineSeries *line(qsizetype index, std::size_t piece);
    QAreaSeries *area(qsizetype index, std::size_t piece);
    void hideUnused(qsizetype usedTracks);
    void setStacked(bool isStacked, qsizetype layers);
    QColor colour(qsizetype index) const;
    void style(QLineSeries &line, qsizetype index) const;
    void style(QAreaSeries &area, qsizetype index) const;

    QChart &m_chart;
    QAbstractAxis &m_xAxis;
    QAbstractAxis &m_yAxis;
    const Theme &m_theme;
    std::vector<Track> m_tracks;
    double m_lineWidth = 1.7;
    float m_areaAlpha = 0.62F;
    bool m_isStacked = false;
    qsizetype m_stackedLayers = 0; ///< the first track draws the last of them
};

} // namespace foretop::app
