// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/seriesstore.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <map>
#include <thread>

#include <malloc.h>

#include <fmt/format.h>

using namespace foretop;
using namespace foretop::metrics;

namespace {

WallTime at(std::int64_t seconds)
{
    return wallTimeFromMs(1'700'000'000'000 + seconds * 1000);
}

SeriesSample sample(std::string name, Labels labels, std::int64_t seconds, double value)
{
    return {{std::move(name), std::move(labels)}, {at(seconds), value}};
}

void add(SeriesStore &store, const SeriesSample &one)
{
    store.append("shop", {&one, 1});
}

/// `source name{labels}: 0=1 15=2`, times in seconds, a series a line.
QString picture(const std::vector<Series> &series)
{
    QStringList lines;
    for (const auto &one : series) {
        auto line = fmt::format("{} {}:", one.source, one.key.text());
        for (const auto &kept : one.samples) {
            line += fmt::format(" {}={}", (kept.time - at(0)).count() / 1000, kept.value);
        }
        lines << QString::fromStdString(line);
    }
    return lines.join(u'\n');
}

} // namespace

class SeriesStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsSeriesByLabels();
    void findsRanges_data();
    void findsRanges();
    void findsRangesAcrossBlocks();
    void countsWhatIsNotNewer();
    void endsSeries();
    void selects_data();
    void selects();
    void selectsUntilStopped();
    void namesWhatItHolds();
    void summarisesFamilies();
    void refusesSeriesBeyondTheBound();
    void makesRoomOfIdleSeries();
    void staysWithinItsBudget();
    void dropsTheOldestFirst();
    void countsItsBytesTruly();
    void sharesTimes();
    void appendsPages();
    void appendsViews();
    void drawsGaps_data();
    void drawsGaps();
    void drawsWhatItHolds();
    void servesThreads();
};

void SeriesStoreTest::findsSeriesByLabels()
{
    SeriesStore store;
    QCOMPARE(store.revision(), 0U);
    const std::vector<SeriesSample> samples{
        sample("cpu", {{"host", "a"}, {"mode", "user"}}, 0, 1),
        sample("cpu", {{"host", "b"}, {"mode", "user"}}, 0, 2),
        sample("cpu", {{"host", "a"}, {"mode", "idle"}}, 0, 3),
        sample("memory", {{"host", "a"}}, 0, 4),
    };
    store.append("shop", samples);
    store.append("blog", {samples.data(), 1});
    QCOMPARE(store.revision(), 2U);
    QCOMPARE(picture(store.query("cpu", {}, at(0), at(1))),
             QStringLiteral("shop cpu{host=\"a\",mode=\"user\"}: 0=1\n"
                            "shop cpu{host=\"b\",mode=\"user\"}: 0=2\n"
                            "shop cpu{host=\"a\",mode=\"idle\"}: 0=3\n"
                            "blog cpu{host=\"a\",mode=\"user\"}: 0=1"));
    QCOMPARE(picture(store.query("cpu", {{"host", "a"}, {"mode", "idle"}}, at(0), at(1))),
             QStringLiteral("shop cpu{host=\"a\",mode=\"idle\"}: 0=3"));
    QCOMPARE(picture(store.query("cpu", {{"host", "c"}}, at(0), at(1))), QString());
    QCOMPARE(picture(store.query("cpu", {{"a", "host"}}, at(0), at(1))), QString());
    QCOMPARE(picture(store.query("disk", {}, at(0), at(1))), QString());
}

void SeriesStoreTest::findsRanges_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("found");
    // Samples are at 0, 15, 30, 45.
    QTest::newRow("all") << 0 << 45 << QStringLiteral(" 0=0 15=1 30=2 45=3");
    QTest::newRow("more than all") << -100 << 100 << QStringLiteral(" 0=0 15=1 30=2 45=3");
    QTest::newRow("part, with the one before") << 20 << 44 << QStringLiteral(" 15=1 30=2");
    QTest::newRow("exact ends") << 15 << 30 << QStringLiteral(" 0=0 15=1 30=2");
    QTest::newRow("between samples") << 31 << 44 << QStringLiteral(" 30=2");
    QTest::newRow("after all") << 50 << 60 << QStringLiteral(" 45=3");
    QTest::newRow("just within the look back") << 345 << 360 << QStringLiteral(" 45=3");
    QTest::newRow("long after all") << 346 << 360 << QString();
    QTest::newRow("before all") << -20 << -1 << QString();
    QTest::newRow("backwards") << 45 << 0 << QString();
}

