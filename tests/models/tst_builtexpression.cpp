// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/builtexpression.h"

#include <QTest>

using namespace foretop;
using namespace foretop::models;

namespace {

using Built = BuiltExpression;
using Function = Built::Function;
using Combination = Built::Combination;
using Operator = LabelFilter::Operator;

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

Q_DECLARE_METATYPE(foretop::models::BuiltExpression)

class BuiltExpressionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrips_data();
    void roundTrips();
    void reads_data();
    void reads();
    void leavesToTheHand_data();
    void leavesToTheHand();
    void knowsFamilies();
};

void BuiltExpressionTest::roundTrips_data()
{
    QTest::addColumn<Built>("built");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const Built &built, const char *text) {
        QTest::newRow(name) << built << u(text);
    };
    row("value", {.metric = u("load1")}, "load1");
    row("rate", {.metric = u("requests_total"), .function = Function::Rate},
        "rate(requests_total[$__rate_interval])");
    row("filters",
        {.metric = u("requests_total"),
         .filters = {{u("method"), Operator::Equal, u("GET")},
                     {u("code"), Operator::MatchesNot, u("5..|4\\d\\d")},
                     {u("path"), Operator::NotEqual, u("/\"a\"\n")},
                     {u("job"), Operator::Matches, u("$job")}},
         .function = Function::Increase,
         .window = u("1h")},
        "increase(requests_total{method=\"GET\", code!~\"5..|4\\\\d\\\\d\", "
        "path!=\"/\\\"a\\\"\\n\", job=~\"$job\"}[1h])");
    row("combined", {.metric = u("x"), .combination = Combination::Greatest}, "max(x)");
    row("combined by",
        {.metric = u("x"),
         .function = Function::Delta,
         .combination = Combination::Mean,
         .by = {u("a"), u("b")}},
        "avg by (a, b) (delta(x[$__rate_interval]))");
    row("largest",
        {.metric = u("x"),
         .function = Function::Rate,
         .combination = Combination::Sum,
         .by = {u("a")},
         .topCount = 5},
        "topk(5, sum by (a) (rate(x[$__rate_interval])))");
    row("quantile of each", {.metric = u("d"), .function = Function::Quantile, .quantile = 0.5},
        "histogram_quantile(0.5, rate(d_bucket[$__rate_interval]))");
    row("quantile",
        {.metric = u("d"),
         .function = Function::Quantile,
         .quantile = 0.99,
         .combination = Combination::Sum,
         .by = {u("path")}},
        "histogram_quantile(0.99, sum by (le, path) (rate(d_bucket[$__rate_interval])))");
    row("greatest quantile",
        {.metric = u("d"), .function = Function::Quantile, .combination = Combination::Greatest},
        "max(histogram_quantile(0.95, rate(d_bucket[$__rate_interval])))");
    row("quantile of gauges",
        {.metric = u("d"),
         .function = Function::Quantile,
         .buckets = Built::Buckets::Gauges,
         .combination = Combination::Sum},
        "histogram_quantile(0.95, sum by (le) (d_bucket))");
    row("quantile of a native histogram",
        {.metric = u("d"),
         .function = Function::Quantile,
         .buckets = Built::Buckets::Native,
         .combination = Combination::Sum},
        "histogram_quantile(0.95, sum(rate(d[$__rate_interval])))");
    row("mean", {.metric = u("d"), .function = Function::Mean, .window = u("5m")},
        "rate(d_sum[5m]) / rate(d_count[5m])");
    row("mean by",
        {.metric = u("d"),
         .filters = {{u("a"), Operator::Equal, u("1")}},
         .function = Function::Mean,
         .window = u("5m"),
         .combination = Combination::Sum,
         .by = {u("path")}},
        "sum by (path) (rate(d_sum{a=\"1\"}[5m])) / sum by (path) (rate(d_count{a=\"1\"}[5m]))");
    row("mean of gauges",
        {.metric = u("d"), .function = Function::Mean, .buckets = Built::Buckets::Gauges},
        "d_gsum / d_gcount");
    row("buckets",
        {.metric = u("d"), .function = Function::Buckets, .combination = Combination::Sum},
        "sum by (le) (rate(d_bucket[$__rate_interval]))");
    row("a name with dots", {.metric = u("http.requests"), .function = Function::Rate},
        "rate({__name__=\"http.requests\"}[$__rate_interval])");
    row("a name that is a word of the language", {.metric = u("bool")}, "{__name__=\"bool\"}");
    for (const char *name : {"avg_over_time", "min_over_time", "max_over_time"}) {
        const auto function = Function(int(Function::MeanOverTime) + (name[1] == 'v'   ? 0
                                                                      : name[1] == 'i' ? 1
                                                                                       : 2));
        QTest::newRow(name) << Built{.metric = u("x"), .function = function, .window = u("1h30m")}
                            << u(name) + u("(x[1h30m])");
    }
}

