// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/facets.h"

#include "base/timestamp.h"
#include "memorysnapshot.h"
#include "samplelog.h"

#include <QTest>

#include <map>
#include <numeric>

using namespace foretop;
using namespace foretop::logs;

namespace {

const std::vector<std::string> kFields = {"level",  "logger",    "component", "source",
                                          "status", "message",   "time",      "context.a",
                                          "x",      "log.level", "n",         "no.such"};

std::optional<std::string> valueOf(const LogSnapshot &snapshot, RecordNumber number,
                                   const std::string &field)
{
    const auto record = snapshot.record(number);
    const auto orNothing = [](const std::string &text) {
        return text.empty() ? std::nullopt : std::optional(text);
    };
    if (field == "level") {
        return std::string(levelName(record.level));
    }
    if (field == "logger" || field == "component") {
        return orNothing(record.logger);
    }
    if (field == "source") {
        return orNothing(record.source);
    }
    if (field == "message") {
        return record.message;
    }
    if (field == "time") {
        return record.time ? std::optional(formatIso8601(*record.time)) : std::nullopt;
    }
    for (const auto &[name, value] : snapshot.fields(number)) {
        if (name == field) {
            return value;
        }
    }
    return {};
}

/// Counted one by one.
Facet counted(const LogSnapshot &snapshot, RecordRange range, const RecordSet *within,
              const std::string &field, std::size_t most)
{
    Facet facet;
    facet.field = field;
    std::map<std::string, std::uint64_t> counts;
    for (auto number = range.first; number < range.end; ++number) {
        if ((within != nullptr && !within->contains(number)) ||
            snapshot.record(number).kind == RecordKind::Gap) {
            continue;
        }
        ++facet.records;
        const auto value = valueOf(snapshot, number, field);
        if (!value) {
            ++facet.missing;
        } else if (value->size() > kMaxFacetValueBytes) {
            ++facet.overflow;
        } else {
            ++counts[*value];
        }
    }
    facet.distinct = counts.size();
    for (const auto &[value, count] : counts) {
        facet.values.push_back({value, count});
    }
    std::stable_sort(facet.values.begin(), facet.values.end(),
                     [](const FacetValue &a, const FacetValue &b) { return a.count > b.count; });
    facet.values.resize(std::min(most, facet.values.size()));
    return facet;
}

RecordRange wholeOf(const LogSnapshot &snapshot)
{
    return {snapshot.first(), snapshot.end()};
}

} // namespace

class FacetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithCounting_data();
    void agreesWithCounting();
    void readsNestedMembers();
    void countsLiveRecordsAsTheyCome();
    void tellsWhatIsBeyondItsBounds();
    void countsNothingWhenStopped();
    void namesFields();
};

void FacetsTest::agreesWithCounting_data()
{
    QTest::addColumn<SampleKind>("kind");
    QTest::newRow("json") << SampleKind::Json;
    QTest::newRow("level first, Unix time") << SampleKind::Zap;
    QTest::newRow("members in any order") << SampleKind::Varied;
    QTest::newRow("text") << SampleKind::Text;
    QTest::newRow("logfmt") << SampleKind::Logfmt;
    QTest::newRow("access") << SampleKind::Access;
    QTest::newRow("plain") << SampleKind::Plain;
}