void SeriesStoreTest::findsRanges()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QString, found);
    SeriesStore store;
    for (int i = 0; i < 4; ++i) {
        add(store, sample("a", {}, i * 15, i));
    }
    QCOMPARE(picture(store.query("a", {}, at(from), at(to))),
             found.isEmpty() ? found : QStringLiteral("shop a:") + found);
}

void SeriesStoreTest::findsRangesAcrossBlocks()
{
    constexpr int kCount = 3000;
    SeriesStore store;
    for (int i = 0; i < kCount; ++i) {
        add(store, sample("a", {}, i, i));
    }
    for (int from = 0; from < kCount; from += 37) {
        for (const int length : {0, 1, 239, 240, 241, 1000}) {
            const auto found = store.query("a", {}, at(from), at(from + length));
            const int first = std::max(from - 1, 0);
            const int last = std::min(from + length, kCount - 1);
            QCOMPARE(int(found.at(0).samples.size()), last - first + 1);
            QCOMPARE(int(found[0].samples.front().value), first);
            QCOMPARE(int(found[0].samples.back().value), last);
        }
    }
}

void SeriesStoreTest::countsWhatIsNotNewer()
{
    SeriesStore store;
    add(store, sample("a", {}, 10, 1));
    add(store, sample("a", {}, 10, 2));
    add(store, sample("a", {}, 9, 3));
    add(store, sample("b", {}, 9, 4));
    add(store, sample("a", {}, 11, 5));
    QCOMPARE(store.outOfOrder(), 2U);
    QCOMPARE(picture(store.query("a", {}, at(0), at(20))), QStringLiteral("shop a: 10=1 11=5"));
}

void SeriesStoreTest::endsSeries()
{
    SeriesStore store;
    const auto scrape = [&store](int seconds, const std::vector<const char *> &names) {
        std::vector<SeriesSample> samples;
        for (const char *name : names) {
            samples.push_back(sample(name, {}, seconds, seconds));
        }
        store.append("shop", samples);
        store.endMissing("shop", at(seconds));
    };
    const auto other = sample("other", {}, 0, 1);
    store.append("blog", {&other, 1});
    scrape(0, {"a", "b"});
    scrape(15, {"a"});
    scrape(30, {"a"}); // b ended already
    scrape(45, {"a", "b"});
    store.endAll("shop", at(60));
    store.endAll("shop", at(75));
    store.endMissing("nobody", at(75));
    const auto shown = [&store](const char *name) {
        return picture(store.query(name, {}, at(0), at(100)));
    };
    QCOMPARE(shown("a"), QStringLiteral("shop a: 0=0 15=15 30=30 45=45 60=nan"));
    QCOMPARE(shown("b"), QStringLiteral("shop b: 0=0 15=nan 45=45 60=nan"));
    QCOMPARE(shown("other"), QStringLiteral("blog other: 0=1"));
    QVERIFY(isStaleMarker(store.query("b", {}, at(0), at(20))[0].samples[1].value));
    QCOMPARE(store.outOfOrder(), 0U);
    // A marker that is not newer than the last sample changes nothing.
    scrape(90, {"a", "b"});
    store.endAll("shop", at(90));
    QCOMPARE(shown("b"), QStringLiteral("shop b: 0=0 15=nan 45=45 60=nan 90=90"));
    QCOMPARE(store.outOfOrder(), 2U);
}

namespace {

/// What select() visits, in the form of picture().
QString selected(const SeriesStore &store, const std::vector<LabelMatcher> &matchers, WallTime from,
                 WallTime to)
{
    QStringList lines;
    const auto done =
        store.select(matchers, from, to, [&lines](Labels labels, std::span<const Sample> samples) {
            auto line = SeriesKey{{}, std::move(labels)}.text() + ":";
            for (const auto &one : samples) {
                line += fmt::format(" {}={}", (one.time - at(0)).count() / 1000, one.value);
            }
            lines << QString::fromStdString(line);
            return Result<void>();
        });
    return done ? lines.join(u'\n') : QStringLiteral("failed");
}

LabelMatcher matcher(const char *label, LabelMatcher::Operator op, const char *value)
{
    return *LabelMatcher::make(label, op, value);
}

} // namespace

