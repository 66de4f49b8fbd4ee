// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/thresholds.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace foretop::app {

namespace {

struct LevelWord
{
    Q_DECLARE_TR_FUNCTIONS(foretop::app::LevelWord)
};

} // namespace

std::optional<ThresholdLevel> levelOf(double value, const QVector<models::Threshold> &thresholds)
{
    std::optional<ThresholdLevel> level;
    for (const models::Threshold &threshold : thresholds) {
        if (value >= threshold.from) {
            level = threshold.level;
        }
    }
    return level;
}

StateLook lookOf(ThresholdLevel level)
{
    switch (level) {
    case ThresholdLevel::Warning:
        return {Tone::Warning, QStringLiteral("degraded"), LevelWord::tr("warning")};
    case ThresholdLevel::Critical:
        return {Tone::Bad, QStringLiteral("critical"), LevelWord::tr("critical")};
    case ThresholdLevel::Normal:
        break;
    }
    return {Tone::Good, QStringLiteral("healthy"), LevelWord::tr("normal")};
}

void paintSign(QPainter &painter, const QRectF &area, ThresholdLevel level, const Theme &theme)
{
    const double unit = std::min(area.width(), area.height()) / 12;
    const QPointF middle = area.center();
    const auto at = [&](double x, double y) { return middle + QPointF(x, y) * unit; };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(theme.tone(lookOf(level).tone), 1.2 * unit, Qt::SolidLine, Qt::RoundCap,
                        Qt::RoundJoin));
    if (level == ThresholdLevel::Normal) {
        painter.drawEllipse(middle, 5 * unit, 5 * unit);
        painter.drawPolyline(QPolygonF{at(-2.3, 0.2), at(-0.6, 1.9), at(2.5, -1.6)});
    } else {
        if (level == ThresholdLevel::Warning) {
            painter.drawPolygon(QPolygonF{at(0, -5), at(5.5, 4.6), at(-5.5, 4.6)});
        } else {
            painter.drawPolygon(QPolygonF{at(-2.3, -5.5), at(2.3, -5.5), at(5.5, -2.3),
                                          at(5.5, 2.3), at(2.3, 5.5), at(-2.3, 5.5), at(-5.5, 2.3),
                                          at(-5.5, -2.3)});
        }
        painter.drawLine(at(0, -2.2), at(0, 0.8));
        painter.drawLine(at(0, 2.8), at(0, 2.9));
    }
    painter.restore();
}

QVector<Band> bandsWithin(const QVector<models::Threshold> &thresholds, double least,
                          double greatest)
{
    QVector<Band> bands;
    for (qsizetype i = 0; i < thresholds.size(); ++i) {
        const double next = i + 1 < thresholds.size() ? thresholds[i + 1].from : greatest;
        const Band band{std::max(thresholds[i].from, least), std::min(next, greatest),
                        thresholds[i].level};
        if (band.to > band.from) {
            bands << band;
        }
    }
    return bands;
}

} // namespace foretop::app
