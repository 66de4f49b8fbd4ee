// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/countoperation.h"
#include "logs/indexoperation.h"
#include "logs/livequeryoperation.h"
#include "logs/queryoperation.h"
#include "logs/queryparser.h"
#include "logs/queryrun.h"

#include "randomquery.h"
#include "samplelog.h"

#include <QTest>

using namespace foretop;
using namespace foretop::logs;

namespace {

const QueryContext kContext{.now = RandomQuery::lastTime(), .zone = {}};

RecordView viewOf(const Record &record)
{
    return {record.kind,   record.level,   record.time, record.source,
            record.logger, record.message, record.raw};
}

/// A log with its index, and each of its records parsed for the slow evaluator.
struct ParsedLog
{
    explicit ParsedLog(const std::string &text)
        : stored(text)
        , file(LogFile::open(stored.path()).value())
        , rules(detectLineRules(*file).value())
    {
        const auto index = std::make_shared<LineIndex>();
        const auto done = IndexOperation(file, index, rules, 2).run({});
        view = done ? index->view() : LineIndexView();
        RecordParser parser(rules);
        for (auto number = RecordNumber(0); number < RecordNumber(view.recordCount()); ++number) {
            const auto range = view.recordRange(number);
            auto bytes = text.substr(range.begin, range.size());
            if (file->encoding() == TextEncoding::Latin1) {
                bytes = utf8FromLatin1(bytes);
            }
            records.push_back(parser.parseText(bytes));
            records.back().level = view.level(number);
            records.back().source = file->name();
            fields.push_back(parser.fields(records.back().raw));
        }
    }

    RecordSet expected(const Query &query) const
    {
        RecordSet matches;
        for (std::size_t i = 0; i < records.size(); ++i) {
            if (matchesQuery(query, viewOf(records[i]), fields[i])) {
                matches.add(RecordNumber(i));
            }
        }
        return matches;
    }
    Result<RecordSet> found(const CompiledQuery &query, std::optional<RecordSet> within = {}) const
    {
        return QueryOperation(file, view, rules, query, std::move(within), {}, 2).run({});
    }
    Result<std::uint64_t> counted(const CompiledQuery &query) const
    {
        return CountOperation(file, rules, query, 2).run({});
    }
    RecordSet told(const CompiledQuery &query) const
    {
        QueryRun run(query, rules);
        RecordSet matches;
        for (std::size_t i = 0; i < records.size(); ++i) {
            if (run.matches(viewOf(records[i]))) {
                matches.add(RecordNumber(i));
            }
        }
        return matches;
    }

    SampleFile stored;
    std::shared_ptr<LogFile> file;
    LineRules rules;
    LineIndexView view;
    std::vector<Record> records;
    std::vector<std::vector<Field>> fields;
};

std::string randomLog(RandomQuery &random, std::size_t records)
{
    const std::string lineEnd = random.below(4) == 0 ? "\r\n" : "\n";
    std::string text;
    for (std::size_t i = 0; i < records; ++i) {
        auto record = random.record();
        if (lineEnd.size() == 2) {
            for (auto at = record.find('\n'); at != std::string::npos;
                 at = record.find('\n', at + 2)) {
                record.insert(at, 1, '\r');
            }
        }
        text += record + lineEnd;
    }
    return text;
}

std::string numbersOf(const RecordSet &set)
{
    std::string out;
    for (const auto number : set.between(RecordNumber(0), RecordNumber(1U << 20))) {
        out += std::to_string(number.value()) + ' ';
    }
    return out;
}

/// The records that one has and the other has not.
std::string difference(const RecordSet &expected, const RecordSet &found)
{
    auto missing = expected;
    missing -= found;
    auto wrong = found;
    wrong -= expected;
    return "missing " + numbersOf(missing) + ", wrong " + numbersOf(wrong);
}

CompiledQuery compiled(std::string_view text)
{
    return CompiledQuery::compile(parseQuery(text, kContext).value()).value();
}

struct Cases
{
    std::size_t columns = 0;
    std::size_t texts = 0;
    std::size_t fields = 0;

