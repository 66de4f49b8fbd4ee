// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/floatingtip.h"
#include "app/heatmapview.h"
#include "app/timeseriesview.h"
#include "panelfixture.h"

#include <QSignalSpy>
#include <QWheelEvent>

using namespace foretop;
using namespace foretop::app;
using models::PanelKind;

/// Moving through time in a picture, alone and shared by a page's pictures.
class PanelTimeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void dragSelectsWindow();
    void wheelZoomsAroundPointer();
    void sidewaysWheelPans_data();
    void sidewaysWheelPans();
    void keysMove_data();
    void keysMove();
    void goesBackInTheEndToLive();
    void keepsWaysBackThatMakeADifference();
    void liveEdgeFollows();
    void showsOldAnswerUntilNextOne();
    void drawsDeepZooms();
    void waitsForItsTurn();
    void sharesCrosshair();
    void tipFollowsPointer();
    void tipStaysInWindow();
    void tellsAnnotations();
    void showsFocus();
};

namespace {

std::shared_ptr<models::PanelAnswer> someAnswer()
{
    return panelAnswer({panelSeries(QStringLiteral("low"), {1, 1, 1, 1, 1, 1, 1}),
                        panelSeries(QStringLiteral("high"), {5, 6, 5, 6, 5, 6, 5})});
}

/// As the pointer does it; with the left button while it is pressed.
void hover(QWidget &view, const QPoint &at, Qt::MouseButtons buttons = {})
{
    QMouseEvent event(QEvent::MouseMove, at, view.mapToGlobal(QPointF(at)), Qt::NoButton, buttons,
                      {});
    QCoreApplication::sendEvent(&view, &event);
}

class TimeFixture : public PanelFixture
{
public:
    TimeFixture()
        : PanelFixture(panelSpec(PanelKind::TimeSeries))
    {
        give(someAnswer());
    }

    TimeSeriesView &picture() const { return view<TimeSeriesView>(); }
    QPoint at(double share) const
    {
        const QRect plot = picture().plot();
        return {plot.left() + int(std::lround(share * plot.width())), plot.center().y()};
    }
    void wheel(double share, const QPoint &delta, Qt::KeyboardModifiers modifiers = {})
    {
        const QPointF local = at(share);
        QWheelEvent event(local, picture().mapToGlobal(local), {}, delta, Qt::NoButton, modifiers,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&picture(), &event);
    }
    /// The window that is shown, in seconds after kFrom, to a tenth.
    QString window() const
    {
        const auto text = [](WallTime time) {
            return QString::number(double(msSinceEpoch(time) - kFrom) / 1000, 'f', 1);
        };
        return text(cursor.from()) + u' ' + text(cursor.at());
    }
};

} // namespace

void PanelTimeTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    qputenv("TZ", "UTC");
    tzset();
}

