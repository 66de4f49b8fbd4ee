// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/documentedexpressions.h"
#include "metrics/prometheusserver.h"
#include "metrics/randomexpression.h"
#include "metrics/seriesstore.h"
#include "metrics/shopmetrics.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace foretop;
using namespace foretop::metrics;

/// Evaluates on our store and on a real Prometheus that has the very same samples, by blocks made
/// with promtool.
class PrometheusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agrees_data();
    void agrees();
    void refuses_data();
    void refuses();
    void agreesByChance_data();
    void agreesByChance();

private:
    struct Ours
    {
        QString error;
        Matrix matrix;
    };
    Ours ours(const QByteArray &text, const EvaluationRange &range) const;

    QTemporaryDir m_dir;
    SeriesStore m_store;
    PrometheusServer m_server;
};

namespace {

EvaluationRange shopRange(Milliseconds from, Milliseconds to, Milliseconds step)
{
    return {kShopStart + from, kShopStart + to, step};
}

} // namespace

void PrometheusTest::initTestCase()
{
    const auto promtool = PrometheusServer::program(QStringLiteral("promtool"));
    if (promtool.isEmpty()) {
        QSKIP("prometheus is not installed");
    }
    const auto samples = shopSamples();
    m_store.append("shop", samples);
    QCOMPARE(m_store.outOfOrder(), 0U);
    QFile file(m_dir.filePath(QStringLiteral("shop.om")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(openMetrics(samples, "shop"));
    file.close();
    QProcess blocks;
    blocks.setProcessChannelMode(QProcess::MergedChannels);
    blocks.start(promtool, {QStringLiteral("tsdb"), QStringLiteral("create-blocks-from"),
                            QStringLiteral("openmetrics"), file.fileName(), m_dir.path()});
    QVERIFY(blocks.waitForFinished(60'000));
    QVERIFY2(blocks.exitCode() == 0, blocks.readAll().constData());
    QCOMPARE(m_server.start(m_dir.path(), "global: {}\n"), QString());
}

PrometheusTest::Ours PrometheusTest::ours(const QByteArray &text,
                                          const EvaluationRange &range) const
{
    auto matrix = parseExpression(text.toStdString()).and_then([&](const Expression &expression) {
        return evaluate(expression, m_store, range);
    });
    return matrix ? Ours{{}, std::move(*matrix)}
                  : Ours{QString::fromStdString(matrix.error().text()), {}};
}

void PrometheusTest::agrees_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {
             // selectors
             "http_requests_total",
             "memory_bytes{instance=\"web-1\"}",
             "{__name__=~\"memory_.*\",instance!=\"web-2\"}",
             "session_count",
             "node:load:avg",
             "http_requests_total{code=~\"4..|5..\",method!~\"P.*\"}",
             "http_requests_total{code=~\"4..\",nothing=\"\"}",
             "http_requests_total{nothing!=\"\"}",
             "memory_bytes offset 13m",
             "memory_bytes offset -13m",
             "memory_bytes @ 1700003600",
             "memory_bytes @ end() offset 1h",
             "http_request_duration_seconds_bucket{handler=~'.*ü.*'}",
             "{handler=\"/old \\\"quoted\\\" \\\\ \\u00fcml\\xc3\\xa4ut\"}",
             "{handler=`/cart`}",
             "{instance=\"web-1\",__name__!~\"http.*\"}",
             // literals and scalars
             "1",
             "-1 ^ 2",
             "2 ^ 3 ^ 2",
             "0x1F + 010 + 08 + 1e3 + .5 + 5.",
             "Inf - inf",
             "7 % -3",
             "1 / 0",
             "time() % 100",
             "pi()",
             "1 < bool 2",
             "scalar(node:load:avg) * 2",
             "scalar(queue_length)",
             "-(3 - 5) * 2",
             "- time()",
             // arithmetic and comparisons
             "memory_bytes / 1024 ^ 2",
             "1e9 - memory_bytes",
             "-temperature_celsius",
             "temperature_celsius % 7",
             "temperature_celsius ^ 0.5",
             "temperature_celsius > 30",
             "30 < temperature_celsius",
             "temperature_celsius == temperature_celsius",
             "temperature_celsius != bool 3",
             "5 <= bool temperature_celsius",
             "memory_bytes / ignoring(kind, zone) memory_limit_bytes",
             "memory_bytes / on(instance) memory_limit_bytes",
             "memory_bytes * on(instance) group_left(version, zone) build_info",
             "build_info * on(instance) group_right(version) http_requests_total",
             "build_info > on(instance) group_right() http_requests_total",
             "http_requests_total / ignoring(code) group_left sum without(code) "
             "(http_requests_total)",
             "http_requests_total > on(instance, method, code) http_requests_total offset 5m",
             "http_requests_total > bool http_requests_total offset 5m",
             "http_requests_total == ignoring(nothing) http_requests_total",
             "memory_bytes and on(instance) (session_count > 10)",
             "memory_bytes unless on(instance) session_count",
             "session_count or on(instance) memory_bytes",
             "session_count or build_info",
             "queue_length == 2 or queue_length == 1",
             "session_count and session_count offset 10m",
             "(queue_length > 1) + (queue_length < 1)",
             // aggregations
             "sum(http_requests_total)",
             "sum by (code, method) (http_requests_total)",
             "sum(http_requests_total) without (instance,)",
             "avg by (code) (http_requests_total)",
             "min(temperature_celsius)",
             "max by () (temperature_celsius)",
             "count by (__name__) ({instance=\"web-1\"})",
             "group by (zone) (memory_limit_bytes)",
             "stddev by (code) (http_requests_total)",
             "stdvar(http_requests_total)",
             "avg(temperature_celsius)",
             "sum(temperature_celsius)",
             "topk(3, http_requests_total)",
             "bottomk by (method) (1, http_requests_total)",
             "topk(1, queue_length)",
             "bottomk(2, queue_length)",
             "topk(2, temperature_celsius)",
             "topk(0, queue_length)",
             "topk(scalar(queue_length{queue=\"mail\"}), memory_bytes)",
             "quantile(0.9, http_requests_total)",
             "quantile by (code) (0.25, http_requests_total)",
             "quantile(2, queue_length)",
             "quantile(-1, queue_length)",
             "quantile(NaN, queue_length)",
             "count_values(\"value\", queue_length)",
             "count_values by (queue) (\"n\", queue_length)",
             "count_values without (queue) (\"queue\", queue_length)",
             "count_values(\"v\", temperature_celsius)",
             "count_values(\"v\", memory_bytes / 7)",
             "count(session_count) or vector(0)",
             "sum by (nothing) (queue_length)",
             // functions of ranges
             "rate(http_requests_total[5m])",
             "rate(http_requests_total[1m])",
             "rate(http_requests_total[20s])",
             "increase(http_requests_total[17m])",
             "irate(http_requests_total[2m])",
             "delta(memory_bytes[10m])",
             "idelta(memory_bytes[10m])",
             "deriv(memory_bytes[10m])",
             "deriv(memory_limit_bytes[10m])",
             "predict_linear(memory_bytes[10m], 3600)",
             "predict_linear(memory_bytes[10m] offset 10m, 600)",
             "quantile_over_time(0.5, memory_bytes[10m] @ 1700003600)",
             "rate(session_count[30m])",
             "rate(temperature_celsius[10m])",
             "delta(temperature_celsius[10m])",
             "changes(queue_length[10m])",
             "resets(queue_length[10m])",
             "changes(temperature_celsius[10m])",
             "avg_over_time(memory_bytes[7m])",
             "avg_over_time(temperature_celsius[7m])",
             "min_over_time(temperature_celsius[7m])",
             "max_over_time(temperature_celsius[7m])",
             "sum_over_time(temperature_celsius[7m])",
             "sum_over_time(memory_bytes[7m])",
             "count_over_time({__name__=~\"session_count\"}[10m])",
             "last_over_time(session_count[20m])",
             "present_over_time(session_count[10m])",
             "absent_over_time(session_count{instance=\"web-1\",a!=\"b\"}[2m])",
             "absent_over_time(nothing{a=\"b\",c=~\"d\"}[2m])",
             "stddev_over_time(memory_bytes[7m])",
             "stdvar_over_time(temperature_celsius[7m])",
             "quantile_over_time(0.75, memory_bytes[7m])",
             "quantile_over_time(scalar(queue_length{queue=\"mail\"}) - 0.5, memory_bytes[7m])",
             "rate(http_requests_total[5m] offset 5m)",
             "rate(http_requests_total[5m] @ end())",
             "increase(http_requests_total[15s])",
             "sum_over_time(queue_length[0.0s])",
             // subqueries
             "max_over_time(rate(http_requests_total[1m])[10m:30s])",
             "avg_over_time(sum(queue_length)[10m:])",
             "sum_over_time(vector(1)[10m:1m])",
             "rate(sum by (code) (http_requests_total)[10m:1m] offset 3m)",
             "max_over_time(max_over_time(queue_length[2m:17s])[5m:1m])",
             "count_over_time((queue_length > 1)[10m:15s])",
             "deriv(memory_bytes[10m:1m] @ 1700005000)",
             "sum_over_time((queue_length @ start())[5m:1m])",
             "last_over_time(time()[1m:1s])",
             "sum_over_time(timestamp(queue_length)[2m:10s])",
             // histograms
             "histogram_quantile(0.9, http_request_duration_seconds_bucket)",
             "histogram_quantile(0.5, sum by (le) "
             "(rate(http_request_duration_seconds_bucket[5m])))",
             "histogram_quantile(0.99, sum by (le, handler) "
             "(rate(http_request_duration_seconds_bucket[10m])))",
             "histogram_quantile(0, http_request_duration_seconds_bucket)",
             "histogram_quantile(1, http_request_duration_seconds_bucket)",
             "histogram_quantile(-1, http_request_duration_seconds_bucket)",
             "histogram_quantile(1.1, http_request_duration_seconds_bucket)",
             "histogram_quantile(NaN, http_request_duration_seconds_bucket)",
             "histogram_quantile(0.5, http_request_duration_seconds_bucket{le=\"+Inf\"})",
             "histogram_quantile(0.5, -http_request_duration_seconds_bucket)",
             "histogram_quantile(0.5, label_replace(memory_bytes, \"le\", \"$1\", \"instance\", "
             "\"web-(.*)\"))",
             "histogram_quantile(0.5, 0 * http_request_duration_seconds_bucket)",
             // other functions
             "abs(temperature_celsius)",
             "ceil(temperature_celsius / 3)",
             "floor(temperature_celsius / 3)",
             "round(temperature_celsius / 3)",
             "round(temperature_celsius, 5)",
             "round(temperature_celsius, 0.3)",
             "clamp(temperature_celsius, 0, 30)",
             "clamp(temperature_celsius, 30, 0)",
             "clamp_min(temperature_celsius, 0)",
             "clamp_max(temperature_celsius, NaN)",
             "clamp_min(temperature_celsius, NaN)",
             "clamp(temperature_celsius, NaN, 3)",
             "sqrt(temperature_celsius)",
             "ln(temperature_celsius)",
             "log2(temperature_celsius)",
             "log10(temperature_celsius)",
             "exp(temperature_celsius)",
             "sgn(temperature_celsius)",
             "sin(queue_length)",
             "acosh(queue_length)",
             "deg(queue_length)",
             "rad(queue_length)",
             "label_replace(memory_bytes, \"host\", \"$1-x${1}x$$\", \"instance\", \"web-(.*)\")",
             "label_replace(memory_bytes, \"host\", \"$n$2$1x\", \"instance\", \"web-(?P<n>.*)\")",
             "label_replace(memory_bytes, \"kind\", \"\", \"instance\", \"web-1\")",
             "label_replace(memory_bytes, \"__name__\", \"new\", \"instance\", \"web-1\")",
             "label_replace(memory_bytes, \"a\", \"${n\", \"instance\", \"web-(?P<n>.*)\")",
             "label_replace(memory_bytes, \"a\", \"$01$n\u2192\", \"instance\", \"web-(?P<n>.*)\")",
             "label_replace(memory_bytes, \"a\", \"x\", \"missing\", \"\")",
             "label_join(memory_bytes, \"both\", \"/\", \"instance\", \"kind\", \"missing\")",
             "label_join(memory_bytes, \"kind\", \"/\")",
             "scalar(memory_bytes{instance=\"web-1\"})",
             "vector(time())",
             "timestamp(memory_bytes)",
             "timestamp(memory_bytes offset 1m)",
             "timestamp(memory_bytes @ 1700003600)",
             "timestamp(memory_bytes * 1)",
             "absent(session_count)",
             "absent(nothing{a=\"b\",c=\"d\",c=\"e\",f=~\"g\"})",
             "absent((nothing{a=\"b\"}))",
             "absent(sum(nothing{a=\"b\"}))",
             "absent(session_count{instance=\"web-1\"})",
             "sort(memory_bytes)",
             "sort_desc(memory_bytes)",
             "hour()",
             "minute(vector(time() + 1e8))",
             "day_of_week(vector(1e9)) + day_of_month(vector(1e9)) * 100",
             "day_of_year() + days_in_month() * 1000",
             "month() + year() * 100",
             "year(vector(-1e10))",
             "hour(memory_bytes)",
             // words as names, comments, whitespace, case
             "sum # comment\n (queue_length)",
             "SUM BY (Queue) (queue_length)",
             "by",
             "sum",
             "sum + count",
             "offset offset 5m",
             "start",
             "sum(by) by (by)",
             "  queue_length  {  queue = 'mail' , }  [ 5m ] == 1 or vector(1)",
         }) {
        QTest::newRow(text) << QByteArray(text);
    }
    for (const auto &text : documentedExpressions()) {
        QTest::newRow(("documented: " + text).constData()) << text;
    }
}

void PrometheusTest::agrees()
{
    QFETCH(QByteArray, text);
    using namespace std::chrono_literals;
    for (const auto &range :
         {shopRange(1h + 123ms, 2h, 1min), shopRange(-10min, 3h + 20min, 5min + 7s),
          shopRange(40min, 45min, 1s), shopRange(90min, 90min, 1s)}) {
        const auto theirs = m_server.query(QString::fromUtf8(text), range);
        const auto mine = ours(text, range);
        // A handful of rows are there because both refuse them.
        QVERIFY2(theirs.error.isEmpty() == mine.error.isEmpty(),
                 qPrintable(QStringLiteral("ours: %1\ntheirs: %2").arg(mine.error, theirs.error)));
        const auto differs = difference(mine.matrix, theirs.matrix);
        QVERIFY2(differs.isEmpty(), qPrintable(differs));
    }
}

void PrometheusTest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {
             "",
             "(",
             "queue_length[5m]",
             "\"text\"",
             "sum",
             "1 +",
             "queue_length{",
             "{}",
             "{a=\"\"}",
             "{a=~\".*\"}",
             "{a!=\"b\"}",
             "queue_length{__name__=\"b\"}",
             "queue_length[5m] + 1",
             "rate(queue_length)",
             "rate(queue_length[5m:])",
             "rate(queue_length offset 5m [5m])",
             "rate((queue_length)[5m])",
             "abs()",
             "abs(1)",
             "Rate(queue_length[5m])",
             "sum(1)",
             "topk(queue_length)",
             "topk(\"a\", queue_length)",
             "count_values(1, queue_length)",
             "count_values(\"1\", queue_length)",
             "1 and 2",
             "1 == 2",
             "1 + bool 2",
             "queue_length and bool queue_length",
             "1 + on(a) 2",
             "queue_length and on(a) group_left queue_length",
             "queue_length * on(queue) group_left(queue) queue_length",
             "queue_length offset 0s",
             "queue_length offset 5",
             "queue_length offset 5m offset 5m",
             "sum(queue_length) offset 5m",
             "queue_length @ start",
             "queue_length @ NaN",
             "1[5m:]",
             "queue_length[5m:0s]",
             "queue_length[5m5m]",
             "queue_length[1s1m]",
             "queue_length[5]",
             "queue_length[1.5h]",
             "queue_length[300y]",
             "1e",
             "0b1",
             "1x",
             "'\\\"'",
             "\"\\q\"",
             "\"\\ud800\"",
             "\"\\400\"",
             "\"a\nb\"",
             "bool",
             "on",
             "atan2",
             "group_left",
             "by (a) (b)",
             "abs(queue_length,)",
             "sum by (a:b) (queue_length)",
             "sum by (inf) (queue_length)",
             "inf(1)",
             "5m",
             "1h + 1",
             "a ! b",
             "a = b",
             "a =~ \"b\"",
             "a{b==\"c\"}",
             "a{b=c}",
             "a{1=\"c\"}",
             "{b=~\"(\"}",
             "{b=~\"\\\\C\"}",
             "$",
             "a:b(c)",
             "a b",
             "+\"a\"",
             "-queue_length[5m]",
             "1e999",
             "0xFFFFFFFFFFFFFFFFFF",
             "a[5m",
             "a[5m:1m:]",
             "a{b=\"c\"}}",
             "label_join(queue_length)",
             "label_replace(queue_length, \"1\", \"\", \"\", \"\")",
             "label_replace(queue_length, \"a\", \"\", \"a\", \"(\")",
             "label_replace(queue_length, \"queue\", \"x\", \"\", \"\")",
             "label_join(queue_length, \"a\", \"-\", \"b c\")",
             "topk(NaN, queue_length)",
             "topk(1e30, queue_length)",
             "-{__name__=~\"memory_bytes|build_info\"} + on() up",
             "queue_length + on() queue_length",
             "queue_length * on(a) group_left build_info",
             "build_info + on(version) memory_limit_bytes",
             "rate({instance=\"web-1\"}[5m])",
             "-{instance=\"web-1\",__name__=~\"memory.*|build.*|ses.*\",kind=\"\",zone=\"\","
             "version=\"\"} or "
             "{__name__=~\"memory_limit_bytes\"} * on() group_left queue_length",
             "memory_bytes * on(instance) group_left(nothing) http_requests_total",
         }) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void PrometheusTest::refuses()
{
    QFETCH(QByteArray, text);
    using namespace std::chrono_literals;
    const auto range = shopRange(1h, 2h, 1min);
    const auto theirs = m_server.query(QString::fromUtf8(text), range);
    const auto mine = ours(text, range);
    if (theirs.error.isEmpty() && mine.error.isEmpty()) {
        QCOMPARE(difference(mine.matrix, theirs.matrix), QString());
    }
    QVERIFY2(!mine.error.isEmpty() || theirs.error.isEmpty(), qPrintable(theirs.error));
    QVERIFY2(theirs.error.isEmpty() == mine.error.isEmpty(),
             qPrintable(QStringLiteral("ours: %1\ntheirs: %2").arg(mine.error, theirs.error)));
}

void PrometheusTest::agreesByChance_data()
{
    QTest::addColumn<int>("seed");
    const int first = qEnvironmentVariableIntValue("FORETOP_TEST_SEED");
    for (int seed = first; seed < first + 20; ++seed) {
        QTest::addRow("%d", seed) << seed;
    }
}

void PrometheusTest::agreesByChance()
{
    QFETCH(int, seed);
    using namespace std::chrono_literals;
    RandomExpression random(
        unsigned(seed),
        {"http_requests_total", "http_requests_total{method=\"GET\"}", "memory_bytes",
         "memory_limit_bytes", "build_info", "session_count", "queue_length", "temperature_celsius",
         "node:load:avg", "http_request_duration_seconds_bucket{instance=\"web-1\"}",
         "{__name__=~\"memory_.*|session_count\"}", "nothing{instance=\"web-1\"}"},
        {"instance", "code", "method", "queue", "zone", "le", "__name__", "sensor"});
    const auto range = shopRange(1h + 7s, 1h + 30min, 3min);
    for (int i = 0; i < 20; ++i) {
        const auto text = random.vector(4);
        const auto mine = ours(QByteArray::fromStdString(text), range);
        const auto theirs = m_server.query(QString::fromStdString(text), range);
        const auto differs = difference(mine.matrix, theirs.matrix);
        QVERIFY2(
            theirs.error.isEmpty() == mine.error.isEmpty() && differs.isEmpty(),
            qPrintable(QStringLiteral("%1\nours: %2\ntheirs: %3\n%4")
                           .arg(QString::fromStdString(text), mine.error, theirs.error, differs)));
    }
}

QTEST_GUILESS_MAIN(PrometheusTest)
#include "tst_prometheus.moc"
