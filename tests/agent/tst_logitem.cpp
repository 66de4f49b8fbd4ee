// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/logs/fileposition.h"
#include "agent/logs/logitem.h"
#include "agent/logs/rotation.h"

#include <QTest>

using namespace foretop;
using namespace foretop::agent;

class LogItemTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void splitsHoweverBytesArrive_data();
    void splitsHoweverBytesArrive();
    void tellsWhereEachLineEnds();
    void handsAnUnfinishedLineOn();
    void cutsLongLines();
    void writesItems_data();
    void writesItems();
    void boundsItemsThatGrowInJson();
    void keepsPositions();
    void refusesPositionsThatAreNone_data();
    void refusesPositionsThatAreNone();
    void knowsRotatedNames_data();
    void knowsRotatedNames();
};

void LogItemTest::splitsHoweverBytesArrive_data()
{
    QTest::addColumn<int>("step");
    for (const int step : {1, 2, 3, 7, 100}) {
        QTest::addRow("%d bytes at once", step) << step;
    }
}

void LogItemTest::splitsHoweverBytesArrive()
{
    QFETCH(int, step);
    const std::string text = "one\ntwo\r\n\n\xc3\xa9\nlast";
    QStringList lines;
    LineSplitter splitter;
    const auto take = [&lines](const Line &line) {
        lines += QString::fromUtf8(line.text.data(), qsizetype(line.text.size()));
    };
    for (std::size_t at = 0; at < text.size(); at += std::size_t(step)) {
        splitter.feed(std::string_view(text).substr(at, std::size_t(step)), take);
    }
    QCOMPARE(lines.join(u'|'), QString::fromUtf8("one|two||\xc3\xa9"));
    splitter.flush(take);
    QCOMPARE(lines.last(), QStringLiteral("last"));
}

void LogItemTest::tellsWhereEachLineEnds()
{
    LineSplitter splitter(100);
    std::vector<std::uint64_t> ends;
    splitter.feed("ab\r\ncd\nef", [&ends](const Line &line) { ends.push_back(line.end); });
    QCOMPARE(ends, (std::vector<std::uint64_t>{104, 107}));
    QCOMPARE(splitter.offset(), std::uint64_t(109));
    QCOMPARE(splitter.handedOn(), std::uint64_t(107));
    QVERIFY(splitter.hasUnfinished());
}

void LogItemTest::handsAnUnfinishedLineOn()
{
    LineSplitter splitter;
    std::vector<std::pair<std::string, bool>> lines;
    const auto take = [&lines](const Line &line) { lines.emplace_back(line.text, line.continued); };
    splitter.feed("ab", take);
    splitter.flush(take);
    splitter.flush(take);
    QVERIFY(splitter.midLine());
    splitter.feed("\ncd\n", take);
    QCOMPARE(lines, (std::vector<std::pair<std::string, bool>>{{"ab", false}, {"cd", false}}));
    splitter.feed("ef", take);
    splitter.flush(take);
    splitter.feed("gh\n", take);
    QCOMPARE(lines.back(), (std::pair<std::string, bool>{"gh", true}));
}

void LogItemTest::cutsLongLines()
{
    LineSplitter splitter;
    std::size_t kept = 0;
    std::uint64_t cut = 0;
    const auto take = [&](const Line &line) {
        kept = line.text.size();
        cut = line.cutBytes;
    };
    splitter.feed(std::string(kMaxLineBytes, 'x'), take);
    splitter.feed(std::string(10, 'x') + "\n", take);
    QCOMPARE(kept, kMaxLineBytes);
    QCOMPARE(cut, std::uint64_t(10));
    QCOMPARE(splitter.handedOn(), std::uint64_t(kMaxLineBytes + 11));
}

void LogItemTest::writesItems_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("item");
    const auto row = [](const char *name, const QByteArray &line, const char *item) {
        QTest::newRow(name) << line << QByteArray(item);
    };
    row("text", "hello \"you\"", R"({"line":"hello \"you\"","file":"/a.log"})");
    row("empty", "", R"({"line":"","file":"/a.log"})");
    row("JSON", R"({"a":1})", R"({"file":"/a.log","a":1})");
    row("JSON with blanks", "  {\"a\":1}\t", R"({"file":"/a.log","a":1})");
    row("empty JSON", "{}", R"({"file":"/a.log"})");
    row("JSON with a file", R"({"file":"b"})", R"({"file":"b"})");
    row("two objects", "{}{}", R"({"line":"{}{}","file":"/a.log"})");
    row("an array", "[1]", R"({"line":"[1]","file":"/a.log"})");
    row("cut JSON", R"({"a":)", R"({"line":"{\"a\":","file":"/a.log"})");
    row("invalid UTF-8 in JSON", "{\"a\":\"\xff\"}",
        R"({"line":"{\"a\":\"\\xFF\"}","file":"/a.log"})");
    row("NUL", QByteArray("a\0b", 3), R"({"line":"a\\x00b","file":"/a.log"})");
    row("an escape sequence", "\x1b[31mred", R"({"line":"\u001b[31mred","file":"/a.log"})");
}

