// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/evaluator.h"

#include "metrics/seriesstore.h"

#include <QTest>

#include <cmath>

#include <fmt/format.h>

using namespace foretop;
using namespace foretop::metrics;

namespace {

WallTime at(double seconds)
{
    return wallTimeFromMs(1'700'000'000'000 + std::int64_t(seconds * 1000));
}

/// Stores a line such as `a{b="c"} 0:1 10:2.5 20:stale`, in seconds and values. The source has no
/// name, so that it adds no label.
void store(SeriesStore &into, const QString &line)
{
    const auto space = line.indexOf(u"} ") < 0 ? line.indexOf(u' ') : line.indexOf(u"} ") + 1;
    const auto key = parseExpression(line.left(space).toStdString());
    const auto &selector = std::get<VectorSelector>(key->root().form);
    SeriesKey series{selector.metric, {}};
    for (const auto &matcher : selector.matchers) {
        series.labels.emplace_back(matcher.label(), matcher.value());
    }
    for (const auto &word : line.mid(space).split(u' ', Qt::SkipEmptyParts)) {
        const auto value = word.section(u':', 1);
        const SeriesSample sample{
            series,
            {at(word.section(u':', 0, 0).toDouble()),
             value == QStringLiteral("stale") ? kStaleMarker : value.toDouble()}};
        into.append("", {&sample, 1});
    }
}

QString picture(const Matrix &matrix)
{
    QStringList lines;
    for (const auto &series : matrix) {
        auto line = series.key.text() + (series.key.text().empty() ? "{}" : "");
        for (const auto &sample : series.samples) {
            const auto value = std::isnan(sample.value) ? "nan" : fmt::format("{}", sample.value);
            line += fmt::format(" {}:{}", (sample.time - at(0)).count() / 1000, value);
        }
        lines << QString::fromStdString(line);
    }
    return lines.join(u'\n');
}

} // namespace

class EvaluatorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void evaluates_data();
    void evaluates();
    void refuses_data();
    void refuses();
    void namesItsBounds_data();
    void namesItsBounds();
    void holdsGroupsAlone();
    void stops();
    void checksItsRange();
    void tellsSourcesApart();
};

