// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/indexoperation.h"
#include "logs/linescan.h"

#include "samplelog.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace foretop;
using namespace foretop::logs;

namespace {

/// One fixed moment, so that times without a year are always the same.
std::shared_ptr<const Clock> fixedClock()
{
    return std::make_shared<ManualClock>(wallTimeFromMs(1'710'000'000'000));
}

/// What an index must tell, made slowly: every line parsed whole, one after the other.
struct ObviousIndex
{
    struct Line
    {
        ByteRange range;
        std::size_t record = 0;
    };
    struct Record
    {
        ByteRange range;
        std::size_t firstLine = 0;
        Level level = Level::Unknown;
        std::optional<WallTime> time;
    };

    ObviousIndex(std::string_view text, const LineRules &rules, std::size_t textBegin = 0)
    {
        LineReader reader(rules);
        for (auto at = textBegin; at < text.size();) {
            const auto end = std::min(text.find('\n', at), text.size() - 1) + 1;
            const auto traits = reader.read(text.substr(at, end - at));
            if (traits.startsRecord || lines.empty()) {
                records.push_back({.range = {at, end},
                                   .firstLine = lines.size(),
                                   .level = traits.level,
                                   .time = traits.time});
            }
            records.back().range.end = end;
            lines.push_back({.range = {at, end}, .record = records.size() - 1});
            at = end;
        }
    }

    std::vector<Line> lines;
    std::vector<Record> records;
};

QByteArray shown(const ByteRange &range)
{
    return QByteArray::number(quint64(range.begin)) + ".." + QByteArray::number(quint64(range.end));
}

LineIndexView indexOf(const std::shared_ptr<LogFile> &file, const LineRules &rules,
                      unsigned workers = 2)
{
    const auto index = std::make_shared<LineIndex>();
    const auto done = IndexOperation(file, index, rules, workers).run({});
    return done ? index->view() : LineIndexView();
}

/// The records whose time a block's span must hold, compared with the span.
bool holdsTimes(const LineIndexView &view, const ObviousIndex &obvious)
{
    for (std::size_t chunk = 0; chunk < view.chunkCount(); ++chunk) {
        const auto &held = view.chunk(chunk);
        for (std::size_t block = 0; block < held.blockCount(); ++block) {
            const auto span = held.times(block);
            const auto end =
                block + 1 < held.blockCount() ? held.recordsBefore(block + 1) : held.recordCount();
            for (auto record = held.recordsBefore(block); record < end; ++record) {
                const auto time = obvious.records[(view.firstRecord(chunk) + record).value()].time;
                if (time ? !span.earliest || *time < *span.earliest || *time > *span.latest
                         : !span.hasUntimed) {
                    return false;
                }
            }
        }
    }
    return true;
}

} // namespace

class LineIndexTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void codesLines();
    void findsLineStarts();
    void detectsRules_data();
    void detectsRules();
    void agreesWithParsingEachLine_data();
    void agreesWithParsingEachLine();
    void agreesOnOwnFormats();
    void agreesAtChunkBorders();
    void takesLessThanABytePerLine();
    void extends();
    void followsAShrunkFile();
    void skipsTheByteOrderMark();
    void indexesNothing();
    void indexesALineOf200MB();
    void publishesInOrderAndStops();
    void isReadWhileItGrows();

private:
    void compare(const LineIndexView &view, const ObviousIndex &obvious);
};

void LineIndexTest::codesLines()
{
    std::mt19937 random(5);
    LineEncoder encoder;
    for (const unsigned most : {1U, 3U, 200U, 9000U, 4'000'000U}) {
        for (const std::size_t count : {1U, 2U, 255U, 256U, 257U, 5000U}) {
            std::vector<CodedLine> lines;
            for (std::size_t i = 0; i < count; ++i) {
                // Squared: few are long, as in logs.
                const auto part = static_cast<double>(random() % 1000) / 1000;
                lines.emplace_back(static_cast<std::uint32_t>(part * part * most), random() % 8);
            }
            std::vector<std::uint64_t> words;
            std::vector<std::uint32_t> blockBits;
            const auto code = encoder.encode(lines, 256, words, blockBits);
            QCOMPARE(blockBits.size(), (count + 255) / 256);
            for (std::size_t block = 0; block < blockBits.size(); ++block) {
                LineDecoder decoder(code, words, blockBits[block]);
                for (auto i = block * 256; i < std::min(count, block * 256 + 256); ++i) {
                    QVERIFY(decoder.next() == lines[i]);
                }
            }
        }
    }
}

