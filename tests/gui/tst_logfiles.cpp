// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bookmarkstore.h"
#include "app/exportdialog.h"
#include "app/facetpane.h"
#include "app/histogramstrip.h"
#include "app/logdetailpane.h"
#include "app/logpane.h"
#include "app/logspage.h"
#include "app/logtab.h"
#include "app/logtabs.h"
#include "app/logview.h"
#include "logs/logformat.h"
#include "models/logmodel.h"
#include "pagefixture.h"
#include "session/logdocument.h"

#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QCompleter>
#include <QDropEvent>
#include <QFile>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QTableView>
#include <QTest>
#include <QToolButton>

using namespace foretop;
using namespace foretop::app;
using models::LogModel;

namespace {

constexpr qint64 kFirstMs = 1'700'000'000'000;

QByteArray line(int number)
{
    const QByteArray level = number % 10 == 0 ? "ERROR" : "INFO";
    const QByteArray time = QDateTime::fromMSecsSinceEpoch(kFirstMs + number * 1000, Qt::UTC)
                                .toString(Qt::ISODateWithMs)
                                .toUtf8();
    return R"({"timestamp":")" + time + R"(","level":")" + level + R"(","logger":"shop.)" +
           (number % 2 ? "db" : "web") + R"(","message":"record )" + QByteArray::number(number) +
           R"( of the shop","status":)" + (number % 5 ? "200" : "503") + R"(,"request_id":"r-)" +
           QByteArray::number(number / 4) + "\"}\n";
}

QByteArray lines(int first, int count)
{
    QByteArray text;
    for (int number = first; number < first + count; ++number) {
        text += line(number);
    }
    return text;
}

} // namespace

class LogFilesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void opensAFile();
    void typesAQuery();
    void tellsAWrongQuery();
    void completesFields();
    void brushesTheHistogram();
    void followsAGrowingFile();
    void keepsBookmarks();
    void exportsWhatIsShown();
    void opensWhatIsDropped();
    void opensRotatedPartsTogether();
    void copiesRecords();
    void filtersByAField();
    void showsInContext();
    void showsContextLines();
    void addsColumns();
    void splitsAndCloses();
    void mergesLogs();
    void reopensWhatWasOpen();
    void reopensMerges();
    void reopensSecondTabs();
    void tellsWhenTabsAreFull();
    void readsOnAfterACancel();
    void offersFormats();
    void keepsTheChosenFormat();
    void tellsTroubles();
    void isUsedByKeyboard();

private:
    void makePage();
    QString write(const char *name, const QByteArray &content) const;
    void append(const QString &path, const QByteArray &content) const;
    bool open(const QString &path, int rows);
    bool waitForRows(int rows) const;
    void query(const QString &text) const;
    LogPane *pane() const { return m_page->tabs()->current()->pane(); }
    LogModel *model() const { return pane()->findChild<LogModel *>(); }
    LogView *view() const { return pane()->findChild<LogView *>(); }
    QLineEdit *edit() const { return pane()->findChild<QLineEdit *>(QStringLiteral("logQuery")); }
    QAction *action(const char *name) const;
    QToolButton *formatButton() const
    {
        return pane()->findChild<QToolButton *>(QStringLiteral("logFormat"));
    }
    void chooseFormat(const QString &title) const;
    QString status() const
    {
        return pane()->findChild<QLabel *>(QStringLiteral("logStatus"))->text();
    }
    QString textAt(int row, int column = LogModel::MessageColumn) const
    {
        return model()->index(row, column).data().toString();
    }

    std::unique_ptr<PageFixture> m_fixture;
    std::shared_ptr<const logs::FormatCatalogue> m_formats;
    std::unique_ptr<LogsPage> m_page;
};

void LogFilesTest::init()
{
    m_fixture = std::make_unique<PageFixture>();
    makePage();
}

void LogFilesTest::cleanup()
{
    m_formats.reset();
    m_page.reset();
    m_fixture.reset();
}

void LogFilesTest::makePage()
{
    m_page.reset();
    PageContext context = m_fixture->context();
    context.formats = m_formats;
    m_page = std::make_unique<LogsPage>(context, nullptr);
    m_page->resize(1300, 800);
    m_page->setSession(m_fixture->session.get());
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

QString LogFilesTest::write(const char *name, const QByteArray &content) const
{
    const QString path = m_fixture->directory.filePath(QString::fromUtf8(name));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) {
        qFatal("cannot write %s", name);
    }
    return path;
}

