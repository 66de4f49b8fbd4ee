// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/checks/blockingcheck.h"
#include "agent/checks/bytetext.h"
#include "agent/checks/checkfactory.h"
#include "agent/checks/checkrunner.h"
#include "agent/checks/hostchecks.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <semaphore>

using namespace foretop;
using namespace foretop::agent;
using health::Status;

/// A server on loopback that sends @p answer to whoever connects, or keeps silent.
class Server
{
public:
    explicit Server(QByteArray answer = {})
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this, answer] {
            auto *socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, answer] {
                m_request += socket->readAll();
                socket->write(answer);
            });
        });
    }
    std::string address() const { return "127.0.0.1:" + std::to_string(m_server.serverPort()); }
    std::string url() const { return "http://" + address() + "/health"; }
    const QByteArray &request() const { return m_request; }
    void close() { m_server.close(); }

private:
    QTcpServer m_server;
    QByteArray m_request;
};

class ChecksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesDisks_data();
    void judgesDisks();
    void agreesWithTheSystem();
    void tellsWhyADiskCannotBeAsked();
    void judgesMemory_data();
    void judgesMemory();
    void judgesLoad();
    void showsBytes_data();
    void showsBytes();
    void asksOverHttp_data();
    void asksOverHttp();
    void asksOverHttpAsItself();
    void connectsOverTcp();
    void tellsRefusals_data();
    void tellsRefusals();
    void endsProbesThatTakeTooLong_data();
    void endsProbesThatTakeTooLong();
    void startsNoProbeWhileOneHangs();
    void endsWhileAProbeHangs();
    void tellsChangesOfStatus();

private:
    /// The result of one check's first probe.
    static health::Check probe(CheckConfig config, const std::string &self = {});
};

health::Check ChecksTest::probe(CheckConfig config, const std::string &self)
{
    const SystemClock clock;
    CheckRunner runner(clock);
    config.name = "test";
    runner.add(config, makeCheck(config, self));
    if (runner.allProbed() || runner.results().at(0).message != "not checked yet") {
        qFatal("a check knows its result before its probe");
    }
    runner.start();
    [&] { QTRY_VERIFY(runner.allProbed()); }();
    return runner.results().at(0);
}

