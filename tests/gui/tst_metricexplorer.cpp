// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/facetmodel.h"
#include "app/metricexplorer.h"
#include "app/metriclistmodel.h"
#include "metricnamesfixture.h"
#include "models/metriccatalog.h"
#include "shopmetrics.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QTreeView>

using namespace foretop;
using namespace foretop::app;
using models::MetricCatalog;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class MetricExplorerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void listsFamilies();
    void filters();
    void sorts();
    void charts();
    void chartsAHistogramInTwoWays();
    void tellsOfLabels();
    void worksByKeyboard();
    void followsItsCatalog();
    void namesItsControls();
    void updatesRowsInPlace();
    void holdsManyFamilies();

private:
    template <typename Widget>
    Widget *part(const char *name) const
    {
        return m_explorer->findChild<Widget *>(QString::fromLatin1(name));
    }
    QTableView *table() const { return part<QTableView>("familyTable"); }
    QStringList shownNames() const;
    void click(const char *name);

    std::unique_ptr<PageFixture> m_fixture;
    std::unique_ptr<MetricCatalog> m_catalog;
    std::unique_ptr<MetricExplorer> m_explorer;
};

void MetricExplorerTest::init()
{
    m_fixture = std::make_unique<PageFixture>();
    m_catalog = std::make_unique<MetricCatalog>();
    m_catalog->setSource(m_fixture->session.get(), {});
    m_catalog->setActive(true);
    m_explorer = std::make_unique<MetricExplorer>(m_fixture->context());
    m_explorer->setCatalog(m_catalog.get());
    m_explorer->setSource(m_fixture->session.get(), {});
    m_explorer->resize(460, 760);
    m_explorer->show();
    m_explorer->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_explorer.get()));
    QVERIFY(m_explorer->isEmpty());
    QVERIFY(m_fixture->connectFeeds());
    publishShop(*m_fixture, 0);
    publishShop(*m_fixture, 1);
    QTRY_COMPARE(table()->model()->rowCount(), 3);
}

void MetricExplorerTest::cleanup()
{
    m_explorer.reset();
    m_catalog.reset();
    m_fixture.reset();
}

QStringList MetricExplorerTest::shownNames() const
{
    QStringList names;
    for (int row = 0; row < table()->model()->rowCount(); ++row) {
        names << table()->model()->index(row, MetricListModel::NameColumn).data().toString();
    }
    return names;
}

void MetricExplorerTest::click(const char *name)
{
    const auto row = int(shownNames().indexOf(u(name)));
    QTest::mouseClick(
        table()->viewport(), Qt::LeftButton, {},
        table()->visualRect(table()->model()->index(row, MetricListModel::NameColumn)).center());
}

void MetricExplorerTest::listsFamilies()
{
    QVERIFY(!m_explorer->isEmpty());
    QCOMPARE(shownNames(),
             (QStringList{u("http_requests_total"), u("latency_seconds"), u("queue_bytes")}));
    const auto cell = [this](int row, int column) {
        return table()->model()->index(row, column).data().toString();
    };
    QCOMPARE(cell(0, MetricListModel::TypeColumn), u("counter"));
    QCOMPARE(cell(0, MetricListModel::HelpColumn), u("Requests answered."));
    QTRY_COMPARE(cell(0, MetricListModel::SeriesColumn), u("7"));
    QTRY_COMPARE(cell(2, MetricListModel::LastColumn), u("2.00 KiB"));
    QVERIFY(part<QLabel>("familyCount")->text().contains(u("3")));
}

void MetricExplorerTest::filters()
{
    auto *filter = part<QLineEdit>("familyFilter");
    m_explorer->focusFilter();
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u("REQUESTS took"));
    QTRY_COMPARE(shownNames(), QStringList{u("latency_seconds")});
    QTRY_VERIFY(part<QLabel>("familyCount")->text().contains(u("1 of 3")));
    filter->clear();
    auto *type = part<QComboBox>("familyType");
    type->setCurrentText(u("gauge"));
    QTRY_COMPARE(shownNames(), QStringList{u("queue_bytes")});
    type->setCurrentIndex(0);
    QTRY_COMPARE(shownNames().size(), 3);
}

void MetricExplorerTest::sorts()
{
    table()->sortByColumn(MetricListModel::SeriesColumn, Qt::DescendingOrder);
    QTRY_COMPARE(shownNames().constLast(), u("queue_bytes"));
    table()->sortByColumn(MetricListModel::NameColumn, Qt::DescendingOrder);
    QTRY_COMPARE(shownNames().constFirst(), u("queue_bytes"));
}

void MetricExplorerTest::charts()
{
    QSignalSpy chosen(m_explorer.get(), &MetricExplorer::panelChosen);
    click("http_requests_total");
    QTRY_COMPARE(chosen.size(), 1);
    const auto spec = chosen[0][0].value<models::PanelSpec>();
    QCOMPARE(spec.targets.constFirst().expression,
             u("rate(http_requests_total[$__rate_interval])"));
    QCOMPARE(chosen[0][1].toBool(), true);
    part<QPushButton>("addFamily")->click();
    QTRY_COMPARE(chosen.size(), 2);
    QCOMPARE(chosen[1][1].toBool(), false);
    QVERIFY(!part<QPushButton>("heatMapFamily")->isVisible());
}

