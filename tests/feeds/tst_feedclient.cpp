// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/framecodec.h"
#include "feeds/refusal.h"
#include "feedserver.h"
#include "numberreader.h"

#include <QCryptographicHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <QWebSocket>

using namespace foretop;
using namespace foretop::feeds;
using namespace foretop::feeds::test;

// The client end, against servers that do what they should not.
class FeedClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void livesOnAfterBadFrames_data();
    void livesOnAfterBadFrames();
    void tellsItemsThatCannotBeRead();
    void getsPastAFrameOverTheLimit();
    void getsPastAFrameThatIsNotUtf8();
    void getsOutOfAWindowFullOfRubbish();
    void refusesAnotherProtocol_data();
    void refusesAnotherProtocol();
    void understandsHttpAnswers_data();
    void understandsHttpAnswers();
    void refusesWhatIsNoAddress();
    void waitsForAServerToComeUp();
    void givesUpOnAServerThatSaysNothing();
    void triesAgainWhenTold();
    void readsPlainServers();
    void takesAQuietServerForPlain();
    void stopsInsideASlot_data();
    void stopsInsideASlot();
    void worksInAThreadOfItsOwn();
};

namespace {

Hello hello(std::uint64_t first, std::uint64_t next)
{
    return {.feed = FeedKind::Jobs,
            .service = "fake",
            .host = "here",
            .epoch = "e",
            .first = Seq(first),
            .next = Seq(next),
            .window = 4};
}

std::string batchOf(std::uint64_t from, std::uint64_t to)
{
    Batch batch{.seq = Seq(from), .items = {}, .dropped = 0, .skipped = 0};
    for (auto number = from; number <= to; ++number) {
        batch.items.push_back(numberedItem(number));
    }
    return encodeFrame(batch);
}

/// A server that answers each subscribe with what it is told to.
class ScriptedServer
{
public:
    using Answer = std::function<void(QWebSocket &, const Subscribe &)>;

    ScriptedServer(Hello greeting, Answer answer)
        : m_server([this, greeting = std::move(greeting),
                    answer = std::move(answer)](std::unique_ptr<QWebSocket> accepted) {
            QWebSocket *socket = accepted.release();
            socket->setParent(&m_sockets);
            QObject::connect(socket, &QWebSocket::textMessageReceived, socket,
                             [this, socket, answer](const QString &text) {
                                 receive(*socket, text.toStdString(), answer);
                             });
            socket->sendTextMessage(QString::fromStdString(encodeFrame(greeting)));
        })
    {
    }

    QUrl url() const { return m_server.url(); }

    QList<quint64> subscribedAfter;
    QList<quint64> acks;

private:
    void receive(QWebSocket &socket, const std::string &text, const Answer &answer)
    {
        const auto frame = decodeFrame(text, "client", kDefaultMaxFrameBytes);
        if (const auto *subscribe = std::get_if<Subscribe>(&*frame)) {
            subscribedAfter += subscribe->after.value();
            answer(socket, *subscribe);
        } else if (const auto *ack = std::get_if<Ack>(&*frame)) {
            acks += ack->seq.value();
        }
    }

    QObject m_sockets;
    FeedServer m_server;
};

void say(QWebSocket &socket, const std::string &text)
{
    socket.sendTextMessage(QString::fromStdString(text));
}

} // namespace

void FeedClientTest::livesOnAfterBadFrames_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char *name, const char *frame, const char *error) {
        QTest::newRow(name) << QByteArray(frame) << QByteArray(error);
    };
    row("no JSON", "oops", "test feed byte 0: not JSON");
    row("cut short", R"({"type":"batch","seq":3,"items":[)", "not JSON");
    row("wrong type", R"({"type":"batch","seq":"3","items":[]})",
        R"(test feed: "seq" must be a whole number, not a string)");
    row("unknown type", R"({"type":"poke"})", R"(test feed: "type" is "poke")");
    row("a client's frame", R"({"type":"ack","seq":1})", "a server does not send");
    row("a second hello",
        R"({"type":"hello","protocol":"foretop.feed/1","feed":"jobs","epoch":"x","first":1,)"
        R"("next":1,"window":1})",
        "a second hello");
}