void LogFilesTest::append(const QString &path, const QByteArray &content) const
{
    QFile file(path);
    if (!file.open(QIODevice::Append) || file.write(content) != content.size()) {
        qFatal("cannot append");
    }
}

bool LogFilesTest::open(const QString &path, int rows)
{
    m_page->open({path});
    return waitForRows(rows);
}

bool LogFilesTest::waitForRows(int rows) const
{
    return QTest::qWaitFor([&] { return model()->rowCount() == rows; });
}

void LogFilesTest::query(const QString &text) const
{
    edit()->setFocus();
    // Not typed: offscreen the completion's window takes the keyboard for good.
    edit()->setText(text);
    QTest::keyClick(edit(), Qt::Key_Return);
}

QAction *LogFilesTest::action(const char *name) const
{
    auto *found = pane()->findChild<QAction *>(QString::fromUtf8(name));
    found = found ? found : m_page->findChild<QAction *>(QString::fromUtf8(name));
    if (!found) {
        qFatal("no action %s", name);
    }
    return found;
}

void LogFilesTest::opensAFile()
{
    const QString path = write("app.log", lines(1, 100));
    QVERIFY(open(path, 100));
    QCOMPARE(m_page->tabs()->count(), 2);
    QCOMPARE(m_page->tabs()->tabText(1), QStringLiteral("app.log"));
    QTRY_COMPARE(textAt(0), QStringLiteral("record 1 of the shop"));
    QTRY_COMPARE(status(), QStringLiteral("100 records"));
    QTRY_COMPARE(action("level5")->text(), QStringLiteral("Error 10"));
    // Again it is the same tab.
    m_page->tabs()->setCurrentIndex(0);
    m_page->open({path});
    QCOMPARE(m_page->tabs()->count(), 2);
    QCOMPARE(m_page->tabs()->currentIndex(), 1);
    const QStringList unnamed = unnamedControls(*m_page);
    QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u' ')));
    action("closeLogTab")->trigger();
    QCOMPARE(m_page->tabs()->count(), 1);
    action("closeLogTab")->trigger();
    QCOMPARE(m_page->tabs()->count(), 1); // the live one stays
}

void LogFilesTest::typesAQuery()
{
    QVERIFY(open(write("app.log", lines(1, 100)), 100));
    query(QStringLiteral("status:503 level>=error"));
    QVERIFY(waitForRows(10));
    QVERIFY(view()->hasFocus());
    QTRY_COMPARE(textAt(0), QStringLiteral("record 10 of the shop"));
    query(QStringLiteral("\"record 1\" not 10 or /record [67]7/"));
    QVERIFY(waitForRows(12));
    query(QStringLiteral("since:2023-11-14T22:13:30Z until:2023-11-14T22:13:34Z"));
    QVERIFY(waitForRows(5));
    edit()->clear();
    QVERIFY(waitForRows(100));
}

void LogFilesTest::tellsAWrongQuery()
{
    QVERIFY(open(write("app.log", lines(1, 100)), 100));
    query(QStringLiteral("status:503"));
    QVERIFY(waitForRows(20));
    edit()->setFocus();
    QTest::keyClicks(edit(), QStringLiteral(" (a"));
    auto *fault = m_page->findChild<QLabel *>(QStringLiteral("queryFault"));
    QTRY_VERIFY(fault->isVisible() ||
                (fault = pane()->findChild<QLabel *>(QStringLiteral("queryFault"))) != nullptr);
    QTRY_VERIFY(!edit()->accessibleDescription().isEmpty());
    QCOMPARE(model()->rowCount(), 20); // what was shown stays
    QTest::keyClicks(edit(), QStringLiteral(")"));
    QTRY_VERIFY(edit()->accessibleDescription().isEmpty());
    edit()->setText(QStringLiteral("status:200 /shop(/"));
    QTRY_VERIFY2(edit()->accessibleDescription().contains(QStringLiteral("regex")),
                 qPrintable(edit()->accessibleDescription()));
    QCOMPARE(model()->rowCount(), 20);
    edit()->setText(QStringLiteral("status:200 /shop/"));
    QVERIFY(waitForRows(80));
    QVERIFY(edit()->accessibleDescription().isEmpty());
}

