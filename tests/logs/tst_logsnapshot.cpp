// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/filelogsnapshot.h"
#include "logs/indexoperation.h"

#include "samplelog.h"

#include <QTest>

#include <mutex>

using namespace foretop;
using namespace foretop::logs;

namespace {

/// One fixed moment, so that times without a year are always the same.
std::shared_ptr<const Clock> fixedClock()
{
    return std::make_shared<ManualClock>(wallTimeFromMs(1'710'000'000'000));
}

std::shared_ptr<const FileLogSnapshot> snapshotOf(const SampleFile &stored)
{
    const auto file = LogFile::open(stored.path()).value();
    const auto rules = detectLineRules(*file, fixedClock()).value();
    const auto index = std::make_shared<LineIndex>();
    if (!IndexOperation(file, index, rules).run({})) {
        qFatal("cannot index");
    }
    return std::make_shared<FileLogSnapshot>(file, index->view(), rules, "app");
}

struct Shown
{
    RecordKind kind = RecordKind::Log;
    Level level = Level::Unknown;
    std::string raw;
    bool operator==(const Shown &) const = default;
};

std::map<RecordNumber, Shown> visited(const LogSnapshot &snapshot, RecordRange range,
                                      const RecordSet *within, unsigned workers)
{
    std::map<RecordNumber, Shown> shown;
    std::mutex mutex;
    const auto done =
        snapshot.visit(range, within, workers, {}, [&](unsigned worker, const auto &run) {
            const std::lock_guard lock(mutex);
            for (std::size_t i = 0; i < run.size(); ++i) {
                const bool isFine = worker < workers && run[i].origin == 0 &&
                                    (i == 0 || run[i - 1].number < run[i].number) &&
                                    !shown.contains(run[i].number);
                shown[isFine ? run[i].number : RecordNumber(~0ULL)] = {run[i].kind, run[i].level,
                                                                       std::string(run[i].raw)};
            }
        });
    return done ? shown : std::map<RecordNumber, Shown>();
}

/// What visited() should tell of all records.
std::map<RecordNumber, Shown> recordsOf(const LogSnapshot &snapshot)
{
    std::map<RecordNumber, Shown> shown;
    for (auto number = snapshot.first(); number < snapshot.end(); ++number) {
        auto record = snapshot.record(number);
        shown[number] = {record.kind, record.level, std::move(record.raw)};
    }
    return shown;
}

std::map<RecordNumber, Shown> within(std::map<RecordNumber, Shown> shown, RecordRange range,
                                     const RecordSet *some)
{
    std::erase_if(shown, [&](const auto &entry) {
        return entry.first < range.first || entry.first >= range.end ||
               (some != nullptr && !some->contains(entry.first));
    });
    return shown;
}

RecordRange all(const LogSnapshot &snapshot)
{
    return {snapshot.first(), snapshot.end()};
}

} // namespace

class LogSnapshotTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRecords();
    void readsAnyEncoding();
    void cutsHugeRecords();
    void visitsWhatRecordsAre_data();
    void visitsWhatRecordsAre();
    void visitsHugeRecords();
    void stopsAVisit();
    void tellsWhatWasCut();
    void knowsTimesOfRuns_data();
    void knowsTimesOfRuns();
    void readsTimes_data();
    void readsTimes();
    void findsTimes();
    void isOfNothing();
};

void LogSnapshotTest::readsRecords()
{
    const SampleFile stored("{\"level\":\"error\",\"message\":\"lost\",\"status\":500}\r\n"
                            "stray text\n"
                            "{\"level\":\"info\",\"message\":\"found\",\"a\":{\"b\":1}}\n");
    const auto snapshot = snapshotOf(stored);
    QCOMPARE(snapshot->end(), RecordNumber(3));
    QCOMPARE(snapshot->originCount(), std::size_t(1));
    QCOMPARE(snapshot->originName(0), std::string_view("app"));
    QCOMPARE(snapshot->rules(0).kind, LineKind::Json);
    const auto record = snapshot->record(RecordNumber(0));
    QCOMPARE(record.level, Level::Error);
    QCOMPARE(record.message, std::string("lost"));
    QCOMPARE(record.source, std::string("app"));
    QVERIFY(record.raw.ends_with('}'));
    QCOMPARE(snapshot->record(RecordNumber(1)).message, std::string("stray text"));
    QCOMPARE(snapshot->fields(RecordNumber(2)).back(), (Field{"a.b", "1"}));
    QCOMPARE(snapshot->levelOf(RecordNumber(2)), Level::Info);
    QCOMPARE(snapshot->levels()[static_cast<std::size_t>(Level::Error)], std::uint64_t(1));
}

