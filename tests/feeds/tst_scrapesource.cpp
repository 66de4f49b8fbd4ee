// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/scrapesource.h"
#include "feeds/webserver.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

#include <zlib.h>

using namespace foretop;
using namespace foretop::feeds;

namespace {

QByteArray gzip(const QByteArray &bytes)
{
    z_stream stream{};
    deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, uLong(bytes.size()))), '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.truncate(out.size() - qsizetype(stream.avail_out));
    deflateEnd(&stream);
    return out;
}

ScrapeOptions optionsFor(const QUrl &url)
{
    ScrapeOptions options;
    options.url = url;
    options.source = QStringLiteral("shop");
    options.interval = Milliseconds(200);
    options.timeout = Milliseconds(5'000);
    return options;
}

/// A scrape source and what it told.
struct Scraper
{
    explicit Scraper(const ScrapeOptions &options)
        : source(options, network, clock)
    {
        QObject::connect(&source, &ScrapeSource::scraped, &source, [this](const Scrape &scrape) {
            last = scrape;
            ++scrapes;
        });
        QObject::connect(&source, &ScrapeSource::stateChanged, &source,
                         [this](const LinkState &link) { state = link; });
        QObject::connect(&source, &ScrapeSource::countersChanged, &source,
                         [this](const LinkCounters &now) { counters = now; });
        QObject::connect(&source, &ScrapeSource::frameRejected, &source,
                         [this](const Error &error) { rejected = error; });
        source.start();
    }

    std::optional<double> value(std::string_view series) const
    {
        const auto &samples = last.batch.samples;
        const auto found = std::find_if(samples.begin(), samples.end(),
                                        [series](const auto &s) { return s.key.text() == series; });
        return found == samples.end() ? std::nullopt : std::optional(found->sample.value);
    }
    QByteArray message() const
    {
        return state.error ? QByteArray::fromStdString(state.error->text()) : QByteArray();
    }

    const SystemClock clock;
    HttpNetwork network;
    ScrapeSource source;
    Scrape last;
    int scrapes = 0;
    LinkState state;
    LinkCounters counters;
    std::optional<Error> rejected;
};

} // namespace

class ScrapeSourceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void scrapes();
    void readsCompressed_data();
    void readsCompressed();
    void sendsCredentials_data();
    void sendsCredentials();
    void fails_data();
    void fails();
    void keepsWhatItCanRead();
    void tellsPagesThatWereCut();
    void timesOut_data();
    void timesOut();
    void comesBack();
    void asksAgainForAPageThatWasThere();
    void followsRedirects();
    void keepsCredentialsFromOtherHosts();
    void refusesRedirects_data();
    void refusesRedirects();
    void verifiesTheServer_data();
    void verifiesTheServer();
    void showsItsCertificate_data();
    void showsItsCertificate();
    void tellsUnreadableFiles();
    void cancels();
    void scrapesNodeExporter();

private:
    const TestCertificates m_certificates;
};

void ScrapeSourceTest::initTestCase()
{
    QVERIFY2(m_certificates.isValid(), "openssl made no certificates");
}

void ScrapeSourceTest::scrapes()
{
    WebServer server(
        [](const auto &) { return WebServer::answer(200, "# TYPE a counter\na{b=\"c\"} 7\n"); });
    QVERIFY(server.listen());
    ScrapeOptions options = optionsFor(server.url(QStringLiteral("/metrics?x=1")));
    options.rules.labels = {{"b", "target"}, {"job", "shop"}};
    Scraper scraper(options);
    QCOMPARE(scraper.state.phase, LinkPhase::Connecting);
    QTRY_VERIFY(scraper.counters.items >= 3);
    QTRY_COMPARE(scraper.state.phase, LinkPhase::Live);
    QCOMPARE(scraper.value(R"(a{b="target",exported_b="c",job="shop"})"), 7.0);
    QCOMPARE(scraper.value(R"(up{b="target",job="shop"})"), 1.0);
    QCOMPARE(scraper.value(R"(scrape_samples_scraped{b="target",job="shop"})"), 1.0);
    QVERIFY(scraper.value(R"(scrape_duration_seconds{b="target",job="shop"})") >= 0.0);
    QCOMPARE(scraper.last.batch.samples.front().sample.time, scraper.last.at);
    QCOMPARE(server.lastRequest().url.query(), QStringLiteral("x=1"));
    QVERIFY(server.lastRequest().fields["accept"].startsWith(
        "application/openmetrics-text;version=1.0.0"));
    QVERIFY(server.lastRequest().fields["accept-encoding"].contains("gzip"));
    QCOMPARE(server.lastRequest().fields["x-prometheus-scrape-timeout-seconds"], QByteArray("0.2"));
    QVERIFY(!server.lastRequest().fields.contains("authorization"));
}

