// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bookmarkstore.h"
#include "app/facetmodel.h"
#include "app/facetpane.h"
#include "app/highlightdialog.h"
#include "app/highlightrules.h"
#include "app/pageactions.h"
#include "app/patternmodel.h"
#include "app/recentfiles.h"
#include "app/stackframes.h"
#include "app/textmarks.h"
#include "app/theme.h"
#include "app/timerange.h"
#include "app/viewfilter.h"
#include "logs/queryparser.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

using namespace foretop;
using namespace foretop::app;

class LogPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsFrames_data();
    void tellsFrames();
    void marksTexts();
    void composesQueries();
    void writesFieldQueries();
    void showsFacets();
    void filtersByFacet();
    void showsPatterns();
    void keepsBookmarks();
    void boundsBookmarks();
    void keepsRecentFiles();
    void editsHighlights();

private:
    QString file(const char *name) const { return m_directory.filePath(QString::fromUtf8(name)); }

    QTemporaryDir m_directory;
};

void LogPartsTest::tellsFrames_data()
{
    QTest::addColumn<QString>("trace");
    QTest::addColumn<QStringList>("frames"); // function|file|line
    const auto row = [](const char *name, const char *trace, const QStringList &frames) {
        QTest::newRow(name) << QString::fromUtf8(trace) << frames;
    };
    row("Python",
        "Traceback (most recent call last):\n  File \"app/db.py\", line 12, in connect\n"
        "    raise Error(host)\nError: no route",
        {QStringLiteral("Traceback (most recent call last):||0"),
         QStringLiteral("connect|app/db.py|12"), QStringLiteral("Error: no route||0")});
    row("Java",
        "java.lang.IllegalStateException: gone\n\tat com.shop.Db.connect(Db.java:12)\n"
        "\tat sun.Native.run(Native Method)\n\t... 12 more\nCaused by: x",
        {QStringLiteral("java.lang.IllegalStateException: gone||0"),
         QStringLiteral("com.shop.Db.connect|Db.java|12"),
         QStringLiteral("sun.Native.run|Native Method|0"), QStringLiteral("... 12 more||0"),
         QStringLiteral("Caused by: x||0")});
    row("JavaScript",
        "TypeError: x\n    at connect (file:///app/db.js:12:3)\n    at /app/main.js:7:1\n"
        "    at async Promise.all (index 0)",
        {QStringLiteral("TypeError: x||0"), QStringLiteral("connect|file:///app/db.js|12"),
         QStringLiteral("|/app/main.js|7")});
    row("Go",
        "panic: gone\n\ngoroutine 1 [running]:\nmain.connect(0xc000, 0x1)\n"
        "\t/src/db.go:12 +0x1d\nmain.main()\n\t/src/main.go:7 +0x5",
        {QStringLiteral("panic: gone||0"), QStringLiteral("goroutine 1 [running]:||0"),
         QStringLiteral("main.connect|/src/db.go|12"), QStringLiteral("main.main|/src/main.go|7")});
    row("C#", "System.Exception: gone\n   at Shop.Db.Connect(String host) in /src/Db.cs:line 12",
        {QStringLiteral("System.Exception: gone||0"),
         QStringLiteral("Shop.Db.Connect(String host)|/src/Db.cs|12")});
    row("Rust", "   2: shop::db::connect\n             at ./src/db.rs:12:5",
        {QStringLiteral("shop::db::connect|./src/db.rs|12")});
    row("nothing", "", {});
}

void LogPartsTest::tellsFrames()
{
    QFETCH(QString, trace);
    QFETCH(QStringList, frames);
    QStringList told;
    for (const StackFrame &frame : stackFramesOf(trace)) {
        told << QStringLiteral("%1|%2|%3").arg(frame.function, frame.file).arg(frame.line);
    }
    QCOMPARE(told, frames);
    QVERIFY(stackFramesOf(QStringLiteral("at x\n").repeated(5000)).size() <= kMostFrames);
}