void SeriesStoreTest::selects_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("found");
    // Samples are at 0, 1, ... 999.
    QTest::newRow("exact ends") << 238 << 241 << QStringLiteral(" 238=238 239=239 240=240 241=241");
    QTest::newRow("one") << 500 << 500 << QStringLiteral(" 500=500");
    QTest::newRow("the first") << -5 << 0 << QStringLiteral(" 0=0");
    QTest::newRow("the last") << 999 << 2000 << QStringLiteral(" 999=999");
    QTest::newRow("before") << -5 << -1 << QString();
    QTest::newRow("after") << 1000 << 1100 << QString();
    QTest::newRow("backwards") << 10 << 5 << QString();
}

void SeriesStoreTest::selects()
{
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QString, found);
    SeriesStore store;
    for (int i = 0; i < 1000; ++i) {
        add(store, sample("a", {{"x", "1"}}, i, i));
        add(store, sample("b", {{"x", "1"}}, i, i));
    }
    const auto head = QStringLiteral("{__name__=\"a\",source=\"shop\",x=\"1\"}:");
    using Op = LabelMatcher::Operator;
    for (const auto &matchers : std::vector<std::vector<LabelMatcher>>{
             {matcher("__name__", Op::Equal, "a")},
             {matcher("__name__", Op::NotEqual, "b"), matcher("x", Op::Matches, "[0-9]")},
             {matcher("source", Op::Matches, "sh.p"), matcher("__name__", Op::MatchesNot, "b|c")},
             {matcher("y", Op::Equal, ""), matcher("__name__", Op::Matches, "a")}}) {
        QCOMPARE(selected(store, matchers, at(from), at(to)),
                 found.isEmpty() ? found : head + found);
    }
    QCOMPARE(selected(store, {matcher("x", Op::MatchesNot, "1")}, at(from), at(to)), QString());
}

void SeriesStoreTest::selectsUntilStopped()
{
    SeriesStore store;
    add(store, sample("a", {{"x", "1"}}, 0, 1));
    add(store, sample("a", {{"x", "2"}}, 0, 1));
    int visits = 0;
    const auto done =
        store.select({}, at(0), at(0), [&visits](Labels, std::span<const Sample>) -> Result<void> {
            ++visits;
            return fail(ErrorCode::Cancelled, "enough");
        });
    QVERIFY(!done);
    QCOMPARE(done.error().message, std::string("enough"));
    QCOMPARE(visits, 1);
}

void SeriesStoreTest::namesWhatItHolds()
{
    using Names = std::vector<std::string>;
    SeriesStore store;
    add(store, sample("b", {{"x", "2"}, {"source", "s"}}, 0, 1));
    add(store, sample("b", {{"x", "1"}}, 0, 1));
    add(store, sample("a", {{"y", "3"}}, 0, 1));
    QCOMPARE(store.metricNames(), (Names{"a", "b"}));
    QCOMPARE(store.labelNames("b"), (Names{"exported_source", "source", "x"}));
    QCOMPARE(store.labelNames({}), (Names{"exported_source", "source", "x", "y"}));
    QCOMPARE(store.labelNames("c"), Names());
    QCOMPARE(store.labelValues("b", "x"), (Names{"1", "2"}));
    QCOMPARE(store.labelValues({}, "source"), Names{"shop"});
    QCOMPARE(store.labelValues({}, "__name__"), (Names{"a", "b"}));
}

