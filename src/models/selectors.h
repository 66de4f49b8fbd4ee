// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/expression.h"
#include "metrics/samplesource.h"

#include <optional>
#include <vector>

namespace foretop::models {

/// Every selector in @p expression, in order; they live as long as it does.
std::vector<const metrics::VectorSelector *> selectorsOf(const metrics::Expression &expression);

/// The selector that @p expression is, when it is nothing more: no function, no "offset" or "@".
const metrics::VectorSelector *plainSelector(const metrics::Expression &expression);

/// As a text without "offset" and "@".
std::string selectorText(const metrics::VectorSelector &selector);
/// With the metric's name as one of them.
std::vector<metrics::LabelMatcher> matchersOf(const metrics::VectorSelector &selector);

/// How far apart the samples are that @p expression looks at, shortly before @p to: of the selector
/// whose samples are the furthest apart. Looks at some series only. Nothing where too few samples
/// tell.
std::optional<Milliseconds> sampleInterval(const metrics::Expression &expression,
                                           const metrics::SampleSource &source, WallTime to);
/// Rounded, so that what is told of slightly irregular samples stays the same.
Milliseconds roundedInterval(Milliseconds interval);

} // namespace foretop::models
