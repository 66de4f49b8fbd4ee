// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/feedclient.h"
#include "logging/logging.h"
#include "runningagent.h"

#include <QFile>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QWebSocket>

using namespace foretop;
using namespace foretop::agent;
using feeds::FeedKind;
using feeds::LinkPhase;

/// Follows one feed of an agent and keeps what came.
class Follower
{
public:
    Follower(const RunningAgent &agent, FeedKind kind, const QString &token = {})
        : m_client(optionsFor(agent, kind, token), m_clock)
    {
        QObject::connect(&m_client, &feeds::FeedClient::itemsReady, &m_client,
                         [this](const feeds::DecodedItems &decoded) {
                             unreadable += decoded.unreadable;
                             batches.push_back(decoded.items);
                         });
        QObject::connect(&m_client, &feeds::FeedClient::stateChanged, &m_client,
                         [this](const feeds::LinkState &now) { state = now; });
        m_client.start();
    }

    /// All items of type @p T that came.
    template <typename T>
    std::vector<T> items() const
    {
        std::vector<T> all;
        for (const auto &batch : batches) {
            if (const auto *typed = std::get_if<std::vector<T>>(&batch)) {
                all.insert(all.end(), typed->begin(), typed->end());
            }
        }
        return all;
    }

    feeds::LinkState state;
    std::uint64_t unreadable = 0;
    std::vector<feeds::Items> batches;

private:
    static feeds::FeedClientOptions optionsFor(const RunningAgent &agent, FeedKind kind,
                                               const QString &token)
    {
        feeds::FeedClientOptions options;
        options.kind = kind;
        options.url = agent.url("/feeds/" + QByteArray(feeds::feedName(kind).data()));
        options.url.setScheme(QStringLiteral("ws"));
        options.source = QStringLiteral("agent");
        options.token = token;
        return options;
    }

    const SystemClock m_clock;
    feeds::FeedClient m_client;
};

/// The agent's feeds as the console's own client sees them.
class AgentFeedsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void negotiatesTheSubprotocol();
    void asksForTheToken_data();
    void asksForTheToken();
    void publishesHealth();
    void publishesMetrics();
    void publishesJobs();
    void publishesLinesOfFiles();
    void publishesErrors();
    void publishesItsOwnLog();
    void isNotMadeToLogWithoutEnd();

private:
    static void write(const QString &path, const QByteArray &text);
};

void AgentFeedsTest::initTestCase()
{
    logging::Options options;
    options.console = false;
    QVERIFY(logging::start(options));
}

void AgentFeedsTest::cleanupTestCase()
{
    logging::stop();
}

void AgentFeedsTest::write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered));
    QCOMPARE(file.write(text), text.size());
}

