// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/feeditems.h"

#include <QTest>

#include <cmath>

using namespace foretop;
using namespace foretop::feeds;

class FeedItemsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsHealth();
    void readsMetrics();
    void readsLogs();
    void readsJobs();
    void readsErrors();
    void leavesOutWhatIsNoItem_data();
    void leavesOutWhatIsNoItem();
    void keepsLogTextThatNoParserTakes();
    void keepsAFewErrorsOnly();
    void placesErrorsOfExpositions();
};

namespace {

const WallTime kNow = wallTimeFromMs(1'700'000'000'000);
const WallTime kThen = wallTimeFromMs(1'705'314'600'123); // 2024-01-15T10:30:00.123Z

DecodedItems decode(FeedKind kind, std::vector<std::string> items)
{
    return decodeItems(kind, items, kNow, "src");
}

} // namespace

void FeedItemsTest::readsHealth()
{
    const auto decoded =
        decode(FeedKind::Health, {R"({"status":"degraded","service":"shop","version":"2.1",
             "timestamp":"2024-01-15T10:30:00.123Z",
             "checks":{"db":{"status":"healthy","latency_ms":3.5},
                       "redis":{"status":"unhealthy","message":"timeout 5 s"}}})",
                                  R"({"status":"healthy"})"});
    QCOMPARE(decoded.unreadable, std::uint64_t(0));
    const auto &reports = std::get<std::vector<health::Report>>(decoded.items);
    QCOMPARE(reports.size(), std::size_t(2));
    QCOMPARE(reports[0].status, health::Status::Degraded);
    QCOMPARE(reports[0].service, std::string("shop"));
    QCOMPARE(reports[0].timestamp, kThen);
    QCOMPARE(reports[0].checks.size(), std::size_t(2));
    QCOMPARE(reports[0].checks[1].message, std::string("timeout 5 s"));
    QCOMPARE(reports[1].timestamp, kNow);
    QCOMPARE(reports[1].service, std::string("src"));
}

void FeedItemsTest::readsMetrics()
{
    const auto decoded = decode(
        FeedKind::Metrics, {R"({"timestamp":"2024-01-15T10:30:00.123Z",
                    "exposition":"# TYPE up gauge\n# HELP up Is it\nup{job=\"a\"} 1\n"})",
                            R"({"samples":[{"name":"load","labels":{"b":"2","a":"1"},"value":0.5},
                               {"name":"gap","value":"NaN"},{"name":"max","value":"+Inf"}]})"});
    QCOMPARE(decoded.unreadable, std::uint64_t(0));
    const auto &batch = std::get<MetricsBatch>(decoded.items);
    QCOMPARE(itemCount(decoded.items), std::size_t(4));
    QCOMPARE(batch.families.size(), std::size_t(1));
    QCOMPARE(batch.families[0].type, metrics::FamilyType::Gauge);
    QCOMPARE(batch.samples[0].key.text(), std::string(R"(up{job="a"})"));
    QCOMPARE(batch.samples[0].sample, (metrics::Sample{kThen, 1}));
    QCOMPARE(batch.samples[1].key.labels, (metrics::Labels{{"a", "1"}, {"b", "2"}}));
    QCOMPARE(batch.samples[1].sample, (metrics::Sample{kNow, 0.5}));
    QVERIFY(std::isnan(batch.samples[2].sample.value));
    QVERIFY(std::isinf(batch.samples[3].sample.value));
}

void FeedItemsTest::readsLogs()
{
    const auto decoded =
        decode(FeedKind::Logs,
               {R"({"timestamp":"2024-01-15T10:30:00.123Z","level":"WARNING","logger":"shop.cart",
                    "message":"slow","request_id":"r1"})",
                R"({"line":"2024-01-15 10:30:00,123 ERROR boom"})"});
    QCOMPARE(decoded.unreadable, std::uint64_t(0));
    const auto &records = std::get<std::vector<logs::Record>>(decoded.items);
    QCOMPARE(records.size(), std::size_t(2));
    QCOMPARE(records[0].level, logs::Level::Warning);
    QCOMPARE(records[0].time, std::optional(kThen));
    QCOMPARE(records[0].message, std::string("slow"));
    QCOMPARE(records[0].source, std::string("src"));
    QCOMPARE(records[1].level, logs::Level::Error);
    QCOMPARE(records[1].source, std::string("src"));
}

void FeedItemsTest::readsJobs()
{
    const auto decoded =
        decode(FeedKind::Jobs, {R"({"id":"7","state":"running","current":5,"total":20})"});
    const auto &list = std::get<std::vector<jobs::Job>>(decoded.items);
    QCOMPARE(list.size(), std::size_t(1));
    QCOMPARE(list[0].id, std::string("7"));
    QCOMPARE(list[0].progress, std::optional(0.25));
}

