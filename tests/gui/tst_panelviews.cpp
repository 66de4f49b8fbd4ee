// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/barsview.h"
#include "app/gaugeview.h"
#include "app/heatmapview.h"
#include "app/noticestrip.h"
#include "app/statview.h"
#include "app/tablepanelview.h"
#include "app/timeseriesview.h"
#include "panelfixture.h"

#include <QLabel>
#include <QRegularExpression>
#include <QTableView>

using namespace foretop;
using namespace foretop::app;
using models::PanelKind;

/// What each kind of panel draws of an answer.
class PanelViewsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void drawsLinesWithGaps();
    void followsBoundsAndThresholds();
    void stacksAreas();
    void stacksWhatIsNotAtTheSameTimes();
    void fillsAreas();
    void drawsBars();
    void ranks();
    void tellsRestOfBars();
    void showsStats();
    void placesGauge();
    void drawsHeatMap();
    void listsLabelsInTable();
    void tellsThatThereIsNothing_data();
    void tellsThatThereIsNothing();
    void tellsProblemsBesideData();
    void changesKind();
    void followsTheme_data();
    void followsTheme();
    void namesItsControls();
};

namespace {

using Threshold = models::Threshold;

const QVector<Threshold> kLevels = {
    {0, Threshold::Level::Normal}, {3, Threshold::Level::Warning}, {8, Threshold::Level::Critical}};

/// All texts that are drawn, in the order in which they are.
QStringList drawnTexts(const PanelBody &body)
{
    QStringList texts;
    const QString svg = QString::fromUtf8(body.svg());
    static const QRegularExpression text(QStringLiteral("<text[^>]*>([^<]*)</text>"));
    for (auto it = text.globalMatch(svg); it.hasNext();) {
        texts << it.next().captured(1).trimmed();
    }
    return texts;
}

QPoint placeOf(double share, const QRect &area)
{
    return {area.left() + int(share * area.width()), area.center().y()};
}

std::shared_ptr<models::PanelAnswer> heatAnswer()
{
    auto answer = panelAnswer({});
    models::HeatMap map;
    map.bounds = {0.1, 1, std::numeric_limits<double>::infinity()};
    map.firstMs = kFrom + 20'000;
    map.stepMs = 20'000;
    map.columns = 3;
    map.values = {1, 2, kNone, 8, 0, kNone, 0, 4, kNone};
    map.greatest = 8;
    answer->heatMap = map;
    return answer;
}

} // namespace

void PanelViewsTest::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    qputenv("TZ", "UTC");
    tzset();
}

void PanelViewsTest::drawsLinesWithGaps()
{
    PanelFixture fixture(panelSpec(PanelKind::TimeSeries));
    auto &view = fixture.view<TimeSeriesView>();
    fixture.give(panelAnswer({panelSeries(QStringLiteral("a"), {1, 2, kNone, 4, 5}),
                              panelSeries(QStringLiteral("b"), {7, 7})}));
    QTRY_COMPARE(view.pointCount(), 6);
    QVERIFY(view.hasData());
    QVERIFY(view.columns() > 400);
    QCOMPARE(view.accessibleDescription(), QStringLiteral("a: 5; b: 7"));
    QVERIFY(drawnTexts(fixture.body).contains(QStringLiteral("a 5")));
    fixture.give(panelAnswer({panelSeries(QStringLiteral("a"), {1})}));
    QTRY_COMPARE(view.pointCount(), 1);
    const double inf = std::numeric_limits<double>::infinity();
    fixture.give(panelAnswer({panelSeries(QStringLiteral("a"), {1, inf, 3})}));
    QTRY_COMPARE(view.pointCount(), 2);
    QCOMPARE(view.valueAxis().greatest, 3.0);
}