void ScrapeSourceTest::readsCompressed_data()
{
    QTest::addColumn<int>("lines");
    QTest::addColumn<QByteArray>("error");
    QTest::newRow("small") << 10 << QByteArray();
    QTest::newRow("many times what Qt reads ahead") << 40'000 << QByteArray();
    QTest::newRow("beyond the limit")
        << 2'000'000 << QByteArray("shop: the answer is larger than the limit of 4000000 bytes");
}

void ScrapeSourceTest::readsCompressed()
{
    QFETCH(int, lines);
    QFETCH(QByteArray, error);
    QByteArray page;
    for (int i = 0; i < lines; ++i) {
        page +=
            "requests_total{path=\"/a/rather/long/path\",n=\"" + QByteArray::number(i) + "\"} 1\n";
    }
    const QByteArray packed = WebServer::answer(
        200, gzip(page), "Content-Encoding: gzip\r\nContent-Type: text/plain\r\n");
    WebServer server([&packed](const auto &) { return packed; });
    QVERIFY(server.listen());
    ScrapeOptions options = optionsFor(server.url());
    options.interval = Milliseconds(60'000);
    options.timeout = Milliseconds(60'000);
    options.maxBytes = 4'000'000;
    Scraper scraper(options);
    QTRY_COMPARE_WITH_TIMEOUT(scraper.scrapes, 1, 30'000);
    QCOMPARE(scraper.message(), error);
    QCOMPARE(scraper.counters.items, std::uint64_t(error.isEmpty() ? lines : 0));
    QCOMPARE(scraper.value("up"), error.isEmpty() ? 1.0 : 0.0);
}

void ScrapeSourceTest::sendsCredentials_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("bearer") << QString() << QStringLiteral("t0ken") << QByteArray("Bearer t0ken");
    QTest::newRow("basic") << QStringLiteral("me") << QStringLiteral("p:w")
                           << "Basic " + QByteArray("me:p:w").toBase64();
}

void ScrapeSourceTest::sendsCredentials()
{
    QFETCH(QString, user);
    QFETCH(QString, secret);
    QFETCH(QByteArray, sent);
    WebServer server([&sent](const WebServer::Request &request) {
        return request.fields["authorization"] == sent ? WebServer::answer(200, "a 1\n")
                                                       : WebServer::answer(401, {});
    });
    QVERIFY(server.listen());
    ScrapeOptions options = optionsFor(server.url());
    options.access.user = user;
    options.access.secret = secret;
    Scraper scraper(options);
    QTRY_COMPARE(scraper.state.phase, LinkPhase::Live);
    options.access.secret = QStringLiteral("wrong");
    Scraper other(options);
    QTRY_COMPARE(other.state.phase, LinkPhase::Refused);
    QCOMPARE(other.message(),
             QByteArray("shop: the token or password is missing or wrong (HTTP 401)"));
}

void ScrapeSourceTest::fails_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<LinkPhase>("phase");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *name, const QByteArray &answer, LinkPhase phase,
                        const char *message) {
        QTest::newRow(name) << answer << phase << QByteArray(message);
    };
    row("forbidden", WebServer::answer(403, {}), LinkPhase::Refused,
        "shop: access is forbidden (HTTP 403)");
    row("no such page", WebServer::answer(404, "nothing"), LinkPhase::Refused,
        "shop: there is no such page (HTTP 404)");
    row("bad request", WebServer::answer(400, {}), LinkPhase::Refused,
        "shop: the server answered HTTP 400");
    row("too many requests", WebServer::answer(429, {}), LinkPhase::Unreachable,
        "shop: the server answered HTTP 429");
    row("broken", WebServer::answer(500, "a 1\n"), LinkPhase::Unreachable,
        "shop: the server answered HTTP 500");
    row("starting", WebServer::answer(503, {}), LinkPhase::Unreachable,
        "shop: the server answered HTTP 503");
    row("a web page", WebServer::answer(200, "<!DOCTYPE html>\n<p>hello</p>\n"),
        LinkPhase::Unreachable, "shop:1:1: this is no page of metrics: ");
    row("binary", WebServer::answer(200, QByteArray(100'000, '\xff')), LinkPhase::Unreachable,
        "shop:1:1: this is no page of metrics: ");
    row("no HTTP", "220 mail.example.org ESMTP\r\n\r\n", LinkPhase::Unreachable, "shop: ");
    row("too many samples", WebServer::answer(200, QByteArray("a 1\n").repeated(101)),
        LinkPhase::Unreachable, "shop: the page has more than 100 samples");
    row("too large", WebServer::answer(200, QByteArray(200'001, '#')), LinkPhase::Unreachable,
        "shop: the answer is larger than the limit of 200000 bytes");
    row("broken gzip", WebServer::answer(200, "no gzip", "Content-Encoding: gzip\r\n"),
        LinkPhase::Unreachable, "shop: ");
}

void ScrapeSourceTest::fails()
{
    QFETCH(QByteArray, answer);
    QFETCH(LinkPhase, phase);
    QFETCH(QByteArray, message);
    WebServer server([&answer](const auto &) { return answer; });
    QVERIFY(server.listen());
    ScrapeOptions options = optionsFor(server.url());
    options.interval = Milliseconds(60'000);
    options.rules.maxSamples = 100;
    options.maxBytes = 200'000;
    Scraper scraper(options);
    QTRY_VERIFY(scraper.state.error);
    QVERIFY2(scraper.message().startsWith(message), scraper.message().constData());
    QCOMPARE(scraper.state.phase, phase);
    QCOMPARE(scraper.scrapes, 1);
    QCOMPARE(scraper.value("up"), 0.0);
    QCOMPARE(scraper.last.batch.samples.size(), std::size_t(3));
}

void ScrapeSourceTest::keepsWhatItCanRead()
{
    WebServer server([](const auto &) { return WebServer::answer(200, "a 1\nb{ 2\nc 3\n"); });
    QVERIFY(server.listen());
    ScrapeOptions options = optionsFor(server.url());
    options.interval = Milliseconds(60'000);
    Scraper scraper(options);
    QTRY_COMPARE(scraper.state.phase, LinkPhase::Live);
    QTRY_COMPARE(scraper.counters.malformed, std::uint64_t(1));
    QCOMPARE(scraper.counters.items, std::uint64_t(2));
    QCOMPARE(scraper.value("c"), 3.0);
    QVERIFY(scraper.rejected);
    QCOMPARE(scraper.rejected->source, std::string("shop"));
    QCOMPARE(scraper.rejected->place.line, std::optional<std::uint64_t>(2));
}

void ScrapeSourceTest::tellsPagesThatWereCut()
{
    const QByteArray cut = WebServer::answer(
        200, "# TYPE a counter\na_total 1\nb_total 2\n",
        "Content-Type: application/openmetrics-text; version=1.0.0; charset=utf-8\r\n");
    WebServer server([&cut](const auto &) { return cut; });
    QVERIFY(server.listen());
    ScrapeOptions options = optionsFor(server.url());
    options.interval = Milliseconds(60'000);
    Scraper scraper(options);
    QTRY_COMPARE(scraper.counters.malformed, std::uint64_t(1));
    QCOMPARE(scraper.counters.items, std::uint64_t(2));
    QCOMPARE(scraper.value("b_total"), 2.0);
    QCOMPARE(scraper.rejected.value_or(Error()).text(),
             std::string("shop:4: \"# EOF\" is missing at the end"));
}

void ScrapeSourceTest::timesOut_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("says nothing") << QByteArray();
    QTest::newRow("stops in the middle")
        << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"
                      "a 1\n");
}

void ScrapeSourceTest::timesOut()
{
    QFETCH(QByteArray, answer);
    WebServer server([&answer](const auto &) { return answer; });
    QVERIFY(server.listen());
    ScrapeOptions options = optionsFor(server.url());
    options.timeout = Milliseconds(20);
    Scraper scraper(options);
    QTRY_COMPARE(scraper.state.phase, LinkPhase::Unreachable);
    QCOMPARE(scraper.message(), QByteArray("shop: no complete answer within 20 ms"));
    QTRY_VERIFY(scraper.scrapes > 2);
    QTRY_VERIFY(server.connectionCount() <= 1);
}

void ScrapeSourceTest::comesBack()
{
    WebServer server([](const auto &) { return WebServer::answer(200, "a 1\n"); });
    QVERIFY(server.listen());
    Scraper scraper(optionsFor(server.url()));
    QTRY_COMPARE(scraper.state.phase, LinkPhase::Live);
    server.close();
    QTRY_COMPARE(scraper.state.phase, LinkPhase::Unreachable);
    QCOMPARE(scraper.message(), QByteArray("shop: the connection was refused"));
    QCOMPARE(scraper.value("up"), 0.0);
    QVERIFY(server.listen());
    QTRY_COMPARE(scraper.state.phase, LinkPhase::Live);
    QTRY_COMPARE(scraper.counters.reconnects, std::uint64_t(1));
    QVERIFY(!scraper.state.error);
}

void ScrapeSourceTest::asksAgainForAPageThatWasThere()
{
    int status = 200;
    WebServer server([&status](const auto &) { return WebServer::answer(status, "a 1\n"); });
    QVERIFY(server.listen());
    Scraper scraper(optionsFor(server.url()));
    QTRY_COMPARE(scraper.state.phase, LinkPhase::Live);
    status = 404;
    QTRY_COMPARE(scraper.state.phase, LinkPhase::Unreachable);
    status = 200;
    QTRY_COMPARE(scraper.state.phase, LinkPhase::Live);
    status = 401;
    QTRY_COMPARE(scraper.state.phase, LinkPhase::Refused);
    status = 200;
    scraper.source.retryNow();
    QTRY_COMPARE(scraper.state.phase, LinkPhase::Live);
}

void ScrapeSourceTest::followsRedirects()
{
    WebServer server([](const WebServer::Request &request) {
        return request.url.path() == u"/metrics"
                   ? WebServer::answer(302, {}, "Location: /real?a=1\r\n")
                   : WebServer::answer(request.fields.contains("authorization") ? 200 : 401,
                                       "a 1\n");
    });
    QVERIFY(server.listen());
    ScrapeOptions options = optionsFor(server.url());
    options.interval = Milliseconds(60'000);
    options.access.secret = QStringLiteral("t");
    Scraper scraper(options);
    QTRY_COMPARE(scraper.state.phase, LinkPhase::Live);
    QCOMPARE(server.lastRequest().url, QUrl(QStringLiteral("/real?a=1")));
}

void ScrapeSourceTest::keepsCredentialsFromOtherHosts()
{
    WebServer other([](const auto &) { return WebServer::answer(200, "a 1\n"); });
    QVERIFY(other.listen());
    WebServer server([&other](const auto &) {
        return WebServer::answer(307, {}, "Location: " + other.url().toEncoded() + "\r\n");
    });
    QVERIFY(server.listen());
    ScrapeOptions options = optionsFor(server.url());
    options.access.secret = QStringLiteral("t");
    Scraper scraper(options);
    QTRY_COMPARE(scraper.state.phase, LinkPhase::Live);
    QVERIFY(server.lastRequest().fields.contains("authorization"));
    QVERIFY(!other.lastRequest().fields.contains("authorization"));
}

void ScrapeSourceTest::refusesRedirects_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("in a circle") << QByteArray("/metrics")
                                 << QByteArray("shop: more than 5 redirects, the last to ");
    QTest::newRow("to a file") << QByteArray("file:///etc/passwd")
                               << QByteArray("shop: the server redirects to file:///etc/passwd, "
                                             "which is not followed");
}

void ScrapeSourceTest::refusesRedirects()
{
    QFETCH(QByteArray, location);
    QFETCH(QByteArray, message);
    WebServer server([&location](const auto &) {
        return WebServer::answer(301, {}, "Location: " + location + "\r\n");
    });
    QVERIFY(server.listen());
    Scraper scraper(optionsFor(server.url()));
    QTRY_COMPARE(scraper.state.phase, LinkPhase::Refused);
    QVERIFY2(scraper.message().startsWith(message), scraper.message().constData());
}

void ScrapeSourceTest::verifiesTheServer_data()
{
    QTest::addColumn<QString>("authority");
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isTrusted");
    const QString localhost = QStringLiteral("localhost");
    QTest::newRow("its own authority") << QStringLiteral("ca.pem") << localhost << true;
    QTest::newRow("another authority") << QStringLiteral("other.pem") << localhost << false;
    QTest::newRow("the system's") << QString() << localhost << false;
    QTest::newRow("another name") << QStringLiteral("ca.pem") << QStringLiteral("127.0.0.1")
                                  << false;
}

void ScrapeSourceTest::verifiesTheServer()
{
    QFETCH(QString, authority);
    QFETCH(QString, host);
    QFETCH(bool, isTrusted);
    WebServer server([](const auto &) { return WebServer::answer(200, "a 1\n"); });
    const auto tls = m_certificates.server(false);
    QVERIFY(server.listen(&tls));
    ScrapeOptions options = optionsFor(server.url());
    options.interval = Milliseconds(10'000);
    options.url.setHost(host);
    options.access.caFile = authority.isEmpty() ? QString() : m_certificates.file(authority);
    options.access.secret = QStringLiteral("t");
    Scraper scraper(options);
    QTRY_COMPARE(scraper.state.phase, isTrusted ? LinkPhase::Live : LinkPhase::Refused);
    QVERIFY2(isTrusted || scraper.message().startsWith("shop: TLS: "),
             scraper.message().constData());
    QCOMPARE(server.requestCount(), isTrusted ? 1 : 0);
}

void ScrapeSourceTest::showsItsCertificate_data()
{
    QTest::addColumn<bool>("shows");
    QTest::addColumn<bool>("keyFromKeychain");
    QTest::newRow("with a key file") << true << false;
    QTest::newRow("with a key from the keychain") << true << true;
    QTest::newRow("none") << false << false;
}

void ScrapeSourceTest::showsItsCertificate()
{
    QFETCH(bool, shows);
    QFETCH(bool, keyFromKeychain);
    WebServer server([](const auto &) { return WebServer::answer(200, "a 1\n"); });
    const auto tls = m_certificates.server(true);
    QVERIFY(server.listen(&tls));
    ScrapeOptions options = optionsFor(server.url());
    options.interval = Milliseconds(10'000);
    options.access.caFile = m_certificates.file(QStringLiteral("ca.pem"));
    if (shows) {
        options.access.certificateFile = m_certificates.file(QStringLiteral("client.pem"));
        options.access.privateKeyFile = m_certificates.file(QStringLiteral("client.key"));
    }
    if (keyFromKeychain) {
        QFile key(std::exchange(options.access.privateKeyFile, {}));
        QVERIFY(key.open(QIODevice::ReadOnly));
        options.access.privateKey = QString::fromUtf8(key.readAll());
    }
    Scraper scraper(options);
    if (shows) {
        QTRY_COMPARE(scraper.state.phase, LinkPhase::Live);
    } else {
        // TLS 1.3 tells a client that it is refused only after the handshake.
        QTRY_VERIFY(scraper.state.error);
        QCOMPARE(server.requestCount(), 0);
    }
}

void ScrapeSourceTest::tellsUnreadableFiles()
{
    ScrapeOptions options = optionsFor(QUrl(QStringLiteral("https://localhost:1/metrics")));
    options.access.caFile = m_certificates.file(QStringLiteral("ca.key"));
    Scraper noCertificate(options);
    QCOMPARE(noCertificate.state.phase, LinkPhase::Refused);
    QCOMPARE(noCertificate.message(),
             "shop: " + options.access.caFile.toUtf8() + ": holds no PEM certificate");
    options.access.caFile = QStringLiteral("/nowhere/ca.pem");
    Scraper noFile(options);
    QVERIFY2(noFile.message().startsWith("shop: /nowhere/ca.pem: cannot be read: "),
             noFile.message().constData());
    options.access.caFile.clear();
    options.access.certificateFile = m_certificates.file(QStringLiteral("client.pem"));
    options.access.privateKeyFile = options.access.certificateFile;
    Scraper noKey(options);
    QCOMPARE(noKey.message(), "shop: " + options.access.certificateFile.toUtf8() +
                                  ": holds no unencrypted PEM private key");
    QCOMPARE(noKey.value("up"), 0.0);
}

void ScrapeSourceTest::cancels()
{
    WebServer server([](const auto &) { return QByteArray(); });
    QVERIFY(server.listen());
    ScrapeOptions options = optionsFor(server.url());
    options.interval = Milliseconds(60'000);
    Scraper scraper(options);
    QTRY_COMPARE(server.requestCount(), 1);
    scraper.source.stop();
    QCOMPARE(scraper.state.phase, LinkPhase::Stopped);
    QTRY_COMPARE(server.connectionCount(), 0);
    QCOMPARE(scraper.scrapes, 0);
    scraper.source.retryNow();
    scraper.source.start();
    QCOMPARE(scraper.state.phase, LinkPhase::Stopped);
}

void ScrapeSourceTest::scrapesNodeExporter()
{
    const QString program =
        QStandardPaths::findExecutable(QStringLiteral("prometheus-node-exporter"));
    if (program.isEmpty()) {
        QSKIP("prometheus-node-exporter is not installed");
    }
    QTcpServer freePort;
    QVERIFY(freePort.listen(QHostAddress::LocalHost));
    const auto port = freePort.serverPort();
    freePort.close();
    // The server comes up while it is asked already.
    ScrapeOptions options =
        optionsFor(QUrl(QStringLiteral("http://127.0.0.1:%1/metrics").arg(port)));
    options.interval = Milliseconds(2'000);
    Scraper scraper(options);
    QTRY_COMPARE(scraper.state.phase, LinkPhase::Unreachable);
    QProcess exporter;
    exporter.setStandardErrorFile(QProcess::nullDevice());
    exporter.start(program, {QStringLiteral("--web.listen-address=127.0.0.1:%1").arg(port)});
    QTRY_COMPARE_WITH_TIMEOUT(scraper.state.phase, LinkPhase::Live, 30'000);
    QVERIFY(scraper.counters.items > 200);
    QCOMPARE(scraper.counters.malformed, std::uint64_t(0));
    QVERIFY(scraper.value("node_load1"));
    exporter.terminate();
    QTRY_COMPARE_WITH_TIMEOUT(scraper.state.phase, LinkPhase::Unreachable, 30'000);
    QTRY_COMPARE(exporter.state(), QProcess::NotRunning);
}

QTEST_GUILESS_MAIN(ScrapeSourceTest)
#include "tst_scrapesource.moc"
