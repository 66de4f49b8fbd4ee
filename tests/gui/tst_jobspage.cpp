// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/emptystate.h"
#include "app/jobprogressdelegate.h"
#include "app/jobspage.h"
#include "models/jobmodel.h"
#include "pagefixture.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>

using namespace foretop;
using namespace foretop::app;
using models::JobModel;

class JobsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsAJobFromItsFirstReport();
    void followsAJobToItsEnd();
    void putsWhatGoesOnFirst();
    void sortsByAnyColumn();
    void remembersColumnsAndOrder();
    void filtersByStateAndText();
    void paintsProgressAsWideAsItIs_data();
    void paintsProgressAsWideAsItIs();
    void paintsStripesWithoutFigures();
    void showsAllOfAJob();
    void asksForTheLogsOfAJob();
    void showsJobsAsOfTheFixedMoment();
    void saysHowToReportAJob();
    void outlivesItsSession();
    void namesItsControls();

private:
    void report(const QByteArray &json);
    bool waitForRows(int rows);
    QAbstractItemModel *rows() const { return m_table->model(); }
    QString cell(int row, JobModel::Column column) const;
    int rowOf(const QString &name) const;
    QImage paintedBar(int row) const;
    QAction *action(const char *name) const;
    EmptyState *emptyState() const;

    std::unique_ptr<PageFixture> m_fixture;
    std::unique_ptr<JobsPage> m_page;
    QTableView *m_table = nullptr;
};

void JobsPageTest::init()
{
    m_fixture = std::make_unique<PageFixture>();
    QVERIFY(m_fixture->connectFeeds());
    m_page = std::make_unique<JobsPage>(m_fixture->context(), nullptr);
    m_page->resize(1200, 700);
    m_page->setSession(m_fixture->session.get());
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_table = m_page->findChild<QTableView *>(QStringLiteral("jobTable"));
    QVERIFY(m_table);
}

void JobsPageTest::cleanup()
{
    m_page.reset();
    m_fixture.reset();
}

void JobsPageTest::report(const QByteArray &json)
{
    m_fixture->server.publish(feeds::FeedKind::Jobs, json);
}

bool JobsPageTest::waitForRows(int count)
{
    return QTest::qWaitFor([&] { return rows()->rowCount() == count; });
}

QString JobsPageTest::cell(int row, JobModel::Column column) const
{
    return rows()->index(row, column).data().toString();
}

int JobsPageTest::rowOf(const QString &name) const
{
    for (int row = 0; row < rows()->rowCount(); ++row) {
        if (cell(row, JobModel::NameColumn) == name) {
            return row;
        }
    }
    return -1;
}

