// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/levelsearch.h"
#include "app/logdetailpane.h"
#include "app/loglinedelegate.h"
#include "app/logspage.h"
#include "app/logstatusline.h"
#include "app/logview.h"
#include "models/logmodel.h"
#include "pagefixture.h"

#include <QAbstractListModel>
#include <QAction>
#include <QClipboard>
#include <QHeaderView>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace foretop;
using namespace foretop::app;
using models::LogModel;

namespace {

/// Records of level INFO, and one error.
class OneErrorModel : public QAbstractListModel
{
public:
    OneErrorModel(int rows, int error)
        : m_rows(rows)
        , m_error(error)
    {
    }
    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : m_rows;
    }
    QVariant data(const QModelIndex &index, int) const override
    {
        return int(index.row() == m_error ? logs::Level::Error : logs::Level::Info);
    }

private:
    int m_rows;
    int m_error;
};

constexpr qint64 kFirstMs = 1'700'000'000'000; // FeedServer's record n is n ms later

QByteArray logItem(const char *level, const QString &message, const QJsonObject &more = {})
{
    QJsonObject item = more;
    item[QStringLiteral("timestamp")] = QStringLiteral("2024-01-15T10:30:00.123Z");
    item[QStringLiteral("level")] = QString::fromUtf8(level);
    item[QStringLiteral("logger")] = QStringLiteral("shop.db");
    item[QStringLiteral("message")] = message;
    return QJsonDocument(item).toJson(QJsonDocument::Compact);
}

} // namespace

class LogsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void showsRecordsWithCounts();
    void searchesWhileTyping();
    void showsChosenLevels();
    void followsUntilScrolledUp();
    void keepsInPlaceWhatIsRead();
    void goesFromErrorToError();
    void looksFarForAnError();
    void keepsTheChosenRecordUnderAnotherFilter();
    void showsAllOfARecord();
    void copiesTextAndJson();
    void tellsEvictedRecords();
    void paintsLevelsAndMatches();
    void paintsGapsAcrossTheRow();
    void showsUpToTheFixedMoment();
    void saysWhyItIsEmpty();
    void saysThatNoSourceIsConnected();
    void wrapsAndZooms();
    void remembersColumns();
    void showsTextFromOtherPages();
    void outlivesItsSession();
    void namesItsControls();
    void showsALongSearch();

private:
    void makePage(session::Session::Limits limits = {},
                  std::size_t ringBytes = PageFixture::kRingBytes);
    bool publish(int first, int count);
    bool waitForRows(int rows);
    QAction *action(const char *name) const;
    QString status() const;
    QString textAt(int row, LogModel::Column column = LogModel::MessageColumn) const;
    QString detail(const char *name) const;
    QWidget *emptyState() const;
    QAbstractButton *emptyButton(const QString &text) const;

    std::unique_ptr<PageFixture> m_fixture;
    std::unique_ptr<LogsPage> m_page;
    LogModel *m_model = nullptr;
    LogView *m_view = nullptr;
    QLineEdit *m_query = nullptr;
};

void LogsPageTest::init()
{
    makePage();
}

void LogsPageTest::cleanup()
{
    m_page.reset();
    m_fixture.reset();
}

void LogsPageTest::makePage(session::Session::Limits limits, std::size_t ringBytes)
{
    m_page.reset();
    m_fixture = std::make_unique<PageFixture>(limits, ringBytes);
    QVERIFY(m_fixture->connectFeeds());
    m_page = std::make_unique<LogsPage>(m_fixture->context(), nullptr);
    m_page->resize(1200, 700);
    m_page->setSession(m_fixture->session.get());
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_model = m_page->findChild<LogModel *>();
    m_view = m_page->findChild<LogView *>();
    m_query = m_page->findChild<QLineEdit *>(QStringLiteral("logQuery"));
    QVERIFY(m_model && m_view && m_query);
}

bool LogsPageTest::publish(int first, int count)
{
    const int rows = m_model->rowCount() + count;
    m_fixture->server.publishLogs(first, count);
    return waitForRows(rows);
}

