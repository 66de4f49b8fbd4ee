// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/panelspec.h"

namespace foretop::app {

/// "Time series", "Heat map", ... in the person's language.
QString panelKindText(models::PanelKind kind);
/// resources/icons/<name>.svg.
QString panelKindIcon(models::PanelKind kind);
QString lineStyleText(models::LineStyle style);
QString legendKindText(models::LegendKind legend);
QString reductionText(models::Reduction reduction);
/// "bytes per second", ...; of Auto "automatic".
QString unitText(models::Unit unit);

} // namespace foretop::app
