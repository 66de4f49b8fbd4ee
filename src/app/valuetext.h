// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/unit.h"

#include <QString>

#include <optional>

namespace foretop::app {

using models::Unit;

/// How values of about one size are written: divided by @p divisor, followed by @p suffix.
struct ValueScale
{
    double divisor = 1;
    QString suffix; ///< with its leading space, where there is one
};

/// The scale for values up to @p magnitude: bytes in powers of 1024, seconds down to µs.
ValueScale scaleFor(double magnitude, Unit unit);

/// @p value in its own scale with @p decimals, or with three significant digits: "1.50 GiB",
/// "12.3 %", "350 ms"; a moment as its date and time. A dash for NaN and infinities.
QString valueText(double value, Unit unit, std::optional<int> decimals = {});

/// @p value in its own scale with up to seven significant digits, for where it is to be read off.
QString exactText(double value, Unit unit);

/// How long a probe took; "< 1 ms" where the clock was too coarse to tell.
QString latencyText(double ms);

/// @p value in @p scale with as many decimals as tell values @p step apart.
QString scaledText(double value, const ValueScale &scale, double step);

} // namespace foretop::app
