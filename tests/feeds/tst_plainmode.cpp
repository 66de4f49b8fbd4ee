// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/plainmode.h"

#include <QTest>

using namespace foretop;
using namespace foretop::feeds;

class PlainModeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsLogs_data();
    void readsLogs();
    void readsHealth_data();
    void readsHealth();
    void readsMetrics_data();
    void readsMetrics();
    void takesTheTimeOfMetrics();
    void readsJobs_data();
    void readsJobs();
    void readsErrors_data();
    void readsErrors();
    void tellsWhatItCannotRead_data();
    void tellsWhatItCannotRead();
};

namespace {

const WallTime kNow = wallTimeFromMs(1'700'000'000'000);

DecodedItems decode(FeedKind kind, const QByteArray &message)
{
    return decodePlain(kind, {message.constData(), std::size_t(message.size())}, kNow, "src");
}

} // namespace

void PlainModeTest::readsLogs_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QList<QByteArray>>("raw");
    const auto row = [](const char *name, const char *message, QList<QByteArray> raw) {
        QTest::newRow(name) << QByteArray(message) << raw;
    };
    row("a record", R"({"message":"a"})", {R"({"message":"a"})"});
    row("an array", R"([{"message":"a"},"b",{"message":"c"}])",
        {R"({"message":"a"})", "b", R"({"message":"c"})"});
    row("a line", "2024-01-15 ERROR boom", {"2024-01-15 ERROR boom"});
    row("lines", "a\r\n\nb\n", {"a\r", "b"});
    row("JSON lines", "{\"message\":\"a\"}\n{\"message\":\"b\"}\n",
        {R"({"message":"a"})", R"({"message":"b"})"});
    row("a stack trace", "ERROR boom\n  File x\n\tat y\nINFO on",
        {"ERROR boom\n  File x\n\tat y", "INFO on"});
    row("a bracket that is no JSON", "[main] started", {"[main] started"});
    row("nothing", " \n ", {});
}

void PlainModeTest::readsLogs()
{
    QFETCH(QByteArray, message);
    QFETCH(QList<QByteArray>, raw);
    const auto decoded = decode(FeedKind::Logs, message);
    QList<QByteArray> found;
    for (const auto &record : std::get<std::vector<logs::Record>>(decoded.items)) {
        found += QByteArray::fromStdString(record.raw);
        QCOMPARE(record.source, std::string("src"));
    }
    for (auto &text : found) {
        text = text.trimmed();
    }
    for (auto &text : raw) {
        text = text.trimmed();
    }
    QCOMPARE(found, raw);
    QCOMPARE(decoded.unreadable, std::uint64_t(0));
}

void PlainModeTest::readsHealth_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<int>("reports");
    QTest::addColumn<int>("checks");
    QTest::newRow("Flask") << QByteArray(R"({"status":"ok","checks":{"db":true,"cache":false}})")
                           << 1 << 2;
    QTest::newRow("dependencies") << QByteArray(
                                         R"({"status":"UP","dependencies":{"db":{"status":"up"}}})")
                                  << 1 << 1;
    QTest::newRow("several services")
        << QByteArray(R"([{"status":"ok","service":"a"},{"status":"down","service":"b"}])") << 2
        << 0;
}

void PlainModeTest::readsHealth()
{
    QFETCH(QByteArray, message);
    QFETCH(int, reports);
    QFETCH(int, checks);
    const auto decoded = decode(FeedKind::Health, message);
    const auto &found = std::get<std::vector<health::Report>>(decoded.items);
    QCOMPARE(int(found.size()), reports);
    QCOMPARE(int(found[0].checks.size()), checks);
    QCOMPARE(decoded.unreadable, std::uint64_t(0));
}

void PlainModeTest::readsMetrics_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QList<QByteArray>>("samples");
    const auto row = [](const char *name, const char *message, QList<QByteArray> samples) {
        QTest::newRow(name) << QByteArray(message) << samples;
    };
    row("exposition", "# TYPE a counter\na{x=\"1\"} 5\nb 6\n", {"a{x=\"1\"} 5", "b 6"});
    row("flat object", R"({"cpu":0.5,"requests":7,"up":true,"host":"web-1","none":null})",
        {"cpu 0.5", "requests 7", "up 1"});
    row("nested object", R"({"db":{"pool":{"used":3},"up":false},"list":[1,2]})",
        {"db_pool_used 3", "db_up 0"});
    row("an item", R"({"timestamp":"2024-01-15T10:30:00Z","samples":[{"name":"a","value":1}]})",
        {"a 1"});
    row("a sample", R"({"name":"a","labels":{"x":"1"},"value":"-Inf"})", {"a{x=\"1\"} -inf"});
    row("an array", R"([{"name":"a","value":1},{"cpu":2}])", {"a 1", "cpu 2"});
}

