// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/chartcompute.h"

#include <QTest>

#include <cmath>

using namespace foretop;
using namespace foretop::models;
using Function = ChartSpec::Function;

class ChartComputeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void drawsValues();
    void drawsRates();
    void marksGaps();
    void sumsByLabels();
    void sumsBySource();
    void takesRatios();
    void takesPartOfAll();
    void namesSeries_data();
    void namesSeries();
    void tellsSourcesApart();
    void keepsLargest();
    void scalesBelowTheAxis();
    void reducesToColumns();
    void stacksOnSharedTimes();
    void leavesOutWhatHasNoValue();
    void stops();

private:
    void add(const char *source, const char *metric, const metrics::Labels &labels, int second,
             double value);
    ChartAnswer answer(const ChartSpec &spec, int columns = 100, int from = 0, int to = 100);
    ChartSeries only(const ChartSpec &spec);

    std::shared_ptr<metrics::SeriesStore> m_store;
};

namespace {

constexpr std::int64_t kStart = 1'700'000'000'000;

ChartSpec specOf(const ChartSpec::Query &query)
{
    ChartSpec spec;
    spec.queries = {query};
    return spec;
}

ChartSpec::Query queryOf(const QString &metric)
{
    ChartSpec::Query query;
    query.metric = metric;
    return query;
}

/// "10:1 20:2 30:-": seconds after the start and values, "-" for a gap.
QByteArray pictureOf(const ChartSeries &series)
{
    QByteArrayList parts;
    for (const QPointF &point : series.points) {
        parts.append(QByteArray::number((point.x() - static_cast<double>(kStart)) / 1000) + ':' +
                     (std::isnan(point.y()) ? QByteArray("-") : QByteArray::number(point.y())));
    }
    return parts.join(' ');
}

QStringList labelsOf(const ChartAnswer &answer)
{
    QStringList labels;
    for (const ChartSeries &series : answer.series) {
        labels.append(series.label);
    }
    return labels;
}

} // namespace

void ChartComputeTest::init()
{
    m_store = std::make_shared<metrics::SeriesStore>();
}

void ChartComputeTest::add(const char *source, const char *metric, const metrics::Labels &labels,
                           int second, double value)
{
    const metrics::SeriesSample sample{
        .key = {.name = metric, .labels = labels},
        .sample = {.time = wallTimeFromMs(kStart + second * 1000LL), .value = value}};
    m_store->append(source, {&sample, 1});
}

ChartAnswer ChartComputeTest::answer(const ChartSpec &spec, int columns, int from, int to)
{
    return computeChart({.store = m_store,
                         .spec = spec,
                         .from = wallTimeFromMs(kStart + from * 1000LL),
                         .to = wallTimeFromMs(kStart + to * 1000LL),
                         .columns = columns},
                        {});
}

ChartSeries ChartComputeTest::only(const ChartSpec &spec)
{
    const ChartAnswer found = answer(spec);
    return found.series.size() == 1 ? found.series.at(0) : ChartSeries();
}

void ChartComputeTest::drawsValues()
{
    for (int t = -20; t <= 120; t += 10) {
        add("web", "load", {}, t, t);
    }
    const ChartSeries series = only(specOf(queryOf(QStringLiteral("load"))));
    // Enters from the edge, and knows nothing of what comes after.
    QCOMPARE(pictureOf(series),
             QByteArray("-10:-10 0:0 10:10 20:20 30:30 40:40 50:50 60:60 70:70 80:80 90:90 "
                        "100:100"));
    QCOMPARE(series.label, QStringLiteral("load"));
    QCOMPARE(series.last, 100.0);
    QCOMPARE(series.least, 0.0);
    QCOMPARE(series.greatest, 100.0);
    QCOMPARE(series.mean, 50.0);
}

void ChartComputeTest::drawsRates()
{
    add("web", "requests_total", {}, -20, 1000);
    add("web", "requests_total", {}, -10, 1010);
    add("web", "requests_total", {}, 0, 1030);
    add("web", "requests_total", {}, 10, 40); // restarted
    add("web", "requests_total", {}, 20, 40);
    auto query = queryOf(QStringLiteral("requests_total"));
    query.function = Function::Rate;
    QCOMPARE(pictureOf(only(specOf(query))), QByteArray("-10:1 0:2 10:4 20:0"));
}

