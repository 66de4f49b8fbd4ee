// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/livelogsnapshot.h"
#include "logs/queryparser.h"
#include "logs/queryrun.h"

#include <QTest>

#include <mutex>

using namespace foretop;
using namespace foretop::logs;

namespace {

constexpr std::int64_t kStartMs = 1'700'000'000'000;

WallTime timeOf(std::uint64_t n)
{
    return wallTimeFromMs(kStartMs + static_cast<std::int64_t>(n) * 1000);
}

Record numbered(std::uint64_t n)
{
    const auto text = std::to_string(n);
    return {.kind = RecordKind::Log,
            .level = kLevels[n % kLevelCount],
            .time = timeOf(n),
            .source = "web-1",
            .logger = "shop",
            .message = "record " + text,
            .raw = "{\"message\":\"record " + text + "\",\"a\":{\"n\":" + text + "}}"};
}

void fill(LiveStore &store, std::uint64_t first, std::uint64_t end)
{
    std::vector<Record> records;
    for (auto n = first; n < end; ++n) {
        records.push_back(numbered(n));
    }
    store.append(records);
}

Record untimed()
{
    Record record;
    record.message = record.raw = "untimed";
    return record;
}

CompiledQuery compiled(const char *text)
{
    return CompiledQuery::compile(parseQuery(text, {}).value()).value();
}

/// The numbers that @p snapshot shows to a visitor, each once, in order within a worker's run.
RecordSet visited(const LogSnapshot &snapshot, RecordRange range, const RecordSet *within,
                  unsigned workers)
{
    RecordSet all;
    std::uint64_t count = 0;
    std::uint64_t wrong = 0;
    std::mutex mutex;
    const auto done =
        snapshot.visit(range, within, workers, {}, [&](unsigned worker, const auto &run) {
            const std::lock_guard lock(mutex);
            wrong += worker < workers ? 0 : 1;
            for (std::size_t i = 0; i < run.size(); ++i) {
                const auto record = snapshot.record(run[i].number);
                const bool isSame = run[i].parsed && run[i].parsed->message == record.message &&
                                    run[i].raw == record.raw && run[i].level == record.level;
                wrong += isSame && (i == 0 || run[i - 1].number < run[i].number) ? 0 : 1;
                all.add(run[i].number);
                ++count;
            }
        });
    return done && wrong == 0 && count == all.size() ? all : RecordSet();
}

RecordSet rangeOf(RecordNumber first, RecordNumber end)
{
    RecordSet set;
    set.addRange(first, end);
    return set;
}

} // namespace

class LiveLogSnapshotTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRecords();
    void beginsWithAGapAfterEviction();
    void visits_data();
    void visits();
    void stopsAVisit();
    void searchesLikeItReads_data();
    void searchesLikeItReads();
    void readsTimes();
    void findsTimes();
    void tellsLevels();
    void continuesSnapshotsOfItsStore();
};

void LiveLogSnapshotTest::readsRecords()
{
    LiveStore store;
    fill(store, 0, 100);
    const LiveLogSnapshot snapshot(store, "feed");
    fill(store, 100, 200);
    QCOMPARE(snapshot.first(), RecordNumber(0));
    QCOMPARE(snapshot.end(), RecordNumber(100));
    QCOMPARE(snapshot.originCount(), std::size_t(1));
    QCOMPARE(snapshot.originName(0), std::string_view("feed"));
    const auto record = snapshot.record(RecordNumber(42));
    const auto wanted = numbered(42);
    QCOMPARE(record.level, wanted.level);
    QCOMPARE(record.time, wanted.time);
    QCOMPARE(record.source, wanted.source);
    QCOMPARE(record.logger, wanted.logger);
    QCOMPARE(record.message, wanted.message);
    QCOMPARE(record.raw, wanted.raw);
    const std::vector<Field> fields{{"message", "record 42"}, {"a.n", "42"}};
    QCOMPARE(snapshot.fields(RecordNumber(42)), fields);
    QVERIFY(!snapshot.bytesOf(RecordNumber(42)));
}

