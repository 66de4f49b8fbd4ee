// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/windowseries.h"

#include "metrics/windowfunctions.h"

#include <QTest>

#include <limits>
#include <random>

using namespace foretop;
using namespace foretop::metrics;

namespace {

constexpr std::size_t kSamples = 3000;

WallTime at(std::size_t second)
{
    return wallTimeFromMs(1'700'000'000'000) + std::chrono::seconds(second);
}

/// A counter with resets, or a gauge; some with values that are no numbers or infinite.
std::vector<Sample> randomSeries(std::mt19937 &random, bool isCounter, bool isFinite)
{
    std::vector<Sample> samples;
    double value = 0;
    for (std::size_t i = 0; i < kSamples; ++i) {
        value = isCounter && random() % 50 != 0 ? value + random() % 100 * 0.25
                                                : (random() % 2000 - 1000.0) / 8;
        samples.push_back({at(i), value});
        if (!isFinite && random() % 200 == 0) {
            samples.back().value = random() % 2 == 0 ? std::numeric_limits<double>::quiet_NaN()
                                                     : std::numeric_limits<double>::infinity();
        }
    }
    return samples;
}

bool isClose(double a, double b)
{
    return (std::isnan(a) && std::isnan(b)) || a == b ||
           std::abs(a - b) <= 1e-12 * std::max(1.0, std::max(std::abs(a), std::abs(b)));
}

} // namespace

class WindowSeriesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesWhatTheFunctionDoes_data();
    void givesWhatTheFunctionDoes();
};

void WindowSeriesTest::givesWhatTheFunctionDoes_data()
{
    QTest::addColumn<WindowFunction>("function");
    QTest::newRow("rate") << WindowFunction(&window::rate);
    QTest::newRow("increase") << WindowFunction(&window::increase);
    QTest::newRow("min") << WindowFunction(&window::min);
    QTest::newRow("max") << WindowFunction(&window::max);
    QTest::newRow("sum") << WindowFunction(&window::sum);
    QTest::newRow("avg") << WindowFunction(&window::avg);
    QTest::newRow("resets") << WindowFunction(&window::resets);
}

void WindowSeriesTest::givesWhatTheFunctionDoes()
{
    QFETCH(WindowFunction, function);
    std::mt19937 random(5);
    for (int round = 0; round < 8; ++round) {
        const auto samples = randomSeries(random, round % 2 == 0, round % 4 < 2);
        WindowSeries series(samples, function);
        for (int i = 0; i < 300; ++i) {
            const auto begin = random() % kSamples;
            const auto size = 1 + random() % std::min<std::size_t>(kSamples - begin, 900);
            const Window window{std::span(samples).subspan(begin, size),
                                at(begin),
                                at(begin + size),
                                at(begin + size),
                                {}};
            const double expected = function(window);
            const double found = series.result(window);
            QVERIFY2(isClose(found, expected),
                     qPrintable(QStringLiteral("%1 of %2 from %3 on: %4, not %5")
                                    .arg(round)
                                    .arg(size)
                                    .arg(begin)
                                    .arg(found)
                                    .arg(expected)));
        }
    }
}

QTEST_APPLESS_MAIN(WindowSeriesTest)
#include "tst_windowseries.moc"
