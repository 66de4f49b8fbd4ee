// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/axisticks.h"
#include "app/chartshape.h"
#include "app/valuetext.h"

#include <QLocale>
#include <QTest>
#include <QTimeZone>

#include <cmath>
#include <limits>

using namespace foretop;
using namespace foretop::app;

Q_DECLARE_METATYPE(foretop::app::Unit)

class ChartShapesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void writesValues_data();
    void writesValues();
    void writesDecimals();
    void boundsAxis();
    void scalesAxis_data();
    void scalesAxis();
    void placesTimes_data();
    void placesTimes();
    void splitsAtGaps_data();
    void splitsAtGaps();
    void bridgesWhereThereAreTooManyGaps();
    void stacks();
    void alignsTimes();
    void findsValueAtMoment();
};

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// "1 2 - 4" for the values 1, 2, a gap and 4 at x = 0, 1, 2 and 3.
QVector<QPointF> pointsOf(const QString &picture)
{
    QVector<QPointF> points;
    for (const QString &value : picture.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const double y = value == QLatin1String("-") ? kNaN : value.toDouble();
        points.emplace_back(points.size(), y);
    }
    return points;
}

/// "0:1 1:2 | 3:4" for two pieces.
QString pictureOf(const QVector<Segment> &pieces)
{
    QStringList texts;
    for (const Segment &piece : pieces) {
        QStringList points;
        for (const QPointF &point : piece) {
            points << QStringLiteral("%1:%2").arg(point.x()).arg(point.y());
        }
        texts << points.join(QLatin1Char(' '));
    }
    return texts.join(QStringLiteral(" | "));
}

} // namespace

void ChartShapesTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    qputenv("TZ", "Europe/Berlin");
    tzset();
}

