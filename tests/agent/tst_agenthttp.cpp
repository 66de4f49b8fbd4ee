// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/http/httpservice.h"
#include "agent/jobboard.h"
#include "logging/logging.h"
#include "runningagent.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include <mutex>

using namespace foretop;
using namespace foretop::agent;

/// The agent's HTTP side over real sockets.
class AgentHttpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void tellsLivenessAndReadiness();
    void tellsHealth_data();
    void tellsHealth();
    void exposesMetrics();
    void takesJobs();
    void takesJobsByAnyId();
    void saysWhatIsWrongWithAJob_data();
    void saysWhatIsWrongWithAJob();
    void keepsJobsAcrossARestart();
    void boundsTheJobsItKeeps();
    void asksForTheToken_data();
    void asksForTheToken();
    void saysWhatItDoesNotKnow_data();
    void saysWhatItDoesNotKnow();
    void answersRawBytes_data();
    void answersRawBytes();
    void readsRequestsHoweverTheyArrive();
    void asksForABodyThatWaits();
    void boundsARequest_data();
    void boundsARequest();
    void boundsConnections();
    void forgetsClientsThatGo();
    void saysThatItsPortIsTaken();
    void writesAnAccessLog_data();
    void writesAnAccessLog();

private:
    QJsonObject accessRecord(const QString &requestId);

    std::mutex m_mutex; // protects m_records
    std::vector<QByteArray> m_records;
    int m_listener = 0;
};

void AgentHttpTest::initTestCase()
{
    logging::Options options;
    options.console = false;
    QVERIFY(logging::start(options));
    m_listener = logging::addListener([this](const std::string &record) {
        const std::lock_guard lock(m_mutex);
        m_records.push_back(QByteArray::fromStdString(record));
    });
}

void AgentHttpTest::cleanupTestCase()
{
    logging::removeListener(m_listener);
    logging::stop();
}

void AgentHttpTest::tellsLivenessAndReadiness()
{
    // A check that takes its time: it asks a server that never answers.
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    const RunningAgent agent([&](AgentConfig &config) {
        config.checks = {usualCheck(CheckType::Http)};
        config.checks[0].name = "slow";
        config.checks[0].target = "http://127.0.0.1:" + std::to_string(silent.serverPort());
        config.checks[0].timeout = Milliseconds(500);
    });
    QCOMPARE(agent.ask("GET", "/health/live").status, 200);
    const Answer before = agent.ask("GET", "/health/ready");
    QCOMPARE(before.status, 503);
    QCOMPARE(agent.ask("GET", "/health").status, 200);
    QTRY_COMPARE(agent.ask("GET", "/health/ready").status, 200);
    QCOMPARE(agent.ask("GET", "/health").status, 503);
}

void AgentHttpTest::tellsHealth_data()
{
    QTest::addColumn<double>("warnAbove");
    QTest::addColumn<double>("failAbove");
    QTest::addColumn<QString>("status");
    QTest::addColumn<int>("code");
    QTest::newRow("healthy") << 1.0 << 1.0 << QStringLiteral("healthy") << 200;
    QTest::newRow("degraded") << 0.0 << 1.0 << QStringLiteral("degraded") << 200;
    QTest::newRow("unhealthy") << 0.0 << 0.0 << QStringLiteral("unhealthy") << 503;
}