void LogFilesTest::completesFields()
{
    QVERIFY(open(write("app.log", lines(1, 100)), 100));
    edit()->setFocus();
    auto *completer = edit()->findChild<QCompleter *>();
    const auto offered = [&](const QString &item) {
        const auto *items = completer->model();
        for (int row = 0; row < items->rowCount(); ++row) {
            if (items->index(row, 0).data().toString().startsWith(item)) {
                return completer->popup()->isVisible();
            }
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT((edit()->clear(), QTest::keyClicks(edit(), QStringLiteral("reque")),
                              offered(QStringLiteral("request_id"))),
                             10'000);
    completer->popup()->hide();
    edit()->clear();
    QTest::keyClicks(edit(), QStringLiteral("level>=e"));
    QTRY_VERIFY(offered(QStringLiteral("error")));
    completer->popup()->hide();
    edit()->clear();
    m_page->activateWindow();
    edit()->setFocus();
    QTRY_VERIFY(edit()->hasFocus());
    QTest::keyClicks(edit(), QStringLiteral("status:5")); // which no facet counts
    QTRY_VERIFY(offered(QStringLiteral("503")));
    completer->popup()->hide();
}

void LogFilesTest::brushesTheHistogram()
{
    QVERIFY(open(write("app.log", lines(0, 600)), 600));
    auto *strip = pane()->findChild<HistogramStrip *>();
    QTRY_VERIFY(!strip->textOf(1).isEmpty());
    int last = 1;
    while (!strip->textOf(last + 1).isEmpty()) {
        ++last;
    }
    const QPoint from = strip->rectOf(last / 4).center();
    const QPoint to = strip->rectOf(last / 2).center();
    QTest::mousePress(strip, Qt::LeftButton, {}, from);
    QTest::mouseMove(strip, to);
    QTest::mouseRelease(strip, Qt::LeftButton, {}, to);
    QTRY_VERIFY(model()->rowCount() < 300 && model()->rowCount() > 50);
    QVERIFY(m_fixture->cursor.isLive()); // a file's times are not the console's
    QTest::mouseDClick(strip, Qt::LeftButton, {}, strip->rect().center());
    QVERIFY(waitForRows(600));
}

void LogFilesTest::followsAGrowingFile()
{
    const QString path = write("app.log", lines(1, 500));
    QVERIFY(open(path, 500));
    QVERIFY(view()->isFollowing());
    append(path, lines(501, 10));
    QVERIFY(waitForRows(510));
    QTRY_COMPARE(textAt(509), QStringLiteral("record 510 of the shop"));
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_Home);
    append(path, lines(511, 7));
    QVERIFY(waitForRows(517));
    auto *pill = pane()->findChild<QToolButton *>(QStringLiteral("newRecordsPill"));
    QTRY_VERIFY(pill->isVisible());
    QVERIFY2(pill->text().endsWith(QStringLiteral(" 7 new")), qPrintable(pill->text()));
    QTest::mouseClick(pill, Qt::LeftButton);
    QVERIFY(view()->isFollowing());
    // Of a query too.
    query(QStringLiteral("level:error"));
    QVERIFY(waitForRows(51));
    append(path, lines(518, 3));
    QVERIFY(waitForRows(52));
}

void LogFilesTest::keepsBookmarks()
{
    const QString path = write("app.log", lines(1, 100));
    QVERIFY(open(path, 100));
    for (const int row : {70, 20}) {
        view()->goToRow(row);
        QTRY_VERIFY(!textAt(row).isEmpty());
        action("toggleBookmark")->trigger();
    }
    makePage();
    QVERIFY(waitForRows(100)); // open again
    QTRY_COMPARE(status(), QStringLiteral("100 records"));
    view()->goToRow(50);
    QTest::keyClick(m_page.get(), Qt::Key_F2);
    QCOMPARE(view()->currentIndex().row(), 70);
    QTest::keyClick(m_page.get(), Qt::Key_F2, Qt::ShiftModifier);
    QCOMPARE(view()->currentIndex().row(), 20);
    QTest::keyClick(m_page.get(), Qt::Key_F2, Qt::ShiftModifier);
    QVERIFY(status().contains(QStringLiteral("no earlier bookmark")));
    action("showBookmarks")->trigger();
    auto *list = pane()->findChild<QAbstractItemView *>(QStringLiteral("bookmarkList"));
    QCOMPARE(list->model()->rowCount(), 2);
    QVERIFY(list->model()->index(0, 0).data().toString().contains(QStringLiteral("record 21")));
    list->setCurrentIndex(list->model()->index(0, 0));
    action("removeBookmark")->trigger();
    QCOMPARE(list->model()->rowCount(), 1);
}

void LogFilesTest::exportsWhatIsShown()
{
    const QByteArray content = lines(1, 100);
    QVERIFY(open(write("app.log", content), 100));
    query(QStringLiteral("level:error"));
    QVERIFY(waitForRows(10));
    const QString path = m_fixture->directory.filePath(QStringLiteral("out.log"));
    QTimer::singleShot(0, this, [&] {
        auto *dialog = qobject_cast<ExportDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(QStringLiteral("exportPath"))->setText(path);
        QTest::keyClick(dialog, Qt::Key_Return);
    });
    action("exportLogs")->trigger();
    QTRY_VERIFY2(status().startsWith(QStringLiteral("Wrote 10 records")), qPrintable(status()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray expected;
    for (int number = 10; number <= 100; number += 10) {
        expected += line(number);
    }
    QCOMPARE(file.readAll(), expected);
}

void LogFilesTest::opensWhatIsDropped()
{
    const QString path = write("a.log", lines(1, 10));
    const QString other = write("b.log", lines(1, 20));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path), QUrl::fromLocalFile(other)});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_page.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_page.get(), &drop);
    QCOMPARE(m_page->tabs()->count(), 3);
    QVERIFY(waitForRows(20));
    QMimeData text;
    text.setText(QStringLiteral("no file"));
    QDragEnterEvent wrong(QPoint(50, 50), Qt::CopyAction, &text, Qt::LeftButton, {});
    wrong.ignore();
    QApplication::sendEvent(m_page.get(), &wrong);
    QVERIFY(!wrong.isAccepted());
}