void PanelTimeTest::dragSelectsWindow()
{
    TimeFixture fixture;
    auto &view = fixture.picture();
    QTRY_COMPARE(view.pointCount(), 14);
    QTest::mousePress(&view, Qt::LeftButton, {}, fixture.at(0.25));
    hover(view, fixture.at(0.5));
    QTest::mouseRelease(&view, Qt::LeftButton, {}, fixture.at(0.5));
    QVERIFY(std::abs(msSinceEpoch(fixture.cursor.at()) - (kFrom + 30'000)) < 300);
    QVERIFY(std::abs(fixture.cursor.range().count() - 15'000) < 300);
    fixture.give(panelAnswer({panelSeries(QStringLiteral("low"), {1, 1, 1})}, 15'000, 5'000));
    QTRY_COMPARE(view.pointCount(), 3);
    const QString before = fixture.window();
    QTest::mouseClick(&view, Qt::LeftButton, {}, fixture.at(0.3));
    QCOMPARE(fixture.window(), before);
    QTest::mousePress(&view, Qt::LeftButton, {}, fixture.at(0.25));
    hover(view, fixture.at(0.7));
    QTest::keyClick(&view, Qt::Key_Escape);
    QTest::mouseRelease(&view, Qt::LeftButton, {}, fixture.at(0.7));
    QCOMPARE(fixture.window(), before);
}

void PanelTimeTest::wheelZoomsAroundPointer()
{
    TimeFixture fixture;
    const double moment = fixture.picture().momentAt(fixture.at(0.25).x());
    fixture.wheel(0.25, {0, 120});
    QCOMPARE(fixture.window(), QStringLiteral("3.0 51.0"));
    QVERIFY(std::abs(fixture.picture().momentAt(fixture.at(0.25).x()) - moment) < 100);
    fixture.wheel(0.25, {0, -120});
    QCOMPARE(fixture.window(), QStringLiteral("0.0 60.0"));
    // A touchpad sends less than a notch at a time.
    for (int i = 0; i < 8; ++i) {
        fixture.wheel(0.25, {0, 15});
    }
    QCOMPARE(fixture.window(), QStringLiteral("3.0 51.0"));
}

void PanelTimeTest::sidewaysWheelPans_data()
{
    QTest::addColumn<QPoint>("delta");
    QTest::addColumn<bool>("hasShift");
    QTest::addColumn<QString>("window");
    QTest::newRow("left") << QPoint(120, 0) << false << "-7.5 52.5";
    QTest::newRow("right") << QPoint(-120, 10) << false << "7.5 67.5";
    QTest::newRow("Shift up") << QPoint(0, 120) << true << "-7.5 52.5";
    QTest::newRow("Shift down") << QPoint(0, -240) << true << "15.0 75.0";
}

void PanelTimeTest::sidewaysWheelPans()
{
    QFETCH(QPoint, delta);
    QFETCH(bool, hasShift);
    QFETCH(QString, window);
    TimeFixture fixture;
    fixture.wheel(0.25, delta, hasShift ? Qt::ShiftModifier : Qt::NoModifier);
    QCOMPARE(fixture.window(), window);
}

void PanelTimeTest::keysMove_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("hasShift");
    QTest::addColumn<QString>("window");
    QTest::newRow("left") << int(Qt::Key_Left) << false << "-7.5 52.5";
    QTest::newRow("right") << int(Qt::Key_Right) << false << "7.5 67.5";
    QTest::newRow("far left") << int(Qt::Key_Left) << true << "-30.0 30.0";
    QTest::newRow("in") << int(Qt::Key_Plus) << false << "6.0 54.0";
    QTest::newRow("in, where + is with Shift") << int(Qt::Key_Equal) << false << "6.0 54.0";
    QTest::newRow("out") << int(Qt::Key_Minus) << false << "-7.5 67.5";
}

void PanelTimeTest::keysMove()
{
    QFETCH(int, key);
    QFETCH(bool, hasShift);
    QFETCH(QString, window);
    TimeFixture fixture;
    QTest::keyClick(&fixture.picture(), Qt::Key(key),
                    hasShift ? Qt::ShiftModifier : Qt::NoModifier);
    QCOMPARE(fixture.window(), window);
}

void PanelTimeTest::goesBackInTheEndToLive()
{
    TimeFixture fixture;
    auto &view = fixture.picture();
    QTest::mousePress(&view, Qt::LeftButton, {}, fixture.at(0));
    hover(view, fixture.at(0.5));
    QTest::mouseRelease(&view, Qt::LeftButton, {}, fixture.at(0.5));
    QCOMPARE(fixture.window(), QStringLiteral("0.0 30.0"));
    QTest::keyClick(&view, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(fixture.window(), QStringLiteral("-15.0 15.0"));
    QTest::keyClick(&view, Qt::Key_Backspace);
    QCOMPARE(fixture.window(), QStringLiteral("0.0 30.0"));
    QTest::mouseDClick(&view, Qt::LeftButton, {}, fixture.at(0.5));
    QCOMPARE(fixture.window(), QStringLiteral("0.0 60.0"));
    QVERIFY(fixture.crosshair.zoom().isEmpty());
    QTest::mouseDClick(&view, Qt::LeftButton, {}, fixture.at(0.5));
    QVERIFY(fixture.cursor.isLive());
}

void PanelTimeTest::keepsWaysBackThatMakeADifference()
{
    TimeFixture fixture;
    for (int i = 0; i < 10; ++i) {
        fixture.wheel(0.5, {0, 120});
    }
    QTest::keyClick(&fixture.picture(), Qt::Key_Backspace);
    int ways = 1;
    while (!fixture.crosshair.zoom().isEmpty()) {
        QTest::keyClick(&fixture.picture(), Qt::Key_Backspace);
        ++ways;
    }
    QCOMPARE(fixture.window(), QStringLiteral("0.0 60.0"));
    QCOMPARE(ways, 3);
    for (int i = 0; i < 3 * ZoomHistory::kMost; ++i) {
        fixture.crosshair.zoom().show(fixture.cursor, kFrom + i * 1000, kFrom + i * 1000 + 5000,
                                      ZoomHistory::Step::Choice);
    }
    ways = 0;
    for (; !fixture.crosshair.zoom().isEmpty(); ++ways) {
        fixture.crosshair.zoom().back(fixture.cursor);
    }
    QCOMPARE(ways, int(ZoomHistory::kMost));
}

void PanelTimeTest::liveEdgeFollows()
{
    ManualClock clock(wallTimeFromMs(kFrom));
    session::TimeCursor cursor(clock);
    ZoomHistory history;
    // Ends a little before now: still live.
    history.show(cursor, kFrom - 100'000, kFrom - 1'000, ZoomHistory::Step::Choice);
    QVERIFY(cursor.isLive());
    QCOMPARE(cursor.range().count(), 99'000);
    history.show(cursor, kFrom - 100'000, kFrom - 10'000, ZoomHistory::Step::Choice);
    QVERIFY(!cursor.isLive());
    // There is nothing to see after now.
    history.show(cursor, kFrom - 50'000, kFrom + 50'000, ZoomHistory::Step::Choice);
    QVERIFY(cursor.isLive());
    QCOMPARE(cursor.range().count(), 100'000);
    history.back(cursor);
    QVERIFY(!cursor.isLive());
    history.back(cursor);
    QVERIFY(cursor.isLive());
    QCOMPARE(cursor.range().count(), 99'000);
    clock.advance(Milliseconds(5000));
    QCOMPARE(msSinceEpoch(cursor.at()), kFrom + 5000);
}

void PanelTimeTest::showsOldAnswerUntilNextOne()
{
    TimeFixture fixture;
    auto &view = fixture.picture();
    QTRY_VERIFY(view.drawings() > 0);
    view.grab();
    const int drawings = view.drawings();
    fixture.cursor.setWindow(wallTimeFromMs(kFrom + 30'000), wallTimeFromMs(kFrom + 90'000));
    const QImage moved = view.grab().toImage();
    QCOMPARE(view.drawings(), drawings);
    // What was in the right half is now in the left one; the right one is not known yet.
    const QRect plot = view.plot();
    const auto coloured = [&](double from, double to) {
        int count = 0;
        for (int x = plot.left() + int(from * plot.width()) + 3;
             x < plot.left() + int(to * plot.width()) - 3; ++x) {
            for (int y = plot.top() + 3; y < plot.bottom() - 3; ++y) {
                count += moved.pixelColor(x, y).hsvSaturation() > 60;
            }
        }
        return count;
    };
    QVERIFY(coloured(0, 0.5) > 100);
    QCOMPARE(coloured(0.5, 1), 0);
}

void PanelTimeTest::drawsDeepZooms()
{
    TimeFixture fixture;
    auto &view = fixture.picture();
    QTRY_VERIFY(view.drawings() > 0);
    const QByteArray drawing = fixture.body.svg();
    constexpr qint64 kYear = 366LL * 24 * 3600 * 1000;
    for (const qint64 width : {qint64(1), qint64(1000), kYear, 1000 * kYear}) {
        view.setWindow(kFrom + 30'000 - width / 2, kFrom + 30'001 + width / 2);
        QVERIFY(!view.grab().isNull());
        // A copy is of what was answered.
        QCOMPARE(fixture.body.svg(), drawing);
    }
}

void PanelTimeTest::waitsForItsTurn()
{
    FrameBudget budget;
    QWidget one;
    QWidget other;
    QVERIFY(budget.admits(&one));
    budget.spend(FrameBudget::kTurn);
    QVERIFY(!budget.admits(&other));
    // In the next turn who waited is first.
    QVERIFY(!budget.admits(&one));
    bool isAdmitted = false;
    QTRY_VERIFY(isAdmitted = isAdmitted || budget.admits(&other));
    QVERIFY(budget.admits(&one));
    QVERIFY(budget.admits(&other));
}

void PanelTimeTest::sharesCrosshair()
{
    TimeFixture fixture;
    PanelBody heat(fixture.context(), fixture.crosshair, panelSpec(PanelKind::HeatMap));
    heat.resize(400, 200);
    heat.show();
    heat.view().setWindow(kFrom, kFrom + 60'000);
    const QImage before = heat.grab().toImage();
    hover(fixture.picture(), fixture.at(0.5));
    QTRY_VERIFY(fixture.crosshair.moment());
    QVERIFY(std::abs(*fixture.crosshair.moment() - (kFrom + 30'000)) < 300);
    QVERIFY(heat.grab().toImage() != before);
    QEvent leave(QEvent::Leave);
    QCoreApplication::sendEvent(&fixture.picture(), &leave);
    QVERIFY(!fixture.crosshair.moment());
    QCOMPARE(heat.grab().toImage(), before);
}

void PanelTimeTest::tipFollowsPointer()
{
    TimeFixture fixture;
    auto &view = fixture.picture();
    hover(view, fixture.at(1.0 / 6));
    const auto *tip = fixture.body.window()->findChild<FloatingTip *>();
    QVERIFY(tip && tip->isVisible());
    QCOMPARE(tip->content().text(), QStringLiteral("14 Nov 2023 22:13:30\nhigh 6\nlow 1"));
    const QPoint place = tip->pos();
    hover(view, fixture.at(2.0 / 6));
    QCOMPARE(fixture.body.window()->findChild<FloatingTip *>(), tip);
    QVERIFY(tip->isVisible() && tip->pos() != place);
    QVERIFY(tip->content().text().startsWith(QStringLiteral("14 Nov 2023 22:13:40\nhigh 5")));
    fixture.body.choice().toggle(someAnswer()->series[1]);
    hover(view, fixture.at(0.5));
    QCOMPARE(tip->content().rows.size(), 1);
    hover(view, {2, 2});
    QVERIFY(tip->isHidden());
}

void PanelTimeTest::tipStaysInWindow()
{
    TimeFixture fixture;
    QVector<models::PanelSeries> series;
    for (int i = 0; i < 100; ++i) {
        series << panelSeries(QStringLiteral("a long name of the series %1").arg(i),
                              {double(i), double(i)}, 60'000);
    }
    fixture.give(panelAnswer(series, 60'000, 60'000));
    for (const double share : {0.02, 0.98}) {
        hover(fixture.picture(), fixture.at(share));
        const auto *tip = fixture.body.window()->findChild<FloatingTip *>();
        QVERIFY(tip->isVisible());
        QVERIFY(fixture.body.window()->rect().contains(tip->geometry()));
        QVERIFY(tip->content().rows.size() <= FloatingTip::kMostRows);
        QCOMPARE(tip->content().rows.size() + tip->content().more, 100);
        QCOMPARE(tip->content().rows.front().value, QStringLiteral("99"));
    }
}

void PanelTimeTest::tellsAnnotations()
{
    TimeFixture fixture;
    auto &view = fixture.picture();
    const QImage before = view.grab().toImage();
    using Kind = models::Annotation::Kind;
    fixture.body.setAnnotations(
        {{Kind::Restart, QStringLiteral("web-1"), {}, kFrom + 10'000, {}},
         {Kind::Deploy, QStringLiteral("shop"), QStringLiteral("1.4.2"), kFrom + 20'000, {}},
         {Kind::Alert, QStringLiteral("Slow"), {}, kFrom + 40'000, kFrom + 50'000},
         {Kind::Restart, QStringLiteral("old"), {}, kFrom - 10'000, {}}});
    QVERIFY(view.grab().toImage() != before);
    QVERIFY(view.textAt(fixture.at(1.0 / 6))
                .endsWith(QStringLiteral("\n14 Nov 2023 22:13:30 restart of web-1")));
    QVERIFY(view.textAt(fixture.at(2.0 / 6)).contains(QStringLiteral("deploy of shop: 1.4.2")));
    QVERIFY(
        view.textAt(fixture.at(4.5 / 6))
            .contains(QStringLiteral("14 Nov 2023 22:14:00 to 14 Nov 2023 22:14:10 alert Slow")));
    QVERIFY(!view.textAt(fixture.at(5.5 / 6)).contains(QStringLiteral("alert")));
}

void PanelTimeTest::showsFocus()
{
    TimeFixture fixture;
    QSignalSpy spy(&fixture.body, &PanelBody::focusChanged);
    fixture.body.activateWindow();
    fixture.picture().setFocus();
    QTRY_VERIFY(!spy.isEmpty());
    QCOMPARE(spy.last().first().toBool(), true);
}

QTEST_MAIN(PanelTimeTest)
#include "tst_paneltime.moc"