void AgentHttpTest::tellsHealth()
{
    QFETCH(double, warnAbove);
    QFETCH(double, failAbove);
    QFETCH(QString, status);
    QFETCH(int, code);
    const RunningAgent agent([&](AgentConfig &config) {
        config.checks = defaultConfig().checks;
        config.checks.erase(config.checks.begin() + 1, config.checks.begin() + 3);
        config.checks[0].warnAbove = warnAbove;
        config.checks[0].failAbove = failAbove;
    });
    QTRY_COMPARE(agent.ask("GET", "/health/ready").status, 200);
    const Answer answer = agent.ask("GET", "/health");
    QCOMPARE(answer.status, code);
    QCOMPARE(answer.fields.value("content-type"), QByteArray("application/json"));
    const QJsonObject report = answer.json();
    QCOMPARE(report.value(QStringLiteral("status")).toString(), status);
    QCOMPARE(report.value(QStringLiteral("service")).toString(), QStringLiteral("test"));
    QCOMPARE(report.value(QStringLiteral("version")).toString(), QStringLiteral(FORETOP_VERSION));
    QVERIFY(report.contains(QStringLiteral("timestamp")));
    const QJsonObject checks = report.value(QStringLiteral("checks")).toObject();
    const QJsonObject disk = checks.value(QStringLiteral("disk /")).toObject();
    QCOMPARE(disk.value(QStringLiteral("status")).toString(), status);
    QVERIFY(disk.value(QStringLiteral("message")).toString().contains(QStringLiteral(" used, ")));
    QVERIFY(
        disk.value(QStringLiteral("observed")).toObject().contains(QStringLiteral("used_ratio")));
    QCOMPARE(checks.value(QStringLiteral("agent http"))
                 .toObject()
                 .value(QStringLiteral("message"))
                 .toString(),
             QStringLiteral("HTTP 200"));
}

void AgentHttpTest::exposesMetrics()
{
    const RunningAgent agent;
    agent.ask("GET", "/nothing");
    const Answer answer = agent.ask("GET", "/metrics");
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.fields.value("content-type"),
             QByteArray("text/plain; version=0.0.4; charset=utf-8"));
    for (const char *metric :
         {"node_cpu_seconds_total{cpu=\"0\",mode=\"idle\"}", "process_resident_memory_bytes",
          "foretopd_feed_clients{feed=\"logs\"} 0", "foretopd_jobs 0",
          "foretopd_http_requests_total{code=\"404\",method=\"GET\",path=\"other\"} 1"}) {
        QVERIFY2(answer.body.contains(metric), metric);
    }
}

void AgentHttpTest::takesJobs()
{
    const RunningAgent agent;
    const Answer first = agent.ask("POST", "/jobs/7", R"({"name":"import","total":10})");
    QCOMPARE(first.status, 200);
    QCOMPARE(first.json().value(QStringLiteral("id")).toString(), QStringLiteral("7"));
    QCOMPARE(first.json().value(QStringLiteral("state")).toString(), QStringLiteral("queued"));
    const Answer second = agent.ask("PUT", "/jobs/7", R"({"id":"other","current":5})");
    QCOMPARE(second.json().value(QStringLiteral("name")).toString(), QStringLiteral("import"));
    QCOMPARE(second.json().value(QStringLiteral("progress")).toDouble(), 0.5);
    QCOMPARE(second.json().value(QStringLiteral("state")).toString(), QStringLiteral("running"));
    QCOMPARE(agent.ask("GET", "/jobs/7").body, second.body);
    QCOMPARE(agent.ask("POST", "/jobs", R"({"id":8,"state":"failed","error":"x"})").status, 200);
    const QJsonArray jobs =
        agent.ask("GET", "/jobs").json().value(QStringLiteral("jobs")).toArray();
    QCOMPARE(jobs.size(), 2);
    QCOMPARE(jobs[0].toObject().value(QStringLiteral("id")).toString(), QStringLiteral("8"));
    QCOMPARE(agent.ask("GET", "/jobs/9").status, 404);
}

void AgentHttpTest::takesJobsByAnyId()
{
    const RunningAgent agent;
    const QByteArray path = "/jobs/" + QByteArray("a/b c\xc3\xa9").toPercentEncoding();
    QCOMPARE(agent.ask("POST", path, "{}").json().value(QStringLiteral("id")).toString(),
             QString::fromUtf8("a/b c\xc3\xa9"));
    QCOMPARE(agent.ask("GET", path).status, 200);
}

