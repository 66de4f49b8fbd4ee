// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/axisticks.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace foretop::app {

namespace {

constexpr int kMostTicks = 50;
constexpr qint64 kSecond = 1000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
constexpr std::array kTimeSteps = {
    kSecond,  2 * kSecond, 5 * kSecond, 10 * kSecond, 15 * kSecond, 30 * kSecond,
    kMinute,  2 * kMinute, 5 * kMinute, 10 * kMinute, 15 * kMinute, 30 * kMinute,
    kHour,    2 * kHour,   3 * kHour,   6 * kHour,    12 * kHour,   kDay,
    2 * kDay, 7 * kDay,    14 * kDay,   28 * kDay,    91 * kDay,    365 * kDay};

double roundStep(double rough, Unit unit)
{
    const ValueScale scale = scaleFor(rough, unit);
    const bool binary = unit == Unit::Bytes || unit == Unit::BytesPerSecond;
    const double size = rough / scale.divisor;
    if (binary) {
        return std::exp2(std::ceil(std::log2(std::max(size, 1.0)))) * scale.divisor;
    }
    const double power = std::pow(10, std::floor(std::log10(size)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (size <= factor * power * (1 + 1e-9)) {
            return factor * power * scale.divisor;
        }
    }
    return 10 * power * scale.divisor;
}

QString timeLabel(const QDateTime &time, qint64 step)
{
    if (step >= kDay || time.time() == QTime(0, 0)) {
        return QLocale().toString(time.date(), QStringLiteral("d MMM"));
    }
    return time.toString(step < kMinute ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

/// Ticks at the multiples of the step within the axis.
void label(ValueAxis &axis, Unit unit)
{
    const ValueScale scale = scaleFor(std::max(-axis.least, axis.greatest), unit);
    const double first = std::ceil(axis.least / axis.step - 1e-9);
    const double last = std::floor(axis.greatest / axis.step + 1e-9);
    axis.ticks.clear();
    for (double i = first; i <= last && axis.ticks.size() < kMostTicks; ++i) {
        const double at = i * axis.step;
        axis.ticks.push_back({at, scaledText(at, scale, axis.step)});
    }
}

QVector<Tick> momentTicks(double least, double greatest, int wanted)
{
    auto ticks = timeTicks(static_cast<qint64>(least * kSecond),
                           static_cast<qint64>(greatest * kSecond), wanted);
    for (Tick &tick : ticks) {
        tick.at /= kSecond;
    }
    return ticks;
}

ValueAxis momentAxis(double least, double greatest, int wanted)
{
    constexpr double kLeastSpan = 60;
    ValueAxis axis;
    if (std::isfinite(least) && std::isfinite(greatest)) {
        const double margin = std::max(kLeastSpan, (greatest - least) * 0.05);
        axis.least = least - margin;
        axis.greatest = greatest + margin;
    }
    axis.ticks = momentTicks(axis.least, axis.greatest, wanted);
    return axis;
}

} // namespace

ValueAxis valueAxis(double least, double greatest, Unit unit, int wanted)
{
    if (unit == Unit::Moment) {
        return momentAxis(least, greatest, wanted);
    }
    ValueAxis axis;
    const double low = std::min(0.0, std::isfinite(least) ? least : 0.0);
    double high = std::max(0.0, std::isfinite(greatest) ? greatest : 0.0);
    const double all = unit == Unit::Percent ? 100.0 : 1.0;
    if ((unit == Unit::Ratio || unit == Unit::Percent) && high > all / 2 && high <= all) {
        high = all;
    }
    if (low == 0 && high == 0) {
        high = unit == Unit::Ratio ? 0.01 : 1.0;
    }
    axis.step = roundStep((high - low) / std::max(1, wanted), unit);
    axis.least = std::floor(low / axis.step + 1e-9) * axis.step;
    axis.greatest = std::ceil(high / axis.step - 1e-9) * axis.step;
    label(axis, unit);
    return axis;
}

ValueAxis boundedAxis(ValueAxis axis, std::optional<double> least, std::optional<double> greatest,
                      Unit unit, int wanted)
{
    if (!least && !greatest) {
        return axis;
    }
    axis.least = least.value_or(std::min(axis.least, greatest.value_or(axis.least) - 1));
    axis.greatest = greatest.value_or(std::max(axis.greatest, axis.least));
    if (axis.greatest <= axis.least) {
        axis.greatest = axis.least + std::max(1.0, std::abs(axis.least));
    }
    if (unit == Unit::Moment) {
        axis.ticks = momentTicks(axis.least, axis.greatest, wanted);
        return axis;
    }
    axis.step = roundStep((axis.greatest - axis.least) / std::max(1, wanted), unit);
    label(axis, unit);
    return axis;
}

QVector<Tick> timeTicks(qint64 fromMs, qint64 toMs, int most)
{
    QVector<Tick> ticks;
    if (toMs <= fromMs || most < 1) {
        return ticks;
    }
    const auto fits = [&](qint64 step) { return (toMs - fromMs) / step <= most; };
    const auto *found = std::find_if(kTimeSteps.begin(), kTimeSteps.end(), fits);
    const qint64 step = found == kTimeSteps.end() ? kTimeSteps.back() : *found;
    // Local midnight is round for the person, not UTC's.
    const qint64 offset = QDateTime::fromMSecsSinceEpoch(fromMs).offsetFromUtc() * kSecond;
    const qint64 first = (fromMs + offset + step - 1) / step * step - offset;
    for (qint64 at = first; at <= toMs && ticks.size() <= most; at += step) {
        ticks.push_back(
            {static_cast<double>(at), timeLabel(QDateTime::fromMSecsSinceEpoch(at), step)});
    }
    return ticks;
}

} // namespace foretop::app