void ChartShapesTest::writesValues_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<Unit>("unit");
    QTest::addColumn<QString>("text");
    const auto row = [](double value, Unit unit, const char *text) {
        QTest::addRow("%s", text) << value << unit << QString::fromUtf8(text);
    };
    row(0, Unit::Number, "0");
    row(3, Unit::Number, "3");
    row(0.05, Unit::Number, "0.050");
    row(0.0012, Unit::Number, "0.0012");
    row(12.34, Unit::Number, "12.3");
    row(1234, Unit::Number, "1.23 k");
    row(-4.5e6, Unit::Number, "-4.50 M");
    row(0, Unit::Bytes, "0 B");
    row(1023, Unit::Bytes, "1023 B");
    row(1536, Unit::Bytes, "1.50 KiB");
    row(1024.0 * 1024 * 1024, Unit::Bytes, "1.00 GiB");
    row(150.0 * 1024 * 1024, Unit::Bytes, "150 MiB");
    row(2048, Unit::BytesPerSecond, "2.00 KiB/s");
    row(0, Unit::Ratio, "0.0 %");
    row(0.1234, Unit::Ratio, "12.3 %");
    row(1, Unit::Ratio, "100 %");
    row(1.5, Unit::PerSecond, "1.50/s");
    row(0, Unit::Seconds, "0 s");
    row(0.00035, Unit::Seconds, "350 µs");
    row(0.0123, Unit::Seconds, "12.3 ms");
    row(0.1 * 3 - 0.299, Unit::Seconds, "1.00 ms");
    row(2.5, Unit::Seconds, "2.50 s");
    row(90, Unit::Seconds, "1.50 min");
    row(kNaN, Unit::Bytes, "–");
    row(42, Unit::Percent, "42 %");
    row(99.5, Unit::Percent, "99.5 %");
    row(12'500, Unit::BitsPerSecond, "12.5 kbit/s");
    row(3e9, Unit::BitsPerSecond, "3.00 Gbit/s");
    row(0.25, Unit::Milliseconds, "250 µs");
    row(1500, Unit::Milliseconds, "1.50 s");
    row(1'700'000'000, Unit::Moment, "14 Nov 2023 23:13:20");
    row(1e300, Unit::Moment, "1e+291 G");
}

void ChartShapesTest::writesValues()
{
    QFETCH(double, value);
    QFETCH(Unit, unit);
    QFETCH(QString, text);
    QCOMPARE(valueText(value, unit), text);
}

void ChartShapesTest::writesDecimals()
{
    QCOMPARE(valueText(12.345, Unit::Number, 0), QStringLiteral("12"));
    QCOMPARE(valueText(1536, Unit::Bytes, 1), QStringLiteral("1.5 KiB"));
    QCOMPARE(valueText(3, Unit::PerSecond, 2), QStringLiteral("3.00/s"));
    QCOMPARE(valueText(-0.001, Unit::Number, 1), QStringLiteral("0.0"));
    QCOMPARE(valueText(1, Unit::Number, 99), QStringLiteral("1.000000"));
    QCOMPARE(exactText(1.0 / 3, Unit::Number), QStringLiteral("0.3333333"));
    QCOMPARE(exactText(1536, Unit::Bytes), QStringLiteral("1.5 KiB"));
    QCOMPARE(exactText(123'456'789, Unit::Number), QStringLiteral("123.4568 M"));
    QCOMPARE(exactText(kNaN, Unit::Number), QStringLiteral("–"));
}

void ChartShapesTest::boundsAxis()
{
    const auto labels = [](std::optional<double> least, std::optional<double> greatest) {
        const ValueAxis axis =
            boundedAxis(valueAxis(0, 7, Unit::Number, 4), least, greatest, Unit::Number, 4);
        QStringList texts{QString::number(axis.least), QString::number(axis.greatest)};
        for (const Tick &tick : axis.ticks) {
            texts << tick.label;
        }
        return texts.join(u' ');
    };
    QCOMPARE(labels({}, {}), QStringLiteral("0 8 0 2 4 6 8"));
    QCOMPARE(labels(3, 9), QStringLiteral("3 9 4 6 8"));
    QCOMPARE(labels({}, 3), QStringLiteral("0 3 0 1 2 3"));
    QCOMPARE(labels(50, {}).left(6), QStringLiteral("50 100"));
    QCOMPARE(labels(5, 5).left(4), QStringLiteral("5 10"));
}

void ChartShapesTest::scalesAxis_data()
{
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("greatest");
    QTest::addColumn<Unit>("unit");
    QTest::addColumn<QString>("labels");
    QTest::newRow("nothing") << 0.0 << 0.0 << Unit::Number << "0.0 0.5 1.0";
    QTest::newRow("a few") << 2.0 << 13.4 << Unit::Number << "0 5 10 15";
    QTest::newRow("a busy CPU goes to 100 %") << 0.0 << 0.62 << Unit::Ratio << "0 % 50 % 100 %";
    QTest::newRow("an idle CPU") << 0.0 << 0.062 << Unit::Ratio << "0 % 2 % 4 % 6 % 8 %";
    QTest::newRow("bytes in powers of two")
        << 0.0 << 3.1 * 1024 * 1024 << Unit::Bytes << "0 MiB 1 MiB 2 MiB 3 MiB 4 MiB";
    QTest::newRow("below zero too") << -3.0 << 4.0 << Unit::Number << "-4 -2 0 2 4";
    QTest::newRow("milliseconds") << 0.0 << 0.0031 << Unit::Seconds << "0 ms 1 ms 2 ms 3 ms 4 ms";
    QTest::newRow("busy in per cent") << 0.0 << 62.0 << Unit::Percent << "0 % 50 % 100 %";
    QTest::newRow("bits in powers of ten")
        << 0.0 << 3.1e6 << Unit::BitsPerSecond << "0 Mbit/s 1 Mbit/s 2 Mbit/s 3 Mbit/s 4 Mbit/s";
    QTest::newRow("milliseconds as such")
        << 0.0 << 350.0 << Unit::Milliseconds << "0 ms 100 ms 200 ms 300 ms 400 ms";
    QTest::newRow("moments") << 1'700'000'000.0 << 1'700'003'600.0 << Unit::Moment
                             << "23:15 23:30 23:45 15 Nov 00:15";
    QTest::newRow("infinity") << 0.0 << std::numeric_limits<double>::infinity() << Unit::Bytes
                              << "0 B 1 B";
}

void ChartShapesTest::scalesAxis()
{
    QFETCH(double, least);
    QFETCH(double, greatest);
    QFETCH(Unit, unit);
    QFETCH(QString, labels);
    const ValueAxis axis = valueAxis(least, greatest, unit, 4);
    QStringList texts;
    for (const Tick &tick : axis.ticks) {
        texts << tick.label;
    }
    QCOMPARE(texts.join(QLatin1Char(' ')), labels);
    QVERIFY(axis.least <= least);
    QVERIFY(axis.greatest >= greatest || !std::isfinite(greatest));
}

void ChartShapesTest::placesTimes_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<int>("most");
    QTest::addColumn<QString>("labels");
    const auto row = [](const char *name, const char *from, const char *to, int most,
                        const char *labels) {
        QTest::newRow(name) << QString::fromUtf8(from) << QString::fromUtf8(to) << most
                            << QString::fromUtf8(labels);
    };
    row("a quarter of an hour", "2024-01-15T10:01:07", "2024-01-15T10:16:07", 4,
        "10:05|10:10|10:15");
    row("seconds", "2024-01-15T10:00:03", "2024-01-15T10:00:33", 3, "10:00:10|10:00:20|10:00:30");
    row("over midnight", "2024-01-14T22:30:00", "2024-01-15T01:30:00", 3, "23:00|15 Jan|01:00");
    row("days at local midnight", "2024-01-10T12:00:00", "2024-01-14T12:00:00", 5,
        "11 Jan|12 Jan|13 Jan|14 Jan");
    row("backwards", "2024-01-15T10:00:00", "2024-01-15T09:00:00", 4, "");
}