void AgentFeedsTest::negotiatesTheSubprotocol()
{
    const RunningAgent agent;
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, quint16(agent.url().port()));
    socket.write("GET /feeds/logs HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\n"
                 "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                 "Sec-WebSocket-Protocol: other, foretop.feed.1\r\n\r\n");
    QByteArray answer;
    QTRY_VERIFY((answer += socket.readAll()).contains("\"hello\""));
    QVERIFY(answer.startsWith("HTTP/1.1 101 "));
    QVERIFY(answer.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
    QVERIFY(answer.contains("Sec-WebSocket-Protocol: foretop.feed.1\r\n"));
}

void AgentFeedsTest::asksForTheToken_data()
{
    QTest::addColumn<QString>("token");
    QTest::addColumn<int>("phase");
    QTest::newRow("right") << QStringLiteral("s3cret") << int(LinkPhase::Live);
    QTest::newRow("wrong") << QStringLiteral("wrong") << int(LinkPhase::Refused);
    QTest::newRow("none") << QString() << int(LinkPhase::Refused);
}

void AgentFeedsTest::asksForTheToken()
{
    QFETCH(QString, token);
    QFETCH(int, phase);
    const RunningAgent agent([](AgentConfig &config) { config.token = "s3cret"; });
    const Follower follower(agent, FeedKind::Health, token);
    QTRY_COMPARE(int(follower.state.phase), phase);
    if (phase == int(LinkPhase::Refused)) {
        QVERIFY(follower.state.error->message.find("401") != std::string::npos);
    }
}

void AgentFeedsTest::publishesHealth()
{
    const RunningAgent agent([](AgentConfig &config) {
        config.checks = defaultConfig().checks;
        config.checks[0].interval = Milliseconds(100);
    });
    const Follower follower(agent, FeedKind::Health);
    const auto allKnown = [&] {
        const auto reports = follower.items<health::Report>();
        return !reports.empty() && reports.back().checks.size() == 4 &&
               std::all_of(reports.back().checks.begin(), reports.back().checks.end(),
                           [](const health::Check &check) {
                               return check.status != health::Status::Unknown;
                           });
    };
    QTRY_VERIFY(allKnown());
    const health::Report report = follower.items<health::Report>().back();
    QCOMPARE(report.service, std::string("test"));
    QCOMPARE(report.checks[3].message, std::string("HTTP 200"));
    QVERIFY(report.status == health::worstStatus(report.checks));
    // Nothing changes, and still reports come.
    const std::size_t before = follower.items<health::Report>().size();
    QTRY_VERIFY(follower.items<health::Report>().size() >= before + 3);
    QCOMPARE(follower.unreadable, std::uint64_t(0));
}

void AgentFeedsTest::publishesMetrics()
{
    const RunningAgent agent(
        [](AgentConfig &config) { config.metricsInterval = Milliseconds(100); });
    const Follower follower(agent, FeedKind::Metrics);
    QTRY_VERIFY(follower.batches.size() >= 2);
    const auto &batch = std::get<feeds::MetricsBatch>(follower.batches.back());
    const auto idle = std::find_if(batch.samples.begin(), batch.samples.end(), [](const auto &s) {
        return s.key.name == "node_cpu_seconds_total" && s.key.labels.size() == 2 &&
               s.key.labels[1].second == "idle";
    });
    QVERIFY(idle != batch.samples.end());
    QVERIFY(idle->sample.value > 0);
    QCOMPARE(follower.unreadable, std::uint64_t(0));
}

void AgentFeedsTest::publishesJobs()
{
    const RunningAgent agent;
    const Follower follower(agent, FeedKind::Jobs);
    QTRY_VERIFY(follower.state.phase == LinkPhase::Live);
    agent.ask("POST", "/jobs/7", R"({"name":"import","current":1,"total":4})");
    agent.ask("POST", "/jobs/7", R"({"current":2})");
    QTRY_COMPARE(follower.items<jobs::Job>().size(), std::size_t(2));
    const jobs::Job job = follower.items<jobs::Job>().back();
    QCOMPARE(job.name, std::string("import"));
    QCOMPARE(job.progress, std::optional(0.5));
    QVERIFY(job.state == jobs::State::Running);
}

void AgentFeedsTest::publishesLinesOfFiles()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("app.log"));
    write(path, "before\n");
    const RunningAgent agent([&](AgentConfig &config) { config.logFiles = {path.toStdString()}; });
    const Follower follower(agent, FeedKind::Logs);
    write(path, "2024-01-15 10:30:00,123 ERROR shop.db: no connection\n"
                "{\"level\":\"WARNING\",\"message\":\"slow\",\"ms\":900}\n");
    QTRY_COMPARE(follower.items<logs::Record>().size(), std::size_t(2));
    const auto records = follower.items<logs::Record>();
    QVERIFY(records[0].level == logs::Level::Error);
    QVERIFY(records[1].level == logs::Level::Warning);
    QCOMPARE(records[1].message, std::string("slow"));
    QVERIFY(records[1].raw.find("\"file\":") != std::string::npos);
}

void AgentFeedsTest::publishesErrors()
{
    const QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("app.log"));
    write(path, {});
    const RunningAgent agent([&](AgentConfig &config) { config.logFiles = {path.toStdString()}; });
    const Follower follower(agent, FeedKind::Errors);
    write(path, "{\"level\":\"ERROR\",\"message\":\"m\",\"exc_info\":\"Traceback (most recent call "
                "last):\\n  File \\\"a.py\\\", line 1, in f\\nKeyError: 'x'\"}\n");
    QTRY_COMPARE(follower.items<errors::ErrorEvent>().size(), std::size_t(1));
    const auto event = follower.items<errors::ErrorEvent>().front();
    QCOMPARE(event.type, std::string("KeyError"));
    QCOMPARE(event.stack.size(), std::size_t(1));
}

void AgentFeedsTest::publishesItsOwnLog()
{
    const RunningAgent agent([](AgentConfig &config) { config.ownLog = true; });
    const Follower follower(agent, FeedKind::Logs);
    agent.ask("GET", "/nothing");
    const auto has = [&](std::string_view message) {
        const auto records = follower.items<logs::Record>();
        return std::any_of(records.begin(), records.end(),
                           [&](const logs::Record &record) { return record.message == message; });
    };
    QTRY_VERIFY(has("listening"));
    QTRY_VERIFY(has("GET /nothing 404"));
    QTRY_VERIFY(has("GET /feeds/logs 101"));
}

void AgentFeedsTest::isNotMadeToLogWithoutEnd()
{
    // A client that answers every frame with nonsense must not cause the next frame by it.
    const RunningAgent agent([](AgentConfig &config) { config.ownLog = true; });
    QUrl url = agent.url("/feeds/logs");
    url.setScheme(QStringLiteral("ws"));
    QWebSocket client;
    int frames = 0;
    connect(&client, &QWebSocket::connected, this,
            [&client] { client.sendTextMessage(QStringLiteral("{\"type\":\"subscribe\"}")); });
    connect(&client, &QWebSocket::textMessageReceived, this, [&] {
        ++frames;
        client.sendTextMessage(QStringLiteral("nonsense"));
    });
    client.open(url);
    QTRY_VERIFY(frames > 0);
    QTest::qWait(300);
    const int before = frames;
    QTest::qWait(300);
    QCOMPARE(frames, before);
    QCOMPARE(agent.ask("GET", "/health/live").status, 200);
}

QTEST_GUILESS_MAIN(AgentFeedsTest)
#include "tst_agentfeeds.moc"
