// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chartshape.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace foretop::app {

namespace {

void bridgeShortestGaps(QVector<Segment> &pieces)
{
    while (pieces.size() > kMaxSegments) {
        qsizetype shortest = 0;
        double least = std::numeric_limits<double>::max();
        for (qsizetype i = 0; i + 1 < pieces.size(); ++i) {
            const double gap = pieces[i + 1].front().x() - pieces[i].back().x();
            if (gap < least) {
                least = gap;
                shortest = i;
            }
        }
        pieces[shortest] += pieces[shortest + 1];
        pieces.removeAt(shortest + 1);
    }
}

bool isZero(const QVector<QPointF> &points)
{
    return std::none_of(points.begin(), points.end(),
                        [](const QPointF &point) { return point.y() != 0; });
}

// Puts one series on what is below it at each of its points.
Layer layerOf(const QVector<QPointF> &points, QVector<double> &base)
{
    Layer layer;
    base.resize(std::max(base.size(), points.size()));
    bool open = false;
    for (qsizetype i = 0; i < points.size(); ++i) {
        const bool present = !std::isnan(points[i].y());
        if (present && !open) {
            layer.upper.emplace_back();
            layer.lower.emplace_back();
        }
        open = present;
        if (present) {
            layer.lower.back().emplace_back(points[i].x(), base[i]);
            base[i] += points[i].y();
            layer.upper.back().emplace_back(points[i].x(), base[i]);
        }
    }
    bridgeShortestGaps(layer.upper);
    bridgeShortestGaps(layer.lower);
    return layer;
}

bool areAtTheSameTimes(const QVector<QVector<QPointF>> &series)
{
    const QVector<QPointF> *first = nullptr;
    for (const auto &points : series) {
        if (points.isEmpty()) {
            continue;
        }
        first = first ? first : &points;
        const bool isSame =
            std::equal(points.begin(), points.end(), first->begin(), first->end(),
                       [](const QPointF &a, const QPointF &b) { return a.x() == b.x(); });
        if (!isSame) {
            return false;
        }
    }
    return true;
}

/// @p points at @p times; between two of them on the line that joins them.
QVector<QPointF> sampled(const QVector<QPointF> &points, const QVector<double> &times)
{
    QVector<QPointF> at;
    at.reserve(times.size());
    auto next = points.begin();
    for (const double time : times) {
        next = std::find_if(next, points.end(), [time](const auto &p) { return p.x() >= time; });
        double value = std::numeric_limits<double>::quiet_NaN();
        if (next != points.end() && next->x() == time) {
            value = next->y();
        } else if (next != points.end() && next != points.begin()) {
            const QPointF &before = *std::prev(next);
            value = before.y() +
                    (next->y() - before.y()) * (time - before.x()) / (next->x() - before.x());
        }
        at.emplace_back(time, value);
    }
    return at;
}

} // namespace

QVector<Segment> segments(const QVector<QPointF> &points)
{
    QVector<Segment> pieces;
    bool open = false;
    for (const QPointF &point : points) {
        const bool present = !std::isnan(point.y());
        if (present && !open) {
            pieces.emplace_back();
        }
        open = present;
        if (present) {
            pieces.back().push_back(point);
        }
    }
    bridgeShortestGaps(pieces);
    return pieces;
}

QVector<QVector<QPointF>> aligned(const QVector<QVector<QPointF>> &series)
{
    if (areAtTheSameTimes(series)) {
        return series;
    }
    QVector<double> times;
    for (const auto &points : series) {
        for (const QPointF &point : points) {
            times << point.x();
        }
    }
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    QVector<QVector<QPointF>> result;
    for (const auto &points : series) {
        result << (points.isEmpty() ? points : sampled(points, times));
    }
    return result;
}

QVector<Layer> stacked(std::span<const QVector<QPointF>> series)
{
    QVector<Layer> layers;
    QVector<double> base;
    for (const auto &points : series) {
        layers.push_back(isZero(points) ? Layer() : layerOf(points, base));
    }
    return layers;
}

std::optional<QPointF> nearest(const QVector<QPointF> &points, double ms, double withinMs)
{
    const auto after = std::lower_bound(points.begin(), points.end(), ms,
                                        [](const QPointF &p, double x) { return p.x() < x; });
    std::optional<QPointF> best;
    double distance = withinMs;
    const auto consider = [&](const QPointF &point) {
        if (std::abs(point.x() - ms) <= distance) {
            distance = std::abs(point.x() - ms);
            best = point;
        }
    };
    if (after != points.end()) {
        consider(*after);
    }
    if (after != points.begin()) {
        consider(*std::prev(after));
    }
    return best;
}

double valueAt(const QVector<QPointF> &points, double ms, double withinMs)
{
    const auto point = nearest(points, ms, withinMs);
    return point ? point->y() : std::numeric_limits<double>::quiet_NaN();
}

} // namespace foretop::app
