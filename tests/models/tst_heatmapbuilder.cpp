// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/heatmapbuilder.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace foretop;
using namespace foretop::models;

class HeatMapBuilderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesBucketsApart();
    void addsUpSeries();
    void knowsNothingWhereNothingIs();
    void refuses_data();
    void refuses();
    void isBounded();
};

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Three columns of 10 s, whose moments are 20, 30 and 40 s.
PanelWindow threeColumns()
{
    PanelWindow window;
    window.step = Milliseconds(10'000);
    window.firstMoment = wallTimeFromMs(10'000);
    window.lastMoment = wallTimeFromMs(40'000);
    return window;
}

metrics::ResultSeries bucket(const char *le, std::initializer_list<double> values,
                             const char *path = "/")
{
    metrics::ResultSeries series{{"", {{"le", le}, {"path", path}}}, {}};
    std::int64_t ms = 10'000;
    for (const double value : values) {
        if (!std::isnan(value)) {
            series.samples.push_back({wallTimeFromMs(ms), value});
        }
        ms += 10'000;
    }
    return series;
}

/// Rows from the lowest bucket up, "-" where nothing is known.
QString picture(const HeatMap &map)
{
    QStringList rows;
    for (qsizetype row = 0; row < map.bounds.size(); ++row) {
        QStringList cells;
        for (int column = 0; column < map.columns; ++column) {
            const double value = map.values.at(row * map.columns + column);
            cells.append(std::isnan(value) ? QStringLiteral("-") : QString::number(value));
        }
        rows.append(QString::number(map.bounds.at(row)) + QStringLiteral(": ") + cells.join(u' '));
    }
    return rows.join(u'\n');
}

} // namespace

void HeatMapBuilderTest::takesBucketsApart()
{
    HeatMapBuilder builder(threeColumns());
    QVERIFY(builder.add(
        {bucket("+Inf", {9, 6, 7, 1}), bucket("0.5", {9, 3, 3, 2}), bucket("1e-1", {9, 1, 4, 0})}));
    const auto map = builder.take();
    QVERIFY(map);
    QCOMPARE(map->firstMs, 20'000LL);
    QCOMPARE(map->stepMs, 10'000LL);
    QCOMPARE(map->greatest, 4.0);
    // A bucket that is less than the one below holds nothing, and takes nothing from those above.
    QCOMPARE(picture(*map), QStringLiteral("0.1: 1 4 0\n0.5: 2 0 2\ninf: 3 3 0"));
}

void HeatMapBuilderTest::addsUpSeries()
{
    HeatMapBuilder builder(threeColumns());
    QVERIFY(builder.add({bucket("1", {0, 1, 2, 3}), bucket("+Inf", {0, 2, 3, 4})}));
    QVERIFY(builder.add({bucket("1.0", {0, 10, kNaN, 10}, "/a"), bucket("+Inf", {0, 10, 10, 10})}));
    QCOMPARE(picture(*builder.take()), QStringLiteral("1: 11 2 13\ninf: 1 11 1"));
}

void HeatMapBuilderTest::knowsNothingWhereNothingIs()
{
    HeatMapBuilder builder(threeColumns());
    QVERIFY(!builder.take());
    QVERIFY(builder.add({bucket("1", {0, 1, kNaN, 3}), bucket("2", {0, kNaN, kNaN, 4})}));
    QCOMPARE(picture(*builder.take()), QStringLiteral("1: 1 - 3\n2: - - 1"));
}

void HeatMapBuilderTest::refuses_data()
{
    QTest::addColumn<QByteArray>("le");
    for (const char *le : {"", "fast", "1s", "NaN", "++1"}) {
        QTest::addRow("\"%s\"", le) << QByteArray(le);
    }
}

void HeatMapBuilderTest::refuses()
{
    QFETCH(QByteArray, le);
    HeatMapBuilder builder(threeColumns());
    const auto added = builder.add({bucket("1", {0, 1, 1, 1}), bucket(le.constData(), {0, 1})});
    QVERIFY(!added);
    QVERIFY2(added.error().message.find("is not a bucket of a histogram") != std::string::npos,
             added.error().message.c_str());
    QVERIFY(builder.take());
}

void HeatMapBuilderTest::isBounded()
{
    HeatMapBuilder builder(threeColumns());
    metrics::Matrix matrix;
    for (std::size_t i = 0; i <= HeatMapBuilder::kMaxBuckets; ++i) {
        matrix.push_back(bucket(std::to_string(i).c_str(), {0, 1, 1, 1}));
    }
    const auto added = builder.add(matrix);
    QVERIFY(!added);
    QCOMPARE(added.error().code, ErrorCode::TooLarge);
    QCOMPARE(std::size_t(builder.take()->bounds.size()), HeatMapBuilder::kMaxBuckets);
}

QTEST_GUILESS_MAIN(HeatMapBuilderTest)
#include "tst_heatmapbuilder.moc"