void AgentHttpTest::saysWhatIsWrongWithAJob_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    const auto row = [](const char *name, const char *path, const QByteArray &body, int status,
                        const char *error) {
        QTest::newRow(name) << QByteArray(path) << body << status << QString::fromUtf8(error);
    };
    row("no JSON", "/jobs/7", "current=5", 400, nullptr);
    row("cut JSON", "/jobs/7", R"({"current":5)", 400, nullptr);
    row("no object", "/jobs/7", "[1]", 400, nullptr);
    row("a wrong type", "/jobs/7", R"({"current":"five"})", 400, nullptr);
    row("an unknown state", "/jobs/7", R"({"state":"dancing"})", 400, nullptr);
    row("no id", "/jobs", R"({"current":5})", 400, "\"id\" must have 1 to 256 bytes");
    row("a long id", "/jobs", R"({"id":")" + QByteArray(257, 'x') + "\"}", 400, nullptr);
    row("a control character", "/jobs/a%0Ab", "{}", 400, "\"id\" must not hold control characters");
    row("too large", "/jobs/7", QByteArray(1'100'000, ' '), 413, "the body is over 1048576 bytes");
}

void AgentHttpTest::saysWhatIsWrongWithAJob()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QString, error);
    const RunningAgent agent;
    const Answer answer = agent.ask("POST", path, body);
    QCOMPARE(answer.status, status);
    if (error.isNull()) {
        QVERIFY2(!answer.error().isEmpty(), answer.body.constData());
    } else {
        QCOMPARE(answer.error(), error);
    }
    QCOMPARE(agent.ask("GET", "/jobs").body, QByteArray("{\"jobs\":[]}\n"));
}

void AgentHttpTest::keepsJobsAcrossARestart()
{
    const QTemporaryDir directory;
    const auto kept = [&](AgentConfig &config) {
        config.stateDir = directory.path().toStdString();
    };
    QByteArray job;
    {
        const RunningAgent agent(kept);
        agent.ask("POST", "/jobs/7", R"({"name":"import","total":10})");
        job = agent.ask("POST", "/jobs/7", R"({"current":5})").body;
    }
    const RunningAgent agent(kept);
    QCOMPARE(agent.ask("GET", "/jobs/7").body, job);
}

void AgentHttpTest::boundsTheJobsItKeeps()
{
    const SystemClock clock;
    feeds::FeedPublisher feed({});
    JobBoard board(clock, feed);
    QCOMPARE(board.update("running", R"({"current":1})").status, 200);
    QCOMPARE(board.update("ended", R"({"state":"succeeded"})").status, 200);
    for (std::size_t i = 0; i < JobBoard::kMaxJobs - 1; ++i) {
        board.update(std::to_string(i), R"({"current":1})");
    }
    QCOMPARE(board.get("ended").status, 404);
    QCOMPARE(board.get("running").status, 200);
    board.update("one more", "{}");
    QCOMPARE(board.get("running").status, 404);
    // Few, but large.
    const std::string text(60'000, 'x');
    std::string context = R"({"context":{)";
    for (int i = 0; i < 16; ++i) {
        context += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":\"" + text + '"';
    }
    for (int i = 0; i < 80; ++i) {
        QCOMPARE(board.update("large " + std::to_string(i), context + "}}").status, 200);
    }
    QVERIFY(board.list().body.size() < JobBoard::kMaxBytes + (1U << 20));
    QCOMPARE(board.get("large 79").status, 200);
}

void AgentHttpTest::asksForTheToken_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    for (const char *path : {"/health", "/metrics", "/jobs", "/nothing"}) {
        QTest::addRow("%s without", path) << QByteArray(path) << QByteArray() << 401;
        QTest::addRow("%s with a wrong one", path)
            << QByteArray(path) << QByteArray("Bearer wrong") << 401;
        QTest::addRow("%s with the right one", path)
            << QByteArray(path) << QByteArray("Bearer s3cret")
            << (path == QByteArray("/nothing") ? 404 : 200);
    }
    QTest::newRow("live") << QByteArray("/health/live") << QByteArray() << 200;
    QTest::newRow("ready") << QByteArray("/health/ready") << QByteArray() << 200;
}

void AgentHttpTest::asksForTheToken()
{
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, authorization);
    QFETCH(int, status);
    const RunningAgent agent([](AgentConfig &config) { config.token = "s3cret"; });
    Fields fields;
    if (!authorization.isEmpty()) {
        fields.append({"Authorization", authorization});
    }
    const Answer answer = agent.ask("GET", path, {}, fields);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.fields.contains("www-authenticate"), status == 401);
}