void FeedClientTest::livesOnAfterBadFrames()
{
    QFETCH(QByteArray, frame);
    QFETCH(QByteArray, error);
    ScriptedServer server(hello(1, 5), [&](QWebSocket &socket, const Subscribe &) {
        say(socket, batchOf(1, 2));
        say(socket, frame.toStdString());
        say(socket, batchOf(3, 4));
    });
    NumberReader reader(server.url());
    reader.start();
    QTRY_COMPARE(reader.numbers, allNumbers(1, 4));
    QCOMPARE(reader.rejected.size(), 1);
    const auto words = reader.rejected[0].text();
    QVERIFY2(QByteArray::fromStdString(words).contains(error), words.c_str());
    QCOMPARE(reader.rejected[0].source, std::string("test feed"));
    QCOMPARE(reader.counters.malformed, std::uint64_t(1));
    QCOMPARE(reader.phase(), LinkPhase::Live);
    QTRY_COMPARE(server.acks.isEmpty() ? 0 : server.acks.last(), quint64(4));
    QCOMPARE(server.subscribedAfter.size(), 1);
}

void FeedClientTest::tellsItemsThatCannotBeRead()
{
    ScriptedServer server(hello(1, 5), [](QWebSocket &socket, const Subscribe &) {
        say(socket, R"({"type":"batch","seq":1,"items":[{"id":"1"},{"id":tru},7,{"id":"4"}]})");
    });
    NumberReader reader(server.url());
    reader.start();
    QTRY_COMPARE(reader.numbers, (QList<quint64>{1, 4}));
    QTRY_COMPARE(reader.counters.malformed, std::uint64_t(2));
    QCOMPARE(reader.rejected.size(), 2);
    QVERIFY(reader.rejected[0].text().starts_with("test feed item 1"));
    QCOMPARE(reader.rejected[1].text(),
             std::string("test feed item 2: must be an object, not a number"));
    QTRY_COMPARE(server.acks, (QList<quint64>{4}));
}

void FeedClientTest::getsPastAFrameOverTheLimit()
{
    const std::string poison = batchOf(3, 3).insert(1, std::string(5'000, ' '));
    ScriptedServer server(hello(1, 10), [&](QWebSocket &socket, const Subscribe &subscribe) {
        if (subscribe.after < Seq(2)) {
            say(socket, batchOf(1, 2));
        }
        // Items 3 and 4 come in frames that are too large, whatever the client asks for.
        say(socket, subscribe.after < Seq(4) ? poison : batchOf(6, 6));
    });
    auto options = NumberReader::shortTimes();
    options.maxFrameBytes = 2'000;
    NumberReader reader(server.url(), options);
    reader.start();
    QTRY_COMPARE(reader.numbers, (QList<quint64>{1, 2, 6}));
    const QString reason = QStringLiteral("unreadable");
    QCOMPARE(reader.gaps, (QList<QPair<quint64, QString>>{{1, reason}, {2, reason}}));
    QCOMPARE(server.subscribedAfter, (QList<quint64>{0, 3, 5}));
    QCOMPARE(reader.rejected.size(), 2);
    QCOMPARE(
        reader.rejected[0].text(),
        std::string("test feed: a frame is larger than the limit of 2000 bytes, after item 2"));
    QCOMPARE(reader.counters.malformed, std::uint64_t(2));
}

void FeedClientTest::getsPastAFrameThatIsNotUtf8()
{
    // QWebSocket itself never sends such text, so the bytes of the frame are written by hand.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    int links = 0;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        auto *socket = server.nextPendingConnection();
        ++links;
        connect(socket, &QTcpSocket::readyRead, socket, [socket, &links] {
            const QByteArray request = socket->readAll();
            const auto at = request.indexOf("Sec-WebSocket-Key: ");
            if (at < 0) {
                return;
            }
            const QByteArray key = request.mid(at + 19, 24);
            const auto accept =
                QCryptographicHash::hash(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11",
                                         QCryptographicHash::Sha1)
                    .toBase64();
            socket->write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                          "Connection: Upgrade\r\nSec-WebSocket-Accept: " +
                          accept + "\r\n\r\n");
            const auto frame = [](const QByteArray &text) {
                QByteArray header("\x81\x7E", 2);
                header += static_cast<char>(text.size() >> 8);
                header += static_cast<char>(text.size() & 0xFF);
                return header + text;
            };
            socket->write(frame(QByteArray::fromStdString(encodeFrame(hello(1, 4)))));
            QByteArray batch = QByteArray::fromStdString(batchOf(1, 1)).leftJustified(200, ' ');
            if (links == 1) {
                batch.replace("xxx", "\xE9");
                batch[100] = '\xE9';
            } else {
                batch = QByteArray::fromStdString(batchOf(2, 3)).leftJustified(200, ' ');
            }
            socket->write(frame(batch));
        });
    });
    NumberReader reader(QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(server.serverPort())));
    reader.start();
    QTRY_COMPARE(reader.numbers, allNumbers(2, 3));
    QCOMPARE(reader.gaps, (QList<QPair<quint64, QString>>{{1, QStringLiteral("unreadable")}}));
    QCOMPARE(reader.rejected[0].text(),
             std::string("test feed: a frame is not valid UTF-8, after item 0"));
}

