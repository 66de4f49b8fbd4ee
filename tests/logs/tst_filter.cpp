// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/filter.h"

#include <QTest>

using namespace foretop;
using namespace foretop::logs;

namespace {

constexpr std::int64_t kStartMs = 1'700'000'000'000;

/// Records of all levels in turn, a second apart; each tenth is a gap, each eleventh has no time.
std::vector<Record> mixedRecords(std::size_t count)
{
    std::vector<Record> records(count);
    for (std::size_t i = 0; i < count; ++i) {
        auto &record = records[i];
        record.kind = i % 10 == 9 ? RecordKind::Gap : RecordKind::Log;
        record.level = kLevels[i % kLevelCount];
        if (i % 11 != 0) {
            record.time = wallTimeFromMs(kStartMs + std::int64_t(i) * 1000);
        }
        record.message = "line\n" + std::to_string(i);
        record.raw = "{\"msg\":\"Line\\n" + std::to_string(i) + "\"}";
    }
    return records;
}

struct Run
{
    std::vector<RecordNumber> matches;
    std::vector<RecordNumber> searchedUpTo;
    bool isComplete = false;
};

Run runOf(const FilterOperation &operation)
{
    Run run;
    run.isComplete = operation.run({}, [&run](auto matches, auto upTo) {
        run.matches.insert(run.matches.end(), matches.begin(), matches.end());
        run.searchedUpTo.push_back(upTo);
    });
    return run;
}

} // namespace

class FilterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void searchesLikeItMatches_data();
    void searchesLikeItMatches();
    void comesInBatches();
    void startsWhereItIsTold();
    void skipsWhatIsEvicted();
    void stops();
};

void FilterTest::matches_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isMatch");
    QTest::newRow("empty") << QByteArray() << true;
    QTest::newRow("in any case") << QByteArray("ERROR") << true;
    QTest::newRow("a member") << QByteArray("\"status\":500") << true;
    QTest::newRow("unescaped, in the message") << QByteArray("say \"Hi\"") << true;
    QTest::newRow("escaped, in raw") << QByteArray("\\\"hi\\\"") << true;
    QTest::newRow("absent") << QByteArray("warning") << false;
    QTest::newRow("longer than all") << QByteArray(500, 'e') << false;
}

void FilterTest::matches()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isMatch);
    RecordView record;
    record.level = Level::Error;
    record.time = wallTimeFromMs(kStartMs);
    record.message = "say \"hi\"";
    record.raw = R"({"level":"error","status":500,"msg":"say \"hi\""})";
    Filter filter;
    filter.text = text.toStdString();
    QCOMPARE(filter.matches(record), isMatch);
    filter.until = wallTimeFromMs(kStartMs);
    QCOMPARE(filter.matches(record), isMatch);
    filter.until = wallTimeFromMs(kStartMs - 1);
    QVERIFY(!filter.matches(record));
    record.time.reset();
    QCOMPARE(filter.matches(record), isMatch);
    filter.levels = LevelMask::all().with(Level::Error, false);
    QVERIFY(!filter.matches(record));
    record.kind = RecordKind::Gap;
    QVERIFY(filter.matches(record));
}

void FilterTest::searchesLikeItMatches_data()
{
    QTest::addColumn<int>("leastLevel");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("untilSecond");
    QTest::newRow("all") << 0 << QByteArray() << -1;
    QTest::newRow("level") << int(Level::Warning) << QByteArray() << -1;
    QTest::newRow("text") << 0 << QByteArray("LINE\\N77") << -1;
    QTest::newRow("text of the message") << 0 << QByteArray("line\n42") << -1;
    QTest::newRow("until") << 0 << QByteArray() << 12'345;
    QTest::newRow("together") << int(Level::Error) << QByteArray("9") << 15'000;
}

void FilterTest::searchesLikeItMatches()
{
    QFETCH(int, leastLevel);
    QFETCH(QByteArray, text);
    QFETCH(int, untilSecond);
    Filter filter;
    filter.levels = LevelMask::from(Level(leastLevel));
    filter.text = text.toStdString();
    if (untilSecond >= 0) {
        filter.until = wallTimeFromMs(kStartMs + untilSecond * 1000LL);
    }
    LiveStore store;
    store.append(mixedRecords(20'000));
    const auto snapshot = store.snapshot();
    std::vector<RecordNumber> expected;
    for (auto number = snapshot.first(); number < snapshot.end(); ++number) {
        if (filter.matches(snapshot.at(number))) {
            expected.push_back(number);
        }
    }
    const auto run = runOf(FilterOperation(snapshot, filter, RecordNumber(0)));
    QVERIFY(run.isComplete);
    QVERIFY(!expected.empty());
    QVERIFY(run.matches == expected);
}

void FilterTest::comesInBatches()
{
    LiveStore store;
    store.append(mixedRecords(40'000));
    const auto run = runOf(FilterOperation(store.snapshot(), {}, RecordNumber(0)));
    QCOMPARE(run.matches.size(), std::size_t(40'000));
    const std::vector expected = {RecordNumber(16'384), RecordNumber(32'768), RecordNumber(40'000)};
    QVERIFY(run.searchedUpTo == expected);
}

void FilterTest::startsWhereItIsTold()
{
    LiveStore store;
    store.append(mixedRecords(5000));
    const auto run = runOf(FilterOperation(store.snapshot(), {}, RecordNumber(4990)));
    QCOMPARE(run.matches.size(), std::size_t(10));
    QCOMPARE(run.matches.front(), RecordNumber(4990));
    const auto atEnd = runOf(FilterOperation(store.snapshot(), {}, RecordNumber(5000)));
    QVERIFY(atEnd.isComplete && atEnd.searchedUpTo.empty());
    QVERIFY(runOf(FilterOperation({}, {}, RecordNumber(0))).isComplete);
}

void FilterTest::skipsWhatIsEvicted()
{
    LiveStore store(64U << 10);
    store.append(mixedRecords(5000));
    const auto snapshot = store.snapshot();
    QVERIFY(snapshot.first() > RecordNumber(0));
    const auto run = runOf(FilterOperation(snapshot, {}, RecordNumber(0)));
    QCOMPARE(run.matches.front(), snapshot.first());
    QCOMPARE(run.matches.size(), snapshot.end() - snapshot.first());
}

void FilterTest::stops()
{
    LiveStore store;
    store.append(mixedRecords(40'000));
    const FilterOperation operation(store.snapshot(), {}, RecordNumber(0));
    std::stop_source source;
    int batches = 0;
    const bool isComplete = operation.run(source.get_token(), [&](auto, auto) {
        ++batches;
        source.request_stop();
    });
    QVERIFY(!isComplete);
    QCOMPARE(batches, 1);
}

QTEST_APPLESS_MAIN(FilterTest)
#include "tst_filter.moc"