bool LogsPageTest::waitForRows(int rows)
{
    return QTest::qWaitFor([&] { return m_model->rowCount() == rows; });
}

QAction *LogsPageTest::action(const char *name) const
{
    auto *found = m_page->findChild<QAction *>(QString::fromUtf8(name));
    if (!found) {
        qFatal("no action %s", name);
    }
    return found;
}

QString LogsPageTest::status() const
{
    return m_page->findChild<QLabel *>(QStringLiteral("logStatus"))->text();
}

QString LogsPageTest::textAt(int row, LogModel::Column column) const
{
    return m_model->index(row, column).data().toString();
}

QString LogsPageTest::detail(const char *name) const
{
    return m_page->findChild<LogDetailPane *>()
        ->findChild<QPlainTextEdit *>(QString::fromUtf8(name))
        ->toPlainText();
}

QWidget *LogsPageTest::emptyState() const
{
    return m_page->findChild<QWidget *>(QStringLiteral("emptyState"));
}

QAbstractButton *LogsPageTest::emptyButton(const QString &text) const
{
    const auto buttons = emptyState()->findChildren<QAbstractButton *>();
    const auto found = std::find_if(buttons.begin(), buttons.end(), [&](QAbstractButton *button) {
        return button->isVisible() && button->text() == text;
    });
    return found == buttons.end() ? nullptr : *found;
}

void LogsPageTest::showsRecordsWithCounts()
{
    QVERIFY(publish(1, 100));
    QCOMPARE(textAt(0), QStringLiteral("record 1"));
    QCOMPARE(textAt(99), QStringLiteral("record 100"));
    QTRY_COMPARE(status(), QStringLiteral("100 records"));
    QTRY_COMPARE(action("level5")->text(), QStringLiteral("Error 10"));
    QCOMPARE(action("level3")->text(), QStringLiteral("Info 90"));
    QVERIFY(!emptyState()->isVisible());
}

void LogsPageTest::searchesWhileTyping()
{
    QVERIFY(publish(1, 100));
    m_page->focusSearch();
    QTest::keyClicks(m_query, QStringLiteral("\"record 7\""));
    QCOMPARE(m_model->rowCount(), 100); // not before typing pauses
    QVERIFY(waitForRows(11));
    QCOMPARE(textAt(0), QStringLiteral("record 7"));
    QCOMPARE(textAt(10), QStringLiteral("record 79"));
    QTRY_COMPARE(status(), QStringLiteral("11 of 100 records"));
    // What comes later is searched too.
    m_fixture->server.publishLogs(700, 1);
    QVERIFY(waitForRows(12));
    // Offscreen the completion's window leaves none active when it goes.
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTest::keyClick(m_query, Qt::Key_Escape);
    QVERIFY(waitForRows(101));
    QVERIFY(m_query->hasFocus());
    QTest::keyClick(m_query, Qt::Key_Return);
    QVERIFY(m_view->hasFocus());
    m_page->focusSearch();
    QVERIFY(m_query->hasFocus());
}

void LogsPageTest::showsChosenLevels()
{
    QVERIFY(publish(1, 100));
    action("level3")->trigger();
    QVERIFY(waitForRows(10));
    QCOMPARE(textAt(0, LogModel::LevelColumn), QStringLiteral("ERROR"));
    // Counts tell of all records, so that one sees what is left out.
    QTRY_COMPARE(action("level3")->text(), QStringLiteral("Info 90"));
    QTest::keyClick(m_page.get(), Qt::Key_2, Qt::AltModifier);
    QVERIFY(waitForRows(0));
    QTest::keyClick(m_page.get(), Qt::Key_0, Qt::AltModifier);
    QVERIFY(waitForRows(100));
}