void LogPartsTest::marksTexts()
{
    TextMarks marks;
    QVERIFY(marks.isEmpty());
    const auto query = logs::parseQuery("time \"Out\" /[0-9]+/ not hidden level:error", {{}, {}});
    QVERIFY(query);
    marks.setQuery(*query);
    HighlightRule rule;
    rule.pattern = QStringLiteral("hid+en");
    rule.isRegex = true;
    HighlightRule whole;
    whole.pattern = QStringLiteral("level>=error");
    whole.isQuery = true;
    marks.setRules({rule, whole});
    const QString text = QStringLiteral("TIMEout Out out 503 hidden");
    QStringList marked;
    for (const auto &range : marks.rangesIn(text)) {
        marked << text.mid(range.start, range.length);
    }
    marked.sort();
    QCOMPARE(marked, (QStringList{QStringLiteral("503"), QStringLiteral("Out"),
                                  QStringLiteral("TIME"), QStringLiteral("hidden")}));
    const auto ranges = marks.rangesIn(text, 0b10);
    QCOMPARE(ranges.size(), marked.size() + 1);
    QCOMPARE(ranges[0].length, int(text.size())); // what the first rule marks is painted over it
    QVERIFY(marks.rangesIn(QString(10'000, u'7') + QStringLiteral(" 1").repeated(5'000)).size() <=
            TextMarks::kMostMarks);
}

void LogPartsTest::composesQueries()
{
    ViewFilter filter;
    QVERIFY(!isFiltering(filter));
    QVERIFY(logs::sameQuery(queryOf(filter, {}), logs::queryForAll()));
    filter.levels = logs::LevelMask().with(logs::Level::Error, true);
    filter.loggers = {QStringLiteral("shop.db"), QStringLiteral("a \"b\"")};
    filter.range = TimeRange::between(wallTimeFromMs(1000), wallTimeFromMs(2000));
    filter.text = *logs::parseQuery("timeout or refused", {{}, {}});
    QVERIFY(isFiltering(filter));
    const auto matches = [&](logs::Level level, std::int64_t ms, const char *logger,
                             const char *raw) {
        const logs::RecordView record{.level = level,
                                      .time = wallTimeFromMs(ms),
                                      .source = {},
                                      .logger = logger,
                                      .message = raw,
                                      .raw = raw};
        return logs::matchesQuery(queryOf(filter, {}), record, {});
    };
    QVERIFY(matches(logs::Level::Error, 1500, "shop.db", "a timeout"));
    QVERIFY(matches(logs::Level::Error, 1500, "a \"b\"", "refused"));
    QVERIFY(!matches(logs::Level::Info, 1500, "shop.db", "a timeout"));
    QVERIFY(!matches(logs::Level::Error, 2500, "shop.db", "a timeout"));
    QVERIFY(!matches(logs::Level::Error, 1500, "shop", "a timeout"));
    QVERIFY(!matches(logs::Level::Error, 1500, "shop.db", "fine"));
    filter.levels = logs::LevelMask();
    QVERIFY(!matches(logs::Level::Error, 1500, "shop.db", "a timeout"));
}

void LogPartsTest::writesFieldQueries()
{
    const QString text =
        fieldQueryText(QStringLiteral("http.path"), QStringLiteral("/a b\"c\\"), true);
    const auto query = logs::parseQuery(text.toStdString(), {{}, {}});
    QVERIFY2(query, qPrintable(text));
    const logs::RecordView record{};
    const std::vector<logs::Field> same{{"http.path", "/a b\"c\\"}};
    const std::vector<logs::Field> other{{"http.path", "/"}};
    QVERIFY(!logs::matchesQuery(*query, record, same));
    QVERIFY(logs::matchesQuery(*query, record, other));
}

void LogPartsTest::showsFacets()
{
    FacetModel model;
    const QAbstractItemModelTester tester(&model);
    const auto facet = [](std::vector<logs::FacetValue> values, std::uint64_t records) {
        return logs::Facet{.field = "status",
                           .values = std::move(values),
                           .distinct = 3,
                           .missing = 1,
                           .records = records,
                           .overflow = 0};
    };
    model.setFacets({facet({{"200", 7}, {"503", 2}}, 10)});
    const QModelIndex field = model.index(0, 0);
    QCOMPARE(model.rowCount(field), 2);
    QCOMPARE(model.index(0, 0, field).data(FacetModel::ValueRole).toString(),
             QStringLiteral("200"));
    QCOMPARE(model.index(0, 0, field).data(FacetModel::ShareRole).toDouble(), 0.7);
    const QPersistentModelIndex kept(model.index(1, 0, field));
    model.setFacets({facet({{"200", 7}, {"503", 2}, {"", 1}}, 20)});
    QVERIFY(kept.isValid());
    QCOMPARE(model.rowCount(field), 4); // and the rest
    QCOMPARE(model.index(2, 0, field).data().toString(), QStringLiteral("(empty)"));
    QVERIFY(!model.index(3, 0, field).data(FacetModel::ValueRole).isValid());
    QCOMPARE(model.index(3, 0, field).data(FacetModel::CountRole).toInt(), 9);
    model.setFacets({facet({{"200", 1}}, 2)});
    QCOMPARE(model.rowCount(field), 1);
    model.setFacets({});
    QCOMPARE(model.rowCount(), 0);
}

