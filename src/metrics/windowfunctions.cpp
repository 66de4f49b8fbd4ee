// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/windowfunctions.h"

#include "metrics/exactsum.h"
#include "metrics/quantile.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace foretop::metrics::window {
namespace {

double secondsBetween(WallTime from, WallTime to)
{
    return static_cast<double>((to - from).count()) / 1000;
}

/// The difference of last and first, with what a counter had before each reset added when
/// @p isCounter.
double growth(const Window &window, bool isCounter)
{
    const auto samples = window.samples;
    double grown = samples.back().value - samples.front().value;
    if (isCounter && window.lost) {
        for (const double lost : *window.lost) {
            grown += lost;
        }
        return grown;
    }
    for (std::size_t i = 1; isCounter && i < samples.size(); ++i) {
        if (samples[i].value < samples[i - 1].value) {
            grown += samples[i - 1].value;
        }
    }
    return grown;
}

/// What samples tell about their span, stretched to the ends of the window where these are near
/// (1.1 times the mean distance of samples), else by half a distance; but not to before a counter
/// would have been 0.
double extrapolated(const Window &window, bool isCounter)
{
    const auto samples = window.samples;
    if (samples.size() < 2) {
        return kStaleMarker;
    }
    const double grown = growth(window, isCounter);
    double toStart = secondsBetween(window.begin, samples.front().time);
    const double toEnd = secondsBetween(samples.back().time, window.end);
    const double sampled = secondsBetween(samples.front().time, samples.back().time);
    const double distance = sampled / static_cast<double>(samples.size() - 1);
    if (isCounter && grown > 0 && samples.front().value >= 0) {
        toStart = std::min(toStart, sampled * (samples.front().value / grown));
    }
    const double near = distance * 1.1;
    const double covered =
        sampled + (toStart < near ? toStart : distance / 2) + (toEnd < near ? toEnd : distance / 2);
    return grown * (covered / sampled);
}

double instant(const Window &window, bool isRate)
{
    if (window.samples.size() < 2) {
        return kStaleMarker;
    }
    const auto &last = window.samples.back();
    const auto &before = window.samples[window.samples.size() - 2];
    const bool isReset = isRate && last.value < before.value;
    const double grown = isReset ? last.value : last.value - before.value;
    return isRate ? grown / secondsBetween(before.time, last.time) : grown;
}

struct Line
{
    double slope = 0;
    double intercept = 0; ///< at the time it was asked for
};

/// Least squares; time counts from @p origin in seconds.
Line regression(std::span<const Sample> samples, WallTime origin)
{
    const double first = samples.front().value;
    const bool isConstant = std::all_of(samples.begin(), samples.end(),
                                        [first](const Sample &s) { return s.value == first; });
    if (isConstant) {
        constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
        return std::isinf(first) ? Line{kNaN, kNaN} : Line{0, first};
    }
    ExactSum sumX;
    ExactSum sumY;
    ExactSum sumXY;
    ExactSum sumX2;
    for (const auto &sample : samples) {
        const double x = secondsBetween(origin, sample.time);
        sumX.add(x);
        sumY.add(sample.value);
        sumXY.add(x * sample.value);
        sumX2.add(x * x);
    }
    const auto n = static_cast<double>(samples.size());
    const double covariance = sumXY.corrected() - sumX.corrected() * sumY.corrected() / n;
    const double variance = sumX2.corrected() - sumX.corrected() * sumX.corrected() / n;
    const double slope = covariance / variance;
    return {slope, sumY.corrected() / n - slope * sumX.corrected() / n};
}

template <typename Better>
double extreme(const Window &window, Better isBetter)
{
    double best = window.samples.front().value;
    for (const auto &sample : window.samples) {
        if (isBetter(sample.value, best) || std::isnan(best)) {
            best = sample.value;
        }
    }
    return best;
}

} // namespace

double rate(const Window &window)
{
    const double grown = extrapolated(window, true);
    return isStaleMarker(grown) ? grown : grown / secondsBetween(window.begin, window.end);
}

double increase(const Window &window)
{
    return extrapolated(window, true);
}

double delta(const Window &window)
{
    return extrapolated(window, false);
}

double irate(const Window &window)
{
    return instant(window, true);
}

double idelta(const Window &window)
{
    return instant(window, false);
}

double deriv(const Window &window)
{
    return window.samples.size() < 2
               ? kStaleMarker
               : regression(window.samples, window.samples.front().time).slope;
}

double predictLinear(const Window &window)
{
    if (window.samples.size() < 2) {
        return kStaleMarker;
    }
    const auto line = regression(window.samples, window.at);
    return line.slope * window.parameters[0] + line.intercept;
}

double changes(const Window &window)
{
    double count = 0;
    for (std::size_t i = 1; i < window.samples.size(); ++i) {
        const double before = window.samples[i - 1].value;
        const double now = window.samples[i].value;
        count += now != before && !(std::isnan(now) && std::isnan(before)) ? 1 : 0;
    }
    return count;
}

double resets(const Window &window)
{
    double count = 0;
    for (std::size_t i = 1; i < window.samples.size(); ++i) {
        count += window.samples[i].value < window.samples[i - 1].value ? 1 : 0;
    }
    return count;
}

double avg(const Window &window)
{
    ExactSum mean;
    double count = 0;
    for (const auto &sample : window.samples) {
        ++count;
        // An infinite mean stays what it is, but for the opposite infinity and NaN.
        const double now = mean.head();
        if (std::isinf(now) && (std::isfinite(sample.value) || sample.value == now)) {
            continue;
        }
        mean.add(sample.value / count - now / count);
    }
    return mean.value();
}

double min(const Window &window)
{
    return extreme(window, [](double a, double b) { return a < b; });
}

double max(const Window &window)
{
    return extreme(window, [](double a, double b) { return a > b; });
}

double sum(const Window &window)
{
    ExactSum sum;
    for (const auto &sample : window.samples) {
        sum.add(sample.value);
    }
    return sum.value();
}

double count(const Window &window)
{
    return static_cast<double>(window.samples.size());
}

double last(const Window &window)
{
    return window.samples.back().value;
}

double present(const Window &)
{
    return 1;
}

double quantile(const Window &window)
{
    std::vector<double> values;
    values.reserve(window.samples.size());
    for (const auto &sample : window.samples) {
        values.push_back(sample.value);
    }
    return metrics::quantile(window.parameters[0], values);
}

double stdvar(const Window &window)
{
    double count = 0;
    ExactSum mean;
    ExactSum squares;
    for (const auto &sample : window.samples) {
        ++count;
        const double distance = sample.value - mean.corrected();
        mean.add(distance / count);
        squares.add(distance * (sample.value - mean.corrected()));
    }
    return squares.corrected() / count;
}

double stddev(const Window &window)
{
    return std::sqrt(stdvar(window));
}

} // namespace foretop::metrics::window
