// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/expression.h"

#include <span>

namespace foretop::metrics {

/// Case does not matter in keywords.
std::optional<AggregationOperator> aggregationNamed(std::string_view word);
/// "inf" and "nan".
std::optional<double> namedNumber(std::string_view word);
/// Words that cannot name a metric outside of braces.
bool isReserved(std::string_view word);
/// "an instant vector", for messages.
std::string aValueOf(ValueType type);
/// In the order of the enumeration.
std::span<const std::string_view> aggregationNames();
/// Whether the aggregation has a parameter before what it aggregates.
bool takesParameter(AggregationOperator op);

} // namespace foretop::metrics
