// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/valuetext.h"

#include <QLocale>

#include <array>
#include <cmath>
#include <span>

namespace foretop::app {

namespace {

struct Step
{
    double divisor;
    const char16_t *suffix;
};

constexpr double kKi = 1024.0;
constexpr std::array kBytes = {Step{1, u" B"}, Step{kKi, u" KiB"}, Step{kKi * kKi, u" MiB"},
                               Step{kKi * kKi * kKi, u" GiB"},
                               Step{kKi * kKi * kKi * kKi, u" TiB"}};
constexpr std::array kNumbers = {Step{1e-3, u" m"}, Step{1, u""}, Step{1e3, u" k"},
                                 Step{1e6, u" M"}, Step{1e9, u" G"}};
constexpr std::array kSeconds = {Step{1e-6, u" µs"}, Step{1e-3, u" ms"}, Step{1, u" s"},
                                 Step{60, u" min"},  Step{3600, u" h"},  Step{86400, u" d"}};
constexpr std::array kPercent = {Step{0.01, u" %"}};
// Below this a value counts as none, so that an axis at zero keeps its plain unit.
constexpr double kNothing = 1e-12;

std::span<const Step> stepsOf(Unit unit)
{
    switch (unit) {
    case Unit::Bytes:
    case Unit::BytesPerSecond:
        return kBytes;
    case Unit::Seconds:
        return kSeconds;
    case Unit::Ratio:
        return kPercent;
    case Unit::Number:
    case Unit::PerSecond:
        break;
    }
    return kNumbers;
}

bool isRate(Unit unit)
{
    return unit == Unit::BytesPerSecond || unit == Unit::PerSecond;
}

// A number below one is easier to read as "0.05" than as "50 m".
bool isReadable(const Step &step, Unit unit, double magnitude)
{
    const bool plain = unit == Unit::Number || unit == Unit::PerSecond;
    return !(plain && step.divisor < 1) || magnitude < 1e-2;
}

QString fixed(double value, int decimals)
{
    // Rounding first keeps "-0.0" away.
    const double factor = std::pow(10, decimals);
    return QLocale().toString(std::round(value * factor) / factor + 0.0, 'f', decimals);
}

} // namespace

ValueScale scaleFor(double magnitude, Unit unit)
{
    const double size = std::abs(magnitude);
    const auto steps = stepsOf(unit);
    const Step *best = nullptr;
    for (const Step &step : steps) {
        const bool fits = best == nullptr || size >= step.divisor;
        if (isReadable(step, unit, size) && fits) {
            best = &step;
        }
    }
    if (size < kNothing) {
        best = unit == Unit::Seconds                             ? &kSeconds[2]
               : unit == Unit::Number || unit == Unit::PerSecond ? &kNumbers[1]
                                                                 : &steps.front();
    }
    const QString suffix = QString::fromUtf16(best->suffix);
    return {best->divisor, isRate(unit) ? suffix + QStringLiteral("/s") : suffix};
}

QString valueText(double value, Unit unit)
{
    if (!std::isfinite(value)) {
        return QStringLiteral("–");
    }
    const ValueScale scale = scaleFor(value, unit);
    const double scaled = value / scale.divisor;
    const double size = std::abs(scaled);
    const bool whole = size == std::floor(size) && unit != Unit::Ratio;
    const bool isWholeBytes =
        scale.divisor == 1 && (unit == Unit::Bytes || unit == Unit::BytesPerSecond);
    int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
    if (unit == Unit::Ratio) {
        decimals = size >= 99.95 ? 0 : 1;
    }
    if (isWholeBytes || (whole && scale.divisor == 1)) {
        decimals = 0;
    }
    return fixed(scaled, decimals) + scale.suffix;
}

QString latencyText(double ms)
{
    return ms > 0 ? valueText(ms / 1000, Unit::Seconds) : QStringLiteral("< 1 ms");
}

QString scaledText(double value, const ValueScale &scale, double step)
{
    const double scaledStep = std::abs(step / scale.divisor);
    int decimals = 0;
    while (decimals < 6 && std::abs(scaledStep * std::pow(10, decimals) -
                                    std::round(scaledStep * std::pow(10, decimals))) > 1e-6) {
        ++decimals;
    }
    return fixed(value / scale.divisor, decimals) + scale.suffix;
}

} // namespace foretop::app
