// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/sample.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace foretop::models {

/// A series to be named.
struct UnnamedSeries
{
    const metrics::SeriesKey *key = nullptr;
    QString legend;     ///< PanelTarget::legend
    QString expression; ///< PanelTarget::expression
};

/// A name for each of @p series, which are shown together, in their order. By its legend, or by the
/// labels in which those without one differ: the value of the only one, else "code=200, method=GET"
/// after the metric's name where that differs. Where nothing differs it is the metric's name, else
/// the expression. Series that would have the same name get in parentheses what tells them apart.
QStringList namesOf(const std::vector<UnnamedSeries> &series);

inline constexpr qsizetype kMaxSeriesName = 200; ///< characters; longer ones are cut

} // namespace foretop::models
