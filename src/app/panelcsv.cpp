// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panelcsv.h"

#include "app/labelcolumns.h"

#include <QDateTime>
#include <QLocale>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace foretop::app {

namespace {

using models::PanelAnswer;
using models::PanelSeries;

QString cell(const QString &text)
{
    const bool isSpecial = std::any_of(text.begin(), text.end(), [](QChar c) {
        return c == u',' || c == u'"' || c == u'\r' || c == u'\n';
    });
    return isSpecial ? u'"' + QString(text).replace(u'"', QStringLiteral("\"\"")) + u'"' : text;
}

QString number(double value)
{
    if (std::isnan(value)) {
        return {};
    }
    if (std::isinf(value)) {
        return value > 0 ? QStringLiteral("+Inf") : QStringLiteral("-Inf");
    }
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

QString moment(double ms)
{
    return QDateTime::fromMSecsSinceEpoch(std::llround(ms), Qt::UTC).toString(Qt::ISODateWithMs);
}

void addLine(QString &csv, const QStringList &cells)
{
    for (qsizetype i = 0; i < cells.size(); ++i) {
        csv += (i > 0 ? QStringLiteral(",") : QString()) + cell(cells[i]);
    }
    csv += QStringLiteral("\r\n");
}

QVector<double> timesOf(const QVector<const PanelSeries *> &series)
{
    QVector<double> times;
    for (const auto *one : series) {
        for (const QPointF &point : one->points) {
            times << point.x();
        }
    }
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

QString timesCsv(const QVector<const PanelSeries *> &series)
{
    QStringList head{QStringLiteral("time")};
    for (const auto *one : series) {
        head << one->label;
    }
    QString csv;
    addLine(csv, head);
    QVector<qsizetype> next(series.size(), 0);
    const auto isDue = [&](qsizetype i, double time) {
        return next[i] < series[i]->points.size() && series[i]->points[next[i]].x() <= time;
    };
    for (const double time : timesOf(series)) {
        // The least and the greatest of a pixel's column may be told for one moment: two lines.
        for (bool isMore = true; isMore;) {
            isMore = false;
            QStringList cells{moment(time)};
            for (qsizetype i = 0; i < series.size(); ++i) {
                cells << (isDue(i, time) ? number(series[i]->points[next[i]++].y()) : QString());
                isMore = isMore || isDue(i, time);
            }
            addLine(csv, cells);
        }
    }
    return csv;
}

QString heatMapCsv(const models::HeatMap &map)
{
    QStringList head{QStringLiteral("time")};
    for (const double bound : map.bounds) {
        head << number(bound);
    }
    QString csv;
    addLine(csv, head);
    for (int column = 0; column < map.columns; ++column) {
        QStringList cells{moment(double(map.firstMs + column * map.stepMs))};
        for (qsizetype bucket = 0; bucket < map.bounds.size(); ++bucket) {
            cells << number(map.values.value(bucket * map.columns + column, std::nan("")));
        }
        addLine(csv, cells);
    }
    return csv;
}

QString valuesCsv(const QVector<const PanelSeries *> &series)
{
    const QStringList labels = labelColumns(series);
    QString csv;
    addLine(csv,
            QStringList{QStringLiteral("series")} + labels + QStringList{QStringLiteral("value")});
    for (const auto *one : series) {
        QStringList cells{one->label};
        for (const QString &label : labels) {
            cells << labelValue(*one, label);
        }
        addLine(csv, cells << number(one->reduced));
    }
    return csv;
}

} // namespace

QString panelCsv(models::PanelKind kind, const PanelAnswer &answer,
                 const std::function<bool(const PanelSeries &)> &isShown)
{
    if (kind == models::PanelKind::HeatMap) {
        return heatMapCsv(answer.heatMap.value_or(models::HeatMap()));
    }
    QVector<const PanelSeries *> series;
    for (const auto &one : answer.series) {
        if (isShown(one)) {
            series << &one;
        }
    }
    return kind == models::PanelKind::TimeSeries ? timesCsv(series) : valuesCsv(series);
}

} // namespace foretop::app
