// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seriespoints.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace foretop;
using namespace foretop::models;
using metrics::Sample;

class SeriesPointsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsMoments_data();
    void drawsMoments();
    void drawsColumns_data();
    void drawsColumns();
    void keepsSpikes();
    void reduces_data();
    void reduces();
    void entersWithTheValueBefore();
    void knowsNothingOfNothing();
};

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInf = std::numeric_limits<double>::infinity();

/// Moments at 0, 10, ... 50 s; shown from 5 s on.
PanelWindow window()
{
    PanelWindow window;
    window.from = wallTimeFromMs(5'000);
    window.to = wallTimeFromMs(55'000);
    window.step = Milliseconds(10'000);
    window.firstMoment = wallTimeFromMs(0);
    window.lastMoment = wallTimeFromMs(50'000);
    return window;
}

/// "0=1 10=2": seconds and values.
std::vector<Sample> samplesOf(const QByteArray &text)
{
    std::vector<Sample> samples;
    for (const QByteArray &item : text.split(' ')) {
        const qsizetype at = item.indexOf('=');
        if (at > 0) {
            samples.push_back(
                {wallTimeFromMs(item.left(at).toLongLong() * 1000), item.mid(at + 1).toDouble()});
        }
    }
    return samples;
}

QByteArray textOf(const QVector<QPointF> &points)
{
    QByteArrayList items;
    for (const QPointF &point : points) {
        items.append(QByteArray::number(point.x() / 1000) + '=' +
                     (std::isnan(point.y()) ? QByteArray("-") : QByteArray::number(point.y())));
    }
    return items.join(' ');
}

metrics::ColumnSeries drawn(const QByteArray &text, std::size_t columns)
{
    const auto samples = samplesOf(text);
    metrics::SeriesBlock block(samples.front());
    for (std::size_t i = 1; i < samples.size(); ++i) {
        block.append(samples[i]);
    }
    return metrics::columnsOf({&block, 1}, wallTimeFromMs(5'000), wallTimeFromMs(55'000), columns);
}

} // namespace

void SeriesPointsTest::drawsMoments_data()
{
    QTest::addColumn<QByteArray>("samples");
    QTest::addColumn<QByteArray>("points");
    QTest::addColumn<QByteArray>("shared");
    const auto row = [](const char *name, const char *samples, const char *points,
                        const char *shared) {
        QTest::newRow(name) << QByteArray(samples) << QByteArray(points) << QByteArray(shared);
    };
    row("nothing", "", "", "0=- 10=- 20=- 30=- 40=- 50=-");
    row("all", "0=1 10=2 20=3 30=4 40=5 50=6", "0=1 10=2 20=3 30=4 40=5 50=6",
        "0=1 10=2 20=3 30=4 40=5 50=6");
    row("a gap", "0=1 10=2 40=5 50=6", "0=1 10=2 20=- 40=5 50=6", "0=1 10=2 20=- 30=- 40=5 50=6");
    row("not from the start, nor to the end", "20=3 30=4", "20=3 30=4",
        "0=- 10=- 20=3 30=4 40=- 50=-");
    row("no numbers", "0=1 10=nan 20=inf 30=4", "0=1 10=- 30=4", "0=1 10=- 20=- 30=4 40=- 50=-");
}

void SeriesPointsTest::drawsMoments()
{
    QFETCH(QByteArray, samples);
    QTEST(textOf(pointsOf(samplesOf(samples), window(), false)), "points");
    QTEST(textOf(pointsOf(samplesOf(samples), window(), true)), "shared");
}

void SeriesPointsTest::drawsColumns_data()
{
    QTest::addColumn<QByteArray>("samples");
    QTest::addColumn<int>("columns");
    QTest::addColumn<QByteArray>("points");
    const auto row = [](const char *name, const char *samples, int columns, const char *points) {
        QTest::newRow(name) << QByteArray(samples) << columns << QByteArray(points);
    };
    row("as they are", "10=1 20=2 30=3 40=2", 500, "10=1 20=2 30=3 40=2");
    row("from before to after", "0=1 10=2 20=3 30=4 40=5 50=6 60=7", 500,
        "0=1 10=2 20=3 30=4 40=5 50=6 60=7");
    row("least and greatest", "20=5 24=1 28=9 29=8 31=2 32=1", 2, "20=1 29=9 31=2 32=1");
    row("falling", "6=5 7=9 8=0 9=1", 1, "6=9 9=0");
    row("a gap", "6=1 7=1 8=1 9=1 10=1 50=2", 50, "6=1 7=1 8=1 9=1 10=1 30=- 50=2");
    row("not a number", "10=1 20=nan 30=3", 500, "10=1 20=- 30=3");
    row("infinite", "10=1 20=inf 30=3", 500, "10=1 20=- 30=3");
    row("only before", "0=1", 500, "0=1");
}

void SeriesPointsTest::drawsColumns()
{
    QFETCH(QByteArray, samples);
    QFETCH(int, columns);
    QTEST(textOf(pointsOf(drawn(samples, std::size_t(columns)))), "points");
}

void SeriesPointsTest::keepsSpikes()
{
    QByteArray text;
    for (int second = 5; second < 55; ++second) {
        text += QByteArray::number(second) + (second == 33 ? "=100 " : "=1 ");
    }
    QCOMPARE(textOf(pointsOf(drawn(text, 5))),
             QByteArray("5=1 15=1 16=1 25=1 26=100 35=1 36=1 45=1 46=1 54=1"));
}

void SeriesPointsTest::reduces_data()
{
    QTest::addColumn<Reduction>("reduction");
    QTest::addColumn<double>("value");
    QTest::newRow("last") << Reduction::Last << 4.0;
    QTest::newRow("least") << Reduction::Least << -2.0;
    QTest::newRow("greatest") << Reduction::Greatest << 7.0;
    QTest::newRow("mean") << Reduction::Mean << 3.0;
    QTest::newRow("sum") << Reduction::Sum << 9.0;
}

void SeriesPointsTest::reduces()
{
    QFETCH(Reduction, reduction);
    QFETCH(double, value);
    // The one before the range counts as little as what is no number.
    const QByteArray text("0=100 10=7 20=-2 30=nan 40=4");
    QCOMPARE(statisticsOf(samplesOf(text), window()).reduced(reduction), value);
    QCOMPARE(statisticsOf(drawn(text, 3)).reduced(reduction), value);
}

void SeriesPointsTest::entersWithTheValueBefore()
{
    QCOMPARE(statisticsOf(samplesOf("0=3"), window()).mean, 3.0);
    QCOMPARE(statisticsOf(drawn("0=3", 10)).mean, 3.0);
    QCOMPARE(statisticsOf(samplesOf("10=inf"), window()).last, kInf);
}

void SeriesPointsTest::knowsNothingOfNothing()
{
    const SeriesStatistics nothing = statisticsOf(std::vector<Sample>{}, window());
    QVERIFY(std::isnan(nothing.last) && std::isnan(nothing.least) && std::isnan(nothing.greatest));
    QVERIFY(std::isnan(nothing.mean) && std::isnan(nothing.sum));
    const std::vector<Sample> noNumber{{wallTimeFromMs(10'000), kNaN}};
    QVERIFY(std::isnan(statisticsOf(noNumber, window()).last));
}

QTEST_GUILESS_MAIN(SeriesPointsTest)
#include "tst_seriespoints.moc"
