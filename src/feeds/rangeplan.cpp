// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/rangeplan.h"

#include "base/text.h"
#include "feeds/prometheusanswer.h"

#include <algorithm>
#include <map>
#include <span>

namespace foretop::feeds {
namespace {

std::int64_t floorOf(WallTime time, Milliseconds step)
{
    const std::int64_t ms = msSinceEpoch(time);
    return ms / step.count() - static_cast<std::int64_t>(ms % step.count() < 0);
}

/// The samples of @p series at @p moments.
std::span<const metrics::Sample> samplesAt(const metrics::ResultSeries &series,
                                           const Moments &moments, Milliseconds step)
{
    const auto isBefore = [](const metrics::Sample &sample, WallTime time) {
        return sample.time < time;
    };
    const auto &samples = series.samples;
    const auto from =
        std::lower_bound(samples.begin(), samples.end(), timeOf(moments.first, step), isBefore);
    const auto to = std::lower_bound(from, samples.end(), timeOf(moments.last + 1, step), isBefore);
    return {from, to};
}

} // namespace

Moments momentsIn(WallTime from, WallTime to, Milliseconds step)
{
    return {.first = floorOf(from, step), .last = floorOf(to, step)};
}

std::vector<Moments> missingMoments(const Moments &wanted, std::int64_t settled,
                                    const std::function<bool(std::int64_t part)> &isCached)
{
    std::vector<Moments> requests;
    for (std::int64_t part = partOf(wanted.first); part <= partOf(wanted.last); ++part) {
        Moments asked = momentsOfPart(part);
        if (asked.last > settled) {
            asked = {.first = std::max(asked.first, wanted.first),
                     .last = std::min(asked.last, wanted.last)};
        } else if (isCached(part)) {
            continue;
        }
        if (!requests.empty() && requests.back().last + 1 == asked.first &&
            requests.back().count() + asked.count() <= kMaxRequestMoments) {
            requests.back().last = asked.last;
        } else {
            requests.push_back(asked);
        }
    }
    return requests;
}

bool isSplittable(std::string_view expression)
{
    return expression.find('@') == std::string_view::npos;
}

bool isLasting(std::string_view expression)
{
    constexpr std::string_view kOffset = "offset";
    while (!expression.empty()) {
        const auto at = std::search(expression.begin(), expression.end(), kOffset.begin(),
                                    kOffset.end(), [](char a, char b) { return (a | 0x20) == b; });
        expression.remove_prefix(static_cast<std::size_t>(at - expression.begin()));
        expression.remove_prefix(std::min(kOffset.size(), expression.size()));
        const std::string_view after = trimmed(expression);
        // A comment may stand between the two.
        if (after.starts_with('-') || after.starts_with('#')) {
            return false;
        }
    }
    return true;
}

metrics::Matrix slice(const metrics::Matrix &matrix, const Moments &moments, Milliseconds step)
{
    metrics::Matrix part;
    for (const metrics::ResultSeries &series : matrix) {
        if (const auto samples = samplesAt(series, moments, step); !samples.empty()) {
            part.push_back({.key = series.key, .samples = {samples.begin(), samples.end()}});
        }
    }
    return part;
}

metrics::Matrix joined(const std::vector<SharedMatrix> &pieces, const Moments &moments,
                       Milliseconds step)
{
    if (pieces.size() == 1) {
        return slice(*pieces.front(), moments, step);
    }
    const auto isBefore = [](const metrics::SeriesKey *a, const metrics::SeriesKey *b) {
        return precedes(*a, *b);
    };
    std::map<const metrics::SeriesKey *, std::vector<metrics::Sample>, decltype(isBefore)> byKey(
        isBefore);
    for (const SharedMatrix &piece : pieces) {
        for (const metrics::ResultSeries &series : *piece) {
            const auto samples = samplesAt(series, moments, step);
            if (!samples.empty()) {
                auto &all = byKey[&series.key];
                all.insert(all.end(), samples.begin(), samples.end());
            }
        }
    }
    metrics::Matrix whole;
    whole.reserve(byKey.size());
    for (auto &[key, samples] : byKey) {
        whole.push_back({.key = *key, .samples = std::move(samples)});
    }
    return whole;
}

} // namespace foretop::feeds
