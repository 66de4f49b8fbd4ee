// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/panelanswer.h"
#include "models/panelspec.h"

#include <functional>

namespace foretop::app {

/// What a panel of @p kind draws of @p answer, as RFC 4180 with CRLF. Values as short as tell them
/// apart, "NaN" never: a cell without a value is empty; infinities are "+Inf" and "-Inf".
///
/// Over time: "time" (ISO 8601, UTC, ms) and a column a series that @p isShown, or of a heat map a
/// column a bucket, named by its upper bound. Else a row a series: its name, its labels, its value.
QString panelCsv(models::PanelKind kind, const models::PanelAnswer &answer,
                 const std::function<bool(const models::PanelSeries &)> &isShown);

} // namespace foretop::app
