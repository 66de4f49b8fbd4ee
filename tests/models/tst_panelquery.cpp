// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "livesession.h"
#include "models/panelquery.h"

#include <QSignalSpy>

using namespace foretop;
using namespace foretop::models;
using feeds::FeedKind;

class PanelQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersWhatComes();
    void followsWhileTheClockStands();
    void slidesWhileLive();
    void showsTheCursorsWindow();
    void asksOnceWhileFixed();
    void restsWhileInactive();
    void isReadyAtMostOnceAFrame();
    void tellsThatItIsPending();
    void takesTheNewestWish();
    void namesTheSourceThatIsMissing();
    void outlivesItsSession();
    void endsWhileComputing();
};

namespace {

PanelSpec loadSpec(const char *expression = "load")
{
    PanelSpec spec;
    spec.targets.append({.expression = QString::fromUtf8(expression), .legend = {}});
    return spec;
}

void publishLoad(LiveSession &live, qint64 ms, double value)
{
    live.server.publish(FeedKind::Metrics,
                        R"({"timestamp":)" + timeText(ms) +
                            R"(,"samples":[{"name":"load","labels":{},"value":)" +
                            QByteArray::number(value) + "}]}");
}

std::size_t samplesHeld(const LiveSession &live)
{
    const auto now = live.clock.wallNow();
    const auto series = live.session->metrics().query("load", {}, now - std::chrono::hours(1),
                                                      now + std::chrono::hours(1));
    return series.empty() ? 0 : series[0].samples.size();
}

double lastOf(const PanelQuery &query)
{
    const auto answer = query.answer();
    return answer->series.isEmpty() ? -1 : answer->series.first().last;
}

} // namespace

