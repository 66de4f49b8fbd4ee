// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/prometheusclient.h"
#include "feeds/rangeplan.h"
#include "feeds/webserver.h"
#include "metrics/prometheusserver.h"

#include <QFile>
#include <QProcess>
#include <QTest>
#include <QThread>

#include <cmath>

using namespace foretop;
using namespace foretop::feeds;

namespace {

constexpr std::int64_t kStart = 1'700'000'000'000;

QByteArray matrixAnswer(const QUrlQuery &query)
{
    const auto value = [&query](const char *name) {
        return query.queryItemValue(QString::fromLatin1(name)).toDouble();
    };
    QByteArray values;
    for (double t = value("start"); t <= value("end") + 1e-6; t += value("step")) {
        values += (values.isEmpty() ? "[" : ",[") + QByteArray::number(t, 'f', 3) + ",\"1\"]";
    }
    return WebServer::answer(200, R"({"status":"success","data":{"resultType":"matrix","result":[)"
                                  R"({"metric":{"__name__":"a"},"values":[)" +
                                      values + "]}]}}");
}

QByteArray one()
{
    return WebServer::answer(
        200, R"({"status":"success","data":{"resultType":"scalar","result":[1,"1"]}})");
}

/// Answers probes and ranges; counts the latter.
struct FakePrometheus
{
    FakePrometheus()
        : server([this](const WebServer::Request &request) { return answer(request); })
    {
    }
    QByteArray answer(const WebServer::Request &request)
    {
        if (!request.url.path().endsWith(u"/query_range")) {
            return one();
        }
        ++ranges;
        return holds ? QByteArray() : matrixAnswer(request.query());
    }

    int ranges = 0;
    bool holds = false;
    WebServer server;
};

/// An API in this thread and its client in another, as in a session.
class Asker
{
public:
    Asker(PrometheusOptions options, const Clock &clock)
        : api(QStringLiteral("prod"))
    {
        options.source = QStringLiteral("prod");
        worker.moveToThread(&thread);
        thread.start();
        in([this, options, &clock] {
            network = std::make_unique<HttpNetwork>();
            client = std::make_unique<PrometheusClient>(api, *network, clock);
            QObject::connect(client.get(), &PrometheusClient::stateChanged, &api,
                             [this](const LinkState &now) { state = now; });
            client->open(options);
        });
    }
    ~Asker()
    {
        in([this] {
            client.reset();
            network.reset();
        });
        thread.quit();
        thread.wait();
    }
    void retryNow()
    {
        in([this] { client->retryNow(); });
    }

    PrometheusApi api;
    LinkState state;

private:
    template <typename Task>
    void in(Task task)
    {
        QMetaObject::invokeMethod(&worker, task, Qt::BlockingQueuedConnection);
    }

    QThread thread;
    QObject worker;
    std::unique_ptr<HttpNetwork> network;
    std::unique_ptr<PrometheusClient> client;
};

/// Keeps what an inquiry is told.
template <typename Answer>
struct Kept
{
    PrometheusApi::Told<Answer> function()
    {
        return [this](const auto &answer) {
            told = answer;
            ++count;
        };
    }
    QByteArray error() const
    {
        return told && !*told ? QByteArray::fromStdString(told->error().text()) : QByteArray();
    }
    const Answer &answer() const { return ***told; }