void LogPartsTest::filtersByFacet()
{
    Theme theme;
    theme.setAppearance(Appearance::Light);
    QWidget window;
    PageActions actions(theme, &window);
    FacetPane pane(theme, actions, &window);
    pane.setFields({QStringLiteral("status")});
    pane.setFacets({logs::Facet{.field = "status",
                                .values = {{"200", 7}, {"503", 3}},
                                .distinct = 2,
                                .missing = 0,
                                .records = 10,
                                .overflow = 0}});
    window.resize(300, 300);
    pane.resize(300, 300);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    auto *view = pane.findChild<QTreeView *>();
    const QModelIndex value = view->model()->index(1, 0, view->model()->index(0, 0));
    QSignalSpy filter(&pane, &FacetPane::filterRequested);
    const QPoint at = view->visualRect(value).center();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(filter.size(), 1);
    QCOMPARE(filter[0], (QVariantList{QStringLiteral("status"), QStringLiteral("503"), false}));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::AltModifier, at);
    QCOMPARE(filter[1][2].toBool(), true);
    view->setCurrentIndex(value.siblingAtRow(0));
    QTest::keyClick(view, Qt::Key_Return);
    QCOMPARE(filter[2], (QVariantList{QStringLiteral("status"), QStringLiteral("200"), false}));
    QSignalSpy fields(&pane, &FacetPane::fieldsChanged);
    pane.addField(QStringLiteral("user"));
    QCOMPARE(pane.fields(), (QStringList{QStringLiteral("user"), QStringLiteral("status")}));
    pane.addField(QStringLiteral("user"));
    QCOMPARE(fields.size(), 1);
    QVERIFY(!window.grab().isNull());
}

void LogPartsTest::showsPatterns()
{
    PatternModel model;
    const QAbstractItemModelTester tester(&model);
    logs::LogPattern pattern;
    pattern.text = "connect to <*> failed";
    pattern.count = 3;
    pattern.levels[std::size_t(logs::Level::Info)] = 2;
    pattern.levels[std::size_t(logs::Level::Error)] = 1;
    pattern.example = logs::RecordNumber(7);
    model.setPatterns({pattern}, 1);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0).data(PatternModel::ShareRole).toDouble(), 0.75);
    QCOMPARE(model.index(0).data(PatternModel::LevelRole).toInt(), int(logs::Level::Error));
    QCOMPARE(model.index(0).data(PatternModel::ExampleRole).toInt(), 7);
    model.setPatterns({pattern, pattern}, 0);
    model.setPatterns({}, 0);
    QCOMPARE(model.rowCount(), 0);
}

