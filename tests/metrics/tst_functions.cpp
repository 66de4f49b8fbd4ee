// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/functions.h"

#include <QTest>

#include <cmath>
#include <limits>

#include <fmt/format.h>

using namespace foretop;
using namespace foretop::metrics;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

WallTime at(std::int64_t ms)
{
    return wallTimeFromMs(1'700'000'000'000 + ms);
}

/// "0:1 1000:2.5 2000:-" in ms and value, "-" for NaN.
std::vector<Sample> samples(const char *picture)
{
    std::vector<Sample> samples;
    const auto words = QString::fromUtf8(picture).split(u' ', Qt::SkipEmptyParts);
    for (const auto &word : words) {
        const auto parts = word.split(u':');
        samples.push_back({at(parts[0].toLongLong()),
                           parts[1] == QStringLiteral("-") ? kNaN : parts[1].toDouble()});
    }
    return samples;
}

QString picture(const std::vector<Sample> &samples)
{
    QStringList words;
    for (const auto &sample : samples) {
        const auto ms = (sample.time - at(0)).count();
        words << QString::fromStdString(std::isnan(sample.value)
                                            ? fmt::format("{}:-", ms)
                                            : fmt::format("{}:{}", ms, sample.value));
    }
    return words.join(u' ');
}

} // namespace

class FunctionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rates_data();
    void rates();
    void downsamples_data();
    void downsamples();
    void keepsExtremesOfMany();
    void marksGaps_data();
    void marksGaps();
};

void FunctionsTest::rates_data()
{
    QTest::addColumn<QByteArray>("counter");
    QTest::addColumn<QString>("rates");
    const auto row = [](const char *name, const char *counter, const char *rates) {
        QTest::newRow(name) << QByteArray(counter) << QString::fromUtf8(rates);
    };
    row("none", "", "");
    row("one", "0:5", "");
    row("growth", "0:0 1000:5 3000:15", "1000:5 3000:5");
    row("parts of seconds", "0:0 250:1", "250:4");
    row("no growth", "0:7 1000:7", "1000:0");
    row("a reset starts from 0", "0:100 1000:110 2000:4 3000:8", "1000:10 2000:4 3000:4");
    row("a gap", "0:1 1000:- 2000:3 3000:4", "1000:- 2000:- 3000:1");
    row("no time between", "0:1 0:2", "0:-");
}

void FunctionsTest::rates()
{
    QFETCH(QByteArray, counter);
    QFETCH(QString, rates);
    QCOMPARE(picture(rate(samples(counter.constData()))), rates);
}

void FunctionsTest::downsamples_data()
{
    QTest::addColumn<QByteArray>("full");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QString>("reduced");
    const auto row = [](const char *name, const char *full, int columns, const char *reduced) {
        QTest::newRow(name) << QByteArray(full) << columns << QString::fromUtf8(reduced);
    };
    // The range is always 0 to 999.
    row("none", "", 2, "");
    row("few stay as they are", "0:1 10:2 20:3 600:4", 2, "0:1 10:2 20:3 600:4");
    row("least and greatest in order of time", "0:3 10:9 20:1 30:5 500:2 510:8 520:4", 2,
        "10:9 20:1 500:2 510:8");
    row("one value needs one sample", "0:3 1:3 2:3 3:3 4:3 500:1", 2, "0:3 500:1");
    row("one gap a column", "0:3 10:- 20:1 30:- 40:5 500:2", 2, "10:- 20:1 40:5 500:2");
    row("gaps alone", "0:- 10:- 20:- 500:- 600:-", 2, "0:- 500:-");
    row("empty columns", "0:1 1:2 2:3 900:4 901:5 902:6 903:4 904:4 905:4", 4,
        "0:1 2:3 900:4 902:6");
    row("neighbours outside cross the edge", "-20:7 -10:8 0:1 1:2 2:3 999:4 1000:5 1100:6", 1,
        "-10:8 0:1 999:4 1000:5");
    row("infinities are extremes", "0:1 1:inf 2:3 3:-inf 4:2", 2, "1:inf 3:-inf");
    row("no columns", "0:1 1:2", 0, "");
}

void FunctionsTest::downsamples()
{
    QFETCH(QByteArray, full);
    QFETCH(int, columns);
    QFETCH(QString, reduced);
    QCOMPARE(picture(downsample(samples(full.constData()), at(0), at(999), std::size_t(columns))),
             reduced);
}

void FunctionsTest::keepsExtremesOfMany()
{
    std::vector<Sample> full;
    for (int i = 0; i < 100'000; ++i) {
        full.push_back({at(i), std::sin(i * 0.37) * i});
    }
    const auto reduced = downsample(full, at(0), at(99'999), 800);
    QVERIFY(reduced.size() <= 1600);
    const auto byValue = [](const Sample &a, const Sample &b) { return a.value < b.value; };
    QCOMPARE(std::max_element(reduced.begin(), reduced.end(), byValue)->value,
             std::max_element(full.begin(), full.end(), byValue)->value);
    QVERIFY(std::is_sorted(reduced.begin(), reduced.end(),
                           [](const Sample &a, const Sample &b) { return a.time < b.time; }));
}

void FunctionsTest::marksGaps_data()
{
    QTest::addColumn<QByteArray>("full");
    QTest::addColumn<QString>("marked");
    const auto row = [](const char *name, const char *full, const char *marked) {
        QTest::newRow(name) << QByteArray(full) << QString::fromUtf8(marked);
    };
    row("none", "", "");
    row("one", "0:1", "0:1");
    row("just near enough", "0:1 100:2 200:3", "0:1 100:2 200:3");
    row("too far", "0:1 101:2 201:3 401:4", "0:1 50:- 101:2 201:3 301:- 401:4");
}

void FunctionsTest::marksGaps()
{
    QFETCH(QByteArray, full);
    QFETCH(QString, marked);
    QCOMPARE(picture(markGaps(samples(full.constData()), Milliseconds(100))), marked);
}

QTEST_APPLESS_MAIN(FunctionsTest)
#include "tst_functions.moc"