void ChecksTest::judgesDisks_data()
{
    QTest::addColumn<quint64>("free");
    QTest::addColumn<quint64>("available");
    QTest::addColumn<quint64>("freeInodes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("message");
    // Of 1,000,000 blocks of 1000 bytes; some of the free ones are kept for root.
    QTest::newRow("half") << quint64(550'000) << quint64(450'000) << quint64(100)
                          << int(Status::Healthy) << QByteArray("50 % of 1.0 GB used, 450 MB free");
    QTest::newRow("warn") << quint64(100'000) << quint64(90'000) << quint64(100)
                          << int(Status::Degraded) << QByteArray("91 % of 1.0 GB used, 90 MB free");
    QTest::newRow("full") << quint64(50'000) << quint64(0) << quint64(100) << int(Status::Unhealthy)
                          << QByteArray("100 % of 1.0 GB used, 0 B free");
    QTest::newRow("inodes") << quint64(550'000) << quint64(450'000) << quint64(2)
                            << int(Status::Unhealthy)
                            << QByteArray("50 % of 1.0 GB used, 450 MB free; 98 % of inodes used");
}

void ChecksTest::judgesDisks()
{
    QFETCH(quint64, free);
    QFETCH(quint64, available);
    QFETCH(quint64, freeInodes);
    QFETCH(int, status);
    QFETCH(QByteArray, message);
    struct statvfs info = {};
    info.f_frsize = 1000;
    info.f_blocks = 1'000'000;
    info.f_bfree = free;
    info.f_bavail = available;
    info.f_files = 100;
    info.f_ffree = freeInodes;
    const ProbeResult result = judgeDisk(info, usualCheck(CheckType::Disk));
    QCOMPARE(int(result.status), status);
    QCOMPARE(QByteArray::fromStdString(result.message), message);
    QCOMPARE(result.observed[0],
             (std::pair<std::string, std::string>("total_bytes", "1000000000")));
    // A file system without a fixed number of inodes.
    info.f_files = 0;
    info.f_ffree = 0;
    QVERIFY(judgeDisk(info, usualCheck(CheckType::Disk)).message.find("inodes") ==
            std::string::npos);
}

void ChecksTest::agreesWithTheSystem()
{
    struct statvfs info = {};
    QCOMPARE(statvfs("/", &info), 0);
    CheckConfig disk = usualCheck(CheckType::Disk);
    disk.target = "/";
    const health::Check found = probe(disk);
    QCOMPARE(found.observed[0].second, std::to_string(info.f_blocks * info.f_frsize));
    const double free = std::stod(found.observed[1].second);
    const double expected = double(info.f_bavail) * double(info.f_frsize);
    QVERIFY(std::abs(free - expected) < 0.05 * double(info.f_blocks) * double(info.f_frsize));
    QVERIFY(found.latencyMs.has_value());

    QFile meminfo(QStringLiteral("/proc/meminfo"));
    QVERIFY(meminfo.open(QIODevice::ReadOnly));
    const QByteArray total = meminfo.readLine().simplified().split(' ').at(1);
    QCOMPARE(probe(usualCheck(CheckType::Memory)).observed[0].second,
             std::to_string(total.toULongLong() * 1024));

    QCOMPARE(probe(usualCheck(CheckType::Load)).observed[3].second,
             std::to_string(std::thread::hardware_concurrency()));
}

void ChecksTest::tellsWhyADiskCannotBeAsked()
{
    CheckConfig disk = usualCheck(CheckType::Disk);
    disk.target = "/no/such/place";
    const health::Check found = probe(disk);
    QVERIFY(found.status == Status::Unhealthy);
    QCOMPARE(found.message, std::string("/no/such/place: No such file or directory"));
}

void ChecksTest::judgesMemory_data()
{
    QTest::addColumn<QByteArray>("meminfo");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("good") << QByteArray("MemTotal: 1000000 kB\nMemAvailable: 600000 kB\n")
                          << int(Status::Healthy)
                          << QByteArray("40 % of 1.0 GB used, 614 MB available");
    QTest::newRow("scarce") << QByteArray("MemTotal: 1000000 kB\nMemAvailable: 50000 kB\n")
                            << int(Status::Degraded)
                            << QByteArray("95 % of 1.0 GB used, 51 MB available");
    QTest::newRow("none") << QByteArray("MemTotal: 1000000 kB\nMemAvailable: 0 kB\n")
                          << int(Status::Unhealthy)
                          << QByteArray("100 % of 1.0 GB used, 0 B available");
    QTest::newRow("unreadable") << QByteArray("MemFree: 5 kB\n") << int(Status::Unhealthy)
                                << QByteArray("/proc/meminfo tells no MemTotal and MemAvailable");
}

void ChecksTest::judgesMemory()
{
    QFETCH(QByteArray, meminfo);
    QFETCH(int, status);
    QFETCH(QByteArray, message);
    const auto result = judgeMemory(meminfo.toStdString(), usualCheck(CheckType::Memory));
    QCOMPARE(int(result.status), status);
    QCOMPARE(QByteArray::fromStdString(result.message), message);
}

void ChecksTest::judgesLoad()
{
    const CheckConfig config = usualCheck(CheckType::Load);
    const auto calm = judgeLoad("9.00 2.00 1.00 1/2 3", 2, config);
    QVERIFY(calm.status == Status::Healthy);
    QCOMPARE(calm.message, std::string("2.00 over 5 minutes on 2 cores (1.00 per core)"));
    QVERIFY(judgeLoad("0.00 5.00 1.00 1/2 3", 2, config).status == Status::Degraded);
    QVERIFY(judgeLoad("0.00 17.00 1.00 1/2 3", 2, config).status == Status::Unhealthy);
    QVERIFY(judgeLoad("", 2, config).status == Status::Unhealthy);
}

void ChecksTest::showsBytes_data()
{
    QTest::addColumn<quint64>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("none") << quint64(0) << QByteArray("0 B");
    QTest::newRow("bytes") << quint64(999) << QByteArray("999 B");
    QTest::newRow("kB") << quint64(1'500) << QByteArray("1.5 kB");
    QTest::newRow("two digits") << quint64(22'400'000'000) << QByteArray("22 GB");
    QTest::newRow("almost the next") << quint64(999'600) << QByteArray("1.0 MB");
    QTest::newRow("most") << ~quint64(0) << QByteArray("18 EB");
}

void ChecksTest::showsBytes()
{
    QFETCH(quint64, bytes);
    QFETCH(QByteArray, text);
    QCOMPARE(QByteArray::fromStdString(byteText(bytes)), text);
}

void ChecksTest::asksOverHttp_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("expected");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *name, const QByteArray &answer, int expected, Status status,
                        const char *message) {
        QTest::newRow(name) << answer << expected << int(status) << QByteArray(message);
    };
    row("good", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok", 0, Status::Healthy, "HTTP 200");
    row("a redirection", "HTTP/1.1 301 Moved\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n", 0,
        Status::Healthy, "HTTP 301");
    row("missing", "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", 0, Status::Unhealthy,
        "HTTP 404, expected 2xx or 3xx");
    row("failed", "HTTP/1.1 503 Unavailable\r\nContent-Length: 0\r\n\r\n", 200, Status::Unhealthy,
        "HTTP 503, expected 200");
    row("as expected", "HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n", 401,
        Status::Healthy, "HTTP 401");
    row("an endless body", "HTTP/1.1 200 OK\r\n\r\nand so on", 0, Status::Healthy, "HTTP 200");
}

void ChecksTest::asksOverHttp()
{
    QFETCH(QByteArray, answer);
    QFETCH(int, expected);
    QFETCH(int, status);
    QFETCH(QByteArray, message);
    const Server server(answer);
    CheckConfig config = usualCheck(CheckType::Http);
    config.target = server.url();
    config.expectStatus = expected;
    const health::Check found = probe(config);
    QCOMPARE(QByteArray::fromStdString(found.message), message);
    QCOMPARE(int(found.status), status);
    QVERIFY(server.request().startsWith("GET /health HTTP/1.1\r\n"));
    QVERIFY(server.request().contains("User-Agent: foretopd/"));
}

void ChecksTest::asksOverHttpAsItself()
{
    const Server server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    QVERIFY(probe(usualCheck(CheckType::Http), server.url()).status == Status::Healthy);
}

void ChecksTest::connectsOverTcp()
{
    const Server server;
    CheckConfig config = usualCheck(CheckType::Tcp);
    config.target = server.address();
    const health::Check found = probe(config);
    QVERIFY(found.status == Status::Healthy);
    QCOMPARE(found.message, std::string("connected"));
}

void ChecksTest::tellsRefusals_data()
{
    QTest::addColumn<int>("type");
    QTest::newRow("HTTP") << int(CheckType::Http);
    QTest::newRow("TCP") << int(CheckType::Tcp);
}

void ChecksTest::tellsRefusals()
{
    QFETCH(int, type);
    Server server;
    CheckConfig config = usualCheck(static_cast<CheckType>(type));
    config.target = config.type == CheckType::Http ? server.url() : server.address();
    server.close();
    const health::Check found = probe(config);
    QVERIFY(found.status == Status::Unhealthy);
    QCOMPARE(found.message, std::string("Connection refused"));
}

void ChecksTest::endsProbesThatTakeTooLong_data()
{
    tellsRefusals_data();
}

void ChecksTest::endsProbesThatTakeTooLong()
{
    QFETCH(int, type);
    // The kernel takes no further connection when this queue is full, and does not refuse it.
    QTcpServer full;
    full.setListenBacklogSize(0);
    QVERIFY(full.listen(QHostAddress::LocalHost));
    full.pauseAccepting();
    std::vector<std::unique_ptr<QTcpSocket>> waiting;
    for (int i = 0; i < 4; ++i) {
        waiting.push_back(std::make_unique<QTcpSocket>());
        waiting.back()->connectToHost(QHostAddress::LocalHost, full.serverPort());
    }
    QTRY_VERIFY(waiting[0]->state() == QAbstractSocket::ConnectedState);
    const Server silent;
    CheckConfig config = usualCheck(static_cast<CheckType>(type));
    config.target = config.type == CheckType::Http
                        ? silent.url()
                        : "127.0.0.1:" + std::to_string(full.serverPort());
    config.timeout = Milliseconds(100);
    const health::Check found = probe(config);
    QVERIFY(found.status == Status::Unhealthy);
    QCOMPARE(found.message, std::string("no answer within 100 ms"));
}

/// What a probe on a dead mount does: nothing, until release().
struct Hanging
{
    std::atomic<int> started = 0;
    std::counting_semaphore<100> gate{0};

    static std::unique_ptr<Check> check(const std::shared_ptr<Hanging> &hanging)
    {
        return std::make_unique<BlockingCheck>([hanging] {
            ++hanging->started;
            hanging->gate.acquire();
            return ProbeResult{.status = Status::Healthy, .message = "back"};
        });
    }
};

void ChecksTest::startsNoProbeWhileOneHangs()
{
    const auto hanging = std::make_shared<Hanging>();
    const SystemClock clock;
    CheckRunner runner(clock);
    CheckConfig config = usualCheck(CheckType::Disk);
    config.name = "nfs";
    config.interval = Milliseconds(20);
    config.timeout = Milliseconds(50);
    runner.add(config, Hanging::check(hanging));
    std::vector<std::string> messages;
    connect(&runner, &CheckRunner::probed, this,
            [&](const health::Check &result) { messages.push_back(result.message); });
    runner.start();
    QTRY_VERIFY(messages.size() >= 3);
    QCOMPARE(messages[0], std::string("no answer within 50 ms"));
    QVERIFY(messages[2].starts_with("the probe hangs, no answer for "));
    QVERIFY(runner.results()[0].status == Status::Unhealthy);
    QCOMPARE(hanging->started.load(), 1);
    hanging->gate.release(100);
    QTRY_COMPARE(runner.results()[0].message, std::string("back"));
}

void ChecksTest::endsWhileAProbeHangs()
{
    const auto hanging = std::make_shared<Hanging>();
    {
        const SystemClock clock;
        CheckRunner runner(clock);
        runner.add(usualCheck(CheckType::Disk), Hanging::check(hanging));
        runner.start();
        QTRY_COMPARE(hanging->started.load(), 1);
    }
    hanging->gate.release();
}

void ChecksTest::tellsChangesOfStatus()
{
    auto server = std::make_unique<Server>();
    const SystemClock clock;
    CheckRunner runner(clock);
    CheckConfig config = usualCheck(CheckType::Tcp);
    config.target = server->address();
    config.interval = Milliseconds(20);
    runner.add(config, makeCheck(config, {}));
    int changes = 0;
    int probes = 0;
    connect(&runner, &CheckRunner::statusChanged, this, [&changes] { ++changes; });
    connect(&runner, &CheckRunner::probed, this, [&probes] { ++probes; });
    runner.start();
    QTRY_VERIFY(probes >= 3);
    QCOMPARE(changes, 1);
    server.reset();
    QTRY_COMPARE(changes, 2);
    QVERIFY(runner.results()[0].status == Status::Unhealthy);
    QCOMPARE(runner.shortestInterval(), Milliseconds(20));
}

QTEST_GUILESS_MAIN(ChecksTest)
#include "tst_checks.moc"