void SeriesStoreTest::summarisesFamilies()
{
    SeriesStore store;
    const std::vector<Family> described{
        {"latency", FamilyType::Histogram, "old"},  {"latency", FamilyType::Histogram, "Latency"},
        {"rpc", FamilyType::Summary, "Calls"},      {"jobs", FamilyType::Counter, "Jobs"},
        {"row_count", FamilyType::Gauge, "Rows"},   {"row", FamilyType::Gauge, "Not a histogram"},
        {"unused", FamilyType::Gauge, "No series"},
    };
    store.describe(described);
    add(store, sample("latency_bucket", {{"le", "1"}}, 0, 1));
    add(store, sample("latency_bucket", {{"le", "+Inf"}}, 0, 2));
    add(store, sample("latency_sum", {}, 0, 3));
    add(store, sample("latency_count", {}, 0, 4));
    add(store, sample("rpc", {{"quantile", "0.5"}}, 0, 5));
    add(store, sample("rpc_sum", {}, 0, 6));
    add(store, sample("rpc_total", {}, 0, 7));
    add(store, sample("jobs_total", {}, 0, 8));
    add(store, sample("jobs_total", {}, 5, 9));
    add(store, sample("row_count", {}, 0, 10));
    QStringList lines;
    for (const auto &[family, count, last] : store.families()) {
        lines << QString::fromStdString(fmt::format(
            "{} {} '{}' {} {}", family.name, int(family.type), family.help, count, last->value));
    }
    QCOMPARE(lines.join(u'\n'), QStringLiteral("jobs 1 'Jobs' 1 9\n"
                                               "latency 3 'Latency' 4 1\n"
                                               "row_count 2 'Rows' 1 10\n"
                                               "rpc 4 'Calls' 2 5\n"
                                               "rpc_total 0 '' 1 7"));
}

void SeriesStoreTest::refusesSeriesBeyondTheBound()
{
    SeriesStore store;
    std::vector<SeriesSample> samples;
    for (std::size_t i = 0; i < SeriesStore::kMaxSeries + 10; ++i) {
        samples.push_back(sample("a", {{"i", std::to_string(i)}}, 0, 1));
    }
    store.append("shop", samples);
    QCOMPARE(store.query("a", {}, at(0), at(0)).size(), SeriesStore::kMaxSeries);
    QCOMPARE(store.refusedSeries(), 10U);
    add(store, sample("a", {{"i", "0"}}, 1, 2));
    QCOMPARE(store.refusedSeries(), 10U);
}

void SeriesStoreTest::makesRoomOfIdleSeries()
{
    SeriesStore store(SeriesStore::kDefaultByteBudget, 2);
    add(store, sample("gone", {}, 0, 1));
    for (std::uint64_t i = 0; i < SeriesStore::kIdleAppends - 1; ++i) {
        add(store, sample("live", {}, std::int64_t(i), 1));
    }
    add(store, sample("early", {}, 0, 1));
    QCOMPARE(store.refusedSeries(), 0U);
    QVERIFY(store.query("gone", {}, at(0), at(0)).empty());
    QCOMPARE(store.evictedSamples(), 1U);
    add(store, sample("more", {}, 0, 1));
    QCOMPARE(store.refusedSeries(), 1U);
}

void SeriesStoreTest::staysWithinItsBudget()
{
    constexpr std::size_t kBudget = 1U << 20;
    SeriesStore store(kBudget);
    std::uint64_t appended = 0;
    for (int i = 0; i < 2000; ++i) {
        std::vector<SeriesSample> samples;
        for (int j = 0; j < 100; ++j) {
            samples.push_back(sample("a", {{"j", std::to_string(j)}}, i, i * 0.1 * j));
        }
        store.append("shop", samples);
        appended += samples.size();
        QVERIFY(store.bytes() <= kBudget);
    }
    std::uint64_t kept = 0;
    for (const auto &series : store.query("a", {}, at(0), at(2000))) {
        kept += series.samples.size();
        QCOMPARE(series.samples.back().time, at(1999));
    }
    QVERIFY(store.evictedSamples() > 0);
    QCOMPARE(kept + store.evictedSamples(), appended);

    SeriesStore tiny(100);
    add(tiny, sample("a", {}, 0, 1));
    QCOMPARE(tiny.evictedSamples(), 1U);
    QVERIFY(tiny.families().empty());
    QCOMPARE(tiny.bytes(), 0U);
}