void LogFilesTest::opensRotatedPartsTogether()
{
    const QString newer = write("app.log", lines(11, 10));
    const QString other = write("b.log", lines(1, 20));
    const QString older = write("app.log.1", lines(1, 10));
    m_page->open({newer, other, older});
    QCOMPARE(m_page->tabs()->count(), 3);
    m_page->tabs()->setCurrentIndex(1);
    QVERIFY(waitForRows(20));
    QTRY_COMPARE(textAt(0), QStringLiteral("record 1 of the shop"));
    QTRY_COMPARE(textAt(19), QStringLiteral("record 20 of the shop"));
}

void LogFilesTest::copiesRecords()
{
    QVERIFY(open(write("app.log", lines(1, 2000)), 2000));
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    view()->clearSelection();
    action("copyJson")->trigger();
    QTRY_COMPARE(status(), QStringLiteral("Choose records to copy first."));
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    view()->selectAll(); // most were never on screen
    action("copyJson")->trigger();
    QTRY_COMPARE(status(), QStringLiteral("Copied 2,000 records."));
    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8(lines(1, 2000)));
    QTRY_VERIFY(pane()->isFilled());
}

void LogFilesTest::filtersByAField()
{
    QVERIFY(open(write("app.log", lines(1, 100)), 100));
    view()->goToRow(9);
    auto *fields = pane()->findChild<QTableView *>(QStringLiteral("fields"));
    const auto choose = [&](const char *name) {
        for (int row = 0; row < fields->model()->rowCount(); ++row) {
            if (fields->model()->index(row, 0).data().toString() == QLatin1String(name)) {
                fields->setCurrentIndex(fields->model()->index(row, 0));
            }
        }
    };
    choose("status");
    action("filterForField")->trigger();
    QVERIFY(waitForRows(20));
    choose("logger");
    action("filterOutField")->trigger();
    QVERIFY(waitForRows(10));
    view()->goToRow(0);
    choose("request_id");
    action("followField")->trigger();
    QVERIFY(waitForRows(4));
    choose("request_id");
    action("facetOfField")->trigger();
    QVERIFY(pane()->findChild<FacetPane *>()->isVisible());
    QCOMPARE(pane()->findChild<FacetPane *>()->fields().constFirst(), QStringLiteral("request_id"));
}