void AgentHttpTest::saysWhatItDoesNotKnow_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("allow");
    QTest::newRow("path") << QByteArray("GET") << QByteArray("/x") << 404 << QByteArray();
    QTest::newRow("root") << QByteArray("GET") << QByteArray("/") << 404 << QByteArray();
    QTest::newRow("traversal") << QByteArray("GET") << QByteArray("/jobs/..%2f..%2fetc") << 404
                               << QByteArray();
    QTest::newRow("method") << QByteArray("DELETE") << QByteArray("/jobs/7") << 405
                            << QByteArray("GET, HEAD, POST, PUT");
    QTest::newRow("method of an open path")
        << QByteArray("POST") << QByteArray("/health/live") << 405 << QByteArray("GET, HEAD");
    QTest::newRow("a feed without a WebSocket")
        << QByteArray("GET") << QByteArray("/feeds/logs") << 426 << QByteArray();
    QTest::newRow("HEAD") << QByteArray("HEAD") << QByteArray("/health") << 200 << QByteArray();
}

void AgentHttpTest::saysWhatItDoesNotKnow()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    QFETCH(QByteArray, allow);
    const RunningAgent agent;
    const Answer answer = agent.ask(method, path);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.fields.value("allow"), allow);
    if (method == "HEAD") {
        QVERIFY(answer.body.isEmpty());
        QVERIFY(answer.fields.value("content-length").toInt() > 0);
    } else {
        QVERIFY(!answer.error().isEmpty());
    }
}