void FeedClientTest::getsOutOfAWindowFullOfRubbish()
{
    ScriptedServer server(hello(1, 10), [](QWebSocket &socket, const Subscribe &subscribe) {
        if (subscribe.after == Seq(0)) {
            // A whole window that cannot be read: this server now waits for an acknowledgement.
            say(socket, R"({"type":"batch","seq":1,"items":[{},{},{},{})");
        } else {
            say(socket, batchOf(subscribe.after.value() + 1, 9));
        }
    });
    NumberReader reader(server.url());
    reader.start();
    QTRY_COMPARE(reader.numbers, allNumbers(2, 9));
    QCOMPARE(reader.gaps, (QList<QPair<quint64, QString>>{{1, QStringLiteral("unreadable")}}));
    QCOMPARE(server.subscribedAfter, (QList<quint64>{0, 1}));
}

void FeedClientTest::refusesAnotherProtocol_data()
{
    QTest::addColumn<QByteArray>("opening");
    QTest::addColumn<bool>("withSubprotocol");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char *name, const char *opening, bool subprotocol,
                        const char *error) {
        QTest::newRow(name) << QByteArray(opening) << subprotocol << QByteArray(error);
    };
    row("a later version", R"({"type":"hello","protocol":"foretop.feed/2"})", false,
        R"("protocol" is "foretop.feed/2", not "foretop.feed/1")");
    row("unknown feed", R"({"type":"hello","protocol":"foretop.feed/1","feed":"weather"})", false,
        R"("feed" is "weather", which is no feed)");
    row("another feed",
        R"({"type":"hello","protocol":"foretop.feed/1","feed":"logs","epoch":"e","first":1,)"
        R"("next":1,"window":1})",
        true, "this is a feed of logs, not of jobs");
    row("no hello after all", R"({"type":"batch","seq":1,"items":[]})", true,
        "the first frame must be a hello");
    row("denied", R"({"type":"error","protocol":"foretop.feed/1","code":"denied","message":"no"})",
        false, "the server says denied: no");
}

void FeedClientTest::refusesAnotherProtocol()
{
    QFETCH(QByteArray, opening);
    QFETCH(bool, withSubprotocol);
    QFETCH(QByteArray, error);
    QObject sockets;
    int links = 0;
    FeedServer server(
        [&](std::unique_ptr<QWebSocket> socket) {
            ++links;
            socket->setParent(&sockets);
            socket.release()->sendTextMessage(QString::fromUtf8(opening));
        },
        0, withSubprotocol);
    NumberReader reader(server.url());
    reader.start();
    QTRY_COMPARE(reader.phase(), LinkPhase::Refused);
    const auto words = QByteArray::fromStdString(reader.states.last().error->text());
    QVERIFY2(words.contains(error), words.constData());
    QVERIFY(words.startsWith("test feed"));
    QCOMPARE(links, 1);
    reader.client().retryNow();
    QCOMPARE(reader.phase(), LinkPhase::Connecting);
    QTRY_COMPARE(reader.phase(), LinkPhase::Refused);
    QCOMPARE(links, 2);
}

void FeedClientTest::understandsHttpAnswers_data()
{
    QTest::addColumn<QByteArray>("status");
    QTest::addColumn<LinkPhase>("phase");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("401") << QByteArray("401 Unauthorized") << LinkPhase::Refused
                         << QByteArray("test feed: the token is missing or wrong (HTTP 401)");
    QTest::newRow("403") << QByteArray("403 Forbidden") << LinkPhase::Refused
                         << QByteArray("test feed: access is forbidden (HTTP 403)");
    QTest::newRow("404") << QByteArray("404 Not Found") << LinkPhase::Refused
                         << QByteArray("test feed: there is no such feed (HTTP 404)");
    QTest::newRow("200") << QByteArray("200 OK") << LinkPhase::Refused
                         << QByteArray("test feed: the server answered HTTP 200 instead of a "
                                       "WebSocket");
    QTest::newRow("429") << QByteArray("429 Too Many Requests") << LinkPhase::Unreachable
                         << QByteArray("HTTP 429");
    QTest::newRow("503") << QByteArray("503 Service Unavailable") << LinkPhase::Unreachable
                         << QByteArray("HTTP 503");
    QTest::newRow("no HTTP at all")
        << QByteArray() << LinkPhase::Unreachable << QByteArray("test feed: ");
}