void ChartShapesTest::placesTimes()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(int, most);
    QFETCH(QString, labels);
    const auto ms = [](const QString &local) {
        return QDateTime::fromString(local, Qt::ISODate).toMSecsSinceEpoch();
    };
    QStringList texts;
    for (const Tick &tick : timeTicks(ms(from), ms(to), most)) {
        QVERIFY(tick.at >= double(ms(from)) && tick.at <= double(ms(to)));
        texts << tick.label;
    }
    QCOMPARE(texts.join(QLatin1Char('|')), labels);
}

void ChartShapesTest::splitsAtGaps_data()
{
    QTest::addColumn<QString>("points");
    QTest::addColumn<QString>("pieces");
    QTest::newRow("none") << QString() << QString();
    QTest::newRow("whole") << "1 2 3"
                           << "0:1 1:2 2:3";
    QTest::newRow("one gap") << "1 2 - 4"
                             << "0:1 1:2 | 3:4";
    QTest::newRow("gaps at both ends") << "- 2 3 -"
                                       << "1:2 2:3";
    QTest::newRow("a wide gap") << "1 - - - 5"
                                << "0:1 | 4:5";
    QTest::newRow("only gaps") << "- - -" << QString();
}

void ChartShapesTest::splitsAtGaps()
{
    QFETCH(QString, points);
    QFETCH(QString, pieces);
    QCOMPARE(pictureOf(segments(pointsOf(points))), pieces);
}

void ChartShapesTest::bridgesWhereThereAreTooManyGaps()
{
    QVector<QPointF> points;
    for (int i = 0; i < 2 * kMaxSegments; ++i) {
        points.emplace_back(10.0 * i, 1);
        points.emplace_back(10.0 * i + 1, kNaN);
    }
    points.emplace_back(1e6, 1);
    const auto pieces = segments(points);
    QCOMPARE(pieces.size(), kMaxSegments);
    qsizetype count = 0;
    for (const Segment &piece : pieces) {
        count += piece.size();
    }
    QCOMPARE(count, 2 * kMaxSegments + 1);
    QCOMPARE(pieces.back().size(), 1); // the widest gap stays
}

void ChartShapesTest::stacks()
{
    const QVector<QVector<QPointF>> series{
        pointsOf(QStringLiteral("1 1 1 1")), pointsOf(QStringLiteral("2 - 2 2")),
        pointsOf(QStringLiteral("0 0 0 0")), pointsOf(QStringLiteral("3 3 3 -"))};
    const auto layers = stacked(series);
    QCOMPARE(layers.size(), 4);
    QCOMPARE(pictureOf(layers[0].lower), QStringLiteral("0:0 1:0 2:0 3:0"));
    QCOMPARE(pictureOf(layers[0].upper), QStringLiteral("0:1 1:1 2:1 3:1"));
    QCOMPARE(pictureOf(layers[1].lower), QStringLiteral("0:1 | 2:1 3:1"));
    QCOMPARE(pictureOf(layers[1].upper), QStringLiteral("0:3 | 2:3 3:3"));
    QVERIFY(layers[2].upper.isEmpty());
    QCOMPARE(pictureOf(layers[3].upper), QStringLiteral("0:6 1:4 2:6"));
}

void ChartShapesTest::alignsTimes()
{
    const QVector<QVector<QPointF>> same = {
        pointsOf(QStringLiteral("1 2")), {}, pointsOf(QStringLiteral("3 -"))};
    QCOMPARE(aligned(same)[0], same[0]);
    const auto both =
        aligned({pointsOf(QStringLiteral("1 2 - 4")), {{0.5, 10}, {2, 20}, {2.5, 30}}});
    QCOMPARE(pictureOf(segments(both[0])), QStringLiteral("0:1 0.5:1.5 1:2 | 3:4"));
    QCOMPARE(both[0].size(), both[1].size());
    QCOMPARE(both[1].size(), 6);
    QCOMPARE(both[1][3], QPointF(2, 20));
    QVERIFY(std::isnan(both[1][0].y()) && std::isnan(both[1][5].y()));
}

void ChartShapesTest::findsValueAtMoment()
{
    const auto points = pointsOf(QStringLiteral("10 20 - 40"));
    QCOMPARE(valueAt(points, 0.4, 1), 10.0);
    QCOMPARE(valueAt(points, 0.6, 1), 20.0);
    QVERIFY(std::isnan(valueAt(points, 2.1, 1)));
    QCOMPARE(valueAt(points, 3.9, 1), 40.0);
    QVERIFY(std::isnan(valueAt(points, 9, 1)));
    QVERIFY(std::isnan(valueAt({}, 0, 1)));
}

QTEST_GUILESS_MAIN(ChartShapesTest)
#include "tst_chartshapes.moc"