void LogPartsTest::keepsBookmarks()
{
    const QString key = BookmarkStore::keyOf({QStringLiteral("/var/log/app.log")});
    const QString stream = BookmarkStore::keyOf({QStringLiteral("-")});
    const QString live = BookmarkStore::keyOf({}, true);
    {
        BookmarkStore store(file("marks"));
        QSignalSpy changed(&store, &BookmarkStore::changed);
        QVERIFY(store.put(key, {9'007'199'254'740'993U, QStringLiteral("second"), {}}));
        QVERIFY(store.put(key, {5, QStringLiteral("first"), QStringLiteral("a\nnote")}));
        QVERIFY(store.put(stream, {1, QStringLiteral("of a stream"), {}}));
        QVERIFY(store.put(live, {2, QStringLiteral("of a feed"), {}}));
        QCOMPARE(changed.size(), 4);
        QVERIFY(store.isMarked(stream, 1) && !store.isMarked(live, 1));
        store.forgetLive();
        QVERIFY(store.isMarked(stream, 1) && !store.isMarked(live, 2));
    }
    BookmarkStore store(file("marks"));
    const auto bookmarks = store.of(key);
    QCOMPARE(bookmarks.size(), 2);
    QCOMPARE(bookmarks[0], (Bookmark{5, QStringLiteral("first"), QStringLiteral("a\nnote")}));
    QCOMPARE(bookmarks[1].record, quint64(9'007'199'254'740'993U));
    QVERIFY(store.isMarked(key, 5));
    QVERIFY(!store.isMarked(key, 6));
    QVERIFY(store.of(stream).isEmpty());
    store.remove(key, 5);
    store.remove(key, 9'007'199'254'740'993U);
    QVERIFY(QDir(file("marks")).entryList(QDir::Files).isEmpty());
}

void LogPartsTest::boundsBookmarks()
{
    BookmarkStore store(file("bounded"));
    for (int i = 0; i < BookmarkStore::kMostBookmarks; ++i) {
        QVERIFY(store.put({}, {quint64(i), QString(500, u'x'), QString(5000, u'y')}));
    }
    QVERIFY(!store.put({}, {1'000'000, {}, {}}));
    QCOMPARE(store.of({}).size(), BookmarkStore::kMostBookmarks);
    QCOMPARE(store.of({})[0].text.size(), BookmarkStore::kMostTextLength);
    QCOMPARE(store.of({})[0].note.size(), BookmarkStore::kMostNoteLength);
}

void LogPartsTest::keepsRecentFiles()
{
    Settings settings(file("recent.ini"));
    RecentFiles recent(settings);
    for (int i = 0; i < 2 * RecentFiles::kMostLogs; ++i) {
        recent.remember({QStringLiteral("/log/%1").arg(i)});
    }
    recent.remember({QStringLiteral("-")});
    recent.remember({QStringLiteral("/log/30")});
    const RecentFiles again(settings);
    QCOMPARE(again.logs().size(), RecentFiles::kMostLogs);
    QCOMPARE(again.logs()[0], QStringList{QStringLiteral("/log/30")});
    QCOMPARE(again.logs()[1], QStringList{QStringLiteral("/log/39")});
}

void LogPartsTest::editsHighlights()
{
    Theme theme;
    theme.setAppearance(Appearance::Light);
    Settings settings(file("highlights.ini"));
    HighlightRules rules(settings);
    HighlightDialog dialog(theme, rules, nullptr);
    dialog.show();
    auto *add = dialog.findChild<QPushButton *>(QStringLiteral("addHighlight"));
    auto *pattern = dialog.findChild<QLineEdit *>(QStringLiteral("highlightPattern"));
    add->click();
    QTest::keyClicks(pattern, QStringLiteral("timeout"));
    add->click(); // without a text it is not kept
    add->click();
    QTest::keyClicks(pattern, QStringLiteral("user-[0-9]+"));
    dialog.findChild<QPushButton *>(QStringLiteral("raiseHighlight"))->click();
    dialog.findChild<QPushButton *>(QStringLiteral("raiseHighlight"))->click();
    add->click();
    dialog.findChild<QCheckBox *>(QStringLiteral("highlightQuery"))->setChecked(true);
    auto *fault = dialog.findChild<QLabel *>(QStringLiteral("highlightFault"));
    QTest::keyClicks(pattern, QStringLiteral("status>=("));
    QTRY_VERIFY(!fault->text().isEmpty());
    pattern->clear();
    QTest::keyClicks(pattern, QStringLiteral("status>=500"));
    QTRY_VERIFY(fault->text().isEmpty());
    static_cast<QDialog &>(dialog).accept();
    const HighlightRules again(settings);
    QCOMPARE(again.rules().size(), 3);
    QCOMPARE(again.rules()[0].pattern, QStringLiteral("user-[0-9]+"));
    QCOMPARE(again.rules()[1].pattern, QStringLiteral("timeout"));
    QVERIFY(again.rules()[0].colour != again.rules()[1].colour);
    QCOMPARE(again.queries(), (QStringList{QString(), QString(), QStringLiteral("status>=500")}));
}

QTEST_MAIN(LogPartsTest)
#include "tst_logparts.moc"