void FeedClientTest::understandsHttpAnswers()
{
    QFETCH(QByteArray, status);
    QFETCH(LinkPhase, phase);
    QFETCH(QByteArray, error);
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    int links = 0;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        auto *socket = server.nextPendingConnection();
        ++links;
        socket->write(status.isEmpty() ? QByteArray("220 mail ready\r\n\r\n")
                                       : "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n");
    });
    NumberReader reader(QUrl(QStringLiteral("ws://127.0.0.1:%1/feeds/x").arg(server.serverPort())));
    reader.start();
    QTRY_COMPARE(reader.phase(), phase);
    const auto words = QByteArray::fromStdString(reader.states.last().error->text());
    QVERIFY2(words.contains(error), words.constData());
    if (phase == LinkPhase::Unreachable) {
        const auto since = reader.states.last().since;
        QTRY_VERIFY(links > 3);
        QCOMPARE(reader.states.last().since, since);
    } else {
        QCOMPARE(links, 1);
    }
}

void FeedClientTest::refusesWhatIsNoAddress()
{
    for (const char *url : {"", "http://127.0.0.1:1/feeds/jobs", "ws:///feeds/jobs"}) {
        NumberReader reader{QUrl(QString::fromLatin1(url))};
        reader.start();
        QTRY_COMPARE(reader.phase(), LinkPhase::Refused);
        QVERIFY(reader.states.last().error);
    }
}

void FeedClientTest::waitsForAServerToComeUp()
{
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const quint16 port = free.serverPort();
    free.close();
    NumberReader reader(QUrl(QStringLiteral("ws://127.0.0.1:%1/feeds/jobs").arg(port)));
    reader.start();
    QTRY_COMPARE(reader.phase(), LinkPhase::Unreachable);
    QCOMPARE(reader.states.last().error->code, ErrorCode::Unavailable);
    FeedPublisherOptions options;
    options.kind = FeedKind::Jobs;
    FeedPublisher publisher(options);
    publisher.publish(numberedItem(1));
    FeedServer server(publisher, port);
    QTRY_COMPARE(reader.numbers, allNumbers(1, 1));
    QCOMPARE(reader.phase(), LinkPhase::Live);
}

void FeedClientTest::givesUpOnAServerThatSaysNothing()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    auto options = NumberReader::shortTimes();
    options.connectWithin = Milliseconds(50);
    NumberReader reader(QUrl(QStringLiteral("ws://127.0.0.1:%1/").arg(server.serverPort())),
                        options);
    reader.start();
    QTRY_COMPARE(reader.phase(), LinkPhase::Unreachable);
    QCOMPARE(reader.states.last().error->text(),
             std::string("test feed: no connection within 50 ms"));
}

void FeedClientTest::triesAgainWhenTold()
{
    bool up = false;
    ScriptedServer server(hello(1, 2), [&](QWebSocket &socket, const Subscribe &) {
        if (up) {
            say(socket, batchOf(1, 1));
        } else {
            closeWithError(&socket, {.code = "too_many_clients", .message = "full"});
        }
    });
    auto options = NumberReader::shortTimes();
    options.backoffFirst = options.backoffMost = std::chrono::hours(1);
    NumberReader reader(server.url(), options);
    reader.start();
    QTRY_COMPARE(reader.phase(), LinkPhase::Unreachable);
    QCOMPARE(reader.states.last().error->text(),
             std::string("test feed: the server says too_many_clients: full"));
    up = true;
    reader.client().retryNow();
    QTRY_COMPARE(reader.numbers, allNumbers(1, 1));
}

void FeedClientTest::readsPlainServers()
{
    QObject sockets;
    QWebSocket *link = nullptr;
    FeedServer server(
        [&](std::unique_ptr<QWebSocket> socket) {
            link = socket.release();
            link->setParent(&sockets);
            link->sendTextMessage(QStringLiteral(R"({"id":"1"})"));
            link->sendTextMessage(QStringLiteral(R"([{"id":"2"},{"id":"3"},5])"));
            link->sendBinaryMessage(R"({"id":"4"})");
        },
        0, false);
    NumberReader reader(server.url());
    reader.start();
    QTRY_COMPARE(reader.numbers, allNumbers(1, 4));
    QCOMPARE(reader.phase(), LinkPhase::Live);
    QVERIFY(reader.states.last().plain);
    QCOMPARE(reader.counters.malformed, std::uint64_t(1));
    QCOMPARE(reader.rejected[0].text(),
             std::string("test feed item 2: must be an object, not a number"));
    QVERIFY(reader.gaps.isEmpty());
    link->abort();
    QTRY_COMPARE(reader.numbers.size(), qsizetype(8));
    // Such a server cannot say what was sent in between.
    QCOMPARE(reader.gaps,
             (QList<QPair<quint64, QString>>{{0, QStringLiteral("the link was cut")}}));
}