void LogSnapshotTest::readsAnyEncoding()
{
    const SampleFile latin("caf\xE9 one\nplain\nna\xEFve\n");
    const auto fromLatin = snapshotOf(latin);
    QCOMPARE(fromLatin->record(RecordNumber(0)).raw, std::string("caf\xC3\xA9 one"));
    QVERIFY(visited(*fromLatin, all(*fromLatin), nullptr, 1) == recordsOf(*fromLatin));

    const SampleFile utf8("\xEF\xBB\xBF" + std::string("caf\xC3\xA9 \xFF\n") +
                          std::string("nul \0 here\r\n", 12) +
                          "{\"message\":\"bad \xFE byte\"}\n\x1b[31mred\x1b[0m\n");
    const auto fromUtf8 = snapshotOf(utf8);
    QCOMPARE(fromUtf8->record(RecordNumber(0)).raw, std::string("caf\xC3\xA9 \\xFF"));
    QCOMPARE(fromUtf8->record(RecordNumber(1)).raw, std::string("nul \0 here", 10));
    QCOMPARE(fromUtf8->record(RecordNumber(2)).raw,
             std::string("{\"message\":\"bad \\\\xFE byte\"}"));
    QCOMPARE(fromUtf8->record(RecordNumber(3)).message, std::string("red"));
    QVERIFY(visited(*fromUtf8, all(*fromUtf8), nullptr, 1) == recordsOf(*fromUtf8));
}

void LogSnapshotTest::cutsHugeRecords()
{
    // A character lies across the cut.
    std::string line(kMaxRecordBytes - 1, 'x');
    line += "\xE2\x82\xAC and on";
    const SampleFile stored("first\n" + line + std::string(3'000'000, 'y') + "\nlast\n");
    const auto snapshot = snapshotOf(stored);
    QCOMPARE(snapshot->end(), RecordNumber(3));
    const auto record = snapshot->record(RecordNumber(1));
    QCOMPARE(record.raw, std::string(kMaxRecordBytes - 1, 'x'));
    QCOMPARE(record.message.size(), kMaxRecordBytes);
    QVERIFY(record.message.ends_with(" [cut: 3000010 bytes over the limit of 1048576]"));
    QVERIFY(visited(*snapshot, all(*snapshot), nullptr, 2) == recordsOf(*snapshot));
}

void LogSnapshotTest::visitsWhatRecordsAre_data()
{
    QTest::addColumn<SampleKind>("kind");
    QTest::newRow("JSON") << SampleKind::Json;
    QTest::newRow("varied JSON") << SampleKind::Varied;
    QTest::newRow("text") << SampleKind::Text;
    QTest::newRow("plain") << SampleKind::Plain;
}

