// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/feedclient.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace foretop;

/// The program itself, as a process.
class ForetopdTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void printsAndEnds_data();
    void printsAndEnds();
    void saysWhereItListensAndStops_data();
    void saysWhereItListensAndStops();
    void keepsToItsOwnState();
    void losesNoLineWhenItIsKilled();

private:
    struct Ended
    {
        int exitCode = -1;
        QByteArray out;
        QByteArray errors;
    };

    Ended run(const QStringList &arguments, const QStringList &environment = {}) const;
    std::unique_ptr<QProcess> start(const QStringList &arguments, QUrl &url) const;
    QString path(const char *name) const
    {
        return m_directory->filePath(QString::fromLatin1(name));
    }
    void write(const char *name, const QByteArray &text,
               QIODevice::OpenMode mode = QIODevice::Truncate) const;

    std::unique_ptr<QTemporaryDir> m_directory;
};

void ForetopdTest::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
}

void ForetopdTest::write(const char *name, const QByteArray &text, QIODevice::OpenMode mode) const
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Unbuffered | mode));
    QCOMPARE(file.write(text), text.size());
}

ForetopdTest::Ended ForetopdTest::run(const QStringList &arguments,
                                      const QStringList &environment) const
{
    QProcess process;
    process.setEnvironment(QProcess::systemEnvironment() + environment);
    process.setWorkingDirectory(m_directory->path());
    process.start(QStringLiteral(FORETOPD), arguments);
    process.waitForFinished();
    return {.exitCode = process.exitCode(),
            .out = process.readAllStandardOutput(),
            .errors = process.readAllStandardError()};
}

std::unique_ptr<QProcess> ForetopdTest::start(const QStringList &arguments, QUrl &url) const
{
    auto process = std::make_unique<QProcess>();
    process->setWorkingDirectory(m_directory->path());
    process->start(QStringLiteral(FORETOPD), arguments);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(process->canReadLine(), 10'000); }();
    static const QRegularExpression kLine(
        QStringLiteral("^foretopd \\S+ listens on (http://127\\.0\\.0\\.1:[0-9]+)\n$"));
    const auto match = kLine.match(QString::fromUtf8(process->readLine()));
    [&] { QVERIFY(match.hasMatch()); }();
    url = QUrl(match.captured(1));
    return process;
}

void ForetopdTest::printsAndEnds_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("variable");
    QTest::addColumn<int>("exitCode");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, const char *arguments, const char *variable, int exitCode,
                        const char *text) {
        QTest::newRow(name) << QString::fromLatin1(arguments) << QString::fromLatin1(variable)
                            << exitCode << QByteArray(text);
    };
    row("version", "--version", "", 0, "foretopd 0.");
    row("help", "--help", "", 0, "--config <file>");
    row("good configuration", "--check-config --config good.yaml", "", 0, "good.yaml: ok\n");
    row("defaults", "--check-config", "", 0, "defaults: ok\n");
    row("wrong configuration", "--check-config --config bad.yaml", "", 2,
        "foretopd: bad.yaml:2:1: unknown key \"nonsense\"");
    row("wrong configuration, not only checked", "--config bad.yaml", "", 2,
        "foretopd: bad.yaml:2:1: ");
    row("missing configuration", "--config missing.yaml", "", 2,
        "foretopd: missing.yaml: cannot be read: No such file");
    row("wrong argument", "--nonsense", "", 2, "see foretopd --help");
    row("open to all", "--listen 0.0.0.0:0", "", 2,
        "listening on 0.0.0.0 lets other machines in, so a token is needed");
    row("wrong timeout", "", "HEALTH_CHECK_TIMEOUT=soon", 2,
        "foretopd: HEALTH_CHECK_TIMEOUT: must be seconds");
    row("wrong log level", "--listen 127.0.0.1:0", "LOG_LEVEL=LOUD", 2, "LOG_LEVEL");
}

void ForetopdTest::printsAndEnds()
{
    QFETCH(QString, arguments);
    QFETCH(QString, variable);
    QFETCH(int, exitCode);
    QFETCH(QByteArray, text);
    write("good.yaml", "service: shop\n");
    write("bad.yaml", "service: shop\nnonsense: 1\n");
    const Ended ended = run(arguments.split(u' ', Qt::SkipEmptyParts),
                            variable.isEmpty() ? QStringList() : QStringList{variable});
    QCOMPARE(ended.exitCode, exitCode);
    QVERIFY2((exitCode == 0 ? ended.out : ended.errors).contains(text),
             (ended.out + ended.errors).constData());
}

