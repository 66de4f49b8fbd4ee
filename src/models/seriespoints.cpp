// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seriespoints.h"

#include <cmath>
#include <limits>

namespace foretop::models {

namespace {

using metrics::Column;
using metrics::Sample;

constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

QPointF pointAt(WallTime time, double value)
{
    return {static_cast<double>(msSinceEpoch(time)), std::isfinite(value) ? value : kNoValue};
}

/// Adds up values into statistics.
class Tally
{
public:
    void add(const Column &column)
    {
        m_all.last = column.last;
        addPart(column.min, column.max, column.sum, column.count);
    }
    void add(double value)
    {
        if (!std::isnan(value)) {
            m_all.last = value;
            addPart(value, value, value, 1);
        }
    }
    bool isEmpty() const { return m_count == 0; }
    SeriesStatistics statistics() const
    {
        if (isEmpty()) {
            return {kNoValue, kNoValue, kNoValue, kNoValue, kNoValue};
        }
        SeriesStatistics all = m_all;
        all.mean = all.sum / static_cast<double>(m_count);
        return all;
    }

private:
    void addPart(double least, double greatest, double sum, std::size_t count)
    {
        m_all.least = isEmpty() ? least : std::min(m_all.least, least);
        m_all.greatest = isEmpty() ? greatest : std::max(m_all.greatest, greatest);
        m_all.sum += sum;
        m_count += count;
    }

    SeriesStatistics m_all;
    std::size_t m_count = 0;
};

void addColumn(QVector<QPointF> &points, const Column &column)
{
    if (column.isAfterGap && !points.isEmpty()) {
        points.append(
            {(points.last().x() + static_cast<double>(msSinceEpoch(column.firstTime))) / 2,
             kNoValue});
    }
    if (column.firstTime == column.lastTime) {
        points.append(pointAt(column.lastTime, column.last));
        return;
    }
    // A line that ends where it is highest came from below.
    const bool rises = column.last - column.min >= column.max - column.last;
    points.append(pointAt(column.firstTime, rises ? column.min : column.max));
    points.append(pointAt(column.lastTime, rises ? column.max : column.min));
}

} // namespace

double SeriesStatistics::reduced(Reduction reduction) const
{
    switch (reduction) {
    case Reduction::Last:
        return last;
    case Reduction::Least:
        return least;
    case Reduction::Greatest:
        return greatest;
    case Reduction::Mean:
        return mean;
    case Reduction::Sum:
        return sum;
    }
    return last;
}

SeriesStatistics statisticsOf(const metrics::ColumnSeries &drawn)
{
    Tally tally;
    for (const Column &column : drawn.columns) {
        if (column.count > 0) {
            tally.add(column);
        }
    }
    if (tally.isEmpty() && drawn.before) {
        tally.add(drawn.before->value);
    }
    return tally.statistics();
}

SeriesStatistics statisticsOf(std::span<const Sample> samples, const PanelWindow &window)
{
    Tally tally;
    for (const Sample &sample : samples) {
        if (sample.time >= window.from) {
            tally.add(sample.value);
        }
    }
    if (tally.isEmpty() && !samples.empty()) {
        tally.add(samples.back().value);
    }
    return tally.statistics();
}

QVector<QPointF> pointsOf(const metrics::ColumnSeries &drawn)
{
    QVector<QPointF> points;
    points.reserve(static_cast<qsizetype>(2 * drawn.columns.size() + 2));
    if (drawn.before) {
        points.append(pointAt(drawn.before->time, drawn.before->value));
    }
    for (const Column &column : drawn.columns) {
        if (column.count > 0) {
            addColumn(points, column);
        }
    }
    if (drawn.after) {
        points.append(pointAt(drawn.after->time, drawn.after->value));
    }
    points.squeeze();
    return points;
}

QVector<QPointF> pointsOf(std::span<const Sample> samples, const PanelWindow &window,
                          bool allMoments)
{
    QVector<QPointF> points;
    auto next = samples.begin();
    WallTime moment = allMoments || samples.empty() ? window.firstMoment : samples.front().time;
    const WallTime last = allMoments || samples.empty() ? window.lastMoment : samples.back().time;
    if (samples.empty() && !allMoments) {
        return points;
    }
    for (; moment <= last; moment += window.step) {
        while (next != samples.end() && next->time < moment) {
            ++next;
        }
        const bool has = next != samples.end() && next->time == moment;
        const QPointF point = pointAt(moment, has ? next->value : kNoValue);
        const bool isInGap = !points.isEmpty() && std::isnan(points.last().y());
        if (allMoments || !std::isnan(point.y()) || !isInGap) {
            points.append(point);
        }
    }
    return points;
}

} // namespace foretop::models
