// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/evaluator.h"

#include <functional>
#include <memory>

namespace foretop::feeds {

/// Moments at which a range query is evaluated, counted in steps since the epoch, both ends in.
struct Moments
{
    std::int64_t first = 0;
    std::int64_t last = -1;

    std::int64_t count() const { return last - first + 1; }
    bool operator==(const Moments &) const = default;
};

/// The moments of @p step in [@p from, @p to], beginning with the last at or before @p from, so
/// that a line enters the picture from its edge.
Moments momentsIn(WallTime from, WallTime to, Milliseconds step);
constexpr WallTime timeOf(std::int64_t moment, Milliseconds step)
{
    return WallTime(step * moment);
}

/// Ranges are cached in parts of so many moments; part n begins at moment n * kPartMoments.
inline constexpr std::int64_t kPartMoments = 256;
/// Most moments of one request: 11,000 is what Prometheus allows.
inline constexpr std::int64_t kMaxRequestMoments = 11'000 / kPartMoments * kPartMoments;

constexpr std::int64_t partOf(std::int64_t moment)
{
    const std::int64_t towardsZero = moment / kPartMoments;
    return moment % kPartMoments < 0 ? towardsZero - 1 : towardsZero;
}
constexpr Moments momentsOfPart(std::int64_t part)
{
    return {.first = part * kPartMoments, .last = part * kPartMoments + kPartMoments - 1};
}

/// The requests to make for what is not cached of @p wanted, in order of time. What is not after
/// @p settled is asked for in whole parts, so that they can be cached; what is after only as far as
/// it is wanted. Neighbours are asked for together, up to kMaxRequestMoments.
std::vector<Moments> missingMoments(const Moments &wanted, std::int64_t settled,
                                    const std::function<bool(std::int64_t part)> &isCached);

/// Whether @p expression has the same value at a moment whatever range it is asked in: not so with
/// `@ start()` and `@ end()`. May say no for one that has.
bool isSplittable(std::string_view expression);
/// Whether its value at a moment stays what it is once the moment is past: not so when it looks
/// into the future with a negative offset. May say no for one that does.
bool isLasting(std::string_view expression);

using SharedMatrix = std::shared_ptr<const metrics::Matrix>;

/// The samples of @p matrix at @p moments; series without any are left out.
metrics::Matrix slice(const metrics::Matrix &matrix, const Moments &moments, Milliseconds step);
/// Puts @p pieces, each in order of keys and one after the other in time, together at @p moments.
metrics::Matrix joined(const std::vector<SharedMatrix> &pieces, const Moments &moments,
                       Milliseconds step);

} // namespace foretop::feeds