void FeedItemsTest::readsErrors()
{
    const auto decoded =
        decode(FeedKind::Errors,
               {R"({"type":"ValueError","message":"bad","stack":["a","b"],"tags":{"x":"1"}})"});
    const auto &list = std::get<std::vector<errors::ErrorEvent>>(decoded.items);
    QCOMPARE(list.size(), std::size_t(1));
    QCOMPARE(list[0].type, std::string("ValueError"));
    QCOMPARE(list[0].stack.size(), std::size_t(2));
}

void FeedItemsTest::leavesOutWhatIsNoItem_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("good");
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char *name, FeedKind kind, const char *good, const char *bad,
                        const char *error) {
        QTest::newRow(name) << int(kind) << QByteArray(good) << QByteArray(bad)
                            << QByteArray(error);
    };
    const char *report = R"({"status":"ok"})";
    row("health: number", FeedKind::Health, report, "7", "must be an object, not a number");
    row("health: no JSON", FeedKind::Health, report, "{", "not JSON");
    row("health: nothing in it", FeedKind::Health, report, "{}", "src item 1");
    row("jobs: no id", FeedKind::Jobs, R"({"id":"1"})", "{}", "\"id\"");
    row("errors: nothing in it", FeedKind::Errors, R"({"message":"x"})", "{}", "src item 1");
    row("logs: number", FeedKind::Logs, "{}", "7", "must be an object or a string, not a number");
    const char *sample = R"({"samples":[{"name":"a","value":1}]})";
    row("metrics: neither", FeedKind::Metrics, sample, "{}",
        R"(must have an "exposition" string or a "samples" array)");
    row("metrics: sample", FeedKind::Metrics, sample, R"({"samples":[3]})",
        "a sample must be an object, not a number");
    row("metrics: no name", FeedKind::Metrics, sample, R"({"samples":[{"value":1}]})",
        R"("name" is missing)");
    row("metrics: empty name", FeedKind::Metrics, sample, R"({"samples":[{"name":"","value":1}]})",
        R"("name" must have 1 to 1024 bytes)");
    row("metrics: no value", FeedKind::Metrics, sample, R"({"samples":[{"name":"a"}]})",
        R"("value" is missing)");
    row("metrics: value", FeedKind::Metrics, sample, R"({"samples":[{"name":"a","value":"1"}]})",
        R"("value" must be a number)");
    row("metrics: label", FeedKind::Metrics, sample,
        R"({"samples":[{"name":"a","value":1,"labels":{"b":1}}]})",
        R"(label "b" must be a string, not a number)");
    row("metrics: label twice", FeedKind::Metrics, sample,
        R"({"samples":[{"name":"a","value":1,"labels":{"b":"1","b":"2"}}]})",
        "a label is given twice");
}

void FeedItemsTest::leavesOutWhatIsNoItem()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, good);
    QFETCH(QByteArray, bad);
    QFETCH(QByteArray, error);
    const auto decoded = decode(static_cast<FeedKind>(kind),
                                {good.toStdString(), bad.toStdString(), good.toStdString()});
    QCOMPARE(itemCount(decoded.items), std::size_t(2));
    QCOMPARE(decoded.unreadable, std::uint64_t(1));
    QCOMPARE(decoded.firstErrors.size(), std::size_t(1));
    const auto words = QByteArray::fromStdString(decoded.firstErrors[0].text());
    QVERIFY2(words.startsWith("src item 1"), words.constData());
    QVERIFY2(words.contains(error), words.constData());
}

void FeedItemsTest::keepsLogTextThatNoParserTakes()
{
    const std::string big = R"({"n":123456789012345678901234567890,"message":"x"})";
    const auto decoded = decode(FeedKind::Logs, {big, "\"just a string\""});
    QCOMPARE(decoded.unreadable, std::uint64_t(0));
    const auto &records = std::get<std::vector<logs::Record>>(decoded.items);
    QCOMPARE(records[0].raw, big);
    QCOMPARE(records[1].raw, std::string("just a string"));
}

void FeedItemsTest::keepsAFewErrorsOnly()
{
    const auto decoded = decode(FeedKind::Jobs, std::vector<std::string>(500, "7"));
    QCOMPARE(decoded.unreadable, std::uint64_t(500));
    QCOMPARE(decoded.firstErrors.size(), std::size_t(10));
}

void FeedItemsTest::placesErrorsOfExpositions()
{
    const auto decoded = decode(FeedKind::Metrics, {R"({"exposition":"up 1\nup {{ 2\n"})"});
    QCOMPARE(itemCount(decoded.items), std::size_t(1));
    QCOMPARE(decoded.unreadable, std::uint64_t(1));
    QVERIFY(decoded.firstErrors[0].text().starts_with("src:2:"));
}

QTEST_APPLESS_MAIN(FeedItemsTest)
#include "tst_feeditems.moc"
