// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livesession.h"
#include "models/chartquery.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace foretop;
using namespace foretop::models;
using feeds::FeedKind;

class ChartQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersWhatComes();
    void slidesWhileLive();
    void showsTheCursorsWindow();
    void restsWhileInactive();
    void isReadyAtMostOnceAFrame();
    void outlivesItsSession();
    void endsWhileComputing();

private:
    static ChartSpec loadSpec();
    static void publishLoad(LiveSession &live, qint64 ms, double value);
    static std::size_t samplesHeld(const LiveSession &live);
};

ChartSpec ChartQueryTest::loadSpec()
{
    ChartSpec spec;
    spec.key = QStringLiteral("load");
    spec.queries.append(ChartSpec::Query());
    spec.queries[0].metric = QStringLiteral("load");
    return spec;
}

void ChartQueryTest::publishLoad(LiveSession &live, qint64 ms, double value)
{
    live.server.publish(FeedKind::Metrics,
                        R"({"timestamp":)" + timeText(ms) +
                            R"(,"samples":[{"name":"load","labels":{},"value":)" +
                            QByteArray::number(value) + "}]}");
}

std::size_t ChartQueryTest::samplesHeld(const LiveSession &live)
{
    const auto now = live.clock.wallNow();
    const auto series = live.session->metrics().query("load", {}, now - std::chrono::hours(1),
                                                      now + std::chrono::hours(1));
    return series.empty() ? 0 : series[0].samples.size();
}