void LogFilesTest::showsInContext()
{
    QVERIFY(open(write("app.log", lines(1, 1000)), 1000));
    query(QStringLiteral("\"record 500 \""));
    QVERIFY(waitForRows(1));
    view()->goToRow(0);
    action("showInContext")->trigger();
    QVERIFY(waitForRows(1000));
    QTRY_COMPARE(view()->currentIndex().row(), 499);
    const QRect row = view()->visualRect(view()->currentIndex());
    QVERIFY(row.top() >= 0 && row.bottom() <= view()->viewport()->height());
    QVERIFY(edit()->text().isEmpty());
}

void LogFilesTest::showsContextLines()
{
    QVERIFY(open(write("app.log", lines(1, 1000)), 1000));
    query(QStringLiteral("\"record 500 \" or \"record 700 \""));
    QVERIFY(waitForRows(2));
    action("moreContext")->trigger();
    QVERIFY(waitForRows(6));
    action("moreContext")->trigger();
    QVERIFY(waitForRows(10));
    QVERIFY(model()->index(0, 0).data(LogModel::ContextRole).toBool());
    QVERIFY(!model()->index(2, 0).data(LogModel::ContextRole).toBool());
    action("lessContext")->trigger();
    action("lessContext")->trigger();
    QVERIFY(waitForRows(2));
}

void LogFilesTest::addsColumns()
{
    QVERIFY(open(write("app.log", lines(1, 100)), 100));
    view()->goToRow(4);
    auto *fields = pane()->findChild<QTableView *>(QStringLiteral("fields"));
    for (int row = 0; row < fields->model()->rowCount(); ++row) {
        if (fields->model()->index(row, 0).data().toString() == QStringLiteral("status")) {
            fields->setCurrentIndex(fields->model()->index(row, 0));
        }
    }
    action("columnOfField")->trigger();
    QCOMPARE(model()->fieldColumns(), QStringList{QStringLiteral("status")});
    QTRY_COMPARE(textAt(4, LogModel::FirstField), QStringLiteral("503"));
    const QHeaderView *header = view()->header();
    QVERIFY(header->visualIndex(LogModel::FirstField) <
            header->visualIndex(LogModel::MessageColumn));
    m_page.reset();
    makePage();
    QCOMPARE(model()->fieldColumns(), QStringList{QStringLiteral("status")});
}

void LogFilesTest::splitsAndCloses()
{
    QVERIFY(open(write("app.log", lines(1, 100)), 100));
    LogTab *tab = m_page->tabs()->current();
    LogPane *first = tab->pane();
    action("splitLogs")->trigger();
    QVERIFY(tab->isSplit());
    QVERIFY(tab->pane() != first);
    QVERIFY(waitForRows(100));
    query(QStringLiteral("level:error"));
    QVERIFY(waitForRows(10));
    QCOMPARE(first->findChild<LogModel *>()->rowCount(), 100);
    // Shortcuts are those of the half with the keyboard.
    first->findChild<LogView *>()->setFocus();
    QCOMPARE(tab->pane(), first);
    QTest::keyClick(first->findChild<LogView *>(), Qt::Key_F8);
    QVERIFY(first->findChild<LogView *>()->currentIndex().isValid());
    action("closeLogPane")->trigger();
    QVERIFY(!tab->isSplit());
    QVERIFY(tab->pane() != first);
}

void LogFilesTest::mergesLogs()
{
    QVERIFY(open(write("a.log", lines(1, 50)), 50));
    QVERIFY(open(write("b.log", lines(26, 50)), 50));
    m_page->tabs()->merge({1, 2});
    QVERIFY(waitForRows(100));
    QTRY_COMPARE(textAt(0), QStringLiteral("record 1 of the shop"));
    QTRY_COMPARE(textAt(99), QStringLiteral("record 75 of the shop"));
    QTRY_VERIFY(textAt(0, LogModel::SourceColumn) != textAt(99, LogModel::SourceColumn));
    // It goes on without the tabs that it is of.
    m_page->tabs()->close(1);
    m_page->tabs()->close(1);
    append(m_fixture->directory.filePath(QStringLiteral("b.log")), lines(76, 5));
    QVERIFY(waitForRows(105));
}

