// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/timecursor.h"

#include <QSignalSpy>
#include <QTest>

using namespace foretop;
using namespace foretop::session;

class TimeCursorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slidesWhileLive();
    void staysWhereFixed();
    void takesWindow();
    void boundsRange();
};

void TimeCursorTest::slidesWhileLive()
{
    ManualClock clock;
    const TimeCursor cursor(clock);
    QVERIFY(cursor.isLive());
    QVERIFY(!cursor.asOf());
    QCOMPARE(cursor.at(), clock.wallNow());
    clock.advance(Milliseconds(5000));
    QCOMPARE(cursor.at(), clock.wallNow());
    QCOMPARE(cursor.from(), clock.wallNow() - cursor.range());
}

void TimeCursorTest::staysWhereFixed()
{
    ManualClock clock;
    TimeCursor cursor(clock);
    QSignalSpy changed(&cursor, &TimeCursor::changed);
    const WallTime moment = clock.wallNow();
    cursor.setFixed(moment);
    cursor.setFixed(moment);
    clock.advance(Milliseconds(5000));
    QCOMPARE(changed.count(), 1);
    QVERIFY(!cursor.isLive());
    QCOMPARE(cursor.at(), moment);
    QVERIFY(cursor.asOf() == moment);
    cursor.setLive();
    cursor.setLive();
    QCOMPARE(changed.count(), 2);
    QCOMPARE(cursor.at(), clock.wallNow());
}

void TimeCursorTest::takesWindow()
{
    const ManualClock clock;
    TimeCursor cursor(clock);
    QSignalSpy changed(&cursor, &TimeCursor::changed);
    const WallTime from = clock.wallNow() - Milliseconds(60'000);
    cursor.setWindow(from, clock.wallNow());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(cursor.from(), from);
    QCOMPARE(cursor.at(), clock.wallNow());
    // A selection drawn from right to left.
    cursor.setWindow(clock.wallNow(), from);
    QCOMPARE(changed.count(), 1);
}

void TimeCursorTest::boundsRange()
{
    const ManualClock clock;
    TimeCursor cursor(clock);
    cursor.setRange(Milliseconds(-5));
    QCOMPARE(cursor.range(), TimeCursor::kLeastRange);
    cursor.setRange(Milliseconds::max());
    QCOMPARE(cursor.range(), TimeCursor::kGreatestRange);
    cursor.setWindow(clock.wallNow(), clock.wallNow());
    QCOMPARE(cursor.range(), TimeCursor::kLeastRange);
}

QTEST_APPLESS_MAIN(TimeCursorTest)
#include "tst_timecursor.moc"
