// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/feedpublisher.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace foretop;

/// Runs the real foretopctl against feeds served by this process.
class ForetopctlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void healthTellsByExitCode_data();
    void healthTellsByExitCode();
    void healthOverHttp();
    void healthOfNobodyIsUnavailable();
    void tailPrintsAndEnds();
    void tailKeepsLevelAndAbove();
    void tailEndsQuietlyOnClosedPipe();
    void misuseIsExplained();

private:
    void serve(feeds::FeedKind kind);
    /// Starts foretopctl and waits for its end; both outputs are kept.
    void run(const QStringList &arguments);

    std::unique_ptr<QWebSocketServer> m_server;
    std::unique_ptr<feeds::FeedPublisher> m_publisher;
    QString m_url;
    int m_exitCode = -1;
    QByteArray m_output;
    QByteArray m_errors;
};

void ForetopctlTest::init()
{
    m_server =
        std::make_unique<QWebSocketServer>(QStringLiteral("t"), QWebSocketServer::NonSecureMode);
    m_server->setSupportedSubprotocols({QString::fromLatin1(feeds::kSubprotocol.data())});
    QVERIFY(m_server->listen(QHostAddress::LocalHost));
    connect(m_server.get(), &QWebSocketServer::newConnection, this, [this] {
        m_publisher->addClient(std::unique_ptr<QWebSocket>(m_server->nextPendingConnection()));
    });
}

void ForetopctlTest::cleanup()
{
    m_publisher.reset();
    m_server.reset();
}

void ForetopctlTest::serve(feeds::FeedKind kind)
{
    feeds::FeedPublisherOptions options;
    options.kind = kind;
    options.service = QStringLiteral("shop");
    m_publisher = std::make_unique<feeds::FeedPublisher>(options);
    QVERIFY(m_publisher->open());
    m_url = QStringLiteral("ws://127.0.0.1:%1/feeds/x").arg(m_server->serverPort());
}

void ForetopctlTest::run(const QStringList &arguments)
{
    QProcess process;
    QSignalSpy finished(&process, &QProcess::finished);
    process.start(QStringLiteral(FORETOPCTL), arguments);
    QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 30'000);
    m_exitCode = process.exitCode();
    m_output = process.readAllStandardOutput();
    m_errors = process.readAllStandardError();
}

void ForetopctlTest::healthTellsByExitCode_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<int>("exitCode");
    QTest::newRow("healthy") << QByteArray("healthy") << 0;
    QTest::newRow("degraded") << QByteArray("degraded") << 1;
    QTest::newRow("unhealthy") << QByteArray("unhealthy") << 2;
}

void ForetopctlTest::healthTellsByExitCode()
{
    QFETCH(QByteArray, status);
    QFETCH(int, exitCode);
    serve(feeds::FeedKind::Health);
    m_publisher->publish(R"({"status":")" + status.toStdString() +
                         R"(","service":"shop","checks":{"db":{"status":"healthy"}}})");
    run({QStringLiteral("health"), m_url});
    QCOMPARE(m_exitCode, exitCode);
    QVERIFY2(m_output.startsWith(status), m_output);
    QVERIFY2(m_output.contains("db"), m_output);
    run({QStringLiteral("health"), m_url, QStringLiteral("--json")});
    QCOMPARE(m_exitCode, exitCode);
    QVERIFY2(m_output.startsWith("{\"status\":\"" + status + "\""), m_output);
}

void ForetopctlTest::healthOverHttp()
{
    QTcpServer http;
    QVERIFY(http.listen(QHostAddress::LocalHost));
    connect(&http, &QTcpServer::newConnection, this, [&http] {
        QTcpSocket *socket = http.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket] {
            const QByteArray body = R"({"status":"fail","checks":{"db":false}})";
            socket->write("HTTP/1.1 503 Service Unavailable\r\nContent-Length: " +
                          QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
            socket->disconnectFromHost();
        });
    });
    run({QStringLiteral("health"),
         QStringLiteral("http://127.0.0.1:%1/health").arg(http.serverPort())});
    QCOMPARE(m_exitCode, 2);
    QVERIFY2(m_output.startsWith("unhealthy"), m_output);
}

void ForetopctlTest::healthOfNobodyIsUnavailable()
{
    const auto url = QStringLiteral("ws://127.0.0.1:%1/feeds/health").arg(m_server->serverPort());
    m_server->close();
    run({QStringLiteral("health"), url, QStringLiteral("--timeout"), QStringLiteral("1")});
    QCOMPARE(m_exitCode, 3);
    QVERIFY2(m_errors.contains("no answer within 1 s") && m_errors.contains("refused"), m_errors);
}

void ForetopctlTest::tailPrintsAndEnds()
{
    serve(feeds::FeedKind::Logs);
    m_publisher->publish(R"({"line":"one"})");
    m_publisher->publish(R"({"line":"two"})");
    run({QStringLiteral("tail"), m_url, QStringLiteral("--count"), QStringLiteral("2")});
    QCOMPARE(m_exitCode, 0);
    QCOMPARE(m_output, QByteArray("one\ntwo\n"));
}

void ForetopctlTest::tailKeepsLevelAndAbove()
{
    serve(feeds::FeedKind::Logs);
    for (const char *level : {"DEBUG", "WARNING", "INFO", "ERROR"}) {
        m_publisher->publish(std::string(R"({"level":")") + level + R"(","message":"m"})");
    }
    run({QStringLiteral("tail"), m_url, QStringLiteral("--level"), QStringLiteral("WARN"),
         QStringLiteral("--count"), QStringLiteral("2"), QStringLiteral("--json")});
    QCOMPARE(m_exitCode, 0);
    QCOMPARE(m_output, QByteArray("{\"level\":\"WARNING\",\"message\":\"m\"}\n"
                                  "{\"level\":\"ERROR\",\"message\":\"m\"}\n"));
}

void ForetopctlTest::tailEndsQuietlyOnClosedPipe()
{
    serve(feeds::FeedKind::Logs);
    m_publisher->publish(R"({"line":"one"})");
    QProcess shell;
    QSignalSpy finished(&shell, &QProcess::finished);
    // The feed goes on after head has left; the tail must notice and end with 0.
    shell.start(QStringLiteral("bash"),
                {QStringLiteral("-c"),
                 QStringLiteral("set -o pipefail; \"$0\" tail \"$1\" | head -n 1"),
                 QStringLiteral(FORETOPCTL), m_url});
    QTRY_VERIFY_WITH_TIMEOUT((m_publisher->publish(R"({"line":"more"})"), finished.count() == 1),
                             30'000);
    QCOMPARE(shell.exitCode(), 0);
    QCOMPARE(shell.readAllStandardOutput(), QByteArray("one\n"));
    QCOMPARE(shell.readAllStandardError(), QByteArray());
}

void ForetopctlTest::misuseIsExplained()
{
    run({QStringLiteral("tail")});
    QCOMPARE(m_exitCode, 64);
    QCOMPARE(m_errors,
             QByteArray("foretopctl: tail takes one address, such as http://127.0.0.1:7710\n"));
    QCOMPARE(m_output, QByteArray());
}

QTEST_GUILESS_MAIN(ForetopctlTest)
#include "tst_foretopctl.moc"