void BuiltExpressionTest::roundTrips()
{
    QFETCH(Built, built);
    QFETCH(QString, text);
    QCOMPARE(expressionText(built), text);
    const auto read = readBuilt(text);
    QVERIFY(read);
    QCOMPARE(*read, built);
}

void BuiltExpressionTest::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    QTest::newRow("labels behind") << u("sum(rate(x[1m])) by (a)") << u("sum by (a) (rate(x[1m]))");
    QTest::newRow("layout") << u("topk(\n  3,\n  x {a='b'} )") << u("topk(3, x{a=\"b\"})");
    QTest::newRow("le behind")
        << u("histogram_quantile(.9, sum by (path, le) (rate(d_bucket[ 1m ])))")
        << u("histogram_quantile(0.9, sum by (le, path) "
             "(rate(d_bucket[1m])))");
    QTest::newRow("parentheses") << u("(x)") << u("x");
    QTest::newRow("count") << u("rate(d_count[1m])") << u("rate(d_count[1m])");
    QTest::newRow("braces") << u("sum by (a) (x{b=~\"${b}\"})") << u("sum by (a) (x{b=~\"${b}\"})");
}

void BuiltExpressionTest::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, written);
    const auto read = readBuilt(text);
    QVERIFY(read);
    QCOMPARE(expressionText(*read), written);
}

void BuiltExpressionTest::leavesToTheHand_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",
                             "x +",
                             "1",
                             "x + y",
                             "x offset 5m",
                             "x @ end()",
                             "sum without (a) (x)",
                             "{a=\"b\"}",
                             "rate(x[5m:1m])",
                             "rate(x[5m] offset 1h)",
                             "abs(x)",
                             "topk(1.5, x)",
                             "topk by (a) (2, x)",
                             "topk(2, topk(3, x))",
                             "sum(sum by (a) (x))",
                             "sum(x) # all of it",
                             "bottomk(3, x)",
                             "rate(d_sum[1m]) / rate(d_count[5m])",
                             "rate(d_sum[1m]) / rate(e_count[1m])",
                             "rate(d_sum{a=\"1\"}[1m]) / rate(d_count[1m])",
                             "rate(d_sum[1m]) * rate(d_count[1m])",
                             "histogram_quantile(0.9, sum by (path) (rate(d_bucket[1m])))",
                             "histogram_quantile(0.9, increase(d_bucket[1m]))",
                             "rate($metric[1m])",
                             "histogram_quantile(scalar(y), rate(d_bucket[1m]))",
                             "x / on(a) y",
                             "{__name__=~\"a|b\"}",
                             "sum by (le) (d_bucket) / 2",
                             "quantile(0.9, x)",
                             "count(x)",
                             "-x",
                             "holt_winters(x[1m])"}) {
        QTest::newRow(text) << u(text);
    }
}

void BuiltExpressionTest::leavesToTheHand()
{
    QFETCH(QString, text);
    const auto read = readBuilt(text);
    QVERIFY2(!read, read ? qPrintable(expressionText(*read)) : "");
}

void BuiltExpressionTest::knowsFamilies()
{
    const auto read = readBuilt(u("sum(rate(d_count[1m]))"));
    QCOMPARE(read->function, Function::Rate);
    const auto known = ofFamily(*read, {"d", metrics::FamilyType::Histogram, {}});
    QCOMPARE(known.function, Function::CountRate);
    QCOMPARE(known.metric, u("d"));
    QCOMPARE(expressionText(known), u("sum(rate(d_count[1m]))"));
    QCOMPARE(ofFamily(*read, {"d", metrics::FamilyType::Counter, {}}), *read);
    QCOMPARE(functionsFor(metrics::FamilyType::Counter).constFirst(), Function::Rate);
    QCOMPARE(functionsFor(metrics::FamilyType::GaugeHistogram),
             functionsFor(metrics::FamilyType::Histogram));
}

QTEST_GUILESS_MAIN(BuiltExpressionTest)
#include "tst_builtexpression.moc"
