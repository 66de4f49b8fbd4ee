// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuttingproxy.h"
#include "feeds/framecodec.h"
#include "numberreader.h"
#include "rawclient.h"

#include <QProcess>
#include <QTest>

using namespace foretop;
using namespace foretop::feeds;
using namespace foretop::feeds::test;

// docs/examples/feed_server.py was written from docs/feed-protocol.md alone: that it and our
// client understand each other says that the document is complete.
class PythonServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void losesAndDoublesNothingAcrossCuts();
    void tellsWhatWasEvicted();
    void checksTheToken();
    void keepsToTheWindowAndAnswersErrors();
};

namespace {

/// A feed_server.py of its own; killed at the end.
class PythonServer
{
public:
    explicit PythonServer(const QStringList &arguments)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(
            QStringLiteral("python3"),
            QStringList{QStringLiteral(FORETOP_SOURCE_DIR "/docs/examples/feed_server.py"),
                        QStringLiteral("--port"), QStringLiteral("0")} +
                arguments);
        m_port = m_process.waitForReadyRead() ? m_process.readLine().trimmed().toUShort() : 0;
    }
    ~PythonServer()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    quint16 port() const { return m_port; }
    QUrl url(const QString &feed = QStringLiteral("jobs")) const
    {
        return QUrl(QStringLiteral("ws://127.0.0.1:%1/feeds/%2").arg(m_port).arg(feed));
    }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ');
}

} // namespace

void PythonServerTest::initTestCase()
{
    QProcess python;
    python.start(QStringLiteral("python3"), {QStringLiteral("--version")});
    QVERIFY2(python.waitForFinished() && python.exitCode() == 0, "python3 is needed");
}

void PythonServerTest::losesAndDoublesNothingAcrossCuts()
{
    constexpr quint64 kItems = 3000;
    const PythonServer server(words("--items 3000 --burst 7 --pause 0 --window 50"));
    CuttingProxy proxy(server.port());
    auto options = NumberReader::shortTimes();
    options.backlog = kItems;
    NumberReader reader(proxy.url(), options);
    connect(&reader.client(), &FeedClient::itemsReady, &proxy,
            [&] { proxy.cutAfter(5'003 + static_cast<qint64>(reader.numbers.size() % 997)); });
    proxy.cutAfter(5'003);
    reader.start();
    QTRY_COMPARE_WITH_TIMEOUT(reader.numbers.size(), qsizetype(kItems), 30'000);
    QCOMPARE(reader.numbers, allNumbers(1, kItems));
    QVERIFY2(proxy.links() > 20, qPrintable(QString::number(proxy.links())));
    QVERIFY(reader.gaps.isEmpty());
    QVERIFY(reader.rejected.isEmpty());
    QVERIFY(!reader.states.last().plain);
}

void PythonServerTest::tellsWhatWasEvicted()
{
    constexpr quint64 kItems = 20'000;
    const PythonServer server(
        words("--items 20000 --burst 100 --pause 0.001 --window 10 --ring-bytes 20000"));
    CuttingProxy proxy(server.port());
    NumberReader reader(proxy.url());
    connect(&reader.client(), &FeedClient::itemsReady, &proxy, [&] {
        if (reader.numbers.size() % 100 == 0) {
            proxy.cut();
        }
    });
    reader.start();
    QTRY_VERIFY(!reader.numbers.isEmpty());
    const quint64 first = reader.numbers.first();
    QTRY_VERIFY_WITH_TIMEOUT(reader.numbers.last() == kItems, 30'000);
    QVERIFY(reader.itemsInGaps() > 0);
    QCOMPARE(static_cast<quint64>(reader.numbers.size()) + reader.itemsInGaps(),
             kItems - first + 1);
    QVERIFY(std::is_sorted(reader.numbers.begin(), reader.numbers.end()));
    QVERIFY(reader.rejected.isEmpty());
}

void PythonServerTest::checksTheToken()
{
    const PythonServer server(words("--items 1 --token s3cret"));
    NumberReader without(server.url());
    without.start();
    QTRY_COMPARE(without.phase(), LinkPhase::Refused);
    auto options = NumberReader::shortTimes();
    options.token = QStringLiteral("s3cret");
    NumberReader elsewhere(server.url(QStringLiteral("weather")), options);
    elsewhere.start();
    QTRY_COMPARE(elsewhere.phase(), LinkPhase::Refused);
    QCOMPARE(elsewhere.states.last().error->text(),
             std::string("test feed: there is no such feed (HTTP 404)"));
    NumberReader with(server.url(), options);
    with.start();
    QTRY_COMPARE(with.numbers, allNumbers(1, 1));
}

void PythonServerTest::keepsToTheWindowAndAnswersErrors()
{
    const PythonServer server(words("--items 35 --burst 100 --window 10"));
    RawClient client(server.url());
    QTRY_COMPARE(client.all<Hello>().size(), std::size_t(1));
    QTRY_COMPARE(client.all<Hello>()[0].window, std::uint64_t(10));
    client.sendText("?");
    QTRY_COMPARE(client.all<ErrorFrame>().size(), std::size_t(1));
    client.send(Subscribe{});
    QTRY_COMPARE(client.numbers(), allNumbers(1, 10));
    client.send(Ack{.seq = Seq(11)});
    QTRY_COMPARE(client.all<ErrorFrame>().size(), std::size_t(2));
    QCOMPARE(client.all<ErrorFrame>()[1].code, std::string("bad_ack"));
    client.send(Ack{.seq = Seq(10)});
    QTRY_COMPARE(client.numbers(), allNumbers(1, 20));
    client.send(Ack{.seq = Seq(20)});
    QTRY_COMPARE(client.numbers(), allNumbers(1, 30));
}

QTEST_GUILESS_MAIN(PythonServerTest)
#include "tst_pythonserver.moc"
