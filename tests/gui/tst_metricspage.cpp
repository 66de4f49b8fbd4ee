// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/familyexplorer.h"
#include "app/metricspage.h"
#include "pagefixture.h"

#include <QComboBox>
#include <QLineEdit>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace foretop;
using namespace foretop::app;
using feeds::FeedKind;

class MetricsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void offersDashboards();
    void chartsAFamily();
    void keepsFewFamilies();
    void flowsPanels();

private:
    QVector<ChartPanel *> visiblePanels() const;

    std::unique_ptr<PageFixture> m_fixture;
    std::unique_ptr<MetricsPage> m_page;
};

void MetricsPageTest::init()
{
    m_fixture = std::make_unique<PageFixture>();
    m_page = std::make_unique<MetricsPage>(m_fixture->context());
    m_page->resize(1200, 700);
    m_page->setSession(m_fixture->session.get());
    m_page->show();
    QVERIFY(m_fixture->connectFeeds());
}

void MetricsPageTest::cleanup()
{
    m_page.reset();
    m_fixture.reset();
}

QVector<ChartPanel *> MetricsPageTest::visiblePanels() const
{
    QVector<ChartPanel *> panels = m_page->findChildren<ChartPanel *>();
    panels.removeIf([](const ChartPanel *panel) { return !panel->isVisible(); });
    return panels;
}

void MetricsPageTest::offersDashboards()
{
    auto *picker = m_page->findChild<QComboBox *>(QStringLiteral("dashboardPicker"));
    QVERIFY(picker->count() >= 2);
    const auto first = visiblePanels();
    QVERIFY(first.size() >= 4);
    QVERIFY(m_page->findChild<ChartPanel *>(QStringLiteral("chart:load"))->isVisible());
    picker->setCurrentIndex(1);
    QVERIFY(!m_page->findChild<ChartPanel *>(QStringLiteral("chart:load"))->isVisible());
    QVERIFY(!visiblePanels().isEmpty());
    picker->setCurrentIndex(0);
    QCOMPARE(visiblePanels().size(), first.size());
}

void MetricsPageTest::chartsAFamily()
{
    m_fixture->server.publish(FeedKind::Metrics,
                              R"({"samples":[{"name":"shop_orders","labels":{},"value":3},)"
                              R"({"name":"queue_bytes","labels":{},"value":2048}]})");
    auto *table = m_page->findChild<QTableView *>(QStringLiteral("familyTable"));
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, models::FamilyModel::LastColumn).data().toString(),
             QStringLiteral("2.00 KiB"));
    m_page->focusSearch();
    auto *filter = m_page->findChild<QLineEdit *>(QStringLiteral("familyFilter"));
    QTest::keyClicks(filter, QStringLiteral("ORD"));
    QCOMPARE(table->model()->rowCount(), 1);
    const auto before = visiblePanels().size();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(0, 0)).center());
    QCOMPARE(visiblePanels().size(), before + 1);
    auto *panel = m_page->findChild<ChartPanel *>(QStringLiteral("chart:family:shop_orders"));
    QTRY_VERIFY(panel->hasData());
    // Choosing it again adds none.
    m_page->showFamily(QStringLiteral("shop_orders"), metrics::FamilyType::Gauge);
    QCOMPARE(visiblePanels().size(), before + 1);
    panel->findChild<QToolButton *>()->click();
    QCOMPARE(visiblePanels().size(), before);
}

void MetricsPageTest::keepsFewFamilies()
{
    const auto before = visiblePanels().size();
    for (int i = 0; i < MetricsPage::kMostFamilies + 3; ++i) {
        m_page->showFamily(QStringLiteral("family_%1").arg(i), metrics::FamilyType::Gauge);
    }
    QCOMPARE(visiblePanels().size(), before + MetricsPage::kMostFamilies);
}

void MetricsPageTest::flowsPanels()
{
    const auto columns = [this] {
        QSet<int> lefts;
        for (const ChartPanel *panel : visiblePanels()) {
            lefts << panel->x();
        }
        return lefts.size();
    };
    QTRY_COMPARE(columns(), 2);
    m_page->resize(1900, 900);
    QTRY_VERIFY(columns() >= 3);
    m_page->resize(760, 700);
    QTRY_COMPARE(columns(), 1);
}

QTEST_MAIN(MetricsPageTest)
#include "tst_metricspage.moc"
