// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "followed.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace foretop;

/// Files followed while they live; tst_logrestart has what happens while nobody looks.
class LogFollowerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsWhatIsAppended();
    void readsFromTheStartWhenAsked();
    void followsThroughRenaming_data();
    void followsThroughRenaming();
    void readsTheOldFileToItsEndFirst();
    void findsFilesThatCameAndWentUnseen();
    void followsThroughTruncation();
    void findsTheRestInTheCopyBeforeATruncation();
    void followsThroughDeletion();
    void findsFilesThatAppearLate();
    void doesNotTellRotatedFilesAgain_data();
    void doesNotTellRotatedFilesAgain();
    void followsFilesThatOnlyLookRotated();
    void neverSplitsALine();
    void handsAnUnfinishedLineOnWhenItStays();
    void cutsVeryLongLines();
    void keepsBytesThatAreNoText();
    void passesJsonLinesOn();
    void followsManyFiles();
    void isNotHeldUpByWhatIsNoLogFile();

private:
    std::string pattern(const char *name) const { return path(name).toStdString(); }
    QString path(const char *name) const { return m_logs.filePath(QString::fromLatin1(name)); }
    void rename(const char *from, const char *to) const
    {
        QVERIFY(QFile::rename(path(from), path(to)));
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QDir m_logs;
    QDir m_state;
};

void LogFollowerTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QVERIFY(m_directory->isValid());
    QDir root(m_directory->path());
    QVERIFY(root.mkdir(QStringLiteral("logs")) && root.mkdir(QStringLiteral("state")));
    m_logs.setPath(root.filePath(QStringLiteral("logs")));
    m_state.setPath(root.filePath(QStringLiteral("state")));
}

void LogFollowerTest::tellsWhatIsAppended()
{
    append(path("a.log"), "old\n");
    Followed followed(m_state, {pattern("a.log")});
    append(path("a.log"), numberedText(1, 3));
    QTRY_COMPARE(followed.lines(), numbered(1, 3));
    append(path("a.log"), "line 4\r\n\nline 5\n");
    QTRY_COMPARE(followed.lines(), numbered(1, 4) + QStringList{QString()} + numbered(5, 5));
    const auto item =
        QJsonDocument::fromJson(QByteArray::fromStdString(followed.published()[0].item)).object();
    QCOMPARE(item.value(QStringLiteral("file")).toString(), path("a.log"));
}

void LogFollowerTest::readsFromTheStartWhenAsked()
{
    append(path("a.log"), numberedText(1, 3));
    Followed followed(m_state, {pattern("a.log")}, true);
    QTRY_COMPARE(followed.lines(), numbered(1, 3));
}

void LogFollowerTest::followsThroughRenaming_data()
{
    QTest::addColumn<QByteArray>("pattern");
    QTest::addColumn<QByteArray>("renamed");
    QTest::newRow("a path") << QByteArray("app.log") << QByteArray("app.log.1");
    QTest::newRow("a glob") << QByteArray("*.log") << QByteArray("app.log.1");
    QTest::newRow("a glob that matches the old name too")
        << QByteArray("app*") << QByteArray("app.log.1");
    QTest::newRow("spdlog's names") << QByteArray("*.log") << QByteArray("app.1.log");
}

void LogFollowerTest::followsThroughRenaming()
{
    QFETCH(QByteArray, pattern);
    QFETCH(QByteArray, renamed);
    append(path("app.log"), {});
    Followed followed(m_state, {path(pattern).toStdString()});
    append(path("app.log"), numberedText(1, 10));
    QTRY_COMPARE(followed.lines(), numbered(1, 10));
    rename("app.log", renamed);
    append(path("app.log"), numberedText(11, 20));
    QTRY_COMPARE(followed.lines(), numbered(1, 20));
    append(path("app.log"), numberedText(21, 30));
    QTRY_COMPARE(followed.lines(), numbered(1, 30));
}

