// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dashboard.h"
#include "models/grafananotes.h"

namespace foretop::models {

/// The variables of a Grafana dashboard, "templating.list" of @p object.
QVector<DashboardVariable> variablesOfGrafana(JsonObject object, GrafanaNotes &notes);

} // namespace foretop::models
