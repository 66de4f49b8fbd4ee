// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "followed.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace foretop;

/// What happens to files while no agent runs: the next one must lose nothing and tell nothing
/// twice. The first run ends without a word, as by SIGKILL; the spool has what it published.
class LogRestartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void goesOnWhereItWas_data();
    void goesOnWhereItWas();
    void goesOnWhenTheSpoolHasForgotten();
    void readsFilesFromTheirStartThatCameMeanwhile();
    void remembersAnUnfinishedLine();
    void takesAReusedInodeForANewFile();
    void toldFilesOfAnEarlierRunAreNotToldAgain();

private:
    enum Meanwhile { Nothing, Appended, Renamed, RenamedTwice, Copied, Deleted, Truncated };

    void change(Meanwhile meanwhile);
    QString path(const char *name) const { return m_logs.filePath(QString::fromLatin1(name)); }
    std::string log() const { return path("app.log").toStdString(); }

    std::unique_ptr<QTemporaryDir> m_directory;
    QDir m_logs;
    QDir m_state;
};

void LogRestartTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    QDir root(m_directory->path());
    QVERIFY(root.mkdir(QStringLiteral("logs")) && root.mkdir(QStringLiteral("state")));
    m_logs.setPath(root.filePath(QStringLiteral("logs")));
    m_state.setPath(root.filePath(QStringLiteral("state")));
    append(path("app.log"), {});
}

void LogRestartTest::goesOnWhereItWas_data()
{
    QTest::addColumn<int>("meanwhile");
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("nothing happened") << int(Nothing) << numbered(1, 10);
    QTest::newRow("appended") << int(Appended) << numbered(1, 20);
    QTest::newRow("renamed") << int(Renamed) << numbered(1, 20) + numbered(31, 40);
    QTest::newRow("renamed twice") << int(RenamedTwice) << numbered(1, 40);
    QTest::newRow("copied and truncated") << int(Copied) << numbered(1, 20) + numbered(31, 40);
    QTest::newRow("deleted and made anew") << int(Deleted) << numbered(1, 10) + numbered(31, 40);
    QTest::newRow("truncated") << int(Truncated) << numbered(1, 10) + numbered(31, 40);
}

void LogRestartTest::change(Meanwhile meanwhile)
{
    if (meanwhile == Nothing) {
        return;
    }
    append(path("app.log"), numberedText(11, 20));
    switch (meanwhile) {
    case Nothing:
    case Appended:
        return;
    case Renamed:
        QVERIFY(QFile::rename(path("app.log"), path("app.log.1")));
        break;
    case RenamedTwice:
        QVERIFY(QFile::rename(path("app.log"), path("app.log.2")));
        append(path("app.log"), numberedText(21, 30));
        QVERIFY(QFile::rename(path("app.log"), path("app.log.1")));
        break;
    case Copied:
        QVERIFY(QFile::copy(path("app.log"), path("app.log.1")));
        QVERIFY(QFile::resize(path("app.log"), 0));
        break;
    case Deleted:
        QVERIFY(QFile::remove(path("app.log")));
        break;
    case Truncated:
        QVERIFY(QFile::resize(path("app.log"), 0));
        break;
    }
    append(path("app.log"), numberedText(31, 40));
}

void LogRestartTest::goesOnWhereItWas()
{
    QFETCH(int, meanwhile);
    QFETCH(QStringList, lines);
    auto first = std::make_unique<Followed>(m_state, std::vector{log()});
    append(path("app.log"), numberedText(1, 10));
    QTRY_COMPARE(first->lines(), numbered(1, 10));
    const auto spool = first->published();
    const QStringList before = first->lines();
    first.reset();

    change(static_cast<Meanwhile>(meanwhile));
    auto second = std::make_unique<Followed>(m_state, std::vector{log()}, false, spool);
    QTRY_COMPARE(before + second->lines(), lines);
    append(path("app.log"), numberedText(41, 50));
    QTRY_COMPARE(before + second->lines(), lines + numbered(41, 50));

    // And once more, from what both runs left.
    auto all = spool;
    all.insert(all.end(), second->published().begin(), second->published().end());
    const QStringList told = before + second->lines();
    second.reset();
    append(path("app.log"), numberedText(51, 60));
    Followed third(m_state, {log()}, false, all);
    QTRY_COMPARE(told + third.lines(), lines + numbered(41, 60));
}