void PanelViewsTest::followsBoundsAndThresholds()
{
    auto spec = panelSpec(PanelKind::TimeSeries);
    spec.least = 2;
    spec.greatest = 12;
    spec.thresholds = kLevels;
    PanelFixture fixture(spec);
    auto &view = fixture.view<TimeSeriesView>();
    fixture.give(panelAnswer({panelSeries(QStringLiteral("a"), {2.5, 4, 9})}));
    const QRect plot = view.plot();
    QTRY_VERIFY(view.drawings() > 0);
    QCOMPARE(view.valueAxis().least, 2.0);
    QCOMPARE(view.valueAxis().greatest, 12.0);
    const QImage image = view.grab().toImage();
    const auto colourAt = [&](double value) {
        const double y = plot.bottom() - (value - 2) / 10 * plot.height();
        return image.pixelColor(plot.right() - 3, int(y) - 2);
    };
    QCOMPARE(colourAt(2.2), fixture.theme.cardBackground());
    QVERIFY(colourAt(5.2) != colourAt(2.2));
    QVERIFY(colourAt(5.2) != colourAt(10.2));
    const QString text = view.textAt(placeOf(20'000.0 / 60'000, plot));
    QCOMPARE(text, QStringLiteral("14 Nov 2023 22:13:40\na 9 critical"));
}

void PanelViewsTest::stacksAreas()
{
    auto spec = panelSpec(PanelKind::TimeSeries);
    spec.style = models::LineStyle::Stacked;
    PanelFixture fixture(spec);
    auto &view = fixture.view<TimeSeriesView>();
    fixture.give(panelAnswer({panelSeries(QStringLiteral("a"), {1, 1, 1, 1, 1, 1, 1}),
                              panelSeries(QStringLiteral("zero"), {0, 0, 0, 0, 0, 0, 0}),
                              panelSeries(QStringLiteral("c"), {2, 2, 2, 2, 2, 2, 2})}));
    QTRY_COMPARE(view.pointCount(), 14);
    QCOMPARE(view.valueAxis().greatest, 3.0);
    const QImage image = view.grab().toImage();
    const QRect plot = view.plot();
    const auto colourAt = [&](double value) {
        return image.pixelColor(plot.center().x(), int(plot.bottom() - value / 3 * plot.height()));
    };
    QVERIFY(colourAt(0.5) != colourAt(2));
    QCOMPARE(colourAt(1.5), colourAt(2.5));
}

void PanelViewsTest::stacksWhatIsNotAtTheSameTimes()
{
    auto spec = panelSpec(PanelKind::TimeSeries);
    spec.style = models::LineStyle::Stacked;
    PanelFixture fixture(spec);
    auto late = panelSeries(QStringLiteral("b"), {2, 2, 2});
    for (QPointF &point : late.points) {
        point.rx() += 15'000;
    }
    fixture.give(panelAnswer({panelSeries(QStringLiteral("a"), {1, 1, 1, 1, 1}), late}));
    // Both at each of the five and three times, but b not before it begins: 8 and 5 points, and
    // nothing of a after it ends.
    QTRY_COMPARE(fixture.view<TimeSeriesView>().valueAxis().greatest, 3.0);
}

void PanelViewsTest::fillsAreas()
{
    auto spec = panelSpec(PanelKind::TimeSeries);
    spec.style = models::LineStyle::Area;
    PanelFixture fixture(spec);
    auto &view = fixture.view<TimeSeriesView>();
    fixture.give(panelAnswer({panelSeries(QStringLiteral("a"), {4, 4, kNone, kNone, 4, 4, 4})}));
    QTRY_COMPARE(view.pointCount(), 5);
    const QImage image = view.grab().toImage();
    const QRect plot = view.plot();
    const int y = plot.center().y() + 7;
    const QColor filled = image.pixelColor(plot.left() + plot.width() / 12, y);
    const QColor gap = image.pixelColor(plot.center().x() - 20, y);
    QCOMPARE(gap, fixture.theme.cardBackground());
    QVERIFY(filled != gap);
}

