// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/webserver.h"
#include "session/secrets.h"
#include "session/session.h"

#include <QTest>

using namespace foretop;
using namespace foretop::session;
using feeds::LinkPhase;

class MetricSourcesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storesScrapes();
    void asksPrometheus();
    void tellsWhyThereIsNoPassword();
};

namespace {

/// Has one secret, "k".
class OneSecret final : public SecretStore
{
public:
    void read(const QString &key, QObject *, ReadFunction done) override
    {
        key == u"k" ? done(QStringLiteral("p w"))
                    : done(fail(ErrorCode::NotFound, "the keychain has no such secret"));
    }
    void write(const QString &, const QString &, QObject *, WriteFunction) override {}
};

SourceConfig configOf(SourceProtocol protocol, const QUrl &url)
{
    SourceConfig config;
    config.name = QStringLiteral("shop");
    config.kind = feeds::FeedKind::Metrics;
    config.url = url;
    config.protocol = protocol;
    config.http.user = QStringLiteral("me");
    config.secretKey = QStringLiteral("k");
    return config;
}

Environment environmentOf(const SourceConfig &config)
{
    return {.name = QStringLiteral("test"), .colour = {}, .note = {}, .sources = {config}};
}

const QByteArray kAuthorization = "Basic " + QByteArray("me:p w").toBase64();

double lastOf(const Session &session, std::string_view name)
{
    const auto series =
        session.metrics().query(name, {{"job", "shop"}}, {}, session.clock().wallNow());
    return series.empty() || series[0].samples.empty() ? -1 : series[0].samples.back().value;
}

} // namespace

void MetricSourcesTest::storesScrapes()
{
    QByteArray page = "a 1\nb 2\n";
    WebServer server([&page](const WebServer::Request &request) {
        const bool isKnown = request.fields["authorization"] == kAuthorization;
        return WebServer::answer(isKnown ? 200 : 401, page);
    });
    QVERIFY(server.listen());
    OneSecret secrets;
    SourceConfig config = configOf(SourceProtocol::Scrape, server.url());
    config.http.interval = Milliseconds(200);
    const SystemClock clock;
    Session session(environmentOf(config), {}, clock);
    session.setSecretStore(secrets);
    session.start();
    QTRY_COMPARE(session.sources().at(0).link.phase, LinkPhase::Live);
    QTRY_COMPARE(lastOf(session, "b"), 2.0);
    QCOMPARE(lastOf(session, "up"), 1.0);

    page = "a 1\n";
    QTRY_VERIFY(metrics::isStaleMarker(lastOf(session, "b")));
    server.close();
    QTRY_COMPARE(session.sources().at(0).link.phase, LinkPhase::Unreachable);
    QTRY_COMPARE(lastOf(session, "up"), 0.0);
    QTRY_VERIFY(metrics::isStaleMarker(lastOf(session, "a")));
}

void MetricSourcesTest::asksPrometheus()
{
    WebServer server([](const WebServer::Request &request) {
        const bool isKnown = request.fields["authorization"] == kAuthorization;
        return WebServer::answer(
            isKnown ? 200 : 401,
            R"({"status":"success","data":{"resultType":"scalar","result":[1,"1"]}})");
    });
    QVERIFY(server.listen());
    OneSecret secrets;
    const SystemClock clock;
    Session session(environmentOf(configOf(SourceProtocol::Prometheus, server.url({}))), {}, clock);
    session.setSecretStore(secrets);
    QCOMPARE(session.prometheus().size(), 1);
    double value = 0;
    const auto inquiry = session.prometheus().at(0)->query(
        {.expression = "1", .at = clock.wallNow()},
        [&value](const auto &answer) { value = (*answer)->matrix[0].samples[0].value; });
    session.start();
    QTRY_COMPARE(value, 1.0);
    QTRY_COMPARE(session.sources().at(0).link.phase, LinkPhase::Live);
    session.retryNow();
}

void MetricSourcesTest::tellsWhyThereIsNoPassword()
{
    OneSecret secrets;
    SourceConfig config =
        configOf(SourceProtocol::Prometheus, QUrl(QStringLiteral("http://localhost:1")));
    config.secretKey = QStringLiteral("other");
    const SystemClock clock;
    Session session(environmentOf(config), {}, clock);
    session.setSecretStore(secrets);
    std::optional<Error> told;
    const auto inquiry = session.prometheus().at(0)->buildInfo(
        [&told](const auto &answer) { told = answer.error(); });
    session.start();
    QTRY_VERIFY(told);
    QCOMPARE(QByteArray::fromStdString(told->text()),
             QByteArray("shop: the keychain has no such secret"));
    QTRY_COMPARE(session.sources().at(0).link.phase, LinkPhase::Refused);
}

QTEST_GUILESS_MAIN(MetricSourcesTest)
#include "tst_metricsources.moc"
