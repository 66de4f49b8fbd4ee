// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/panelwindow.h"

#include <QTest>

using namespace foretop;
using namespace foretop::models;

class PanelWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choosesSteps_data();
    void choosesSteps();
    void hasAtMostTwoPointsAPixel();
    void choosesRateWindows();
    void slidesByPixels();
    void endsWhereItIsFixed();
    void startsBeforeTheEpoch();
};

void PanelWindowTest::choosesSteps_data()
{
    QTest::addColumn<qint64>("least");
    QTest::addColumn<qint64>("step");
    for (const auto &[least, step] : std::initializer_list<std::pair<qint64, qint64>>{
             {0, 1},
             {1, 1},
             {3, 5},
             {21, 50},
             {501, 1000},
             {1001, 2000},
             {10'001, 15'000},
             {30'001, 60'000},
             {31 * 60'000, 60 * 60'000},
             {13 * 3'600'000, 24 * 3'600'000},
             {8LL * 24 * 3'600'000, 14LL * 24 * 3'600'000},
             {100LL * 24 * 3'600'000, 112LL * 24 * 3'600'000}}) {
        QTest::addRow("%lld", static_cast<long long>(least)) << least << step;
    }
}

void PanelWindowTest::choosesSteps()
{
    QFETCH(qint64, least);
    QTEST(qint64(roundStep(Milliseconds(least)).count()), "step");
}

void PanelWindowTest::hasAtMostTwoPointsAPixel()
{
    for (const qint64 range : {1'000LL, 60'000LL, 900'000LL, 86'400'000LL, 31'622'400'000LL}) {
        for (const int columns : {1, 7, 300, 1'200, 3'840, 100'000}) {
            const PanelWindow window =
                windowOf({.range = Milliseconds(range), .columns = columns},
                         wallTimeFromMs(1'700'000'000'000), wallTimeFromMs(1'800'000'000'000));
            QVERIFY((window.lastMoment - window.firstMoment) / window.step <= 2 * columns);
            QCOMPARE(msSinceEpoch(window.firstMoment) % window.step.count(), 0LL);
            QVERIFY(window.firstMoment <= window.from);
            QVERIFY(window.lastMoment <= window.to);
            QVERIFY(window.drawFrom() <= window.from);
        }
    }
}

void PanelWindowTest::choosesRateWindows()
{
    QCOMPARE(rateWindow(Milliseconds(1'000), Milliseconds(15'000)).count(), 60'000LL);
    QCOMPARE(rateWindow(Milliseconds(120'000), Milliseconds(15'000)).count(), 135'000LL);
}

void PanelWindowTest::slidesByPixels()
{
    const PanelExtent extent{.range = Milliseconds(600'000), .columns = 600};
    const auto at = [&extent](qint64 now) { return windowOf(extent, {}, wallTimeFromMs(now)); };
    QCOMPARE(msSinceEpoch(at(1'700'000'000'000).to), 1'700'000'001'000LL);
    QCOMPARE(at(1'700'000'000'999).to, at(1'700'000'000'000).to);
    QCOMPARE(msSinceEpoch(at(1'700'000'000'999).newest), 1'700'000'000'999LL);
    const PanelWindow next = at(1'700'000'001'000);
    QCOMPARE(next.to - at(1'700'000'000'000).to, Milliseconds(1'000));
    QCOMPARE(next.drawFrom() - at(1'700'000'000'000).drawFrom(), Milliseconds(1'000));
    QCOMPARE(next.to - next.from, extent.range);
    // No moment is in the future.
    QCOMPARE(msSinceEpoch(next.lastMoment), 1'700'000'000'000LL);
    QCOMPARE(next.step, Milliseconds(2'000));
}

void PanelWindowTest::endsWhereItIsFixed()
{
    const WallTime to = wallTimeFromMs(1'699'999'999'123);
    const PanelWindow window = windowOf({.range = Milliseconds(600'000), .columns = 601}, to,
                                        wallTimeFromMs(1'700'000'000'000));
    QCOMPARE(window.to, to);
    QCOMPARE(window.drawTo(), to);
    QCOMPARE(window.newest, to);
    QCOMPARE(window.to - window.from, Milliseconds(600'000));
    QCOMPARE(window.columns(), 601LL);
}

void PanelWindowTest::startsBeforeTheEpoch()
{
    const PanelWindow window = windowOf({.range = Milliseconds(10'000), .columns = 10},
                                        wallTimeFromMs(-1), wallTimeFromMs(1'000));
    QCOMPARE(msSinceEpoch(window.firstMoment), -12'000LL);
    QCOMPARE(msSinceEpoch(window.lastMoment), -2'000LL);
}

QTEST_GUILESS_MAIN(PanelWindowTest)
#include "tst_panelwindow.moc"
