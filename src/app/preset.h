// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "models/chartquery.h"

namespace foretop::app {

struct PanelPreset
{
    QString title;
    models::ChartSpec spec;
};

/// A dashboard as data: resources/presets/<name>.json.
struct DashboardPreset
{
    QString name;
    QString title;
    QVector<PanelPreset> panels;
};

inline constexpr std::size_t kMaxPresetPanels = 50;
inline constexpr std::size_t kMaxPanelQueries = 20;

/// Reads a dashboard:
///
///     {"name": "host", "title": "Host", "panels": [
///       {"key": "cpu", "title": "CPU", "unit": "ratio", "stacked": true, "max_series": 12,
///        "queries": [{"metric": "cpu_seconds_total", "matching": {"mode": "user"},
///                     "function": "rate", "label": "{mode}", "sum_by": ["mode"], "scale": 1,
///                     "ratio_of": "", "complement": false}]}]}
///
/// Required: name, title, panels; key, title, unit, queries; metric. A key that is not known, a
/// wrong type and a word that is none of those allowed are errors that name @p source and the
/// member's path, such as "panels[1].queries[0].function".
Result<DashboardPreset> readPreset(const QByteArray &json, const QString &source);

/// A preset built into the program, its titles and labels in the person's language (translated in
/// the context "Preset", see presettexts.cpp).
Result<DashboardPreset> builtInPreset(const QString &name);
/// Those offered as dashboards, in the order shown; one that cannot be read is an error.
Result<QVector<DashboardPreset>> builtInDashboards();

/// Every text of the built-in presets that there is a word in, in English.
const QVector<const char *> &presetTexts();

} // namespace foretop::app