void SeriesStoreTest::dropsTheOldestFirst()
{
    SeriesStore store(200'000);
    add(store, sample("dead", {}, 0, 1));
    for (int i = 1; store.evictedSamples() == 0; ++i) {
        add(store, sample("slow", {}, i * 100, i * 0.1));
        for (int j = 0; j < 50; ++j) {
            add(store, sample("fast", {}, i * 100 + j, j * 0.1));
        }
    }
    QVERIFY(store.query("dead", {}, at(0), at(0)).empty());
    const auto names = store.families();
    QCOMPARE(names.size(), 2U);
}

void SeriesStoreTest::countsItsBytesTruly()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("the sanitizer has an allocator of its own");
#endif
    std::vector<SeriesSample> samples;
    for (int i = 0; i < 5000; ++i) {
        samples.push_back(sample("http_request_duration_seconds_bucket",
                                 {{"handler", fmt::format("/api/v1/orders/{}", i % 500)},
                                  {"instance", "web-1.example.org:9100"},
                                  {"le", std::to_string(i / 500)}},
                                 0, i));
    }
    const auto before = mallinfo2().uordblks;
    SeriesStore store;
    for (int round = 0; round < 300; ++round) {
        for (auto &one : samples) {
            one.sample = {at(round * 15), one.sample.value + round % 7};
        }
        store.append("shop", samples);
    }
    const auto held = double(mallinfo2().uordblks - before);
    const auto counted = double(store.bytes());
    QVERIFY2(counted > held * 0.85 && counted < held * 1.15,
             qPrintable(QStringLiteral("%1 counted, %2 held").arg(counted).arg(held)));
}

