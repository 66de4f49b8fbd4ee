// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/expression.h"
#include "models/unit.h"

#include <string_view>

namespace foretop::models {

/// What the values of an expression measure, while it is worked out.
struct Quantity
{
    enum class Base { Plain, Bytes, Bits, Seconds, Milliseconds, Ratio, Percent, Moment };
    Base base = Base::Plain;
    bool isPerSecond = false;

    Unit unit() const;
    bool operator==(const Quantity &) const = default;
};

/// What the suffixes of a metric's name say. Of a recording rule, "level:metric:operations", the
/// operations count too (https://prometheus.io/docs/practices/rules/).
Quantity quantityNamed(std::string_view metric);
/// What @p node gives.
Quantity quantityOf(const metrics::Node &node);

} // namespace foretop::models