void LogRestartTest::goesOnWhenTheSpoolHasForgotten()
{
    auto first = std::make_unique<Followed>(m_state, std::vector{log()});
    append(path("app.log"), numberedText(1, 10));
    QTRY_COMPARE(first->lines(), numbered(1, 10));
    // Positions are saved at intervals.
    first->clock.advance(Milliseconds(10'000));
    append(path("app.log"), numberedText(11, 12));
    QTRY_COMPARE(first->lines(), numbered(1, 12));
    first.reset();
    append(path("app.log"), numberedText(13, 20));
    // Other producers filled the ring: no cursor of this file is left in it.
    Followed second(m_state, {log()});
    QTRY_COMPARE(second.lines(), numbered(13, 20));
}

void LogRestartTest::readsFilesFromTheirStartThatCameMeanwhile()
{
    const std::string pattern = path("*.log").toStdString();
    auto first = std::make_unique<Followed>(m_state, std::vector{pattern});
    first.reset();
    append(path("new.log"), numberedText(1, 5));
    Followed second(m_state, {pattern, path("never-seen.txt").toStdString()});
    QTRY_COMPARE(second.lines(), numbered(1, 5));
}

void LogRestartTest::remembersAnUnfinishedLine()
{
    auto first = std::make_unique<Followed>(m_state, std::vector{log()});
    append(path("app.log"), "half");
    QTest::qWait(100);
    first->clock.advance(Milliseconds(6'000));
    QTRY_COMPARE(first->lines().size(), 1);
    const auto spool = first->published();
    first.reset();
    append(path("app.log"), "\nwhole\n");
    Followed second(m_state, {log()}, false, spool);
    QTRY_COMPARE(second.lines(), QStringList{QStringLiteral("whole")});
}

void LogRestartTest::takesAReusedInodeForANewFile()
{
    auto first = std::make_unique<Followed>(m_state, std::vector{log()});
    append(path("app.log"), numberedText(1, 10));
    QTRY_COMPARE(first->lines(), numbered(1, 10));
    const auto spool = first->published();
    first.reset();
    // Same inode, more bytes, another beginning.
    QVERIFY(QFile::resize(path("app.log"), 0));
    append(path("app.log"), numberedText(100, 200));
    Followed second(m_state, {log()}, false, spool);
    QTRY_COMPARE(second.lines(), numbered(100, 200));
}

void LogRestartTest::toldFilesOfAnEarlierRunAreNotToldAgain()
{
    const std::string pattern = path("app.log*").toStdString();
    auto first = std::make_unique<Followed>(m_state, std::vector{pattern});
    append(path("app.log"), numberedText(1, 10));
    QTRY_COMPARE(first->lines(), numbered(1, 10));
    QVERIFY(QFile::rename(path("app.log"), path("app.log.1")));
    append(path("app.log"), numberedText(11, 20));
    QTRY_COMPARE(first->lines(), numbered(1, 20));
    const auto spool = first->published();
    first.reset();
    QVERIFY(QFile::rename(path("app.log.1"), path("app.log.2")));
    QVERIFY(QFile::rename(path("app.log"), path("app.log.1")));
    append(path("app.log"), numberedText(21, 30));
    Followed second(m_state, {pattern}, false, spool);
    QTRY_COMPARE(second.lines(), numbered(21, 30));
}

QTEST_GUILESS_MAIN(LogRestartTest)
#include "tst_logrestart.moc"