void LogFilesTest::reopensWhatWasOpen()
{
    QVERIFY(open(write("a.log", lines(1, 1000)), 1000));
    QVERIFY(open(write("b.log", lines(1, 1000)), 1000));
    query(QStringLiteral("status:200"));
    QVERIFY(waitForRows(800));
    view()->goToRow(400);
    const quint64 record = model()->recordAt(400);
    makePage();
    QCOMPARE(m_page->tabs()->count(), 3);
    QCOMPARE(m_page->tabs()->currentIndex(), 2);
    QVERIFY(waitForRows(800));
    QCOMPARE(edit()->text(), QStringLiteral("status:200"));
    QTRY_VERIFY(view()->currentIndex().isValid());
    QCOMPARE(model()->recordAt(view()->currentIndex().row()), record);
    QVERIFY(!view()->isFollowing());
}

void LogFilesTest::reopensMerges()
{
    QVERIFY(open(write("a.log", lines(1, 50)), 50));
    QVERIFY(open(write("b.log", lines(26, 50)), 50));
    m_page->tabs()->merge({1, 2});
    QVERIFY(waitForRows(100));
    const QString title = m_page->tabs()->tabText(3);
    m_page->tabs()->merge({0, 3}); // the live feed and the merge
    QVERIFY(waitForRows(100));
    m_page->tabs()->close(2);
    m_page->tabs()->setCurrentIndex(2);
    query(QStringLiteral("status:503"));
    QVERIFY(waitForRows(20));
    makePage();
    QCOMPARE(m_page->tabs()->count(), 4);
    QCOMPARE(m_page->tabs()->currentIndex(), 2);
    QCOMPARE(m_page->tabs()->tabText(2), title);
    QVERIFY(waitForRows(20));
    QCOMPARE(edit()->text(), QStringLiteral("status:503"));
    m_page->tabs()->setCurrentIndex(3);
    QVERIFY(waitForRows(100));
    QVERIFY(pane()->document()->isLive());
}

void LogFilesTest::reopensSecondTabs()
{
    QVERIFY(open(write("a.log", lines(1, 50)), 50));
    action("newLogTab")->trigger();
    query(QStringLiteral("status:503"));
    QVERIFY(waitForRows(10));
    m_page->tabs()->setCurrentIndex(0);
    action("newLogTab")->trigger(); // of the live log
    m_page->tabs()->merge({2, 3});
    m_page->tabs()->setCurrentIndex(2);
    makePage();
    QCOMPARE(m_page->tabs()->count(), 5);
    QVERIFY(waitForRows(10));
    QCOMPARE(pane()->document(), m_page->tabs()->tabAt(1)->document());
    QVERIFY(m_page->tabs()->tabAt(3)->document()->isLive());
    m_page->tabs()->setCurrentIndex(4);
    QVERIFY(waitForRows(50));
}

void LogFilesTest::tellsWhenTabsAreFull()
{
    const auto *banner = m_page->findChild<QWidget *>(QStringLiteral("tabsFull"));
    for (int number = 1; number <= LogTabs::kMostTabs; ++number) {
        QVERIFY(!banner->isVisible());
        m_page->open({m_fixture->directory.filePath(QStringLiteral("%1.log").arg(number))});
    }
    QCOMPARE(m_page->tabs()->count(), LogTabs::kMostTabs);
    QVERIFY(banner->isVisible());
    action("closeLogTab")->trigger();
    QVERIFY(!banner->isVisible());
}

void LogFilesTest::readsOnAfterACancel()
{
    const QString path = write("app.log", lines(1, 5000));
    m_page->open({path});
    m_page->tabs()->current()->document()->cancelLoading();
    auto *banner = pane()->findChild<QWidget *>(QStringLiteral("cancelledRead"));
    QTRY_VERIFY(banner->isVisible());
    banner->findChild<QToolButton *>(QStringLiteral("noticeAction"))->click();
    QVERIFY(waitForRows(5000));
    QTRY_VERIFY(!banner->isVisible());
    append(path, lines(5001, 5));
    QVERIFY(waitForRows(5005));
}

void LogFilesTest::chooseFormat(const QString &title) const
{
    QMenu *menu = formatButton()->menu();
    Q_EMIT menu->aboutToShow();
    const auto choices = menu->actions();
    const auto choice = std::find_if(choices.begin(), choices.end(),
                                     [&](QAction *each) { return each->text() == title; });
    QVERIFY(choice != choices.end());
    (*choice)->trigger();
}