void ChartComputeTest::marksGaps()
{
    for (const int t : {0, 10, 20, 60, 70}) {
        add("web", "load", {}, t, 1);
    }
    QCOMPARE(pictureOf(only(specOf(queryOf(QStringLiteral("load"))))),
             QByteArray("0:1 10:1 20:1 40:- 60:1 70:1"));
}

void ChartComputeTest::sumsByLabels()
{
    for (const int t : {0, 10, 20}) {
        add("web", "cpu", {{"core", "0"}, {"mode", "user"}}, t, 1);
        add("web", "cpu", {{"core", "1"}, {"mode", "user"}}, t, 2);
        add("web", "cpu", {{"core", "0"}, {"mode", "idle"}}, t, 10);
    }
    auto query = queryOf(QStringLiteral("cpu"));
    query.sum = true;
    QCOMPARE(pictureOf(only(specOf(query))), QByteArray("0:13 10:13 20:13"));
    query.sumBy = {QStringLiteral("mode")};
    query.labelFormat = QStringLiteral("{mode}");
    const ChartAnswer found = answer(specOf(query));
    QCOMPARE(labelsOf(found), QStringList({QStringLiteral("idle"), QStringLiteral("user")}));
    QCOMPARE(pictureOf(found.series.at(1)), QByteArray("0:3 10:3 20:3"));
    query.matching = {{"core", "1"}};
    QCOMPARE(pictureOf(only(specOf(query))), QByteArray("0:2 10:2 20:2"));
}

void ChartComputeTest::sumsBySource()
{
    for (const int t : {0, 10}) {
        add("web-1", "cpu", {{"core", "0"}}, t, 1);
        add("web-1", "cpu", {{"core", "1"}}, t, 2);
        add("web-2", "cpu", {{"core", "0"}}, t, 10);
    }
    auto query = queryOf(QStringLiteral("cpu"));
    query.sum = true;
    QCOMPARE(pictureOf(only(specOf(query))), QByteArray("0:13 10:13"));
    query.sumBy = {QStringLiteral("source")};
    query.labelFormat = QStringLiteral("on {source}");
    const ChartAnswer found = answer(specOf(query));
    QCOMPARE(labelsOf(found),
             QStringList({QStringLiteral("on web-1"), QStringLiteral("on web-2")}));
    QCOMPARE(pictureOf(found.series.at(0)), QByteArray("0:3 10:3"));
}

void ChartComputeTest::takesRatios()
{
    for (const int t : {0, 10, 20}) {
        add("web-1", "available", {{"disk", "a"}}, t, 25);
        add("web-1", "size", {{"disk", "a"}}, t, 100);
        add("web-1", "available", {{"disk", "b"}}, t, 1); // has no size
        add("web-2", "size", {{"disk", "b"}}, t, 100);
    }
    auto query = queryOf(QStringLiteral("available"));
    query.ratioOf = QStringLiteral("size");
    QCOMPARE(pictureOf(only(specOf(query))), QByteArray("0:0.25 10:0.25 20:0.25"));
    query.complement = true;
    QCOMPARE(pictureOf(only(specOf(query))), QByteArray("0:0.75 10:0.75 20:0.75"));
}

void ChartComputeTest::takesPartOfAll()
{
    for (const int t : {0, 10, 20, 30}) {
        add("web", "requests_total", {{"code", "200"}}, t, t * 9);
        add("web", "requests_total", {{"code", "500"}}, t, t);
    }
    auto query = queryOf(QStringLiteral("requests_total"));
    query.matching = {{"code", "500"}};
    query.function = Function::Rate;
    query.sum = true;
    query.ratioOf = query.metric;
    QCOMPARE(pictureOf(only(specOf(query))), QByteArray("10:0.1 20:0.1 30:0.1"));
}

void ChartComputeTest::namesSeries_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("label");
    QTest::newRow("none") << QString() << QStringLiteral("device=sda, mode=read");
    QTest::newRow("words") << QStringLiteral("{device} {mode}s") << QStringLiteral("sda reads");
    QTest::newRow("source") << QStringLiteral("{source}:{device}") << QStringLiteral("web:sda");
    QTest::newRow("unknown label") << QStringLiteral("a{b}c") << QStringLiteral("ac");
    QTest::newRow("no end") << QStringLiteral("{device") << QStringLiteral("{device");
    QTest::newRow("no label") << QStringLiteral("disk") << QStringLiteral("disk");
}

void ChartComputeTest::namesSeries()
{
    QFETCH(QString, format);
    QFETCH(QString, label);
    add("web", "io", {{"device", "sda"}, {"mode", "read"}}, 10, 1);
    auto query = queryOf(QStringLiteral("io"));
    query.labelFormat = format;
    QCOMPARE(labelsOf(answer(specOf(query))), QStringList(label));
}

