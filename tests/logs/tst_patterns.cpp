// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/patterns.h"

#include "logs/messagemask.h"
#include "logs/patterntree.h"
#include "logs/queryparser.h"
#include "memorysnapshot.h"
#include "samplelog.h"

#include <QTest>

#include <map>

using namespace foretop;
using namespace foretop::logs;

namespace {

RecordRange wholeOf(const LogSnapshot &snapshot)
{
    return {snapshot.first(), snapshot.end()};
}

std::vector<LogPattern> mined(const LogSnapshot &snapshot, unsigned workers = 2)
{
    PatternMiner miner;
    return miner.add(snapshot, wholeOf(snapshot), nullptr, {}, {}, workers)
               ? miner.patterns()
               : std::vector<LogPattern>();
}

/// Mined one by one, with nothing remembered but which pattern a message went to.
std::vector<LogPattern> minedPlainly(const LogSnapshot &snapshot, const RecordSet *within,
                                     std::uint64_t &unmatched)
{
    MessageMask mask;
    PatternTree tree(PatternMiner::kMaxPatterns);
    std::map<std::string, PatternTree::Id> ids;
    std::map<PatternTree::Id, std::vector<RecordNumber>> records;
    for (auto number = snapshot.first(); number < snapshot.end(); ++number) {
        const auto record = snapshot.record(number);
        if (record.kind == RecordKind::Gap || (within != nullptr && !within->contains(number))) {
            continue;
        }
        const std::string masked(mask.apply(record.message));
        const auto [known, isNew] = ids.try_emplace(masked, 0);
        known->second = isNew ? tree.add(masked) : known->second;
        records[known->second].push_back(number);
    }
    unmatched = records[PatternTree::kNone].size();
    records.erase(PatternTree::kNone);
    std::map<std::string, std::vector<RecordNumber>> byText;
    for (const auto &[id, numbers] : records) {
        auto &all = byText[tree.text(id)];
        all.insert(all.end(), numbers.begin(), numbers.end());
    }
    std::vector<LogPattern> patterns;
    for (auto &[text, numbers] : byText) {
        std::sort(numbers.begin(), numbers.end());
        LogPattern pattern{.text = text,
                           .count = numbers.size(),
                           .levels = {},
                           .example = numbers.front(),
                           .first = snapshot.record(numbers.front()).time,
                           .last = snapshot.record(numbers.back()).time};
        for (const auto number : numbers) {
            ++pattern.levels[std::size_t(snapshot.record(number).level)];
        }
        patterns.push_back(pattern);
    }
    std::sort(patterns.begin(), patterns.end(), [](const LogPattern &a, const LogPattern &b) {
        return a.count != b.count ? a.count > b.count : a.example < b.example;
    });
    return patterns;
}

std::vector<RecordNumber> found(const LogSnapshot &snapshot, const std::string &text)
{
    const auto query = parseQuery(text, {});
    if (!query) {
        qWarning("%s: %s", text.c_str(), query.error().message.c_str());
        return {};
    }
    std::vector<RecordNumber> numbers;
    for (auto number = snapshot.first(); number < snapshot.end(); ++number) {
        const auto record = snapshot.record(number);
        const RecordView view{.kind = record.kind,
                              .level = record.level,
                              .time = record.time,
                              .source = record.source,
                              .logger = record.logger,
                              .message = record.message,
                              .raw = record.raw};
        if (matchesQuery(*query, view, snapshot.fields(number))) {
            numbers.push_back(number);
        }
    }
    return numbers;
}

/// The regex for the message, where the query does not deny it.
std::optional<TextQuery> regexIn(const Query &query)
{
    if (const auto *all = std::get_if<AllOf>(&query->content)) {
        return regexIn(all->parts.back());
    }
    const auto *field = std::get_if<FieldTerm>(&query->content);
    return field == nullptr ? std::nullopt
                            : std::optional(TextQuery{field->value.text, TextQuery::Kind::Regex});
}

Record saying(std::string message)
{
    Record record;
    record.raw = message;
    record.message = std::move(message);
    return record;
}

std::string wordOf(unsigned number)
{
    std::string word = "w";
    for (; number > 0; number /= 16) {
        word += char('g' + number % 16);
    }
    return word;
}

} // namespace

class PatternsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void masks_data();
    void masks();
    void cutsWhatIsLong();
    void groupsMessages();
    void agreesWithMiningOneByOne_data();
    void agreesWithMiningOneByOne();
    void minesInPiecesAsWhole();
    void minesParsedRecords();
    void findsTheRecordsOfAPattern_data();
    void findsTheRecordsOfAPattern();
    void findsAllRecordsOfEachPattern_data();
    void findsAllRecordsOfEachPattern();
    void tellsWhatIsBeyondItsBounds();
    void forgetsNothingBeyondItsMemory();
    void stops();
};

