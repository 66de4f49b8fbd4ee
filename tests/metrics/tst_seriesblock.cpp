// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/seriesblock.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <functional>
#include <limits>
#include <random>

using namespace foretop;
using namespace foretop::metrics;

namespace {

constexpr std::int64_t kStartMs = 1'700'000'000'000;

/// Fills a block with what @p timeOf and @p bitsOf give and says what does not come back bit by
/// bit; empty when all does.
QString whatIsLost(std::size_t count, const std::function<std::int64_t(std::size_t)> &timeOf,
                   const std::function<std::uint64_t(std::size_t)> &bitsOf)
{
    const auto sampleOf = [&](std::size_t i) {
        return Sample{wallTimeFromMs(timeOf(i)), std::bit_cast<double>(bitsOf(i))};
    };
    SeriesBlock block(sampleOf(0));
    for (std::size_t i = 1; i < count; ++i) {
        block.append(sampleOf(i));
    }
    if (count % 2 == 1) {
        block.seal();
    }
    std::vector<Sample> read;
    block.read(read);
    if (read.size() != count || block.size() != count) {
        return QStringLiteral("%1 samples of %2").arg(read.size()).arg(count);
    }
    for (std::size_t i = 0; i < count; ++i) {
        const auto bits = std::bit_cast<std::uint64_t>(read[i].value);
        if (msSinceEpoch(read[i].time) != timeOf(i) || bits != bitsOf(i)) {
            return QStringLiteral("sample %1: %2 %3")
                .arg(i)
                .arg(msSinceEpoch(read[i].time))
                .arg(bits, 0, 16);
        }
    }
    const auto last = block.last();
    return msSinceEpoch(last.time) == timeOf(count - 1) &&
                   std::bit_cast<std::uint64_t>(last.value) == bitsOf(count - 1)
               ? QString()
               : QStringLiteral("last");
}

std::uint64_t bitsOf(double value)
{
    return std::bit_cast<std::uint64_t>(value);
}

} // namespace

class SeriesBlockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void returnsEveryBit_data();
    void returnsEveryBit();
    void returnsEveryTime_data();
    void returnsEveryTime();
    void returnsRandomSeries();
    void returnsDecimals_data();
    void returnsDecimals();
    void aggregates();
    void isCompact();
};

void SeriesBlockTest::returnsEveryBit_data()
{
    QTest::addColumn<QVector<quint64>>("values");
    using Limits = std::numeric_limits<double>;
    QTest::newRow("zeros of both signs")
        << QVector<quint64>{bitsOf(0.0), bitsOf(-0.0), bitsOf(0.0)};
    QTest::newRow("infinities") << QVector<quint64>{bitsOf(Limits::infinity()),
                                                    bitsOf(-Limits::infinity()), bitsOf(1)};
    QTest::newRow("denormals") << QVector<quint64>{bitsOf(Limits::denorm_min()),
                                                   bitsOf(-Limits::denorm_min()),
                                                   0x000FFFFFFFFFFFFF, bitsOf(Limits::min())};
    QTest::newRow("limits") << QVector<quint64>{bitsOf(Limits::max()), bitsOf(Limits::lowest()),
                                                bitsOf(Limits::epsilon())};
    QTest::newRow("NaN payloads") << QVector<quint64>{0x7FF8000000000000, 0x7FF0000000000002,
                                                      0x7FF8000000000001, 0xFFF8DEADBEEF0001,
                                                      0x7FF0000000000001};
    QTest::newRow("all bits change") << QVector<quint64>{0, ~quint64(0), 0, ~quint64(0)};
    QTest::newRow("one bit changes")
        << QVector<quint64>{0, 1, 0, quint64(1) << 63, 0, quint64(1) << 32};
    QTest::newRow("narrow in wide windows") << QVector<quint64>{
        0, 0xFFFFFFFF00000000, 0xFFFFFFFF00010000, 0xFFFFFFFF00010000, 0xFFFFFF0000010000};
    QTest::newRow("more zeros than the header counts")
        << QVector<quint64>{0, 0xFF, 0x7, 0xFFFFFFFF, 0x3};
    QTest::newRow("one sample") << QVector<quint64>{bitsOf(42)};
}