void AgentHttpTest::answersRawBytes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("answer"); // how it begins
    const QByteArray host = "Host: 127.0.0.1\r\n";
    const QByteArray upgrade = host + "Connection: Upgrade\r\nUpgrade: websocket\r\n";
    const auto row = [](const char *name, const QByteArray &bytes, const char *answer) {
        QTest::newRow(name) << bytes << QByteArray(answer);
    };
    row("HTTP/1.0", "GET /health/live HTTP/1.0\r\n\r\n", "HTTP/1.1 200 OK\r\n");
    row("TLS", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11),
        "HTTP/1.1 400 Bad Request\r\n");
    row("another protocol", "SSH-2.0-OpenSSH_9.2\n", "HTTP/1.1 400 ");
    row("bare LF", "GET / HTTP/1.1\n\n", "HTTP/1.1 400 ");
    row("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "HTTP/1.1 400 ");
    row("an endless head", "GET / HTTP/1.1\r\nA: " + QByteArray(20'000, 'x'), "HTTP/1.1 431 ");
    row("an endless line", "GET /" + QByteArray(20'000, 'x'), "HTTP/1.1 431 ");
    row("chunked", "POST /jobs/7 HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n",
        "HTTP/1.1 411 ");
    row("both lengths",
        "POST /jobs/7 HTTP/1.1\r\n" + host +
            "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}",
        "HTTP/1.1 411 ");
    row("no length", "POST /jobs/7 HTTP/1.1\r\n" + host + "Content-Length: two\r\n\r\n",
        "HTTP/1.1 400 ");
    row("a huge length", "POST /jobs/7 HTTP/1.1\r\n" + host + "Content-Length: 99999999999\r\n\r\n",
        "HTTP/1.1 413 ");
    row("a foreign page",
        "POST /jobs/7 HTTP/1.1\r\n" + host +
            "Origin: https://evil.example\r\n"
            "Content-Length: 2\r\n\r\n{}",
        "HTTP/1.1 403 ");
    row("a rebound name", "GET /jobs HTTP/1.1\r\nHost: evil.example\r\n\r\n", "HTTP/1.1 403 ");
    row("two requests at once",
        "GET /health/live HTTP/1.1\r\n" + host + "\r\nGET /jobs HTTP/1.1\r\n" + host + "\r\n",
        "HTTP/1.1 200 ");
    row("an unknown feed", "GET /feeds/nothing HTTP/1.1\r\n" + upgrade + "\r\n", "HTTP/1.1 404 ");
    row("no key", "GET /feeds/logs HTTP/1.1\r\n" + upgrade + "\r\n", "HTTP/1.1 426 ");
    row("an old WebSocket",
        "GET /feeds/logs HTTP/1.1\r\n" + upgrade +
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 8\r\n\r\n",
        "HTTP/1.1 426 ");
}

void AgentHttpTest::answersRawBytes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, answer);
    const RunningAgent agent;
    const QByteArray got = exchange(agent.url(), bytes);
    QVERIFY2(got.startsWith(answer), got.constData());
    QCOMPARE(got.count("HTTP/1.1 "), 1);
    QVERIFY(got.contains("\r\nConnection: close\r\n"));
    QCOMPARE(agent.ask("GET", "/health/live").status, 200);
}

void AgentHttpTest::readsRequestsHoweverTheyArrive()
{
    const RunningAgent agent;
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, quint16(agent.url().port()));
    QTRY_VERIFY(socket.state() == QAbstractSocket::ConnectedState);
    for (const char c : QByteArray("POST /jobs/7 HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                                   "Content-Length: 13\r\n\r\n{\"current\":5}")) {
        socket.write(&c, 1);
        socket.flush();
        QTest::qWait(1);
    }
    QTRY_VERIFY(socket.state() == QAbstractSocket::UnconnectedState);
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 200 "));
}

void AgentHttpTest::asksForABodyThatWaits()
{
    const RunningAgent agent;
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, quint16(agent.url().port()));
    socket.write("POST /jobs/7 HTTP/1.1\r\nHost: 127.0.0.1\r\nExpect: 100-continue\r\n"
                 "Content-Length: 2\r\n\r\n");
    QTRY_COMPARE(socket.bytesAvailable(), 25);
    QCOMPARE(socket.readAll(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    socket.write("{}");
    QTRY_VERIFY(socket.state() == QAbstractSocket::UnconnectedState);
    QVERIFY(socket.readAll().startsWith("HTTP/1.1 200 "));
}

void AgentHttpTest::boundsARequest_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a head") << QByteArray("GET / HTTP/1.1\r\nHost: ");
    QTest::newRow("half a body") << QByteArray("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\n{}");
}

void AgentHttpTest::boundsARequest()
{
    QFETCH(QByteArray, bytes);
    const SystemClock clock;
    HttpLimits limits;
    limits.requestTimeout = Milliseconds(100);
    HttpService service({}, limits, clock);
    QVERIFY(service.listenOn("127.0.0.1", 0));
    const QByteArray got =
        exchange(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(service.port())), bytes);
    QVERIFY2(got.startsWith("HTTP/1.1 408 "), got.constData());
    QVERIFY(got.contains("the request did not arrive within 100 ms"));
}

void AgentHttpTest::boundsConnections()
{
    const SystemClock clock;
    HttpLimits limits;
    limits.connections = 3;
    HttpService service({}, limits, clock);
    QVERIFY(service.listenOn("127.0.0.1", 0));
    const QUrl url(QStringLiteral("http://127.0.0.1:%1").arg(service.port()));
    std::vector<std::unique_ptr<QTcpSocket>> idle;
    for (int i = 0; i < limits.connections; ++i) {
        idle.push_back(std::make_unique<QTcpSocket>());
        idle.back()->connectToHost(QHostAddress::LocalHost, service.port());
        QTRY_VERIFY(idle.back()->state() == QAbstractSocket::ConnectedState);
    }
    QTRY_VERIFY(exchange(url, "GET / HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 503 "));
    idle.clear();
    QTRY_VERIFY(exchange(url, "GET / HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 404 "));
}

void AgentHttpTest::forgetsClientsThatGo()
{
    const RunningAgent agent;
    for (const char *bytes : {"", "GET / HT", "POST /jobs/7 HTTP/1.1\r\nContent-Length: 9\r\n\r\n{",
                              "GET /metrics HTTP/1.1\r\n\r\n"}) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, quint16(agent.url().port()));
        QTRY_VERIFY(socket.state() == QAbstractSocket::ConnectedState);
        socket.write(bytes);
        socket.flush();
        QTest::qWait(5);
        socket.abort();
    }
    QCOMPARE(agent.ask("GET", "/health/live").status, 200);
}

