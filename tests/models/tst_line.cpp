// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/line.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace foretop;
using namespace foretop::models;
using metrics::Sample;

class LineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsGaps_data();
    void tellsGaps();
    void sums();
    void divides();
    void putsOnGrid();
};

namespace {

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

/// "10:1 20:2.5 30:-": at 10 s 1, at 20 s 2.5, at 30 s nothing.
std::vector<Sample> samplesOf(const QByteArray &picture)
{
    std::vector<Sample> samples;
    for (const QByteArray &part : picture.split(' ')) {
        const QList<QByteArray> pair = part.split(':');
        if (pair.size() == 2) {
            samples.push_back({wallTimeFromMs(pair[0].toLongLong() * 1000),
                               pair[1] == "-" ? kNone : pair[1].toDouble()});
        }
    }
    return samples;
}

QByteArray pictureOf(const std::vector<Sample> &samples)
{
    QByteArrayList parts;
    for (const Sample &sample : samples) {
        parts.append(
            QByteArray::number(msSinceEpoch(sample.time) / 1000) + ':' +
            (std::isnan(sample.value) ? QByteArray("-") : QByteArray::number(sample.value)));
    }
    return parts.join(' ');
}

Line lineOf(const QByteArray &picture, int gapSeconds = 35)
{
    return {.source = {},
            .labels = {},
            .samples = samplesOf(picture),
            .gap = Milliseconds(gapSeconds * 1000)};
}

} // namespace

void LineTest::tellsGaps_data()
{
    QTest::addColumn<QByteArray>("samples");
    QTest::addColumn<int>("gapMs");
    QTest::newRow("none") << QByteArray() << 300'000;
    QTest::newRow("two samples tell no step") << QByteArray("0:1 10:1") << 300'000;
    QTest::newRow("steps of 10 s") << QByteArray("0:1 10:1 20:1 30:1") << 35'000;
    QTest::newRow("an outage does not count")
        << QByteArray("0:1 10:1 20:1 600:1 610:1 620:1") << 35'000;
}

void LineTest::tellsGaps()
{
    QFETCH(QByteArray, samples);
    QFETCH(int, gapMs);
    QCOMPARE(gapOf(samplesOf(samples)), Milliseconds(gapMs));
}

void LineTest::sums()
{
    const Line together = lineOf("10:1 20:2 30:3");
    const Line aside = lineOf("12:10 22:20");
    const Line holes = lineOf("10:100 20:- 30:100");
    const auto picture = [](const std::vector<const Line *> &lines) {
        return pictureOf(sumOf(lines));
    };
    QCOMPARE(picture({}), QByteArray());
    QCOMPARE(picture({&together}), QByteArray("10:1 20:2 30:3"));
    QCOMPARE(picture({&together, &together}), QByteArray("10:2 20:4 30:6"));
    QCOMPARE(picture({&together, &aside}), QByteArray("10:1 12:11 20:12 22:22 30:23"));
    QCOMPARE(picture({&together, &holes}), QByteArray("10:101 20:2 30:103"));
    QCOMPARE(picture({&holes}), QByteArray("10:100 20:- 30:100"));
    // What stopped counts until its gap, and no longer.
    const Line stopped = lineOf("0:5 10:5", 35);
    const Line going = lineOf("40:1 50:1", 35);
    QCOMPARE(picture({&stopped, &going}), QByteArray("0:5 10:5 40:6 50:1"));
}

void LineTest::divides()
{
    const Line part = lineOf("10:1 20:2 30:3 80:4");
    const auto picture = [&part](const QByteArray &divisor) {
        return pictureOf(quotientOf(part, lineOf(divisor)));
    };
    QCOMPARE(picture("10:2 20:2 30:2 80:8"), QByteArray("10:0.5 20:1 30:1.5 80:0.5"));
    QCOMPARE(picture("9:2 19:4"), QByteArray("10:0.5 20:0.5 30:0.75 80:-"));
    QCOMPARE(picture("10:0 20:- 30:1"), QByteArray("10:- 20:- 30:3 80:-"));
    QCOMPARE(picture(""), QByteArray("10:- 20:- 30:- 80:-"));
}

void LineTest::putsOnGrid()
{
    const auto picture = [](const QByteArray &samples, int from, int to, int step) {
        return pictureOf(onGrid(lineOf(samples), wallTimeFromMs(from * 1000),
                                wallTimeFromMs(to * 1000), Milliseconds(step * 1000)));
    };
    QCOMPARE(picture("1:1 11:2 21:3", 10, 30, 10), QByteArray("10:1 20:2 30:3"));
    QCOMPARE(picture("11:1 15:3 21:-", 10, 30, 10), QByteArray("10:- 20:2 30:-"));
    QCOMPARE(picture("5:7", 10, 60, 10), QByteArray("10:7 20:7 30:7 40:7 50:- 60:-"));
}

QTEST_APPLESS_MAIN(LineTest)
#include "tst_line.moc"