QImage JobsPageTest::paintedBar(int row) const
{
    QStyleOptionViewItem option;
    option.initFrom(m_table);
    option.rect = QRect(0, 0, 220, 26);
    QImage image(option.rect.size(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    const QModelIndex index = rows()->index(row, JobModel::ProgressColumn);
    m_table->itemDelegateForIndex(index)->paint(&painter, option, index);
    painter.end();
    return image.copy(JobProgressDelegate::barRect(option.rect));
}

QAction *JobsPageTest::action(const char *name) const
{
    auto *found = m_page->findChild<QAction *>(QString::fromUtf8(name));
    if (!found) {
        qFatal("no action %s", name);
    }
    return found;
}

EmptyState *JobsPageTest::emptyState() const
{
    return m_page->findChild<EmptyState *>();
}

void JobsPageTest::showsAJobFromItsFirstReport()
{
    report(R"({"id":"7","name":"import","state":"running","current":1204,"total":5000,)"
           R"("message":"page 12","queue":"imports","worker":"w-1","attempt":2})");
    QVERIFY(waitForRows(1));
    QCOMPARE(cell(0, JobModel::NameColumn), QStringLiteral("import"));
    QCOMPARE(cell(0, JobModel::StateColumn), QStringLiteral("Running"));
    QCOMPARE(cell(0, JobModel::ProgressColumn), QStringLiteral("1,204 of 5,000 (24 %)"));
    QCOMPARE(cell(0, JobModel::MessageColumn), QStringLiteral("page 12"));
    QCOMPARE(cell(0, JobModel::AttemptColumn), QStringLiteral("2"));
    QCOMPARE(rows()->index(0, JobModel::ProgressColumn).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("1,204 of 5,000 (24 %)"));
    QCOMPARE(action("jobState1")->text(), QStringLiteral("Running 1"));
    QVERIFY(!emptyState()->isVisible());
}

void JobsPageTest::followsAJobToItsEnd()
{
    report(R"({"id":"7","state":"running","progress":0.25})");
    QVERIFY(waitForRows(1));
    m_table->selectRow(0);
    const auto *title = m_page->findChild<QLabel *>(QStringLiteral("title"));
    QVERIFY(title->text().endsWith(QStringLiteral("Running")));
    report(R"({"id":"7","state":"running","progress":0.5})");
    QTRY_COMPARE(cell(0, JobModel::ProgressColumn), QStringLiteral("50 %"));
    report(R"({"id":"7","state":"succeeded","progress":0.999})");
    QTRY_COMPARE(cell(0, JobModel::StateColumn), QStringLiteral("Succeeded"));
    // Nothing but all of it is 100 %.
    QCOMPARE(cell(0, JobModel::ProgressColumn), QStringLiteral("99 %"));
    QTRY_VERIFY(title->text().endsWith(QStringLiteral("Succeeded")));
    QCOMPARE(action("jobState1")->text(), QStringLiteral("Running 0"));
    QCOMPARE(action("jobState3")->text(), QStringLiteral("Succeeded 1"));
}

void JobsPageTest::putsWhatGoesOnFirst()
{
    report(R"({"id":"a","name":"done","state":"succeeded"})");
    report(R"({"id":"b","name":"failed","state":"failed"})");
    report(R"({"id":"c","name":"first","state":"running"})");
    report(R"({"id":"d","name":"waiting","state":"queued"})");
    report(R"({"id":"e","name":"second","state":"running"})");
    QVERIFY(waitForRows(5));
    QStringList names;
    for (int row = 0; row < 5; ++row) {
        names << cell(row, JobModel::NameColumn);
    }
    QCOMPARE(names.join(u' '), QStringLiteral("second first waiting failed done"));
    // A job changes places with its state.
    report(R"({"id":"e","name":"second","state":"succeeded"})");
    QTRY_COMPARE(cell(0, JobModel::NameColumn), QStringLiteral("first"));
}

void JobsPageTest::sortsByAnyColumn()
{
    report(R"({"id":"a","name":"nine","state":"running","progress":0.09})");
    report(R"({"id":"b","name":"eighty","state":"running","progress":0.8})");
    report(R"({"id":"c","name":"unknown","state":"running"})");
    QVERIFY(waitForRows(3));
    m_table->sortByColumn(JobModel::ProgressColumn, Qt::DescendingOrder);
    QCOMPARE(cell(0, JobModel::NameColumn), QStringLiteral("eighty"));
    report(R"({"id":"a","name":"nine","state":"running","progress":0.95})");
    QTRY_COMPARE(cell(0, JobModel::NameColumn), QStringLiteral("nine"));
    m_table->sortByColumn(JobModel::NameColumn, Qt::AscendingOrder);
    QCOMPARE(cell(0, JobModel::NameColumn), QStringLiteral("eighty"));
}

void JobsPageTest::remembersColumnsAndOrder()
{
    report(R"({"id":"a","name":"b","state":"running"})");
    report(R"({"id":"b","name":"c","state":"running"})");
    report(R"({"id":"c","name":"a","state":"running"})");
    QVERIFY(waitForRows(3));
    m_table->sortByColumn(JobModel::NameColumn, Qt::DescendingOrder);
    m_table->horizontalHeader()->setSectionHidden(JobModel::WorkerColumn, true);
    m_table->horizontalHeader()->resizeSection(JobModel::QueueColumn, 77);
    m_page.reset();
    m_page = std::make_unique<JobsPage>(m_fixture->context(), nullptr);
    m_page->setSession(m_fixture->session.get());
    m_table = m_page->findChild<QTableView *>(QStringLiteral("jobTable"));
    QVERIFY(waitForRows(3));
    QCOMPARE(cell(0, JobModel::NameColumn), QStringLiteral("c"));
    QVERIFY(m_table->isColumnHidden(JobModel::WorkerColumn));
    QCOMPARE(m_table->columnWidth(JobModel::QueueColumn), 77);
}

void JobsPageTest::filtersByStateAndText()
{
    report(R"({"id":"a","name":"import","state":"running"})");
    report(R"({"id":"b","name":"export","state":"failed","error":"disk full"})");
    report(R"({"id":"c","name":"backup","state":"failed"})");
    QVERIFY(waitForRows(3));
    action("jobState4")->trigger();
    QVERIFY(waitForRows(2));
    const auto *status = m_page->findChild<QLabel *>(QStringLiteral("jobStatus"));
    QCOMPARE(status->text(), QStringLiteral("2 of 3 jobs"));
    auto *search = m_page->findChild<QLineEdit *>(QStringLiteral("jobSearch"));
    m_page->focusSearch();
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("DISK"));
    QCOMPARE(rows()->rowCount(), 1);
    QCOMPARE(cell(0, JobModel::NameColumn), QStringLiteral("export"));
    QTest::keyClicks(search, QStringLiteral("!"));
    QCOMPARE(rows()->rowCount(), 0);
    QVERIFY(emptyState()->isVisible());
    QCOMPARE(emptyState()->title(), QStringLiteral("No job matches."));
    for (QAbstractButton *button : emptyState()->findChildren<QAbstractButton *>()) {
        if (button->isVisible()) {
            QTest::mouseClick(button, Qt::LeftButton);
        }
    }
    QCOMPARE(rows()->rowCount(), 3);
    QCOMPARE(status->text(), QStringLiteral("3 jobs"));
    QTest::keyClick(m_page.get(), Qt::Key_4, Qt::AltModifier);
    QCOMPARE(rows()->rowCount(), 2);
    QTest::keyClick(m_page.get(), Qt::Key_0, Qt::AltModifier);
    QCOMPARE(rows()->rowCount(), 3);
}

void JobsPageTest::paintsProgressAsWideAsItIs_data()
{
    QTest::addColumn<double>("progress");
    QTest::addColumn<QByteArray>("state");
    QTest::addColumn<Tone>("tone");
    QTest::newRow("running 10 %") << 0.1 << QByteArray("running") << Tone::Active;
    QTest::newRow("running 75 %") << 0.75 << QByteArray("running") << Tone::Active;
    QTest::newRow("failed at 40 %") << 0.4 << QByteArray("failed") << Tone::Bad;
    QTest::newRow("all") << 1.0 << QByteArray("succeeded") << Tone::Good;
}

void JobsPageTest::paintsProgressAsWideAsItIs()
{
    QFETCH(double, progress);
    QFETCH(QByteArray, state);
    QFETCH(Tone, tone);
    report("{\"id\":\"7\",\"state\":\"" + state +
           "\",\"progress\":" + QByteArray::number(progress) + "}");
    QVERIFY(waitForRows(1));
    const QImage bar = paintedBar(0);
    const int y = 3; // above the text, below the frame
    int filled = 0;
    for (int x = 0; x < bar.width(); ++x) {
        filled += bar.pixelColor(x, y) == m_fixture->theme.tone(tone) ? 1 : 0;
    }
    QVERIFY2(std::abs(filled - progress * bar.width()) <= 3,
             qPrintable(QStringLiteral("%1 of %2").arg(filled).arg(bar.width())));
}

void JobsPageTest::paintsStripesWithoutFigures()
{
    report(R"({"id":"7","state":"running"})");
    report(R"({"id":"8","state":"queued"})");
    QVERIFY(waitForRows(2));
    const QImage bar = paintedBar(0);
    int changes = 0;
    for (int x = 5; x < bar.width() - 5; ++x) {
        changes += bar.pixelColor(x, 8) != bar.pixelColor(x - 1, 8) ? 1 : 0;
    }
    QVERIFY2(changes >= 10, qPrintable(QString::number(changes)));
    const QImage none = paintedBar(1);
    QCOMPARE(none.pixelColor(20, 8), none.pixelColor(100, 8));
}

void JobsPageTest::showsAllOfAJob()
{
    report(R"({"id":"7","name":"import","state":"failed","message":"row 813\nbad number",)"
           R"("error":"Traceback:\n  x","queued_at":"2024-01-15T10:30:00Z",)"
           R"("started_at":"2024-01-15T10:31:00Z","finished_at":"2024-01-15T11:35:00Z",)"
           R"("context":{"file":"a.csv"}})");
    QVERIFY(waitForRows(1));
    m_table->selectRow(0);
    const auto *facts = m_page->findChild<QTableView *>(QStringLiteral("facts"))->model();
    QHash<QString, QString> texts;
    for (int row = 0; row < facts->rowCount(); ++row) {
        texts[facts->index(row, 0).data().toString()] =
            facts->index(row, 1).data(Qt::EditRole).toString();
    }
    QCOMPARE(texts[QStringLiteral("Id")], QStringLiteral("7"));
    QCOMPARE(texts[QStringLiteral("Message")], QStringLiteral("row 813\nbad number"));
    QCOMPARE(texts[QStringLiteral("Duration")], QStringLiteral("1 h 04 min"));
    for (const char *name : {"Queued at", "Started at", "Finished at", "Last report"}) {
        QVERIFY2(!texts[QString::fromUtf8(name)].isEmpty(), name);
    }
    QCOMPARE(m_page->findChild<QPlainTextEdit *>(QStringLiteral("error"))->toPlainText(),
             QStringLiteral("Traceback:\n  x"));
    const auto *context = m_page->findChild<QTableView *>(QStringLiteral("context"))->model();
    QCOMPARE(context->index(0, 1).data().toString(), QStringLiteral("a.csv"));
}

void JobsPageTest::asksForTheLogsOfAJob()
{
    QVERIFY(!action("showLogsOfJob")->isEnabled());
    report(R"({"id":"import-7","state":"running"})");
    QVERIFY(waitForRows(1));
    m_table->selectRow(0);
    QSignalSpy requested(m_page.get(), &Page::logsRequested);
    QTest::keyClick(m_page.get(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(requested.size(), 1);
    QCOMPARE(requested[0][0].toString(), QStringLiteral("import-7"));
}

void JobsPageTest::showsJobsAsOfTheFixedMoment()
{
    report(R"({"id":"7","state":"running","progress":0.25,"updated_at":1700000000000})");
    report(R"({"id":"7","state":"succeeded","progress":1,"updated_at":1700000060000})");
    QTRY_COMPARE(cell(0, JobModel::StateColumn), QStringLiteral("Succeeded"));
    m_fixture->cursor.setFixed(wallTimeFromMs(1'700'000'030'000));
    QTRY_COMPARE(cell(0, JobModel::ProgressColumn), QStringLiteral("25 %"));
    const auto *status = m_page->findChild<QLabel *>(QStringLiteral("jobStatus"));
    QVERIFY2(status->text().startsWith(QStringLiteral("1 job, as of ")),
             qPrintable(status->text()));
    m_fixture->cursor.setLive();
    QTRY_COMPARE(cell(0, JobModel::ProgressColumn), QStringLiteral("100 %"));
    QCOMPARE(status->text(), QStringLiteral("1 job"));
}

void JobsPageTest::saysHowToReportAJob()
{
    QVERIFY(emptyState()->isVisible());
    QCOMPARE(emptyState()->title(), QStringLiteral("No jobs yet."));
    const QString url = m_fixture->server.url().toString() + QStringLiteral("/jobs/42");
    QVERIFY2(emptyState()->code().startsWith(QStringLiteral("curl -X POST")),
             qPrintable(emptyState()->code()));
    QVERIFY(emptyState()->code().endsWith(url));
    for (QAbstractButton *button : emptyState()->findChildren<QAbstractButton *>()) {
        QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(QGuiApplication::clipboard()->text(), emptyState()->code());
    m_page->setSession(nullptr);
    QCOMPARE(emptyState()->title(), QStringLiteral("No environment is connected."));
}

void JobsPageTest::outlivesItsSession()
{
    report(R"({"id":"7","state":"running"})");
    QVERIFY(waitForRows(1));
    m_table->selectRow(0);
    m_fixture->session.reset();
    QCOMPARE(rows()->rowCount(), 0);
    QVERIFY(!action("showLogsOfJob")->isEnabled());
    QVERIFY(!m_page->grab().isNull());
}

void JobsPageTest::namesItsControls()
{
    report(R"({"id":"7","state":"failed","error":"x","context":{"a":1}})");
    QVERIFY(waitForRows(1));
    m_table->selectRow(0);
    QCOMPARE(unnamedControls(*m_page), QStringList());
    for (const char *name : {"jobState0", "allJobStates", "showLogsOfJob", "jobDetailsShown"}) {
        QVERIFY2(!action(name)->toolTip().isEmpty(), name);
        QVERIFY2(!action(name)->shortcut().isEmpty(), name);
    }
    for (int column = 0; column < JobModel::ColumnCount; ++column) {
        QVERIFY(!rows()->headerData(column, Qt::Horizontal).toString().isEmpty());
    }
}

QTEST_MAIN(JobsPageTest)
#include "tst_jobspage.moc"
