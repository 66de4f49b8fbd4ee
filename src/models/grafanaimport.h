// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dashboard.h"

namespace foretop::models {

/// A dashboard that came from Grafana.
struct ImportedDashboard
{
    Dashboard dashboard;
    /// What was not understood and is left out or done differently, one sentence each with its
    /// place ("panel 'CPU': transformation 'reduce' is left out"); at most kMaxNotes, the rest is
    /// counted in the last.
    QStringList notes;
};
inline constexpr int kMaxImportNotes = 500;

/// Reads a dashboard's JSON as Grafana exports it (schema versions 16 to 41; also wrapped as
/// {"dashboard": {...}} by its HTTP API): panels, also those in rows, of the types timeseries,
/// graph, stat, singlestat, gauge, bargauge, barchart, heatmap, table and table-old with targets
/// that have a PromQL "expr"; units, decimals, min and max, thresholds, legend, stacking and
/// filling, gridPos, and variables of type query (label_values), custom, constant, textbox and
/// interval. Errors: what is no Grafana dashboard at all, with @p source and place.
Result<ImportedDashboard> importGrafana(const QByteArray &json, const QString &source);

/// Whether @p json looks like Grafana's rather than docs/dashboards.md's.
bool isGrafanaDashboard(const QByteArray &json);

} // namespace foretop::models
