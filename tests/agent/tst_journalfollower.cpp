// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/logs/journalfollower.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace foretop;
using namespace foretop::agent;

/// On a real journal, written by systemd-journal-remote from export text (systemd.journal-export).
class JournalFollowerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsEntries();
    void tellsWhatIsAdded();
    void beginsWithTheNewest();
    void goesOnBehindItsCursor();
    void goesOnWhenItsEntryIsGone();
    void leavesItsOwnEntriesOut();
    void saysThatThereIsNone();

private:
    struct Run
    {
        Run(const JournalFollowerTest &test, JournalOptions options,
            const std::vector<feeds::PublishedItem> &restored = {});
        QStringList messages() const;

        std::vector<feeds::PublishedItem> published;
        ManualClock clock;
        PositionStore positions{"", 1U << 20};
        JournalFollower follower;
        Result<void> started;
    };

    void addEntries(int first, int last, const QByteArray &fields = {});
    void addEntry(const QByteArray &fields);

    std::unique_ptr<QTemporaryDir> m_directory;
    qint64 m_microseconds = 0;
};

JournalFollowerTest::Run::Run(const JournalFollowerTest &test, JournalOptions options,
                              const std::vector<feeds::PublishedItem> &restored)
    : follower(
          [&] {
              options.directory = test.m_directory->path().toStdString();
              return options;
          }(),
          positions, clock,
          [this](std::vector<feeds::PublishedItem> items) {
              published.insert(published.end(), items.begin(), items.end());
          })
{
    if (!positions.load(restored)) {
        qFatal("positions");
    }
    started = follower.start();
}

QStringList JournalFollowerTest::Run::messages() const
{
    QStringList messages;
    for (const auto &item : published) {
        messages += QJsonDocument::fromJson(QByteArray::fromStdString(item.item))
                        .object()
                        .value(QStringLiteral("message"))
                        .toString();
    }
    return messages;
}

void JournalFollowerTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_microseconds = 1705314600123456;
    if (!QFile::exists(QStringLiteral("/lib/systemd/systemd-journal-remote"))) {
        QSKIP("systemd-journal-remote is not installed");
    }
}

void JournalFollowerTest::addEntry(const QByteArray &fields)
{
    m_microseconds += 1'000'000;
    const QByteArray time = QByteArray::number(m_microseconds);
    QProcess writer;
    writer.start(
        QStringLiteral("/lib/systemd/systemd-journal-remote"),
        {QStringLiteral("--split-mode=none"),
         QStringLiteral("--output=") + m_directory->filePath(QStringLiteral("test.journal")),
         QStringLiteral("-")});
    writer.write("__REALTIME_TIMESTAMP=" + time + "\n__MONOTONIC_TIMESTAMP=" + time +
                 "\n_BOOT_ID=6c7c6013a26343b29e964691ff25d04c\n" + fields + "\n");
    writer.closeWriteChannel();
    QVERIFY(writer.waitForFinished());
    QVERIFY2(writer.exitCode() == 0, writer.readAllStandardError().constData());
}

void JournalFollowerTest::addEntries(int first, int last, const QByteArray &fields)
{
    for (int i = first; i <= last; ++i) {
        addEntry("MESSAGE=entry " + QByteArray::number(i) + "\n" + fields);
    }
}

