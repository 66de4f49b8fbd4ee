// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/framecodec.h"
#include "feeds/refusal.h"
#include "feedserver.h"
#include "numberreader.h"
#include "rawclient.h"

#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace foretop;
using namespace foretop::feeds;
using namespace foretop::feeds::test;

// The server end, told what to do frame by frame.
class PublisherTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysHello();
    void sendsTheBacklogAskedFor_data();
    void sendsTheBacklogAskedFor();
    void resumesAfterANumber_data();
    void resumesAfterANumber();
    void keepsToTheWindow();
    void keepsFramesUnderTheLimit();
    void answersBadFrames_data();
    void answersBadFrames();
    void closesAfterTooManyBadFrames();
    void cutsOffFramesOverTheLimit();
    void refusesClientsOverTheBound();
    void refusesUnknownLevels();
    void cutsOffWhoIsSilent();
    void cutsOffWhoDoesNotSubscribe();
    void saysWhenItShutsDown();
    void marksSkippedItems();
    void replacesWhatIsNoItem();
    void goesOnFromItsSpool();
    void worksWithoutASpoolThatIsInUse();
};

namespace {

FeedPublisherOptions jobsFeed()
{
    FeedPublisherOptions options;
    options.kind = FeedKind::Jobs;
    options.service = QStringLiteral("shop");
    options.host = QStringLiteral("web-1");
    options.window = 10;
    return options;
}

void publishNumbers(FeedPublisher &publisher, std::uint64_t from, std::uint64_t to)
{
    for (auto number = from; number <= to; ++number) {
        publisher.publish(numberedItem(number));
    }
}

Subscribe fromStart(const FeedPublisher &publisher)
{
    Subscribe subscribe;
    subscribe.epoch = publisher.epoch().toStdString();
    return subscribe;
}

} // namespace

void PublisherTest::saysHello()
{
    FeedPublisher publisher(jobsFeed());
    publishNumbers(publisher, 1, 4);
    FeedServer server(publisher);
    RawClient client(server.url());
    QTRY_COMPARE(client.frames.size(), std::size_t(1));
    QVERIFY(client.frames[0] == Frame(Hello{.feed = FeedKind::Jobs,
                                            .service = "shop",
                                            .host = "web-1",
                                            .epoch = publisher.epoch().toStdString(),
                                            .first = Seq(1),
                                            .next = Seq(5),
                                            .window = 10}));
}

void PublisherTest::sendsTheBacklogAskedFor_data()
{
    QTest::addColumn<QByteArray>("subscribe");
    QTest::addColumn<quint64>("first");
    QTest::newRow("default") << QByteArray(R"({"type":"subscribe"})") << quint64(4);
    QTest::newRow("two") << QByteArray(R"({"type":"subscribe","backlog":2})") << quint64(5);
    QTest::newRow("more than there are")
        << QByteArray(R"({"type":"subscribe","backlog":200})") << quint64(1);
    QTest::newRow("none") << QByteArray(R"({"type":"subscribe","backlog":0})") << quint64(7);
}

void PublisherTest::sendsTheBacklogAskedFor()
{
    QFETCH(QByteArray, subscribe);
    QFETCH(quint64, first);
    auto options = jobsFeed();
    options.defaultBacklog = 3;
    FeedPublisher publisher(options);
    publishNumbers(publisher, 1, 6);
    FeedServer server(publisher);
    RawClient client(server.url());
    QTRY_VERIFY(!client.frames.empty());
    client.sendText(subscribe);
    client.sendText("answer me");
    QTRY_COMPARE(client.all<ErrorFrame>().size(), std::size_t(1));
    publishNumbers(publisher, 7, 8);
    QTRY_COMPARE(client.numbers(), allNumbers(first, 8));
}

void PublisherTest::resumesAfterANumber_data()
{
    QTest::addColumn<bool>("sameEpoch");
    QTest::addColumn<quint64>("after");
    QTest::addColumn<quint64>("first");
    QTest::newRow("from the start") << true << quint64(0) << quint64(1);
    QTest::newRow("in between") << true << quint64(4) << quint64(5);
    QTest::newRow("only what is new") << true << quint64(6) << quint64(7);
    QTest::newRow("number never given out") << true << quint64(7) << quint64(1);
    QTest::newRow("another epoch") << false << quint64(4) << quint64(1);
}

void PublisherTest::resumesAfterANumber()
{
    QFETCH(bool, sameEpoch);
    QFETCH(quint64, after);
    QFETCH(quint64, first);
    FeedPublisher publisher(jobsFeed());
    publishNumbers(publisher, 1, 6);
    FeedServer server(publisher);
    RawClient client(server.url());
    QTRY_VERIFY(!client.frames.empty());
    auto subscribe = fromStart(publisher);
    subscribe.after = Seq(after);
    subscribe.epoch += sameEpoch ? "" : "x";
    client.send(subscribe);
    QTRY_COMPARE(client.numbers(), allNumbers(first, 6));
    publishNumbers(publisher, 7, 7);
    QTRY_COMPARE(client.numbers(), allNumbers(first, 7));
}