void LineIndexTest::findsLineStarts()
{
    std::mt19937 random(6);
    for (std::size_t size = 0; size < 300; ++size) {
        std::string text(size + kScanPadding, '\n');
        std::vector<std::uint32_t> expected;
        for (std::size_t i = 0; i < size; ++i) {
            text[i] = random() % 5 == 0 ? '\n' : 'a';
            if (text[i] == '\n') {
                expected.push_back(static_cast<std::uint32_t>(i + 1001));
            }
        }
        std::vector<std::uint32_t> starts(size + kScanPadding);
        starts.resize(findLineStarts(std::string_view(text).substr(0, size), 1000, starts.data()));
        QCOMPARE(starts, expected);
    }
}

void LineIndexTest::detectsRules_data()
{
    QTest::addColumn<QByteArray>("sample");
    QTest::addColumn<LineKind>("kind");
    QTest::newRow("empty") << QByteArray() << LineKind::Plain;
    QTest::newRow("JSON") << QByteArray("{\"level\":\"INFO\"}\n{\"level\":\"INFO\"}\n")
                          << LineKind::Json;
    QTest::newRow("JSON cut off") << QByteArray("{\"level\":\"INFO\",\"mess") << LineKind::Json;
    QTest::newRow("JSON with stray text")
        << QByteArray("Starting\n{\"level\":\"INFO\"}\n\n{\"level\":\"INFO\"}\n") << LineKind::Json;
    QTest::newRow("text with times")
        << QByteArray("2024-01-15 10:30:00,003 INFO x\nTraceback:\n  File\n  File\nValueError\n")
        << LineKind::Timed;
    QTest::newRow("text") << QByteArray("one\ntwo\n{three\n") << LineKind::Plain;
}

void LineIndexTest::detectsRules()
{
    QFETCH(QByteArray, sample);
    QFETCH(LineKind, kind);
    QCOMPARE(detectLineRules(sample.toStdString(), fixedClock()).kind, kind);
}

void LineIndexTest::compare(const LineIndexView &view, const ObviousIndex &obvious)
{
    QCOMPARE(view.lineCount(), obvious.lines.size());
    QCOMPARE(view.recordCount(), obvious.records.size());
    LevelCounts levels{};
    for (const auto &record : obvious.records) {
        ++levels[static_cast<std::size_t>(record.level)];
    }
    QVERIFY(view.levels() == levels);
    QVERIFY(holdsTimes(view, obvious));

    std::vector<std::uint64_t> bounds;
    std::vector<std::uint64_t> allBounds;
    for (std::size_t chunk = 0; chunk < view.chunkCount(); ++chunk) {
        view.recordBounds(chunk, bounds);
        allBounds.insert(allBounds.end(), bounds.begin(), bounds.end() - (bounds.empty() ? 0 : 1));
    }
    QCOMPARE(allBounds.size(), obvious.records.size());
    // Each look-up decodes a block: every line of a small file, some of a large one.
    const auto step = 1 + obvious.lines.size() / 3000;
    for (std::size_t i = 0; i < obvious.lines.size(); i += step) {
        const auto &line = obvious.lines[i];
        QCOMPARE(shown(view.lineRange(LineNumber(i))), shown(line.range));
        QCOMPARE(view.recordOf(LineNumber(i)).value(), line.record);
        for (const auto offset : {line.range.begin, line.range.end - 1}) {
            QCOMPARE(view.lineAt(offset).value().value(), i);
        }
    }
    for (std::size_t i = 0; i < obvious.records.size(); i += step) {
        const auto &record = obvious.records[i];
        QCOMPARE(allBounds[i], record.range.begin);
        QCOMPARE(shown(view.recordRange(RecordNumber(i))), shown(record.range));
        QCOMPARE(view.firstLineOf(RecordNumber(i)).value(), record.firstLine);
        QCOMPARE(view.level(RecordNumber(i)), record.level);
        std::vector<Level> some(std::min(obvious.records.size() - i, 1 + i % 600));
        view.readLevels(RecordNumber(i), some);
        QVERIFY(std::ranges::equal(some, std::span(obvious.records).subspan(i, some.size()), {}, {},
                                   [](const auto &one) { return one.level; }));
    }
}