void LiveLogSnapshotTest::beginsWithAGapAfterEviction()
{
    LiveStore store(LiveStore::kLeastByteBudget);
    fill(store, 0, 20'000);
    const LiveLogSnapshot snapshot(store);
    const auto first = snapshot.first();
    QVERIFY(first > RecordNumber(0));
    const auto gap = snapshot.record(first);
    QCOMPARE(gap.kind, RecordKind::Gap);
    QVERIFY2(gap.message.starts_with(std::to_string(store.stats().evicted)), gap.message.c_str());
    QVERIFY(snapshot.fields(first).empty());
    QCOMPARE(snapshot.levelOf(first), std::optional(Level::Unknown));
    QCOMPARE(snapshot.record(first + 1).message, "record " + std::to_string(store.stats().evicted));
    // The gap matches whatever is asked for; a visitor counts records, and does not see it.
    const auto found = snapshot.search(compiled("\"no such text\""), nullptr, first, {}, {}, 2);
    QCOMPARE(found.value(), rangeOf(first, first + 1));
    QCOMPARE(visited(snapshot, {first, snapshot.end()}, nullptr, 2),
             rangeOf(first + 1, snapshot.end()));
}

void LiveLogSnapshotTest::visits_data()
{
    QTest::addColumn<int>("workers");
    QTest::addColumn<bool>("isWithin");
    for (const int workers : {1, 2, 5}) {
        QTest::addRow("all, %d workers", workers) << workers << false;
        QTest::addRow("within, %d workers", workers) << workers << true;
    }
}

void LiveLogSnapshotTest::visits()
{
    QFETCH(int, workers);
    QFETCH(bool, isWithin);
    LiveStore store;
    fill(store, 0, 10'000);
    const LiveLogSnapshot snapshot(store);
    const RecordRange range{RecordNumber(1'000), RecordNumber(9'001)};
    RecordSet within;
    RecordSet wanted;
    for (std::uint64_t n = 0; n < 10'000; n += 7) {
        within.add(RecordNumber(n));
        if (n >= 1'000 && n <= 9'000) {
            wanted.add(RecordNumber(n));
        }
    }
    QCOMPARE(visited(snapshot, range, isWithin ? &within : nullptr, unsigned(workers)),
             isWithin ? wanted : rangeOf(range.first, range.end));
    QVERIFY(visited(snapshot, {snapshot.end(), snapshot.end()}, nullptr, 1).isEmpty());
}

void LiveLogSnapshotTest::stopsAVisit()
{
    LiveStore store;
    fill(store, 0, 10'000);
    const LiveLogSnapshot live(store);
    const LogSnapshot &snapshot = live;
    std::stop_source stop;
    const auto done =
        snapshot.visit({snapshot.first(), snapshot.end()}, nullptr, 1, stop.get_token(),
                       [&](unsigned, std::span<const RawRecord> run) {
                           QVERIFY(run.front().number == RecordNumber(0));
                           stop.request_stop();
                       });
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
}

void LiveLogSnapshotTest::searchesLikeItReads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("word") << QByteArray("RECORD 42");
    QTest::newRow("level") << QByteArray("level>=error");
    QTest::newRow("field") << QByteArray("a.n>19000");
    QTest::newRow("both") << QByteArray("level:info -\"record 1\"");
    QTest::newRow("none") << QByteArray("nothing");
}

void LiveLogSnapshotTest::searchesLikeItReads()
{
    QFETCH(QByteArray, text);
    LiveStore store(1U << 20);
    fill(store, 0, 20'000);
    const LiveLogSnapshot snapshot(store);
    const auto query = compiled(text.constData());
    QueryRun run(query);
    RecordSet within;
    RecordSet all;
    RecordSet some;
    for (auto number = snapshot.first(); number < snapshot.end(); ++number) {
        const auto record = snapshot.record(number);
        const RecordView view{record.kind,   record.level,   record.time, record.source,
                              record.logger, record.message, record.raw};
        const bool isMatch = record.kind == RecordKind::Gap || run.matches(view);
        if (isMatch) {
            all.add(number);
        }
        if (number.value() % 3 == 0) {
            within.add(number);
            if (isMatch && number >= RecordNumber(15'000)) {
                some.add(number);
            }
        }
    }
    RecordSet told;
    const auto batchReady = [&told](const MatchBatch &batch) { told.add(batch.matches); };
    QCOMPARE(snapshot.search(query, nullptr, snapshot.first(), {}, batchReady, 3).value(), all);
    QCOMPARE(told, all);
    QCOMPARE(snapshot.search(query, &within, RecordNumber(15'000), {}, {}, 2).value(), some);
}

void LiveLogSnapshotTest::readsTimes()
{
    LiveStore store(LiveStore::kLeastByteBudget);
    fill(store, 0, 20'000);
    store.append(std::vector{untimed()});
    const LiveLogSnapshot snapshot(store);
    std::vector<std::optional<WallTime>> times{timeOf(0)};
    snapshot.readTimes({snapshot.first(), snapshot.end()}, times);
    QCOMPARE(times.size(), std::size_t(snapshot.end() - snapshot.first() + 1));
    QCOMPARE(times[1], std::nullopt); // the gap
    for (auto number = snapshot.first() + 1; number < snapshot.end(); ++number) {
        QCOMPARE(times[std::size_t(number - snapshot.first()) + 1], snapshot.record(number).time);
    }
    QCOMPARE(times.back(), std::nullopt);
}

void LiveLogSnapshotTest::findsTimes()
{
    LiveStore store;
    QCOMPARE(LiveLogSnapshot(store).firstFrom(timeOf(0)), RecordNumber(0));
    fill(store, 0, 5'000);
    fill(store, 4'000, 4'010); // late
    store.append(std::vector(20, untimed()));
    fill(store, 5'000, 10'000);
    const LiveLogSnapshot snapshot(store);
    QCOMPARE(snapshot.firstFrom(timeOf(0) - Milliseconds(1)), RecordNumber(0));
    QCOMPARE(snapshot.firstFrom(timeOf(1'234)), RecordNumber(1'234));
    QCOMPARE(snapshot.firstFrom(timeOf(1'234) - Milliseconds(1)), RecordNumber(1'234));
    QCOMPARE(snapshot.firstFrom(timeOf(4'005)), RecordNumber(4'005));
    QCOMPARE(snapshot.firstFrom(timeOf(4'999)), RecordNumber(4'999));
    QCOMPARE(snapshot.firstFrom(timeOf(5'000) + Milliseconds(1)), RecordNumber(5'031));
    QCOMPARE(snapshot.firstFrom(timeOf(9'999)), RecordNumber(10'029));
    QCOMPARE(snapshot.firstFrom(timeOf(10'000)), snapshot.end());
}

void LiveLogSnapshotTest::tellsLevels()
{
    LiveStore store(LiveStore::kLeastByteBudget);
    fill(store, 0, 20'000);
    const LiveLogSnapshot snapshot(store);
    std::vector<Level> levels(std::size_t(snapshot.end() - snapshot.first()));
    QVERIFY(snapshot.levelsFrom(snapshot.first(), levels));
    LevelCounts counts{};
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const auto number = snapshot.first() + i;
        QCOMPARE(levels[i], snapshot.record(number).level);
        QCOMPARE(snapshot.levelOf(number), std::optional(levels[i]));
        counts[std::size_t(levels[i])] += i > 0 ? 1 : 0; // the gap is no record of a level
    }
    QCOMPARE(snapshot.levels(), counts);
    std::vector<Level> some(10);
    QVERIFY(snapshot.levelsFrom(RecordNumber(19'990), some));
    QVERIFY(std::equal(some.begin(), some.end(), levels.end() - 10));
}

void LiveLogSnapshotTest::continuesSnapshotsOfItsStore()
{
    LiveStore store(LiveStore::kLeastByteBudget);
    LiveStore other;
    fill(store, 0, 100);
    fill(other, 0, 100);
    const LiveLogSnapshot earlier(store);
    QVERIFY(earlier.continues(earlier));
    QVERIFY(!earlier.continues(LiveLogSnapshot(other)));
    fill(store, 100, 200);
    QVERIFY(LiveLogSnapshot(store).continues(earlier));
    QVERIFY(!earlier.continues(LiveLogSnapshot(store)));
    fill(store, 200, 20'000); // evicts all that was held
    const LiveLogSnapshot later(store);
    QVERIFY(later.first() > earlier.end());
    QVERIFY(later.continues(earlier));
    QCOMPARE(earlier.record(RecordNumber(0)).message, std::string("record 0"));
}

QTEST_GUILESS_MAIN(LiveLogSnapshotTest)
#include "tst_livelogsnapshot.moc"
