// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuttingproxy.h"
#include "feedserver.h"
#include "numberreader.h"

#include <QTest>
#include <QTimer>

using namespace foretop;
using namespace foretop::feeds;
using namespace foretop::feeds::test;

// Publisher and client against each other, over real sockets with a network that breaks.
class ResumeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliversBacklogThenLive();
    void losesAndDoublesNothingAcrossCuts_data();
    void losesAndDoublesNothingAcrossCuts();
    void tellsWhatWasEvictedWhileAway();
    void tellsWhatASlowClientMissed();
    void noticesADeadLink();
    void startsOverWhenTheServerDid();
    void filteredItemsAreNoGap();
    void tellsItemsThatAreTooLarge();
    void tellsWhatProducersDropped();
};

namespace {

FeedPublisherOptions jobsFeed()
{
    FeedPublisherOptions options;
    options.kind = FeedKind::Jobs;
    options.service = QStringLiteral("shop");
    options.host = QStringLiteral("web-1");
    return options;
}

void publishNumbers(FeedPublisher &publisher, std::uint64_t from, std::uint64_t to,
                    std::size_t padding = 0)
{
    std::vector<PublishedItem> items;
    for (auto number = from; number <= to; ++number) {
        items.push_back(
            {.seq = {}, .item = numberedItem(number, padding), .cursor = {}, .lost = {}});
    }
    publisher.publishAll(std::move(items));
}

} // namespace

void ResumeTest::deliversBacklogThenLive()
{
    FeedPublisher publisher(jobsFeed());
    FeedServer server(publisher);
    publishNumbers(publisher, 1, 10);
    auto options = NumberReader::shortTimes();
    options.backlog = 3;
    options.token = QStringLiteral("s3cret");
    NumberReader reader(server.url(), options);
    reader.start();
    QCOMPARE(reader.phase(), LinkPhase::Connecting);
    QTRY_COMPARE(reader.numbers, allNumbers(8, 10));
    publishNumbers(publisher, 11, 2000);
    QTRY_COMPARE(reader.numbers, allNumbers(8, 2000));
    QCOMPARE(server.authorizations(), QList<QByteArray>{"Bearer s3cret"});
    QCOMPARE(reader.phase(), LinkPhase::Live);
    QVERIFY(!reader.states.last().plain);
    QVERIFY(reader.gaps.isEmpty());
    QVERIFY(reader.rejected.isEmpty());
    QCOMPARE(reader.counters.items, std::uint64_t(1993));
    QCOMPARE(reader.counters.reconnects, std::uint64_t(0));
    QCOMPARE(publisher.clientCount(), std::size_t(1));
    reader.client().stop();
    QCOMPARE(reader.phase(), LinkPhase::Stopped);
    QTRY_COMPARE(publisher.clientCount(), std::size_t(0));
}