void PatternsTest::masks_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("masked");
    const auto row = [](const char *message, const char *masked) {
        QTest::newRow(message) << QByteArray(message) << QByteArray(masked);
    };
    row("", "");
    row("no variable part", "no variable part");
    row("took 17 ms", "took <*> ms");
    row("took 17ms, or -1.5e3", "took <*>, or <*>");
    row("range 5-10", "range <*>");
    row("x=-5 (+3) a-5", "x=<*> (<*>) a-<*>");
    row("from 10.0.0.1:8080 to [::1]", "from <*> to [::<*>]");
    row("fe80::1:abcd:2", "<*>::<*>");
    row("at 2024-01-15T10:30:00.123Z", "at <*>");
    row("at 10:30:00,123 UTC", "at <*> UTC");
    row("id 123e4567-e89b-12d3-abcd-426614174000 gone", "id <*> gone");
    row("id abcdefab-cafe-4def-abcd-abcdefabcdef gone", "id <*> gone");
    row("deadbeef decade 0xff", "<*> decade <*>");
    row("GET /api/v1/users/17?page=2 HTTP/1.1", "GET /api/<*>/users/<*>?page=<*> HTTP/<*>");
    row("cache miss for acct:17", "cache miss for acct:<*>");
    row("ids [1,2,3] and [1, 2]", "ids [<*>] and [<*>, <*>]");
    row("worker-12 of job_88", "worker-<*> of job_<*>");
    row("  tabs\tand   blanks  ", "tabs and blanks");
    row("first line 1\nsecond line", "first line <*>");
    row("caf\xC3\xA9 5", "caf\xC3\xA9 <*>");
    row("user \"Ann 5\" left", "user \"Ann <*>\" left");
}

void PatternsTest::masks()
{
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, masked);
    MessageMask mask;
    const auto made = mask.apply({message.data(), std::size_t(message.size())});
    QCOMPARE(QByteArray(made.data(), qsizetype(made.size())), masked);
}

void PatternsTest::cutsWhatIsLong()
{
    MessageMask mask;
    const std::string_view cut = "\xE2\x80\xA6";
    const std::string words(3 * MessageMask::kMostBytes, 'x');
    QVERIFY(mask.apply(words).ends_with(cut));
    QVERIFY(mask.apply(words).size() < MessageMask::kMostBytes + 8);
    std::string tokens;
    for (std::size_t i = 0; i < MessageMask::kMostTokens; ++i) {
        tokens += "a ";
    }
    QCOMPARE(mask.apply(tokens).size(), tokens.size() - 1);
    QVERIFY(mask.apply(tokens + "b").ends_with(cut));
    QVERIFY(!mask.apply(tokens + "\n" + tokens).ends_with(cut));
}

void PatternsTest::groupsMessages()
{
    MemorySnapshot snapshot;
    for (const char *const line : {
             "2024-01-15 10:30:00,000 INFO [shop] user alice logged in from 10.0.0.1",
             "2024-01-15 10:30:01,000 INFO [shop] user bob logged in from 10.0.0.2",
             "2024-01-15 10:30:02,000 ERROR [db] connection to db-1 lost after 17 ms",
             "2024-01-15 10:30:03,000 WARNING [shop] user carol logged in from 10.0.0.3",
             "2024-01-15 10:30:04,000 INFO [shop] user dave logged out",
             "2024-01-15 10:30:05,000 ERROR [db] connection to db-2 lost after 3 ms",
             "stray",
         }) {
        snapshot.add(std::string(line));
    }
    const auto patterns = mined(snapshot);
    // The tree tells messages apart by their first words, as it is described.
    std::map<std::string, std::uint64_t> counts;
    for (const auto &pattern : patterns) {
        counts[pattern.text] = pattern.count;
    }
    QCOMPARE(counts["connection to db-<*> lost after <*> ms"], std::uint64_t(2));
    QCOMPARE(counts["user alice logged in from <*>"], std::uint64_t(1));
    QCOMPARE(counts["stray"], std::uint64_t(1));
    const auto &lost = patterns.front();
    QCOMPARE(lost.levels[std::size_t(Level::Error)], std::uint64_t(2));
    QCOMPARE(lost.example, RecordNumber(2));
    QCOMPARE(*lost.last - *lost.first, Milliseconds(3000));
}