void PanelQueryTest::answersWhatComes()
{
    LiveSession live;
    QTRY_VERIFY(live.isFollowed());
    publishLoad(live, -20'000, 1);
    publishLoad(live, -10'000, 3);
    QTRY_COMPARE(samplesHeld(live), std::size_t(2));
    live.clock.advance(Milliseconds(1'000));
    PanelQuery query(loadSpec());
    query.setColumns(100);
    query.setSession(live.session.get(), &live.cursor);
    QTRY_COMPARE(lastOf(query), 3.0);
    const auto answer = query.answer();
    const PanelSeries &series = answer->series.first();
    QCOMPARE(series.label, QStringLiteral("load"));
    QCOMPARE(series.points.size(), 2);
    QCOMPARE(series.points.at(0), QPointF(1'699'999'980'000.0, 1));
    QCOMPARE(series.mean, 2.0);
    QCOMPARE(answer->leftOut, 0);
    // The window is the cursor's, up to the end of the pixel column of 9 s that now is in.
    QVERIFY(answer->toMs > 1'700'000'001'000);
    QVERIFY(answer->toMs <= 1'700'000'001'000 + 9'000);
    QCOMPARE(answer->toMs - answer->fromMs, qint64(15 * 60 * 1000));
    query.setSpec(loadSpec("load * 2"));
    QTRY_COMPARE(lastOf(query), 6.0);
    live.clock.advance(Milliseconds(9'000));
    publishLoad(live, 2'000, 5);
    QTRY_COMPARE(lastOf(query), 10.0);
}

void PanelQueryTest::followsWhileTheClockStands()
{
    LiveSession live;
    PanelQuery query(loadSpec());
    query.setColumns(100);
    query.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(!query.isPending());
    QTRY_VERIFY(live.isFollowed());
    publishLoad(live, -2'000, 1);
    QTRY_COMPARE_WITH_TIMEOUT(lastOf(query), 1.0, 30'000);
    PanelSpec spec = loadSpec();
    spec.kind = PanelKind::Stat;
    query.setSpec(spec);
    publishLoad(live, -1'000, 2);
    QTRY_COMPARE_WITH_TIMEOUT(lastOf(query), 2.0, 30'000);
}

void PanelQueryTest::slidesWhileLive()
{
    LiveSession live;
    live.cursor.setRange(Milliseconds(60'000));
    PanelQuery query(loadSpec());
    query.setColumns(60);
    query.setSession(live.session.get(), &live.cursor);
    QSignalSpy ready(&query, &PanelQuery::ready);
    QTRY_VERIFY(ready.count() > 0);
    const qint64 before = query.answer()->toMs;
    // Without news not for each pixel, but it does.
    live.clock.advance(Milliseconds(7'000));
    QTRY_COMPARE(query.answer()->toMs, before + 7'000);
    QCOMPARE(query.answer()->toMs - query.answer()->fromMs, qint64(60'000));
    live.clock.advance(Milliseconds(1'000));
    publishLoad(live, 7'500, 1);
    QTRY_COMPARE(query.answer()->toMs, before + 8'000);
    QCOMPARE(lastOf(query), 1.0);
}

void PanelQueryTest::showsTheCursorsWindow()
{
    LiveSession live;
    PanelQuery query(loadSpec());
    query.setColumns(100);
    QTRY_VERIFY(live.isFollowed());
    for (int s = -600; s <= 0; s += 10) {
        publishLoad(live, s * 1000, s);
    }
    QTRY_COMPARE(samplesHeld(live), std::size_t(61));
    live.clock.advance(Milliseconds(1'000));
    query.setSession(live.session.get(), &live.cursor);
    QTRY_COMPARE(lastOf(query), 0.0);
    const WallTime from = live.clock.wallNow() - Milliseconds(501'000);
    const WallTime to = live.clock.wallNow() - Milliseconds(401'000);
    live.cursor.setWindow(from, to);
    QTRY_COMPARE(query.answer()->toMs, msSinceEpoch(to));
    QCOMPARE(query.answer()->fromMs, msSinceEpoch(from));
    QCOMPARE(query.answer()->series.at(0).last, -400.0);
    QCOMPARE(query.answer()->series.at(0).least, -500.0);
    live.cursor.setLive();
    QTRY_VERIFY(lastOf(query) > -400.0);
}

void PanelQueryTest::asksOnceWhileFixed()
{
    LiveSession live;
    PanelQuery query(loadSpec());
    query.setColumns(100);
    query.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    live.cursor.setFixed(live.clock.wallNow() - Milliseconds(100'000));
    QTRY_VERIFY(!query.isPending());
    QSignalSpy ready(&query, &PanelQuery::ready);
    publishLoad(live, 1'000, 9);
    live.clock.advance(Milliseconds(2'000));
    QTRY_COMPARE(live.session->metrics().families().size(), std::size_t(1));
    QCoreApplication::processEvents();
    QCOMPARE(ready.count(), 0);
    query.setColumns(99);
    QTRY_COMPARE(ready.count(), 1);
    QVERIFY(query.answer()->series.isEmpty());
}

void PanelQueryTest::restsWhileInactive()
{
    LiveSession live;
    PanelQuery query(loadSpec());
    query.setActive(false);
    query.setColumns(100);
    query.setSession(live.session.get(), &live.cursor);
    QSignalSpy ready(&query, &PanelQuery::ready);
    publishLoad(live, -1'000, 1);
    QTRY_COMPARE(live.session->metrics().families().size(), std::size_t(1));
    QCoreApplication::processEvents();
    QCOMPARE(ready.count(), 0);
    QVERIFY(!query.isPending());
    query.setActive(true);
    QTRY_COMPARE(query.answer()->series.size(), 1);
    // Without a width there is nothing to reduce to; what is known stays.
    query.setColumns(0);
    QCoreApplication::processEvents();
    QCOMPARE(query.answer()->series.size(), 1);
    QVERIFY(!query.isPending());
}

void PanelQueryTest::isReadyAtMostOnceAFrame()
{
    LiveSession live;
    PanelQuery query(loadSpec());
    query.setColumns(100);
    query.setSession(live.session.get(), &live.cursor);
    QTRY_VERIFY(live.isFollowed());
    publishLoad(live, -1'000, 1);
    live.clock.advance(Milliseconds(1'000));
    QTRY_COMPARE(query.answer()->series.size(), 1);
    QSignalSpy ready(&query, &PanelQuery::ready);
    for (int columns = 200; columns < 300; ++columns) {
        query.setColumns(columns);
        live.cursor.setRange(Milliseconds(columns * 1'000));
    }
    QTRY_COMPARE(query.answer()->toMs - query.answer()->fromMs, qint64(299'000));
    QVERIFY(ready.count() <= 2);
}

void PanelQueryTest::tellsThatItIsPending()
{
    LiveSession live;
    PanelQuery query(loadSpec());
    QSignalSpy changed(&query, &PanelQuery::pendingChanged);
    query.setSession(live.session.get(), &live.cursor);
    QVERIFY(!query.isPending());
    query.setColumns(100);
    QVERIFY(query.isPending());
    QCOMPARE(changed.count(), 1);
    QTRY_VERIFY(!query.isPending());
    QCOMPARE(changed.count(), 2);
    query.setSpec(query.spec());
    QVERIFY(!query.isPending());
    query.setVariables({{QStringLiteral("a"), QStringLiteral("b")}});
    QVERIFY(query.isPending());
}

void PanelQueryTest::takesTheNewestWish()
{
    LiveSession live;
    PanelQuery query(loadSpec());
    query.setColumns(100);
    query.setSession(live.session.get(), &live.cursor);
    QSignalSpy ready(&query, &PanelQuery::ready);
    for (int i = 0; i < 100; ++i) {
        query.setSpec(loadSpec(QByteArray::number(i).constData()));
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(!query.isPending());
    QCOMPARE(lastOf(query), 99.0);
}

void PanelQueryTest::namesTheSourceThatIsMissing()
{
    LiveSession live;
    PanelQuery query(loadSpec());
    query.setColumns(100);
    query.setSource(QStringLiteral("prod"));
    query.setSession(live.session.get(), &live.cursor);
    QTRY_COMPARE(query.answer()->problems.size(), 1);
    QCOMPARE(query.answer()->problems.first().message,
             QStringLiteral("there is no Prometheus source named \"prod\""));
    QVERIFY(!query.isPending());
    // The panel's own name goes before that of all.
    PanelSpec spec = loadSpec();
    spec.source = QStringLiteral("other");
    query.setSpec(spec);
    QTRY_COMPARE(query.answer()->problems.first().message,
                 QStringLiteral("there is no Prometheus source named \"other\""));
    query.setSpec(loadSpec("1"));
    query.setSource({});
    QTRY_COMPARE(lastOf(query), 1.0);
    QVERIFY(query.answer()->problems.isEmpty());
}

void PanelQueryTest::outlivesItsSession()
{
    LiveSession live;
    PanelQuery query(loadSpec("1"));
    query.setColumns(100);
    query.setSession(live.session.get(), &live.cursor);
    QTRY_COMPARE(lastOf(query), 1.0);
    QSignalSpy ready(&query, &PanelQuery::ready);
    live.session.reset();
    QCOMPARE(ready.count(), 1);
    QVERIFY(query.answer()->series.isEmpty());
    query.setColumns(50);
    query.setSpec(loadSpec("2"));
    QCoreApplication::processEvents();
    QVERIFY(query.answer()->series.isEmpty());
    QVERIFY(!query.isPending());
}

void PanelQueryTest::endsWhileComputing()
{
    LiveSession live;
    for (int i = 0; i < 20; ++i) {
        PanelQuery query(loadSpec("sum_over_time(vector(1)[1h:1s])"));
        query.setColumns(1'000);
        query.setSession(live.session.get(), &live.cursor);
        QCoreApplication::processEvents();
    }
    PanelQuery last(loadSpec("sum_over_time(vector(1)[1h:1s])"));
    last.setColumns(1'000);
    last.setSession(live.session.get(), &live.cursor);
    QCoreApplication::processEvents();
    live.session.reset();
    QVERIFY(last.answer()->series.isEmpty());
}

QTEST_GUILESS_MAIN(PanelQueryTest)
#include "tst_panelquery.moc"