void PlainModeTest::readsMetrics()
{
    QFETCH(QByteArray, message);
    QFETCH(QList<QByteArray>, samples);
    const auto decoded = decode(FeedKind::Metrics, message);
    QList<QByteArray> found;
    for (const auto &sample : std::get<MetricsBatch>(decoded.items).samples) {
        found += QByteArray::fromStdString(sample.key.text()) + ' ' +
                 QByteArray::number(sample.sample.value);
    }
    QCOMPARE(found, samples);
    QCOMPARE(decoded.unreadable, std::uint64_t(0));
}

void PlainModeTest::takesTheTimeOfMetrics()
{
    const auto timeOf = [](const char *message) {
        return std::get<MetricsBatch>(decode(FeedKind::Metrics, message).items)
            .samples.at(0)
            .sample.time;
    };
    const auto then = wallTimeFromMs(1'705'314'600'000);
    QCOMPARE(timeOf(R"({"cpu":1})"), kNow);
    QCOMPARE(timeOf(R"({"timestamp":"2024-01-15T10:30:00Z","cpu":1})"), then);
    QCOMPARE(timeOf(R"({"timestamp":1705314600,"cpu":1})"), then);
    QCOMPARE(timeOf(R"({"timestamp":1705314600000,"name":"a","value":1})"), then);
}

void PlainModeTest::readsJobs_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QList<QByteArray>>("ids");
    QTest::newRow("a job") << QByteArray(R"({"id":"a"})") << QList<QByteArray>{"a"};
    QTest::newRow("an array") << QByteArray(R"([{"id":"a"},{"id":2}])")
                              << QList<QByteArray>{"a", "2"};
    QTest::newRow("wrapped") << QByteArray(R"({"jobs":[{"id":"a"},{"id":"b"}]})")
                             << QList<QByteArray>{"a", "b"};
    QTest::newRow("none") << QByteArray("[]") << QList<QByteArray>{};
}

void PlainModeTest::readsJobs()
{
    QFETCH(QByteArray, message);
    QFETCH(QList<QByteArray>, ids);
    const auto decoded = decode(FeedKind::Jobs, message);
    QList<QByteArray> found;
    for (const auto &job : std::get<std::vector<jobs::Job>>(decoded.items)) {
        found += QByteArray::fromStdString(job.id);
    }
    QCOMPARE(found, ids);
    QCOMPARE(decoded.unreadable, std::uint64_t(0));
}

void PlainModeTest::readsErrors_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<int>("count");
    QTest::newRow("an event") << QByteArray(R"({"message":"a"})") << 1;
    QTest::newRow("an array") << QByteArray(R"([{"message":"a"},{"type":"b"}])") << 2;
    QTest::newRow("wrapped") << QByteArray(R"({"errors":[{"message":"a"}]})") << 1;
}

void PlainModeTest::readsErrors()
{
    QFETCH(QByteArray, message);
    QFETCH(int, count);
    const auto decoded = decode(FeedKind::Errors, message);
    QCOMPARE(int(itemCount(decoded.items)), count);
    QCOMPARE(decoded.unreadable, std::uint64_t(0));
}

void PlainModeTest::tellsWhatItCannotRead_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("error");
    const auto row = [](const char *name, FeedKind kind, const char *message, const char *error) {
        QTest::newRow(name) << int(kind) << QByteArray(message) << QByteArray(error);
    };
    row("health text", FeedKind::Health, "all is well", "src item 0: not JSON");
    row("health array", FeedKind::Health, "[7]", "src item 0: must be an object, not a number");
    row("jobs cut short", FeedKind::Jobs, R"({"id":)", "src item 0");
    row("jobs array", FeedKind::Jobs, R"([{"id":"a"},{}])", "src item 1");
    row("metrics cut short", FeedKind::Metrics, R"({"cpu":)", "not JSON");
    row("metrics array", FeedKind::Metrics, "[[]]", "src item 0: must be an object, not an array");
    row("metrics line", FeedKind::Metrics, "up {{ 1", "src:1:");
    row("sample", FeedKind::Metrics, R"([{"name":"a","value":[]}])", R"("value" must be a number)");
    row("logs array", FeedKind::Logs, "[[1]]", "must be an object or a string, not an array");
    row("nothing", FeedKind::Errors, "", "not JSON");
}

void PlainModeTest::tellsWhatItCannotRead()
{
    QFETCH(int, kind);
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, error);
    const auto decoded = decode(static_cast<FeedKind>(kind), message);
    QCOMPARE(decoded.unreadable, std::uint64_t(1));
    QCOMPARE(decoded.firstErrors.size(), std::size_t(1));
    const auto words = QByteArray::fromStdString(decoded.firstErrors[0].text());
    QVERIFY2(words.contains(error), words.constData());
}

QTEST_APPLESS_MAIN(PlainModeTest)
#include "tst_plainmode.moc"
