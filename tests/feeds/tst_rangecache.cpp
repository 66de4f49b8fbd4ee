// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/rangecache.h"

#include <QTest>

#include <set>

using namespace foretop;
using namespace foretop::feeds;

class RangeCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alignsMoments();
    void plans_data();
    void plans();
    void knowsWhatCanBeSplit_data();
    void knowsWhatCanBeSplit();
    void joinsPieces();
    void staysInItsBudget();
};

namespace {

SharedMatrix matrixOf(std::int64_t first, std::int64_t last)
{
    metrics::ResultSeries series{.key = {.name = "a", .labels = {}}, .samples = {}};
    for (std::int64_t i = first; i <= last; ++i) {
        series.samples.push_back({timeOf(i, Milliseconds(10)), static_cast<double>(i)});
    }
    return std::make_shared<const metrics::Matrix>(metrics::Matrix{series});
}

} // namespace

void RangeCacheTest::alignsMoments()
{
    const Milliseconds step(10);
    QVERIFY((momentsIn(wallTimeFromMs(15), wallTimeFromMs(29), step) == Moments{1, 2}));
    QVERIFY((momentsIn(wallTimeFromMs(20), wallTimeFromMs(20), step) == Moments{2, 2}));
    QVERIFY((momentsIn(wallTimeFromMs(-5), wallTimeFromMs(0), step) == Moments{-1, 0}));
    QCOMPARE(partOf(-1), std::int64_t(-1));
    QCOMPARE(partOf(-kPartMoments), std::int64_t(-1));
    QCOMPARE(partOf(-kPartMoments - 1), std::int64_t(-2));
    QCOMPARE(partOf(kPartMoments - 1), std::int64_t(0));
}

void RangeCacheTest::plans_data()
{
    QTest::addColumn<QVector<qint64>>("wanted"); // first and last
    QTest::addColumn<qint64>("settled");
    QTest::addColumn<QVector<qint64>>("cached"); // parts
    QTest::addColumn<QVector<qint64>>("asked");  // first and last of each request
    using List = QVector<qint64>;
    const qint64 n = kPartMoments;
    QTest::newRow("whole parts") << List{5, n + 5} << 9 * n << List{} << List{0, 2 * n - 1};
    QTest::newRow("the live edge") << List{5, n + 5} << n + 3 << List{} << List{0, n + 5};
    QTest::newRow("only the live edge") << List{5, 9} << qint64(3) << List{} << List{5, 9};
    QTest::newRow("cached but the edge") << List{5, n + 5} << n + 3 << List{0} << List{n, n + 5};
    QTest::newRow("all cached") << List{5, n + 5} << 9 * n << List{0, 1} << List{};
    QTest::newRow("a hole") << List{0, 3 * n - 1} << 9 * n << List{0, 2} << List{n, 2 * n - 1};
    QTest::newRow("two holes") << List{0, 3 * n - 1} << 9 * n << List{1}
                               << List{0, n - 1, 2 * n, 3 * n - 1};
    QTest::newRow("more than one request may ask") << List{0, 100 * n - 1} << 200 * n << List{}
                                                   << List{0,
                                                           kMaxRequestMoments - 1,
                                                           kMaxRequestMoments,
                                                           2 * kMaxRequestMoments - 1,
                                                           2 * kMaxRequestMoments,
                                                           100 * n - 1};
    QTest::newRow("never settled")
        << List{-3, 2 * n} << std::numeric_limits<qint64>::min() << List{0} << List{-3, 2 * n};
}

void RangeCacheTest::plans()
{
    QFETCH(QVector<qint64>, wanted);
    QFETCH(qint64, settled);
    QFETCH(QVector<qint64>, cached);
    QFETCH(QVector<qint64>, asked);
    QVector<qint64> found;
    for (const Moments &moments :
         missingMoments({wanted[0], wanted[1]}, settled,
                        [&cached](std::int64_t part) { return cached.contains(part); })) {
        QVERIFY(moments.count() <= 11'000);
        found << moments.first << moments.last;
    }
    QCOMPARE(found, asked);
}

void RangeCacheTest::knowsWhatCanBeSplit_data()
{
    QTest::addColumn<QByteArray>("expression");
    QTest::addColumn<bool>("splittable");
    QTest::addColumn<bool>("lasting");
    QTest::newRow("plain") << QByteArray("rate(a[5m])") << true << true;
    QTest::newRow("at the end") << QByteArray("a @ end()") << false << true;
    QTest::newRow("the past") << QByteArray("a offset 5m + a OFFSET 1h") << true << true;
    QTest::newRow("the future") << QByteArray("a offset 5m + a OFFSET\n -5m") << true << false;
    QTest::newRow("perhaps the future") << QByteArray("a offset # so\n -5m") << true << false;
    QTest::newRow("a metric so named") << QByteArray("clock_offset - 1") << true << false;
}

void RangeCacheTest::knowsWhatCanBeSplit()
{
    QFETCH(QByteArray, expression);
    QFETCH(bool, splittable);
    QFETCH(bool, lasting);
    QCOMPARE(isSplittable(expression.toStdString()), splittable);
    QCOMPARE(isLasting(expression.toStdString()), lasting);
}

void RangeCacheTest::joinsPieces()
{
    const Milliseconds step(10);
    const auto whole = joined({matrixOf(0, 9), matrixOf(10, 19), matrixOf(20, 25)}, {5, 22}, step);
    QCOMPARE(whole.size(), std::size_t(1));
    QCOMPARE(whole[0].samples, slice(*matrixOf(0, 30), {5, 22}, step)[0].samples);
    QCOMPARE(whole[0].samples.size(), std::size_t(18));
    QVERIFY(joined({matrixOf(0, 9)}, {10, 12}, step).empty());
    QVERIFY(joined({}, {10, 12}, step).empty());
}

void RangeCacheTest::staysInItsBudget()
{
    RangeCache cache(20'000);
    const auto key = [](std::int64_t part) {
        return RangeCache::keyOf("a", Milliseconds(10), part);
    };
    for (int i = 0; i < 100; ++i) {
        cache.put(key(i), matrixOf(0, 99));
        QVERIFY(cache.find(key(0))); // used again and again, it stays
        QVERIFY(cache.bytes() <= 20'000);
    }
    QVERIFY(cache.find(key(99)));
    QVERIFY(!cache.find(key(50)));
    QVERIFY(cache.size() > 2 && cache.size() < 20);
    cache.put(key(7), matrixOf(0, 9'999));
    QVERIFY(!cache.find(key(7)));
    cache.put(key(99), matrixOf(0, 1));
    QCOMPARE(cache.find(key(99))->front().samples.size(), std::size_t(2));
    cache.clear();
    QCOMPARE(cache.bytes(), std::size_t(0));
    QVERIFY(!cache.find(key(0)));
}

QTEST_GUILESS_MAIN(RangeCacheTest)
#include "tst_rangecache.moc"