/// Series that come with every append, miss some, and have times of their own.
void SeriesStoreTest::sharesTimes()
{
    SeriesStore store;
    std::map<std::string, std::vector<Sample>> expected;
    for (int second = 0; second < 2000; ++second) {
        std::vector<SeriesSample> samples;
        const auto put = [&](const char *name, int time) {
            samples.push_back(sample(name, {}, time, second * 0.5));
            expected[name].push_back(samples.back().sample);
        };
        put("always", second);
        put("too", second);
        if (second % 3 != 1) {
            put("mostly", second);
        }
        if (second > 700 && second < 1300) {
            put("between", second);
        }
        put("late", second - 5);
        store.append("shop", samples);
    }
    QCOMPARE(store.outOfOrder(), 0U);
    for (const auto &[name, samples] : expected) {
        const auto found = store.query(name, {}, at(-10), at(2000));
        QCOMPARE(found.size(), 1U);
        QVERIFY2(found[0].samples == samples, name.c_str());
    }
    // Of 8,600 samples, few with a time of their own to keep.
    QVERIFY2(store.bytes() < 4 * 8'600, qPrintable(QString::number(store.bytes())));
}

void SeriesStoreTest::appendsPages()
{
    SeriesStore store(SeriesStore::kDefaultByteBudget, 2);
    ScrapeCache cache("page");
    const auto scrape = [&](int second, std::string_view page) {
        store.append("shop", cache.parse(page, at(second)));
        store.endMissing("shop", at(second));
    };
    scrape(0, "# HELP a Requests\na{x=\"1\"} 1\nb 2\nc 3\n");
    scrape(1, "# HELP a Requests\na{x=\"1\"} 4\nb 5\nc 6\n");
    QCOMPARE(store.refusedSeries(), 2U);
    scrape(2, "b 7\n");
    scrape(3, "b 8\na{x=\"1\"} 9\n");
    QCOMPARE(picture(store.query("a", {}, at(0), at(9))),
             QStringLiteral("shop a{x=\"1\"}: 0=1 1=4 2=nan 3=9"));
    QCOMPARE(picture(store.query("b", {}, at(0), at(9))),
             QStringLiteral("shop b: 0=2 1=5 2=7 3=8"));
    QCOMPARE(store.families().at(0).family.help, std::string("Requests"));

    // What makes room for others is found anew, not through what was known of the page.
    const std::string_view page = "b 8\na{x=\"1\"} 9\n";
    for (std::uint64_t i = 0; i < SeriesStore::kIdleAppends; ++i) {
        add(store, sample("b", {}, 10 + std::int64_t(i), 1));
    }
    add(store, sample("d", {}, 400, 1));
    scrape(401, page);
    QCOMPARE(store.refusedSeries(), 3U);
    QCOMPARE(store.query("a", {}, at(401), at(401)).size(), 0U);
}

namespace {

/// `first..last min..max =sum/count` of each column with values, "|" before one after a gap.
QString picture(const ColumnSeries &drawn)
{
    std::string text;
    const auto seconds = [](WallTime time) { return (time - at(0)).count() / 1000; };
    text += drawn.before ? fmt::format("({}={}) ", seconds(drawn.before->time), drawn.before->value)
                         : "";
    for (std::size_t i = 0; i < drawn.columns.size(); ++i) {
        const auto &column = drawn.columns[i];
        if (column.count > 0) {
            text += fmt::format("{}{}:{}..{} {}..{} ={}/{} ", column.isAfterGap ? "| " : "", i,
                                column.first, column.last, column.min, column.max, column.sum,
                                column.count);
        }
    }
    text +=
        drawn.after ? fmt::format("({}={})", seconds(drawn.after->time), drawn.after->value) : "";
    return QString::fromStdString(text).trimmed();
}

constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

} // namespace

/// What is viewed in a page is kept as what has texts of its own.
void SeriesStoreTest::appendsViews()
{
    SeriesStore viewing;
    SeriesStore owning;
    for (int second = 0; second < 20; ++second) {
        const auto page = fmt::format("# HELP up Whether\\nit is\n# TYPE up gauge\n"
                                      "up{{zone=\"b\",host=\"a{}\"}} {}\nup{{path=\"C:\\\\\"}} 2\n",
                                      second % 3, second);
        viewing.append("shop", viewExposition(page, at(second), "page"));
        const auto read = parseExposition(page, at(second), "page");
        owning.describe(read.families);
        owning.append("shop", read.samples);
    }
    const auto shown = [](const SeriesStore &store) {
        std::string text;
        for (const auto &[source, key, samples] : store.query("up", {}, at(0), at(20))) {
            text += fmt::format("{} {} {} {}\n", source, key.text(), samples.size(),
                                samples.back().value);
        }
        return text + store.families().front().family.help;
    };
    QCOMPARE(shown(viewing), shown(owning));
    QCOMPARE(viewing.bytes(), owning.bytes());
    QCOMPARE(viewing.query("up", {{"zone", "b"}}, at(0), at(20)).size(), 3U);
}

void SeriesStoreTest::drawsGaps_data()
{
    QTest::addColumn<QVector<QPair<int, double>>>("samples");
    QTest::addColumn<QString>("drawn");
    // From 0 to 40 s in 4 columns.
    using Samples = QVector<QPair<int, double>>;
    QTest::newRow("one a column") << Samples{{0, 1}, {10, 2}, {20, 3}, {30, 4}}
                                  << QStringLiteral("0:1..1 1..1 =1/1 1:2..2 2..2 =2/1 "
                                                    "2:3..3 3..3 =3/1 3:4..4 4..4 =4/1");
    QTest::newRow("several") << Samples{{0, 5}, {3, 1}, {6, 7}, {9, 2}, {12, 4}}
                             << QStringLiteral("0:5..2 1..7 =15/4 1:4..4 4..4 =4/1");
    QTest::newRow("edges") << Samples{{-5, 1}, {5, 2}, {15, 3}, {45, 4}}
                           << QStringLiteral("(-5=1) 0:2..2 2..2 =2/1 1:3..3 3..3 =3/1 (45=4)");
    QTest::newRow("a gap in time") << Samples{{0, 1}, {1, 2}, {2, 3}, {3, 4}, {35, 5}, {36, 6}}
                                   << QStringLiteral("0:1..4 1..4 =10/4 | 3:5..6 5..6 =11/2");
    QTest::newRow("a marker") << Samples{{0, 1}, {10, kStaleMarker}, {20, 3}, {30, 4}}
                              << QStringLiteral("0:1..1 1..1 =1/1 | 2:3..3 3..3 =3/1 "
                                                "3:4..4 4..4 =4/1");
    QTest::newRow("NaN") << Samples{{0, 1}, {10, kNone}, {20, 3}}
                         << QStringLiteral("0:1..1 1..1 =1/1 | 2:3..3 3..3 =3/1");
    QTest::newRow("a marker before the range")
        << Samples{{-20, 1}, {-10, kStaleMarker}, {0, 3}, {10, 1}}
        << QStringLiteral("| 0:3..3 3..3 =3/1 1:1..1 1..1 =1/1");
    QTest::newRow("a marker after the range")
        << Samples{{20, 1}, {30, 3}, {45, kStaleMarker}, {50, 1}}
        << QStringLiteral("2:1..1 1..1 =1/1 3:3..3 3..3 =3/1");
    QTest::newRow("a counter that starts again") << Samples{{0, 100}, {5, 110}, {15, 3}}
                                                 << QStringLiteral("0:100..110 100..110 =210/2 "
                                                                   "1:3..3 3..3 =3/1");
    const double inf = std::numeric_limits<double>::infinity();
    QTest::newRow("infinities") << Samples{{0, inf}, {5, 1}}
                                << QStringLiteral("0:inf..1 1..inf =inf/2");
}

void SeriesStoreTest::drawsGaps()
{
    using Samples = QVector<QPair<int, double>>;
    QFETCH(Samples, samples);
    QFETCH(QString, drawn);
    SeriesStore store;
    for (const auto &[seconds, value] : samples) {
        add(store, sample("a", {}, seconds, value));
    }
    const auto found = store.draw("a", {}, at(0), at(40) - Milliseconds(1), 4);
    QCOMPARE(found.size(), 1U);
    QCOMPARE(picture(found[0].drawn), drawn);
}

/// Against what one by one makes of the same samples.
void SeriesStoreTest::drawsWhatItHolds()
{
    SeriesStore store;
    std::vector<double> values;
    for (int second = 0; second < 20'000; ++second) {
        values.push_back((second * 7919 % 1000) * 0.5);
        std::vector<SeriesSample> samples;
        for (const char *name : {"a", "b", "c", "d"}) {
            samples.push_back(sample(name, {}, second, values.back()));
        }
        store.append("shop", samples);
    }
    for (const int columns : {1, 7, 20, 333, 1200}) {
        const auto found = store.draw("c", {}, at(100), at(19'000), std::size_t(columns));
        std::vector<Column> expected(std::size_t(columns), Column{});
        for (int second = 100; second <= 19'000; ++second) {
            const auto index = (second - 100) * 1000LL * columns / 18'900'001;
            auto &column = expected[std::size_t(index)];
            const double value = values[std::size_t(second)];
            column.min = column.count == 0 ? value : std::min(column.min, value);
            column.max = column.count == 0 ? value : std::max(column.max, value);
            column.sum += value;
            ++column.count;
        }
        const auto &drawn = found.at(0).drawn.columns;
        QCOMPARE(drawn.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            QCOMPARE(drawn[i].count, expected[i].count);
            QCOMPARE(drawn[i].min, expected[i].min);
            QCOMPARE(drawn[i].max, expected[i].max);
            QCOMPARE(drawn[i].sum, expected[i].sum); // halves add up exactly
            QVERIFY(!drawn[i].isAfterGap);
        }
        QCOMPARE(found[0].drawn.before.value().time, at(99));
        QCOMPARE(found[0].drawn.after.value().time, at(19'001));
    }
    QVERIFY(store.draw("c", {}, at(100), at(19'000), 0).empty());
    QVERIFY(store.draw("c", {}, at(10), at(5), 10).empty());
}

void SeriesStoreTest::servesThreads()
{
    SeriesStore store(100'000);
    std::atomic<bool> isDone = false;
    std::thread reader([&store, &isDone] {
        while (!isDone) {
            for (const auto &series : store.query("a", {}, at(0), at(10'000))) {
                Q_ASSERT(!series.samples.empty());
            }
            store.families();
            store.bytes();
        }
    });
    for (int i = 0; i < 10'000; ++i) {
        add(store, sample("a", {{"i", std::to_string(i % 20)}}, i, i * 0.1));
    }
    isDone = true;
    reader.join();
    QCOMPARE(store.outOfOrder(), 0U);
}

QTEST_APPLESS_MAIN(SeriesStoreTest)
#include "tst_seriesstore.moc"