void ForetopdTest::saysWhereItListensAndStops_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

void ForetopdTest::saysWhereItListensAndStops()
{
    QFETCH(int, signal);
    QUrl url;
    const auto process = start({QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")}, url);
    QVERIFY(url.port() > 0);
    QCOMPARE(::kill(pid_t(process->processId()), signal), 0);
    QVERIFY(process->waitForFinished());
    QCOMPARE(process->exitStatus(), QProcess::NormalExit);
    QCOMPARE(process->exitCode(), 0);
    // Not to a terminal: one JSON object a record.
    const QByteArray log = process->readAllStandardError();
    QVERIFY2(log.startsWith("{\"timestamp\":"), log.constData());
    QVERIFY(log.contains("\"message\":\"stopping\""));
}

void ForetopdTest::keepsToItsOwnState()
{
    write("a.yaml", "listen: 127.0.0.1:0\nstate_dir: state\n");
    QUrl url;
    const auto first = start({QStringLiteral("--config"), QStringLiteral("a.yaml")}, url);
    const Ended second = run({QStringLiteral("--config"), QStringLiteral("a.yaml")});
    QCOMPARE(second.exitCode, 1);
    QVERIFY2(second.errors.contains("another agent (foretopd, pid " +
                                    QByteArray::number(first->processId()) +
                                    ") keeps its state here"),
             second.errors.constData());
    first->terminate();
    QVERIFY(first->waitForFinished());
}

void ForetopdTest::losesNoLineWhenItIsKilled()
{
    // A fixed port, so that the client finds the next agent.
    quint16 port = 0;
    {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        port = probe.serverPort();
    }
    write("a.yaml", "listen: 127.0.0.1:" + QByteArray::number(port) +
                        "\nstate_dir: state\nchecks: []\n"
                        "logs: {files: [app.log], journal: off, own: false}\n");
    write("app.log", {});
    const QStringList arguments{QStringLiteral("--config"), QStringLiteral("a.yaml")};

    const SystemClock clock;
    feeds::FeedClientOptions options;
    options.kind = feeds::FeedKind::Logs;
    options.url = QUrl(QStringLiteral("ws://127.0.0.1:%1/feeds/logs").arg(port));
    options.backoffFirst = Milliseconds(20);
    options.backoffMost = Milliseconds(100);
    feeds::FeedClient client(options, clock);
    QStringList lines;
    std::uint64_t gaps = 0;
    connect(&client, &feeds::FeedClient::itemsReady, this, [&](const feeds::DecodedItems &got) {
        for (const auto &record : std::get<std::vector<logs::Record>>(got.items)) {
            lines += QString::fromStdString(record.message);
        }
    });
    connect(&client, &feeds::FeedClient::gapFound, this, [&gaps](quint64 count) { gaps += count; });
    client.start();

    QStringList written;
    const auto writeLines = [&](int count) {
        for (int i = 0; i < count; ++i) {
            written += QStringLiteral("line %1").arg(written.size() + 1);
            write("app.log", written.last().toUtf8() + '\n', QIODevice::Append);
        }
    };
    for (int round = 0; round < 4; ++round) {
        QUrl url;
        const auto process = start(arguments, url);
        writeLines(300);
        if (round % 2 == 1) { // killed in the middle of its work, else when all has arrived
            QTRY_VERIFY(!lines.isEmpty());
        } else {
            QTRY_COMPARE(lines.size(), written.size());
        }
        process->kill();
        QVERIFY(process->waitForFinished());
        writeLines(50);
        if (round == 1) {
            QVERIFY(QFile::rename(path("app.log"), path("app.log.1")));
            writeLines(50);
        }
    }
    QUrl url;
    const auto process = start(arguments, url);
    writeLines(10);
    QTRY_COMPARE_WITH_TIMEOUT(lines.size(), written.size(), 10'000);
    QCOMPARE(lines, written);
    QCOMPARE(gaps, std::uint64_t(0));
    process->terminate();
    QVERIFY(process->waitForFinished());
}

QTEST_GUILESS_MAIN(ForetopdTest)
#include "tst_foretopd.moc"
