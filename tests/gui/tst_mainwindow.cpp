// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandpalette.h"
#include "app/environmentframe.h"
#include "app/environmentswitcher.h"
#include "app/linkchips.h"
#include "app/messagebanner.h"
#include "app/timebar.h"
#include "windowfixture.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>
#include <QToolButton>

using namespace foretop;
using namespace foretop::app;
using feeds::FeedKind;

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void livesWithoutSession();
    void showsEveryPage();
    void showsLinks();
    void gathersLinksOfAgents();
    void tellsLostLinks();
    void framesProduction_data();
    void framesProduction();
    void choosesEnvironment();
    void movesTime();
    void setsPreferences();
    void leavesKeysToWidgets();
    void findsCommands();
    void scoresMatches_data();
    void scoresMatches();
    void tellsProblems();
    void keepsItsGeometry();
    void everyActionIsReachable();
    void everyControlHasAName();
};

namespace {

bool isOurs(const QAction &action)
{
    // Actions that Qt makes sit in its own fields; those that open a menu are no commands.
    return !action.isSeparator() && !action.text().isEmpty() && !action.menu() &&
           !qobject_cast<QLineEdit *>(action.parent()) &&
           !action.objectName().startsWith(QLatin1String("_q_"));
}

QStringList chipTexts(const LinkChips &chips)
{
    QStringList texts;
    for (const auto *chip : chips.findChildren<LinkChip *>()) {
        if (chip->isVisible()) {
            texts << chip->text();
        }
    }
    return texts;
}

} // namespace

void MainWindowTest::livesWithoutSession()
{
    PageFixture fixture;
    MainWindow window(fixture.context());
    for (Page *page : makePages(fixture.context(), &window)) {
        window.addPage(page);
    }
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    for (const Page *page : window.pages()) {
        QVERIFY(window.showPage(page->objectName()));
        QVERIFY(!window.grab().isNull());
    }
    window.findChild<QAction *>(QStringLiteral("actionReconnect"))->trigger();
    QVERIFY(!window.showPage(QStringLiteral("no such page")));
}

void MainWindowTest::showsEveryPage()
{
    WindowFixture fixture;
    const QStringList names = {QStringLiteral("overview"), QStringLiteral("metrics"),
                               QStringLiteral("logs"), QStringLiteral("jobs"),
                               QStringLiteral("errors")};
    QCOMPARE(fixture.window.pages().size(), names.size());
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window));
    for (int i = 0; i < names.size(); ++i) {
        QTest::keyClick(&fixture.window, static_cast<Qt::Key>(Qt::Key_1 + i), Qt::ControlModifier);
        QCOMPARE(fixture.window.currentPage()->objectName(), names[i] + QStringLiteral("Page"));
        QVERIFY(fixture.window.showPage(names[i]));
        QVERIFY(!fixture.window.currentPage()->title().isEmpty());
    }
    fixture.find<QToolButton>("allErrors")->click();
    QCOMPARE(fixture.window.currentPage()->objectName(), QStringLiteral("errorsPage"));
}

void MainWindowTest::showsLinks()
{
    WindowFixture fixture;
    QVERIFY(fixture.connectFeeds());
    auto *chips = fixture.find<LinkChips>("linkChips");
    const auto texts = [chips] { return chipTexts(*chips); };
    QTRY_COMPARE(texts().filter(QStringLiteral("live")).size(), 5);
    QVERIFY(chips->details(0).contains(QStringLiteral("ws://127.0.0.1")));
    fixture.server.publish(FeedKind::Jobs, R"({"no id":true})");
    QTRY_COMPARE(texts().filter(QStringLiteral("1 lost")).size(), 1);
    fixture.window.resize(fixture.window.minimumSize());
    QTRY_VERIFY(fixture.find<LinkChip>("restChip")->isVisible());
}

void MainWindowTest::gathersLinksOfAgents()
{
    WindowFixture fixture;
    FeedServer other;
    QVERIFY(other.listen());
    session::Session session({.name = QStringLiteral("staging"),
                              .colour = {},
                              .note = {},
                              .sources = fixture.server.sources(QStringLiteral("web-1")) +
                                         other.sources(QStringLiteral("web-2"))},
                             {}, fixture.clock);
    fixture.window.setSession(&session);
    session.start();
    const auto *chips = fixture.find<LinkChips>("linkChips");
    QTRY_COMPARE(chipTexts(*chips),
                 (QStringList{QStringLiteral("web-1 live"), QStringLiteral("web-2 live")}));
    other.close();
    QTRY_COMPARE(chipTexts(*chips),
                 (QStringList{QStringLiteral("web-1 live"), QStringLiteral("web-2 unreachable")}));
    fixture.window.setSession(nullptr);
    QCOMPARE(chipTexts(*chips), QStringList());
}

void MainWindowTest::tellsLostLinks()
{
    WindowFixture fixture;
    QVERIFY(fixture.connectFeeds());
    fixture.server.close();
    auto *chips = fixture.find<LinkChips>("linkChips");
    QTRY_VERIFY(chips->details(0).contains(QStringLiteral("unreachable since")));
    QVERIFY(fixture.server.listen());
    fixture.action("actionReconnect")->trigger();
    QTRY_VERIFY(chips->details(0).contains(QStringLiteral("live since")));
}

