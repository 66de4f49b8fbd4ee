// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chartpanel.h"
#include "pagefixture.h"

#include <QAbstractItemModelTester>
#include <QChart>
#include <QLineSeries>
#include <QTableView>
#include <QTest>

#include <limits>

using namespace foretop;
using namespace foretop::app;
using feeds::FeedKind;

class ChartPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsEachPieceOfALine();
    void reusesItsLines();
    void stacksAreas();
    void dragSelectsWindow();
    void sharesCrosshair();
    void showsSamplesOfSession();
    void legendFollowsSeries();
};

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr qint64 kFrom = 1'700'000'000'000;
constexpr qint64 kTo = kFrom + 60'000;

models::ChartSeries seriesOf(const QString &label, const QVector<double> &values)
{
    models::ChartSeries series;
    series.label = label;
    for (const double value : values) {
        series.points.emplace_back(double(kFrom + 10'000 * series.points.size()), value);
    }
    series.last = values.isEmpty() ? kNaN : values.back();
    series.greatest = 1;
    return series;
}

int visibleLines(const ChartView &view)
{
    int count = 0;
    for (const QAbstractSeries *series : view.chart()->series()) {
        count += series->type() == QAbstractSeries::SeriesTypeLine && series->isVisible();
    }
    return count;
}

models::ChartSpec loadChart()
{
    models::ChartSpec spec;
    spec.key = QStringLiteral("load");
    models::ChartSpec::Query query;
    query.metric = QStringLiteral("load1");
    query.labelFormat = QStringLiteral("{host}");
    spec.queries.push_back(query);
    return spec;
}

void show(QWidget &widget)
{
    widget.resize(640, 320);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

} // namespace

void ChartPanelTest::drawsEachPieceOfALine()
{
    Theme theme;
    CrosshairLink crosshair;
    ChartView view(theme, crosshair);
    show(view);
    view.setSeries({seriesOf(QStringLiteral("a"), {1, 2, kNaN, 4, 5})}, kFrom, kTo);
    QCOMPARE(visibleLines(view), 2);
    QCOMPARE(view.pointCount(), 4);
}

void ChartPanelTest::reusesItsLines()
{
    Theme theme;
    CrosshairLink crosshair;
    ChartView view(theme, crosshair);
    show(view);
    view.setSeries({seriesOf(QStringLiteral("a"), {1, kNaN, 2, kNaN, 3}),
                    seriesOf(QStringLiteral("b"), {1, 2, 3})},
                   kFrom, kTo);
    const auto made = view.chart()->series().size();
    view.setSeries({seriesOf(QStringLiteral("a"), {1, 2, 3})}, kFrom, kTo);
    QCOMPARE(visibleLines(view), 1);
    QCOMPARE(view.pointCount(), 3);
    view.setSeries(
        {seriesOf(QStringLiteral("a"), {1, kNaN, 2}), seriesOf(QStringLiteral("b"), {1, 2, 3})},
        kFrom, kTo);
    QCOMPARE(view.chart()->series().size(), made);
    view.setSeries({}, kFrom, kTo);
    QCOMPARE(view.pointCount(), 0);
}

void ChartPanelTest::stacksAreas()
{
    Theme theme;
    CrosshairLink crosshair;
    ChartView view(theme, crosshair);
    view.setStacked(true);
    show(view);
    view.setSeries({seriesOf(QStringLiteral("user"), {1, 1}),
                    seriesOf(QStringLiteral("zero"), {0, 0}),
                    seriesOf(QStringLiteral("system"), {2, 2})},
                   kFrom, kTo);
    int areas = 0;
    for (const QAbstractSeries *series : view.chart()->series()) {
        areas += series->type() == QAbstractSeries::SeriesTypeArea && series->isVisible();
    }
    QCOMPARE(areas, 2);
    QCOMPARE(view.pointCount(), 4);
}

void ChartPanelTest::dragSelectsWindow()
{
    PageFixture fixture;
    CrosshairLink crosshair;
    ChartPanel panel(fixture.context(), crosshair, loadChart(), QStringLiteral("Load"),
                     ChartPanel::Legend::Line);
    show(panel);
    auto *view = panel.findChild<ChartView *>();
    view->setSeries({seriesOf(QStringLiteral("a"), {1, 2, 3})}, kFrom, kTo);
    const QRect plot = view->chart()->plotArea().toRect();
    QWidget *port = view->viewport();
    QTest::mousePress(port, Qt::LeftButton, {},
                      {plot.left() + plot.width() / 4, plot.center().y()});
    QTest::mouseMove(port, {plot.left() + plot.width() / 2, plot.center().y()});
    QTest::mouseRelease(port, Qt::LeftButton, {},
                        {plot.left() + plot.width() / 2, plot.center().y()});
    QVERIFY(!fixture.cursor.isLive());
    const qint64 slack = 2 * 60'000 / plot.width() + 1;
    QVERIFY(std::abs(msSinceEpoch(fixture.cursor.at()) - (kFrom + 30'000)) <= slack);
    QVERIFY(std::abs(fixture.cursor.range().count() - 15'000) <= slack);
    QTest::mouseDClick(port, Qt::LeftButton, {}, plot.center());
    QVERIFY(fixture.cursor.isLive());
    QTest::mouseClick(port, Qt::LeftButton, {}, plot.center());
    QVERIFY(fixture.cursor.isLive());
}

void ChartPanelTest::sharesCrosshair()
{
    Theme theme;
    CrosshairLink crosshair;
    ChartView one(theme, crosshair);
    ChartView other(theme, crosshair);
    show(one);
    show(other);
    one.setSeries({seriesOf(QStringLiteral("a"), {1, 2, 3})}, kFrom, kTo);
    other.setSeries({seriesOf(QStringLiteral("b"), {1, 2, 3})}, kFrom, kTo);
    const QRect plot = one.chart()->plotArea().toRect();
    const QImage before = other.grab().toImage();
    QTest::mouseMove(one.viewport(), plot.center());
    QTRY_VERIFY(crosshair.moment());
    QVERIFY(std::abs(*crosshair.moment() - (kFrom + kTo) / 2) < 1000);
    QVERIFY(other.grab().toImage() != before);
    crosshair.setMoment({});
    QCOMPARE(other.grab().toImage(), before);
}

void ChartPanelTest::showsSamplesOfSession()
{
    PageFixture fixture;
    QVERIFY(fixture.connectFeeds());
    CrosshairLink crosshair;
    ChartPanel panel(fixture.context(), crosshair, loadChart(), QStringLiteral("Load"),
                     ChartPanel::Legend::Table);
    show(panel);
    panel.setSession(fixture.session.get());
    const qint64 now = msSinceEpoch(fixture.clock.wallNow());
    for (int i = 5; i >= 0; --i) {
        fixture.server.publish(
            FeedKind::Metrics,
            QStringLiteral(R"({"timestamp":%1,"samples":[)"
                           R"({"name":"load1","labels":{"host":"a"},"value":%2},)"
                           R"({"name":"load1","labels":{"host":"b"},"value":7}]})")
                .arg(now - 1000 * i)
                .arg(i)
                .toUtf8());
    }
    QTRY_VERIFY(panel.hasData());
    const auto *legend = panel.findChild<QTableView *>(QStringLiteral("legend"));
    QTRY_COMPARE(legend->model()->rowCount(), 2);
    QCOMPARE(legend->model()->index(0, LegendModel::LabelColumn).data().toString(),
             QStringLiteral("a"));
    QTRY_COMPARE(legend->model()->index(0, LegendModel::GreatestColumn).data().toString(),
                 QStringLiteral("5"));
    QTRY_COMPARE(legend->model()->index(1, LegendModel::ValueColumn).data().toString(),
                 QStringLiteral("7"));
    panel.setSession(nullptr);
    QTRY_VERIFY(!panel.hasData());
    QCOMPARE(legend->model()->rowCount(), 0);
}

void ChartPanelTest::legendFollowsSeries()
{
    Theme theme;
    LegendModel legend(theme, Unit::Bytes);
    const QAbstractItemModelTester tester(&legend);
    legend.setSeries({seriesOf(QStringLiteral("a"), {1024, 2048})});
    legend.setSeries(
        {seriesOf(QStringLiteral("a"), {1024, 2048}), seriesOf(QStringLiteral("b"), {1, kNaN})});
    QCOMPARE(legend.rowCount(), 2);
    QCOMPARE(legend.index(0, LegendModel::ValueColumn).data().toString(),
             QStringLiteral("2.00 KiB"));
    QCOMPARE(legend.index(1, LegendModel::ValueColumn).data().toString(), QStringLiteral("–"));
    legend.setMoment(kFrom, 1000);
    QCOMPARE(legend.index(0, LegendModel::ValueColumn).data().toString(),
             QStringLiteral("1.00 KiB"));
    legend.setMoment({}, 0);
    legend.setSeries({});
    QCOMPARE(legend.rowCount(), 0);
}

QTEST_MAIN(ChartPanelTest)
#include "tst_chartpanel.moc"
