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

} // namespace

ValueAxis valueAxis(double least, double greatest, Unit unit, int wanted)
{
    ValueAxis axis;
    const double low = std::min(0.0, std::isfinite(least) ? least : 0.0);
    double high = std::max(0.0, std::isfinite(greatest) ? greatest : 0.0);
    if (unit == Unit::Ratio && high > 0.5 && high <= 1.0) {
        high = 1.0;
    }
    if (low == 0 && high == 0) {
        high = unit == Unit::Ratio ? 0.01 : 1.0;
    }
    axis.step = roundStep((high - low) / std::max(1, wanted), unit);
    axis.least = std::floor(low / axis.step + 1e-9) * axis.step;
    axis.greatest = std::ceil(high / axis.step - 1e-9) * axis.step;
    const ValueScale scale = scaleFor(std::max(-axis.least, axis.greatest), unit);
    const auto steps = static_cast<int>(std::lround((axis.greatest - axis.least) / axis.step));
    for (int i = 0; i <= steps; ++i) {
        const double at = axis.least + i * axis.step;
        axis.ticks.push_back({at, scaledText(std::abs(at), scale, axis.step)});
    }
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