void FeedClientTest::takesAQuietServerForPlain()
{
    QObject sockets;
    QWebSocket *link = nullptr;
    FeedServer server(
        [&](std::unique_ptr<QWebSocket> socket) {
            link = socket.release();
            link->setParent(&sockets);
        },
        0, false);
    NumberReader reader(server.url());
    reader.start();
    QTRY_COMPARE(reader.phase(), LinkPhase::Live);
    QVERIFY(reader.states.last().plain);
    // It was only slow.
    say(*link, encodeFrame(hello(1, 2)));
    QTRY_VERIFY(!reader.states.last().plain);
    say(*link, batchOf(1, 1));
    QTRY_COMPARE(reader.numbers, allNumbers(1, 1));
    QVERIFY(reader.gaps.isEmpty());
    QCOMPARE(reader.counters.reconnects, std::uint64_t(0));
}

void FeedClientTest::stopsInsideASlot_data()
{
    QTest::addColumn<QByteArray>("when");
    for (const char *when : {"frame", "items", "gap", "rejected", "live"}) {
        QTest::newRow(when) << QByteArray(when);
    }
}

void FeedClientTest::stopsInsideASlot()
{
    QFETCH(QByteArray, when);
    ScriptedServer server(hello(1, 100), [](QWebSocket &socket, const Subscribe &) {
        say(socket, "?");
        say(socket, batchOf(1, 2));
        say(socket, batchOf(9, 9));
        say(socket, std::string(5'000'000, 'x'));
    });
    NumberReader reader(server.url());
    auto &client = reader.client();
    const auto stopWhen = [&](const char *name) {
        if (when == name) {
            client.stop();
        }
    };
    connect(&client, &FeedClient::frameReceived, this, [&] { stopWhen("frame"); });
    connect(&client, &FeedClient::itemsReady, this, [&] { stopWhen("items"); });
    connect(&client, &FeedClient::gapFound, this, [&] { stopWhen("gap"); });
    connect(&client, &FeedClient::frameRejected, this, [&] { stopWhen("rejected"); });
    connect(&client, &FeedClient::stateChanged, this, [&](const LinkState &state) {
        if (state.phase == LinkPhase::Live) {
            stopWhen("live");
        }
    });
    reader.start();
    QTRY_COMPARE(reader.phase(), LinkPhase::Stopped);
    const auto states = reader.states.size();
    client.retryNow();
    QCOMPARE(reader.states.size(), states);
}

void FeedClientTest::worksInAThreadOfItsOwn()
{
    FeedPublisherOptions options;
    options.kind = FeedKind::Jobs;
    FeedPublisher publisher(options);
    FeedServer server(publisher);
    publisher.publish(numberedItem(1));
    SystemClock clock;
    auto clientOptions = NumberReader::shortTimes();
    clientOptions.url = server.url();
    auto *client = new FeedClient(clientOptions, clock);
    QThread thread;
    client->moveToThread(&thread);
    connect(&thread, &QThread::finished, client, &QObject::deleteLater);
    std::size_t items = 0;
    std::vector<LinkPhase> phases;
    connect(client, &FeedClient::itemsReady, this,
            [&](const DecodedItems &decoded) { items += itemCount(decoded.items); });
    connect(client, &FeedClient::stateChanged, this,
            [&](const LinkState &state) { phases.push_back(state.phase); });
    thread.start();
    QMetaObject::invokeMethod(client, &FeedClient::start);
    QTRY_COMPARE(items, std::size_t(1));
    for (std::uint64_t number = 2; number <= 500; ++number) {
        publisher.publish(numberedItem(number));
    }
    QTRY_COMPARE(items, std::size_t(500));
    QMetaObject::invokeMethod(client, &FeedClient::stop);
    QTRY_COMPARE(phases, (std::vector{LinkPhase::Connecting, LinkPhase::Live, LinkPhase::Stopped}));
    thread.quit();
    QVERIFY(thread.wait());
}

QTEST_GUILESS_MAIN(FeedClientTest)
#include "tst_feedclient.moc"