void LogsPageTest::followsUntilScrolledUp()
{
    QVERIFY(publish(1, 500));
    const auto lastIsShown = [this] {
        const QRect last = m_view->visualRect(m_model->index(m_model->rowCount() - 1, 0));
        return last.bottom() < m_view->viewport()->height() && last.top() > 0;
    };
    auto *pill = m_page->findChild<QToolButton *>(QStringLiteral("newRecordsPill"));
    QTRY_VERIFY(lastIsShown());
    QVERIFY(action("followLogs")->isChecked());

    QTest::keyClick(m_view, Qt::Key_Home);
    QVERIFY(!action("followLogs")->isChecked());
    QVERIFY(publish(501, 50));
    QTRY_VERIFY(pill->isVisible());
    QVERIFY2(pill->text().endsWith(QStringLiteral(" 50 new")), qPrintable(pill->text()));
    QVERIFY(!lastIsShown());

    QTest::mouseClick(pill, Qt::LeftButton);
    QVERIFY(!pill->isVisible());
    QVERIFY(lastIsShown());
    QVERIFY(action("followLogs")->isChecked());

    m_view->verticalScrollBar()->setValue(3);
    QVERIFY(!m_view->isFollowing());
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
    QVERIFY(m_view->isFollowing());

    QTest::keyClick(m_view, Qt::Key_F);
    QVERIFY(!m_view->isFollowing());
    QTest::keyClick(m_view, Qt::Key_End);
    QVERIFY(m_view->isFollowing());
    QTest::keyClick(m_view, Qt::Key_PageUp);
    QTest::keyClick(m_view, Qt::Key_PageUp);
    QVERIFY(!m_view->isFollowing());
    QTest::keyClick(m_view, Qt::Key_End, Qt::ControlModifier);
    QVERIFY(m_view->isFollowing());
}

void LogsPageTest::keepsInPlaceWhatIsRead()
{
    QVERIFY(publish(1, 1000));
    m_view->goToRow(500);
    const QModelIndex first = m_view->indexAt({20, 2});
    const QString before = textAt(first.row());
    QVERIFY(publish(1001, 500));
    QTRY_COMPARE(m_view->newRecords(), 500);
    QCOMPARE(textAt(m_view->indexAt({20, 2}).row()), before);
    QCOMPARE(m_view->currentIndex().row(), 500);
}