void ResumeTest::losesAndDoublesNothingAcrossCuts_data()
{
    QTest::addColumn<quint64>("window");
    QTest::addColumn<qint64>("cutAfter");
    QTest::newRow("wide window") << quint64(100) << qint64(7'001);
    QTest::newRow("narrow window") << quint64(10) << qint64(3'003);
    QTest::newRow("one by one") << quint64(1) << qint64(1'501);
}

void ResumeTest::losesAndDoublesNothingAcrossCuts()
{
    QFETCH(quint64, window);
    QFETCH(qint64, cutAfter);
    constexpr quint64 kItems = 2000;
    auto options = jobsFeed();
    options.window = window;
    FeedPublisher publisher(options);
    FeedServer server(publisher);
    CuttingProxy proxy(server.port());
    NumberReader reader(proxy.url());
    proxy.cutAfter(cutAfter);
    quint64 published = 0;
    QTimer producer;
    connect(&producer, &QTimer::timeout, &producer, [&] {
        // Every link is cut elsewhere: inside the handshake, a frame's header, an item.
        proxy.cutAfter(cutAfter + static_cast<qint64>(published % 97));
        const auto count = std::min<quint64>(1 + published % 17, kItems - published);
        publishNumbers(publisher, published + 1, published + count, 20);
        published += count;
        if (published == kItems) {
            producer.stop();
        }
    });
    reader.start();
    producer.start(0);
    QTRY_COMPARE_WITH_TIMEOUT(reader.numbers.size(), qsizetype(kItems), 30'000);
    QCOMPARE(reader.numbers, allNumbers(1, kItems));
    QVERIFY2(proxy.links() > 10, qPrintable(QString::number(proxy.links())));
    QVERIFY(reader.gaps.isEmpty());
    QVERIFY(reader.rejected.isEmpty());
    QCOMPARE(reader.counters.malformed, std::uint64_t(0));
    QVERIFY(reader.counters.reconnects > 5);
}

void ResumeTest::tellsWhatWasEvictedWhileAway()
{
    auto options = jobsFeed();
    options.ringBytes = 10'000;
    FeedPublisher publisher(options);
    FeedServer server(publisher);
    CuttingProxy proxy(server.port());
    NumberReader reader(proxy.url());
    reader.start();
    publishNumbers(publisher, 1, 5);
    QTRY_COMPARE(reader.numbers, allNumbers(1, 5));
    proxy.setDown(true);
    QTRY_COMPARE(publisher.clientCount(), std::size_t(0));
    publishNumbers(publisher, 6, 1000);
    proxy.setDown(false);
    QTRY_VERIFY(!reader.numbers.isEmpty() && reader.numbers.last() == 1000);
    const auto evicted = publisher.counters().evicted;
    QVERIFY(evicted > 5);
    QCOMPARE(reader.gaps,
             (QList<QPair<quint64, QString>>{{evicted - 5, QStringLiteral("evicted")}}));
    QCOMPARE(reader.numbers, allNumbers(1, 5) + allNumbers(evicted + 1, 1000));
    QCOMPARE(reader.counters.dropped, evicted - 5);
}

void ResumeTest::tellsWhatASlowClientMissed()
{
    auto options = jobsFeed();
    options.ringBytes = 4U << 20;
    options.window = 1'000'000;
    FeedPublisher publisher(options);
    FeedServer server(publisher);
    CuttingProxy proxy(server.port());
    NumberReader reader(proxy.url());
    reader.start();
    QTRY_COMPARE(reader.phase(), LinkPhase::Live);
    proxy.setStalled(true);
    constexpr quint64 kItems = 40'000;
    quint64 last = 0;
    QTimer producer;
    connect(&producer, &QTimer::timeout, &producer, [&] {
        publishNumbers(publisher, last + 1, last + 1000, 1000);
        last += 1000;
        if (last == kItems) {
            producer.stop();
        }
    });
    producer.start(0);
    QTRY_COMPARE(last, kItems);
    // 40 MB were published; what may be under way is the buffers of two sockets and the kernel's.
    const auto sentWhileStalled = publisher.counters().sent;
    QVERIFY2(sentWhileStalled < 20'000, qPrintable(QString::number(sentWhileStalled)));
    proxy.setStalled(false);
    QTRY_VERIFY(!reader.numbers.isEmpty() && reader.numbers.last() == last);
    QVERIFY(reader.itemsInGaps() > 0);
    QCOMPARE(static_cast<quint64>(reader.numbers.size()) + reader.itemsInGaps(), last);
    QVERIFY(std::is_sorted(reader.numbers.begin(), reader.numbers.end()));
}

void ResumeTest::noticesADeadLink()
{
    FeedPublisher publisher(jobsFeed());
    FeedServer server(publisher);
    CuttingProxy proxy(server.port());
    auto options = NumberReader::shortTimes();
    options.pingInterval = Milliseconds(20);
    options.deadAfter = Milliseconds(200);
    options.connectWithin = Milliseconds(200);
    NumberReader reader(proxy.url(), options);
    reader.start();
    QTRY_COMPARE(reader.phase(), LinkPhase::Live);
    proxy.setStalled(true);
    QTRY_COMPARE(reader.phase(), LinkPhase::Unreachable);
    QCOMPARE(reader.states.last().error->code, ErrorCode::TimedOut);
    QCOMPARE(reader.states.last().error->text(),
             std::string("test feed: nothing heard for 200 ms"));
    QTRY_COMPARE(publisher.clientCount(), std::size_t(0));
    publishNumbers(publisher, 1, 3);
    proxy.setStalled(false);
    QTRY_COMPARE(reader.numbers, allNumbers(1, 3));
    QCOMPARE(reader.phase(), LinkPhase::Live);
}

void ResumeTest::startsOverWhenTheServerDid()
{
    auto publisher = std::make_unique<FeedPublisher>(jobsFeed());
    auto server = std::make_unique<FeedServer>(*publisher);
    CuttingProxy proxy(server->port());
    NumberReader reader(proxy.url());
    reader.start();
    publishNumbers(*publisher, 1, 5);
    QTRY_COMPARE(reader.numbers.size(), qsizetype(5));
    server.reset();
    publisher.reset();
    QTRY_COMPARE(reader.phase(), LinkPhase::Unreachable);
    publisher = std::make_unique<FeedPublisher>(jobsFeed());
    publishNumbers(*publisher, 101, 103);
    server = std::make_unique<FeedServer>(*publisher);
    proxy.setServerPort(server->port());
    QTRY_COMPARE(reader.numbers, allNumbers(1, 5) + allNumbers(101, 103));
    QCOMPARE(reader.gaps, (QList<QPair<quint64, QString>>{
                              {0, QStringLiteral("the server started to number anew")}}));
}

void ResumeTest::filteredItemsAreNoGap()
{
    auto feed = jobsFeed();
    feed.kind = FeedKind::Logs;
    feed.window = 20;
    feed.ringBytes = 40'000;
    FeedPublisher publisher(feed);
    FeedServer server(publisher);
    CuttingProxy proxy(server.port());
    auto options = NumberReader::shortTimes();
    options.kind = FeedKind::Logs;
    options.minLevel = QStringLiteral("WARNING");
    NumberReader reader(proxy.url(), options);
    const auto publish = [&publisher](int number, const char *level) {
        publisher.publish(R"({"level":")" + std::string(level) + R"(","message":")" +
                          std::to_string(number) + R"("})");
    };
    publish(1, "DEBUG");
    publish(2, "ERROR");
    publish(3, "");
    reader.start();
    // A record without a level might be anything, so it is sent.
    QTRY_COMPARE(reader.numbers, (QList<quint64>{2, 3}));
    for (int number = 4; number < 1000; ++number) {
        publish(number, number % 10 == 0 ? "WARNING" : "INFO");
        if (number % 50 == 0) {
            QTRY_COMPARE(reader.numbers.last(), quint64(number));
        }
    }
    QTRY_COMPARE(reader.numbers.size(), qsizetype(2 + 99));
    QVERIFY(publisher.counters().evicted > 500);
    // Only items that the filter leaves out, more than the ring holds, in steps that it does.
    for (int number = 1000; number < 3000; ++number) {
        publish(number, "INFO");
        if (number % 100 == 99) {
            const auto frames = reader.counters.frames;
            QTRY_VERIFY(reader.counters.frames > frames);
        }
    }
    proxy.cut();
    QTRY_COMPARE(reader.counters.reconnects, std::uint64_t(1));
    publish(3000, "ERROR");
    QTRY_COMPARE(reader.numbers.last(), quint64(3000));
    QVERIFY(reader.gaps.isEmpty());
}

void ResumeTest::tellsItemsThatAreTooLarge()
{
    auto feed = jobsFeed();
    feed.maxFrameBytes = 20'000;
    FeedPublisher publisher(feed);
    FeedServer server(publisher);
    auto small = NumberReader::shortTimes();
    small.maxFrameBytes = 2'000;
    NumberReader reader(server.url());
    NumberReader smallReader(server.url(), small);
    reader.start();
    smallReader.start();
    publishNumbers(publisher, 1, 2, 300);
    publishNumbers(publisher, 3, 3, 30'000);
    publishNumbers(publisher, 4, 6, 3'000);
    publishNumbers(publisher, 7, 30, 300);
    QTRY_COMPARE(reader.numbers, allNumbers(1, 2) + allNumbers(4, 30));
    QTRY_COMPARE(smallReader.numbers, allNumbers(1, 2) + allNumbers(7, 30));
    const QString reason = QStringLiteral("too_large");
    QCOMPARE(reader.gaps, (QList<QPair<quint64, QString>>{{1, reason}}));
    QCOMPARE(smallReader.itemsInGaps(), quint64(4));
    QVERIFY(smallReader.rejected.isEmpty());
    QCOMPARE(publisher.counters().unsendable, std::uint64_t(1));
}

void ResumeTest::tellsWhatProducersDropped()
{
    FeedPublisher publisher(jobsFeed());
    publisher.noteDropped(5); // before anyone listened
    FeedServer server(publisher);
    NumberReader reader(server.url());
    reader.start();
    publishNumbers(publisher, 1, 1);
    QTRY_COMPARE(reader.numbers.size(), qsizetype(1));
    QVERIFY(reader.gaps.isEmpty());
    publisher.noteDropped(7);
    publishNumbers(publisher, 2, 2);
    QTRY_COMPARE(reader.numbers.size(), qsizetype(2));
    QCOMPARE(reader.gaps, (QList<QPair<quint64, QString>>{{7, QStringLiteral("dropped")}}));
    QCOMPARE(reader.counters.dropped, std::uint64_t(7));
}

QTEST_GUILESS_MAIN(ResumeTest)
#include "tst_resume.moc"