void PanelViewsTest::drawsBars()
{
    auto spec = panelSpec(PanelKind::Bars);
    spec.thresholds = kLevels;
    PanelFixture fixture(spec);
    auto &view = fixture.view<BarsView>();
    fixture.give(panelAnswer({panelSeries(QStringLiteral("small"), {2}),
                              panelSeries(QStringLiteral("great"), {8}),
                              panelSeries(QStringLiteral("none"), {kNone})}));
    QCOMPARE(view.shownRows(), 3);
    QVERIFY(std::abs(view.barOf(0).width() * 4 - view.barOf(1).width()) < 0.01);
    QCOMPARE(view.barOf(2).width(), 0.0);
    QCOMPARE(view.textAt(view.barOf(1).center().toPoint()), QStringLiteral("great: 8 (critical)"));
    const QImage image = view.grab().toImage();
    QCOMPARE(image.pixelColor(view.barOf(1).center().toPoint()), fixture.theme.tone(Tone::Bad));
    QCOMPARE(image.pixelColor(view.barOf(0).center().toPoint()), fixture.theme.tone(Tone::Good));
    QCOMPARE(view.accessibleDescription(),
             QStringLiteral("small: 2; great: 8 (critical); none: –"));
    const QStringList texts = drawnTexts(fixture.body);
    QVERIFY(texts.contains(QStringLiteral("small")) && texts.contains(QStringLiteral("8")));
}

void PanelViewsTest::ranks()
{
    PanelFixture fixture(panelSpec(PanelKind::TopN));
    auto &view = fixture.view<BarsView>();
    fixture.give(panelAnswer({panelSeries(QStringLiteral("a"), {kNone}),
                              panelSeries(QStringLiteral("b"), {2}),
                              panelSeries(QStringLiteral("c"), {9})}));
    QCOMPARE(view.seriesAt(0), 2);
    QCOMPARE(view.seriesAt(1), 1);
    QCOMPARE(view.seriesAt(2), 0);
    QVERIFY(drawnTexts(fixture.body).contains(QStringLiteral("1. c")));
}

void PanelViewsTest::tellsRestOfBars()
{
    PanelFixture fixture(panelSpec(PanelKind::Bars), {300, 140});
    QVector<models::PanelSeries> series;
    for (int i = 0; i < 20; ++i) {
        series << panelSeries(QStringLiteral("s%1").arg(i), {double(i)});
    }
    fixture.give(panelAnswer(series));
    auto &view = fixture.view<BarsView>();
    const int shown = view.shownRows();
    QVERIFY(shown < 20);
    QVERIFY(
        drawnTexts(fixture.body).join(u' ').contains(QStringLiteral("%1 more").arg(20 - shown)));
    QVERIFY(view.textAt({5, view.height() - 5}).contains(QStringLiteral("s19: 19")));
}

void PanelViewsTest::showsStats()
{
    auto spec = panelSpec(PanelKind::Stat, Unit::Bytes);
    spec.thresholds = {{0, Threshold::Level::Normal}, {1024, Threshold::Level::Warning}};
    PanelFixture fixture(spec);
    fixture.give(panelAnswer({panelSeries(QStringLiteral("a"), {10, 20, 2048})}));
    QStringList texts = drawnTexts(fixture.body);
    QVERIFY(texts.contains(QStringLiteral("2.00 KiB")));
    QVERIFY(texts.contains(QStringLiteral("warning")));
    QVERIFY(!texts.contains(QStringLiteral("a")));
    fixture.give(panelAnswer({panelSeries(QStringLiteral("a"), {10, 20, 2048}),
                              panelSeries(QStringLiteral("b"), {10, 20})}));
    texts = drawnTexts(fixture.body);
    QVERIFY(texts.contains(QStringLiteral("b")) && texts.contains(QStringLiteral("normal")));
    QCOMPARE(fixture.body.view().textAt({10, 10}),
             QStringLiteral("a: 2.00 KiB (warning)\nMin 10 B, max 2.00 KiB, avg 693 B"));
}

void PanelViewsTest::placesGauge()
{
    auto spec = panelSpec(PanelKind::Gauge, Unit::Ratio);
    spec.thresholds = {{0, Threshold::Level::Normal}, {0.9, Threshold::Level::Critical}};
    PanelFixture fixture(spec, {260, 240});
    fixture.give(panelAnswer({panelSeries(QStringLiteral("disk"), {0.95})}));
    auto &view = fixture.view<GaugeView>();
    QCOMPARE(view.range().least, 0.0);
    QCOMPARE(view.range().greatest, 1.0);
    const QStringList texts = drawnTexts(fixture.body);
    for (const auto *text : {"95.0 %", "critical", "0.0 %", "100 %"}) {
        QVERIFY2(texts.contains(QString::fromUtf8(text)), text);
    }
    QCOMPARE(view.accessibleDescription(), QStringLiteral("disk: 95.0 % (critical)"));
}