    std::optional<Result<std::shared_ptr<const Answer>>> told;
    int count = 0;
    Inquiry inquiry;
};

PrometheusOptions optionsFor(const QUrl &url)
{
    PrometheusOptions options;
    options.url = url;
    options.backoffFirst = Milliseconds(20);
    options.backoffMost = Milliseconds(50);
    return options;
}

RangeRequest rangeOf(std::int64_t fromStep, std::int64_t toStep, std::string expression = "a")
{
    const Milliseconds step(10'000);
    return {.expression = std::move(expression),
            .from = timeOf(kStart / 10'000 + fromStep, step),
            .to = timeOf(kStart / 10'000 + toStep, step),
            .step = step};
}

} // namespace

class PrometheusClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cachesWhatIsSettled();
    void joinsSameQuestions();
    void cancelsWhatNobodyWaitsFor();
    void doesNotCachePartialAnswers();
    void fails_data();
    void fails();
    void failsWhatIsTooMuch();
    void sendsTenantAndForm();
    void comesBack();
    void answersInOrderOfARealServer();
};

void PrometheusClientTest::cachesWhatIsSettled()
{
    FakePrometheus fake;
    QVERIFY(fake.server.listen());
    // The newest of the wanted moments is now.
    ManualClock clock(timeOf(kStart / 10'000 + 1000, Milliseconds(10'000)));
    Asker asker(optionsFor(fake.server.url({})), clock);
    Kept<QueryAnswer> first;
    first.inquiry = asker.api.queryRange(rangeOf(0, 1000), first.function());
    QVERIFY(first.inquiry.isPending());
    QTRY_COMPARE(first.count, 1);
    QVERIFY2(first.error().isEmpty(), first.error().constData());
    QVERIFY(!first.inquiry.isPending());
    QCOMPARE(first.answer().matrix[0].samples.size(), std::size_t(1001));
    QCOMPARE(fake.ranges, 1);

    Kept<QueryAnswer> past;
    past.inquiry = asker.api.queryRange(rangeOf(10, 300), past.function());
    QTRY_COMPARE(past.count, 1);
    QCOMPARE(past.answer().matrix[0].samples.size(), std::size_t(291));
    QCOMPARE(fake.ranges, 1);

    Kept<QueryAnswer> live;
    live.inquiry = asker.api.queryRange(rangeOf(10, 1000), live.function());
    QTRY_COMPARE(live.count, 1);
    QCOMPARE(live.answer().matrix[0].samples.size(), std::size_t(991));
    QCOMPARE(fake.ranges, 2);
    const auto start = fake.server.lastRequest().query().queryItemValue(QStringLiteral("start"));
    QVERIFY(start.toDouble() * 1000 > double(kStart + 700 * 10'000));

    asker.retryNow();
    past.inquiry = asker.api.queryRange(rangeOf(10, 300), past.function());
    QTRY_COMPARE(past.count, 2);
    QCOMPARE(fake.ranges, 3);
}

void PrometheusClientTest::joinsSameQuestions()
{
    FakePrometheus fake;
    QVERIFY(fake.server.listen());
    const SystemClock clock;
    Asker asker(optionsFor(fake.server.url({})), clock);
    std::array<Kept<QueryAnswer>, 3> kept;
    for (auto &one : kept) {
        one.inquiry = asker.api.queryRange(rangeOf(0, 100), one.function());
    }
    for (auto &one : kept) {
        QTRY_COMPARE(one.count, 1);
    }
    QCOMPARE(fake.ranges, 1);
}

void PrometheusClientTest::cancelsWhatNobodyWaitsFor()
{
    FakePrometheus fake;
    fake.holds = true;
    QVERIFY(fake.server.listen());
    const SystemClock clock;
    Asker asker(optionsFor(fake.server.url({})), clock);
    Kept<QueryAnswer> first;
    Kept<QueryAnswer> second;
    first.inquiry = asker.api.queryRange(rangeOf(0, 100), first.function());
    second.inquiry = asker.api.queryRange(rangeOf(0, 100), second.function());
    QTRY_COMPARE(fake.ranges, 1);
    QTRY_COMPARE(asker.state.phase, LinkPhase::Live);
    first.inquiry = {};
    QVERIFY(second.inquiry.isPending());
    const int open = fake.server.connectionCount();
    QVERIFY(open > 0);
    second.inquiry = {};
    QTRY_VERIFY(fake.server.connectionCount() < open);
    // A new one is not held up by the old.
    fake.holds = false;
    Kept<QueryAnswer> third;
    third.inquiry = asker.api.queryRange(rangeOf(0, 100), third.function());
    QTRY_COMPARE(third.count, 1);
    QCOMPARE(first.count + second.count, 0);
}

void PrometheusClientTest::doesNotCachePartialAnswers()
{
    int ranges = 0;
    WebServer server([&ranges](const WebServer::Request &request) {
        ranges += request.url.path().endsWith(u"_range") ? 1 : 0;
        return WebServer::answer(200, R"({"status":"success","warnings":["a store is away"],)"
                                      R"("data":{"resultType":"matrix","result":[]}})");
    });
    QVERIFY(server.listen());
    const SystemClock clock;
    Asker asker(optionsFor(server.url({})), clock);
    for (int i = 1; i <= 2; ++i) {
        Kept<QueryAnswer> kept;
        kept.inquiry = asker.api.queryRange(rangeOf(0, 100), kept.function());
        QTRY_COMPARE(kept.count, 1);
        QCOMPARE(kept.answer().warnings, std::vector<std::string>{"a store is away"});
        QVERIFY(kept.answer().mayBePartial);
        QCOMPARE(ranges, i);
    }
}

void PrometheusClientTest::fails_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<LinkPhase>("phase");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("unauthorized") << WebServer::answer(401, "no org id") << LinkPhase::Refused
                                  << QByteArray("prod: the token or password is missing or wrong "
                                                "(HTTP 401)");
    QTest::newRow("wrong path") << WebServer::answer(404, {}) << LinkPhase::Refused
                                << QByteArray("prod: there is no such page (HTTP 404)");
    QTest::newRow("starting") << WebServer::answer(503, "Service Unavailable")
                              << LinkPhase::Unreachable
                              << QByteArray("prod: the server answered HTTP 503");
    QTest::newRow("with words")
        << WebServer::answer(503, R"({"status":"error","errorType":"unavailable","error":"busy"})")
        << LinkPhase::Unreachable << QByteArray("prod: the server says unavailable: busy");
    QTest::newRow("a login page") << WebServer::answer(200, "<html>") << LinkPhase::Unreachable
                                  << QByteArray("prod byte 0: not JSON: ");
    QTest::newRow("too large") << WebServer::answer(200, QByteArray(200'001, ' '))
                               << LinkPhase::Unreachable
                               << QByteArray("prod: the answer is larger than the limit of 200000 "
                                             "bytes");
}

void PrometheusClientTest::fails()
{
    QFETCH(QByteArray, answer);
    QFETCH(LinkPhase, phase);
    QFETCH(QByteArray, message);
    WebServer server([&answer](const auto &) { return answer; });
    QVERIFY(server.listen());
    PrometheusOptions options = optionsFor(server.url({}));
    options.maxBytes = 200'000;
    const SystemClock clock;
    Asker asker(options, clock);
    QTRY_COMPARE(asker.state.phase, phase);
    Kept<QueryAnswer> kept;
    kept.inquiry = asker.api.query({.expression = "up", .at = clock.wallNow()}, kept.function());
    QTRY_COMPARE(kept.count, 1);
    QVERIFY2(kept.error().startsWith(message), kept.error().constData());
}

void PrometheusClientTest::failsWhatIsTooMuch()
{
    FakePrometheus fake;
    QVERIFY(fake.server.listen());
    const SystemClock clock;
    Asker asker(optionsFor(fake.server.url({})), clock);
    Kept<QueryAnswer> kept;
    kept.inquiry = asker.api.queryRange(rangeOf(0, 200'000), kept.function());
    QTRY_COMPARE(kept.error(), QByteArray("prod: the range has more than 100000 steps"));
    kept.inquiry = asker.api.queryRange(rangeOf(0, 20'000, "a @ end()"), kept.function());
    QTRY_COMPARE(kept.error(),
                 QByteArray("prod: an expression with \"@\" may have 10752 steps at most"));
    kept.inquiry = asker.api.queryRange(rangeOf(1, 0), kept.function());
    QTRY_COMPARE(kept.error(), QByteArray("prod: a range must have a step and not end before it "
                                          "begins"));
    std::vector<Inquiry> many;
    for (std::size_t i = 0; i < PrometheusApi::kMaxInquiries; ++i) {
        many.push_back(asker.api.queryRange(rangeOf(0, 100), [](const auto &) {}));
    }
    kept.inquiry = asker.api.queryRange(rangeOf(0, 100), kept.function());
    QTRY_COMPARE(kept.error(), QByteArray("prod: more than 1000 questions at a time"));
}

void PrometheusClientTest::sendsTenantAndForm()
{
    WebServer server([](const auto &) { return one(); });
    QVERIFY(server.listen());
    PrometheusOptions options = optionsFor(server.url(QStringLiteral("/prometheus")));
    options.access.tenant = QStringLiteral("team-a");
    options.access.secret = QStringLiteral("t");
    const SystemClock clock;
    Asker asker(options, clock);
    QTRY_COMPARE(asker.state.phase, LinkPhase::Live);
    Kept<QueryAnswer> kept;
    const std::string expression = "a + " + std::string(3'000, 'b');
    kept.inquiry =
        asker.api.query({.expression = expression, .at = clock.wallNow()}, kept.function());
    QTRY_COMPARE(kept.count, 1);
    const WebServer::Request &request = server.lastRequest();
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.url, QUrl(QStringLiteral("/prometheus/api/v1/query")));
    QCOMPARE(request.fields["x-scope-orgid"], QByteArray("team-a"));
    QCOMPARE(request.fields["authorization"], QByteArray("Bearer t"));
    QCOMPARE(request.query().queryItemValue(QStringLiteral("query"), QUrl::FullyDecoded),
             QString::fromStdString(expression));
}

void PrometheusClientTest::comesBack()
{
    FakePrometheus fake;
    QVERIFY(fake.server.listen());
    const SystemClock clock;
    Asker asker(optionsFor(fake.server.url({})), clock);
    QTRY_COMPARE(asker.state.phase, LinkPhase::Live);
    fake.server.close();
    Kept<QueryAnswer> kept;
    kept.inquiry = asker.api.queryRange(rangeOf(0, 100), kept.function());
    QTRY_COMPARE(kept.error(), QByteArray("prod: the connection was refused"));
    QTRY_COMPARE(asker.state.phase, LinkPhase::Unreachable);
    QVERIFY(fake.server.listen());
    QTRY_COMPARE(asker.state.phase, LinkPhase::Live);
    kept.inquiry = asker.api.queryRange(rangeOf(0, 100), kept.function());
    QTRY_COMPARE(kept.count, 2);
    QVERIFY2(kept.error().isEmpty(), kept.error().constData());
}

void PrometheusClientTest::answersInOrderOfARealServer()
{
    const QString promtool = metrics::PrometheusServer::program(QStringLiteral("promtool"));
    if (promtool.isEmpty()) {
        QSKIP("prometheus is not installed");
    }
    QTemporaryDir directory;
    const QString text = directory.filePath(QStringLiteral("samples.om"));
    QFile file(text);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# TYPE shop_requests counter\n");
    for (const char *code : {"200", "500"}) {
        for (int i = 0; i < 4000; ++i) { // 16 hours and more, with a gap in the middle
            if (i < 1500 || i > 1600) {
                file.write(QByteArray("shop_requests_total{code=\"") + code + "\"} " +
                           QByteArray::number(i * (code[0] - '0') % 9000) + ' ' +
                           QByteArray::number(kStart / 1000 + i * 15) + '\n');
            }
        }
    }
    file.write("# EOF\n");
    file.close();
    QProcess tool;
    tool.start(promtool, {QStringLiteral("tsdb"), QStringLiteral("create-blocks-from"),
                          QStringLiteral("openmetrics"), text, directory.path()});
    QVERIFY(tool.waitForFinished(30'000));
    QCOMPARE(tool.exitCode(), 0);
    auto server = std::make_unique<metrics::PrometheusServer>();
    QString trouble = server->start(directory.path(), "global: {}\n");
    QVERIFY2(trouble.isEmpty(), trouble.toUtf8().constData());

    const SystemClock clock;
    Asker asker(optionsFor(server->url()), clock);
    QTRY_COMPARE(asker.state.phase, LinkPhase::Live);
    const auto compare = [&](const char *expression, std::int64_t from, std::int64_t to,
                             Milliseconds step) {
        Kept<QueryAnswer> kept;
        kept.inquiry = asker.api.queryRange({.expression = expression,
                                             .from = wallTimeFromMs(kStart) + step * from,
                                             .to = wallTimeFromMs(kStart) + step * to,
                                             .step = step},
                                            kept.function());
        QTRY_COMPARE_WITH_TIMEOUT(kept.count, 1, 30'000);
        QVERIFY2(kept.error().isEmpty(), kept.error().constData());
        metrics::EvaluationRange range;
        range.from = timeOf(momentsIn(wallTimeFromMs(kStart) + step * from, {}, step).first, step);
        range.to = timeOf(momentsIn(wallTimeFromMs(kStart) + step * to, {}, step).first, step);
        range.step = step;
        const auto theirs = server->query(QString::fromLatin1(expression), range);
        QVERIFY2(theirs.error.isEmpty(), theirs.error.toUtf8().constData());
        QVERIFY(!theirs.matrix.empty());
        const QString different = metrics::difference(kept.answer().matrix, theirs.matrix);
        QVERIFY2(different.isEmpty(), different.toUtf8().constData());
    };
    for (const char *expression :
         {"shop_requests_total", "sum by (code) (rate(shop_requests_total[5m]))",
          "rate(shop_requests_total[2m] offset -1m)", "shop_requests_total @ end()",
          "topk(1, shop_requests_total)", "max_over_time(rate(shop_requests_total[5m])[10m:1m])"}) {
        compare(expression, 0, 3000, Milliseconds(15'000));
        compare(expression, 100, 2000, Milliseconds(15'000)); // from the cache
        compare(expression, 7, 900, Milliseconds(7'000));
    }
    Kept<QueryAnswer> bad;
    bad.inquiry = asker.api.query({.expression = "sum(", .at = clock.wallNow()}, bad.function());
    QTRY_COMPARE(bad.count, 1);
    QVERIFY2(bad.error().startsWith("prod:1:5: the server says bad_data: "),
             bad.error().constData());
    const WallTime from = wallTimeFromMs(kStart);
    const WallTime to = from + std::chrono::hours(20);
    Kept<NamesAnswer> names;
    names.inquiry =
        asker.api.labelNames({.selectors = {}, .from = from, .to = to}, names.function());
    QTRY_COMPARE(names.count, 1);
    QCOMPARE(names.answer().names, (std::vector<std::string>{"__name__", "code"}));
    names.inquiry = asker.api.labelValues(
        {.label = "code", .selectors = {"shop_requests_total"}, .from = from, .to = to},
        names.function());
    QTRY_COMPARE(names.count, 2);
    QCOMPARE(names.answer().names, (std::vector<std::string>{"200", "500"}));
    Kept<SeriesAnswer> series;
    series.inquiry = asker.api.series({.selectors = {"{code=~\"5..\"}"}, .from = from, .to = to},
                                      series.function());
    QTRY_COMPARE(series.count, 1);
    QCOMPARE(series.answer().series.size(), std::size_t(1));
    Kept<MetadataAnswer> metadata;
    metadata.inquiry = asker.api.metadata({}, metadata.function());
    QTRY_COMPARE(metadata.count, 1);
    Kept<BuildInfoAnswer> build;
    build.inquiry = asker.api.buildInfo(build.function());
    QTRY_COMPARE(build.count, 1);
    QVERIFY(build.answer().version.starts_with("2."));

    // It is restarted under the same address.
    const QUrl url = server->url();
    server->stop();
    Kept<QueryAnswer> lost;
    lost.inquiry = asker.api.query({.expression = "up", .at = from}, lost.function());
    QTRY_COMPARE(lost.count, 1);
    QVERIFY(!lost.error().isEmpty());
    QTRY_COMPARE(asker.state.phase, LinkPhase::Unreachable);
    trouble = server->start(directory.path(), "global: {}\n");
    QVERIFY2(trouble.isEmpty(), trouble.toUtf8().constData());
    QCOMPARE(server->url(), url);
    QTRY_COMPARE_WITH_TIMEOUT(asker.state.phase, LinkPhase::Live, 30'000);
    compare("shop_requests_total", 100, 3999, Milliseconds(15'000));
}

QTEST_GUILESS_MAIN(PrometheusClientTest)
#include "tst_prometheusclient.moc"
