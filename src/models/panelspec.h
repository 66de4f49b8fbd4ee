// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/unit.h"

#include <QRect>
#include <QString>
#include <QVector>

#include <optional>

namespace foretop::models {

/// One expression of a panel (docs/expressions.md; of a Prometheus source all of PromQL).
///
/// Before it is evaluated these stand for durations, as in Grafana: $__interval (the step, about
/// two pixels), $__rate_interval (a window that holds at least four samples and no less than the
/// step: what rate() wants), $__range (all that is shown); and $name or ${name} for a variable of
/// the dashboard.
struct PanelTarget
{
    QString expression;
    /// How its series are named: label names in double braces, "{{method}} {{code}}"; empty: the
    /// labels in which the series of the panel differ.
    QString legend;
    bool isHidden = false; ///< kept in the panel but not asked

    bool operator==(const PanelTarget &) const = default;
};

enum class PanelKind { TimeSeries, Bars, Stat, Gauge, HeatMap, Table, TopN };
/// Of a time series.
enum class LineStyle { Lines, Area, Stacked };
enum class LegendKind { None, Line, Table };
/// How a series becomes the one value that all kinds but the time series and the heat map show.
enum class Reduction { Last, Least, Greatest, Mean, Sum };

/// From this value up, until the next threshold, values are so good or bad.
struct Threshold
{
    enum class Level { Normal, Warning, Critical };
    double from = 0;
    Level level = Level::Normal;

    bool operator==(const Threshold &) const = default;
};

/// What one panel of a dashboard shows, and where.
struct PanelSpec
{
    static constexpr int kMaxTargets = 20;
    static constexpr int kMaxThresholds = 20;
    static constexpr int kMostSeries = 100; ///< greatest limit
    /// The grid that places are told in is so many columns wide (Grafana's gridPos).
    static constexpr int kGridColumns = 24;

    QString title;
    QString description;
    PanelKind kind = PanelKind::TimeSeries;
    LineStyle style = LineStyle::Lines;
    LegendKind legend = LegendKind::Line;
    Reduction reduction = Reduction::Last;
    Unit unit = Unit::Auto;
    std::optional<int> decimals;
    std::optional<double> least; ///< of the value axis or the gauge
    std::optional<double> greatest;
    QVector<PanelTarget> targets;
    QVector<Threshold> thresholds; ///< ascending
    /// The series largest by their reduced value are shown; how many are left out is told.
    int limit = 12;
    /// The Prometheus source to ask, by name; empty: the one chosen for the dashboard.
    QString source;
    QRect place{0, 0, 12, 8}; ///< columns and rows of the dashboard's grid

    bool operator==(const PanelSpec &) const = default;
};

/// spec.unit, or what Auto means for it.
Unit shownUnit(const PanelSpec &spec);

} // namespace foretop::models