    void add(const CompiledQuery &query, std::size_t count)
    {
        columns += query.plan().hasLevels || query.plan().hasTimes ? count : 0;
        texts += query.plan().texts.empty() ? 0 : count;
        fields += query.plan().fields.empty() ? 0 : count;
    }
    bool areAtLeast(std::size_t count) const
    {
        return columns >= count && texts >= count && fields >= count;
    }
};

} // namespace

class CompiledQueryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void agreesOnRecords();
    void agreesOnFiles();
    void agreesOnLiveRecords();
    void agreesInLargeFiles();
    void matches_data();
    void matches();
    void findsInLatin1();
    void looksThroughLargeRecords();
    void refinesItsResult();
    void refines_data();
    void refines();
    void refinesOnlyWhatItImplies();
    void highlights();
    void startsWhereItIsTold();
    void showsGaps();
    void tellsInOrder();
    void stops();
};

void CompiledQueryTest::agreesOnRecords()
{
    Cases cases;
    for (unsigned seed = 0; !cases.areAtLeast(10'000); ++seed) {
        RandomQuery random(seed);
        RecordParser parser;
        std::vector<Record> records;
        std::vector<std::vector<Field>> fields;
        for (int i = 0; i < 12; ++i) {
            records.push_back(parser.parseText(random.record()));
            records.back().source = "app.log";
            fields.push_back(fieldsOf(records.back().raw));
        }
        for (int i = 0; i < 12; ++i) {
            const auto query = random.query(random.below(4));
            const auto fast = CompiledQuery::compile(query);
            QVERIFY2(fast, queryText(query).c_str());
            cases.add(*fast, records.size());
            QueryRun run(*fast);
            for (std::size_t r = 0; r < records.size(); ++r) {
                const auto view = viewOf(records[r]);
                const auto text = "seed " + std::to_string(seed) + ": " + queryText(query) +
                                  " on " + records[r].raw;
                QVERIFY2(run.matches(view) == matchesQuery(query, view, fields[r]), text.c_str());
            }
        }
    }
}

void CompiledQueryTest::agreesOnFiles()
{
    Cases cases;
    for (unsigned seed = 1000; !cases.areAtLeast(10'000); ++seed) {
        RandomQuery random(seed);
        const ParsedLog log(randomLog(random, 150));
        for (int i = 0; i < 25; ++i) {
            const auto query = random.query(random.below(4));
            const auto fast = CompiledQuery::compile(query);
            QVERIFY2(fast, queryText(query).c_str());
            cases.add(*fast, log.records.size());
            const auto expected = log.expected(query);
            const auto found = log.found(*fast);
            const auto counted = log.counted(*fast);
            QVERIFY(found && counted);
            const auto text = "seed " + std::to_string(seed) + ": " + queryText(query) + ": " +
                              difference(expected, *found) + ", counted " +
                              std::to_string(*counted) + " of " + std::to_string(expected.size());
            QVERIFY2(*found == expected && *counted == expected.size(), text.c_str());
        }
    }
}

void CompiledQueryTest::agreesOnLiveRecords()
{
    Cases cases;
    for (unsigned seed = 2000; !cases.areAtLeast(10'000); ++seed) {
        RandomQuery random(seed);
        RecordParser parser;
        LiveStore store(random.below(2) == 0 ? 64U << 10 : LiveStore::kDefaultByteBudget);
        for (int i = 0; i < 400; ++i) {
            auto record = parser.parseText(random.record());
            record.source = random.below(2) == 0 ? "web" : "db";
            store.append({&record, 1});
        }
        const auto snapshot = store.snapshot();
        for (int i = 0; i < 25; ++i) {
            const auto query = random.query(random.below(4));
            const auto fast = CompiledQuery::compile(query);
            QVERIFY2(fast, queryText(query).c_str());
            RecordSet expected;
            for (auto number = snapshot.first(); number < snapshot.end(); ++number) {
                const auto record = snapshot.at(number);
                if (matchesQuery(query, record, fieldsOf(record.raw))) {
                    expected.add(number);
                }
            }
            cases.add(*fast, snapshot.end() - snapshot.first());
            const auto found = LiveQueryOperation(snapshot, *fast, {}, {}, 2).run({});
            QVERIFY(found);
            const auto text = "seed " + std::to_string(seed) + ": " + queryText(query) + ": " +
                              difference(expected, *found);
            QVERIFY2(*found == expected, text.c_str());
        }
    }
}

void CompiledQueryTest::agreesInLargeFiles()
{
    for (const auto kind : {SampleKind::Json, SampleKind::Text, SampleKind::Varied}) {
        const ParsedLog log(SampleLog(kind, 300).text(5U << 20));
        for (const auto *text :
             {"level>=error", "status>300 level:info", "-cache", "timeout or level:critical",
              "rate -limit", "time<2024-01-15T10:35:00Z", "until:10:40 level>=warn acct",
              "status:17 or status:18", "logger:shop level!=info", "level:error timeout user55"}) {
            const auto query = compiled(text);
            const auto expected = log.told(query); // which agrees with the slow evaluator
            const auto found = log.found(query);
            const auto counted = log.counted(query);
            QVERIFY(found && counted);
            QVERIFY2(*found == expected, text);
            QVERIFY2(*counted == expected.size(), text);
        }
    }
}

void CompiledQueryTest::matches_data()
{
    QTest::addColumn<QByteArray>("log");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<QByteArray>("matches"); // numbers of records
    const auto row = [](const char *name, const char *log, const char *query, const char *matches) {
        QTest::newRow(name) << QByteArray(log) << QByteArray(query) << QByteArray(matches);
    };
    row("escaped key", "{\"\\u0061bc\":5}\n{\"abc\":5}\n{\"abd\":5}\n", "abc:5", "0 1 ");
    row("escaped value", "{\"u\":\"\\u0061nna\"}\n{\"u\":\"anna\"}\n{\"u\":\"\\\\u0061nna\"}\n",
        "u:anna", "0 1 ");
    row("escaped logger",
        "{\"logger\":\"scr\\u0061per\",\"msg\":\"x\"}\n"
        "{\"logger\":\"db\",\"msg\":\"scraper\"}\n",
        "logger:scraper", "0 ");
    row("escaped slash", "{\"p\":\"\\/health\"}\n{\"p\":\"/health\"}\n", "p:/health", "0 1 ");
    row("duplicate keys", "{\"n\":1,\"n\":200}\n{\"n\":200,\"n\":1}\n{\"n\":1,\"n\":1}\n", "n>100",
        "0 1 ");
    row("not a duplicate key", "{\"n\":1,\"n\":200}\n{\"n\":1,\"n\":1}\n", "n!=200", "1 ");
    row("key within a text", "{\"msg\":\"\\\"n\\\": 500\",\"n\":1}\n{\"n\":500}\n", "n>100", "1 ");
    row("key within an object", "{\"a\":{\"n\":500}}\n{\"n\":500}\n{\"a\":{\"n\":5}}\n", "a.n>100",
        "0 ");
    row("dots in a key", "{\"a.n\":500}\n{\"a\":{\"n\":500}}\n{\"a\":{\"b.n\":500}}\n", "a.n>100",
        "0 1 ");
    row("longer key", "{\"xn\":500}\n{\"n\":500}\n", "n>100", "1 ");
    row("key as a value", "{\"k\":\"n\"}\n{\"n\":\"n\"}\n", "n:n", "1 ");
    row("array", "{\"t\":[1,500]}\n{\"t\":[\"a\",\"b\"]}\n{\"t\":[1]}\n", "t:500", "0 ");
    row("array of texts", "{\"t\":[\"a\",\"b\"]}\n{\"t\":[1]}\n", "t:b", "0 ");
    row("huge numbers",
        "{\"n\":9007199254740993}\n{\"n\":9007199254740992}\n"
        "{\"n\":123456789012345678901234567890}\n",
        "n>9007199254740992", "0 2 ");
    row("other ways to write a number",
        "{\"n\":5e2}\n{\"n\":500.00}\n{\"n\":\"500\"}\n{\"n\":5E+2}\n{\"n\":-500}\n", "n:500",
        "0 1 2 3 ");
    row("white space", "{\"n\" :\t500 }\n{ \"n\": 5}\n", "n>100", "0 ");
    row("null is not there", "{\"n\":null}\n{\"n\":false}\n{}\n{\"x\":1}\n", "n:*", "1 ");
    row("object is there", "{\"n\":{\"a\":1}}\n{\"n.a\":1}\n{\"na\":1}\n", "n:*", "0 1 ");
    row("carriage returns", "{\"n\":500}\r\n{\"n\":5}\r\nstray text\r\n", "n>100", "0 ");
    row("bytes that are no text", "{\"u\":\"a\xFFz\",\"n\":500}\n{\"u\":\"az\",\"n\":5}\n",
        "n>100 u:a*z", "0 ");
    row("stray text", "{\"n\":500}\nn=500 m=1\nStarting n 500\n{\"n\":1}\n{\"n\":2}\n", "n:500",
        "0 1 ");
    row("cut object", "{\"n\":500}\n{\"n\":500\n{\"n\":1}\n", "n>100", "0 ");
    row("in a container",
        "{\"log\":\"{\\\"n\\\":500}\\n\",\"stream\":\"stdout\",\"time\":\"2024-01-15T10:30:00Z\"}\n"
        "{\"log\":\"{\\\"n\\\":5}\\n\",\"stream\":\"stdout\",\"time\":\"2024-01-15T10:30:00Z\"}\n",
        "n>100", "0 ");
    const char *const trace = "2024-01-15 10:30:00 ERROR shop: failed\n"
                              "Traceback (most recent call last):\n"
                              "  File \"run.py\", line 5\n"
                              "2024-01-15 10:30:01 INFO shop: fine\n"
                              "2024-01-15 10:30:02 ERROR shop: again\n";
    row("text of a continuation", trace, "run.py", "0 ");
    row("text of no continuation", trace, "-run.py", "1 2 ");
    row("level and a continuation", trace, "level:error -traceback", "2 ");
    row("text or level", trace, "traceback or level:info", "0 1 ");
    row("time", trace, "time>=2024-01-15T10:30:01Z", "1 2 ");
    row("time and level", trace, "time>=2024-01-15T10:30:01Z level>=error", "2 ");
    row("not in a time", trace, "-time>=2024-01-15T10:30:01Z", "0 ");
    row("all", trace, "", "0 1 2 ");
    row("none", trace, "level:debug", "");
    row("empty log", "", "n>100", "");
    row("source", trace, "source:*app.log fine", "1 ");
    row("other source", trace, "source:elsewhere or fine", "1 ");
}

void CompiledQueryTest::matches()
{
    QFETCH(QByteArray, log);
    QFETCH(QByteArray, query);
    QFETCH(QByteArray, matches);
    const ParsedLog parsed(log.toStdString());
    const auto fast = compiled(query.toStdString());
    QCOMPARE(QByteArray::fromStdString(numbersOf(parsed.expected(fast.query()))), matches);
    QCOMPARE(QByteArray::fromStdString(numbersOf(parsed.told(fast))), matches);
    const auto found = parsed.found(fast);
    QVERIFY(found);
    QCOMPARE(QByteArray::fromStdString(numbersOf(*found)), matches);
    const auto counted = parsed.counted(fast);
    QVERIFY(counted);
    QCOMPARE(*counted, found->size());
}

void CompiledQueryTest::findsInLatin1()
{
    const ParsedLog log("{\"city\":\"K\xF6ln\",\"n\":500}\n{\"city\":\"Bonn\",\"n\":501}\n"
                        "{\"city\":\"K\xD6LN\",\"n\":5}\n");
    QCOMPARE(log.file->encoding(), TextEncoding::Latin1);
    for (const auto &[text, matches] : std::vector<std::pair<std::string, std::string>>{
             {"k\xC3\xB6ln", "0 2 "},
             {"\"K\xC3\xB6ln\" n>100", "0 "},
             {"city:k\xC3\xB6*", "0 "},
             {"-k\xC3\xB6ln", "1 "},
             {"\xE2\x82\xAC or n:501", "1 "},
         }) {
        const auto query = compiled(text);
        QCOMPARE(QByteArray::fromStdString(text + ": " + numbersOf(log.found(query).value())),
                 QByteArray::fromStdString(text + ": " + matches));
        QCOMPARE(log.counted(query).value(), log.found(query).value().size());
    }
}

void CompiledQueryTest::looksThroughLargeRecords()
{
    const std::string filler(3U << 20, 'z');
    const ParsedLog log(
        "{\"level\":\"info\",\"m\":\"b\"}\n{\"level\":\"error\",\"m\":\"a\",\"n\":500}\n"
        "{\"level\":\"error\",\"n\":500,\"m\":\"" +
        filler + "needle\"}\n{\"level\":\"info\",\"m\":\"" + filler +
        "needle\"}\n{\"level\":\"error\",\"m\":\"needle\"}\n");
    QCOMPARE(log.view.recordCount(), std::uint64_t(5));
    for (const auto &[text, matches] : std::vector<std::pair<std::string, std::string>>{
             {"level:error needle", "2 4 "},
             {"-needle", "0 1 "},
             {"level:error n>100 -needle", "1 "},
             {"level:info or n:500", "0 1 3 "}, // its fields are beyond what is held
             {"needle level:info", "3 "},
         }) {
        const auto query = compiled(text);
        QCOMPARE(QByteArray::fromStdString(text + ": " + numbersOf(log.found(query).value())),
                 QByteArray::fromStdString(text + ": " + matches));
        QCOMPARE(log.counted(query).value(), log.found(query).value().size());
    }
}

void CompiledQueryTest::refinesItsResult()
{
    for (unsigned seed = 3000; seed < 3020; ++seed) {
        RandomQuery random(seed);
        const ParsedLog log(randomLog(random, 200));
        for (int i = 0; i < 10; ++i) {
            const auto wide = random.query(1);
            const auto narrow = allOf({wide, random.query(2)});
            const auto wider = CompiledQuery::compile(wide).value();
            const auto narrower = CompiledQuery::compile(narrow).value();
            const auto text = queryText(narrow) + " of " + queryText(wide);
            QVERIFY2(narrower.refines(wider), text.c_str());
            const auto within = log.found(wider).value();
            QVERIFY2(log.found(narrower, within).value() == log.found(narrower).value(),
                     text.c_str());
        }
    }
}

void CompiledQueryTest::refines_data()
{
    QTest::addColumn<QByteArray>("narrower");
    QTest::addColumn<QByteArray>("wider");
    QTest::addColumn<bool>("isRefined");
    const auto row = [](const char *narrower, const char *wider, bool isRefined) {
        QTest::addRow("%s of %s", narrower, wider)
            << QByteArray(narrower) << QByteArray(wider) << isRefined;
    };
    row("timeout", "", true);
    row("timeout", "time", true);
    row("time", "timeout", false);
    row("TIMEOUT", "time", true);
    row("\"Timeout\"", "time", true);
    row("timeout", "\"time\"", false);
    row("\"timeout\"", "\"time\"", true);
    row("-time", "-timeout", true);
    row("-timeout", "-time", false);
    row("level>=error", "level>=warn", true);
    row("level>=warn", "level>=error", false);
    row("level>=error timeout n>5", "level>=warn n>5", true);
    row("n>5", "n>5 or timeout", true);
    row("n>5 or timeout", "n>5", false);
    row("timeouts or level:error time", "time", true);
    row("/a/", "/a/i", false);
    row("since:5m", "since:15m", true);
    row("since:15m", "since:5m", false);
    row("since:5m until:1m", "since:15m", true);
}

void CompiledQueryTest::refines()
{
    QFETCH(QByteArray, narrower);
    QFETCH(QByteArray, wider);
    QFETCH(bool, isRefined);
    QCOMPARE(compiled(narrower.toStdString()).refines(compiled(wider.toStdString())), isRefined);
}

void CompiledQueryTest::refinesOnlyWhatItImplies()
{
    RandomQuery random(4000);
    RecordParser parser;
    std::vector<Record> records;
    for (int i = 0; i < 200; ++i) {
        records.push_back(parser.parseText(random.record()));
    }
    int refined = 0;
    for (int i = 0; i < 20'000 && refined < 300; ++i) {
        const auto narrower = CompiledQuery::compile(random.query(1)).value();
        const auto wider = CompiledQuery::compile(random.query(1)).value();
        if (!narrower.refines(wider)) {
            continue;
        }
        ++refined;
        QueryRun inner(narrower);
        QueryRun outer(wider);
        const auto text = queryText(narrower.query()) + " of " + queryText(wider.query());
        for (const auto &record : records) {
            const auto view = viewOf(record);
            QVERIFY2(!inner.matches(view) || outer.matches(view), text.c_str());
        }
    }
    QVERIFY(refined >= 50);
}

void CompiledQueryTest::highlights()
{
    std::vector<std::string> texts;
    for (const auto &text :
         compiled("timeout or (\"rate limit\" -health n:5 timeout) /a+b/").highlights()) {
        texts.push_back(text.text);
    }
    const std::vector<std::string> expected = {"a+b", "timeout", "rate limit"};
    std::ranges::sort(texts);
    auto sorted = expected;
    std::ranges::sort(sorted);
    QVERIFY(texts == sorted);
    QVERIFY(compiled("level:error -x").highlights().empty());
}

void CompiledQueryTest::startsWhereItIsTold()
{
    const ParsedLog log(SampleLog(SampleKind::Text, 301).text(9U << 20));
    for (const auto *text : {"", "level:error", "cache", "-cache"}) {
        const auto query = compiled(text);
        const auto all = log.found(query).value();
        const auto from = RecordNumber(log.view.recordCount() / 2 + 7);
        const auto some =
            QueryOperation(log.file, log.view, log.rules, query, {}, from, 2).run({}).value();
        QCOMPARE(some.size(), all.size() - all.rankOf(from));
        QVERIFY(some.firstFrom(RecordNumber(0)) >= from);
    }
}

void CompiledQueryTest::showsGaps()
{
    LiveStore store;
    std::vector<Record> records(3);
    records[1].kind = RecordKind::Gap;
    records[2].level = Level::Error;
    store.append(records);
    const auto found = LiveQueryOperation(store.snapshot(), compiled("level:error")).run({});
    QCOMPARE(numbersOf(found.value()), std::string("1 2 "));
    RecordSet within;
    within.add(RecordNumber(2));
    const auto refined =
        LiveQueryOperation(store.snapshot(), compiled("level>=warn"), within).run({});
    QCOMPARE(numbersOf(refined.value()), std::string("2 "));
    const auto later =
        LiveQueryOperation(store.snapshot(), compiled(""), {}, RecordNumber(1)).run({});
    QCOMPARE(numbersOf(later.value()), std::string("1 2 "));
    QVERIFY(LiveQueryOperation({}, compiled("")).run({}).value().isEmpty());
}

void CompiledQueryTest::tellsInOrder()
{
    LiveStore store;
    std::vector<Record> records(60'000);
    for (std::size_t i = 0; i < records.size(); ++i) {
        records[i].raw = i % 3 == 0 ? "timeout" : "fine";
    }
    store.append(records);
    RecordNumber upTo;
    RecordSet told;
    const auto found = LiveQueryOperation(store.snapshot(), compiled("timeout"), {}, {}, 2)
                           .run({}, [&](const MatchBatch &batch) {
                               for (const auto record : batch.matches) {
                                   QVERIFY(record >= upTo && record < batch.searchedUpTo);
                               }
                               told.add(batch.matches);
                               upTo = batch.searchedUpTo;
                           });
    QVERIFY(found);
    QCOMPARE(found->size(), std::uint64_t(20'000));
    QVERIFY(told == *found);
    QCOMPARE(upTo, store.snapshot().end());
}

void CompiledQueryTest::stops()
{
    const ParsedLog log(SampleLog(SampleKind::Text, 302).text(13U << 20));
    for (const auto *text : {"", "level:error", "cache -rate", "logger:shop.cart"}) {
        std::stop_source stop;
        int batches = 0;
        const auto found = QueryOperation(log.file, log.view, log.rules, compiled(text), {}, {}, 2)
                               .run(stop.get_token(), [&](const MatchBatch &) {
                                   ++batches;
                                   stop.request_stop();
                               });
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::Cancelled);
        QCOMPARE(batches, 1);
    }
    LiveStore store;
    store.append(std::vector<Record>(40'000));
    std::stop_source stop;
    int batches = 0;
    const auto found = LiveQueryOperation(store.snapshot(), compiled("x"), {}, {}, 2)
                           .run(stop.get_token(), [&](const MatchBatch &) {
                               ++batches;
                               stop.request_stop();
                           });
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::Cancelled);
    QCOMPARE(batches, 1);
}

QTEST_APPLESS_MAIN(CompiledQueryTest)
#include "tst_compiledquery.moc"
