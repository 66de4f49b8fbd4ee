// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/valuetext.h"

#include <QVector>

#include <optional>

namespace foretop::app {

struct Tick
{
    double at = 0;
    QString label;
};

/// An axis that ends at round numbers of its unit and holds zero.
struct ValueAxis
{
    double least = 0;
    double greatest = 1;
    double step = 1;
    QVector<Tick> ticks;
};

/// For values in [@p least, @p greatest], with about @p wanted ticks. An axis of moments does not
/// hold zero.
ValueAxis valueAxis(double least, double greatest, Unit unit, int wanted);
/// @p axis, ending at @p least and @p greatest where they are given.
ValueAxis boundedAxis(ValueAxis axis, std::optional<double> least, std::optional<double> greatest,
                      Unit unit, int wanted);

/// Ticks at round local times within [@p fromMs, @p toMs] (ms since the epoch), about @p most.
QVector<Tick> timeTicks(qint64 fromMs, qint64 toMs, int most);

} // namespace foretop::app
