// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/sample.h"
#include "models/unit.h"

#include <QObject>
#include <QPointF>
#include <QString>
#include <QVector>

#include <memory>

namespace foretop::session {
class Session;
class TimeCursor;
} // namespace foretop::session

namespace foretop::models {

/// What one chart shows: series of one or more families, put through a function. In labelFormat
/// and sumBy, "source" is the session's source that told a series.
struct ChartSpec
{
    enum class Function { Value, Rate };
    struct Query
    {
        QString metric;
        metrics::Labels matching;
        Function function = Function::Value;
        QString
            labelFormat; ///< "{mode}", "{device} read": label names in braces; empty: all labels
        /// Series are summed into one per distinct value of these labels; empty with sum: into one.
        bool sum = false;
        QVector<QString> sumBy;
        double scale = 1; ///< -1 draws below the axis
        /// When set, divides by this metric's value with the same labels and source (a ratio), as
        /// 1 - x/y when complement. `matching` holds for it too, unless it is `metric` itself (the
        /// part that matches, of all).
        QString ratioOf;
        bool complement = false;
    };
    using Unit = models::Unit;
    QString key; ///< stable name; the shown title is the app's
    Unit unit = Unit::Number;
    bool stacked = false; ///< all series then have their points at the same times
    QVector<Query> queries;
    int maxSeries = 12; ///< the largest by last value are shown; how many are left out is told
};

struct ChartSeries
{
    QString label;
    QVector<QPointF> points; ///< x: ms since the epoch, y: value; NaN y is a gap
    double last = 0;
    double least = 0;
    double greatest = 0;
    double mean = 0;
};

/// Answers a ChartSpec for a session and its time cursor, reduced to at most two points a pixel
/// column. Computes on a worker; ready() comes in the GUI thread, at most once a frame.
class ChartQuery : public QObject
{
    Q_OBJECT

public:
    explicit ChartQuery(ChartSpec spec, QObject *parent = nullptr);
    ~ChartQuery() override;

    const ChartSpec &spec() const;
    void setSession(session::Session *session, session::TimeCursor *cursor);
    /// Width of the plot area; asks anew when it changes.
    void setColumns(int pixelColumns);
    /// A chart that is not on screen does not compute.
    void setActive(bool active);

    const QVector<ChartSeries> &series() const;
    int seriesLeftOut() const;
    qint64 fromMs() const;
    qint64 toMs() const;

Q_SIGNALS:
    void ready();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::models