void AgentHttpTest::saysThatItsPortIsTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    AgentConfig config;
    config.port = other.serverPort();
    const SystemClock clock;
    Agent agent(config, clock);
    const auto started = agent.start();
    QVERIFY(!started);
    QCOMPARE(QByteArray::fromStdString(started.error().text()),
             "127.0.0.1:" + QByteArray::number(config.port) +
                 ": cannot listen: The bound address is already in use");
    QVERIFY(agent.url().isEmpty());
    other.close();
    QVERIFY(agent.start());
}

QJsonObject AgentHttpTest::accessRecord(const QString &requestId)
{
    const std::lock_guard lock(m_mutex);
    for (const auto &record : m_records) {
        const QJsonObject object = QJsonDocument::fromJson(record).object();
        if (object.value(QStringLiteral("request_id")).toString() == requestId) {
            return object;
        }
    }
    return {};
}

void AgentHttpTest::writesAnAccessLog_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("authorization");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("loggedPath");
    QTest::addColumn<QString>("auth");
    QTest::newRow("a job") << QByteArray("POST") << QByteArray("/jobs/7") << QByteArray("{}")
                           << QByteArray("Bearer s3cret") << 200 << QStringLiteral("/jobs/7")
                           << QStringLiteral("ok");
    QTest::newRow("no token") << QByteArray("GET") << QByteArray("/metrics") << QByteArray()
                              << QByteArray() << 401 << QStringLiteral("/metrics")
                              << QStringLiteral("failed");
    QTest::newRow("open") << QByteArray("GET") << QByteArray("/health/live") << QByteArray()
                          << QByteArray() << 200 << QStringLiteral("/health/live")
                          << QStringLiteral("none");
    QTest::newRow("a secret") << QByteArray("GET") << QByteArray("/x?token=s3cret&a=1")
                              << QByteArray() << QByteArray("Bearer s3cret") << 404
                              << QStringLiteral("/x?token=[redacted]&a=1") << QStringLiteral("ok");
}

void AgentHttpTest::writesAnAccessLog()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, authorization);
    QFETCH(int, status);
    QFETCH(QString, loggedPath);
    QFETCH(QString, auth);
    const RunningAgent agent([](AgentConfig &config) { config.token = "s3cret"; });
    const QByteArray id = "test-" + QByteArray::number(qHash(path));
    Fields fields = {{"X-Request-Id", id}, {"User-Agent", "tester/1"}};
    if (!authorization.isEmpty()) {
        fields.append({"Authorization", authorization});
    }
    const Answer answer = agent.ask(method, path, body, fields);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.fields.value("x-request-id"), id);
    QTRY_VERIFY(!accessRecord(QString::fromLatin1(id)).isEmpty());
    const QJsonObject record = accessRecord(QString::fromLatin1(id));
    const auto member = [&record](const char *name) {
        return record.value(QString::fromLatin1(name));
    };
    QCOMPARE(member("logger").toString(), QStringLiteral("agent.http"));
    QCOMPARE(member("level").toString(), QStringLiteral("INFO"));
    QCOMPARE(member("method").toString(), QString::fromLatin1(method));
    QCOMPARE(member("path").toString(), loggedPath);
    QCOMPARE(member("status").toInt(), status);
    QCOMPARE(member("user_agent").toString(), QStringLiteral("tester/1"));
    QCOMPARE(member("ip").toString(), QStringLiteral("127.0.0.1"));
    QCOMPARE(member("auth").toString(), auth);
    QVERIFY(member("duration_ms").toInt(-1) >= 0);
    QVERIFY(member("request_bytes").toInt() > body.size() + 50);
    QVERIFY(member("response_bytes").toInt() > answer.body.size() + 50);
}

QTEST_GUILESS_MAIN(AgentHttpTest)
#include "tst_agenthttp.moc"