void LogsPageTest::goesFromErrorToError()
{
    QVERIFY(publish(1, 100)); // each tenth is an error
    QTest::keyClick(m_page.get(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(textAt(m_view->currentIndex().row()), QStringLiteral("record 100"));
    QTest::keyClick(m_page.get(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(textAt(m_view->currentIndex().row()), QStringLiteral("record 90"));
    QVERIFY(!m_view->isFollowing());
    QTest::keyClick(m_page.get(), Qt::Key_F8);
    QCOMPARE(textAt(m_view->currentIndex().row()), QStringLiteral("record 100"));
    QTest::keyClick(m_page.get(), Qt::Key_F8);
    QCOMPARE(status(), QStringLiteral("There is no later error."));
    m_view->goToRow(0);
    QTest::keyClick(m_page.get(), Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(status(), QStringLiteral("There is no earlier error."));
    QTest::keyClick(m_page.get(), Qt::Key_F8);
    QCOMPARE(textAt(m_view->currentIndex().row()), QStringLiteral("record 10"));
}

void LogsPageTest::looksFarForAnError()
{
    const OneErrorModel model(50'000, 35'000);
    LevelSearch search(nullptr);
    QSignalSpy found(&search, &LevelSearch::found);
    QSignalSpy notFound(&search, &LevelSearch::notFound);
    search.start(&model, 10, LevelSearch::Direction::Forward, logs::Level::Error);
    QCOMPARE(found.size(), 0); // in slices, not all at once
    QTRY_COMPARE(found.size(), 1);
    QCOMPARE(found[0][0].toInt(), 35'000);
    search.start(&model, 49'999, LevelSearch::Direction::Backward, logs::Level::Error);
    QTRY_COMPARE(found.size(), 2);
    search.start(&model, 34'999, LevelSearch::Direction::Backward, logs::Level::Error);
    QTRY_COMPARE(notFound.size(), 1);
    search.start(&model, 10, LevelSearch::Direction::Forward, logs::Level::Error);
    search.start(&model, 35'000, LevelSearch::Direction::Forward, logs::Level::Error);
    QTRY_COMPARE(notFound.size(), 2);
    QCOMPARE(found.size(), 2); // the search before was given up
}

void LogsPageTest::keepsTheChosenRecordUnderAnotherFilter()
{
    QVERIFY(publish(1, 2000));
    m_view->goToRow(1499);
    QTest::keyClicks(m_query, QStringLiteral("\"record 15\""));
    QVERIFY(waitForRows(111));
    QTRY_COMPARE(textAt(m_view->currentIndex().row()), QStringLiteral("record 1500"));
    const int middle = m_view->visualRect(m_view->currentIndex()).center().y();
    QVERIFY(middle > 0 && middle < m_view->viewport()->height());
    m_query->clear();
    QVERIFY(waitForRows(2000));
    QTRY_COMPARE(textAt(m_view->currentIndex().row()), QStringLiteral("record 1500"));
    QVERIFY(m_view->visualRect(m_view->currentIndex()).top() >= 0);
    // It is left out: the view goes to where it would stand.
    QTest::keyClicks(m_query, QStringLiteral("\"record 11\""));
    QVERIFY(waitForRows(111));
    QTRY_VERIFY(m_view->visualRect(m_model->index(110, 0)).bottom() <=
                m_view->viewport()->height());
    QVERIFY(!m_view->currentIndex().isValid());
}

void LogsPageTest::showsAllOfARecord()
{
    m_fixture->server.publish(
        feeds::FeedKind::Logs,
        logItem("ERROR", QStringLiteral("cannot connect"),
                {{QStringLiteral("stack_trace"), QStringLiteral("Traceback:\n  File x")},
                 {QStringLiteral("db"),
                  QJsonObject{{QStringLiteral("host"), QStringLiteral("db-1")}}}}));
    m_fixture->server.publish(feeds::FeedKind::Logs, R"({"line":"plain text, no JSON"})");
    QVERIFY(waitForRows(2));
    QVERIFY(!m_page->findChild<LogDetailPane *>()->isVisible());
    m_view->goToRow(0);
    auto *details = m_page->findChild<LogDetailPane *>();
    QVERIFY(details->isVisible());
    action("logDetailsShown")->trigger();
    QVERIFY(!details->isVisible());
    action("logDetailsShown")->trigger();
    auto *tabs = m_page->findChild<QTabWidget *>(QStringLiteral("tabs"));
    QCOMPARE(tabs->currentWidget()->objectName(), QStringLiteral("fieldsTab"));
    const auto *fields = m_page->findChild<QTableView *>(QStringLiteral("fields"))->model();
    QStringList names;
    for (int row = 0; row < fields->rowCount(); ++row) {
        names << fields->index(row, 0).data().toString();
    }
    QVERIFY2(names.contains(QStringLiteral("db.host")), qPrintable(names.join(u' ')));
    QCOMPARE(detail("stack"), QStringLiteral("Traceback:\n  File x"));
    QVERIFY(detail("text").contains(QStringLiteral("\n  \"db\": {\n    \"host\": \"db-1\"\n  }")));
    // The search is marked in it.
    m_query->setText(QStringLiteral("CANNOT"));
    QTRY_COMPARE(
        m_page->findChild<QPlainTextEdit *>(QStringLiteral("text"))->extraSelections().size(), 1);
    m_query->clear();
    QVERIFY(waitForRows(2));
    m_view->goToRow(1);
    QVERIFY(detail("text").contains(QStringLiteral("plain text, no JSON")));
    QVERIFY(
        !tabs->isTabVisible(tabs->indexOf(tabs->findChild<QWidget *>(QStringLiteral("stackTab")))));
}

void LogsPageTest::copiesTextAndJson()
{
    m_fixture->server.publish(feeds::FeedKind::Logs,
                              logItem("ERROR", QStringLiteral("cannot connect"),
                                      {{QStringLiteral("exc_info"), QStringLiteral("a\n  b")}}));
    m_fixture->server.publish(feeds::FeedKind::Logs, logItem("INFO", QStringLiteral("connected")));
    QVERIFY(waitForRows(2));
    m_view->setFocus();
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(status(), QStringLiteral("Choose records to copy first."));
    m_view->selectAll();
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier);
    QTRY_COMPARE(status(), QStringLiteral("Copied 2 records."));
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY2(lines[0].endsWith(QStringLiteral("ERROR shop.db cannot connect")),
             qPrintable(lines[0]));
    QCOMPARE(lines[2], QStringLiteral("  b"));
    QVERIFY(lines[3].endsWith(QStringLiteral("INFO shop.db connected")));

    QGuiApplication::clipboard()->clear();
    QTest::keyClick(m_view, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!QGuiApplication::clipboard()->text().isEmpty());
    const QStringList json = QGuiApplication::clipboard()->text().trimmed().split(u'\n');
    QCOMPARE(json.size(), 2);
    const QJsonObject first = QJsonDocument::fromJson(json[0].toUtf8()).object();
    QCOMPARE(first[QStringLiteral("exc_info")].toString(), QStringLiteral("a\n  b"));
}

void LogsPageTest::tellsEvictedRecords()
{
    makePage({.logBytes = 512 << 10});
    QVERIFY(publish(1, 100));
    m_view->goToRow(3);
    const QString chosen = detail("text");
    QVERIFY(chosen.contains(QStringLiteral("record 4")));
    m_fixture->server.publishLogs(101, 10'000);
    QTRY_VERIFY(m_model->evicted() > 0);
    QTRY_COMPARE(textAt(m_model->rowCount() - 1), QStringLiteral("record 10100"));
    QTRY_VERIFY2(status().contains(QStringLiteral("older ones dropped (budget 512 KiB)")),
                 qPrintable(status()));
    // What was read is gone from the store, and not from the screen.
    QCOMPARE(detail("text"), chosen);
    QVERIFY(!m_view->currentIndex().isValid());
    QCOMPARE(m_view->indexAt({20, 2}).row(), 0);
}

void LogsPageTest::paintsLevelsAndMatches()
{
    QVERIFY(publish(1, 10)); // the last one is an error
    m_query->setText(QStringLiteral("\"cord 1\""));
    QVERIFY(waitForRows(2));
    const QImage image = m_view->viewport()->grab().toImage();
    const QRect row = m_view->visualRect(m_model->index(1, LogModel::MessageColumn));
    const auto paintedIn = [&image](const QRect &rect, const QColor &colour) {
        int pixels = 0;
        for (int x = rect.left(); x <= std::min(rect.right(), image.width() - 1); ++x) {
            pixels += image.pixelColor(x, rect.top() + 3) == colour ? 1 : 0;
        }
        return pixels;
    };
    const Theme &theme = m_fixture->theme;
    QCOMPARE(image.pixelColor(1, row.center().y()), theme.tone(Tone::Bad));
    QCOMPARE(image.pixelColor(image.width() - 5, row.center().y()), theme.fill(Tone::Bad));
    const int character = m_view->fontMetrics().horizontalAdvance(u'x');
    QVERIFY(std::abs(paintedIn(row, theme.tone(Tone::Warning)) - 6 * character) <= character);
    const QRect time = m_view->visualRect(m_model->index(1, LogModel::TimeColumn));
    QCOMPARE(paintedIn(time, theme.tone(Tone::Warning)), 0);
}

void LogsPageTest::paintsGapsAcrossTheRow()
{
    makePage({}, 1 << 20);
    QVERIFY(publish(1, 10));
    m_fixture->server.close();
    // More than the server keeps.
    const QString padding(2000, u'x');
    for (int i = 0; i < 1'000; ++i) {
        m_fixture->server.publish(feeds::FeedKind::Logs, logItem("INFO", padding));
    }
    QVERIFY(m_fixture->server.listen());
    m_fixture->session->retryNow();
    QTRY_VERIFY(m_model->rowCount() > 11);
    QVERIFY(LogLineDelegate::isGap(m_model->index(10, 0)));
    QVERIFY2(textAt(10).contains(QStringLiteral("lost")), qPrintable(textAt(10)));
    m_view->goToRow(0);
    const QRect gap = m_view->visualRect(m_model->index(10, 0));
    const QImage image = m_view->viewport()->grab().toImage();
    const QColor band = m_fixture->theme.fill(Tone::Lost);
    for (const int x : {10, image.width() / 4, image.width() - 10}) {
        QCOMPARE(image.pixelColor(x, gap.center().y() - 5), band);
    }
    // A gap matches every filter, and is not a match.
    m_query->setText(QStringLiteral("\"no such text\""));
    QVERIFY(waitForRows(1));
    QTRY_VERIFY(emptyState()->isVisible());
    QTRY_VERIFY2(status().startsWith(QStringLiteral("0 of ")), qPrintable(status()));
}

void LogsPageTest::showsUpToTheFixedMoment()
{
    QVERIFY(publish(1, 100));
    m_fixture->cursor.setFixed(wallTimeFromMs(kFirstMs + 50));
    QVERIFY(waitForRows(50));
    QCOMPARE(textAt(49), QStringLiteral("record 50"));
    QTRY_VERIFY2(status().startsWith(QStringLiteral("50 of 100 records, up to ")),
                 qPrintable(status()));
    m_fixture->cursor.setLive();
    QVERIFY(waitForRows(100));
    QTRY_COMPARE(status(), QStringLiteral("100 records"));
}

void LogsPageTest::saysWhyItIsEmpty()
{
    QVERIFY(emptyState()->isVisible());
    QCOMPARE(emptyState()->accessibleName(), QStringLiteral("No log records yet."));
    QVERIFY(publish(1, 10));
    QVERIFY(!emptyState()->isVisible());

    m_query->setText(QStringLiteral("nowhere"));
    QVERIFY(waitForRows(0));
    QTRY_COMPARE(emptyState()->accessibleName(), QString::fromUtf8("Nothing matches “nowhere”."));
    QTest::mouseClick(emptyButton(QStringLiteral("Clear search")), Qt::LeftButton);
    QVERIFY(waitForRows(10));

    action("level3")->trigger();
    action("level5")->trigger();
    QVERIFY(waitForRows(0));
    QTRY_COMPARE(emptyState()->accessibleName(), QStringLiteral("No record to show."));
    QTest::mouseClick(emptyButton(QStringLiteral("Show all levels")), Qt::LeftButton);
    QVERIFY(waitForRows(10));

    m_fixture->cursor.setFixed(wallTimeFromMs(kFirstMs));
    QVERIFY(waitForRows(0));
    QTRY_VERIFY(emptyButton(QStringLiteral("Back to live")));
    QTest::mouseClick(emptyButton(QStringLiteral("Back to live")), Qt::LeftButton);
    QVERIFY(waitForRows(10));
}

void LogsPageTest::saysThatNoSourceIsConnected()
{
    m_fixture->server.close();
    QTRY_COMPARE(emptyState()->accessibleName(), QStringLiteral("No log records: not connected."));
    QVERIFY(emptyState()->accessibleDescription().contains(QStringLiteral("web-1")));

    session::Session none({}, {}, m_fixture->clock);
    m_page->setSession(&none);
    QCOMPARE(emptyState()->accessibleName(),
             QStringLiteral("This environment has no source of logs."));
    m_page->setSession(nullptr);
    QCOMPARE(emptyState()->accessibleName(), QStringLiteral("No environment is connected."));
}

void LogsPageTest::wrapsAndZooms()
{
    QVERIFY(publish(1, 10));
    m_fixture->server.publish(feeds::FeedKind::Logs,
                              logItem("ERROR", QStringLiteral("first\nsecond\nthird")));
    QVERIFY(waitForRows(11));
    const auto heightOf = [this](int row) {
        return m_view->visualRect(m_model->index(row, 0)).height();
    };
    const int plain = heightOf(10);
    QCOMPARE(heightOf(0), plain);
    m_view->setFocus();
    QTest::keyClick(m_view, Qt::Key_W);
    QVERIFY(heightOf(10) > 2 * plain);
    QCOMPARE(heightOf(0), plain);
    QVERIFY(m_fixture->settings.get(settings::kLogWrap));
    action("wrapLogs")->trigger();

    action("enlargeLogs")->trigger();
    action("enlargeLogs")->trigger();
    QTRY_VERIFY(heightOf(0) > plain);
    QCOMPARE(m_fixture->settings.get(settings::kLogFontStep), 2);
    action("resetLogSize")->trigger();
    QTRY_COMPARE(heightOf(0), plain);
}

void LogsPageTest::remembersColumns()
{
    m_view->header()->setSectionHidden(LogModel::SourceColumn, true);
    m_view->header()->moveSection(0, 1);
    m_view->header()->resizeSection(LogModel::LoggerColumn, 321);
    m_page.reset();
    LogsPage again(m_fixture->context(), nullptr);
    const QHeaderView *header = again.findChild<LogView *>()->header();
    QVERIFY(header->isSectionHidden(LogModel::SourceColumn));
    QCOMPARE(header->visualIndex(LogModel::TimeColumn), 1);
    QCOMPARE(header->sectionSize(LogModel::LoggerColumn), 321);
    QCOMPARE(again.findChild<LogModel *>()
                 ->headerData(LogModel::MessageColumn, Qt::Horizontal)
                 .toString(),
             QStringLiteral("Message"));
}

void LogsPageTest::showsTextFromOtherPages()
{
    QVERIFY(publish(1, 100));
    action("level3")->trigger();
    QVERIFY(waitForRows(10));
    m_page->showText(QStringLiteral("record 42"));
    QVERIFY(waitForRows(1));
    QCOMPARE(m_query->text(), QStringLiteral("\"record 42\""));
    QVERIFY(action("level3")->isChecked());
}

void LogsPageTest::outlivesItsSession()
{
    QVERIFY(publish(1, 100));
    m_view->goToRow(50);
    m_fixture->session.reset();
    QTRY_COMPARE(m_model->rowCount(), 0);
    m_query->setText(QStringLiteral("x"));
    action("nextError")->trigger();
    QTRY_VERIFY(emptyState()->isVisible());
    QVERIFY(!m_page->grab().isNull());
}

void LogsPageTest::namesItsControls()
{
    QVERIFY(publish(1, 10));
    m_view->goToRow(0);
    QCOMPARE(unnamedControls(*m_page), QStringList());
    for (const QAction *action : m_page->findChildren<QAction *>()) {
        if (!action->objectName().isEmpty() && !action->objectName().startsWith(u'_')) {
            QVERIFY2(!action->toolTip().isEmpty(), qPrintable(action->objectName()));
            QVERIFY2(!action->shortcuts().isEmpty(), qPrintable(action->objectName()));
        }
    }
    QVERIFY(action("nextError")->toolTip().contains(QStringLiteral("F8")));
}

void LogsPageTest::showsALongSearch()
{
    LogStatusLine line(nullptr);
    line.show();
    auto *bar = line.findChild<QProgressBar *>();
    line.setProgress(0.1);
    QVERIFY(!bar->isVisible());
    line.setProgress(0.3);
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(bar->value(), 30);
    const QSignalSpy cancelled(&line, &LogStatusLine::cancelRequested);
    QTest::mouseClick(line.findChild<QToolButton *>(), Qt::LeftButton);
    QCOMPARE(cancelled.size(), 1);
    line.setProgress(-1);
    QVERIFY(!bar->isVisible());
}

QTEST_MAIN(LogsPageTest)
#include "tst_logspage.moc"
