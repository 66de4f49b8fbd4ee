// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <vector>

namespace foretop::metrics {

/// The @p q-quantile of @p values, between the two nearest in proportion; NaN counts as the least.
/// -Inf and +Inf for a @p q below 0 and above 1, NaN without values. Sorts @p values.
double quantile(double q, std::span<double> values);

/// A classic histogram's bucket: how many observations were at most upperBound.
struct HistogramBucket
{
    double upperBound = 0;
    double count = 0;
};

/// The @p q-quantile of what fell into @p buckets, taking it as evenly spread within each, as
/// Prometheus' histogram_quantile: there must be a bucket of +Inf and another, buckets of the same
/// bound are added up, and a count below that of a lower bucket is raised to it. Else NaN.
double histogramQuantile(double q, std::vector<HistogramBucket> buckets);

} // namespace foretop::metrics
