// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/valuetext.h"

#include "app/momenttext.h"

#include <QLocale>

#include <algorithm>
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

constexpr int kMostDecimals = 6;
// The year 9999, which QDateTime and people can still read.
constexpr double kLatestMoment = 253'402'300'799.0;
constexpr double kKi = 1024.0;
constexpr std::array kBytes = {Step{1, u" B"}, Step{kKi, u" KiB"}, Step{kKi * kKi, u" MiB"},
                               Step{kKi * kKi * kKi, u" GiB"},
                               Step{kKi * kKi * kKi * kKi, u" TiB"}};
constexpr std::array kNumbers = {Step{1, u""}, Step{1e3, u" k"}, Step{1e6, u" M"},
                                 Step{1e9, u" G"}};
constexpr std::array kSeconds = {Step{1e-6, u" µs"}, Step{1e-3, u" ms"}, Step{1, u" s"},
                                 Step{60, u" min"},  Step{3600, u" h"},  Step{86400, u" d"}};
constexpr std::array kBits = {Step{1, u" bit"}, Step{1e3, u" kbit"}, Step{1e6, u" Mbit"},
                              Step{1e9, u" Gbit"}};
constexpr std::array kMilliseconds = {Step{1e-3, u" µs"},  Step{1, u" ms"},
                                      Step{1e3, u" s"},    Step{60e3, u" min"},
                                      Step{3600e3, u" h"}, Step{86400e3, u" d"}};
constexpr std::array kRatio = {Step{0.01, u" %"}};
constexpr std::array kPercent = {Step{1, u" %"}};
// From here on all digits would be more than a person reads.
constexpr double kTooLong = 1e12;
// Below this a value counts as none: zero is "0 s", not "0 µs".
constexpr double kNothing = 1e-12;
// What sums and quotients lose: 0.00099999999 s are 1 ms.
constexpr double kRounding = 1e-6;

std::span<const Step> stepsOf(Unit unit)
{
    switch (unit) {
    case Unit::Bytes:
    case Unit::BytesPerSecond:
        return kBytes;
    case Unit::Seconds:
        return kSeconds;
    case Unit::Milliseconds:
        return kMilliseconds;
    case Unit::Ratio:
        return kRatio;
    case Unit::Percent:
        return kPercent;
    case Unit::BitsPerSecond:
        return kBits;
    case Unit::Auto:
    case Unit::Moment:
    case Unit::Number:
    case Unit::PerSecond:
        break;
    }
    return kNumbers;
}

bool isRate(Unit unit)
{
    return unit == Unit::BytesPerSecond || unit == Unit::BitsPerSecond || unit == Unit::PerSecond;
}

int decimalsOf(double scaled, const ValueScale &scale, Unit unit)
{
    const double size = std::abs(scaled);
    const bool isWhole = size == std::floor(size) && unit != Unit::Ratio;
    const bool isWholeBytes =
        scale.divisor == 1 && (unit == Unit::Bytes || unit == Unit::BytesPerSecond);
    if (isWholeBytes || (isWhole && scale.divisor == 1)) {
        return 0;
    }
    if (unit == Unit::Ratio) {
        return size >= 99.95 ? 0 : 1;
    }
    if (size > 0 && size < 0.1) {
        return std::min(kMostDecimals, 1 - static_cast<int>(std::floor(std::log10(size))));
    }
    return size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
}

QString fixed(double value, int decimals)
{
    if (std::abs(value) >= kTooLong) {
        return QLocale().toString(value, 'g', 4);
    }
    // Rounding first keeps "-0.0" away.
    const double factor = std::pow(10, decimals);
    return QLocale().toString(std::round(value * factor) / factor + 0.0, 'f', decimals);
}

} // namespace

ValueScale scaleFor(double magnitude, Unit unit)
{
    const double size = std::abs(magnitude);
    const auto steps = stepsOf(unit);
    const Step *best = &steps.front();
    for (const Step &step : steps) {
        best = size >= step.divisor * (1 - kRounding) ? &step : best;
    }
    if (unit == Unit::Seconds && size < kNothing) {
        best = &kSeconds[2];
    }
    const QString suffix = QString::fromUtf16(best->suffix);
    return {best->divisor, isRate(unit) ? suffix + QStringLiteral("/s") : suffix};
}

QString valueText(double value, Unit unit, std::optional<int> decimals)
{
    if (!std::isfinite(value)) {
        return QStringLiteral("–");
    }
    if (unit == Unit::Moment && std::abs(value) <= kLatestMoment) {
        return clockText(QDateTime::fromMSecsSinceEpoch(std::llround(value * 1000)));
    }
    const ValueScale scale = scaleFor(value, unit);
    const double scaled = value / scale.divisor;
    return fixed(scaled, decimals ? std::clamp(*decimals, 0, kMostDecimals)
                                  : decimalsOf(scaled, scale, unit)) +
           scale.suffix;
}

QString exactText(double value, Unit unit)
{
    if (!std::isfinite(value) || unit == Unit::Moment) {
        return valueText(value, unit);
    }
    constexpr int kDigits = 7;
    const ValueScale scale = scaleFor(value, unit);
    QLocale locale;
    locale.setNumberOptions(locale.numberOptions() & ~QLocale::IncludeTrailingZeroesAfterDot);
    return locale.toString(value / scale.divisor + 0.0, 'g', kDigits) + scale.suffix;
}

QString latencyText(double ms)
{
    return ms > 0 ? valueText(ms / 1000, Unit::Seconds) : QStringLiteral("< 1 ms");
}

QString scaledText(double value, const ValueScale &scale, double step)
{
    const double scaledStep = std::abs(step / scale.divisor);
    int decimals = 0;
    while (decimals < kMostDecimals &&
           std::abs(scaledStep * std::pow(10, decimals) -
                    std::round(scaledStep * std::pow(10, decimals))) > 1e-6) {
        ++decimals;
    }
    return fixed(value / scale.divisor, decimals) + scale.suffix;
}

} // namespace foretop::app
