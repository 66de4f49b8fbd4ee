// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/chartquery.h"

namespace foretop::app {

/// The chart that suits metric family @p name: the rate of a counter or of a histogram's count,
/// the value of anything else; the unit from the name's suffix, as Prometheus names them
/// (https://prometheus.io/docs/practices/naming/).
models::ChartSpec familyChart(const QString &name, metrics::FamilyType type);

/// The unit that values of @p name are in, from its suffix.
models::ChartSpec::Unit familyUnit(const QString &name);

} // namespace foretop::app
