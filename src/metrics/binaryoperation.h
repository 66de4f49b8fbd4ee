// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/tracks.h"

namespace foretop::metrics {

/// Of two scalars; a comparison gives 0 or 1.
double calculate(BinaryOperator op, double left, double right);

/// Of a vector and a scalar, which has one value a step and stands on the left when
/// @p isScalarLeft.
Result<Tracks> combine(const Binary &binary, Tracks tracks, std::span<const double> scalars,
                       bool isScalarLeft);

/// Of two vectors: by matching series, or and, or, unless.
Result<Tracks> combine(const Binary &binary, Tracks left, Tracks right,
                       const EvaluationLimits &limits, std::size_t steps);

} // namespace foretop::metrics
