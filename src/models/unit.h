// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace foretop::models {

/// What the values of a panel are in.
enum class Unit {
    Auto, ///< told by unitOf() of the first expression
    Number,
    Bytes,
    BytesPerSecond,
    BitsPerSecond,
    Ratio,   ///< 1 is all; written in per cent
    Percent, ///< 100 is all
    PerSecond,
    Seconds,
    Milliseconds,
    Moment, ///< seconds since the epoch
};

/// The name in a dashboard file, such as "bytes_per_second".
QString unitName(Unit unit);
std::optional<Unit> unitNamed(const QString &name);

/// The unit of what @p expression gives, from the suffixes of the metrics in it
/// (https://prometheus.io/docs/practices/naming/) and the functions around them: bytes of
/// "x_bytes", bytes a second of "rate(x_bytes_total[1m])", a ratio of a quotient of two of the
/// same unit, seconds of "histogram_quantile(0.9, ...x_seconds_bucket...)". Number for what says
/// nothing and for what cannot be parsed. Never Auto.
Unit unitOf(const QString &expression);

} // namespace foretop::models
