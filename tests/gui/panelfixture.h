// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/crosshairlink.h"
#include "app/panelbody.h"
#include "app/valuetext.h"
#include "pagefixture.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <memory>
#include <numeric>

namespace foretop::app {

inline constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
inline constexpr qint64 kFrom = 1'700'000'000'000;

/// A series with @p values from kFrom on, one every @p stepMs.
inline models::PanelSeries panelSeries(const QString &label, const QVector<double> &values,
                                       qint64 stepMs = 10'000, int target = 0)
{
    models::PanelSeries series;
    series.label = label;
    series.target = target;
    series.key = {"metric", {{"name", label.toStdString()}}};
    series.last = series.least = series.greatest = series.mean = series.sum = kNone;
    int count = 0;
    for (const double value : values) {
        series.points.emplace_back(double(kFrom + stepMs * series.points.size()), value);
        if (!std::isnan(value)) {
            series.last = value;
            series.least = std::fmin(series.least, value);
            series.greatest = std::fmax(series.greatest, value);
            series.sum = count++ > 0 ? series.sum + value : value;
        }
    }
    series.mean = count > 0 ? series.sum / count : kNone;
    series.reduced = series.last;
    return series;
}

inline std::shared_ptr<models::PanelAnswer>
panelAnswer(QVector<models::PanelSeries> series, qint64 spanMs = 60'000, qint64 stepMs = 10'000)
{
    auto answer = std::make_shared<models::PanelAnswer>();
    answer->series = std::move(series);
    answer->fromMs = kFrom;
    answer->toMs = kFrom + spanMs;
    answer->stepMs = stepMs;
    return answer;
}

/// A panel without its query, on screen; the time cursor shows kFrom and the minute after it.
class PanelFixture : public PageFixture
{
public:
    explicit PanelFixture(const models::PanelSpec &spec, const QSize &size = {500, 300})
        : body(context(), crosshair, spec)
    {
        theme.setAppearance(Appearance::Light);
        cursor.setWindow(wallTimeFromMs(kFrom), wallTimeFromMs(kFrom + 60'000));
        QObject::connect(&cursor, &session::TimeCursor::changed, &body, [this] {
            body.view().setWindow(msSinceEpoch(cursor.from()), msSinceEpoch(cursor.at()));
        });
        body.resize(size);
        body.show();
    }
    void give(const std::shared_ptr<models::PanelAnswer> &answer, bool isPending = false)
    {
        body.setAnswer(answer, isPending);
        body.view().setWindow(answer->fromMs, answer->toMs);
    }
    template <typename View>
    View &view() const
    {
        return dynamic_cast<View &>(body.view());
    }

    CrosshairLink crosshair;
    PanelBody body;
};

inline models::PanelSpec panelSpec(models::PanelKind kind, Unit unit = Unit::Number)
{
    models::PanelSpec spec;
    spec.title = QStringLiteral("Load");
    spec.kind = kind;
    spec.unit = unit;
    spec.targets.resize(1);
    return spec;
}

} // namespace foretop::app
