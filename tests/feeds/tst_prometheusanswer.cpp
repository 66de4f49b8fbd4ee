// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/prometheusanswer.h"
#include "feeds/prometheusrequest.h"

#include <QTest>

#include <cmath>

using namespace foretop;
using namespace foretop::feeds;

class PrometheusAnswerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsMatrix();
    void readsVectorInItsOrder();
    void readsScalarAndString();
    void leavesNativeHistogramsOut();
    void readsLists();
    void refuses_data();
    void refuses();
    void ordersByLabels();
    void makesUrls();
};

namespace {

QByteArray textOf(const metrics::SeriesKey &key)
{
    return QByteArray::fromStdString(key.text());
}

} // namespace

void PrometheusAnswerTest::readsMatrix()
{
    const auto answer = decodeQuery(
        R"({"status":"success","warnings":["one store is away"],"data":{"resultType":"matrix",
        "result":[{"metric":{"__name__":"b"},"values":[[1.5,"NaN"],[2,"+Inf"],[3.001,"-Inf"]]},
                  {"metric":{"__name__":"a","x":"\"y\""},"values":[[-1,"1e-3"]]}]}})",
        "prod");
    QVERIFY2(answer, answer ? "" : answer.error().text().c_str());
    QCOMPARE(answer->type, QueryAnswer::Type::Matrix);
    QCOMPARE(answer->matrix.size(), std::size_t(2));
    QCOMPARE(textOf(answer->matrix[0].key), QByteArray(R"(a{x="\"y\""})"));
    QCOMPARE(answer->matrix[0].samples[0].time, wallTimeFromMs(-1000));
    QCOMPARE(answer->matrix[0].samples[0].value, 0.001);
    const auto &samples = answer->matrix[1].samples;
    QCOMPARE(samples[0].time, wallTimeFromMs(1500));
    QVERIFY(std::isnan(samples[0].value));
    QVERIFY(samples[1].value > 0 && std::isinf(samples[1].value));
    QCOMPARE(samples[2].time, wallTimeFromMs(3001));
    QVERIFY(samples[2].value < 0 && std::isinf(samples[2].value));
    QCOMPARE(answer->warnings, std::vector<std::string>{"one store is away"});
    QVERIFY(answer->mayBePartial);
}

void PrometheusAnswerTest::readsVectorInItsOrder()
{
    const auto answer = decodeQuery(
        R"({"status":"success","infos":["a hint"],"data":{"resultType":"vector","result":[
        {"metric":{"j":"z"},"value":[1,"9"]},{"metric":{"j":"a"},"value":[1,"3"]}]}})",
        "prod");
    QVERIFY(answer);
    QCOMPARE(answer->matrix.size(), std::size_t(2));
    QCOMPARE(textOf(answer->matrix[0].key), QByteArray(R"({j="z"})"));
    QCOMPARE(answer->warnings.size(), std::size_t(1));
    QVERIFY(!answer->mayBePartial);
}

void PrometheusAnswerTest::readsScalarAndString()
{
    const auto scalar = decodeQuery(
        R"({"status":"success","data":{"resultType":"scalar","result":[1700000000,"2"]}})", "prod");
    QVERIFY(scalar);
    QCOMPARE(scalar->matrix[0].samples[0].value, 2.0);
    const auto text = decodeQuery(
        R"({"status":"success","data":{"resultType":"string","result":[1700000000,"hi"]}})",
        "prod");
    QVERIFY(text);
    QCOMPARE(QByteArray::fromStdString(text->text), QByteArray("hi"));
    QVERIFY(text->matrix.empty());
}

void PrometheusAnswerTest::leavesNativeHistogramsOut()
{
    const auto answer = decodeQuery(
        R"({"status":"success","data":{"resultType":"matrix","result":[
        {"metric":{"__name__":"h"},"histograms":[[1,{"count":"3","sum":"4","buckets":[]}],[2,{}]]},
        {"metric":{"__name__":"v"},"values":[[1,"2"]],"histograms":[[3,{}]]}]}})",
        "prod");
    QVERIFY(answer);
    QCOMPARE(answer->matrix.size(), std::size_t(1));
    QCOMPARE(answer->warnings, std::vector<std::string>{"3 native histograms are left out"});
}

void PrometheusAnswerTest::readsLists()
{
    const auto names = decodeNames(R"({"status":"success","data":["b","a"]})", "prod");
    QVERIFY(names);
    QCOMPARE(names->names, (std::vector<std::string>{"b", "a"}));
    const auto none = decodeNames(R"({"status":"success","data":null})", "prod");
    QVERIFY(none && none->names.empty());
    const auto series =
        decodeSeries(R"({"status":"success","data":[{"__name__":"up","job":"a"}]})", "prod");
    QVERIFY(series);
    QCOMPARE(textOf(series->series[0]), QByteArray(R"(up{job="a"})"));
    const auto metadata = decodeMetadata(
        R"({"status":"success","data":{"up":[{"type":"gauge","help":"Up.","unit":""},{}],
        "a":[{"type":"stateset","help":""}],"b":[]}})",
        "prod");
    QVERIFY(metadata);
    QCOMPARE(metadata->families.size(), std::size_t(3));
    QCOMPARE(QByteArray::fromStdString(metadata->families[2].help), QByteArray("Up."));
    QCOMPARE(metadata->families[2].type, metrics::FamilyType::Gauge);
    QCOMPARE(metadata->families[0].type, metrics::FamilyType::Unknown);
    const auto build =
        decodeBuildInfo(R"({"status":"success","data":{"version":"2.42.0"}})", "prod");
    QVERIFY(build);
    QCOMPARE(QByteArray::fromStdString(build->version), QByteArray("2.42.0"));
}

