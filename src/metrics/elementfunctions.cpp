// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/elementfunctions.h"

#include <chrono>
#include <cmath>
#include <limits>
#include <numbers>

namespace foretop::metrics::element {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// Unlike std::min and std::max these give NaN when one is NaN, but for the infinity that wins.
double greater(double a, double b)
{
    if (a == kInfinity || b == kInfinity) {
        return kInfinity;
    }
    return std::isnan(a) || std::isnan(b) ? a + b : std::fmax(a, b);
}

double lesser(double a, double b)
{
    if (a == -kInfinity || b == -kInfinity) {
        return -kInfinity;
    }
    return std::isnan(a) || std::isnan(b) ? a + b : std::fmin(a, b);
}

using Seconds = std::chrono::sys_seconds;
using Days = std::chrono::sys_days;

/// Calls @p part with the moment; NaN for what is further from 1970 than a calendar goes.
template <typename Part>
double ofMoment(double value, Part part)
{
    constexpr double kLimit = 32'000.0 * 365 * 24 * 3600;
    if (!(std::abs(value) < kLimit)) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    return static_cast<double>(
        part(Seconds(std::chrono::seconds(static_cast<std::int64_t>(value)))));
}

std::chrono::year_month_day dateOf(Seconds moment)
{
    return std::chrono::floor<std::chrono::days>(moment);
}

std::chrono::seconds timeOfDay(Seconds moment)
{
    return moment - std::chrono::floor<std::chrono::days>(moment);
}

} // namespace

double clamp(double value, std::span<const double> bounds)
{
    return bounds[1] < bounds[0] ? kStaleMarker : greater(bounds[0], lesser(bounds[1], value));
}

double clampMax(double value, std::span<const double> bounds)
{
    return lesser(bounds[0], value);
}

double clampMin(double value, std::span<const double> bounds)
{
    return greater(bounds[0], value);
}

double round(double value, std::span<const double> nearest)
{
    const double inverse = 1 / (nearest.empty() ? 1 : nearest[0]);
    return std::floor(value * inverse + 0.5) / inverse;
}

double sgn(double value, std::span<const double>)
{
    return value > 0 ? 1 : value < 0 ? -1 : value;
}

double deg(double value, std::span<const double>)
{
    return value * 180 / std::numbers::pi;
}

double rad(double value, std::span<const double>)
{
    return value * std::numbers::pi / 180;
}

double dayOfMonth(double value, std::span<const double>)
{
    return ofMoment(value, [](Seconds at) { return unsigned(dateOf(at).day()); });
}

double dayOfWeek(double value, std::span<const double>)
{
    return ofMoment(value, [](Seconds at) {
        return std::chrono::weekday(std::chrono::floor<std::chrono::days>(at)).c_encoding();
    });
}

double dayOfYear(double value, std::span<const double>)
{
    return ofMoment(value, [](Seconds at) {
        const Days newYear = dateOf(at).year() / std::chrono::January / 1;
        return (std::chrono::floor<std::chrono::days>(at) - newYear).count() + 1;
    });
}

double daysInMonth(double value, std::span<const double>)
{
    return ofMoment(value, [](Seconds at) {
        const auto date = dateOf(at);
        return unsigned((date.year() / date.month() / std::chrono::last).day());
    });
}

double hour(double value, std::span<const double>)
{
    return ofMoment(value, [](Seconds at) { return timeOfDay(at).count() / 3600; });
}

double minute(double value, std::span<const double>)
{
    return ofMoment(value, [](Seconds at) { return timeOfDay(at).count() / 60 % 60; });
}

double month(double value, std::span<const double>)
{
    return ofMoment(value, [](Seconds at) { return unsigned(dateOf(at).month()); });
}

double year(double value, std::span<const double>)
{
    return ofMoment(value, [](Seconds at) { return int(dateOf(at).year()); });
}

} // namespace foretop::metrics::element