void LineIndexTest::agreesWithParsingEachLine_data()
{
    QTest::addColumn<SampleKind>("kind");
    QTest::newRow("JSON") << SampleKind::Json;
    QTest::newRow("JSON, level first") << SampleKind::Zap;
    QTest::newRow("JSON of many shapes") << SampleKind::Varied;
    QTest::newRow("text") << SampleKind::Text;
    QTest::newRow("text with threads") << SampleKind::Thread;
    QTest::newRow("syslog") << SampleKind::Syslog;
    QTest::newRow("logfmt") << SampleKind::Logfmt;
    QTest::newRow("access log") << SampleKind::Access;
    QTest::newRow("CRI") << SampleKind::Cri;
    QTest::newRow("Docker") << SampleKind::Docker;
    QTest::newRow("JSON with stack traces") << SampleKind::Stray;
    QTest::newRow("syslog with priorities") << SampleKind::Syslog5;
    QTest::newRow("plain") << SampleKind::Plain;
}

void LineIndexTest::agreesWithParsingEachLine()
{
    QFETCH(SampleKind, kind);
    constexpr std::size_t kChunksAndSome = 9U << 20;
    for (unsigned seed = 0; seed < 25; ++seed) {
        SampleLog log(kind, seed);
        const auto text = log.text(seed < 24 ? log.below(40'000) : kChunksAndSome);
        const SampleFile stored(text);
        const auto file = LogFile::open(stored.path());
        QVERIFY(file);
        const auto rules = detectLineRules(**file, fixedClock());
        QVERIFY(rules);
        compare(indexOf(*file, *rules), ObviousIndex(text, *rules));
        if (QTest::currentTestFailed()) {
            return;
        }
        if (QTest::currentTestFailed()) {
            qWarning("seed %u", seed);
            return;
        }
    }
}

void LineIndexTest::agreesOnOwnFormats()
{
    constexpr auto kFormat = R"x({"own":{
        "regex":{"all":{"pattern":"shop\\|(?<timestamp>[^|]+)\\|(?<level>\\w+)\\|(?<body>.*)"}},
        "level":{"error":"^E","warning":"^W","info":"^[Ii]"}}})x";
    std::vector<Error> warnings;
    const auto formats = formatsFromLnav(kFormat, "own", warnings);
    QVERIFY(formats && warnings.empty());
    for (unsigned seed = 0; seed < 20; ++seed) {
        SampleLog log(SampleKind::Own, seed);
        const auto text = log.text(log.below(60'000));
        const SampleFile stored(text);
        const auto file = LogFile::open(stored.path());
        QVERIFY(file);
        const auto rules =
            lineRulesOf(formats->at(0), text.substr(0, kRulesSampleBytes), fixedClock(), {});
        QVERIFY(rules.kind == LineKind::Timed);
        compare(indexOf(*file, rules), ObviousIndex(text, rules));
        if (QTest::currentTestFailed()) {
            qWarning("seed %u", seed);
            return;
        }
    }
}

void LineIndexTest::agreesAtChunkBorders()
{
    constexpr std::size_t kChunk = LineChunk::kBytes;
    const LineRules rules{.kind = LineKind::Plain, .clock = fixedClock(), .format = {}, .zone = {}};
    for (const std::size_t border : {kChunk - 2, kChunk - 1, kChunk, kChunk + 1}) {
        for (const std::size_t longLine : {std::size_t{3}, kLineHeadBytes - 1, kLineHeadBytes,
                                           kLineHeadBytes + 1, 2 * kChunk, 3 * kChunk - 1}) {
            // A line feed at each side of the border, then a line from there on.
            std::string text(border, 'a');
            text[border / 2] = text.back() = '\n';
            text += std::string(longLine, 'b') + "\n\nend";
            const SampleFile stored(text);
            const auto file = LogFile::open(stored.path());
            QVERIFY(file);
            compare(indexOf(*file, rules), ObviousIndex(text, rules));
        }
    }
}

void LineIndexTest::takesLessThanABytePerLine()
{
    const SampleFile stored(SampleLog(SampleKind::Text, 3).text(9U << 20));
    const auto file = LogFile::open(stored.path());
    QVERIFY(file);
    const auto view = indexOf(*file, *detectLineRules(**file, fixedClock()));
    const auto bytes =
        static_cast<double>(view.memoryBytes()) / static_cast<double>(view.lineCount());
    QVERIFY2(bytes <= 1.5, qPrintable(QString::number(bytes)));
}

void LineIndexTest::extends()
{
    for (const auto kind : {SampleKind::Json, SampleKind::Text, SampleKind::Varied}) {
        SampleLog log(kind, 7);
        const auto text = log.text(9U << 20);
        SampleFile stored(std::string_view(text).substr(0, 100));
        const auto file = LogFile::open(stored.path());
        QVERIFY(file);
        auto rules = detectLineRules(text.substr(0, kRulesSampleBytes), fixedClock());
        const auto index = std::make_shared<LineIndex>();
        const IndexOperation operation(*file, index, rules, 2);
        QVERIFY(operation.run({}));
        for (std::size_t size = 100; size < text.size();) {
            const auto more = 1 + log.below(log.below(4) == 0 ? 3'000'000 : 40'000);
            stored.append(std::string_view(text).substr(size, more));
            size = std::min(size + more, text.size());
            QCOMPARE((*file)->check().content, ContentState::Grown);
            QVERIFY(operation.run({}));
            QCOMPARE(index->view().end(), size);
        }
        compare(index->view(), ObviousIndex(text, rules));
        if (QTest::currentTestFailed()) {
            return;
        }
    }
}

void LineIndexTest::followsAShrunkFile()
{
    const auto text = SampleLog(SampleKind::Json, 8).text(13U << 20);
    for (const std::size_t about : {1U, 500U, 5'000'000U, LineChunk::kBytes, 13'000'000U}) {
        // A line that is cut is no JSON any more.
        const auto size = text.rfind('\n', about) + 1;
        SampleFile stored(text);
        const auto file = LogFile::open(stored.path());
        QVERIFY(file);
        const auto rules = *detectLineRules(**file, fixedClock());
        const auto index = std::make_shared<LineIndex>();
        const IndexOperation operation(*file, index, rules, 2);
        QVERIFY(operation.run({}));
        stored.cut(size);
        QCOMPARE((*file)->check().content, ContentState::Shrunk);
        QVERIFY(operation.run({}));
        compare(index->view(), ObviousIndex(text.substr(0, size), rules));
        if (QTest::currentTestFailed()) {
            return;
        }
    }
}

void LineIndexTest::skipsTheByteOrderMark()
{
    const std::string text = "\xEF\xBB\xBF{\"level\":\"INFO\"}\n{\"level\":\"ERROR\"}\n";
    const SampleFile stored(text);
    const auto file = LogFile::open(stored.path());
    QVERIFY(file);
    const auto rules = *detectLineRules(**file, fixedClock());
    QCOMPARE(rules.kind, LineKind::Json);
    compare(indexOf(*file, rules), ObviousIndex(text, rules, 3));
}

void LineIndexTest::indexesNothing()
{
    for (const std::string text : {"", "\xEF\xBB\xBF"}) {
        const SampleFile stored(text);
        const auto file = LogFile::open(stored.path());
        QVERIFY(file);
        const auto view = indexOf(*file, *detectLineRules(**file, fixedClock()));
        QCOMPARE(view.lineCount(), std::uint64_t(0));
        QVERIFY(!view.lineAt(0));
    }
}

void LineIndexTest::indexesALineOf200MB()
{
    SampleFile stored("2024-01-15 10:30:00 INFO first\n2024-01-15 10:30:01 ERROR ");
    constexpr std::size_t kSize = 200'000'000;
    stored.cut(kSize); // what it adds are NUL bytes
    stored.append("\n2024-01-15 10:30:02 DEBUG last\n");
    const auto file = LogFile::open(stored.path());
    QVERIFY(file);
    const auto view = indexOf(*file, *detectLineRules(**file, fixedClock()));
    QCOMPARE(view.recordCount(), std::uint64_t(3));
    QCOMPARE(shown(view.recordRange(RecordNumber(1))), shown({31, kSize + 1}));
    QCOMPARE(view.level(RecordNumber(1)), Level::Error);
    QCOMPARE(view.level(RecordNumber(2)), Level::Debug);
    QCOMPARE(view.lineAt(kSize / 2).value().value(), std::uint64_t(1));
    QVERIFY(view.memoryBytes() < 64'000);
}

void LineIndexTest::publishesInOrderAndStops()
{
    const auto text = SampleLog(SampleKind::Text, 9).text(20U << 20);
    const SampleFile stored(text);
    const auto file = LogFile::open(stored.path());
    QVERIFY(file);
    const auto rules = *detectLineRules(**file, fixedClock());
    const auto index = std::make_shared<LineIndex>();
    const IndexOperation operation(*file, index, rules, 2);
    std::stop_source stop;
    std::uint64_t last = 0;
    int calls = 0;
    const auto stopped = operation.run(stop.get_token(), [&](Progress progress) {
        QCOMPARE(progress.total, text.size());
        QVERIFY(progress.done > last);
        last = progress.done;
        QCOMPARE(index->view().end(), progress.done);
        ++calls;
        stop.request_stop();
    });
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    QCOMPARE(calls, 1);
    QVERIFY(index->view().lineCount() > 0);
    QVERIFY(operation.run({}));
    compare(index->view(), ObviousIndex(text, rules));
}

void LineIndexTest::isReadWhileItGrows()
{
    const auto text = SampleLog(SampleKind::Json, 10).text(13U << 20);
    SampleFile stored(std::string_view(text).substr(0, 1000));
    const auto file = LogFile::open(stored.path());
    QVERIFY(file);
    const auto rules = *detectLineRules(**file, fixedClock());
    const auto index = std::make_shared<LineIndex>();
    const ObviousIndex obvious(text, rules);
    std::atomic<std::uint64_t> wrong = 0;
    {
        const std::jthread reader([&](const std::stop_token &stop) {
            std::mt19937 random(1);
            std::uint64_t lines = 0;
            while (!stop.stop_requested()) {
                const auto view = index->view();
                wrong += view.lineCount() < lines ? 1 : 0;
                lines = view.lineCount();
                // The last line may be half there.
                if (lines > 1) {
                    const auto line = random() % (lines - 1);
                    wrong += view.lineRange(LineNumber(line)) == obvious.lines[line].range ? 0 : 1;
                }
            }
        });
        for (std::size_t size = 1000; size < text.size(); size += 300'000) {
            stored.append(std::string_view(text).substr(size, 300'000));
            (*file)->check();
            QVERIFY(IndexOperation(*file, index, rules, 2).run({}));
        }
    }
    QCOMPARE(wrong.load(), std::uint64_t(0));
    compare(index->view(), obvious);
}

QTEST_APPLESS_MAIN(LineIndexTest)
#include "tst_lineindex.moc"