void MetricExplorerTest::chartsAHistogramInTwoWays()
{
    QSignalSpy chosen(m_explorer.get(), &MetricExplorer::panelChosen);
    click("latency_seconds");
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<models::PanelSpec>().targets.size(), 3);
    QVERIFY(part<QPushButton>("heatMapFamily")->isVisible());
    part<QPushButton>("heatMapFamily")->click();
    QTRY_COMPARE(chosen.size(), 2);
    QCOMPARE(chosen[1][0].value<models::PanelSpec>().kind, models::PanelKind::HeatMap);
}

void MetricExplorerTest::tellsOfLabels()
{
    click("http_requests_total");
    QTRY_VERIFY(part<QLabel>("familyKind")->text().contains(u("counter")));
    QCOMPARE(part<QLabel>("familyHelp")->text(), u("Requests answered."));
    auto *labels = part<QTreeView>("familyLabels");
    const auto top = [labels](int row) { return labels->model()->index(row, 0); };
    QTRY_VERIFY(labels->model()->rowCount() >= 2);
    QCOMPARE(top(0).data().toString(), u("code"));
    QCOMPARE(top(0).data(FacetModel::CountRole).toULongLong(), 4);
    QTRY_COMPARE(labels->model()->rowCount(top(0)), 4);
    const QModelIndex most = labels->model()->index(0, 0, top(1));
    QCOMPARE(most.data().toString(), u("GET"));
    QCOMPARE(most.data(FacetModel::CountRole).toULongLong(), 4);
    // Only series with it.
    QSignalSpy chosen(m_explorer.get(), &MetricExplorer::panelChosen);
    labels->setCurrentIndex(most);
    labels->setFocus();
    QTest::keyClick(labels, Qt::Key_Return);
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<models::PanelSpec>().targets.constFirst().expression,
             u("rate(http_requests_total{method=\"GET\"}[$__rate_interval])"));
}

void MetricExplorerTest::worksByKeyboard()
{
    QSignalSpy chosen(m_explorer.get(), &MetricExplorer::panelChosen);
    m_explorer->focusFilter();
    QTest::keyClick(part<QLineEdit>("familyFilter"), Qt::Key_Down);
    QVERIFY(table()->hasFocus());
    QTest::keyClick(table(), Qt::Key_Down);
    QTest::keyClick(table(), Qt::Key_Return);
    QTRY_COMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<models::PanelSpec>().title, u("latency_seconds"));
}

void MetricExplorerTest::followsItsCatalog()
{
    click("queue_bytes");
    m_fixture->server.publish(feeds::FeedKind::Metrics,
                              R"({"samples":[{"name":"a_new_one","labels":{},"value":3}]})");
    QTRY_COMPARE(shownNames().size(), 4);
    QCOMPARE(table()->currentIndex().data(MetricListModel::NameRole).toString(), u("queue_bytes"));
    m_catalog.reset();
    QTRY_COMPARE(shownNames().size(), 0);
    QVERIFY(m_explorer->isEmpty());
    QTRY_VERIFY(!part<QPushButton>("chartFamily")->isEnabled());
}

void MetricExplorerTest::namesItsControls()
{
    click("latency_seconds");
    QCOMPARE(unnamedControls(*m_explorer), QStringList());
}

void MetricExplorerTest::updatesRowsInPlace()
{
    const auto vocabulary = std::make_shared<const ShopNames>();
    MetricListModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy found(&model, &MetricListModel::found);
    model.setEntries(shopNames(vocabulary).entries);
    QVERIFY(found.wait());
    QCOMPARE(model.rowCount(), 3);
    const QPersistentModelIndex load = model.index(model.rowOf(u("load1")), 0);
    model.sort(MetricListModel::NameColumn, Qt::DescendingOrder);
    QVERIFY(found.wait());
    QCOMPARE(load.row(), 0);
    model.setEntries(shopNames(std::make_shared<const ShopNames>(5)).entries);
    QVERIFY(found.wait());
    QCOMPARE(model.rowCount(), 8);
    QCOMPARE(load.row(), 5);
    model.setFilter(u("load"), {});
    QVERIFY(found.wait());
    QCOMPARE(load.row(), 0);
    QCOMPARE(model.rowCount(), 1);
    model.setFilter({}, metrics::FamilyType::Histogram);
    QVERIFY(found.wait());
    QVERIFY(!load.isValid());
    QCOMPARE(resets.size(), 0);
}

void MetricExplorerTest::holdsManyFamilies()
{
    const auto names = shopNames(std::make_shared<const ShopNames>(500'000));
    MetricListModel model;
    QSignalSpy found(&model, &MetricListModel::found);
    model.setEntries(names.entries);
    QVERIFY(found.wait(30'000));
    QCOMPARE(model.rowCount(), 500'003);
    model.setFilter(u("499999"), {});
    QVERIFY(model.isPending());
    QVERIFY(found.wait(30'000));
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, 0).data().toString(), u("other_499999"));
}

QTEST_MAIN(MetricExplorerTest)
#include "tst_metricexplorer.moc"