void ChartQueryTest::answersWhatComes()
{
    LiveSession live;
    ChartQuery query(loadSpec());
    query.setColumns(100);
    query.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    publishLoad(live, -20'000, 1);
    publishLoad(live, -10'000, 3);
    QTRY_VERIFY(!query.series().isEmpty() && query.series().at(0).last == 3.0);
    const ChartSeries &series = query.series().at(0);
    QCOMPARE(series.label, QStringLiteral("load"));
    QCOMPARE(series.points.size(), 2);
    QCOMPARE(series.points.at(0), QPointF(1'699'999'980'000.0, 1));
    QCOMPARE(series.mean, 2.0);
    QCOMPARE(query.seriesLeftOut(), 0);
    // The window is the cursor's, rounded up to whole pixel columns of 9 s.
    QVERIFY(query.toMs() >= 1'700'000'000'000);
    QVERIFY(query.toMs() < 1'700'000'000'000 + 9'000);
    QCOMPARE(query.toMs() - query.fromMs(), qint64(15 * 60 * 1000));
}

void ChartQueryTest::slidesWhileLive()
{
    LiveSession live;
    live.cursor.setRange(Milliseconds(60'000));
    ChartQuery query(loadSpec());
    query.setColumns(60);
    query.setSession(live.session.get(), &live.cursor);
    QSignalSpy ready(&query, &ChartQuery::ready);
    QTRY_VERIFY(ready.count() > 0);
    const qint64 before = query.toMs();
    live.clock.advance(Milliseconds(7'000));
    QTRY_COMPARE(query.toMs(), before + 7'000);
    QCOMPARE(query.toMs() - query.fromMs(), qint64(60'000));
}

void ChartQueryTest::showsTheCursorsWindow()
{
    LiveSession live;
    ChartQuery query(loadSpec());
    query.setColumns(100);
    query.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    for (int s = -600; s <= 0; s += 10) {
        publishLoad(live, s * 1000, s);
    }
    QTRY_VERIFY(!query.series().isEmpty() && query.series().at(0).last == 0.0);
    const WallTime from = live.clock.wallNow() - Milliseconds(500'000);
    const WallTime to = live.clock.wallNow() - Milliseconds(400'000);
    live.cursor.setWindow(from, to);
    QTRY_COMPARE(query.toMs(), msSinceEpoch(to));
    QCOMPARE(query.fromMs(), msSinceEpoch(from));
    QCOMPARE(query.series().at(0).last, -400.0);
    QCOMPARE(query.series().at(0).least, -500.0);
    // What comes now is not of then.
    QSignalSpy ready(&query, &ChartQuery::ready);
    publishLoad(live, 1'000, 9);
    QTRY_COMPARE(samplesHeld(live), std::size_t(62));
    query.setColumns(99);
    QTRY_VERIFY(ready.count() > 0);
    QCOMPARE(query.series().at(0).last, -400.0);
    live.cursor.setLive();
    QTRY_VERIFY(query.series().at(0).last > -400.0);
}

void ChartQueryTest::restsWhileInactive()
{
    LiveSession live;
    ChartQuery query(loadSpec());
    query.setActive(false);
    query.setColumns(100);
    query.setSession(live.session.get(), &live.cursor);
    QSignalSpy ready(&query, &ChartQuery::ready);
    publishLoad(live, -1'000, 1);
    QTRY_COMPARE(live.session->metrics().families().size(), std::size_t(1));
    QCoreApplication::processEvents();
    QCOMPARE(ready.count(), 0);
    query.setActive(true);
    QTRY_COMPARE(query.series().size(), 1);
    // Without a width there is nothing to reduce to.
    query.setColumns(0);
    QCoreApplication::processEvents();
    QCOMPARE(query.series().size(), 1);
}

void ChartQueryTest::isReadyAtMostOnceAFrame()
{
    LiveSession live;
    ChartQuery query(loadSpec());
    query.setColumns(100);
    query.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    publishLoad(live, -1'000, 1);
    QElapsedTimer sinceLast;
    qint64 shortest = std::numeric_limits<qint64>::max();
    int count = 0;
    connect(&query, &ChartQuery::ready, this, [&] {
        shortest = sinceLast.isValid() ? std::min(shortest, sinceLast.elapsed()) : shortest;
        sinceLast.start();
        ++count;
    });
    // A hand that scrubs.
    int moves = 0;
    while (count < 10) {
        live.cursor.setFixed(live.clock.wallNow() - Milliseconds(++moves));
        QCoreApplication::processEvents();
    }
    QVERIFY(moves >= count);
    QVERIFY2(shortest >= session::kFrameMs - 1, qPrintable(QString::number(shortest)));
}

void ChartQueryTest::outlivesItsSession()
{
    LiveSession live;
    ChartQuery query(loadSpec());
    query.setColumns(100);
    query.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    publishLoad(live, -1'000, 1);
    QTRY_COMPARE(query.series().size(), 1);
    QSignalSpy ready(&query, &ChartQuery::ready);
    query.setColumns(101);
    QCoreApplication::processEvents();
    live.session.reset();
    QCOMPARE(query.series().size(), 0);
    QVERIFY(ready.count() > 0);
    query.setColumns(102);
    QCoreApplication::processEvents();

    LiveSession next;
    query.setSession(next.session.get(), nullptr);
    publishLoad(next, -1'000, 2);
    QTRY_COMPARE(query.series().size(), 1);
    QCOMPARE(query.series().at(0).last, 2.0);
}

void ChartQueryTest::endsWhileComputing()
{
    LiveSession live;
    QTRY_VERIFY(live.isFollowed());
    for (int s = -900; s <= 0; ++s) {
        publishLoad(live, s * 1000, s);
    }
    QTRY_COMPARE(samplesHeld(live), std::size_t(901));
    for (int i = 0; i < 20; ++i) {
        ChartQuery query(loadSpec());
        query.setColumns(1000);
        query.setSession(live.session.get(), &live.cursor);
        QCoreApplication::processEvents();
    }
    ChartQuery query(loadSpec());
    query.setColumns(1000);
    query.setSession(live.session.get(), &live.cursor);
    QCoreApplication::processEvents();
    live.session.reset();
}

QTEST_GUILESS_MAIN(ChartQueryTest)
#include "tst_chartquery.moc"
