// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/histogram.h"

#include "memorysnapshot.h"
#include "samplelog.h"

#include <QTest>

#include <numeric>

using namespace foretop;
using namespace foretop::logs;
using namespace std::chrono_literals;

namespace {

constexpr std::int64_t kStart = 1'705'314'600'000;

/// Counted one by one.
Histogram counted(Histogram histogram, const LogSnapshot &snapshot, RecordRange range,
                  const RecordSet *within)
{
    for (auto number = range.first; number < range.end; ++number) {
        if (within != nullptr && !within->contains(number)) {
            continue;
        }
        const auto record = snapshot.record(number);
        const auto level = std::size_t(record.level);
        if (!record.time) {
            ++histogram.untimed;
        } else if (*record.time < histogram.from ||
                   *record.time >=
                       histogram.from + histogram.width * std::int64_t(histogram.buckets.size())) {
            ++histogram.outside;
        } else {
            ++histogram
                  .buckets[std::size_t((*record.time - histogram.from) / histogram.width)][level];
        }
    }
    return histogram;
}

std::uint64_t sumOf(const Histogram &histogram)
{
    std::uint64_t sum = 0;
    for (const auto &bucket : histogram.buckets) {
        sum = std::accumulate(bucket.begin(), bucket.end(), sum);
    }
    return sum;
}

Record timed(std::int64_t ms, Level level = Level::Info)
{
    Record record;
    record.level = level;
    record.time = wallTimeFromMs(ms);
    return record;
}

std::uint64_t bucketsOver(WallTime from, Milliseconds span, Milliseconds width)
{
    return std::uint64_t((from + span).time_since_epoch() / width -
                         from.time_since_epoch() / width + 1);
}

} // namespace

class HistogramTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesWithCounting_data();
    void agreesWithCounting();
    void countsLiveRecordsAsTheyCome();
    void readsOnlyWhatItMust();
    void findsTimeSpans();
    void choosesWidths_data();
    void choosesWidths();
    void makesRoomAtBothEnds();
    void growsExactly();
    void staysAsItWasWhenStopped();
};

void HistogramTest::agreesWithCounting_data()
{
    QTest::addColumn<SampleKind>("kind");
    QTest::addColumn<LineKind>("lines");
    QTest::newRow("json") << SampleKind::Json << LineKind::Json;
    QTest::newRow("level first, Unix time") << SampleKind::Zap << LineKind::Json;
    QTest::newRow("members in any order") << SampleKind::Varied << LineKind::Plain;
    QTest::newRow("text") << SampleKind::Text << LineKind::Plain;
    QTest::newRow("thread before the level") << SampleKind::Thread << LineKind::Plain;
    QTest::newRow("syslog") << SampleKind::Syslog << LineKind::Plain;
    QTest::newRow("logfmt") << SampleKind::Logfmt << LineKind::Plain;
    QTest::newRow("access") << SampleKind::Access << LineKind::Plain;
    QTest::newRow("plain") << SampleKind::Plain << LineKind::Plain;
}

void HistogramTest::agreesWithCounting()
{
    QFETCH(SampleKind, kind);
    QFETCH(LineKind, lines);
    for (unsigned seed = 0; seed < 12; ++seed) {
        SampleLog log(kind, seed);
        LineRules rules;
        rules.kind = lines;
        rules.clock = std::make_shared<ManualClock>();
        MemorySnapshot snapshot(rules, RecordNumber(seed * 1000));
        snapshot.addLines(toValidUtf8(log.text(20'000 + log.below(150'000))));
        snapshot.setRunSize(seed % 3 * (1 + log.below(40)));
        RecordSet some;
        for (auto number = snapshot.first(); number < snapshot.end(); ++number) {
            if (log.below(seed % 4 + 2) == 0) {
                some.add(number);
            }
        }
        const RecordSet *const within = seed % 2 == 0 ? nullptr : &some;
        const auto span = timeSpanOf(snapshot, within, {});
        QVERIFY(span);
        Histogram histogram;
        makeRoomFor(histogram, *span, 1 + log.below(300));
        if (seed % 5 == 4) { // some records outside
            histogram.buckets.resize(histogram.buckets.size() / 2);
        }
        const RecordRange range{snapshot.first() + log.below(50), snapshot.end()};
        const auto wanted = counted(histogram, snapshot, range, within);
        for (const unsigned workers : {1U, 2U, 5U}) {
            auto found = histogram;
            QVERIFY(countInto(found, snapshot, range, within, {}, {}, workers));
            QVERIFY(found == wanted);
        }
        QVERIFY(seed % 5 == 4 || wanted.outside == 0);
    }
}