void EvaluatorTest::evaluates_data()
{
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("result"); // at 0, 60, 120 s
    const auto row = [](const char *name, const char *stored, const char *text,
                        const char *result) {
        QTest::newRow(name) << QString::fromUtf8(stored) << QString::fromUtf8(text)
                            << QString::fromUtf8(result);
    };
    row("nothing stored", "", "a", "");
    row("a number", "", "2 + 3", "{} 0:5 60:5 120:5");
    row("time", "", "time() - 1.7e9", "{} 0:0 60:60 120:120");
    row("look back", "a -240:1 60:2", "a", "a 0:1 60:2 120:2");
    row("look back of exactly five minutes", "a -300:1", "a", "a 0:1");
    row("no further back", "a -300.001:1", "a", "");
    row("a stale marker ends a series", "a -10:1 50:stale 110:3", "a", "a 0:1 120:3");
    row("both ends of a range belong to it", "a 0:1 30:2 60:3", "count_over_time(a[60s])",
        "{} 0:1 60:3 120:1");
    row("a range has no stale markers", "a 0:1 30:stale 60:3", "count_over_time(a[60s])",
        "{} 0:1 60:2 120:1");
    row("offset", "a 0:1 60:2 120:3", "a offset 1m", "a 60:1 120:2");
    row("negative offset", "a 0:1 60:2 120:3", "a offset -1m", "a 0:2 60:3 120:3");
    row("at", "a 0:1 60:2 120:3", "a @ 1700000060", "a 0:2 60:2 120:2");
    row("at the end", "a 0:1 60:2 120:3", "a @ end() offset 1m", "a 0:2 60:2 120:2");
    // 100 in 60 s, each window filled to both ends.
    row("rate", "a 0:0 60:100 120:400", "rate(a[60s])", "{} 60:1.6666666666666667 120:5");
    row("a reset counts from 0", "a 0:50 30:100 60:20", "increase(a[60s])", "{} 60:70");
    // Samples 20 to 50: 30 s of 60, 10 apart; 10 s to the end are near, 20 s to the start are not
    // and count half a distance: 30 * (30 + 5 + 10) / 30.
    row("stretching", "a 20:100 30:110 40:120 50:130", "increase(a[60s])", "{} 60:45");
    // A counter of 0.25 that grows by 1 a second was 0 a quarter before: nearer than the start.
    row("not before 0", "a 57:0.25 58:1.25 59:2.25 60:3.25", "increase(a[4s])", "{} 60:3.25");
    row("a gauge has no 0", "a 57:0.25 58:1.25 59:2.25 60:3.25", "delta(a[4s])", "{} 60:4");
    row("one sample is no rate", "a 60:5", "rate(a[60s])", "");
    row("irate", "a 0:0 50:10 60:30", "irate(a[60s])", "{} 60:2");
    row("the name goes", "a{b=\"c\"} 0:1", "a + 1", "{b=\"c\"} 0:2 60:2 120:2");
    row("the name stays", "a{b=\"c\"} 0:1", "a > 0", "a{b=\"c\"} 0:1 60:1 120:1");
    row("a scalar on the left", "a 0:1 60:5", "3 < a", "a 60:5 120:5");
    row("bool", "a 0:1 60:5", "a > bool 3", "{} 0:0 60:1 120:1");
    row("matching all labels", "a{x=\"1\"} 0:6\na{x=\"2\"} 0:8\nb{x=\"2\"} 0:4", "a / b",
        "{x=\"2\"} 0:2 60:2 120:2");
    row("many to one", "a{x=\"1\",y=\"1\"} 0:6\na{x=\"1\",y=\"2\"} 0:8\nb{x=\"1\",z=\"3\"} 0:2",
        "a / on(x) group_left(z) b",
        "{x=\"1\",y=\"1\",z=\"3\"} 0:3 60:3 120:3\n{x=\"1\",y=\"2\",z=\"3\"} 0:4 60:4 120:4");
    row("or", "a{x=\"1\"} 0:1 60:stale\nb{x=\"1\"} 0:2", "a or b",
        "a{x=\"1\"} 0:1\nb{x=\"1\"} 60:2 120:2");
    row("sum by", "a{x=\"1\",y=\"1\"} 0:1\na{x=\"1\",y=\"2\"} 0:2\na{x=\"2\"} 60:5",
        "sum by (x) (a)", "{x=\"1\"} 0:3 60:3 120:3\n{x=\"2\"} 60:5 120:5");
    row("sum without", "a{x=\"1\",y=\"1\"} 0:1\na{x=\"1\",y=\"2\"} 0:2", "sum without (y) (a)",
        "{x=\"1\"} 0:3 60:3 120:3");
    row("topk", "a{x=\"1\"} 0:1 60:9\na{x=\"2\"} 0:5", "topk(1, a)",
        "a{x=\"1\"} 60:9 120:9\na{x=\"2\"} 0:5");
    row("topk passes NaN by", "a{x=\"1\"} 0:nan\na{x=\"2\"} 0:5", "topk(1, a)",
        "a{x=\"2\"} 0:5 60:5 120:5");
    // 10 of 20 fall below 1, 20 below 2: the 15th lies in the middle of (1, 2].
    row("histogram", "h{le=\"1\"} 0:10\nh{le=\"2\"} 0:20\nh{le=\"+Inf\"} 0:20",
        "histogram_quantile(0.75, h)", "{} 0:1.5 60:1.5 120:1.5");
    row("a histogram's last bound", "h{le=\"1\"} 0:10\nh{le=\"+Inf\"} 0:20",
        "histogram_quantile(0.9, h)", "{} 0:1 60:1 120:1");
    row("a histogram without +Inf", "h{le=\"1\"} 0:10\nh{le=\"2\"} 0:20",
        "histogram_quantile(0.5, h)", "{} 0:nan 60:nan 120:nan");
    row("counts that fall are raised",
        "h{le=\"1\"} 0:10\nh{le=\"2\"} 0:8\nh{le=\"4\"} 0:20\n"
        "h{le=\"+Inf\"} 0:20",
        "histogram_quantile(0.75, h)", "{} 0:3 60:3 120:3");
    row("absent", "a{x=\"1\"} 60:1 100:stale", "absent(a{x=\"1\",y=~\"2?\"})",
        "{x=\"1\"} 0:1 120:1");
    row("label_replace", "a{x=\"web-7\"} 0:1",
        "label_replace(a, \"n\", \"<$1>\", \"x\", \"web-(.)\")",
        "a{n=\"<7>\",x=\"web-7\"} 0:1 60:1 120:1");
    row("label_join", "a{x=\"1\",y=\"2\"} 0:1", "label_join(a, \"x\", \"/\", \"y\", \"x\", \"z\")",
        "a{x=\"2/1/\",y=\"2\"} 0:1 60:1 120:1");
    row("scalar of two is NaN", "a{x=\"1\"} 0:1\na{x=\"2\"} 60:1", "scalar(a)",
        "{} 0:1 60:nan 120:nan");
    row("timestamp", "a 50:1", "timestamp(a) - 1.7e9", "{} 60:50 120:50");
    row("a subquery is at multiples of its step", "a 0:1 60:2 120:3",
        "sum_over_time((a * 1)[90s:40s])", "{} 0:1 60:2 120:6");
    row("infinities", "a 0:inf", "a - a", "{} 0:nan 60:nan 120:nan");
    row("a regular expression is anchored", "a{x=\"web\"} 0:1\na{x=\"web1\"} 0:2",
        "a{x=~\"web|w\"}", "a{x=\"web\"} 0:1 60:1 120:1");
    row("an empty label is none", "a{x=\"1\"} 0:1\na 0:2", "a{x=\"\"}", "a 0:2 60:2 120:2");
}