void LogFollowerTest::readsTheOldFileToItsEndFirst()
{
    append(path("app.log"), {});
    Followed followed(m_state, {pattern("app.log")});
    append(path("app.log"), numberedText(1, 50'000));
    rename("app.log", "app.log.1");
    append(path("app.log"), numberedText(50'001, 50'010));
    QTRY_COMPARE(followed.lines().size(), 50'010);
    QCOMPARE(followed.lines(), numbered(1, 50'010));
    // A writer that was not told to reopen goes on in the old file.
    append(path("app.log.1"), "late\n");
    QTRY_COMPARE(followed.lines().last(), QStringLiteral("late"));
}

void LogFollowerTest::findsFilesThatCameAndWentUnseen()
{
    append(path("app.log"), {});
    Followed followed(m_state, {pattern("app.log")});
    append(path("app.log"), numberedText(1, 5));
    rename("app.log", "app.log.2");
    append(path("app.log"), numberedText(6, 10));
    rename("app.log", "app.log.1");
    append(path("app.log"), numberedText(11, 15));
    QTRY_COMPARE(followed.lines(), numbered(1, 15));
}

void LogFollowerTest::followsThroughTruncation()
{
    append(path("app.log"), {});
    Followed followed(m_state, {pattern("app.log")});
    append(path("app.log"), numberedText(1, 10));
    QTRY_COMPARE(followed.lines(), numbered(1, 10));
    QVERIFY(QFile::resize(path("app.log"), 0));
    append(path("app.log"), numberedText(11, 12));
    QTRY_COMPARE(followed.lines(), numbered(1, 12));
    // Longer than before at the next look: only its first bytes tell.
    QVERIFY(QFile::resize(path("app.log"), 0));
    append(path("app.log"), numberedText(13, 30));
    QTRY_COMPARE(followed.lines(), numbered(1, 30));
}

void LogFollowerTest::findsTheRestInTheCopyBeforeATruncation()
{
    append(path("app.log"), {});
    Followed followed(m_state, {pattern("app.log")});
    append(path("app.log"), numberedText(1, 10));
    QTRY_COMPARE(followed.lines(), numbered(1, 10));
    append(path("app.log"), numberedText(11, 20));
    QVERIFY(QFile::copy(path("app.log"), path("app.log.1")));
    QVERIFY(QFile::resize(path("app.log"), 0));
    append(path("app.log"), numberedText(21, 22));
    QTRY_COMPARE(followed.lines(), numbered(1, 22));
}

void LogFollowerTest::followsThroughDeletion()
{
    append(path("app.log"), {});
    Followed followed(m_state, {pattern("app.log")});
    append(path("app.log"), numberedText(1, 10));
    QVERIFY(QFile::remove(path("app.log")));
    QTRY_COMPARE(followed.lines(), numbered(1, 10));
    append(path("app.log"), numberedText(11, 20));
    QTRY_COMPARE(followed.lines(), numbered(1, 20));
}

void LogFollowerTest::findsFilesThatAppearLate()
{
    Followed followed(m_state, {pattern("*.log"), pattern("late/app.log")});
    append(path("new.log"), numberedText(1, 5));
    QTRY_COMPARE(followed.lines(), numbered(1, 5));
    QVERIFY(m_logs.mkdir(QStringLiteral("late")));
    append(path("late/app.log"), numberedText(6, 10));
    QTRY_COMPARE(followed.lines(), numbered(1, 10));
}

void LogFollowerTest::doesNotTellRotatedFilesAgain_data()
{
    QTest::addColumn<bool>("byCopy");
    QTest::newRow("renamed") << false;
    QTest::newRow("copied and truncated") << true;
}

void LogFollowerTest::doesNotTellRotatedFilesAgain()
{
    QFETCH(bool, byCopy);
    append(path("app.log"), {});
    Followed followed(m_state, {pattern("app.log*")});
    int last = 0;
    for (int round = 1; round <= 3; ++round) {
        append(path("app.log"), numberedText(last + 1, last + 100));
        last += 100;
        if (round > 1) {
            rename("app.log.1", round == 2 ? "app.log.2" : "app.log.3");
        }
        if (byCopy) {
            QVERIFY(QFile::copy(path("app.log"), path("app.log.1")));
            QVERIFY(QFile::resize(path("app.log"), 0));
        } else {
            rename("app.log", "app.log.1");
            append(path("app.log"), {});
        }
        append(path("app.log"), numberedText(last + 1, last + 10));
        last += 10;
        QTRY_COMPARE(followed.lines().size(), last);
    }
    // Long enough for the rotated files to be closed and met again by the glob.
    followed.clock.advance(Milliseconds(120'000));
    append(path("app.log"), numberedText(last + 1, last + 1));
    QTRY_COMPARE(followed.lines().size(), last + 1);
    QTest::qWait(100);
    // A copy that was made before anything was read is a file of its own, in no order with others.
    QStringList told = followed.lines();
    QStringList all = numbered(1, last + 1);
    told.sort();
    all.sort();
    QCOMPARE(told, all);
}

void LogFollowerTest::followsFilesThatOnlyLookRotated()
{
    append(path("app.log"), {});
    append(path("app-1.log"), {});
    Followed followed(m_state, {pattern("*.log")});
    append(path("app-1.log"), numberedText(1, 3));
    QTRY_COMPARE(followed.lines(), numbered(1, 3));
    append(path("app-2.log"), numberedText(4, 6));
    QTRY_COMPARE(followed.lines(), numbered(1, 6));
}

void LogFollowerTest::neverSplitsALine()
{
    append(path("app.log"), {});
    Followed followed(m_state, {pattern("app.log")});
    append(path("app.log"), "begin");
    append(path("other.log"), "so that time passes\n");
    QTest::qWait(100);
    QCOMPARE(followed.lines(), QStringList());
    append(path("app.log"), " middle");
    append(path("app.log"), " end\n");
    QTRY_COMPARE(followed.lines(), QStringList{QStringLiteral("begin middle end")});
}

void LogFollowerTest::handsAnUnfinishedLineOnWhenItStays()
{
    append(path("app.log"), {});
    Followed followed(m_state, {pattern("app.log")});
    append(path("app.log"), "no newline");
    QTest::qWait(100);
    QCOMPARE(followed.lines(), QStringList());
    followed.clock.advance(Milliseconds(6'000));
    QTRY_COMPARE(followed.lines(), QStringList{QStringLiteral("no newline")});
    // Its newline is no line of its own; what else follows says that it continues one.
    append(path("app.log"), "\nnext\n");
    QTRY_COMPARE(followed.lines().size(), 2);
    QCOMPARE(followed.lines().last(), QStringLiteral("next"));
    QVERIFY(followed.published().back().item.find("continued") == std::string::npos);
    append(path("app.log"), "one");
    followed.clock.advance(Milliseconds(1));
    QTest::qWait(100);
    followed.clock.advance(Milliseconds(6'000));
    QTRY_COMPARE(followed.lines().size(), 3);
    append(path("app.log"), " two\n");
    QTRY_COMPARE(followed.lines().size(), 4);
    QVERIFY(followed.published().back().item.find("\"continued\":true") != std::string::npos);
}

void LogFollowerTest::cutsVeryLongLines()
{
    append(path("app.log"), {});
    Followed followed(m_state, {pattern("app.log")});
    const int tooLong = static_cast<int>(agent::kMaxLineBytes) + 5'000'000;
    append(path("app.log"), QByteArray(tooLong, 'x') + "\nnext\n");
    QTRY_COMPARE(followed.lines().size(), 2);
    QVERIFY(followed.lines()[0].endsWith(QStringLiteral("x [cut: 5000000 more bytes]")));
    QVERIFY(followed.lines()[0].size() < static_cast<int>(agent::kMaxLineBytes) + 100);
    QCOMPARE(followed.lines()[1], QStringLiteral("next"));
}

void LogFollowerTest::keepsBytesThatAreNoText()
{
    append(path("app.log"), {});
    Followed followed(m_state, {pattern("app.log")});
    append(path("app.log"), QByteArray("nul \0 and \xff\xc3 and \xc3\xa9\n", 21));
    QTRY_COMPARE(followed.lines(),
                 QStringList{QString::fromUtf8("nul \\x00 and \\xFF\\xC3 and \xc3\xa9")});
}

void LogFollowerTest::passesJsonLinesOn()
{
    append(path("app.log"), {});
    Followed followed(m_state, {pattern("app.log")});
    append(path("app.log"), "{\"level\":\"INFO\",\"n\":1}\n{\"file\":\"x.py\"}\n{}\n{broken}\n");
    QTRY_COMPARE(followed.lines().size(), 4);
    const QString file = path("app.log");
    QCOMPARE(
        followed.lines(),
        (QStringList{QStringLiteral("{\"file\":\"%1\",\"level\":\"INFO\",\"n\":1}").arg(file),
                     QStringLiteral("{\"file\":\"x.py\"}"),
                     QStringLiteral("{\"file\":\"%1\"}").arg(file), QStringLiteral("{broken}")}));
}

void LogFollowerTest::followsManyFiles()
{
    constexpr int kFiles = 300;
    for (int i = 0; i < kFiles; ++i) {
        append(m_logs.filePath(QStringLiteral("many-%1.log").arg(i)), {});
    }
    Followed followed(m_state, {pattern("many-*.log")});
    for (int i = 0; i < kFiles; ++i) {
        append(m_logs.filePath(QStringLiteral("many-%1.log").arg(i)), numberedText(1, 10));
    }
    QTRY_COMPARE(followed.lines().size(), kFiles * 10);
    QCOMPARE(followed.lines().count(QStringLiteral("line 7")), kFiles);
}

void LogFollowerTest::isNotHeldUpByWhatIsNoLogFile()
{
    QCOMPARE(mkfifo(path("pipe.log").toUtf8().constData(), 0600), 0);
    QVERIFY(m_logs.mkdir(QStringLiteral("folder.log")));
    QVERIFY(QFile::link(path("nowhere"), path("dangling.log")));
    append(path("app.log.gz"), "\x1f\x8b");
    append(path("real.log"), {});
    Followed followed(m_state, {pattern("*"), pattern("pipe.log"), pattern("missing.log")});
    append(path("real.log"), numberedText(1, 3));
    QTRY_COMPARE(followed.lines(), numbered(1, 3));
}

QTEST_GUILESS_MAIN(LogFollowerTest)
#include "tst_logfollower.moc"