void MainWindowTest::framesProduction_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("framed");
    QTest::newRow("prod") << "prod" << true;
    QTest::newRow("production") << "Production EU" << true;
    QTest::newRow("a part") << "shop-prod-2" << true;
    QTest::newRow("live") << "live" << true;
    QTest::newRow("dev") << "dev" << false;
    QTest::newRow("not the word") << "products" << false;
    QTest::newRow("delivery") << "delivery" << false;
}

void MainWindowTest::framesProduction()
{
    QFETCH(QString, name);
    QFETCH(bool, framed);
    WindowFixture fixture;
    session::Session session(
        {.name = name, .colour = QStringLiteral("#d32f2f"), .note = {}, .sources = {}}, {},
        fixture.clock);
    fixture.window.setSession(&session);
    const QColor colour = fixture.window.findChild<EnvironmentFrame *>()->colour();
    QCOMPARE(colour.isValid(), framed);
    QVERIFY(!framed || colour == QColor(QStringLiteral("#d32f2f")));
    QVERIFY(fixture.window.windowTitle().contains(name));
}

void MainWindowTest::choosesEnvironment()
{
    WindowFixture fixture;
    fixture.window.setEnvironments({{.name = QStringLiteral("vm"),
                                     .colour = {},
                                     .note = QStringLiteral("this machine"),
                                     .sources = {}},
                                    {.name = QStringLiteral("prod"),
                                     .colour = QStringLiteral("#d32f2f"),
                                     .note = {},
                                     .sources = {}}},
                                   0);
    auto *switcher = fixture.find<QComboBox>("environmentSwitcher");
    QCOMPARE(switcher->currentText(), QStringLiteral("vm (this machine)"));
    QSignalSpy chosen(&fixture.window, &MainWindow::environmentChosen);
    switcher->setFocus();
    QTest::keyClick(switcher, Qt::Key_Down);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toInt(), 1);
}

void MainWindowTest::setsPreferences()
{
    WindowFixture fixture;
    QVERIFY(fixture.window.showPage(QStringLiteral("logs")));
    fixture.find<QAction>("actionPreferences")->trigger();
    QPointer<QDialog> dialog = fixture.find<QDialog>("preferences");
    QVERIFY(unnamedControls(*dialog).isEmpty());
    const auto find = [&](const char *name) {
        return dialog->findChild<QWidget *>(QString::fromLatin1(name));
    };
    auto *budget = static_cast<QSpinBox *>(find("budgetPreference"));
    QCOMPARE(budget->value(), 256);
    budget->setValue(1);
    QCOMPARE(budget->value(), 16);
    auto *size = static_cast<QSpinBox *>(find("logSizePreference"));
    size->setValue(size->value() + 3);
    static_cast<QCheckBox *>(find("utcPreference"))->setChecked(true);
    static_cast<QComboBox *>(find("appearancePreference"))->setCurrentIndex(2);
    const auto *view = fixture.find<QWidget>("logView");
    const int before = view->font().pointSize();
    dialog->accept();
    QCOMPARE(fixture.settings.get(settings::kLogBudgetMiB), 16);
    QCOMPARE(fixture.theme.appearance(), Appearance::Dark);
    QVERIFY(fixture.find<QAction>("actionDark")->isChecked());
    QCOMPARE(view->font().pointSize(), before + 3);
    QVERIFY(fixture.settings.get(settings::kLogUtc));
    QTRY_VERIFY(!dialog);
}

void MainWindowTest::movesTime()
{
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window));
    session::TimeCursor &cursor = fixture.cursor;
    QTest::keyClick(&fixture.window, Qt::Key_Space);
    QVERIFY(!cursor.isLive());
    const WallTime paused = cursor.at();
    QTest::keyClick(&fixture.window, Qt::Key_Left);
    QCOMPARE(paused - cursor.at(), cursor.range() / 4);
    QTest::keyClick(&fixture.window, Qt::Key_Right);
    QCOMPARE(cursor.at(), paused);
    QTest::keyClick(&fixture.window, Qt::Key_Right);
    QVERIFY(cursor.isLive());
    auto *range = fixture.find<QComboBox>("rangeBox");
    range->setCurrentIndex(0);
    Q_EMIT range->activated(0);
    QCOMPARE(cursor.range(), Milliseconds(std::chrono::minutes(5)));
    auto *moment = fixture.find<QDateTimeEdit>("momentEdit");
    moment->setDateTime(QDateTime(QDate(2024, 1, 15), QTime(10, 0)));
    QCOMPARE(msSinceEpoch(cursor.at()), moment->dateTime().toMSecsSinceEpoch());
    moment->setDateTime(QDateTime::currentDateTime().addDays(1));
    QVERIFY(cursor.isLive());
}