void EvaluatorTest::evaluates()
{
    QFETCH(QString, stored);
    QFETCH(QString, text);
    QFETCH(QString, result);
    SeriesStore series;
    for (const auto &line : stored.split(u'\n', Qt::SkipEmptyParts)) {
        store(series, line);
    }
    const auto expression = parseExpression(text.toStdString());
    QVERIFY2(expression, expression ? "" : expression.error().text().c_str());
    const auto matrix = evaluate(*expression, series, {at(0), at(120), std::chrono::seconds(60)});
    QVERIFY2(matrix, matrix ? "" : matrix.error().text().c_str());
    QCOMPARE(picture(*matrix), result);
}

void EvaluatorTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *text, int column, const char *words) {
        QTest::newRow(text) << QString::fromUtf8(text) << column << QString::fromUtf8(words);
    };
    row("\"text\"", 1, "a string cannot be drawn over time");
    row("a[5m]", 1, "a range vector cannot be drawn over time");
    row("1 - {x=\"1\"}", 1, "two series would have the same labels {x=\"1\"}");
    row("1 + sum(count_over_time({x=\"1\"}[5m]))", 9, "two series would have the same labels");
    row("a + on(x) c", 1,
        "a{x=\"1\",y=\"2\"} on the left is not the only one that matches "
        "c{x=\"1\"}: this needs group_left or group_right");
    row("c + on(x) a", 1, "a{x=\"1\"} and a{x=\"1\",y=\"2\"} on the right match the same");
    row("c * on(x) group_right a{y=\"\"} + a * on(x) group_left(y) c", 33,
        "two series would have the same labels");
    row("topk(NaN, a)", 1, "topk cannot choose nan series");
    row("label_replace(a, \"1\", \"\", \"\", \"\")", 1, "\"1\" is no label name");
    row("label_replace(a, \"b\", \"\", \"\", \"(\")", 1, "bad regular expression");
    row("count_values(\"a-b\", a)", 1, "\"a-b\" is no label name");
}

void EvaluatorTest::refuses()
{
    QFETCH(QString, text);
    QFETCH(int, column);
    QFETCH(QString, words);
    SeriesStore series;
    for (const char *line :
         {"a{x=\"1\"} 0:1", "b{x=\"1\"} 0:2", "c{x=\"1\"} 0:2", "a{x=\"1\",y=\"2\"} 0:3"}) {
        store(series, QString::fromUtf8(line));
    }
    const auto expression = parseExpression(text.toStdString());
    QVERIFY2(expression, expression ? "" : expression.error().text().c_str());
    const auto matrix = evaluate(*expression, series, {at(0), at(120), std::chrono::seconds(60)});
    QVERIFY(!matrix);
    const auto message = QString::fromStdString(matrix.error().message);
    QVERIFY2(message.contains(words), qPrintable(message));
    QCOMPARE(int(matrix.error().place.column.value_or(0)), column);
}

void EvaluatorTest::namesItsBounds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("words");
    // 100 series of 100 samples, at 101 moments.
    QTest::newRow("series") << QStringLiteral("a") << QStringLiteral("more than 50 series");
    QTest::newRow("points") << QStringLiteral("a{i=~\".\"} or a{i=~\"..\"}")
                            << QStringLiteral("(maxPoints)");
    QTest::newRow("samples") << QStringLiteral("sum_over_time(a{i=~\"1.\"}[100s]) + "
                                               "sum_over_time(a{i=~\"2.\"}[100s]) + "
                                               "sum_over_time(a{i=~\"3.\"}[100s])")
                             << QStringLiteral("more than 2500 samples to read (maxSamples)");
    QTest::newRow("subquery") << QStringLiteral("sum_over_time(vector(1)[1y:1ms])")
                              << QStringLiteral("moments in a subquery (maxPoints)");
    QTest::newRow("values") << QStringLiteral("count_values(\"v\", vector(time()))")
                            << QStringLiteral("(max");
}