void PrometheusAnswerTest::refuses_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char *name, const QByteArray &body, const char *message) {
        QTest::newRow(name) << body << QByteArray(message);
    };
    const auto matrix = [](const char *result) {
        return QByteArray(R"({"status":"success","data":{"resultType":"matrix","result":[)") +
               result + "]}}";
    };
    row("empty", "", "prod: not JSON: empty");
    row("a login page", "<html>", "prod byte 0: not JSON: ");
    row("no status", R"({"data":[]})", "prod: \"status\" is missing");
    row("no data", R"({"status":"success"})", "prod: \"data\" is missing");
    row("a bad expression",
        R"({"status":"error","errorType":"bad_data","error":"invalid parameter \"query\": 1:5: parse error: unexpected end of input"})",
        "prod:1:5: the server says bad_data: invalid parameter \"query\": 1:5: parse error: "
        "unexpected end of input");
    row("an error without words", R"({"status":"error"})", "prod: the server says error: ");
    row("unknown type", R"({"status":"success","data":{"resultType":"table","result":[]}})",
        "prod: unknown resultType \"table\"");
    row("no metric", matrix(R"({"values":[]})"), "prod item 0: a series has no \"metric\"");
    row("a series no object", matrix(R"({"metric":{},"values":[]},7)"),
        "prod item 1: a series must be an object");
    row("a label no text", matrix(R"({"metric":{"a":1}})"),
        "prod item 0: a label must be a string, not a number");
    row("a label twice", matrix(R"({"metric":{"a":"1","a":"2"}})"),
        "prod item 0: a series has a label twice: a");
    row("a value no number", matrix(R"({"metric":{},"values":[[1,"x"]]})"),
        "prod item 0: \"x\" is no value");
    row("a value no text", matrix(R"({"metric":{},"values":[[1,2]]})"),
        "prod item 0: a sample must be a time and a value as string");
    row("a sample no pair", matrix(R"({"metric":{},"values":[1]})"),
        "prod item 0: a sample must be an array");
    row("a time out of range", matrix(R"({"metric":{},"values":[[1e300,"2"]]})"),
        "prod item 0: 1e+300 is no time");
    row("times back", matrix(R"({"metric":{},"values":[[2,"2"],[1,"2"]]})"),
        "prod item 0: samples are not in order of time");
    row("a series twice",
        matrix(R"({"metric":{},"values":[[2,"2"]]},{"metric":{},"values":[[2,"2"]]})"),
        "prod: a series is there twice: ");
    row("too many samples", matrix(R"({"metric":{},"values":[[1,"2"],[2,"2"],[3,"2"],[4,"2"]]})"),
        "prod item 0: the answer has more than 3 samples");
    row("too many series", matrix("{},{},{}"), "prod: the answer has more than 2 series");
    row("too many labels", matrix(R"({"metric":{"a":"","b":"","c":""}})"),
        "prod item 0: the answer has more than 2 labels of one series");
    row("a long label", matrix(R"({"metric":{"a":"012345678901"}})"),
        "prod item 0: a label is longer than 10 bytes");
}

void PrometheusAnswerTest::refuses()
{
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, message);
    const AnswerLimits limits{
        .maxSeries = 2, .maxSamples = 3, .maxNames = 2, .maxLabels = 2, .maxTextBytes = 10};
    const auto answer =
        decodeQuery({body.constData(), static_cast<std::size_t>(body.size())}, "prod", limits);
    QVERIFY(!answer);
    const auto text = QByteArray::fromStdString(answer.error().text());
    QVERIFY2(text.startsWith(message), text.constData());
}

void PrometheusAnswerTest::ordersByLabels()
{
    const metrics::SeriesKey upper{.name = "z", .labels = {{"A", "1"}}};
    const metrics::SeriesKey lower{.name = "a", .labels = {{"b", "1"}}};
    const metrics::SeriesKey more{.name = "a", .labels = {{"b", "1"}, {"c", "1"}}};
    QVERIFY(precedes(upper, lower)); // "A" comes before "__name__"
    QVERIFY(precedes(lower, more));
    QVERIFY(!precedes(more, lower));
    QVERIFY(!precedes(lower, lower));
}

void PrometheusAnswerTest::makesUrls()
{
    const QUrl base(QStringLiteral("https://mimir:8080/prometheus/"));
    const PrometheusCall range = callFor(RangeRequest{.expression = "a{b=\"+&c\"}",
                                                      .from = wallTimeFromMs(1'500),
                                                      .to = wallTimeFromMs(60'000),
                                                      .step = Milliseconds(250)});
    QCOMPARE(urlOf(range, base).toEncoded(),
             QByteArray("https://mimir:8080/prometheus/api/v1/query_range?"
                        "query=a%7Bb%3D%22%2B%26c%22%7D&start=1.500&end=60.000&step=0.250"));
    QVERIFY(formOf(range).isEmpty());
    const PrometheusCall posted =
        callFor(InstantRequest{.expression = std::string(3'000, 'a'), .at = WallTime{}});
    QVERIFY(!urlOf(posted, base).hasQuery());
    QVERIFY(formOf(posted).startsWith("query=aaa"));
    const PrometheusCall values =
        callFor(LabelValuesRequest{.label = "a/b", .selectors = {"up", "x"}, .from = {}, .to = {}});
    QCOMPARE(urlOf(values, QUrl(QStringLiteral("http://h"))).toEncoded(),
             QByteArray("http://h/api/v1/label/a%2Fb/values?"
                        "match[]=up&match[]=x&start=0.000&end=0.000"));
}

QTEST_GUILESS_MAIN(PrometheusAnswerTest)
#include "tst_prometheusanswer.moc"
