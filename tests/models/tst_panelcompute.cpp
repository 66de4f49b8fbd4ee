// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/exposition.h"
#include "models/panelcompute.h"

#include <QTest>

#include <cmath>

using namespace foretop;
using namespace foretop::models;
using metrics::SeriesStore;

class PanelComputeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsSelectorsAsTheyAre();
    void keepsASpikeOfADay();
    void evaluatesAtMultiplesOfTheStep();
    void drawsGaps();
    void stacksAtSharedMoments();
    void putsVariablesIn();
    void takesRatesOfWhatIsThere();
    void keepsTheLargest();
    void ordersByTargetAndLabels();
    void reducesForNumbers();
    void tellsTheLastOfNow();
    void makesHeatMaps_data();
    void makesHeatMaps();
    void tellsProblems_data();
    void tellsProblems();
    void failsTargetsAlone();
    void stops();
};

namespace {

constexpr std::int64_t kNow = 1'700'000'000'000;

/// A page for each of the seconds before kNow that @p seconds has.
template <typename PageOf>
void scrape(SeriesStore &store, const std::string &source, int firstSecond, int lastSecond,
            int step, PageOf pageOf)
{
    for (int second = firstSecond; second <= lastSecond; second += step) {
        const std::string page = pageOf(second);
        const auto exposition =
            metrics::parseExposition(page, wallTimeFromMs(kNow + second * 1000LL), source);
        store.append(source, exposition.samples);
        store.endMissing(source, wallTimeFromMs(kNow + second * 1000LL));
    }
}

PanelRequest request(std::initializer_list<const char *> expressions,
                     PanelKind kind = PanelKind::TimeSeries)
{
    PanelRequest request;
    request.spec.kind = kind;
    for (const char *expression : expressions) {
        request.spec.targets.append({.expression = QString::fromUtf8(expression), .legend = {}});
    }
    // Steps of 10 s, columns of 5 s.
    request.window = windowOf({.range = Milliseconds(600'000), .columns = 120},
                              wallTimeFromMs(kNow), wallTimeFromMs(kNow));
    return request;
}

PanelAnswer answer(const PanelRequest &request, const SeriesStore &store)
{
    return computePanel(request, store, {});
}

QStringList labels(const PanelAnswer &answer)
{
    QStringList all;
    for (const PanelSeries &series : answer.series) {
        all.append(series.label);
    }
    return all;
}

std::string counters(int second)
{
    const std::string n = std::to_string(second + 10'000);
    return "# TYPE http_requests_total counter\n"
           "http_requests_total{code=\"200\",method=\"GET\"} " +
           n + "0\nhttp_requests_total{code=\"500\",method=\"GET\"} " + n +
           "\nhttp_requests_total{code=\"200\",method=\"PUT\"} " + n + "00\n";
}

} // namespace

void PanelComputeTest::drawsSelectorsAsTheyAre()
{
    SeriesStore store;
    scrape(store, "web", -900, 0, 15, [](int second) {
        return "load{host=\"a\"} " + std::to_string(second) + "\nload{host=\"b\"} 1\n";
    });
    PanelRequest asked = request({"load{host=~\"a|c\"}"});
    const PanelAnswer found = answer(asked, store);
    QVERIFY(found.problems.isEmpty());
    QCOMPARE(labels(found), QStringList(QStringLiteral("load")));
    const PanelSeries &series = found.series.first();
    QCOMPARE(series.key.text(), std::string("load{host=\"a\",source=\"web\"}"));
    // Every sample of the range, and the one from which the line enters it.
    QCOMPARE(series.points.size(), 42);
    QCOMPARE(series.points.first(), QPointF(kNow - 615'000, -615));
    QCOMPARE(series.points.last(), QPointF(kNow, 0));
    QCOMPARE(series.last, 0.0);
    QCOMPARE(series.least, -600.0);
    QCOMPARE(series.mean, -300.0);
    QCOMPARE(found.fromMs, qint64(kNow - 600'000));
    QCOMPARE(found.toMs, qint64(kNow));
    asked.spec.targets[0].expression = QStringLiteral("load{source=\"web\",host=\"b\"}");
    QCOMPARE(answer(asked, store).series.first().last, 1.0);
    // What is older than five minutes is not there.
    asked.window = windowOf({.range = Milliseconds(60'000), .columns = 100},
                            wallTimeFromMs(kNow + 250'000), wallTimeFromMs(kNow + 250'000));
    QCOMPARE(answer(asked, store).series.size(), 1);
    asked.window = windowOf({.range = Milliseconds(60'000), .columns = 100},
                            wallTimeFromMs(kNow + 400'000), wallTimeFromMs(kNow + 400'000));
    QVERIFY(answer(asked, store).series.isEmpty());
}

void PanelComputeTest::keepsASpikeOfADay()
{
    SeriesStore store;
    std::vector<metrics::SeriesSample> sample{{{"load", {}}, {}}};
    for (int second = -86'400; second <= 0; ++second) {
        sample[0].sample = {wallTimeFromMs(kNow + second * 1000LL),
                            second == -12'345 ? 500.0 : 1.0};
        store.append("web", sample);
    }
    PanelRequest asked = request({"load"});
    asked.window =
        windowOf({.range = Milliseconds(86'400'000), .columns = 1'200}, {}, wallTimeFromMs(kNow));
    const PanelSeries series = answer(asked, store).series.first();
    QVERIFY(series.points.size() <= 2'402);
    QCOMPARE(series.greatest, 500.0);
    const auto spike = std::find_if(series.points.begin(), series.points.end(),
                                    [](const QPointF &point) { return point.y() == 500; });
    QVERIFY(spike != series.points.end());
    QVERIFY(std::abs(spike->x() - double(kNow - 12'345'000)) <= 72'000);
}

void PanelComputeTest::evaluatesAtMultiplesOfTheStep()
{
    SeriesStore store;
    scrape(store, "web", -900, 0, 15, counters);
    PanelRequest asked = request({"sum by (method) (rate(http_requests_total[1m]))"});
    asked.window = windowOf({.range = Milliseconds(600'000), .columns = 120}, {},
                            wallTimeFromMs(kNow + 3'333));
    const PanelAnswer found = answer(asked, store);
    QCOMPARE(found.stepMs, 10'000LL);
    QCOMPARE(labels(found), (QStringList{QStringLiteral("GET"), QStringLiteral("PUT")}));
    for (const QPointF &point : found.series.first().points) {
        QCOMPARE(std::fmod(point.x(), 10'000), 0.0);
        QVERIFY(point.x() <= kNow);
    }
    QCOMPARE(found.series.first().points.size(), 61);
    QCOMPARE(found.series.first().last, 11.0);
    QCOMPARE(found.series.last().mean, 100.0);
}

void PanelComputeTest::drawsGaps()
{
    SeriesStore store;
    scrape(store, "web", -900, 0, 15, [](int second) {
        const bool isThere = second < -400 || second > -200;
        return isThere ? std::string("load 1\n") : std::string("other 1\n");
    });
    for (const char *expression : {"load", "load * 1"}) {
        const PanelAnswer found = answer(request({expression}), store);
        const auto &points = found.series.first().points;
        const auto isGap = [](const QPointF &point) { return std::isnan(point.y()); };
        QCOMPARE(std::count_if(points.begin(), points.end(), isGap), 1);
        const auto gap = std::find_if(points.begin(), points.end(), isGap);
        QVERIFY(gap->x() > kNow - 410'000 && gap->x() < kNow - 190'000);
    }
    // Samples further apart than the step are no gap.
    SeriesStore slow;
    scrape(slow, "web", -900, 0, 60, [](int) { return std::string("load 1\n"); });
    for (const char *expression : {"load", "load * 1", "rate(load[5m])"}) {
        const PanelAnswer found = answer(request({expression}), slow);
        for (const QPointF &point : found.series.first().points) {
            QVERIFY(!std::isnan(point.y()));
        }
    }
}

void PanelComputeTest::stacksAtSharedMoments()
{
    SeriesStore store;
    scrape(store, "a", -900, 0, 15, [](int) { return std::string("load 1\n"); });
    scrape(store, "b", -293, 0, 7, [](int) { return std::string("load 2\n"); });
    PanelRequest asked = request({"load"});
    asked.spec.style = LineStyle::Stacked;
    const PanelAnswer found = answer(asked, store);
    QCOMPARE(labels(found), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(found.series[0].points.size(), 61);
    QCOMPARE(found.series[1].points.size(), 61);
    for (qsizetype i = 0; i < 61; ++i) {
        QCOMPARE(found.series[0].points.at(i).x(), found.series[1].points.at(i).x());
    }
    QVERIFY(std::isnan(found.series[1].points.first().y()));
    QCOMPARE(found.series[1].points.last().y(), 2.0);
}

void PanelComputeTest::putsVariablesIn()
{
    SeriesStore store;
    scrape(store, "web", -900, 0, 15, counters);
    PanelRequest asked = request({"sum by (code) (http_requests_total{method=~\"$method\"})"});
    asked.variables.insert(QStringLiteral("method"), QStringLiteral("PUT"));
    QCOMPARE(answer(asked, store).series.size(), 1);
    asked.variables.insert(QStringLiteral("method"), QStringLiteral(".*"));
    QCOMPARE(labels(answer(asked, store)),
             (QStringList{QStringLiteral("200"), QStringLiteral("500")}));
}

void PanelComputeTest::takesRatesOfWhatIsThere()
{
    for (const int interval : {1, 15, 60}) {
        SeriesStore store;
        scrape(store, "web", -1'200, 0, interval, counters);
        const PanelAnswer found =
            answer(request({"rate(http_requests_total{code=\"500\"}[$__rate_interval])"}), store);
        QCOMPARE(found.series.size(), 1);
        QCOMPARE(found.series.first().least, 1.0);
        QCOMPARE(found.series.first().points.size(), 61);
        const PanelAnswer counts = answer(
            request({"count_over_time(http_requests_total{code=\"500\"}[$__rate_interval])"}),
            store);
        QVERIFY(counts.series.first().least >= 4);
    }
}

void PanelComputeTest::keepsTheLargest()
{
    SeriesStore store;
    scrape(store, "web", -900, 0, 15, [](int) {
        std::string page;
        for (int i = 0; i < 50; ++i) {
            page += "load{host=\"" + std::to_string(100 + i) + "\"} " +
                    std::to_string(i % 2 == 0 ? i : -i) + '\n';
        }
        return page + "load{host=\"none\"} NaN\n";
    });
    for (const char *expression : {"load", "load + 0"}) {
        PanelRequest asked = request({expression, "load{host=\"101\"} * 100"});
        asked.spec.limit = 3;
        const PanelAnswer found = answer(asked, store);
        QCOMPARE(found.leftOut, 48); // what has no number is not there
        QCOMPARE(found.series.size(), 3);
        QCOMPARE(found.series[0].last, 48.0);
        QCOMPARE(found.series[1].last, -49.0);
        QCOMPARE(found.series[2].last, -100.0);
        QCOMPARE(found.series[2].target, 1);
    }
}

void PanelComputeTest::ordersByTargetAndLabels()
{
    SeriesStore store;
    scrape(store, "web", -900, 0, 15, counters);
    PanelRequest asked = request({"http_requests_total", "sum(http_requests_total)"});
    asked.spec.targets[1].legend = QStringLiteral("all");
    QCOMPARE(
        labels(answer(asked, store)),
        (QStringList{QStringLiteral("code=200, method=GET"), QStringLiteral("code=200, method=PUT"),
                     QStringLiteral("code=500, method=GET"), QStringLiteral("all")}));
    asked.spec.targets[0].isHidden = true;
    QCOMPARE(labels(answer(asked, store)), QStringList(QStringLiteral("all")));
}

void PanelComputeTest::reducesForNumbers()
{
    SeriesStore store;
    scrape(store, "web", -900, 0, 15, counters);
    PanelRequest asked = request({"http_requests_total{code=\"500\"}"}, PanelKind::Gauge);
    asked.spec.reduction = Reduction::Least;
    PanelAnswer found = answer(asked, store);
    QCOMPARE(found.series.first().reduced, 9'400.0);
    QVERIFY(found.series.first().points.isEmpty());
    asked.spec.kind = PanelKind::Stat;
    found = answer(asked, store);
    QVERIFY(!found.series.first().points.isEmpty());
}

void PanelComputeTest::tellsTheLastOfNow()
{
    SeriesStore store;
    scrape(store, "web", -900, 0, 15,
           [](int second) { return "load " + std::to_string(second) + '\n'; });
    PanelRequest asked = request({"load + 0"}, PanelKind::Stat);
    // A step of a quarter of an hour is not over for minutes.
    asked.window =
        windowOf({.range = Milliseconds(86'400'000), .columns = 150}, {}, wallTimeFromMs(kNow));
    QCOMPARE(asked.window.lastMoment, wallTimeFromMs(kNow - 800'000));
    QCOMPARE(answer(asked, store).series.first().last, 0.0);
    asked.spec.reduction = Reduction::Mean;
    QCOMPARE(answer(asked, store).series.first().mean, -810.0);
}

void PanelComputeTest::makesHeatMaps_data()
{
    QTest::addColumn<QString>("expression");
    QTest::newRow("bucket") << "latency_seconds_bucket";
    QTest::newRow("bucket of some") << "latency_seconds_bucket{path=~\"$path\"}";
    QTest::newRow("rates") << "rate(latency_seconds_bucket[1m])";
    QTest::newRow("sums") << "sum by (le) (rate(latency_seconds_bucket[$__rate_interval]))";
}

void PanelComputeTest::makesHeatMaps()
{
    QFETCH(QString, expression);
    SeriesStore store;
    scrape(store, "web", -900, 0, 15, [](int second) {
        std::string page = "# TYPE latency_seconds histogram\n";
        for (const char *path : {"/a", "/b"}) {
            for (const auto &[le, rate] : {std::pair("0.1", 1), {"1", 3}, {"+Inf", 4}}) {
                page += "latency_seconds_bucket{path=\"" + std::string(path) + "\",le=\"" + le +
                        "\"} " + std::to_string((second + 1'000) * rate) + '\n';
            }
        }
        return page;
    });
    PanelRequest asked = request({expression.toUtf8().constData()}, PanelKind::HeatMap);
    asked.variables.insert(QStringLiteral("path"), QStringLiteral(".*"));
    const PanelAnswer found = answer(asked, store);
    QVERIFY2(found.problems.isEmpty(), found.problems.value(0).message.toUtf8().constData());
    QVERIFY(found.heatMap);
    QCOMPARE(found.heatMap->bounds.mid(0, 2), (QVector<double>{0.1, 1}));
    QVERIFY(std::isinf(found.heatMap->bounds.last()));
    QCOMPARE(found.heatMap->stepMs, 10'000LL);
    QCOMPARE(found.heatMap->firstMs, qint64(kNow - 590'000));
    QCOMPARE(found.heatMap->columns, 60);
    QCOMPARE(found.heatMap->values.at(0), 2.0);
    QCOMPARE(found.heatMap->values.at(60), 4.0);
    QCOMPARE(found.heatMap->values.last(), 2.0);
    QCOMPARE(found.heatMap->greatest, 4.0);
    QVERIFY(found.series.isEmpty());
}

void PanelComputeTest::tellsProblems_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<PanelKind>("kind");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("part");
    QTest::newRow("syntax") << "sum(" << PanelKind::TimeSeries << 5 << "";
    QTest::newRow("behind a variable")
        << "rate(x[$__interval]) + + )" << PanelKind::TimeSeries << 26 << "";
    QTest::newRow("function") << "1 + rates(x[1m])" << PanelKind::TimeSeries << 5 << "rates";
    QTest::newRow("variable") << "x{h=\"$host\"}" << PanelKind::TimeSeries << 6
                              << "there is no variable $host";
    QTest::newRow("range vector") << "load[5m]" << PanelKind::TimeSeries << 1 << "cannot be drawn";
    QTest::newRow("doubles") << "load + on() load" << PanelKind::TimeSeries << 1 << "";
    QTest::newRow("no bucket") << "load" << PanelKind::HeatMap << 0 << "is not a bucket";
}

void PanelComputeTest::tellsProblems()
{
    QFETCH(QString, expression);
    QFETCH(PanelKind, kind);
    QFETCH(int, column);
    QFETCH(QString, part);
    SeriesStore store;
    scrape(store, "web", -900, 0, 15,
           [](int) { return std::string("load{a=\"1\"} 1\nload{a=\"2\"} 1\n"); });
    const PanelAnswer found = answer(request({expression.toUtf8().constData()}, kind), store);
    QCOMPARE(found.problems.size(), 1);
    const PanelProblem &problem = found.problems.first();
    QCOMPARE(problem.column.value_or(0), column);
    QVERIFY2(problem.message.contains(part), problem.message.toUtf8().constData());
    QVERIFY(!problem.message.isEmpty());
}

void PanelComputeTest::failsTargetsAlone()
{
    SeriesStore store;
    scrape(store, "web", -900, 0, 15, counters);
    const PanelAnswer found =
        answer(request({"sum(", "sum(http_requests_total)", "$none", "  "}), store);
    QCOMPARE(found.series.size(), 1);
    QCOMPARE(found.series.first().target, 1);
    QCOMPARE(found.problems.size(), 2);
    QCOMPARE(found.problems[0].target, 0);
    QCOMPARE(found.problems[1].target, 2);
}

void PanelComputeTest::stops()
{
    SeriesStore store;
    scrape(store, "web", -900, 0, 15, counters);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(computePanel(request({"http_requests_total", "sum(http_requests_total)"}), store,
                         stop.get_token())
                .series.isEmpty());
}

QTEST_GUILESS_MAIN(PanelComputeTest)
#include "tst_panelcompute.moc"
