// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builtexpression.h"
#include "models/metriccatalog.h"
#include "models/panelspec.h"

namespace foretop::app {

/// The panel that suits a metric family: the rate of a counter, the percentiles of a histogram, the
/// mean and quantiles of a summary, a table of states, infos and moments, the value of anything
/// else. @p names, sorted, are those of the series that there are, as for models::builtFor(); only
/// series that pass all of @p filters are shown.
models::PanelSpec familyPanel(const models::MetricCatalog::Entry &entry,
                              const std::vector<std::string> &names = {},
                              const QVector<models::LabelFilter> &filters = {});

/// The same for an expression that builtFor() gave for the family.
models::PanelSpec familyPanel(const metrics::Family &family, models::BuiltExpression built);

/// A histogram over time, of an expression that builtFor() gave for its family.
models::PanelSpec familyHeatMap(const metrics::Family &family, models::BuiltExpression built);

/// Whether the family is one, of whichever kind.
bool isHistogram(const metrics::Family &family);

} // namespace foretop::app