void PublisherTest::keepsToTheWindow()
{
    FeedPublisher publisher(jobsFeed());
    publishNumbers(publisher, 1, 35);
    FeedServer server(publisher);
    RawClient client(server.url());
    QTRY_VERIFY(!client.frames.empty());
    client.send(fromStart(publisher));
    QTRY_COMPARE(client.numbers(), allNumbers(1, 10));
    client.send(Ack{.seq = Seq(4)}); // inside a batch: nothing is free until all of it is stored
    client.send(Ack{.seq = Seq(10)});
    QTRY_COMPARE(client.numbers(), allNumbers(1, 20));
    client.send(Ack{.seq = Seq(3)}); // late: changes nothing
    client.send(Ack{.seq = Seq(20)});
    QTRY_COMPARE(client.numbers(), allNumbers(1, 30));
    publishNumbers(publisher, 36, 40);
    client.send(Ack{.seq = Seq(30)});
    QTRY_COMPARE(client.numbers(), allNumbers(1, 40));
    QCOMPARE(publisher.counters().sent, std::uint64_t(40));
    QCOMPARE(publisher.counters().clientErrors, std::uint64_t(0));
}

void PublisherTest::keepsFramesUnderTheLimit()
{
    auto options = jobsFeed();
    options.window = 1000;
    options.maxFrameBytes = 2'000;
    FeedPublisher publisher(options);
    for (std::uint64_t number = 1; number <= 100; ++number) {
        publisher.publish(numberedItem(number, 100 + number * 16));
    }
    FeedServer server(publisher);
    RawClient client(server.url());
    QTRY_VERIFY(!client.frames.empty());
    auto subscribe = fromStart(publisher);
    subscribe.maxFrameBytes = 1'000;
    client.send(subscribe);
    const auto lastTold = [&client] {
        const auto gaps = client.all<Gap>();
        return gaps.empty() ? 0 : gaps.back().to.value();
    };
    QTRY_COMPARE(lastTold(), std::uint64_t(100));
    QVERIFY(client.all<Batch>().size() > 10);
    QVERIFY(*std::max_element(client.frameBytes.begin(), client.frameBytes.end()) <= 1'000);
    QCOMPARE(client.numbers(), allNumbers(1, client.all<Gap>().front().from.value() - 1));
}

void PublisherTest::answersBadFrames_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *name, const char *text, const char *code, const char *message) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(code) << QByteArray(message);
    };
    row("no JSON", "hello?", "malformed", "not JSON");
    row("unknown type", R"({"type":"poke"})", "malformed", R"("type" is "poke")");
    row("wrong type", R"({"type":"ack","seq":"7"})", "malformed", R"("seq" must be)");
    row("what a server says", R"({"type":"gap","from":1,"to":2})", "unexpected",
        "a client sends only subscribe and ack");
    row("second subscribe", R"({"type":"subscribe"})", "unexpected", "subscribed already");
    row("ack of what was not sent", R"({"type":"ack","seq":7})", "bad_ack", "ack of 7");
}

void PublisherTest::answersBadFrames()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, code);
    QFETCH(QByteArray, message);
    FeedPublisher publisher(jobsFeed());
    QSignalSpy failures(&publisher, &FeedPublisher::clientFailed);
    FeedServer server(publisher);
    RawClient client(server.url());
    QTRY_VERIFY(!client.frames.empty());
    client.send(Subscribe{});
    client.sendText(text);
    QTRY_COMPARE(client.all<ErrorFrame>().size(), std::size_t(1));
    const auto error = client.all<ErrorFrame>()[0];
    QCOMPARE(QByteArray::fromStdString(error.code), code);
    QVERIFY2(QByteArray::fromStdString(error.message).contains(message), error.message.c_str());
    QCOMPARE(failures.size(), 1);
    QVERIFY(failures[0][0].value<Error>().source.starts_with("client 127.0.0.1:"));
    QCOMPARE(publisher.counters().clientErrors, std::uint64_t(1));
    publishNumbers(publisher, 1, 1);
    QTRY_COMPARE(client.numbers(), allNumbers(1, 1));
}

void PublisherTest::closesAfterTooManyBadFrames()
{
    FeedPublisher publisher(jobsFeed());
    FeedServer server(publisher);
    RawClient client(server.url());
    QTRY_VERIFY(!client.frames.empty());
    for (int i = 0; i < 100; ++i) {
        client.sendText("?");
    }
    QTRY_VERIFY(!client.isOpen());
    QCOMPARE(client.all<ErrorFrame>().size(), std::size_t(21));
    QCOMPARE(client.all<ErrorFrame>().back().code, std::string("too_many_errors"));
    QTRY_COMPARE(publisher.clientCount(), std::size_t(0));
}