void LogSnapshotTest::visitsWhatRecordsAre()
{
    QFETCH(SampleKind, kind);
    for (unsigned seed = 1; seed <= 3; ++seed) {
        SampleLog log(kind, seed);
        const SampleFile stored(log.text(seed == 1 ? 4'500'000 : 300'000));
        const auto snapshot = snapshotOf(stored);
        const auto count = static_cast<unsigned>(snapshot->end().value());
        const auto expected = recordsOf(*snapshot);
        RecordSet some;
        for (unsigned number = 0; number < count; number += 1 + log.below(seed == 2 ? 3 : 900)) {
            some.add(RecordNumber(number));
        }
        const auto first = RecordNumber(log.below(count));
        for (const auto range : {all(*snapshot), RecordRange{first, snapshot->end()},
                                 RecordRange{first, first + (count - first.value()) / 2}}) {
            QVERIFY(visited(*snapshot, range, nullptr, 2) == within(expected, range, nullptr));
            QVERIFY(visited(*snapshot, range, &some, 3) == within(expected, range, &some));
        }
    }
}

void LogSnapshotTest::visitsHugeRecords()
{
    const SampleFile stored(std::string(5'000'000, 'x') + "\nsmall\n" +
                            std::string(LogFile::kReadBlock, 'y') + "\n" +
                            std::string(LogFile::kReadBlock + 1, 'z') + "\n\n");
    const auto snapshot = snapshotOf(stored);
    const auto shown = visited(*snapshot, all(*snapshot), nullptr, 2);
    QCOMPARE(shown.size(), std::size_t(5));
    QVERIFY(shown == recordsOf(*snapshot));
}

void LogSnapshotTest::stopsAVisit()
{
    const SampleFile stored(SampleLog(SampleKind::Json, 5).text(9'000'000));
    const auto snapshot = snapshotOf(stored);
    std::stop_source stop;
    int runs = 0;
    const auto done = snapshot->visit(all(*snapshot), nullptr, 1, stop.get_token(),
                                      [&](unsigned, const auto &) {
                                          ++runs;
                                          stop.request_stop();
                                      },
                                      {});
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
    QCOMPARE(runs, 1);
}

void LogSnapshotTest::tellsWhatWasCut()
{
    SampleFile stored("first line\nsecond line\nthird line\n");
    const auto snapshot = snapshotOf(stored);
    stored.cut(15);
    QCOMPARE(snapshot->record(RecordNumber(0)).raw, std::string("first line"));
    const auto gone = snapshot->record(RecordNumber(1));
    QCOMPARE(gone.kind, RecordKind::Gap);
    QCOMPARE(gone.message, std::string("record 2: not there any more: the file was cut"));
    QVERIFY(snapshot->fields(RecordNumber(1)).empty());
    const auto shown = visited(*snapshot, all(*snapshot), nullptr, 1);
    QCOMPARE(shown.size(), std::size_t(3));
    QCOMPARE(shown.at(RecordNumber(0)).raw, std::string("first line"));
    QCOMPARE(shown.at(RecordNumber(1)).kind, RecordKind::Gap);
    QCOMPARE(shown.at(RecordNumber(2)).kind, RecordKind::Gap);
}

void LogSnapshotTest::knowsTimesOfRuns_data()
{
    QTest::addColumn<SampleKind>("kind");
    QTest::newRow("JSON") << SampleKind::Json;
    QTest::newRow("Unix times") << SampleKind::Zap;
    QTest::newRow("text") << SampleKind::Text;
    QTest::newRow("syslog") << SampleKind::Syslog;
    QTest::newRow("plain") << SampleKind::Plain;
}

void LogSnapshotTest::knowsTimesOfRuns()
{
    QFETCH(SampleKind, kind);
    const SampleFile stored(SampleLog(kind, 7).text(5'000'000));
    const auto snapshot = snapshotOf(stored);
    auto next = snapshot->first();
    for (const auto &run : snapshot->timedRuns()) {
        QCOMPARE(run.range.first, next);
        QVERIFY(run.range.first < run.range.end);
        for (; next < run.range.end; ++next) {
            const auto time = snapshot->record(next).time;
            QVERIFY(time ? *run.times.earliest <= *time && *time <= *run.times.latest
                         : run.times.hasUntimed);
        }
    }
    QCOMPARE(next, snapshot->end());
}

void LogSnapshotTest::readsTimes_data()
{
    knowsTimesOfRuns_data();
}

void LogSnapshotTest::readsTimes()
{
    QFETCH(SampleKind, kind);
    SampleLog log(kind, 8);
    const SampleFile stored(log.text(5'000'000));
    const auto snapshot = snapshotOf(stored);
    const RecordRange range{RecordNumber(log.below(500)), snapshot->end()};
    std::vector<std::optional<WallTime>> times{std::nullopt};
    snapshot->readTimes(range, times);
    QCOMPARE(times.size(), static_cast<std::size_t>(range.end - range.first) + 1);
    for (auto number = range.first; number < range.end; ++number) {
        QVERIFY(times[1 + static_cast<std::size_t>(number - range.first)] ==
                snapshot->record(number).time);
    }
}

void LogSnapshotTest::findsTimes()
{
    SampleLog log(SampleKind::Text, 9);
    const SampleFile stored(log.text(3'000'000));
    const auto snapshot = snapshotOf(stored);
    std::vector<std::optional<WallTime>> times;
    snapshot->readTimes(all(*snapshot), times);
    for (int round = 0; round < 30; ++round) {
        const auto &at = times[log.below(static_cast<unsigned>(times.size()))];
        const auto wanted = at.value_or(WallTime());
        const auto found = std::ranges::find_if(
            times, [wanted](const auto &time) { return time && *time >= wanted; });
        QCOMPARE(snapshot->firstFrom(wanted).value(),
                 static_cast<std::uint64_t>(found - times.begin()));
    }
    QCOMPARE(snapshot->firstFrom(WallTime::max()), snapshot->end());
}

void LogSnapshotTest::isOfNothing()
{
    const SampleFile stored("");
    const auto snapshot = snapshotOf(stored);
    QCOMPARE(snapshot->end(), RecordNumber(0));
    QVERIFY(snapshot->timedRuns().empty());
    QVERIFY(visited(*snapshot, all(*snapshot), nullptr, 2).empty());
    QCOMPARE(snapshot->firstFrom({}), RecordNumber(0));
}

QTEST_GUILESS_MAIN(LogSnapshotTest)
#include "tst_logsnapshot.moc"