void FacetsTest::agreesWithCounting()
{
    QFETCH(SampleKind, kind);
    for (unsigned seed = 0; seed < 6; ++seed) {
        SampleLog log(kind, seed);
        MemorySnapshot snapshot({}, RecordNumber(seed * 1000));
        snapshot.addLines(toValidUtf8(log.text(60'000)));
        RecordSet some;
        for (auto number = snapshot.first(); number < snapshot.end(); ++number) {
            if (log.below(3) == 0) {
                some.add(number);
            }
        }
        const RecordSet *const within = seed % 2 == 0 ? nullptr : &some;
        const RecordRange range{snapshot.first() + log.below(20), snapshot.end()};
        std::vector<Facet> wanted;
        for (const auto &field : kFields) {
            wanted.push_back(counted(snapshot, range, within, field, 20));
        }
        for (const unsigned workers : {1U, 2U, 5U}) {
            FacetCounter counter(kFields);
            QVERIFY(counter.add(snapshot, range, within, {}, {}, workers));
            const auto found = counter.facets(20);
            for (std::size_t field = 0; field < kFields.size(); ++field) {
                QVERIFY2(found[field] == wanted[field], kFields[field].c_str());
            }
        }
    }
}

void FacetsTest::readsNestedMembers()
{
    MemorySnapshot snapshot;
    for (const char *const raw :
         {R"({"http":{"method":"GET","status":200},"a.b":1,"big":18446744073709551615})",
          R"({"http":{"method":"GET","status":-404},"a":{"b":2}})",
          R"({"http.method":"PUT","http":{},"a":{"b":{"c":null}}})",
          R"({"http":{"status":2.50},"a":{"b":[1, 2]},"t":true})",
          R"({"http":"none","a":{"b":{}}, "escaped":"a\"\u00e9"})", R"({"http":{"method":"GET"})",
          "GET is not an object"}) {
        snapshot.add(std::string(raw));
    }
    const std::vector<std::string> fields = {
        "http", "http.method", "http.status", "a.b", "a.b.c", "a", "t", "big", "escaped"};
    FacetCounter counter(fields);
    QVERIFY(counter.add(snapshot, wholeOf(snapshot), nullptr, {}));
    const auto facets = counter.facets(10);
    for (std::size_t field = 0; field < fields.size(); ++field) {
        QVERIFY2(facets[field] == counted(snapshot, wholeOf(snapshot), nullptr, fields[field], 10),
                 fields[field].c_str());
    }
    QCOMPARE(facets[1].values.size(), std::size_t(2));
    QCOMPARE(facets[1].values[0].value, std::string("GET"));
    QCOMPARE(facets[1].values[0].count, std::uint64_t(2));
    QCOMPARE(facets[1].missing, std::uint64_t(4));
}

void FacetsTest::countsLiveRecordsAsTheyCome()
{
    MemorySnapshot snapshot;
    FacetCounter counter({"level", "logger", "source", "status"});
    std::mt19937 random(9);
    RecordNumber next;
    for (unsigned i = 0; i < 1000; ++i) {
        Record record;
        record.kind = i % 50 == 7 ? RecordKind::Gap : RecordKind::Log;
        record.level = kLevels[random() % kLevelCount];
        record.source = "web-" + std::to_string(random() % 3);
        record.logger = random() % 4 == 0 ? "" : "shop." + std::to_string(random() % 5);
        record.raw = "{\"status\": " + std::to_string(200 + random() % 5) + "}";
        snapshot.add(record);
        if (random() % 80 == 0 || i == 999) {
            QVERIFY(counter.add(snapshot, {next, snapshot.end()}, nullptr, {}));
            next = snapshot.end();
        }
    }
    const auto facets = counter.facets(3);
    for (const auto &facet : facets) {
        QVERIFY2(facet == counted(snapshot, wholeOf(snapshot), nullptr, facet.field, 3),
                 facet.field.c_str());
    }
}

void FacetsTest::tellsWhatIsBeyondItsBounds()
{
    constexpr std::uint64_t kBeyond = 500;
    MemorySnapshot snapshot;
    Record record;
    for (std::uint64_t i = 0; i < kMaxFacetValues + kBeyond; ++i) {
        record.logger = std::to_string(i);
        snapshot.add(record);
        snapshot.add(record);
    }
    record.logger = std::string(kMaxFacetValueBytes + 1, 'x');
    snapshot.add(record);
    for (const unsigned workers : {1U, 3U}) {
        FacetCounter counter({"logger"});
        QVERIFY(counter.add(snapshot, wholeOf(snapshot), nullptr, {}, {}, workers));
        const auto facet = counter.facets(kMaxFacetValues * 2)[0];
        QCOMPARE(facet.distinct, std::uint64_t(kMaxFacetValues));
        QCOMPARE(facet.values.size(), kMaxFacetValues);
        QVERIFY(facet.overflow >= 2 * kBeyond + 1);
        QVERIFY(workers > 1 || facet.overflow == 2 * kBeyond + 1);
        const auto named = std::accumulate(
            facet.values.begin(), facet.values.end(), std::uint64_t(0),
            [](std::uint64_t sum, const FacetValue &value) { return sum + value.count; });
        QCOMPARE(named + facet.overflow, facet.records);
    }
}

void FacetsTest::countsNothingWhenStopped()
{
    MemorySnapshot snapshot;
    snapshot.add(Record());
    std::stop_source stop;
    stop.request_stop();
    FacetCounter counter({"level"});
    const auto done = counter.add(snapshot, wholeOf(snapshot), nullptr, stop.get_token());
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
    QCOMPARE(counter.facets(5)[0].records, std::uint64_t(0));
}

void FacetsTest::namesFields()
{
    MemorySnapshot snapshot;
    for (const char *const raw : {R"({"b":1,"a":{"x":1}})", R"({"b":1})", "k=v j=w",
                                  R"({"b":1,"late":1})", R"({"b":1,"c":{"y":2},"late":1})"}) {
        snapshot.add(std::string(raw));
    }
    using Names = std::vector<std::string>;
    QCOMPARE(fieldNames(snapshot, nullptr, 3, {}), (Names{"b", "a.x", "j", "k"}));
    QCOMPARE(fieldNames(snapshot, nullptr, 100, {}), (Names{"b", "late", "a.x", "c.y", "j", "k"}));
    RecordSet some;
    some.addRange(RecordNumber(2), RecordNumber(5));
    QCOMPARE(fieldNames(snapshot, &some, 2, {}), (Names{"b", "j", "k", "late"}));
    QCOMPARE(fieldNames(MemorySnapshot(), nullptr, 100, {}), Names());
}

QTEST_APPLESS_MAIN(FacetsTest)
#include "tst_facets.moc"
