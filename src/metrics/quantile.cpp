// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/quantile.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace foretop::metrics {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

bool isLess(double a, double b)
{
    return std::isnan(a) ? !std::isnan(b) : a < b;
}

/// Adds up what has the same bound, then makes counts never fall; @p buckets are sorted.
void tidy(std::vector<HistogramBucket> &buckets)
{
    std::size_t kept = 0;
    for (std::size_t i = 1; i < buckets.size(); ++i) {
        if (buckets[i].upperBound == buckets[kept].upperBound) {
            buckets[kept].count += buckets[i].count;
        } else {
            buckets[++kept] = buckets[i];
        }
    }
    buckets.resize(kept + 1);
    double greatest = buckets.front().count;
    for (auto &bucket : buckets) {
        if (bucket.count > greatest) {
            greatest = bucket.count;
        } else if (bucket.count < greatest) {
            bucket.count = greatest;
        }
    }
}

} // namespace

double quantile(double q, std::span<double> values)
{
    if (values.empty() || std::isnan(q)) {
        return kNaN;
    }
    if (q < 0 || q > 1) {
        return q < 0 ? -kInfinity : kInfinity;
    }
    std::sort(values.begin(), values.end(), isLess);
    const auto rank = q * static_cast<double>(values.size() - 1);
    const auto lower = static_cast<std::size_t>(rank);
    const auto upper = std::min(lower + 1, values.size() - 1);
    const auto weight = rank - std::floor(rank);
    return values[lower] * (1 - weight) + values[upper] * weight;
}

double histogramQuantile(double q, std::vector<HistogramBucket> buckets)
{
    if (std::isnan(q)) {
        return kNaN;
    }
    if (q < 0 || q > 1) {
        return q < 0 ? -kInfinity : kInfinity;
    }
    std::stable_sort(buckets.begin(), buckets.end(), [](const auto &a, const auto &b) {
        return isLess(a.upperBound, b.upperBound);
    });
    if (buckets.empty() || buckets.back().upperBound != kInfinity) {
        return kNaN;
    }
    tidy(buckets);
    const auto observations = buckets.back().count;
    if (buckets.size() < 2 || observations == 0) {
        return kNaN;
    }
    auto rank = q * observations;
    const auto last = buckets.size() - 1;
    std::size_t at = 0;
    while (at < last && !(buckets[at].count >= rank)) {
        ++at;
    }
    if (at == last) {
        return buckets[last - 1].upperBound;
    }
    if (at == 0 && buckets[0].upperBound <= 0) {
        return buckets[0].upperBound;
    }
    const double start = at > 0 ? buckets[at - 1].upperBound : 0;
    const double below = at > 0 ? buckets[at - 1].count : 0;
    const double width = buckets[at].upperBound - start;
    return start + width * ((rank - below) / (buckets[at].count - below));
}

} // namespace foretop::metrics