void PanelViewsTest::drawsHeatMap()
{
    PanelFixture fixture(panelSpec(PanelKind::HeatMap, Unit::Seconds));
    fixture.give(heatAnswer());
    auto &view = fixture.view<HeatMapView>();
    QTRY_VERIFY(view.drawings() > 0);
    const QRect plot = view.plot();
    const auto at = [&](double column, double bucket) {
        return QPoint(plot.left() + int(plot.width() * (column + 0.5) / 3),
                      plot.bottom() - int(plot.height() * (bucket + 0.5) / 3));
    };
    const QImage image = view.grab().toImage();
    QCOMPARE(image.pixelColor(at(0, 1)), HeatMapView::colourOf(1, false));
    QCOMPARE(image.pixelColor(at(0, 0)), HeatMapView::colourOf(1.0 / 8, false));
    QCOMPARE(image.pixelColor(at(0, 2)), HeatMapView::colourOf(0, false));
    QCOMPARE(image.pixelColor(at(2, 1)), fixture.theme.cardBackground());
    QCOMPARE(view.textAt(at(1, 2)), QStringLiteral("14 Nov 2023 22:13:40 to 14 Nov 2023 22:14:00\n"
                                                   "over 1 s 4/s ◂\nup to 100 ms 2/s"));
    const QStringList texts = drawnTexts(fixture.body);
    for (const auto *text : {"100 ms", "1 s", "∞", "8/s"}) {
        QVERIFY2(texts.contains(QString::fromUtf8(text)), text);
    }
}

void PanelViewsTest::listsLabelsInTable()
{
    auto spec = panelSpec(PanelKind::Table);
    spec.thresholds = kLevels;
    PanelFixture fixture(spec);
    auto a = panelSeries(QStringLiteral("a"), {2});
    a.key.labels = {{"code", "200"}, {"path", "/a"}};
    auto b = panelSeries(QStringLiteral("b"), {4});
    b.key.labels = {{"code", "500"}};
    fixture.give(panelAnswer({a, b}));
    auto *table = fixture.body.view().findChild<QTableView *>();
    const auto *model = table->model();
    const auto row = [&](int at) {
        QStringList cells;
        for (int column = 0; column < model->columnCount(); ++column) {
            cells << model->index(at, column).data().toString();
        }
        return cells.join(u'|');
    };
    QCOMPARE(model->headerData(0, Qt::Horizontal).toString(), QStringLiteral("code"));
    QCOMPARE(row(0), QStringLiteral("200|/a|2"));
    QCOMPARE(row(1), QStringLiteral("500||4 (warning)"));
    table->sortByColumn(2, Qt::DescendingOrder);
    QCOMPARE(row(0), QStringLiteral("500||4 (warning)"));
    b.reduced = 1;
    fixture.give(panelAnswer({a, b}));
    QCOMPARE(row(0), QStringLiteral("200|/a|2"));
    QVERIFY(drawnTexts(fixture.body).contains(QStringLiteral("500")));
}

void PanelViewsTest::tellsThatThereIsNothing_data()
{
    QTest::addColumn<PanelKind>("kind");
    for (const auto kind :
         {PanelKind::TimeSeries, PanelKind::Bars, PanelKind::Stat, PanelKind::Gauge,
          PanelKind::HeatMap, PanelKind::Table, PanelKind::TopN}) {
        QTest::addRow("kind %d", int(kind)) << kind;
    }
}