void MainWindowTest::leavesKeysToWidgets()
{
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window));
    auto *button = fixture.find<QToolButton>("allErrors");
    button->setFocus();
    QTest::keyClick(button, Qt::Key_Space);
    QCOMPARE(fixture.window.currentPage()->objectName(), QStringLiteral("errorsPage"));
    QVERIFY(fixture.cursor.isLive());
    auto *filter = fixture.find<QLineEdit>("errorFilter");
    filter->setFocus();
    QTest::keyClicks(filter, QStringLiteral("a b"));
    QTest::keyClick(filter, Qt::Key_Left);
    QCOMPARE(filter->text(), QStringLiteral("a b"));
    QVERIFY(fixture.cursor.isLive());
}

void MainWindowTest::findsCommands()
{
    WindowFixture fixture;
    QVERIFY(QTest::qWaitForWindowActive(&fixture.window));
    QTest::keyClick(&fixture.window, Qt::Key_K, Qt::ControlModifier);
    auto *palette = fixture.find<CommandPalette>("commandPalette");
    QVERIFY(palette->isVisible());
    auto *edit = fixture.find<QLineEdit>("commandEdit");
    const auto *list = fixture.find<QListView>("commandList");
    const int all = list->model()->rowCount();
    QVERIFY(all > 15);
    QTest::keyClicks(edit, QStringLiteral("copy err"));
    QVERIFY(list->model()->rowCount() < all);
    edit->clear();
    QTest::keyClicks(edit, QStringLiteral("dark app"));
    QCOMPARE(list->currentIndex().data().toString(), QStringLiteral("Dark appearance"));
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(fixture.theme.isDark());
    QVERIFY(!palette->isVisible());

    palette->open();
    QTest::keyClicks(edit, QStringLiteral("all metrics"));
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(fixture.window.currentPage()->objectName(), QStringLiteral("metricsPage"));
    palette->open();
    QTest::keyClicks(edit, QStringLiteral("zzzz"));
    QCOMPARE(list->model()->rowCount(), 0);
    QTest::keyClick(edit, Qt::Key_Down);
    QTest::keyClick(edit, Qt::Key_Return);
    QVERIFY(!palette->isVisible());
}

void MainWindowTest::scoresMatches_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("better");
    QTest::addColumn<QString>("worse"); // empty: no match
    QTest::newRow("starts of words") << "sf"
                                     << "Step forward"
                                     << "Switch off";
    QTest::newRow("neighbours") << "rec"
                                << "Reconnect"
                                << "Range choice";
    QTest::newRow("case") << "RECO"
                          << "reconnect"
                          << "Errors count";
    QTest::newRow("not there") << "xyz" << QString() << "Reconnect";
}

void MainWindowTest::scoresMatches()
{
    QFETCH(QString, text);
    QFETCH(QString, better);
    QFETCH(QString, worse);
    QVERIFY(matchScore(better, text) > matchScore(worse, text) || better.isEmpty());
    QVERIFY(!better.isEmpty() || matchScore(worse, text) < 0);
}

void MainWindowTest::tellsProblems()
{
    WindowFixture fixture;
    MessageBanner &banner = fixture.window.banner();
    QVERIFY(!banner.isVisible());
    banner.tell(QStringLiteral("a"), QStringLiteral("first"));
    banner.tell(QStringLiteral("b"), QStringLiteral("second"), Tone::Warning);
    QVERIFY(banner.isVisible());
    QVERIFY(banner.text().startsWith(QStringLiteral("second")));
    banner.tell(QStringLiteral("b"), QStringLiteral("changed"));
    QVERIFY(banner.text().startsWith(QStringLiteral("changed")));
    banner.findChild<QToolButton *>()->click();
    QCOMPARE(banner.text(), QStringLiteral("first"));
    banner.clear(QStringLiteral("a"));
    QVERIFY(!banner.isVisible());
    for (int i = 0; i < 2 * MessageBanner::kMostProblems; ++i) {
        banner.tell(QString::number(i), QStringLiteral("problem"));
    }
    QVERIFY(banner.text().contains(QString::number(MessageBanner::kMostProblems - 1)));
}

void MainWindowTest::keepsItsGeometry()
{
    PageFixture fixture;
    {
        MainWindow window(fixture.context());
        window.show();
        window.resize(900, 610);
        window.close();
    }
    const MainWindow window(fixture.context());
    QCOMPARE(window.size(), QSize(900, 610));
}

void MainWindowTest::everyActionIsReachable()
{
    WindowFixture fixture;
    const auto actions = fixture.window.findChildren<QAction *>();
    int ours = 0;
    for (const QAction *action : actions) {
        if (!isOurs(*action)) {
            continue;
        }
        ++ours;
        const QByteArray name = (action->objectName() + QLatin1Char(' ') + action->text()).toUtf8();
        QVERIFY2(!action->shortcut().isEmpty(), name.constData());
        QVERIFY2(!action->toolTip().isEmpty() && action->toolTip() != action->text(),
                 name.constData());
    }
    QVERIFY(ours > 15);
}

void MainWindowTest::everyControlHasAName()
{
    WindowFixture fixture;
    QVERIFY(fixture.connectFeeds());
    for (const Page *page : fixture.window.pages()) {
        fixture.window.showPage(page->objectName());
        QCOMPARE(unnamedControls(fixture.window), QStringList());
    }
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