void LogItemTest::writesItems()
{
    QFETCH(QByteArray, line);
    QFETCH(QByteArray, item);
    JsonReader reader;
    const std::string text = line.toStdString();
    QCOMPARE(QByteArray::fromStdString(itemFromLine({.text = text}, "/a.log", reader)), item);
}

void LogItemTest::boundsItemsThatGrowInJson()
{
    JsonReader reader;
    const std::string text(kMaxLineBytes, '\x01');
    const std::string item = itemFromLine({.text = text}, "/a.log", reader);
    QVERIFY(item.size() <= kMaxItemBytes);
    QVERIFY(item.find(" [cut: ") != std::string::npos);
    // Not in the middle of a character.
    std::string accented;
    while (accented.size() < kMaxLineBytes) {
        accented += "x\xc3\xa9";
    }
    const std::string_view cut = std::string_view(accented).substr(0, 302);
    const std::string shown = itemFromLine({.text = cut, .cutBytes = 5}, "/a.log", reader);
    QVERIFY(shown.find("\\\\x") == std::string::npos);
    QVERIFY(shown.find("[cut: 6 more bytes]") != std::string::npos);
}

void LogItemTest::keepsPositions()
{
    const FilePosition position{.path = "/var/log/a \"b\".log",
                                .id = {.device = 1, .inode = std::uint64_t(1) << 60},
                                .generation = 3,
                                .offset = 12345,
                                .midLine = true,
                                .fingerprint = fingerprintOf("first bytes")};
    JsonReader reader;
    const auto read = decodePosition(*reader.parseObject(encodePosition(position), "test"));
    QVERIFY(read);
    QCOMPARE(read->path, position.path);
    QVERIFY(read->id == position.id);
    QCOMPARE(read->generation, position.generation);
    QCOMPARE(read->offset, position.offset);
    QCOMPARE(read->midLine, position.midLine);
    QVERIFY(read->fingerprint == position.fingerprint);
    QVERIFY(fingerprintOf("first bytes!") != position.fingerprint);
}

void LogItemTest::refusesPositionsThatAreNone_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("the journal's") << QByteArray(R"({"journal":"s=1"})");
    QTest::newRow("negative") << QByteArray(
        R"({"path":"/a","device":1,"inode":1,"generation":0,"offset":-1,"first":0,"hash":""})");
    QTest::newRow("too long") << QByteArray(
        R"({"path":"/a","device":1,"inode":1,"generation":0,"offset":1,"first":10000,"hash":""})");
}

void LogItemTest::refusesPositionsThatAreNone()
{
    QFETCH(QByteArray, json);
    JsonReader reader;
    QVERIFY(!decodePosition(*reader.parseObject(json.toStdString(), "test")));
}

void LogItemTest::knowsRotatedNames_data()
{
    QTest::addColumn<QByteArray>("candidate");
    QTest::addColumn<bool>("rotated");
    QTest::newRow("number") << QByteArray("/l/app.log.1") << true;
    QTest::newRow("date") << QByteArray("/l/app.log-20240131") << true;
    QTest::newRow("old") << QByteArray("/l/app.log.old") << true;
    QTest::newRow("number before the extension") << QByteArray("/l/app.1.log") << true;
    QTest::newRow("date before the extension") << QByteArray("/l/app-2024-01-31.log") << true;
    QTest::newRow("itself") << QByteArray("/l/app.log") << false;
    QTest::newRow("another log") << QByteArray("/l/app.log.err") << false;
    QTest::newRow("another name") << QByteArray("/l/apps.log") << false;
    QTest::newRow("another part") << QByteArray("/l/app-worker.log") << false;
    QTest::newRow("another directory") << QByteArray("/m/app.log.1") << false;
}

void LogItemTest::knowsRotatedNames()
{
    QFETCH(QByteArray, candidate);
    QFETCH(bool, rotated);
    QCOMPARE(isRotatedName("/l/app.log", candidate.toStdString()), rotated);
}

QTEST_APPLESS_MAIN(LogItemTest)
#include "tst_logitem.moc"
