// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/target.h"

#include <QTemporaryFile>
#include <QTest>

using namespace foretop;
using namespace foretop::cli;

class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryOption();
    void refusesWithWords_data();
    void refusesWithWords();
    void findsTarget_data();
    void findsTarget();
    void refusesTarget_data();
    void refusesTarget();
    void readsTokenFromFileThenEnvironment();
};

void CommandLineTest::readsEveryOption()
{
    const auto line =
        parseCommandLine(QStringLiteral("tail h:1 --feed logs --level warn --backlog 0 "
                                        "--count 3 --json --timeout 5 --token-file /t")
                             .split(u' '));
    QVERIFY(line);
    QCOMPARE(line->command, CommandLine::Command::Tail);
    QCOMPARE(line->address, QStringLiteral("h:1"));
    QCOMPARE(line->feed, feeds::FeedKind::Logs);
    QCOMPARE(line->level, std::optional(logs::Level::Warning));
    QCOMPARE(line->backlog, 0U);
    QCOMPARE(line->count, std::optional<std::uint64_t>(3));
    QVERIFY(line->json);
    QCOMPARE(line->timeout, Milliseconds(5000));
    QCOMPARE(line->tokenFile, QStringLiteral("/t"));
}

void CommandLineTest::refusesWithWords_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("words");

    const auto row = [](const char *name, const char *arguments, const char *words) {
        QTest::newRow(name) << QString::fromUtf8(arguments) << QString::fromUtf8(words);
    };
    row("nothing", "", "which command? health, tail or logs (--help tells more)");
    row("unknown command", "heath h:1",
        "there is no command \"heath\"; there are health, tail and logs");
    row("no address", "health", "health takes one address, such as http://127.0.0.1:7710");
    row("two addresses", "tail a b", "tail takes one address, such as http://127.0.0.1:7710");
    row("unknown option", "tail a --colour", "Unknown option 'colour'.");
    row("unknown feed", "tail a --feed log",
        "there is no feed \"log\"; the feeds are health, metrics, logs, jobs and errors");
    row("unknown level", "tail a --level loud",
        "there is no level \"loud\"; the levels are TRACE, DEBUG, INFO, WARNING, ERROR and "
        "CRITICAL");
    row("level elsewhere", "tail a --feed jobs --level WARN", "--level goes with --feed logs");
    row("tail's option", "health a --count 2", "--count does not go with health");
    row("no number", "tail a --count few",
        "--count must be a whole number from 1 to 1000000000, not \"few\"");
    row("timeout 0", "health a --timeout 0",
        "--timeout must be a whole number from 1 to 86400, not \"0\"");
}

void CommandLineTest::refusesWithWords()
{
    QFETCH(QString, arguments);
    QFETCH(QString, words);
    const auto line = parseCommandLine(arguments.split(u' ', Qt::SkipEmptyParts));
    QVERIFY(!line);
    QCOMPARE(QString::fromStdString(line.error().text()), words);
}

void CommandLineTest::findsTarget_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("url");

    const auto row = [](const char *address, feeds::FeedKind kind, const char *url) {
        QTest::newRow(address) << QString::fromUtf8(address) << static_cast<int>(kind)
                               << QString::fromUtf8(url);
    };
    row("127.0.0.1:7710", feeds::FeedKind::Logs, "ws://127.0.0.1:7710/feeds/logs");
    row("http://h:7710", feeds::FeedKind::Health, "ws://h:7710/feeds/health");
    row("https://h/", feeds::FeedKind::Jobs, "wss://h/feeds/jobs");
    row("ws://h:9", feeds::FeedKind::Metrics, "ws://h:9/feeds/metrics");
    row("wss://h/my/socket", feeds::FeedKind::Logs, "wss://h/my/socket");
    row("http://h/api/health", feeds::FeedKind::Health, "http://h/api/health");
}

void CommandLineTest::findsTarget()
{
    QFETCH(QString, address);
    QFETCH(int, kind);
    QFETCH(QString, url);
    const auto target = targetUrl(address, static_cast<feeds::FeedKind>(kind));
    QVERIFY(target);
    QCOMPARE(target->toString(), url);
}

void CommandLineTest::refusesTarget_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("words");

    const auto notAnAddress =
        QStringLiteral("%1: not an address: must be http://HOST:PORT, https://, ws:// or wss://");
    for (const char *address : {"ftp://h", "http://", "http://a b", ":"}) {
        QTest::newRow(address) << QString::fromUtf8(address)
                               << notAnAddress.arg(QString::fromUtf8(address));
    }
    QTest::newRow("logs over HTTP")
        << QStringLiteral("http://h/logs")
        << QStringLiteral("http://h/logs: only health can be asked over HTTP; give the agent's "
                          "address without a path, or the feed's ws:// URL");
}

void CommandLineTest::refusesTarget()
{
    QFETCH(QString, address);
    QFETCH(QString, words);
    const auto target = targetUrl(address, feeds::FeedKind::Logs);
    QVERIFY(!target);
    QCOMPARE(QString::fromStdString(target.error().text()), words);
}

void CommandLineTest::readsTokenFromFileThenEnvironment()
{
    QTemporaryFile file;
    QVERIFY(file.open());
    file.write("s3cret\n");
    file.close();
    qputenv("FORETOP_TOKEN", "other");
    QCOMPARE(readToken(file.fileName()).value(), QStringLiteral("s3cret"));
    QCOMPARE(readToken({}).value(), QStringLiteral("other"));
    qunsetenv("FORETOP_TOKEN");
    QCOMPARE(readToken({}).value(), QString());
    QCOMPARE(readToken(QStringLiteral("/no/such")).error().code, ErrorCode::NotFound);
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_commandline.moc"
