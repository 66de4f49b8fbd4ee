// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/filelogsnapshot.h"
#include "logs/indexoperation.h"
#include "logs/livelogsnapshot.h"
#include "logs/logmerge.h"
#include "logs/mergedlogsnapshot.h"
#include "logs/originnames.h"
#include "logs/queryparser.h"

#include "memorysnapshot.h"
#include "samplelog.h"

#include <QTest>

#include <mutex>

using namespace foretop;
using namespace foretop::logs;

namespace {

constexpr std::int64_t kStart = 1'700'000'000'000;

struct Place
{
    std::size_t origin = 0;
    RecordNumber record;
    bool operator==(const Place &) const = default;
};

/// The order that a merge must have, sorted plainly.
std::vector<Place> sorted(const std::vector<LogSnapshotPtr> &logs)
{
    struct Keyed
    {
        WallTime key;
        Place place;
    };
    std::vector<Keyed> all;
    for (std::size_t origin = 0; origin < logs.size(); ++origin) {
        auto latest = WallTime::min();
        for (auto number = logs[origin]->first(); number < logs[origin]->end(); ++number) {
            latest = std::max(latest, logs[origin]->record(number).time.value_or(latest));
            all.push_back({latest, {origin, number}});
        }
    }
    std::ranges::stable_sort(all, {}, &Keyed::key);
    std::vector<Place> places;
    for (const auto &keyed : all) {
        places.push_back(keyed.place);
    }
    return places;
}

std::vector<Place> placesIn(const MergedLogSnapshot &merged)
{
    std::vector<Place> places;
    for (auto number = merged.first(); number < merged.end(); ++number) {
        const auto place = merged.placeOf(number);
        places.push_back({place.origin, place.record});
    }
    return places;
}

std::shared_ptr<const MergedLogSnapshot> merge(const std::vector<LogSnapshotPtr> &logs,
                                               const LogSnapshotPtr &earlier = {})
{
    auto merged = LogMerge::merge(logs, earlier, {}, {}, 2);
    return merged ? std::dynamic_pointer_cast<const MergedLogSnapshot>(*merged) : nullptr;
}

LogSnapshotPtr snapshotOf(const SampleFile &stored, std::string name)
{
    const auto clock = std::make_shared<ManualClock>(wallTimeFromMs(1'710'000'000'000));
    const auto file = LogFile::open(stored.path()).value();
    const auto rules = detectLineRules(*file, clock).value();
    const auto index = std::make_shared<LineIndex>();
    if (!IndexOperation(file, index, rules).run({})) {
        qFatal("cannot index");
    }
    return std::make_shared<FileLogSnapshot>(file, index->view(), rules, std::move(name));
}

/// Random records whose times mostly ascend.
class Records
{
public:
    explicit Records(unsigned seed)
        : m_random(seed)
    {
    }

