// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/livequeryoperation.h"
#include "logs/livestore.h"

#include <QTest>

#include <atomic>
#include <numeric>
#include <random>
#include <thread>
#include <utility>

using namespace foretop;
using namespace foretop::logs;

namespace {

Record numbered(std::uint64_t number, std::size_t padding = 100)
{
    Record record;
    record.level = kLevels[number % kLevelCount];
    if (number % 3 != 0) {
        record.time = wallTimeFromMs(std::int64_t(1'700'000'000'000 + number));
    }
    record.source = "prod/web-" + std::to_string(number % 4);
    record.logger = "shop." + std::to_string(number % 10);
    record.message = "record \"" + std::to_string(number) + "\"";
    record.raw = "{\"message\":\"record \\\"" + std::to_string(number) + "\\\"\",\"padding\":\"" +
                 std::string(padding, 'x') + "\"}";
    return record;
}

std::vector<Record> recordsOf(std::uint64_t from, std::uint64_t to)
{
    std::vector<Record> records;
    for (auto number = from; number < to; ++number) {
        records.push_back(numbered(number));
    }
    return records;
}

bool isNumbered(const RecordView &view, std::uint64_t number)
{
    const auto record = numbered(number);
    return view.kind == record.kind && view.level == record.level && view.time == record.time &&
           view.source == record.source && view.logger == record.logger &&
           view.message == record.message && view.raw == record.raw;
}

} // namespace

class LiveStoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsEmpty();
    void keepsRecordsAsTheyAre_data();
    void keepsRecordsAsTheyAre();
    void evictsTheOldest();
    void keepsToItsBudget_data();
    void keepsToItsBudget();
    void leavesOutWhatIsTooLarge();
    void compressesTheOldest();
    void leavesWhatDoesNotShrink();
    void keepsTextsThatWereRead();
    void cachesWithinItsBound();
    void tellsOfEviction();
    void snapshotsKeepTheirRecords();
    void sharesNames();
    void readsWhileAppending();
    void readsWhatIsCompressedMeanwhile();
    void takesSeveralAppenders();
};

void LiveStoreTest::startsEmpty()
{
    const LiveStore store;
    QCOMPARE(store.snapshot().first(), RecordNumber(0));
    QCOMPARE(store.snapshot().end(), RecordNumber(0));
    QCOMPARE(store.stats().byteBudget, LiveStore::kDefaultByteBudget);
    QCOMPARE(LiveSnapshot().end(), RecordNumber(0));
    QCOMPARE(LiveStore(1).stats().byteBudget, LiveStore::kLeastByteBudget);
}

void LiveStoreTest::keepsRecordsAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("message at the end") << QByteArray("INFO a: b") << QByteArray("b");
    QTest::newRow("message inside") << QByteArray("{\"msg\":\"abc\"}") << QByteArray("abc");
    QTest::newRow("message beside") << QByteArray("{\"msg\":\"a\\nb\"}") << QByteArray("a\nb");
    QTest::newRow("message alone") << QByteArray() << QByteArray("3 records missing");
    QTest::newRow("the same") << QByteArray("abc") << QByteArray("abc");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("no message") << QByteArray("abc") << QByteArray();
    QTest::newRow("near misses") << QByteArray(9000, 'a') + "c" << QByteArray(5000, 'a') + "b";
}

void LiveStoreTest::keepsRecordsAsTheyAre()
{
    QFETCH(QByteArray, raw);
    QFETCH(QByteArray, message);
    Record record;
    record.kind = RecordKind::Gap;
    record.raw = raw.toStdString();
    record.message = message.toStdString();
    LiveStore store;
    store.append({{record, numbered(1), record}});
    const auto snapshot = store.snapshot();
    QCOMPARE(snapshot.end(), RecordNumber(3));
    for (const auto number : {RecordNumber(0), RecordNumber(2)}) {
        const auto view = snapshot.at(number);
        QCOMPARE(view.kind, RecordKind::Gap);
        QCOMPARE(view.raw, std::string_view(record.raw));
        QCOMPARE(view.message, std::string_view(record.message));
        QVERIFY(view.source.empty() && view.logger.empty() && !view.time);
    }
    QVERIFY(isNumbered(snapshot.at(RecordNumber(1)), 1));
}