void ChartComputeTest::tellsSourcesApart()
{
    add("web-1", "load", {}, 10, 1);
    add("web-2", "load", {}, 10, 2);
    QCOMPARE(labelsOf(answer(specOf(queryOf(QStringLiteral("load"))))),
             QStringList({QStringLiteral("load (web-1)"), QStringLiteral("load (web-2)")}));
}

void ChartComputeTest::keepsLargest()
{
    for (int i = 0; i < 20; ++i) {
        add("web", "load", {{"n", std::to_string(i)}}, 10, i % 2 == 0 ? i : -i);
    }
    ChartSpec spec = specOf(queryOf(QStringLiteral("load")));
    spec.queries[0].labelFormat = QStringLiteral("{n}");
    spec.maxSeries = 3;
    const ChartAnswer found = answer(spec);
    QCOMPARE(labelsOf(found),
             QStringList({QStringLiteral("17"), QStringLiteral("18"), QStringLiteral("19")}));
    QCOMPARE(found.leftOut, 17);
}

void ChartComputeTest::scalesBelowTheAxis()
{
    add("web", "sent", {}, 10, 5);
    auto query = queryOf(QStringLiteral("sent"));
    query.scale = -2;
    QCOMPARE(pictureOf(only(specOf(query))), QByteArray("10:-10"));
}

void ChartComputeTest::reducesToColumns()
{
    for (int t = 0; t <= 10'000; ++t) {
        add("web", "load", {}, t, t % 100);
    }
    const ChartAnswer found = answer(specOf(queryOf(QStringLiteral("load"))), 50, 0, 10'000);
    QCOMPARE(found.series.size(), 1);
    const ChartSeries &series = found.series.at(0);
    QVERIFY2(series.points.size() <= 2 * 50 + 2, qPrintable(QString::number(series.points.size())));
    QVERIFY(series.points.size() >= 50);
    QCOMPARE(series.greatest, 99.0);
    QCOMPARE(series.least, 0.0);
}

void ChartComputeTest::stacksOnSharedTimes()
{
    for (int t = -60; t <= 100; t += 10) {
        add("web-1", "mem", {{"kind", "used"}}, t, 1);
        add("web-2", "mem", {{"kind", "cache"}}, t + 3, 2);
    }
    ChartSpec spec = specOf(queryOf(QStringLiteral("mem")));
    spec.stacked = true;
    const ChartAnswer found = answer(spec, 100);
    QCOMPARE(found.series.size(), 2);
    const auto &used = found.series.at(0).points;
    const auto &cache = found.series.at(1).points;
    QCOMPARE(used.size(), cache.size());
    QVERIFY(used.size() <= 2 * 100);
    for (qsizetype i = 0; i < used.size(); ++i) {
        QCOMPARE(used.at(i).x(), cache.at(i).x());
        QCOMPARE(used.at(i).y(), 1.0);
        QCOMPARE(cache.at(i).y(), 2.0);
    }
}

void ChartComputeTest::leavesOutWhatHasNoValue()
{
    add("web", "load", {{"n", "nan"}}, 10, std::nan(""));
    add("web", "load", {{"n", "inf"}}, 10, std::numeric_limits<double>::infinity());
    add("web", "load", {{"n", "old"}}, -50, 1);
    add("web", "load", {{"n", "good"}}, 10, 1);
    QCOMPARE(labelsOf(answer(specOf(queryOf(QStringLiteral("load"))))),
             QStringList(QStringLiteral("n=good")));
    QVERIFY(answer(specOf(queryOf(QStringLiteral("none")))).series.isEmpty());
    QVERIFY(answer(specOf(queryOf(QStringLiteral("load"))), 0).series.isEmpty());
}

void ChartComputeTest::stops()
{
    add("web", "load", {}, 10, 1);
    std::stop_source stop;
    stop.request_stop();
    const ChartAnswer found = computeChart({.store = m_store,
                                            .spec = specOf(queryOf(QStringLiteral("load"))),
                                            .from = wallTimeFromMs(kStart),
                                            .to = wallTimeFromMs(kStart + 100'000),
                                            .columns = 100},
                                           stop.get_token());
    QVERIFY(found.series.isEmpty());
}

QTEST_APPLESS_MAIN(ChartComputeTest)
#include "tst_chartcompute.moc"
