// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/panelspec.h"

namespace foretop::models {

Unit shownUnit(const PanelSpec &spec)
{
    if (spec.unit != Unit::Auto) {
        return spec.unit;
    }
    for (const PanelTarget &target : spec.targets) {
        if (target.isHidden || target.expression.trimmed().isEmpty()) {
            continue;
        }
        // The axis of a heat map shows the bounds of the buckets.
        return unitOf(spec.kind == PanelKind::HeatMap
                          ? QStringLiteral("histogram_quantile(0.5, %1)").arg(target.expression)
                          : target.expression);
    }
    return Unit::Number;
}

} // namespace foretop::models