void EvaluatorTest::namesItsBounds()
{
    QFETCH(QString, text);
    QFETCH(QString, words);
    SeriesStore series;
    for (int i = 0; i < 100; ++i) {
        for (int second = 0; second < 100; ++second) {
            const SeriesSample sample{{"a", {{"i", std::to_string(i)}}}, {at(second), 1}};
            series.append("", {&sample, 1});
        }
    }
    EvaluationLimits limits;
    limits.maxSeries = text.size() == 1 ? 50 : 99;
    limits.maxPoints = 9000;
    limits.maxSamples = text.contains(u"over_time(a") ? 2500 : 50'000;
    const auto matrix = evaluate(*parseExpression(text.toStdString()), series,
                                 {at(0), at(100), std::chrono::seconds(1)}, {}, limits);
    QVERIFY(!matrix);
    QCOMPARE(int(matrix.error().code), int(ErrorCode::TooLarge));
    const auto message = QString::fromStdString(matrix.error().message);
    QVERIFY2(message.contains(words), qPrintable(message));
}

/// What a sum is of may have more points than may be held.
void EvaluatorTest::holdsGroupsAlone()
{
    SeriesStore series;
    for (int i = 0; i < 100; ++i) {
        for (int second = 0; second <= 100; ++second) {
            const SeriesSample sample{{"a", {{"i", std::to_string(i)}, {"odd", i % 2 ? "1" : "0"}}},
                                      {at(second), double(second * i)}};
            series.append("", {&sample, 1});
        }
    }
    EvaluationLimits limits;
    limits.maxPoints = 1000;
    const EvaluationRange range{at(0), at(100), std::chrono::seconds(1)};
    const auto last = [&](const char *text) {
        const auto matrix = evaluate(*parseExpression(text), series, range, {}, limits);
        QStringList values;
        for (const auto &one : matrix.value_or(Matrix())) {
            values << QString::fromStdString(
                fmt::format("{} {}", one.samples.size(), one.samples.back().value));
        }
        return matrix ? values.join(u'\n') : QString::fromStdString(matrix.error().text());
    };
    QCOMPARE(last("sum(a)"), QStringLiteral("101 495000"));
    QCOMPARE(last("sum by (odd) (rate(a[10s]))"), QStringLiteral("100 2450\n100 2500"));
    QCOMPARE(last("max(max_over_time(a[10s]))"), QStringLiteral("101 9900"));
    QCOMPARE(last("round(avg(a))"), QStringLiteral("101 4950"));
    QCOMPARE(last("count(a) - min(a)"), QStringLiteral("101 100"));
    QVERIFY(last("a").contains(u"maxPoints"));
    QVERIFY(last("sum by (i) (a)").contains(u"maxPoints"));
}

void EvaluatorTest::stops()
{
    SeriesStore series;
    store(series, QStringLiteral("a 0:1"));
    std::stop_source stop;
    stop.request_stop();
    for (const char *text : {"a", "1", "rate(a[5m])", "sum(a) + 1"}) {
        const auto matrix = evaluate(*parseExpression(text), series,
                                     {at(0), at(100), std::chrono::seconds(1)}, stop.get_token());
        QVERIFY(!matrix);
        QCOMPARE(int(matrix.error().code), int(ErrorCode::Cancelled));
    }
}

void EvaluatorTest::checksItsRange()
{
    const SeriesStore series;
    const auto one = *parseExpression("1");
    QVERIFY(evaluate(one, series, {at(0), at(0), Milliseconds(1)}));
    QVERIFY(!evaluate(one, series, {at(0), at(-1), Milliseconds(1)}));
    QVERIFY(!evaluate(one, series, {at(0), at(1), Milliseconds(0)}));
    const auto many = evaluate(one, series, {at(0), at(11), Milliseconds(1)});
    QVERIFY(!many);
    QCOMPARE(many.error().message,
             std::string("11001 moments are more than 11000 (maxSteps): make the step longer"));
}

void EvaluatorTest::tellsSourcesApart()
{
    SeriesStore series;
    const SeriesSample plain{{"up", {}}, {at(0), 1}};
    const SeriesSample labelled{{"jobs", {{"source", "cron"}}}, {at(0), 7}};
    series.append("shop", {&plain, 1});
    series.append("blog", {&plain, 1});
    series.append("blog", {&labelled, 1});
    const EvaluationRange now{at(0), at(0), Milliseconds(1)};
    const auto shown = [&](const char *text) {
        return picture(evaluate(*parseExpression(text), series, now).value_or(Matrix()));
    };
    QCOMPARE(shown("up"), QStringLiteral("up{source=\"blog\"} 0:1\nup{source=\"shop\"} 0:1"));
    QCOMPARE(shown("up{source=\"shop\"}"), QStringLiteral("up{source=\"shop\"} 0:1"));
    QCOMPARE(shown("jobs{exported_source=~\"c.*\",source!=\"shop\"}"),
             QStringLiteral("jobs{exported_source=\"cron\",source=\"blog\"} 0:7"));
    QCOMPARE(shown("jobs{source=\"cron\"}"), QString());
}

QTEST_APPLESS_MAIN(EvaluatorTest)
#include "tst_evaluator.moc"