void PatternsTest::agreesWithMiningOneByOne_data()
{
    QTest::addColumn<SampleKind>("kind");
    QTest::newRow("json") << SampleKind::Json;
    QTest::newRow("members in any order") << SampleKind::Varied;
    QTest::newRow("text") << SampleKind::Text;
    QTest::newRow("logfmt") << SampleKind::Logfmt;
    QTest::newRow("access") << SampleKind::Access;
    QTest::newRow("plain") << SampleKind::Plain;
}

void PatternsTest::agreesWithMiningOneByOne()
{
    QFETCH(SampleKind, kind);
    for (unsigned seed = 0; seed < 4; ++seed) {
        SampleLog log(kind, seed);
        MemorySnapshot snapshot({}, RecordNumber(seed * 1000));
        snapshot.addLines(toValidUtf8(log.text(seed == 0 ? 3'000'000 : 200'000)));
        RecordSet some;
        for (auto number = snapshot.first(); number < snapshot.end(); ++number) {
            if (log.below(3) == 0) {
                some.add(number);
            }
        }
        const RecordSet *const within = seed % 2 == 0 ? nullptr : &some;
        std::uint64_t unmatched = 0;
        const auto wanted = minedPlainly(snapshot, within, unmatched);
        for (const unsigned workers : {1U, 2U, 5U}) {
            PatternMiner miner;
            QVERIFY(miner.add(snapshot, wholeOf(snapshot), within, {}, {}, workers));
            QVERIFY(miner.patterns() == wanted);
            QCOMPARE(miner.unmatched(), unmatched);
        }
    }
}

void PatternsTest::minesInPiecesAsWhole()
{
    SampleLog log(SampleKind::Text, 3);
    MemorySnapshot snapshot;
    snapshot.addLines(toValidUtf8(log.text(400'000)));
    PatternMiner miner;
    for (auto from = snapshot.first(); from < snapshot.end();) {
        const auto to = std::min(from + 1 + log.below(900), snapshot.end());
        QVERIFY(miner.add(snapshot, {from, to}, nullptr, {}));
        from = to;
    }
    QVERIFY(miner.patterns() == mined(snapshot));
}

void PatternsTest::minesParsedRecords()
{
    MemorySnapshot snapshot;
    auto record = saying("job 1 done");
    record.raw = R"({"message":"something else"})";
    snapshot.add(record);
    record.kind = RecordKind::Gap;
    snapshot.add(record);
    const auto patterns = mined(snapshot);
    QCOMPARE(patterns.size(), std::size_t(1));
    QCOMPARE(patterns[0].text, std::string("job <*> done"));
    QCOMPARE(patterns[0].count, std::uint64_t(1));
}

void PatternsTest::findsTheRecordsOfAPattern_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<QByteArray>("alike");
    QTest::addColumn<QByteArray>("other");
    const auto row = [](const char *message, const char *alike, const char *other) {
        QTest::newRow(message) << QByteArray(message) << QByteArray(alike) << QByteArray(other);
    };
    row("GET /api/17", "GET /api/18", "GET /api/18/jobs");
    row("took 17 ms", "took -1.5 ms", "it took 17 ms");
    row("a.b*c(d)[e]{1} ^$|\\?+", "a.b*c(d)[e]{22} ^$|\\?+", "aXb*c(d)[e]{1} ^$|\\?+");
    row("say \"hi\" 5 times", "say \"hi\" 6 times", "say hi 5 times");
    row("acct:17", "acct:18", "acct:none");
    row("tabs\tand 5  blanks", "tabs and   6 blanks", "tabsand 5 blanks");
    row("caf\xC3\xA9 5", "caf\xC3\xA9 77", "cafe 5");
    row("5", "6", "five six");
    row("-5 of (abcdefab)", "+6.0 of (1:2,3)", "-5 of (abcdefg)");
    row("x", "x", "xx");
    row("bell \x07 5", "bell \x07 6", "bell 5");
    row("failed with 5\nTraceback", "failed with 6\nother", "failed with 5 errors\nTraceback");
    row("/", "/", "//");
}

void PatternsTest::findsTheRecordsOfAPattern()
{
    QFETCH(QByteArray, message);
    QFETCH(QByteArray, alike);
    QFETCH(QByteArray, other);
    const auto jsonOf = [](const QByteArray &text) {
        auto raw = text;
        raw.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t");
        return "{\"message\":\"" + raw.replace('\x07', "\\u0007").toStdString() + "\"}";
    };
    MemorySnapshot snapshot;
    snapshot.add(saying(message.toStdString()));
    snapshot.add(saying(alike.toStdString()));
    snapshot.add(saying(other.toStdString()));
    for (const auto &text : {message, alike, other}) {
        snapshot.add(jsonOf(text));
    }
    MessageMask mask;
    LogPattern pattern;
    pattern.text = mask.apply(snapshot.record(RecordNumber(0)).message);
    QCOMPARE(pattern.text, std::string(mask.apply(snapshot.record(RecordNumber(4)).message)));
    const std::vector<RecordNumber> wanted = {RecordNumber(0), RecordNumber(1), RecordNumber(3),
                                              RecordNumber(4)};
    const auto query = PatternMiner::queryFor(pattern);
    QVERIFY2(found(snapshot, query) == wanted, query.c_str());
}

void PatternsTest::findsAllRecordsOfEachPattern_data()
{
    QTest::addColumn<SampleKind>("kind");
    QTest::newRow("json") << SampleKind::Json;
    QTest::newRow("text") << SampleKind::Text;
    QTest::newRow("plain") << SampleKind::Plain;
}

void PatternsTest::findsAllRecordsOfEachPattern()
{
    QFETCH(SampleKind, kind);
    SampleLog log(kind, 8);
    MemorySnapshot snapshot;
    snapshot.addLines(toValidUtf8(log.text(6'000)));
    std::uint64_t sum = 0;
    for (const auto &pattern : mined(snapshot)) {
        sum += pattern.count;
        const auto query = parseQuery(PatternMiner::queryFor(pattern), {});
        QVERIFY(query);
        // All of its terms but the text are there for speed; as the evaluator compiles the regex
        // for each record, it is taken out here.
        const auto regex = regexIn(*query);
        if (!regex) {
            QVERIFY(pattern.text.empty());
            continue;
        }
        TextScanner scanner(*TextPattern::compile(*regex));
        std::uint64_t count = 0;
        for (auto number = snapshot.first(); number < snapshot.end(); ++number) {
            const bool isFound = scanner.isIn(snapshot.record(number).message);
            QVERIFY(isFound || number != pattern.example);
            count += isFound ? 1 : 0;
        }
        QVERIFY2(count >= pattern.count, pattern.text.c_str());
    }
    QCOMPARE(sum, snapshot.end() - snapshot.first());
}

void PatternsTest::tellsWhatIsBeyondItsBounds()
{
    MemorySnapshot snapshot;
    // Each of another length and other words at the front.
    for (unsigned i = 0; i < PatternMiner::kMaxPatterns + 700; ++i) {
        auto message = wordOf(i % 97) + ' ' + wordOf(i / 97 % 89) + ' ' + wordOf(i);
        message += ' ' + wordOf(i + 1) + ' ' + wordOf(i + 2);
        snapshot.add(saying(message));
        snapshot.add(saying(message));
    }
    std::uint64_t unmatched = 0;
    const auto wanted = minedPlainly(snapshot, nullptr, unmatched);
    QVERIFY(unmatched > 0);
    PatternMiner miner;
    QVERIFY(miner.add(snapshot, wholeOf(snapshot), nullptr, {}));
    QVERIFY(miner.patterns() == wanted);
    QCOMPARE(wanted.size(), PatternMiner::kMaxPatterns);
    QCOMPARE(miner.unmatched(), unmatched);
}

void PatternsTest::forgetsNothingBeyondItsMemory()
{
    MemorySnapshot snapshot;
    constexpr unsigned kCount = PatternMiner::kMaxTexts + 50'000;
    for (unsigned i = 0; i < kCount; ++i) {
        snapshot.add(saying("user " + wordOf(i * 7919) + " is in"));
    }
    const auto one = mined(snapshot, 1);
    const auto several = mined(snapshot, 3);
    QVERIFY(one == several);
    std::uint64_t sum = 0;
    for (const auto &pattern : one) {
        sum += pattern.count;
    }
    QCOMPARE(sum, std::uint64_t(kCount));
    QVERIFY(one.front().text == "user <*> is in");
    QVERIFY(one.size() <= 101);
}

void PatternsTest::stops()
{
    MemorySnapshot snapshot;
    snapshot.add(saying("x"));
    std::stop_source stop;
    stop.request_stop();
    PatternMiner miner;
    const auto done = miner.add(snapshot, wholeOf(snapshot), nullptr, stop.get_token());
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
    QVERIFY(miner.patterns().empty());
}

QTEST_APPLESS_MAIN(PatternsTest)
#include "tst_patterns.moc"
