// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serieslegendline.h"
#include "app/serieslegendtable.h"
#include "app/timeseriesview.h"
#include "panelfixture.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>

using namespace foretop;
using namespace foretop::app;

class PanelLegendTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelFollowsSeries();
    void clickIsolates();
    void ctrlClickHides();
    void keysIsolateAndHide();
    void tableSortsAndHides();
    void choiceOutlivesAnswers();
    void tellsWhatDoesNotFit();
};

namespace {

std::shared_ptr<models::PanelAnswer> threeSeries()
{
    return panelAnswer({panelSeries(QStringLiteral("a"), {1, 2, 3}),
                        panelSeries(QStringLiteral("b"), {30, 10, 20}),
                        panelSeries(QStringLiteral("c"), {5, 5})});
}

class LegendFixture : public PanelFixture
{
public:
    explicit LegendFixture(models::LegendKind kind)
        : PanelFixture(specWith(kind), {700, 300})
    {
        give(threeSeries());
    }
    static models::PanelSpec specWith(models::LegendKind kind)
    {
        auto spec = panelSpec(models::PanelKind::TimeSeries);
        spec.legend = kind;
        return spec;
    }
    qsizetype pointCount() const
    {
        body.view().grab();
        return view<TimeSeriesView>().pointCount();
    }
};

} // namespace

void PanelLegendTest::modelFollowsSeries()
{
    Theme theme;
    SeriesChoice choice;
    SeriesLegendModel model(theme, choice);
    const QAbstractItemModelTester tester(&model);
    auto spec = panelSpec(models::PanelKind::TimeSeries, Unit::Bytes);
    spec.decimals = 1;
    model.setSpec(spec);
    model.setSeries(threeSeries()->series);
    QCOMPARE(model.rowCount(), 3);
    const auto text = [&](int column) { return model.index(1, column).data().toString(); };
    QCOMPARE(text(SeriesLegendModel::LastColumn), QStringLiteral("20.0 B"));
    QCOMPARE(text(SeriesLegendModel::LeastColumn), QStringLiteral("10.0 B"));
    QCOMPARE(text(SeriesLegendModel::GreatestColumn), QStringLiteral("30.0 B"));
    QCOMPARE(text(SeriesLegendModel::MeanColumn), QStringLiteral("20.0 B"));
    model.toggle(1);
    const QModelIndex label = model.index(1, SeriesLegendModel::LabelColumn);
    QCOMPARE(label.data(SeriesLegendModel::IsShownRole).toBool(), false);
    QVERIFY(label.data(Qt::FontRole).value<QFont>().strikeOut());
    QCOMPARE(label.data(Qt::AccessibleTextRole).toString(), QStringLiteral("b, hidden"));
    // A name from outside is no HTML and stays in its line.
    model.setSeries({panelSeries(QStringLiteral("<b>x</b>\ny\u202e"), {1})});
    const QModelIndex foreign = model.index(0, SeriesLegendModel::LabelColumn);
    QCOMPARE(foreign.data().toString(), QStringLiteral("<b>x</b>\u240ay\ufffd"));
    QVERIFY(foreign.data(Qt::ToolTipRole).toString().contains(QStringLiteral("&lt;b&gt;x")));
    model.setSeries({});
    QCOMPARE(model.rowCount(), 0);
}

void PanelLegendTest::clickIsolates()
{
    LegendFixture fixture(models::LegendKind::Line);
    QTRY_COMPARE(fixture.pointCount(), 8);
    auto *legend = fixture.body.findChild<SeriesLegendLine *>();
    QTest::mouseClick(legend, Qt::LeftButton, {}, legend->rectOf(1).center());
    QTRY_COMPARE(fixture.pointCount(), 3);
    QCOMPARE(fixture.body.view().accessibleDescription(), QStringLiteral("b: 20"));
    QTest::mouseClick(legend, Qt::LeftButton, {}, legend->rectOf(2).center());
    QTRY_COMPARE(fixture.pointCount(), 2);
    QTest::mouseClick(legend, Qt::LeftButton, {}, legend->rectOf(2).center());
    QTRY_COMPARE(fixture.pointCount(), 8);
}

