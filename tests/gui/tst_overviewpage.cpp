// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/emptystate.h"
#include "app/overviewpage.h"
#include "app/panel.h"
#include "app/summarylist.h"
#include "app/tileview.h"
#include "pagefixture.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace foretop;
using namespace foretop::app;
using feeds::FeedKind;

class OverviewPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsChecks();
    void tellsLoss();
    void flowsTiles_data();
    void flowsTiles();
    void showsNewestErrors();
    void showsActiveJobs();
    void showsChartsOfAMachine();

private:
    void publishChecks(int count);

    std::unique_ptr<PageFixture> m_fixture;
    std::unique_ptr<OverviewPage> m_page;
};

void OverviewPageTest::init()
{
    m_fixture = std::make_unique<PageFixture>();
    m_page = std::make_unique<OverviewPage>(m_fixture->context());
    m_page->resize(1200, 700);
    m_page->setSession(m_fixture->session.get());
    m_page->show();
    QVERIFY(m_fixture->connectFeeds());
}

void OverviewPageTest::cleanup()
{
    m_page.reset();
    m_fixture.reset();
}

void OverviewPageTest::publishChecks(int count)
{
    QByteArrayList checks;
    for (int i = 0; i < count; ++i) {
        checks
            << QStringLiteral(R"("check %1":{"status":"healthy","latency_ms":3})").arg(i).toUtf8();
    }
    m_fixture->server.publish(FeedKind::Health,
                              R"({"status":"healthy","service":"shop","checks":{)" +
                                  checks.join(',') + "}}");
}

void OverviewPageTest::showsChecks()
{
    const auto *tiles = m_page->findChild<TileView *>(QStringLiteral("serviceTiles"));
    const auto *sentence = m_page->findChild<QLabel *>(QStringLiteral("stateSentence"));
    m_fixture->server.publish(FeedKind::Health,
                              R"({"status":"unhealthy","service":"shop","checks":{)"
                              R"("db":{"status":"unhealthy","message":"timeout 5 s"},)"
                              R"("cache":{"status":"healthy","latency_ms":2.5}}})");
    QTRY_COMPARE(tiles->model()->rowCount(), 2);
    QTRY_VERIFY(sentence->text().contains(QStringLiteral("unhealthy")));
    QVERIFY(sentence->text().endsWith(QStringLiteral(": db (timeout 5 s)")));
    const QModelIndex db = tiles->model()->index(0, 0);
    QCOMPARE(db.data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("db: unhealthy, timeout 5 s"));
    QVERIFY(db.data(Qt::ToolTipRole).toString().contains(QStringLiteral("shop")));
}

void OverviewPageTest::tellsLoss()
{
    const auto *sentence = m_page->findChild<QLabel *>(QStringLiteral("stateSentence"));
    publishChecks(3);
    QTRY_VERIFY(sentence->text().contains(QStringLiteral("healthy")));
    m_fixture->server.close();
    QTRY_VERIFY(sentence->text().startsWith(QStringLiteral("Unreachable since")));
    m_page->setSession(nullptr);
    QCOMPARE(sentence->text(), QStringLiteral("No environment is open"));
}

void OverviewPageTest::flowsTiles_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("rows");
    QTest::newRow("few stand in one row") << 3 << 1;
    QTest::newRow("a full row") << 4 << 1;
    QTest::newRow("more wrap") << 9 << 3;
    QTest::newRow("many scroll") << 200 << TileView::kMostRows;
}

void OverviewPageTest::flowsTiles()
{
    QFETCH(int, count);
    QFETCH(int, rows);
    const auto *tiles = m_page->findChild<TileView *>(QStringLiteral("serviceTiles"));
    const int oneRow = tiles->height();
    publishChecks(count);
    QTRY_COMPARE(tiles->model()->rowCount(), count);
    QTRY_COMPARE(tiles->height() / oneRow, rows);
    // All tiles of the first row are seen whole, and no other is beside them.
    const int perRow = (count + rows - 1) / rows;
    for (int row = 0; row < std::min(count, perRow) && count < 200; ++row) {
        const QRect rect = tiles->visualRect(tiles->model()->index(row, 0));
        QCOMPARE(rect.top(), 0);
        QVERIFY(tiles->viewport()->rect().contains(rect.topLeft()));
        QVERIFY(rect.right() <= tiles->viewport()->width());
    }
}

void OverviewPageTest::showsNewestErrors()
{
    const auto *list = m_page->findChild<SummaryList *>(QStringLiteral("recentErrors"));
    QVERIFY(!m_page->grab().isNull());
    for (int i = 0; i < 8; ++i) {
        m_fixture->server.publish(
            FeedKind::Errors,
            QStringLiteral(
                R"({"event_id":"e%1","type":"Kind%1","message":"failed","timestamp":%2})")
                .arg(QChar(u'A' + i))
                .arg(1'700'000'000'000 + 1000 * i)
                .toUtf8());
    }
    QTRY_COMPARE(list->model()->rowCount(), 5);
    QTRY_COMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("KindH: failed"));
    QSignalSpy chosen(m_page.get(), &OverviewPage::errorChosen);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(1, 0)).center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), QStringLiteral("KindG: failed"));
}

void OverviewPageTest::showsActiveJobs()
{
    const auto *list = m_page->findChild<SummaryList *>(QStringLiteral("activeJobs"));
    m_fixture->server.publish(FeedKind::Jobs,
                              R"({"id":"1","name":"import","state":"running","progress":0.4})");
    m_fixture->server.publish(FeedKind::Jobs, R"({"id":"2","name":"done","state":"succeeded"})");
    QTRY_COMPARE(list->model()->rowCount(), 1);
    QCOMPARE(list->model()->index(0, 0).data().toString(), QStringLiteral("import"));
    QVERIFY(!m_page->grab().isNull());
    QSignalSpy requested(m_page.get(), &Page::pageRequested);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(list->model()->index(0, 0)).center());
    QCOMPARE(requested.size(), 1);
    m_fixture->server.publish(FeedKind::Jobs, R"({"id":"1","name":"import","state":"failed"})");
    QTRY_COMPARE(list->model()->rowCount(), 0);
}

void OverviewPageTest::showsChartsOfAMachine()
{
    const auto *empty = m_page->findChild<EmptyState *>(QStringLiteral("emptyState"));
    m_fixture->server.publish(FeedKind::Metrics,
                              R"({"samples":[{"name":"shop_orders","labels":{},"value":3}]})");
    QTRY_COMPARE(empty->title(), QStringLiteral("No charts of a machine"));
    QVERIFY(empty->isVisible());
    m_fixture->server.publish(
        FeedKind::Metrics,
        R"({"samples":[{"name":"node_memory_MemTotal_bytes","labels":{},"value":4096},)"
        R"({"name":"node_memory_MemAvailable_bytes","labels":{},"value":1024}]})");
    QTRY_COMPARE_WITH_TIMEOUT(m_page->findChildren<Panel *>().size(), 1, 20'000);
    const auto *memory = m_page->findChild<Panel *>();
    QCOMPARE(memory->spec().title, QStringLiteral("Memory"));
    QVERIFY(!empty->isVisible());
    QTRY_VERIFY(memory->hasData());
    m_page->setSession(nullptr);
    QTRY_VERIFY(!memory->hasData());
}

QTEST_MAIN(OverviewPageTest)
#include "tst_overviewpage.moc"