void LogFilesTest::offersFormats()
{
    auto formats = std::make_shared<logs::FormatCatalogue>();
    formats->add(logs::formatFromRegex("shop", "Shop backend",
                                       R"(<(?<user>\d+)> (?<level>\w+) (?<message>.*))")
                     .value());
    m_formats = formats;
    makePage();
    QVERIFY(open(write("shop.log", "<7> ERROR no stock\n<8> INFO sold\n"), 2));
    QTRY_COMPARE(formatButton()->text(), QStringLiteral("Shop backend \u00b7 UTC"));
    QTRY_COMPARE(textAt(0), QStringLiteral("no stock"));
    QVERIFY(open(write("plain.log", "2024-01-15T10:30:02Z INFO new\n"), 1));
    QTRY_VERIFY(formatButton()->isVisible());
    QCOMPARE(formatButton()->text(), QStringLiteral("Format of each record \u00b7 UTC"));
    chooseFormat(QStringLiteral("Shop backend"));
    QTRY_COMPARE(formatButton()->text(), QStringLiteral("Shop backend \u00b7 UTC"));
    chooseFormat(QStringLiteral("As detected"));
    QTRY_COMPARE(formatButton()->text(), QStringLiteral("Format of each record \u00b7 UTC"));
}

void LogFilesTest::keepsTheChosenFormat()
{
    QVERIFY(open(write("app.log", lines(1, 10)), 10));
    QTRY_VERIFY(formatButton()->text().startsWith(QStringLiteral("JSON")));
    const QString detected = formatButton()->text();
    QVERIFY(!pane()->state().contains(QStringLiteral("format")));
    chooseFormat(QStringLiteral("Told from each record"));
    QTRY_COMPARE(formatButton()->text(), QStringLiteral("Format of each record \u00b7 UTC"));
    makePage();
    QTRY_COMPARE(formatButton()->text(), QStringLiteral("Format of each record \u00b7 UTC"));
    QVERIFY(waitForRows(10));
    chooseFormat(QStringLiteral("As detected"));
    QTRY_COMPARE(formatButton()->text(), detected);
}

void LogFilesTest::tellsTroubles()
{
    m_page->open({m_fixture->directory.filePath(QStringLiteral("nowhere.log"))});
    auto *banner = pane()->findChild<QWidget *>(QStringLiteral("fileTroubles"));
    QTRY_VERIFY(banner->isVisible());
    QVERIFY2(banner->accessibleName().contains(QStringLiteral("nowhere.log")),
             qPrintable(banner->accessibleName()));
    write("nowhere.log", lines(1, 10));
    banner->findChild<QToolButton *>(QStringLiteral("noticeAction"))->click();
    QVERIFY(waitForRows(10));
    QTRY_VERIFY(!banner->isVisible());
}

void LogFilesTest::isUsedByKeyboard()
{
    QVERIFY(open(write("app.log", lines(1, 100)), 100));
    m_page->focusSearch();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("\"503\""));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(waitForRows(20));
    QCOMPARE(QApplication::focusWidget(), view());
    QTest::keyClick(view(), Qt::Key_Home);
    QTest::keyClick(view(), Qt::Key_Down);
    QCOMPARE(view()->currentIndex().row(), 1);
    QTest::keyClick(view(), Qt::Key_B, Qt::ControlModifier);
    QTest::keyClick(view(), Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(waitForRows(100));
    QTest::keyClick(view(), Qt::Key_H, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(qobject_cast<HistogramStrip *>(QApplication::focusWidget()));
    QTest::keyClick(m_page.get(), Qt::Key_1, Qt::ControlModifier | Qt::AltModifier);
    QVERIFY(pane()->findChild<FacetPane *>()->isVisible());
    QTest::keyClick(m_page.get(), Qt::Key_PageUp, Qt::ControlModifier);
    QCOMPARE(m_page->tabs()->currentIndex(), 0);
    QTest::keyClick(m_page.get(), Qt::Key_PageDown, Qt::ControlModifier);
    QCOMPARE(m_page->tabs()->currentIndex(), 1);
    QTest::keyClick(m_page.get(), Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(m_page->tabs()->count(), 1);
}

QTEST_MAIN(LogFilesTest)
#include "tst_logfiles.moc"