void LiveStoreTest::evictsTheOldest()
{
    LiveStore store(256U << 10);
    constexpr std::uint64_t kCount = 10'000;
    for (std::uint64_t from = 0; from < kCount; from += 100) {
        store.append(recordsOf(from, from + 100));
    }
    const auto snapshot = store.snapshot();
    const auto stats = store.stats();
    QCOMPARE(snapshot.end(), RecordNumber(kCount));
    QCOMPARE(stats.evicted, snapshot.first().value());
    QVERIFY(snapshot.first() > RecordNumber(0));
    QCOMPARE(std::accumulate(stats.perLevel.begin(), stats.perLevel.end(), std::uint64_t(0)),
             kCount - stats.evicted);
    std::array<std::uint64_t, kLevelCount> perLevel{};
    for (auto number = snapshot.first(); number < snapshot.end(); ++number) {
        QVERIFY(isNumbered(snapshot.at(number), number.value()));
        ++perLevel[std::size_t(snapshot.at(number).level)];
    }
    QVERIFY(perLevel == stats.perLevel);
    // Most of the budget is in use: one block in thirty-two at most is given up at a time.
    QVERIFY(stats.bytes > stats.byteBudget * 9 / 10);
}

void LiveStoreTest::keepsToItsBudget_data()
{
    QTest::addColumn<quint64>("budget");
    QTest::addColumn<quint64>("padding");
    for (const quint64 budget : {64U << 10, 100'001U, 5U << 20}) {
        for (const quint64 padding : {0U, 500U, 15'000U}) {
            QTest::addRow("%llu bytes, records of %llu", budget, padding) << budget << padding;
        }
    }
}

void LiveStoreTest::keepsToItsBudget()
{
    QFETCH(quint64, budget);
    QFETCH(quint64, padding);
    LiveStore store(budget);
    for (std::uint64_t number = 0; number < 3000; ++number) {
        const std::array records = {numbered(number, padding)};
        store.append(records);
        QVERIFY(store.stats().bytes <= budget);
        const auto snapshot = store.snapshot();
        QCOMPARE(snapshot.end(), RecordNumber(number + 1));
        QVERIFY(snapshot.first() < snapshot.end());
    }
}

void LiveStoreTest::leavesOutWhatIsTooLarge()
{
    LiveStore store(64U << 10);
    store.append({{numbered(0), numbered(1, 64U << 10), numbered(2)}});
    const auto snapshot = store.snapshot();
    QCOMPARE(snapshot.end(), RecordNumber(3));
    const auto gap = snapshot.at(RecordNumber(1));
    QCOMPARE(gap.kind, RecordKind::Gap);
    QVERIFY2(gap.message.starts_with("1 record left out: its 65"), gap.message.data());
    QCOMPARE(gap.source, std::string_view("prod/web-1"));
    QCOMPARE(store.stats().evicted, std::uint64_t(1));
    QVERIFY(isNumbered(snapshot.at(RecordNumber(2)), 2));
}

void LiveStoreTest::compressesTheOldest()
{
    constexpr std::size_t kBudget = 1U << 20;
    LiveStore store(kBudget);
    store.append(recordsOf(0, 1000));
    QCOMPARE(store.stats().compressedRecords, std::uint64_t(0));
    constexpr std::uint64_t kCount = 40'000;
    for (std::uint64_t from = 1000; from < kCount; from += 100) {
        store.append(recordsOf(from, from + 100));
        QVERIFY(store.stats().bytes <= kBudget);
    }
    const auto snapshot = store.snapshot();
    const auto stats = store.stats();
    QVERIFY(stats.evicted > 0);
    QVERIFY(stats.compressedRecords > 0);
    QVERIFY(stats.decompressedBytes > 4 * stats.compressedBytes);
    // Without compression fewer than 4,000 fit.
    QVERIFY(snapshot.end() - snapshot.first() > 8000);
    std::array<std::uint64_t, kLevelCount> perLevel{};
    for (auto number = snapshot.first(); number < snapshot.end(); ++number) {
        const auto record = numbered(number.value());
        QVERIFY(isNumbered(snapshot.at(number), number.value()));
        QVERIFY(snapshot.time(number) == record.time);
        QCOMPARE(snapshot.level(number), record.level);
        QCOMPARE(snapshot.kind(number), record.kind);
        ++perLevel[std::size_t(record.level)];
    }
    QVERIFY(perLevel == stats.perLevel);
}

void LiveStoreTest::leavesWhatDoesNotShrink()
{
    std::mt19937 random(5);
    std::vector<Record> records(4000);
    for (auto &record : records) {
        for (int i = 0; i < 400; ++i) {
            record.raw += char(random() & 0xFFU);
        }
    }
    LiveStore store(1U << 20);
    store.append(records);
    QCOMPARE(store.stats().compressedRecords, std::uint64_t(0));
    const auto snapshot = store.snapshot();
    QVERIFY(store.stats().evicted > 0);
    for (auto number = snapshot.first(); number < snapshot.end(); ++number) {
        QVERIFY(snapshot.at(number).raw == records[number.value()].raw);
    }
}

void LiveStoreTest::keepsTextsThatWereRead()
{
    std::vector<LiveRecord> kept;
    {
        LiveStore store(256U << 10);
        for (std::uint64_t from = 0; from < 5000; from += 100) {
            store.append(recordsOf(from, from + 100));
            kept.push_back(store.snapshot().at(store.snapshot().first()));
        }
        QVERIFY(store.stats().compressedRecords > 0);
    }
    for (const auto &record : kept) {
        const auto number = std::stoull(std::string(record.message.substr(8)));
        const auto wanted = numbered(number);
        QVERIFY(record.raw == wanted.raw);
        QVERIFY(record.message == wanted.message);
    }
}

void LiveStoreTest::cachesWithinItsBound()
{
    constexpr std::size_t kBudget = 4U << 20;
    LiveStore store(kBudget);
    store.append(recordsOf(0, 30'000));
    QCOMPARE(store.stats().cachedBytes, std::size_t(0));
    const auto snapshot = store.snapshot();
    const auto raw = snapshot.at(snapshot.first()).raw.data();
    QVERIFY(store.stats().cachedBytes > 0);
    QVERIFY(snapshot.at(snapshot.first() + 1).raw.data() > raw);
    QVERIFY(snapshot.at(snapshot.first()).raw.data() == raw);
    std::size_t most = 0;
    for (auto number = snapshot.first(); number < snapshot.end(); ++number) {
        QVERIFY(!snapshot.at(number).raw.empty());
        most = std::max(most, store.stats().cachedBytes);
    }
    QVERIFY(most <= kBudget / LiveStore::kCachePart);
    store.append(recordsOf(30'000, 250'000));
    QVERIFY(store.snapshot().first() > snapshot.end());
    QVERIFY(store.stats().bytes <= kBudget);
}

void LiveStoreTest::tellsOfEviction()
{
    LiveStore store(64U << 10);
    store.append(recordsOf(0, 10));
    QVERIFY(!store.snapshot().evictionGap());
    store.append(recordsOf(10, 5000));
    const auto snapshot = store.snapshot();
    QCOMPARE(snapshot.evicted(), store.stats().evicted);
    const auto gap = snapshot.evictionGap();
    QVERIFY(gap);
    QCOMPARE(gap->kind, RecordKind::Gap);
    QVERIFY(gap->message.starts_with(std::to_string(snapshot.evicted()) + " older records"));
}

void LiveStoreTest::snapshotsKeepTheirRecords()
{
    LiveStore store(64U << 10);
    store.append(recordsOf(0, 50));
    const auto before = store.snapshot();
    store.append(recordsOf(50, 5000));
    QVERIFY(store.snapshot().first() > before.end());
    for (auto number = before.first(); number < before.end(); ++number) {
        QVERIFY(isNumbered(before.at(number), number.value()));
    }
}

void LiveStoreTest::sharesNames()
{
    const auto bytesPerRecord = [](bool isShared) {
        LiveStore store(4U << 20);
        std::vector<Record> records(20'000);
        for (std::size_t i = 0; i < records.size(); ++i) {
            records[i].logger = std::string(100, 'l') + (isShared ? "" : std::to_string(i));
        }
        store.append(records);
        return double(store.stats().bytes) / double(records.size() - store.stats().evicted);
    };
    QVERIFY2(bytesPerRecord(true) < 60, qPrintable(QString::number(bytesPerRecord(true))));
    QVERIFY(bytesPerRecord(false) > 130);
}

void LiveStoreTest::readsWhileAppending()
{
    LiveStore store(1U << 20);
    std::atomic<bool> isDone = false;
    std::atomic<std::uint64_t> wrong = 0;
    std::thread reader([&] {
        RecordNumber lastEnd;
        while (!isDone) {
            const auto snapshot = store.snapshot();
            wrong += snapshot.end() < lastEnd ? 1 : 0;
            lastEnd = snapshot.end();
            const auto held = snapshot.end() - snapshot.first();
            // The newest records are the ones whose block is being written.
            const auto from = snapshot.first() + (held > 200 ? held - 200 : 0);
            for (auto number = from; number < snapshot.end(); ++number) {
                wrong += isNumbered(snapshot.at(number), number.value()) ? 0 : 1;
            }
            const auto stats = store.stats();
            wrong += stats.bytes > stats.byteBudget ? 1 : 0;
        }
    });
    for (std::uint64_t from = 0; from < 50'000; from += 50) {
        store.append(recordsOf(from, from + 50));
    }
    isDone = true;
    reader.join();
    QCOMPARE(wrong.load(), std::uint64_t(0));
    QVERIFY(store.stats().evicted > 0);
}

void LiveStoreTest::readsWhatIsCompressedMeanwhile()
{
    LiveStore store(1U << 20);
    std::atomic<bool> isDone = false;
    std::atomic<std::uint64_t> wrong = 0;
    const auto query =
        CompiledQuery::compile(queryOf(TextTerm{.text = {.text = "padding"}})).value();
    const auto read = [&] {
        LiveSnapshot old;
        do {
            const auto snapshot = isDone ? store.snapshot() : std::exchange(old, store.snapshot());
            for (auto number = snapshot.first(); number < snapshot.end(); number = number + 7) {
                wrong += isNumbered(snapshot.at(number), number.value()) ? 0 : 1;
            }
            std::uint64_t found = 0;
            found += LiveQueryOperation(snapshot, query, {}, {}, 1).run({}).value().size();
            wrong += found == snapshot.end() - snapshot.first() ? 0 : 1;
        } while (!isDone);
    };
    std::thread reader(read);
    std::thread other(read);
    for (std::uint64_t from = 0; from < 30'000; from += 50) {
        store.append(recordsOf(from, from + 50));
    }
    isDone = true;
    reader.join();
    other.join();
    QCOMPARE(wrong.load(), std::uint64_t(0));
    QVERIFY(store.stats().compressedRecords > 0);
}

void LiveStoreTest::takesSeveralAppenders()
{
    LiveStore store;
    std::vector<std::thread> appenders;
    for (int i = 0; i < 3; ++i) {
        appenders.emplace_back([&store] {
            for (std::uint64_t from = 0; from < 3000; from += 30) {
                store.append(recordsOf(from, from + 30));
            }
        });
    }
    for (auto &appender : appenders) {
        appender.join();
    }
    const auto snapshot = store.snapshot();
    QCOMPARE(snapshot.end(), RecordNumber(9000));
    QCOMPARE(store.stats().evicted, std::uint64_t(0));
}

QTEST_APPLESS_MAIN(LiveStoreTest)
#include "tst_livestore.moc"
