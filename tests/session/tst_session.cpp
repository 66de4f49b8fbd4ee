// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feedserver.h"
#include "session/secrets.h"
#include "session/session.h"

#include <QElapsedTimer>
#include <QHash>
#include <QSignalSpy>
#include <QTest>

#include <sys/resource.h>

using namespace foretop;
using namespace foretop::session;
using feeds::FeedKind;
using feeds::LinkPhase;

class SessionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fillsStores();
    void followsLinks();
    void losesNothingAcrossCuts();
    void tellsWhatIsLost();
    void tellsUnreadableItems();
    void changesAtMostOnceAFrame();
    void readsTokens();
    void refusesWithoutToken_data();
    void refusesWithoutToken();
    void refusesUnusableAddress();
    void connectsManySources();
    void endsWhileBusy();
    void endsBeforeTokenCame();
    void mayEndInItsOwnSignal();
};

namespace {

/// Secrets of a test; the answer comes when the test says so.
class FakeSecrets final : public SecretStore
{
public:
    void read(const QString &key, QObject *context, ReadFunction done) override
    {
        ++reads[key];
        const Result<QString> secret = secrets.value(
            key, fail(ErrorCode::Unavailable, "no keychain is running to look up \"k\""));
        QMetaObject::invokeMethod(
            context, [secret, done] { done(secret); }, Qt::QueuedConnection);
    }
    void write(const QString &, const QString &, QObject *, WriteFunction) override {}

    QHash<QString, Result<QString>> secrets;
    QHash<QString, int> reads;
};

Environment environmentOf(const QVector<SourceConfig> &sources)
{
    return {.name = QStringLiteral("test"), .colour = {}, .note = {}, .sources = sources};
}

bool allAre(const Session &session, LinkPhase phase)
{
    return std::all_of(session.sources().cbegin(), session.sources().cend(),
                       [phase](const SourceStatus &source) { return source.link.phase == phase; });
}

std::uint64_t heldRecords(const Session &session)
{
    const auto snapshot = session.logs().snapshot();
    return snapshot.end() - snapshot.first();
}

QByteArray toBytes(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()));
}

} // namespace

void SessionTest::initTestCase()
{
    // Both ends of 500 links are in this process.
    rlimit files{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &files), 0);
    files.rlim_cur = std::min<rlim_t>(files.rlim_max, 4096);
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &files), 0);
}