    unsigned below(unsigned limit) { return m_random() % limit; }
    Record next(unsigned step)
    {
        Record record;
        m_ms += below(step);
        if (below(8) != 0) {
            record.time = wallTimeFromMs(below(20) == 0 ? m_ms - below(50'000) : m_ms);
        }
        record.level = kLevels[below(kLevelCount)];
        record.source = "feed";
        record.message = record.raw = "record " + std::to_string(m_count++);
        return record;
    }
    void skip(std::int64_t ms) { m_ms += ms; }

private:
    std::mt19937 m_random;
    std::int64_t m_ms = kStart;
    std::uint64_t m_count = 0;
};

std::shared_ptr<MemorySnapshot> memoryLog(Records &records, unsigned count, unsigned step,
                                          std::size_t runSize)
{
    auto log = std::make_shared<MemorySnapshot>(LineRules{}, RecordNumber(records.below(3) * 100));
    log->setRunSize(runSize);
    for (unsigned i = 0; i < count; ++i) {
        log->add(records.next(step));
    }
    return log;
}

void append(LiveStore &store, Records &records, unsigned count, unsigned step)
{
    std::vector<Record> batch;
    for (unsigned i = 0; i < count; ++i) {
        batch.push_back(records.next(step));
    }
    store.append(batch);
}

} // namespace

class LogMergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mergesByTime_data();
    void mergesByTime();
    void mergesFiles();
    void findsPlacesBothWays();
    void goesOn_data();
    void goesOn();
    void beginsAnewWithOtherLogs();
    void movesOnWhenTheFrontIsDropped();
    void keepsGapsBetweenOthers();
    void searches_data();
    void searches();
    void visits();
    void mergesMerges();
    void findsTimes();
    void tellsWhatIsWrong();
    void namesLogs_data();
    void namesLogs();
};

void LogMergeTest::mergesByTime_data()
{
    QTest::addColumn<int>("logs");
    QTest::addColumn<int>("records");
    QTest::addColumn<int>("runSize");
    QTest::addColumn<int>("apart");
    QTest::newRow("none") << 0 << 0 << 0 << 0;
    QTest::newRow("one") << 1 << 5000 << 100 << 0;
    QTest::newRow("empty ones") << 3 << 0 << 10 << 0;
    QTest::newRow("two") << 2 << 9000 << 256 << 0;
    QTest::newRow("two, times not told") << 2 << 5000 << 0 << 0;
    QTest::newRow("tiny runs") << 3 << 3000 << 1 << 0;
    QTest::newRow("large runs") << 3 << 6000 << 5000 << 0;
    QTest::newRow("one after the other") << 4 << 3000 << 100 << 2'000'000;
    QTest::newRow("a little overlap") << 4 << 3000 << 100 << 700'000;
    QTest::newRow("many") << 255 << 60 << 7 << 0;
}

void LogMergeTest::mergesByTime()
{
    QFETCH(int, logs);
    QFETCH(int, records);
    QFETCH(int, runSize);
    QFETCH(int, apart);
    for (unsigned seed = 1; seed <= 2; ++seed) {
        std::vector<LogSnapshotPtr> all;
        LevelCounts levels{};
        for (int i = 0; i < logs; ++i) {
            Records made(seed * 1000 + static_cast<unsigned>(i));
            made.skip(std::int64_t{apart} * i);
            const auto log = memoryLog(made, static_cast<unsigned>(records), seed == 1 ? 3 : 500,
                                       static_cast<std::size_t>(runSize));
            std::ranges::transform(levels, log->levels(), levels.begin(), std::plus<>());
            all.push_back(log);
        }
        const auto merged = merge(all);
        QVERIFY(merged);
        QCOMPARE(merged->originCount(), all.size());
        QCOMPARE(merged->levels(), levels);
        QVERIFY(placesIn(*merged) == sorted(all));
        auto next = merged->first();
        for (const auto &run : merged->timedRuns()) {
            QCOMPARE(run.range.first, next);
            for (; next < run.range.end; ++next) {
                const auto time = merged->record(next).time;
                QVERIFY(time ? *run.times.earliest <= *time && *time <= *run.times.latest
                             : run.times.hasUntimed);
            }
        }
        QCOMPARE(next, merged->end());
    }
}

void LogMergeTest::mergesFiles()
{
    const SampleFile json(SampleLog(SampleKind::Json, 1).text(3'000'000));
    const SampleFile text(SampleLog(SampleKind::Text, 2).text(5'000'000));
    const SampleFile unix(SampleLog(SampleKind::Zap, 3).text(500'000));
    const SampleFile plain(SampleLog(SampleKind::Plain, 4).text(10'000));
    const std::vector<LogSnapshotPtr> logs{
        snapshotOf(json, "/a/app.log"), snapshotOf(text, "/b/app.log"),
        snapshotOf(unix, "/b/zap.log"), snapshotOf(plain, "/plain.log")};
    const auto merged = merge(logs);
    QVERIFY(merged);
    QVERIFY(placesIn(*merged) == sorted(logs));
    QCOMPARE(merged->originName(1), std::string_view("b/app.log"));
    QCOMPARE(merged->originName(2), std::string_view("zap.log"));
    QCOMPARE(merged->rules(0).kind, LineKind::Json);
    const auto number = merged->numberOf(1, RecordNumber(10));
    QCOMPARE(merged->record(number).raw, logs[1]->record(RecordNumber(10)).raw);
    QCOMPARE(merged->record(number).source, std::string("b/app.log"));
    QCOMPARE(merged->originOf(number), std::size_t(1));
    QCOMPARE(merged->levelOf(number), logs[1]->levelOf(RecordNumber(10)));
    QCOMPARE(merged->bytesOf(number)->range, logs[1]->bytesOf(RecordNumber(10))->range);
}

void LogMergeTest::findsPlacesBothWays()
{
    Records one(1);
    Records other(2);
    const std::vector<LogSnapshotPtr> logs{memoryLog(one, 9000, 300, 100),
                                           memoryLog(other, 5000, 700, 100)};
    const auto merged = merge(logs);
    for (auto number = merged->first(); number < merged->end(); ++number) {
        const auto place = merged->placeOf(number);
        QCOMPARE(merged->numberOf(place.origin, place.record), number);
    }
    QCOMPARE(merged->numberOf(0, logs[0]->end()), merged->end());
}

void LogMergeTest::goesOn_data()
{
    QTest::addColumn<int>("skew");
    QTest::newRow("together") << 0;
    QTest::newRow("some come a little late") << 3'000;
    QTest::newRow("some come very late") << 200'000;
}

void LogMergeTest::goesOn()
{
    QFETCH(int, skew);
    for (unsigned seed = 1; seed <= 3; ++seed) {
        std::array<LiveStore, 3> stores;
        std::array<Records, 3> made{Records(seed), Records(seed + 100), Records(seed + 200)};
        made[1].skip(-skew);
        Records choice(seed);
        LogSnapshotPtr earlier;
        for (int round = 0; round < 12; ++round) {
            std::vector<LogSnapshotPtr> logs;
            for (std::size_t i = 0; i < stores.size(); ++i) {
                if (choice.below(3) != 0) {
                    append(stores[i], made[i], choice.below(800), 500);
                }
                logs.push_back(std::make_shared<LiveLogSnapshot>(stores[i]));
            }
            const auto merged = merge(logs, earlier);
            QVERIFY(merged);
            QVERIFY(placesIn(*merged) == sorted(logs));
            if (earlier) {
                const auto &before = dynamic_cast<const MergedLogSnapshot &>(*earlier);
                const auto shared = LogMerge::sharedEnd(*merged, before);
                for (auto number = before.first(); number < shared; ++number) {
                    QCOMPARE(merged->placeOf(number).origin, before.placeOf(number).origin);
                    QCOMPARE(merged->placeOf(number).record, before.placeOf(number).record);
                }
                QCOMPARE(merged->continues(before), shared == before.end());
                QVERIFY(skew > 3'000 || before.end().value() < 10'000 || shared > before.first());
            }
            earlier = merged;
        }
    }
}

void LogMergeTest::beginsAnewWithOtherLogs()
{
    LiveStore one;
    LiveStore other;
    Records made(1);
    append(one, made, 5000, 100);
    append(other, made, 5000, 100);
    const LogSnapshotPtr first = std::make_shared<LiveLogSnapshot>(one);
    const LogSnapshotPtr second = std::make_shared<LiveLogSnapshot>(other);
    const auto earlier = merge({first, second});
    for (const auto &logs : {std::vector{second, first}, std::vector{first}}) {
        const auto merged = merge(logs, earlier);
        QVERIFY(placesIn(*merged) == sorted(logs));
        QVERIFY(!merged->continues(*earlier));
        QCOMPARE(LogMerge::sharedEnd(*merged, *earlier), earlier->first());
    }
    QVERIFY(merge({first, second}, earlier)->continues(*earlier));
}

void LogMergeTest::movesOnWhenTheFrontIsDropped()
{
    LiveStore dropping(LiveStore::kLeastByteBudget);
    LiveStore keeping;
    Records made(1);
    append(dropping, made, 100, 100);
    LogSnapshotPtr earlier;
    for (int round = 0; round < 20; ++round) {
        append(keeping, made, 10, 100);
        append(dropping, made, 300, 100);
        const std::vector<LogSnapshotPtr> logs{std::make_shared<LiveLogSnapshot>(dropping),
                                               std::make_shared<LiveLogSnapshot>(keeping)};
        const auto merged = merge(logs, earlier);
        QVERIFY(!earlier || LogMerge::sharedEnd(*merged, *earlier) > earlier->first());
        for (auto number = merged->first(); number < merged->end(); ++number) {
            const auto place = merged->placeOf(number);
            const auto &log = *logs[place.origin];
            if (place.record >= log.first()) {
                QCOMPARE(merged->record(number).message, log.record(place.record).message);
            } else {
                QCOMPARE(merged->record(number).kind, RecordKind::Gap);
                QVERIFY(number > merged->first());
            }
        }
        earlier = merged;
    }
    QVERIFY(earlier->end() - earlier->first() < 6'500);
}

void LogMergeTest::keepsGapsBetweenOthers()
{
    Records made(1);
    const auto old = memoryLog(made, 100, 100, 10);
    LiveStore dropping(LiveStore::kLeastByteBudget);
    append(dropping, made, 50, 100);
    const auto live = std::make_shared<LiveLogSnapshot>(dropping);
    const auto earlier = merge({old, live});
    append(dropping, made, 5000, 100);
    const std::vector<LogSnapshotPtr> logs{old, std::make_shared<LiveLogSnapshot>(dropping)};
    const auto merged = merge(logs, earlier);
    // What was dropped before it was merged leaves no place.
    QVERIFY(placesIn(*merged) == sorted(logs));
    int visited = 0;
    QVERIFY(merged->visit(
        {merged->first(), merged->end()}, nullptr, 1, {},
        [&visited](unsigned, const auto &run) { visited += static_cast<int>(run.size()); }, {}));
    int held = 0;
    for (auto number = merged->first(); number < merged->end(); ++number) {
        held += merged->record(number).kind == RecordKind::Log ? 1 : 0;
    }
    QCOMPARE(visited, held);
}

void LogMergeTest::searches_data()
{
    QTest::addColumn<QString>("query");
    QTest::newRow("all") << QString();
    QTest::newRow("word") << QStringLiteral("timeout");
    QTest::newRow("regex") << QStringLiteral("/user\\d+/");
    QTest::newRow("level") << QStringLiteral("level>=error");
    QTest::newRow("source") << QStringLiteral("source:text.log -cache");
    QTest::newRow("not") << QStringLiteral("-cache");
    QTest::newRow("file") << QStringLiteral("source:text.log");
    QTest::newRow("feed") << QStringLiteral("source:feed or level:critical");
    QTest::newRow("none") << QStringLiteral("\"is nowhere\"");
}

void LogMergeTest::searches()
{
    QFETCH(QString, query);
    const SampleFile json(SampleLog(SampleKind::Json, 1).text(150'000));
    const SampleFile text(SampleLog(SampleKind::Text, 2).text(150'000));
    LiveStore store;
    Records made(3);
    append(store, made, 3000, 1'000'000);
    const auto merged = merge({snapshotOf(json, "/x/json.log"), snapshotOf(text, "/x/text.log"),
                               std::make_shared<LiveLogSnapshot>(store)});
    const auto parsed = parseQuery(query.toStdString(), {.now = {}, .zone = {}}).value();
    const auto compiled = CompiledQuery::compile(parsed).value();
    RecordSet expected;
    for (auto number = merged->first(); number < merged->end(); ++number) {
        const auto record = merged->record(number);
        const RecordView view{.kind = record.kind,
                              .level = record.level,
                              .time = record.time,
                              .source = record.source,
                              .logger = record.logger,
                              .message = record.message,
                              .raw = record.raw};
        if (matchesQuery(parsed, view, merged->fields(number))) {
            expected.add(number);
        }
    }
    RecordSet within;
    Records choice(4);
    for (auto number = merged->first(); number < merged->end(); ++number) {
        if (choice.below(3) == 0) {
            within.add(number);
        }
    }
    for (const auto *const some : std::array<const RecordSet *, 2>{nullptr, &within}) {
        for (const auto from : {merged->first(), merged->first() + 3000}) {
            RecordSet wanted = expected;
            if (some != nullptr) {
                wanted &= *some;
            }
            RecordSet before;
            before.addRange(RecordNumber(0), from);
            wanted -= before;
            std::vector<RecordNumber> told;
            RecordNumber upTo;
            const auto found = merged->search(
                compiled, some, from, {},
                [&](MatchBatch batch) {
                    told.insert(told.end(), batch.matches.begin(), batch.matches.end());
                    upTo = batch.searchedUpTo;
                },
                2);
            QVERIFY(found);
            QVERIFY(*found == wanted);
            QVERIFY(told == wanted.between(merged->first(), merged->end()));
            QCOMPARE(upTo, merged->end());
        }
    }
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(merged->search(compiled, nullptr, {}, stop.get_token(), {}, 1).error().code,
             ErrorCode::Cancelled);
}

void LogMergeTest::visits()
{
    const SampleFile json(SampleLog(SampleKind::Json, 5).text(2'000'000));
    const SampleFile huge(SampleLog(SampleKind::Text, 6).text(50'000) +
                          std::string(3'000'000, 'x') + "\n");
    LiveStore store;
    Records made(7);
    append(store, made, 2000, 1'000'000);
    const auto merged = merge({snapshotOf(json, "json"), snapshotOf(huge, "huge"),
                               std::make_shared<LiveLogSnapshot>(store)});
    RecordSet within;
    for (auto number = merged->first(); number < merged->end();
         number = number + 1 + made.below(5)) {
        within.add(number);
    }
    for (const auto *const some : std::array<const RecordSet *, 2>{nullptr, &within}) {
        for (const unsigned workers : {1U, 3U}) {
            const RecordRange range{merged->first() + 17, RecordNumber(merged->end().value() - 5)};
            std::map<RecordNumber, std::pair<std::size_t, std::string>> seen;
            bool isAscending = true;
            std::mutex mutex;
            QVERIFY(merged->visit(
                range, some, workers, {},
                [&](unsigned, const auto &run) {
                    const std::lock_guard lock(mutex);
                    for (const auto &record : run) {
                        isAscending = isAscending && (workers > 1 || seen.empty() ||
                                                      seen.rbegin()->first < record.number);
                        seen[record.number] = {record.origin, std::string(record.raw)};
                        if (record.parsed) {
                            QCOMPARE(record.parsed->source, std::string_view("feed"));
                            QCOMPARE(record.parsed->message, record.raw);
                        }
                    }
                },
                {}));
            QVERIFY(isAscending);
            std::size_t count = 0;
            for (auto number = range.first; number < range.end; ++number) {
                if (some == nullptr || some->contains(number)) {
                    ++count;
                    QCOMPARE(seen[number].first, merged->originOf(number));
                    QVERIFY(seen[number].second == merged->record(number).raw);
                }
            }
            QCOMPARE(seen.size(), count);
        }
    }
}

void LogMergeTest::mergesMerges()
{
    Records one(1);
    Records other(2);
    Records third(3);
    const LogSnapshotPtr a = memoryLog(one, 6000, 300, 100);
    const LogSnapshotPtr b = memoryLog(other, 5000, 300, 100);
    const LogSnapshotPtr c = memoryLog(third, 5000, 300, 0);
    const LogSnapshotPtr inner = merge({a, b});
    const auto merged = merge({c, inner});
    QCOMPARE(merged->originCount(), std::size_t(3));
    QVERIFY(placesIn(*merged) == sorted({c, inner}));
    for (auto number = merged->first(); number < merged->end(); number = number + 97) {
        const auto place = merged->placeOf(number);
        QCOMPARE(merged->originOf(number),
                 place.origin == 0 ? 0 : 1 + inner->originOf(place.record));
    }
}

void LogMergeTest::findsTimes()
{
    Records one(1);
    Records other(2);
    const auto merged = merge({memoryLog(one, 2000, 300, 100), memoryLog(other, 2000, 300, 100)});
    for (int round = 0; round < 20; ++round) {
        const auto wanted = wallTimeFromMs(kStart + one.below(400'000));
        auto expected = merged->first();
        while (expected < merged->end() && !(merged->record(expected).time >= wanted)) {
            ++expected;
        }
        QCOMPARE(merged->firstFrom(wanted), expected);
    }
}

void LogMergeTest::tellsWhatIsWrong()
{
    Records made(1);
    const std::vector<LogSnapshotPtr> tooMany(LogMerge::kMostLogs + 1, memoryLog(made, 1, 1, 1));
    QCOMPARE(LogMerge::merge(tooMany, {}, {}).error().code, ErrorCode::TooLarge);
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(LogMerge::merge({tooMany[0]}, {}, stop.get_token()).error().code,
             ErrorCode::Cancelled);
}

void LogMergeTest::namesLogs_data()
{
    QTest::addColumn<QString>("names");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *names, const char *shown) {
        QTest::newRow(names) << QString::fromUtf8(names) << QString::fromUtf8(shown);
    };
    row("/var/log/app.log", "app.log");
    row("/var/log/app.log /var/log/db.log", "app.log db.log");
    row("/srv/a/app.log /srv/b/app.log /srv/db.log", "a/app.log b/app.log db.log");
    row("/srv/a/x/app.log /srv/b/x/app.log", "a/x/app.log b/x/app.log");
    row("app.log /app.log", "app.log /app.log");
    row("live live", "live live");
    row("a/app.log b/a/app.log", "a/app.log b/a/app.log");
}

void LogMergeTest::namesLogs()
{
    QFETCH(QString, names);
    QFETCH(QString, shown);
    std::vector<std::string> held;
    for (const auto &name : names.split(u' ')) {
        held.push_back(name.toStdString());
    }
    QStringList found;
    for (const auto &name : distinguishingNames({held.begin(), held.end()})) {
        found << QString::fromStdString(name);
    }
    QCOMPARE(found.join(u' '), shown);
}

QTEST_GUILESS_MAIN(LogMergeTest)
#include "tst_logmerge.moc"