void PanelLegendTest::ctrlClickHides()
{
    LegendFixture fixture(models::LegendKind::Line);
    auto *legend = fixture.body.findChild<SeriesLegendLine *>();
    const QImage before = legend->grab().toImage();
    QTest::mouseClick(legend, Qt::LeftButton, Qt::ControlModifier, legend->rectOf(1).center());
    QTRY_COMPARE(fixture.pointCount(), 5);
    QTRY_COMPARE(fixture.view<TimeSeriesView>().valueAxis().greatest, 5.0);
    QVERIFY(legend->grab().toImage() != before);
    QTest::mouseClick(legend, Qt::LeftButton, Qt::ControlModifier, legend->rectOf(1).center());
    QTRY_COMPARE(fixture.pointCount(), 8);
    QCOMPARE(legend->grab().toImage(), before);
    // One that is alone gets company.
    QTest::mouseClick(legend, Qt::LeftButton, {}, legend->rectOf(0).center());
    QTRY_COMPARE(fixture.pointCount(), 3);
    QTest::mouseClick(legend, Qt::LeftButton, Qt::ControlModifier, legend->rectOf(2).center());
    QTRY_COMPARE(fixture.pointCount(), 5);
}

void PanelLegendTest::keysIsolateAndHide()
{
    LegendFixture fixture(models::LegendKind::Line);
    auto *legend = fixture.body.findChild<SeriesLegendLine *>();
    QTest::keyClick(legend, Qt::Key_Right);
    QCOMPARE(legend->accessibleDescription(), QStringLiteral("b 20"));
    QTest::keyClick(legend, Qt::Key_Space);
    QTRY_COMPARE(fixture.pointCount(), 5);
    QCOMPARE(legend->accessibleDescription(), QStringLiteral("b, hidden 20"));
    QTest::keyClick(legend, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(fixture.pointCount(), 8);
    QTest::keyClick(legend, Qt::Key_Return);
    QTRY_COMPARE(fixture.pointCount(), 3);
}

void PanelLegendTest::tableSortsAndHides()
{
    LegendFixture fixture(models::LegendKind::Table);
    auto *legend = fixture.body.findChild<SeriesLegendTable *>();
    const auto labels = [&] {
        QString all;
        for (int row = 0; row < legend->model()->rowCount(); ++row) {
            all += legend->model()->index(row, 0).data().toString();
        }
        return all;
    };
    QCOMPARE(labels(), QStringLiteral("abc"));
    legend->sortByColumn(SeriesLegendModel::LastColumn, Qt::DescendingOrder);
    QCOMPARE(labels(), QStringLiteral("bca"));
    const auto click = [&](int row, Qt::KeyboardModifiers modifiers) {
        QTest::mouseClick(legend->viewport(), Qt::LeftButton, modifiers,
                          legend->visualRect(legend->model()->index(row, 0)).center());
    };
    click(1, {});
    QTRY_COMPARE(fixture.pointCount(), 2);
    click(1, {});
    click(0, Qt::ControlModifier);
    QTRY_COMPARE(fixture.pointCount(), 5);
    QTest::keyClick(legend, Qt::Key_Space);
    QTRY_COMPARE(fixture.pointCount(), 8);
    QTest::keyClick(legend, Qt::Key_Return);
    QTRY_COMPARE(fixture.pointCount(), 3);
    // Where there is little room, the label keeps its own.
    QVERIFY(!legend->isColumnHidden(SeriesLegendModel::MeanColumn));
    fixture.body.resize(300, 300);
    QVERIFY(legend->isColumnHidden(SeriesLegendModel::MeanColumn));
    QVERIFY(!legend->isColumnHidden(SeriesLegendModel::LastColumn));
}

void PanelLegendTest::choiceOutlivesAnswers()
{
    LegendFixture fixture(models::LegendKind::Line);
    fixture.body.choice().isolate(threeSeries()->series[1]);
    auto answer = threeSeries();
    answer->series.prepend(panelSeries(QStringLiteral("new"), {1, 2, 3, 4}));
    fixture.give(answer);
    QTRY_COMPARE(fixture.pointCount(), 3);
    fixture.give(panelAnswer({}));
    QTRY_COMPARE(fixture.pointCount(), 0);
    fixture.give(threeSeries());
    QTRY_COMPARE(fixture.pointCount(), 3);
}

void PanelLegendTest::tellsWhatDoesNotFit()
{
    LegendFixture fixture(models::LegendKind::Line);
    QVector<models::PanelSeries> series;
    for (int i = 0; i < 40; ++i) {
        series << panelSeries(QStringLiteral("a series %1").arg(i), {double(i)});
    }
    fixture.give(panelAnswer(series));
    auto *legend = fixture.body.findChild<SeriesLegendLine *>();
    QVERIFY(!legend->rectOf(0).isEmpty());
    QVERIFY(legend->rectOf(39).isEmpty());
    int fitting = 0;
    while (!legend->rectOf(fitting).isEmpty()) {
        QVERIFY(legend->rectOf(fitting).right() < legend->width());
        ++fitting;
    }
    const QString svg = QString::fromUtf8(fixture.body.svg());
    QVERIFY(svg.contains(QStringLiteral(">+%1<").arg(40 - fitting)));
}

QTEST_MAIN(PanelLegendTest)
#include "tst_panellegend.moc"