void PublisherTest::cutsOffFramesOverTheLimit()
{
    auto options = jobsFeed();
    options.maxFrameBytes = 1'000;
    FeedPublisher publisher(options);
    QSignalSpy failures(&publisher, &FeedPublisher::clientFailed);
    FeedServer server(publisher);
    RawClient client(server.url());
    QTRY_VERIFY(!client.frames.empty());
    client.sendText(QByteArray(1'001, 'x'));
    QTRY_COMPARE(failures.size(), 1);
    QCOMPARE(publisher.counters().clientErrors, std::uint64_t(1));
    QTRY_COMPARE(publisher.clientCount(), std::size_t(0));
    QTRY_VERIFY(!client.isOpen());
}

void PublisherTest::refusesClientsOverTheBound()
{
    auto options = jobsFeed();
    options.maxClients = 2;
    FeedPublisher publisher(options);
    FeedServer server(publisher);
    RawClient one(server.url());
    RawClient two(server.url());
    QTRY_COMPARE(publisher.clientCount(), std::size_t(2));
    RawClient three(server.url());
    QTRY_VERIFY(!three.frames.empty());
    QCOMPARE(std::get<ErrorFrame>(three.frames[0]).code, std::string("too_many_clients"));
    QTRY_VERIFY(!three.isOpen());
    QCOMPARE(publisher.clientCount(), std::size_t(2));
    one.socket().abort();
    QTRY_COMPARE(publisher.clientCount(), std::size_t(1));
    NumberReader reader(server.url());
    reader.start();
    QTRY_COMPARE(reader.phase(), LinkPhase::Live);
}

void PublisherTest::refusesUnknownLevels()
{
    auto options = jobsFeed();
    options.kind = FeedKind::Logs;
    FeedPublisher publisher(options);
    FeedServer server(publisher);
    auto asked = NumberReader::shortTimes();
    asked.kind = FeedKind::Logs;
    asked.minLevel = QStringLiteral("loud");
    NumberReader reader(server.url(), asked);
    reader.start();
    QTRY_COMPARE(reader.phase(), LinkPhase::Refused);
    QCOMPARE(
        reader.states.last().error->message,
        std::string(R"(the server says unknown_level: "min_level" is "loud", which is no level)"));
}

void PublisherTest::cutsOffWhoIsSilent()
{
    auto options = jobsFeed();
    options.pingInterval = Milliseconds(20);
    options.silenceAfter = Milliseconds(100);
    FeedPublisher publisher(options);
    FeedServer server(publisher);
    // A raw TCP client that shakes hands and then answers no ping.
    QTcpSocket client;
    client.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
    client.write(
        "GET / HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
    QTRY_COMPARE(publisher.clientCount(), std::size_t(1));
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(client.readAll().contains(R"("code":"silent")"));
    QTRY_COMPARE(publisher.clientCount(), std::size_t(0));
}

void PublisherTest::cutsOffWhoDoesNotSubscribe()
{
    auto options = jobsFeed();
    options.pingInterval = Milliseconds(20);
    options.silenceAfter = Milliseconds(100);
    FeedPublisher publisher(options);
    FeedServer server(publisher);
    RawClient client(server.url());
    QTRY_COMPARE(client.all<ErrorFrame>().size(), std::size_t(1));
    QCOMPARE(client.all<ErrorFrame>()[0].code, std::string("no_subscribe"));
    QTRY_VERIFY(!client.isOpen());
}

void PublisherTest::saysWhenItShutsDown()
{
    auto publisher = std::make_unique<FeedPublisher>(jobsFeed());
    FeedServer server(*publisher);
    RawClient client(server.url());
    QTRY_VERIFY(!client.frames.empty());
    publisher.reset();
    QTRY_VERIFY(!client.isOpen());
    QCOMPARE(client.all<ErrorFrame>().size(), std::size_t(1));
    QCOMPARE(client.all<ErrorFrame>()[0].code, std::string("shutting_down"));
}

void PublisherTest::marksSkippedItems()
{
    auto options = jobsFeed();
    options.kind = FeedKind::Logs;
    FeedPublisher publisher(options);
    FeedServer server(publisher);
    for (const char *level : {"DEBUG", "INFO", "ERROR", "INFO", "WARNING", "WARNING", "DEBUG"}) {
        publisher.publish(R"({"level":")" + std::string(level) + R"("})");
    }
    RawClient client(server.url());
    QTRY_VERIFY(!client.frames.empty());
    auto subscribe = fromStart(publisher);
    subscribe.minLevel = "warn";
    client.send(subscribe);
    QTRY_COMPARE(client.numbers(), (QList<quint64>{3, 5, 6}));
    const auto batches = client.all<Batch>();
    QCOMPARE(batches.size(), std::size_t(2));
    QCOMPARE(batches[0].skipped, std::uint64_t(2));
    QCOMPARE(batches[1].skipped, std::uint64_t(1));
    for (int i = 0; i < 6; ++i) {
        publisher.publish(R"({"level":"INFO"})");
    }
    QTRY_COMPARE(client.all<Batch>().size(), std::size_t(3));
    QCOMPARE(client.all<Batch>()[2],
             (Batch{.seq = Seq(14), .items = {}, .dropped = 0, .skipped = 7}));
    client.send(Ack{.seq = Seq(13)});
    publisher.publish(R"({"level":"ERROR"})");
    QTRY_COMPARE(client.numbers(), (QList<quint64>{3, 5, 6, 14}));
    QVERIFY(client.all<ErrorFrame>().empty());
}

void PublisherTest::replacesWhatIsNoItem()
{
    auto options = jobsFeed();
    FeedPublisher jobs(options);
    FeedServer jobsServer(jobs);
    jobs.publish("[]");
    jobs.publish(R"({"id":"2"})");
    RawClient client(jobsServer.url());
    QTRY_VERIFY(!client.frames.empty());
    client.send(Subscribe{});
    QTRY_COMPARE(client.numbers(), allNumbers(2, 2));
    QCOMPARE(client.all<Gap>(),
             (std::vector<Gap>{{.from = Seq(1), .to = Seq(1), .reason = "unreadable"}}));
    QCOMPARE(jobs.counters().unsendable, std::uint64_t(1));

    options.kind = FeedKind::Logs;
    FeedPublisher logs(options);
    FeedServer logsServer(logs);
    logs.publish(R"({"n":123456789012345678901234567890})");
    logs.publish("plain \xE9 text");
    RawClient reader(logsServer.url());
    QTRY_VERIFY(!reader.frames.empty());
    reader.send(Subscribe{});
    QTRY_COMPARE(reader.numbers(), allNumbers(1, 2));
    const std::vector<std::string> lines{R"({"line":"{\"n\":123456789012345678901234567890}"})",
                                         R"({"line":"plain \\xE9 text"})"};
    QCOMPARE(reader.all<Batch>()[0].items, lines);
}

void PublisherTest::goesOnFromItsSpool()
{
    QTemporaryDir directory;
    auto options = jobsFeed();
    options.spoolPath = directory.filePath(QStringLiteral("jobs.spool"));
    QString epoch;
    {
        FeedPublisher publisher(options);
        QVERIFY(publisher.open());
        QVERIFY(publisher.restored().empty());
        QVERIFY(!publisher.newest());
        QCOMPARE(publisher.publish(numberedItem(1), R"({"offset":10})"), Seq(1));
        publishNumbers(publisher, 2, 2);
        publisher.publish("not an item", R"({"offset":30})");
        epoch = publisher.epoch();
    }
    FeedPublisher publisher(options);
    QVERIFY(publisher.open());
    QCOMPARE(publisher.epoch(), epoch);
    QCOMPARE(publisher.restored().size(), std::size_t(3));
    QCOMPARE(publisher.restored()[0].item, numberedItem(1));
    QCOMPARE(publisher.restored()[0].cursor, std::string(R"({"offset":10})"));
    QCOMPARE(publisher.restored()[2].item, std::string());
    QCOMPARE(publisher.newest()->cursor, std::string(R"({"offset":30})"));
    QCOMPARE(publisher.newest()->lost, std::string("unreadable"));
    publisher.forgetRestored();
    QVERIFY(publisher.restored().empty());
    QCOMPARE(publisher.publish(numberedItem(4)), Seq(4));
    FeedServer server(publisher);
    RawClient client(server.url());
    QTRY_VERIFY(!client.frames.empty());
    client.send(fromStart(publisher));
    QTRY_COMPARE(client.numbers(), (QList<quint64>{1, 2, 4}));
}

void PublisherTest::worksWithoutASpoolThatIsInUse()
{
    QTemporaryDir directory;
    auto options = jobsFeed();
    options.spoolPath = directory.filePath(QStringLiteral("jobs.spool"));
    FeedPublisher first(options);
    QVERIFY(first.open());
    FeedPublisher second(options);
    const auto opened = second.open();
    QVERIFY(!opened);
    QCOMPARE(opened.error().text(),
             options.spoolPath.toStdString() + ": is in use by another process");
    QVERIFY(second.epoch() != first.epoch());
    QCOMPARE(second.publish(numberedItem(1)), Seq(1));
    QCOMPARE(second.counters().spoolErrors, std::uint64_t(0));
}

QTEST_GUILESS_MAIN(PublisherTest)
#include "tst_publisher.moc"
