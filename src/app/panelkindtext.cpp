// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panelkindtext.h"

#include <QCoreApplication>

namespace foretop::app {

using models::LegendKind;
using models::LineStyle;
using models::PanelKind;
using models::Reduction;
using models::Unit;

namespace {

class PanelTexts
{
    Q_DECLARE_TR_FUNCTIONS(PanelTexts)

public:
    static QString of(PanelKind kind)
    {
        switch (kind) {
        case PanelKind::TimeSeries:
            return tr("Time series");
        case PanelKind::Bars:
            return tr("Bars");
        case PanelKind::Stat:
            return tr("Single value");
        case PanelKind::Gauge:
            return tr("Gauge");
        case PanelKind::HeatMap:
            return tr("Heat map");
        case PanelKind::Table:
            return tr("Table");
        case PanelKind::TopN:
            break;
        }
        return tr("Largest");
    }

    static QString of(LineStyle style)
    {
        switch (style) {
        case LineStyle::Lines:
            return tr("Lines");
        case LineStyle::Area:
            return tr("Areas");
        case LineStyle::Stacked:
            break;
        }
        return tr("Stacked areas");
    }

    static QString of(LegendKind legend)
    {
        switch (legend) {
        case LegendKind::None:
            return tr("None");
        case LegendKind::Line:
            return tr("Names");
        case LegendKind::Table:
            break;
        }
        return tr("Table with values");
    }

    static QString of(Reduction reduction)
    {
        switch (reduction) {
        case Reduction::Last:
            return tr("Last value");
        case Reduction::Least:
            return tr("Least value");
        case Reduction::Greatest:
            return tr("Greatest value");
        case Reduction::Mean:
            return tr("Average");
        case Reduction::Sum:
            break;
        }
        return tr("Sum");
    }

    static QString of(Unit unit)
    {
        switch (unit) {
        case Unit::Auto:
            return tr("automatic");
        case Unit::Number:
            return tr("number");
        case Unit::Bytes:
            return tr("bytes");
        case Unit::BytesPerSecond:
            return tr("bytes per second");
        case Unit::BitsPerSecond:
            return tr("bits per second");
        case Unit::Ratio:
            return tr("ratio (1 is 100 %)");
        case Unit::Percent:
            return tr("per cent (100 is all)");
        case Unit::PerSecond:
            return tr("per second");
        case Unit::Seconds:
            return tr("seconds");
        case Unit::Milliseconds:
            return tr("milliseconds");
        case Unit::Moment:
            break;
        }
        return tr("date and time");
    }
};

} // namespace

QString panelKindText(PanelKind kind)
{
    return PanelTexts::of(kind);
}

QString panelKindIcon(PanelKind kind)
{
    switch (kind) {
    case PanelKind::TimeSeries:
        return QStringLiteral("panel-series");
    case PanelKind::Bars:
        return QStringLiteral("panel-bars");
    case PanelKind::Stat:
        return QStringLiteral("panel-stat");
    case PanelKind::Gauge:
        return QStringLiteral("panel-gauge");
    case PanelKind::HeatMap:
        return QStringLiteral("panel-heatmap");
    case PanelKind::Table:
        return QStringLiteral("panel-table");
    case PanelKind::TopN:
        break;
    }
    return QStringLiteral("panel-top");
}

QString lineStyleText(LineStyle style)
{
    return PanelTexts::of(style);
}

QString legendKindText(LegendKind legend)
{
    return PanelTexts::of(legend);
}

QString reductionText(Reduction reduction)
{
    return PanelTexts::of(reduction);
}

QString unitText(Unit unit)
{
    return PanelTexts::of(unit);
}

} // namespace foretop::app
