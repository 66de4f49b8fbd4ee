// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/errorspage.h"
#include "pagefixture.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTest>

using namespace foretop;
using namespace foretop::app;
using feeds::FeedKind;

class ErrorsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void isEmptyAtFirst();
    void showsDetails();
    void filters();
    void selects();
    void leadsToLogs();

private:
    void publish(const QByteArray &type, const QByteArray &message);
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_page->findChild<Widget *>(QString::fromUtf8(name));
    }

    std::unique_ptr<PageFixture> m_fixture;
    std::unique_ptr<ErrorsPage> m_page;
};

void ErrorsPageTest::init()
{
    m_fixture = std::make_unique<PageFixture>();
    m_page = std::make_unique<ErrorsPage>(m_fixture->context());
    m_page->resize(1000, 600);
    m_page->setSession(m_fixture->session.get());
    m_page->show();
    QVERIFY(m_fixture->connectFeeds());
}

void ErrorsPageTest::cleanup()
{
    m_page.reset();
    m_fixture.reset();
}

void ErrorsPageTest::publish(const QByteArray &type, const QByteArray &message)
{
    m_fixture->server.publish(FeedKind::Errors, R"({"type":")" + type + R"(","message":")" +
                                                    message +
                                                    R"(","stack":["main.py:1","db.py:7"]})");
}

void ErrorsPageTest::isEmptyAtFirst()
{
    QCOMPARE(find<QStackedWidget>("tableStack")->currentIndex(), 1);
    QVERIFY(!find<QWidget>("detailCard")->isVisible());
    QVERIFY(!find<QAction>("copyError")->isEnabled());
}

void ErrorsPageTest::showsDetails()
{
    publish("ValueError", "no such price");
    publish("ValueError", "no such price");
    QTRY_COMPARE(find<QLabel>("errorType")->text(), QStringLiteral("ValueError"));
    QCOMPARE(find<QLabel>("errorMessage")->text(), QStringLiteral("no such price"));
    QCOMPARE(find<QPlainTextEdit>("errorStack")->toPlainText(),
             QStringLiteral("main.py:1\ndb.py:7"));
    QTRY_VERIFY(find<QLabel>("errorFacts")->text().startsWith(QStringLiteral("2 times")));
    QVERIFY(find<QLabel>("errorFacts")->text().endsWith(QStringLiteral("from web-1")));
    QVERIFY(!m_page->grab().isNull());
    find<QAction>("copyError")->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(),
             QStringLiteral("ValueError: no such price\nmain.py:1\ndb.py:7"));
}

void ErrorsPageTest::filters()
{
    publish("ValueError", "no such price");
    publish("OSError", "disk full");
    auto *table = find<QTableView>("errorTable");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    QTest::keyClicks(find<QLineEdit>("errorFilter"), QStringLiteral("PRICE"));
    QCOMPARE(table->model()->rowCount(), 1);
    QCOMPARE(find<QStackedWidget>("tableStack")->currentIndex(), 0);
    find<QLineEdit>("errorFilter")->clear();
    QCOMPARE(table->model()->rowCount(), 2);
}

void ErrorsPageTest::selects()
{
    publish("ValueError", "no such price");
    publish("OSError", "disk full");
    QTRY_COMPARE(find<QTableView>("errorTable")->model()->rowCount(), 2);
    m_page->select(QStringLiteral("ValueError: no such price"));
    QCOMPARE(find<QLabel>("errorType")->text(), QStringLiteral("ValueError"));
    m_page->select(QStringLiteral("OSError: disk full"));
    QCOMPARE(find<QLabel>("errorType")->text(), QStringLiteral("OSError"));
    m_page->select(QStringLiteral("gone"));
    QCOMPARE(find<QLabel>("errorType")->text(), QStringLiteral("OSError"));
}

void ErrorsPageTest::leadsToLogs()
{
    publish("OSError", R"(disk full\non /var)");
    QTRY_VERIFY(find<QAction>("showErrorLogs")->isEnabled());
    QSignalSpy requested(m_page.get(), &Page::logsRequested);
    find<QAction>("showErrorLogs")->trigger();
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].toString(), QStringLiteral("disk full"));
}

QTEST_MAIN(ErrorsPageTest)
#include "tst_errorspage.moc"