void HistogramTest::countsLiveRecordsAsTheyCome()
{
    MemorySnapshot snapshot;
    Histogram pieces;
    for (int i = 0; i < 3000; ++i) {
        snapshot.add(timed(kStart + i * 770, kLevels[std::size_t(i) % kLevelCount]));
        if (i % 250 == 249) {
            const RecordRange added{RecordNumber(i - 249), snapshot.end()};
            const auto span = timeSpanOf(snapshot, added, nullptr, {});
            QVERIFY(span);
            makeRoomFor(pieces, *span, 100);
            QVERIFY(countInto(pieces, snapshot, added, nullptr, {}));
            QVERIFY(pieces.buckets.size() <= 100);
        }
    }
    QCOMPARE(pieces.outside, std::uint64_t(0));
    QCOMPARE(sumOf(pieces), std::uint64_t(3000));
    auto whole = pieces;
    std::fill(whole.buckets.begin(), whole.buckets.end(), LevelCounts{});
    QVERIFY(countInto(whole, snapshot, {snapshot.first(), snapshot.end()}, nullptr, {}));
    QVERIFY(whole == pieces);
}

void HistogramTest::readsOnlyWhatItMust()
{
    MemorySnapshot snapshot;
    for (int i = 0; i < 100'000; ++i) {
        snapshot.add(timed(kStart + i * 10));
    }
    snapshot.setRunSize(256);
    const auto span = timeSpanOf(snapshot, nullptr, {});
    QVERIFY(span);
    QCOMPARE(snapshot.visited(), std::uint64_t(0));
    Histogram histogram;
    makeRoomFor(histogram, *span, 100);
    QVERIFY(countInto(histogram, snapshot, {snapshot.first(), snapshot.end()}, nullptr, {}));
    QCOMPARE(sumOf(histogram), std::uint64_t(100'000));
    QVERIFY(snapshot.visited() <= 256 * histogram.buckets.size());
    const auto before = snapshot.visited();
    RecordSet some;
    some.addRange(RecordNumber(20'100), RecordNumber(60'000));
    const auto partSpan = timeSpanOf(snapshot, &some, {});
    QVERIFY(partSpan);
    QCOMPARE(*partSpan->earliest, wallTimeFromMs(kStart + 201'000));
    QCOMPARE(*partSpan->latest, wallTimeFromMs(kStart + 599'990));
    QVERIFY(snapshot.visited() - before <= 512);
}

void HistogramTest::findsTimeSpans()
{
    std::mt19937 random(3);
    for (int round = 0; round < 60; ++round) {
        MemorySnapshot snapshot;
        snapshot.setRunSize(random() % 3 * 7);
        RecordSet some;
        TimeSpan wanted;
        for (unsigned i = 0; i < 1 + random() % 200; ++i) {
            const auto record = random() % 9 == 0 ? Record() : timed(kStart + random() % 100'000);
            snapshot.add(record);
            if (random() % 3 == 0) {
                some.add(RecordNumber(i));
                wanted.add(TimeSpan{.earliest = record.time, .latest = record.time});
            }
        }
        const auto span = timeSpanOf(snapshot, &some, {});
        QVERIFY(span);
        QVERIFY(span->earliest == wanted.earliest);
        QVERIFY(span->latest == wanted.latest);
    }
    const auto none = timeSpanOf(MemorySnapshot(), nullptr, {});
    QVERIFY(none && !none->earliest && !none->hasUntimed);
}

void HistogramTest::choosesWidths_data()
{
    QTest::addColumn<qint64>("span");
    QTest::addColumn<quint64>("most");
    QTest::addColumn<qint64>("width");
    QTest::newRow("nothing") << qint64(0) << quint64(100) << qint64(1);
    QTest::newRow("a second") << qint64(1000) << quint64(100) << qint64(20);
    QTest::newRow("an hour") << qint64(3'600'000) << quint64(200) << qint64(30'000);
    QTest::newRow("a day") << qint64(86'400'000) << quint64(100) << qint64(900'000);
    QTest::newRow("a year") << qint64(86'400'000) * 365 << quint64(60) << qint64(86'400'000) * 7;
    QTest::newRow("a thousand years")
        << qint64(86'400'000) * 365'000 << quint64(101) << qint64(86'400'000) * 365 * 11;
    QTest::newRow("one bucket is two") << qint64(1000) << quint64(1) << qint64(2000);
}

void HistogramTest::choosesWidths()
{
    QFETCH(qint64, span);
    QFETCH(quint64, most);
    QFETCH(qint64, width);
    const auto chosen = bucketWidthFor(Milliseconds(span), most);
    QCOMPARE(qint64(chosen.count()), width);
    for (const auto begin : {qint64(kStart), qint64(kStart) + 1, qint64(kStart) + width - 1}) {
        QVERIFY(bucketsOver(wallTimeFromMs(begin), Milliseconds(span), chosen) <=
                std::max<quint64>(most, 2));
    }
}

void HistogramTest::makesRoomAtBothEnds()
{
    Histogram histogram;
    makeRoomFor(histogram, {}, 50);
    QVERIFY(histogram.buckets.empty());
    const auto at = wallTimeFromMs(kStart);
    makeRoomFor(histogram, {.earliest = at, .latest = at + 10s}, 50);
    QCOMPARE(histogram.width, Milliseconds(500));
    QCOMPARE(histogram.from, at);
    QCOMPARE(histogram.buckets.size(), std::size_t(21));
    histogram.buckets[0][1] = 7;
    makeRoomFor(histogram, {.earliest = at - 1s, .latest = at}, 50);
    QCOMPARE(histogram.from, at - 1s);
    QCOMPARE(histogram.buckets[2][1], std::uint64_t(7));
    QCOMPARE(histogram.buckets.size(), std::size_t(23));
    makeRoomFor(histogram, {.earliest = at, .latest = at + 60s}, 50);
    QCOMPARE(histogram.width, Milliseconds(2000));
    QCOMPARE(histogram.from, at - 2s);
    QCOMPARE(histogram.buckets[1][1], std::uint64_t(7));
    QCOMPARE(histogram.buckets.size(), std::size_t(32));
}

void HistogramTest::growsExactly()
{
    std::mt19937 random(11);
    for (int round = 0; round < 100; ++round) {
        Histogram histogram;
        const auto most = std::size_t(2 + random() % 60);
        if (round % 3 == 0) { // from need not be a multiple of width
            histogram.from = wallTimeFromMs(kStart + random() % 977);
            histogram.width = Milliseconds(1 + random() % 977);
            histogram.buckets.resize(1 + random() % most);
        }
        MemorySnapshot all;
        std::int64_t reach = 1000;
        for (int step = 0; step < 12; ++step, reach *= 3) {
            const auto before = all.end();
            TimeSpan span;
            for (unsigned i = 0; i < random() % 20; ++i) {
                const auto record = timed(kStart + std::int64_t(random() % 1000) * reach / 1000 -
                                              (random() % 4 == 0 ? reach : 0),
                                          kLevels[random() % kLevelCount]);
                all.add(record);
                span.add(*record.time);
            }
            makeRoomFor(histogram, span, most);
            QVERIFY(histogram.buckets.size() <= most);
            QVERIFY(countInto(histogram, all, {before, all.end()}, nullptr, {}));
        }
        auto whole = histogram;
        std::fill(whole.buckets.begin(), whole.buckets.end(), LevelCounts{});
        QVERIFY(counted(whole, all, {all.first(), all.end()}, nullptr) == histogram);
        QCOMPARE(histogram.outside, std::uint64_t(0));
    }
}

void HistogramTest::staysAsItWasWhenStopped()
{
    MemorySnapshot snapshot;
    for (int i = 0; i < 1000; ++i) {
        snapshot.add(timed(kStart + i));
    }
    Histogram histogram;
    makeRoomFor(histogram, *timeSpanOf(snapshot, nullptr, {}), 10);
    const auto before = histogram;
    std::stop_source stop;
    stop.request_stop();
    const auto done = countInto(histogram, snapshot, {snapshot.first(), snapshot.end()}, nullptr,
                                stop.get_token());
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
    QVERIFY(histogram == before);
}

QTEST_APPLESS_MAIN(HistogramTest)
#include "tst_histogram.moc"
