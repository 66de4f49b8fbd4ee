// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panelcsv.h"
#include "panelfixture.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMessageBox>
#include <QMimeData>
#include <QSignalSpy>
#include <QXmlStreamReader>

using namespace foretop;
using namespace foretop::app;
using models::PanelKind;

/// What a panel is copied and saved as.
class PanelOutputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void writesTimesAsCsv();
    void writesValuesAsCsv();
    void writesHeatMapAsCsv();
    void drawsSvgInVectors_data();
    void drawsSvgInVectors();
    void copies();
    void saves_data();
    void saves();
    void tellsWhenItCannotSave();
    void asksForChanges();
};

namespace {

QString csvOf(PanelKind kind, const models::PanelAnswer &answer)
{
    return panelCsv(kind, answer, [](const auto &series) { return series.label != u"hidden"; });
}

QAction *action(const PanelBody &body, const char *name)
{
    return body.findChild<QAction *>(QString::fromUtf8(name));
}

} // namespace

void PanelOutputTest::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::German));
}

void PanelOutputTest::writesTimesAsCsv()
{
    const double inf = std::numeric_limits<double>::infinity();
    auto answer = panelAnswer({panelSeries(QStringLiteral("a,\"b\""), {0.1, kNone, 1e300}),
                               panelSeries(QStringLiteral("hidden"), {1, 2, 3}),
                               panelSeries(QStringLiteral("c"), {inf, -inf}, 15'000)});
    answer->series[0].points << QPointF(double(kFrom + 20'000), 0.30000000000000004);
    QCOMPARE(csvOf(PanelKind::TimeSeries, *answer),
             QStringLiteral("time,\"a,\"\"b\"\"\",c\r\n"
                            "2023-11-14T22:13:20.000Z,0.1,+Inf\r\n"
                            "2023-11-14T22:13:30.000Z,,\r\n"
                            "2023-11-14T22:13:35.000Z,,-Inf\r\n"
                            "2023-11-14T22:13:40.000Z,1e+300,\r\n"
                            "2023-11-14T22:13:40.000Z,0.30000000000000004,\r\n"));
    QCOMPARE(csvOf(PanelKind::TimeSeries, models::PanelAnswer()), QStringLiteral("time\r\n"));
}

void PanelOutputTest::writesValuesAsCsv()
{
    auto a = panelSeries(QStringLiteral("a"), {2});
    a.key.labels = {{"code", "200"}, {"path", "line\nfeed"}};
    auto b = panelSeries(QStringLiteral("b"), {kNone});
    b.key.labels = {{"host", "x"}};
    for (const auto kind :
         {PanelKind::Bars, PanelKind::TopN, PanelKind::Stat, PanelKind::Gauge, PanelKind::Table}) {
        QCOMPARE(csvOf(kind, *panelAnswer({a, b})), QStringLiteral("series,code,host,path,value\r\n"
                                                                   "a,200,,\"line\nfeed\",2\r\n"
                                                                   "b,,x,,\r\n"));
    }
}

void PanelOutputTest::writesHeatMapAsCsv()
{
    models::PanelAnswer answer;
    models::HeatMap map;
    map.bounds = {0.5, std::numeric_limits<double>::infinity()};
    map.firstMs = kFrom;
    map.stepMs = 500;
    map.columns = 2;
    map.values = {1, 2.5, kNone, 0};
    answer.heatMap = map;
    QCOMPARE(csvOf(PanelKind::HeatMap, answer),
             QStringLiteral("time,0.5,+Inf\r\n"
                            "2023-11-14T22:13:20.000Z,1,\r\n"
                            "2023-11-14T22:13:20.500Z,2.5,0\r\n"));
}

void PanelOutputTest::drawsSvgInVectors_data()
{
    QTest::addColumn<PanelKind>("kind");
    for (const auto kind :
         {PanelKind::TimeSeries, PanelKind::Bars, PanelKind::Stat, PanelKind::Gauge,
          PanelKind::Table, PanelKind::TopN, PanelKind::HeatMap}) {
        QTest::addRow("kind %d", int(kind)) << kind;
    }
}

void PanelOutputTest::drawsSvgInVectors()
{
    QFETCH(PanelKind, kind);
    auto spec = panelSpec(kind);
    spec.legend = models::LegendKind::Table;
    spec.thresholds = {{0, models::Threshold::Level::Normal},
                       {2, models::Threshold::Level::Warning}};
    PanelFixture fixture(spec);
    auto answer = panelAnswer({panelSeries(QStringLiteral("a"), {1, 2, 3})});
    answer->warnings << QStringLiteral("slow");
    answer->heatMap = models::HeatMap{{1, 2}, kFrom, 10'000, 3, {1, 2, 3, 4, 5, 6}, 6};
    fixture.give(answer);
    QXmlStreamReader xml(fixture.body.svg());
    int shapes = 0;
    int images = 0;
    QStringList texts;
    QString colours;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) {
            continue;
        }
        const auto name = xml.name();
        colours += xml.attributes().value(QStringLiteral("stroke")).toString();
        shapes += name == u"polyline" || name == u"path" || name == u"rect";
        images += name == u"image";
        if (name == u"text") {
            texts << xml.readElementText().trimmed();
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(shapes > (kind == PanelKind::Table ? 0 : 2));
    QCOMPARE(images, 0);
    QVERIFY(texts.contains(QStringLiteral("Load")));
    if (kind == PanelKind::TimeSeries) {
        QVERIFY(colours.contains(fixture.theme.series(0).name()));
        fixture.theme.setAppearance(Appearance::Dark);
        const QString dark = QString::fromUtf8(fixture.body.svg());
        QVERIFY(dark.contains(fixture.theme.series(0).name()));
    }
}

void PanelOutputTest::copies()
{
    PanelFixture fixture(panelSpec(PanelKind::TimeSeries));
    fixture.give(panelAnswer({panelSeries(QStringLiteral("a"), {1, 2, 3})}));
    const auto *clipboard = QGuiApplication::clipboard();
    action(fixture.body, "copyPanelImage")->trigger();
    QCOMPARE(clipboard->image().size(), fixture.body.image().size());
    QCOMPARE(clipboard->image().convertToFormat(QImage::Format_ARGB32),
             fixture.body.image().convertToFormat(QImage::Format_ARGB32));
    action(fixture.body, "copyPanelSvg")->trigger();
    QCOMPARE(clipboard->mimeData()->data(QStringLiteral("image/svg+xml")), fixture.body.svg());
    action(fixture.body, "copyPanelCsv")->trigger();
    QCOMPARE(clipboard->text(), fixture.body.csv());
    QCOMPARE(clipboard->mimeData()->data(QStringLiteral("text/csv")), fixture.body.csv().toUtf8());
}

void PanelOutputTest::saves_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("png") << "panel.png" << QByteArray("\x89PNG");
    QTest::newRow("svg") << "panel.SVG" << QByteArray("<?xml");
    QTest::newRow("csv") << "panel.csv" << QByteArray("time,a\r\n2023-");
}

void PanelOutputTest::saves()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, start);
    PanelFixture fixture(panelSpec(PanelKind::TimeSeries));
    fixture.give(panelAnswer({panelSeries(QStringLiteral("a"), {1, 2, 3})}));
    action(fixture.body, "savePanel")->trigger();
    auto *dialog = fixture.body.findChild<QFileDialog *>();
    QVERIFY(dialog);
    const QString path = fixture.directory.filePath(name);
    Q_EMIT dialog->fileSelected(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith(start));
}

void PanelOutputTest::tellsWhenItCannotSave()
{
    PanelFixture fixture(panelSpec(PanelKind::TimeSeries));
    action(fixture.body, "savePanel")->trigger();
    Q_EMIT fixture.body.findChild<QFileDialog *>()->fileSelected(
        fixture.directory.filePath(QStringLiteral("no/such/folder.png")));
    const auto *box = fixture.body.findChild<QMessageBox *>();
    QVERIFY(box && box->text().contains(QStringLiteral("folder.png")));
}

void PanelOutputTest::asksForChanges()
{
    PanelFixture fixture(panelSpec(PanelKind::TimeSeries));
    auto &actions = fixture.body.actions();
    QSignalSpy edit(&actions, &PanelActions::editRequested);
    QSignalSpy maximize(&actions, &PanelActions::maximizeRequested);
    QVERIFY(!action(fixture.body, "editPanel")->isVisible());
    actions.setEditable(true);
    QVERIFY(action(fixture.body, "removePanel")->isVisible());
    fixture.body.activateWindow();
    fixture.body.view().setFocus();
    QTRY_VERIFY(fixture.body.view().hasFocus());
    QTest::keyClick(&fixture.body.view(), Qt::Key_E);
    QTest::keyClick(&fixture.body.view(), Qt::Key_F);
    QCOMPARE(edit.size(), 1);
    QCOMPARE(maximize.size(), 1);
}

QTEST_MAIN(PanelOutputTest)
#include "tst_paneloutput.moc"