void SessionTest::fillsStores()
{
    FeedServer server;
    QVERIFY(server.listen());
    server.publish(FeedKind::Health,
                   R"({"status":"healthy","service":"shop","checks":{"db":{"status":"degraded",)"
                   R"("message":"slow"}}})");
    server.publish(FeedKind::Metrics, R"({"exposition":"# TYPE up gauge\nup 1\n"})");
    server.publishLogs(1, 3);
    server.publish(FeedKind::Jobs, R"({"id":"7","name":"import","state":"running"})");
    server.publish(FeedKind::Errors, R"({"type":"ValueError","message":"bad"})");

    const SystemClock clock;
    Session session(environmentOf(server.sources(QStringLiteral("web-1"))), {}, clock);
    QSignalSpy health(&session, &Session::healthChanged);
    QSignalSpy errors(&session, &Session::errorsChanged);
    QCOMPARE(session.sources().size(), 5);
    QVERIFY(allAre(session, LinkPhase::Connecting));
    session.start();

    QTRY_VERIFY(allAre(session, LinkPhase::Live));
    QTRY_COMPARE(heldRecords(session), std::uint64_t(3));
    QTRY_COMPARE(session.health().states().size(), std::size_t(1));
    QTRY_COMPARE(session.metrics().families().size(), std::size_t(1));
    QTRY_COMPARE(session.jobs().jobs().size(), std::size_t(1));
    QTRY_COMPARE(session.errors().groups().size(), std::size_t(1));
    QTRY_VERIFY(health.count() > 0);
    QTRY_VERIFY(errors.count() > 0);
    const logs::LiveSnapshot snapshot = session.logs().snapshot();
    QCOMPARE(toBytes(snapshot.at(logs::RecordNumber(2)).message), QByteArray("record 3"));
    QCOMPARE(toBytes(snapshot.at(logs::RecordNumber(2)).source), QByteArray("web-1"));
    QCOMPARE(toBytes(session.health().states()[0].source), QByteArray("web-1"));
    QTRY_COMPARE(session.sources().at(2).counters.items, std::uint64_t(3));
}

void SessionTest::followsLinks()
{
    FeedServer server;
    QVERIFY(server.listen());
    ManualClock clock;
    Session session(environmentOf(server.sources(QStringLiteral("web-1"))), {}, clock);
    QSignalSpy links(&session, &Session::linksChanged);
    session.start();
    QTRY_VERIFY(allAre(session, LinkPhase::Live));

    clock.advance(Milliseconds(10'000));
    const WallTime lostAt = clock.wallNow();
    server.close();
    QTRY_VERIFY(allAre(session, LinkPhase::Unreachable));
    QCOMPARE(session.sources().at(0).link.since, lostAt);
    QVERIFY(session.sources().at(0).link.error);
    QVERIFY(!session.sources().at(0).link.error->message.empty());

    clock.advance(Milliseconds(10'000));
    QVERIFY(server.listen());
    session.retryNow();
    QTRY_VERIFY(allAre(session, LinkPhase::Live));
    QVERIFY(links.count() >= 3);
    const SourceStatus &source = session.sources().at(0);
    QCOMPARE(linkAt(source, lostAt).phase, LinkPhase::Unreachable);
    QCOMPARE(linkAt(source, lostAt - Milliseconds(1)).phase, LinkPhase::Live);
}

void SessionTest::losesNothingAcrossCuts()
{
    constexpr int kRecords = 200'000;
    constexpr int kBatch = 10'000;
    FeedServer server;
    QVERIFY(server.listen());
    const SystemClock clock;
    Session session(environmentOf({server.sources(QStringLiteral("web-1")).at(2)}), {}, clock);
    session.start();
    QTRY_VERIFY(allAre(session, LinkPhase::Live));
    for (int first = 0; first < kRecords; first += kBatch) {
        server.publishLogs(first, kBatch);
        if (first % (4 * kBatch) == 0) {
            // In the midst of what was just published.
            QTRY_VERIFY(heldRecords(session) > static_cast<std::uint64_t>(first));
            server.close();
            QTRY_VERIFY(!allAre(session, LinkPhase::Live));
            QVERIFY(server.listen());
            session.retryNow();
        }
    }
    QTRY_VERIFY_WITH_TIMEOUT(heldRecords(session) >= std::uint64_t(kRecords), 60'000);
    const logs::LiveSnapshot snapshot = session.logs().snapshot();
    QCOMPARE(snapshot.end().value(), std::uint64_t(kRecords));
    for (int i = 0; i < kRecords; ++i) {
        const auto record = snapshot.at(logs::RecordNumber(static_cast<std::uint64_t>(i)));
        QCOMPARE(toBytes(record.message), "record " + QByteArray::number(i));
    }
    QTRY_COMPARE(session.sources().at(0).counters.items, std::uint64_t(kRecords));
    QVERIFY(session.sources().at(0).counters.reconnects >= 5);
}

void SessionTest::tellsWhatIsLost()
{
    FeedServer server(64U << 10);
    QVERIFY(server.listen());
    const SystemClock clock;
    Session session(environmentOf({server.sources(QStringLiteral("web-1")).at(2)}), {}, clock);
    session.start();
    QTRY_VERIFY(allAre(session, LinkPhase::Live));
    server.publishLogs(0, 10);
    QTRY_COMPARE(heldRecords(session), std::uint64_t(10));
    server.close();
    QTRY_VERIFY(allAre(session, LinkPhase::Unreachable));
    server.publishLogs(10, 5000);
    QVERIFY(server.listen());
    session.retryNow();

    QTRY_VERIFY(heldRecords(session) > 100);
    QTRY_COMPARE(session.sources().at(0).counters.items + session.sources().at(0).counters.dropped,
                 std::uint64_t(5010));
    const std::uint64_t lost = session.sources().at(0).counters.dropped;
    const auto gap = session.logs().snapshot().at(logs::RecordNumber(10));
    QCOMPARE(gap.kind, logs::RecordKind::Gap);
    QCOMPARE(toBytes(gap.message),
             QByteArray::number(static_cast<qulonglong>(lost)) + " records lost: evicted");
    QCOMPARE(toBytes(gap.source), QByteArray("web-1"));
}

void SessionTest::tellsUnreadableItems()
{
    FeedServer server;
    QVERIFY(server.listen());
    server.publish(FeedKind::Jobs, R"({"name":"without an id"})");
    server.publish(FeedKind::Jobs, R"({"id":"1"})");
    const SystemClock clock;
    Session session(environmentOf({server.sources(QStringLiteral("web-1")).at(3)}), {}, clock);
    session.start();
    QTRY_COMPARE(session.jobs().jobs().size(), std::size_t(1));
    QTRY_COMPARE(session.sources().at(0).counters.malformed, std::uint64_t(1));
    const QString error = session.sources().at(0).lastError;
    QVERIFY2(error.startsWith(QStringLiteral("web-1 item 0")), qPrintable(error));
    QVERIFY2(error.contains(QStringLiteral("\"id\"")), qPrintable(error));
}

void SessionTest::changesAtMostOnceAFrame()
{
    FeedServer server;
    QVERIFY(server.listen());
    const SystemClock clock;
    Session session(environmentOf({server.sources(QStringLiteral("web-1")).at(2)}), {}, clock);
    QElapsedTimer sinceLast;
    qint64 shortest = std::numeric_limits<qint64>::max();
    int count = 0;
    connect(&session, &Session::logsChanged, this, [&] {
        shortest = sinceLast.isValid() ? std::min(shortest, sinceLast.elapsed()) : shortest;
        sinceLast.start();
        ++count;
    });
    session.start();
    QTRY_VERIFY(allAre(session, LinkPhase::Live));
    for (int i = 0; i < 20'000; ++i) {
        server.publishLogs(i, 1);
        if (i % 100 == 0) {
            QCoreApplication::processEvents();
        }
    }
    QTRY_COMPARE(heldRecords(session), std::uint64_t(20'000));
    QTRY_VERIFY(count > 1);
    // A precise timer may be early by the fraction of a millisecond.
    QVERIFY2(shortest >= kFrameMs - 1, qPrintable(QString::number(shortest)));
}

void SessionTest::readsTokens()
{
    FeedServer server;
    QVERIFY(server.listen());
    FakeSecrets secrets;
    secrets.secrets.insert(QStringLiteral("prod/web-1"), QStringLiteral(" t0ken\n"));
    QVector<SourceConfig> sources = server.sources(QStringLiteral("web-1"));
    for (SourceConfig &source : sources) {
        source.secretKey = QStringLiteral("prod/web-1");
    }
    const SystemClock clock;
    Session session(environmentOf(sources), {}, clock);
    session.setSecretStore(secrets);
    session.start();
    QTRY_VERIFY(allAre(session, LinkPhase::Live));
    QCOMPARE(server.authorization(), QByteArray("Bearer t0ken"));
    QCOMPARE(secrets.reads.value(QStringLiteral("prod/web-1")), 1);
    QVERIFY(session.sources().at(0).config.token.isEmpty());
}

void SessionTest::refusesWithoutToken_data()
{
    QTest::addColumn<bool>("isThere");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QString>("message");
    QTest::newRow("no keychain") << false << QString()
                                 << QStringLiteral("no keychain is running to look up \"k\"");
    QTest::newRow("empty") << true << QStringLiteral(" \n")
                           << QStringLiteral("the keychain's secret \"k\" is empty");
    QTest::newRow("another header")
        << true << QStringLiteral("a\r\nHost: evil")
        << QStringLiteral("the keychain's secret \"k\" has characters that a token cannot have");
}

void SessionTest::refusesWithoutToken()
{
    QFETCH(bool, isThere);
    QFETCH(QString, secret);
    QFETCH(QString, message);
    FeedServer server;
    QVERIFY(server.listen());
    FakeSecrets secrets;
    if (isThere) {
        secrets.secrets.insert(QStringLiteral("k"), secret);
    }
    QVector<SourceConfig> sources = server.sources(QStringLiteral("web-1"));
    sources[1].secretKey = QStringLiteral("k");
    const SystemClock clock;
    Session session(environmentOf(sources), {}, clock);
    session.setSecretStore(secrets);
    session.start();
    QTRY_COMPARE(session.sources().at(1).link.phase, LinkPhase::Refused);
    QCOMPARE(QString::fromStdString(session.sources().at(1).link.error->message), message);
    QCOMPARE(session.sources().at(1).link.error->source, std::string("web-1"));
    // The others are not held up.
    QTRY_COMPARE(session.sources().at(0).link.phase, LinkPhase::Live);

    // The person unlocks the keychain and tries again.
    secrets.secrets.insert(QStringLiteral("k"), QStringLiteral("t0ken"));
    session.retryNow();
    QTRY_VERIFY(allAre(session, LinkPhase::Live));
    QCOMPARE(secrets.reads.value(QStringLiteral("k")), 2);
}

void SessionTest::refusesUnusableAddress()
{
    SourceConfig source;
    source.name = QStringLiteral("shop");
    source.url = QUrl(QStringLiteral("http://shop/health"));
    const SystemClock clock;
    Session session(environmentOf({source}), {}, clock);
    session.start();
    QTRY_VERIFY(allAre(session, LinkPhase::Refused));
    QCOMPARE(session.sources().at(0).link.error->text(),
             std::string("shop: \"http://shop/health\" is no ws:// or wss:// address"));
}

void SessionTest::connectsManySources()
{
    constexpr int kAgents = 100;
    FeedServer server;
    QVERIFY(server.listen());
    QVector<SourceConfig> sources;
    for (int i = 0; i < kAgents; ++i) {
        sources += server.sources(QStringLiteral("web-%1").arg(i));
    }
    const SystemClock clock;
    Session session(environmentOf(sources), {}, clock);
    session.start();
    QTRY_VERIFY_WITH_TIMEOUT(allAre(session, LinkPhase::Live), 30'000);
    server.publishLogs(0, 10);
    QTRY_COMPARE_WITH_TIMEOUT(heldRecords(session), std::uint64_t(10 * kAgents), 30'000);
    server.close();
    QTRY_VERIFY_WITH_TIMEOUT(allAre(session, LinkPhase::Unreachable), 30'000);
    QVERIFY(server.listen());
    session.retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(allAre(session, LinkPhase::Live), 30'000);
}

void SessionTest::endsWhileBusy()
{
    FeedServer server;
    QVERIFY(server.listen());
    const SystemClock clock;
    for (int i = 0; i < 5; ++i) {
        Session session(environmentOf(server.sources(QStringLiteral("web-1"))), {}, clock);
        session.start();
        server.publishLogs(0, 20'000);
        QTRY_VERIFY(heldRecords(session) > 0);
    }
    // Not even begun, or begun and not once back in the event loop.
    const Session idle(environmentOf(server.sources(QStringLiteral("web-1"))), {}, clock);
    Session brief(environmentOf(server.sources(QStringLiteral("web-1"))), {}, clock);
    brief.start();
}

void SessionTest::endsBeforeTokenCame()
{
    FakeSecrets secrets;
    SourceConfig source;
    source.url = QUrl(QStringLiteral("ws://127.0.0.1:1"));
    source.secretKey = QStringLiteral("k");
    const SystemClock clock;
    {
        Session session(environmentOf({source}), {}, clock);
        session.setSecretStore(secrets);
        session.start();
    }
    QCoreApplication::processEvents();
    QCOMPARE(secrets.reads.value(QStringLiteral("k")), 1);
}

void SessionTest::mayEndInItsOwnSignal()
{
    FeedServer server;
    QVERIFY(server.listen());
    const SystemClock clock;
    auto session = std::make_unique<Session>(environmentOf(server.sources(QStringLiteral("web-1"))),
                                             Session::Limits(), clock);
    connect(session.get(), &Session::sourcesChanged, this, [&session] { session.reset(); });
    session->start();
    QTRY_VERIFY(!session);
}

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"
