// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/familychart.h"

namespace foretop::app {

namespace {

using models::ChartSpec;

ChartSpec::Unit rateUnit(const QString &name)
{
    if (name.endsWith(QLatin1String("_bytes_total"))) {
        return ChartSpec::Unit::BytesPerSecond;
    }
    // Seconds spent a second are a share of the time.
    if (name.endsWith(QLatin1String("_seconds_total"))) {
        return ChartSpec::Unit::Ratio;
    }
    return ChartSpec::Unit::PerSecond;
}

} // namespace

ChartSpec::Unit familyUnit(const QString &name)
{
    QString base = name;
    if (base.endsWith(QLatin1String("_total"))) {
        base.chop(6);
    }
    if (base.endsWith(QLatin1String("_bytes"))) {
        return ChartSpec::Unit::Bytes;
    }
    // "..._time_seconds" is a moment since the epoch, not a duration.
    if (base.endsWith(QLatin1String("_seconds")) &&
        !base.endsWith(QLatin1String("_time_seconds"))) {
        return ChartSpec::Unit::Seconds;
    }
    if (base.endsWith(QLatin1String("_ratio"))) {
        return ChartSpec::Unit::Ratio;
    }
    return ChartSpec::Unit::Number;
}

models::ChartSpec familyChart(const QString &name, metrics::FamilyType type)
{
    ChartSpec spec;
    spec.key = QStringLiteral("family:") + name;
    ChartSpec::Query query;
    query.metric = name;
    const bool counts =
        type == metrics::FamilyType::Histogram || type == metrics::FamilyType::Summary;
    if (counts && !name.endsWith(QLatin1String("_count"))) {
        query.metric += QStringLiteral("_count");
    }
    const bool isCounter =
        counts || type == metrics::FamilyType::Counter || name.endsWith(QLatin1String("_total"));
    query.function = isCounter ? ChartSpec::Function::Rate : ChartSpec::Function::Value;
    spec.unit = isCounter ? rateUnit(query.metric) : familyUnit(name);
    spec.queries.push_back(query);
    return spec;
}

} // namespace foretop::app