void PanelViewsTest::tellsThatThereIsNothing()
{
    QFETCH(PanelKind, kind);
    auto spec = panelSpec(kind);
    spec.targets.resize(2);
    PanelFixture fixture(spec);
    QVERIFY(drawnTexts(fixture.body).contains(QStringLiteral("No data in this range")));
    fixture.give(panelAnswer({}), true);
    QVERIFY(drawnTexts(fixture.body).contains(QStringLiteral("Asking…")));
    auto failed = panelAnswer({});
    failed->problems = {{1, QStringLiteral("unknown function foo"), 7}};
    fixture.give(failed);
    const QString text = QStringLiteral("Expression B, column 7: unknown function foo");
    QVERIFY(drawnTexts(fixture.body).join(u' ').contains(text));
    QCOMPARE(fixture.body.view().accessibleDescription(), text);
    QVERIFY(fixture.body.findChild<NoticeStrip *>()->isHidden());
}

void PanelViewsTest::tellsProblemsBesideData()
{
    auto spec = panelSpec(PanelKind::TimeSeries);
    spec.targets.resize(2);
    PanelFixture fixture(spec);
    auto answer = panelAnswer({panelSeries(QStringLiteral("a"), {1, 2})});
    answer->problems = {{1, QStringLiteral("no such\nmetric\u202e"), {}}};
    answer->warnings = {QStringLiteral("store gateway 2 did not answer")};
    answer->leftOut = 3;
    fixture.give(answer);
    const auto *notice = fixture.body.findChild<NoticeStrip *>();
    QVERIFY(notice->isVisible());
    QVERIFY(notice->toolTip().contains(QStringLiteral("Expression B: no such")));
    QVERIFY(!notice->toolTip().contains(QChar(0x202e)));
    QVERIFY(notice->toolTip().contains(QStringLiteral("Warning: store gateway 2 did not answer")));
    const auto *leftOut = fixture.body.findChild<QLabel *>(QStringLiteral("leftOut"));
    QVERIFY(leftOut->isVisible());
    QVERIFY(leftOut->text().contains(u'3'));
    fixture.give(panelAnswer({panelSeries(QStringLiteral("a"), {1, 2})}));
    QVERIFY(notice->isHidden() && leftOut->isHidden());
}

void PanelViewsTest::changesKind()
{
    PanelFixture fixture(panelSpec(PanelKind::TimeSeries));
    fixture.give(panelAnswer({panelSeries(QStringLiteral("a"), {1, 2})}));
    fixture.body.choice().isolate(panelSeries(QStringLiteral("b"), {}));
    fixture.body.setSpec(panelSpec(PanelKind::Bars));
    QCOMPARE(fixture.view<BarsView>().shownRows(), 1);
    QVERIFY(fixture.body.choice().isShown(panelSeries(QStringLiteral("a"), {})));
    QVERIFY(!fixture.body.findChild<QWidget *>(QStringLiteral("legend")));
    fixture.body.setSpec(panelSpec(PanelKind::TimeSeries));
    QTRY_COMPARE(fixture.view<TimeSeriesView>().pointCount(), 2);
}

void PanelViewsTest::followsTheme_data()
{
    tellsThatThereIsNothing_data();
}

void PanelViewsTest::followsTheme()
{
    QFETCH(PanelKind, kind);
    PanelFixture fixture(panelSpec(kind));
    auto answer = heatAnswer();
    answer->series = {panelSeries(QStringLiteral("a"), {1, 2, 3})};
    fixture.give(answer);
    const QImage light = fixture.body.image();
    const QByteArray drawing = fixture.body.svg();
    fixture.theme.setAppearance(Appearance::Dark);
    QTRY_VERIFY(fixture.body.image().pixelColor(200, 20).lightness() <
                light.pixelColor(200, 20).lightness());
    QVERIFY(fixture.body.svg() != drawing);
    fixture.theme.setAppearance(Appearance::Light);
    QTRY_COMPARE(fixture.body.image(), light);
}

void PanelViewsTest::namesItsControls()
{
    PanelFixture fixture(panelSpec(PanelKind::TimeSeries));
    fixture.give(panelAnswer({panelSeries(QStringLiteral("a"), {1, 2})}));
    QCOMPARE(unnamedControls(fixture.body), QStringList());
}

QTEST_MAIN(PanelViewsTest)
#include "tst_panelviews.moc"