void JournalFollowerTest::readsEntries()
{
    addEntry("PRIORITY=3\nSYSLOG_IDENTIFIER=shop\n_COMM=python3\n_PID=4242\n"
             "_SYSTEMD_UNIT=shop.service\nMESSAGE=disk is full\n");
    addEntry("_COMM=cron\nMESSAGE\n" + QByteArray("\x05\0\0\0\0\0\0\0a\0\xff\nb", 13) + "\n");
    addEntry("_SYSTEMD_UNIT=web.service\nPRIORITY=6\n"
             "MESSAGE={\"level\":\"WARNING\",\"message\":\"slow\"}\n");
    addEntry("PRIORITY=6\n");
    Run run(*this, {.directory = {}, .fromStart = true});
    QVERIFY(run.started);
    QTRY_COMPARE(run.published.size(), std::size_t(4));
    QCOMPARE(QByteArray::fromStdString(run.published[0].item),
             QByteArray(R"({"unit":"shop.service","pid":"4242",)"
                        R"("timestamp":"2024-01-15T10:30:01.123Z","level":"ERROR",)"
                        R"("logger":"shop","message":"disk is full"})"));
    QCOMPARE(QByteArray::fromStdString(run.published[1].item),
             QByteArray(R"({"timestamp":"2024-01-15T10:30:02.123Z","level":"INFO",)"
                        R"("logger":"cron","message":"a\\x00\\xFF\nb"})"));
    QCOMPARE(QByteArray::fromStdString(run.published[2].item),
             QByteArray(R"({"unit":"web.service","timestamp":"2024-01-15T10:30:03.123Z",)"
                        R"("level":"WARNING","message":"slow"})"));
    QCOMPARE(run.messages()[3], QString());
}

void JournalFollowerTest::tellsWhatIsAdded()
{
    addEntries(1, 1);
    Run run(*this, {});
    QVERIFY(run.started);
    addEntries(2, 3);
    QTRY_COMPARE(run.messages(), (QStringList{QStringLiteral("entry 1"), QStringLiteral("entry 2"),
                                              QStringLiteral("entry 3")}));
}

void JournalFollowerTest::beginsWithTheNewest()
{
    QByteArray fields;
    for (int i = 1; i <= 250; ++i) {
        const QByteArray time = QByteArray::number(m_microseconds + i);
        fields += "MESSAGE=old " + QByteArray::number(i) + "\n\n__REALTIME_TIMESTAMP=" + time +
                  "\n__MONOTONIC_TIMESTAMP=" + time +
                  "\n_BOOT_ID=6c7c6013a26343b29e964691ff25d04c\n";
    }
    addEntry(fields + "MESSAGE=last\n");
    Run run(*this, {});
    QTRY_COMPARE(run.published.size(), std::size_t(JournalFollower::kFirstEntries));
    QCOMPARE(run.messages().last(), QStringLiteral("last"));
}

void JournalFollowerTest::goesOnBehindItsCursor()
{
    addEntries(1, 3);
    auto first = std::make_unique<Run>(*this, JournalOptions{});
    QTRY_COMPARE(first->messages().size(), 3);
    const auto spool = first->published;
    first.reset();
    addEntries(4, 5);
    Run second(*this, {}, spool);
    QTRY_COMPARE(second.messages(),
                 (QStringList{QStringLiteral("entry 4"), QStringLiteral("entry 5")}));
}

void JournalFollowerTest::goesOnWhenItsEntryIsGone()
{
    addEntries(1, 2);
    auto first = std::make_unique<Run>(*this, JournalOptions{});
    QTRY_COMPARE(first->messages().size(), 2);
    const auto spool = first->published;
    first.reset();
    QVERIFY(QFile::remove(m_directory->filePath(QStringLiteral("test.journal"))));
    addEntries(3, 4);
    Run second(*this, {}, spool);
    QTRY_COMPARE(second.messages(),
                 (QStringList{QStringLiteral("entry 3"), QStringLiteral("entry 4")}));
}

void JournalFollowerTest::leavesItsOwnEntriesOut()
{
    addEntries(1, 1, "_PID=" + QByteArray::number(QCoreApplication::applicationPid()) + "\n");
    addEntries(2, 2);
    Run without(*this, {});
    QTRY_COMPARE(without.messages(), QStringList{QStringLiteral("entry 2")});
    Run with(*this, {.directory = {}, .skipOwn = false});
    QTRY_COMPARE(with.messages().size(), 2);
}

void JournalFollowerTest::saysThatThereIsNone()
{
    QVERIFY(QDir(m_directory->path()).removeRecursively());
    Run run(*this, {});
    QVERIFY(!run.started);
    QVERIFY(run.started.error().code == ErrorCode::NotFound);
    QCOMPARE(run.started.error().source, m_directory->path().toStdString());
}

QTEST_GUILESS_MAIN(JournalFollowerTest)
#include "tst_journalfollower.moc"