void SeriesBlockTest::returnsEveryBit()
{
    QFETCH(QVector<quint64>, values);
    QCOMPARE(whatIsLost(
                 std::size_t(values.size()),
                 [](std::size_t i) { return kStartMs + std::int64_t(i) * 15'000; },
                 [&values](std::size_t i) { return values[qsizetype(i)]; }),
             QString());
}

void SeriesBlockTest::returnsEveryTime_data()
{
    QTest::addColumn<QVector<qint64>>("steps");
    QTest::newRow("regular") << QVector<qint64>{15'000, 15'000, 15'000};
    QTest::newRow("jitter") << QVector<qint64>{15'001, 14'999, 15'004, 14'000};
    QTest::newRow("least") << QVector<qint64>{1, 1, 1, 2};
    // Deltas of deltas at the edges of each width.
    QTest::newRow("14 bits") << QVector<qint64>{10'000, 18'191, 9'999, 18'191, 10'000};
    QTest::newRow("17 bits") << QVector<qint64>{100'000, 165'535, 100'000, 165'536, 99'999};
    QTest::newRow("20 bits") << QVector<qint64>{1'000'000, 1'524'287, 1'000'000, 1'524'288,
                                                1'000'000};
    QTest::newRow("days apart") << QVector<qint64>{86'400'000, 1, 864'000'000, 1'000};
    QTest::newRow("to the end of time") << QVector<qint64>{1, 9'000'000'000'000'000'000, 1};
}

void SeriesBlockTest::returnsEveryTime()
{
    QFETCH(QVector<qint64>, steps);
    QVector<qint64> times{kStartMs};
    for (const auto step : steps) {
        times << times.last() + step;
    }
    QCOMPARE(whatIsLost(
                 std::size_t(times.size()), [&times](std::size_t i) { return times[qsizetype(i)]; },
                 [](std::size_t) { return bitsOf(1); }),
             QString());
}

void SeriesBlockTest::returnsRandomSeries()
{
    std::mt19937_64 random(20240115);
    for (int round = 0; round < 2000; ++round) {
        const auto count = 1 + random() % SeriesBlock::kMaxSamples;
        const auto stepBits = random() % 50;
        const auto changedBits = random() % 64;
        const auto shift = random() % 64;
        std::vector<std::int64_t> times{std::int64_t(random() >> 20)};
        std::vector<std::uint64_t> values{random()};
        while (values.size() < count) {
            times.push_back(times.back() + 1 + std::int64_t(random() >> (63 - stepBits)));
            const auto change = random() % 4 == 0 ? 0 : random() >> changedBits << shift;
            values.push_back(values.back() ^ change);
        }
        const auto lost = whatIsLost(
            count, [&times](std::size_t i) { return times[i]; },
            [&values](std::size_t i) { return values[i]; });
        QVERIFY2(lost.isEmpty(), qPrintable(QStringLiteral("round %1: %2").arg(round).arg(lost)));
    }
}

/// Full blocks, which are compressed once more when they are sealed.
void SeriesBlockTest::returnsDecimals_data()
{
    QTest::addColumn<double>("step");
    QTest::addColumn<double>("odd");
    const double none = std::numeric_limits<double>::quiet_NaN();
    QTest::newRow("whole") << 17.0 << 0.0;
    QTest::newRow("pages of memory") << 4096.0 << 0.0;
    QTest::newRow("cents") << 0.01 << 0.0;
    QTest::newRow("nanoseconds") << 1e-9 << 0.0;
    QTest::newRow("falling") << -2.5 << 0.0;
    QTest::newRow("beyond 2^53") << 1e15 << 0.0;
    QTest::newRow("no decimals") << 1.0 / 3 << 0.0;
    QTest::newRow("one NaN") << 1.0 << none;
    QTest::newRow("one marker") << 1.0 << kStaleMarker;
    QTest::newRow("one zero below zero") << 1.0 << -0.0;
    QTest::newRow("one infinity") << 1.0 << std::numeric_limits<double>::infinity();
    QTest::newRow("one denormal") << 1.0 << 5e-324;
}

void SeriesBlockTest::returnsDecimals()
{
    QFETCH(double, step);
    QFETCH(double, odd);
    std::mt19937 random(7);
    std::vector<std::uint64_t> values;
    double sum = 0;
    for (std::size_t i = 0; i < SeriesBlock::kMaxSamples; ++i) {
        sum += double(random() % 100);
        values.push_back(bitsOf(i == 300 ? odd : sum * step));
    }
    for (const auto count : {SeriesBlock::kMaxSamples, std::size_t(301), std::size_t(2)}) {
        QCOMPARE(whatIsLost(
                     count,
                     [](std::size_t i) { return kStartMs + std::int64_t(i * i % 7 + i * 1000); },
                     [&values](std::size_t i) { return values[i]; }),
                 QString());
    }
}

void SeriesBlockTest::aggregates()
{
    SeriesBlock block({wallTimeFromMs(0), kStaleMarker});
    QCOMPARE(block.aggregates().count, 0U);
    double value = 0;
    for (const double next : {3.0, -1.5, std::numeric_limits<double>::quiet_NaN(), 8.0}) {
        block.append({wallTimeFromMs(std::int64_t(block.size()) * 1000), next});
        value += std::isnan(next) ? 0 : next;
    }
    const auto [min, max, sum, count] = block.aggregates();
    QCOMPARE(min, -1.5);
    QCOMPARE(max, 8.0);
    QCOMPARE(sum, value);
    QCOMPARE(count, 3U);
    QCOMPARE(block.usualStep(), Milliseconds(1000));
}

void SeriesBlockTest::isCompact()
{
    const auto bytesOf = [](const std::function<double(std::size_t)> &valueOf) {
        SeriesBlock block({wallTimeFromMs(kStartMs), valueOf(0)});
        for (std::size_t i = 1; !block.isFull(); ++i) {
            block.append({wallTimeFromMs(kStartMs + std::int64_t(i) * 15'000), valueOf(i)});
        }
        return block.heapBytes();
    };
    QVERIFY(bytesOf([](std::size_t) { return 1.0; }) <= 160);
    QVERIFY(bytesOf([](std::size_t i) { return double(i * 17); }) <= 700);
    // A value with all digits costs its 8 bytes and little more.
    QVERIFY(bytesOf([](std::size_t i) { return std::sin(double(i)); }) <=
            SeriesBlock::kMaxSamples * 9);
}

QTEST_APPLESS_MAIN(SeriesBlockTest)
#include "tst_seriesblock.moc"
