// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/countoperation.h"
#include "logs/indexoperation.h"
#include "logs/linescan.h"
#include "logs/literalfinder.h"
#include "logs/queryoperation.h"

#include "samplelog.h"

#include <QRegularExpression>
#include <QTest>

#include <atomic>
#include <set>
#include <thread>

using namespace foretop;
using namespace foretop::logs;

namespace {

TextQuery literal(std::string text, bool isCaseSensitive = true)
{
    return {.text = std::move(text),
            .kind = TextQuery::Kind::Literal,
            .isCaseSensitive = isCaseSensitive};
}

TextQuery regex(std::string text, bool isCaseSensitive = true)
{
    return {.text = std::move(text),
            .kind = TextQuery::Kind::Regex,
            .isCaseSensitive = isCaseSensitive};
}

Result<CompiledQuery> compiled(const TextQuery &text)
{
    return CompiledQuery::compile(queryOf(TextTerm{text}));
}

/// An opened log with its index.
struct Indexed
{
    explicit Indexed(const SampleFile &stored)
        : file(LogFile::open(stored.path()).value())
        , rules(detectLineRules(*file).value())
    {
        const auto index = std::make_shared<LineIndex>();
        const auto done = IndexOperation(file, index, rules, 2).run({});
        view = done ? index->view() : LineIndexView();
    }

    std::shared_ptr<LogFile> file;
    LineRules rules;
    LineIndexView view;
};

/// The same as a pattern, slowly: PCRE on one record after the other.
class ObviousMatcher
{
public:
    explicit ObviousMatcher(const TextQuery &query)
        : m_regex(patternOf(query), options(query))
    {
    }

    bool matches(std::string bytes) const
    {
        bytes.resize(bytes.find_last_not_of("\r\n") + 1);
        replaceInvalidUtf8(bytes);
        return m_regex.match(QString::fromStdString(bytes)).hasMatch();
    }

private:
    static QString patternOf(const TextQuery &query)
    {
        auto pattern = QString::fromStdString(query.text);
        return query.kind == TextQuery::Kind::Literal
                   ? QRegularExpression::escape(pattern)
                   : pattern.replace(QStringLiteral("$"), QStringLiteral("(?:\\r?$)"));
    }
    static QRegularExpression::PatternOptions options(const TextQuery &query)
    {
        QRegularExpression::PatternOptions options = QRegularExpression::MultilineOption;
        options.setFlag(QRegularExpression::CaseInsensitiveOption, !query.isCaseSensitive);
        return options;
    }

    const QRegularExpression m_regex;
};

RecordSet obviousMatches(std::string_view text, const LineIndexView &view, const TextQuery &query)
{
    const ObviousMatcher matcher(query);
    RecordSet found;
    for (std::uint64_t record = 0; record < view.recordCount(); ++record) {
        const auto range = view.recordRange(RecordNumber(record));
        if (matcher.matches(std::string(text.substr(range.begin, range.size())))) {
            found.add(RecordNumber(record));
        }
    }
    return found;
}

const std::vector<TextQuery> &queries()
{
    static const std::vector<TextQuery> all = {
        literal("rate limit"),
        literal("RATE limit", false),
        literal("x"),
        literal("caf\xC3\xA9"),
        literal("CAF\xC3\x89", false),
        literal("RateLimited: retry after 5 s"),
        literal("shop"),
        literal("GET  "),
        literal("is nowhere"),
        literal("last):\n  File"),
        literal("zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz"),
        literal("$5 "),
        regex("acct:\\d+"),
        regex("\\d+5 "),
        regex("err[a-z]+|timeout", false),
        regex("^\\{\"level\""),
        regex("cache $"),
        regex("5 s$"),
        regex("\\buser\\d\\d\\b"),
        regex("job\\s+88"),
        regex("limit\\s+[^x]"),
        regex("caf. "),
        regex("caf\xC3\xA9 (GET|POST)"),
        regex("[^a-z]88"),
        regex("\"message\": ?\"[^\"]*cache"),
        regex("File.*\\n.*File"),
        regex("(?s)Traceback.*retry"),
        regex("\\A.*INFO"),
        regex("5 s\\z"),
        regex("^$"),
        regex("q*"),
        regex("\\W\\d{3}\\W"),
        regex("TOOK|zz+$", false),
    };
    return all;
}

} // namespace

class RawSearchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsLiterals();
    void keepsSets();
    void agreesWithPcre_data();
    void agreesWithPcre();
    void agreesInLargeFiles();
    void searchesInPieces();
    void searchesLatin1();
    void matchesAllAndNone();
    void refines();
    void tellsInOrder();
    void stops();
    void survivesACutFile();
    void rejectsBadRegexes_data();
    void rejectsBadRegexes();
};

void RawSearchTest::findsLiterals()
{
    if (!LiteralFinder::isSupported()) {
        QSKIP("this processor has no AVX2");
    }
    std::mt19937 random(4);
    for (int round = 0; round < 20'000; ++round) {
        std::string text(random() % 200, ' ');
        for (auto &c : text) {
            c = "aAbB\n"[random() % 5];
        }
        std::string needle(1 + random() % 12, ' ');
        for (auto &c : needle) {
            c = "aAbB"[random() % 4];
        }
        const bool isCaseSensitive = random() % 2 == 0;
        const auto from = random() % (text.size() + 1);
        LiteralFinder finder(needle, isCaseSensitive);
        finder.adaptTo(text);
        const auto padded = text + std::string(kScanPadding, needle[0]);
        const auto haystack = QByteArray::fromStdString(text);
        const auto wanted = QByteArray::fromStdString(needle);
        const auto expected =
            isCaseSensitive
                ? haystack.indexOf(wanted, static_cast<qsizetype>(from))
                : haystack.toLower().indexOf(wanted.toLower(), static_cast<qsizetype>(from));
        const auto found = finder.find(std::string_view(padded).substr(0, text.size()), from);
        QCOMPARE(static_cast<qsizetype>(found), static_cast<qsizetype>(expected));
    }
}

void RawSearchTest::keepsSets()
{
    std::mt19937_64 random(3);
    // Around where numbers need more than 32 bits.
    constexpr std::uint64_t kBase = (std::uint64_t{1} << 32) - 500;
    std::set<std::uint64_t> obvious[2];
    RecordSet sets[2];
    for (int which = 0; which < 2; ++which) {
        for (int i = 0; i < 300; ++i) {
            obvious[which].insert(kBase + random() % 1000);
        }
        std::vector<RecordNumber> numbers(obvious[which].begin(), obvious[which].end());
        sets[which].add(std::span(numbers).first(100));
        sets[which].add(std::span(numbers).subspan(100));
        sets[which].addRange(RecordNumber(kBase + 480), RecordNumber(kBase + 520));
        for (auto number = kBase + 480; number < kBase + 520; ++number) {
            obvious[which].insert(number);
        }
    }
    const auto compare = [](const RecordSet &set, const std::set<std::uint64_t> &wanted) {
        QCOMPARE(set.size(), wanted.size());
        QCOMPARE(set.isEmpty(), wanted.empty());
        std::uint64_t rank = 0;
        for (const auto number : wanted) {
            QCOMPARE(set.at(rank).value(), number);
            QCOMPARE(set.rankOf(RecordNumber(number)), rank);
            ++rank;
        }
        for (auto number = kBase - 5; number < kBase + 1005; ++number) {
            QCOMPARE(set.contains(RecordNumber(number)), wanted.count(number) == 1);
            const auto next = wanted.lower_bound(number);
            const auto from = set.firstFrom(RecordNumber(number));
            QCOMPARE(from.has_value(), next != wanted.end());
            QVERIFY(!from || from->value() == *next);
        }
        QCOMPARE(set.between(RecordNumber(kBase + 400), RecordNumber(kBase + 600)).size(),
                 static_cast<std::size_t>(std::distance(wanted.lower_bound(kBase + 400),
                                                        wanted.lower_bound(kBase + 600))));
    };
    compare(sets[0], obvious[0]);
    std::set<std::uint64_t> both;
    std::set<std::uint64_t> onlyFirst;
    for (const auto number : obvious[0]) {
        (obvious[1].count(number) == 1 ? both : onlyFirst).insert(number);
    }
    auto set = sets[0];
    compare(set &= sets[1], both);
    set = sets[0];
    compare(set -= sets[1], onlyFirst);
    set |= sets[1];
    auto all = onlyFirst;
    all.insert(obvious[1].begin(), obvious[1].end());
    compare(set, all);
    set -= set;
    compare(set, {});
}

void RawSearchTest::agreesWithPcre_data()
{
    QTest::addColumn<SampleKind>("kind");
    QTest::newRow("JSON") << SampleKind::Json;
    QTest::newRow("JSON of many shapes") << SampleKind::Varied;
    QTest::newRow("text") << SampleKind::Text;
    QTest::newRow("plain") << SampleKind::Plain;
}

void RawSearchTest::agreesWithPcre()
{
    QFETCH(SampleKind, kind);
    for (unsigned seed = 0; seed < 12; ++seed) {
        SampleLog log(kind, seed + 100);
        const auto text = log.text(log.below(20'000));
        const SampleFile stored(text);
        const Indexed log1(stored);
        for (const auto &query : queries()) {
            const auto pattern = compiled(query);
            QVERIFY2(pattern, query.text.c_str());
            const auto found =
                QueryOperation(log1.file, log1.view, log1.rules, *pattern, {}, {}, 2).run({});
            const auto count = CountOperation(log1.file, log1.rules, *pattern, 2).run({});
            const auto expected = obviousMatches(text, log1.view, query);
            QVERIFY(found && count);
            if (*found != expected || *count != expected.size()) {
                QFAIL(qPrintable(QStringLiteral("seed %1, query \"%2\": found %3, counted %4 of %5")
                                     .arg(seed)
                                     .arg(QString::fromStdString(query.text))
                                     .arg(found->size())
                                     .arg(*count)
                                     .arg(expected.size())));
            }
        }
    }
}

void RawSearchTest::agreesInLargeFiles()
{
    for (const auto kind : {SampleKind::Json, SampleKind::Text, SampleKind::Plain}) {
        const auto text = SampleLog(kind, 200).text(9U << 20);
        const SampleFile stored(text);
        const Indexed log(stored);
        for (const auto &query :
             {literal("cache"), literal("TIMEOUT", false), regex("acct:\\d+\\s+user\\d")}) {
            const auto pattern = compiled(query);
            QVERIFY(pattern);
            const auto found =
                QueryOperation(log.file, log.view, log.rules, *pattern, {}, {}, 2).run({});
            const auto count = CountOperation(log.file, log.rules, *pattern, 2).run({});
            const auto expected = obviousMatches(text, log.view, query);
            QVERIFY(found && count);
            QCOMPARE(found->size(), expected.size());
            QVERIFY(*found == expected);
            QCOMPARE(*count, expected.size());
        }
    }
}

void RawSearchTest::searchesInPieces()
{
    // Needles across the places where a large record is read in pieces.
    std::string large(5'000'000, 'a');
    for (const std::size_t at : {LogFile::kReadBlock - 3, 2 * LogFile::kReadBlock - 1,
                                 QueryOperation::kMostHeldRecord - 2, std::size_t{4'999'990}}) {
        auto text = large;
        text.replace(at, 8,
                     "ne\xC3\xA9"
                     "dle");
        text += "\nsmall\n";
        const SampleFile stored("first\n" + text);
        const Indexed log(stored);
        QCOMPARE(log.view.recordCount(), std::uint64_t(3));
        for (const auto &query :
             {literal("ne\xC3\xA9"
                      "dle"),
              literal("NE\xC3\x89"
                      "DLE",
                      false),
              regex("ne.dle"), regex("a+ne[^x]+dle"), regex("\\Aa.*ne\xC3\xA9")}) {
            const auto pattern = compiled(query);
            QVERIFY(pattern);
            const auto found =
                QueryOperation(log.file, log.view, log.rules, *pattern, {}, {}, 2).run({});
            const auto count = CountOperation(log.file, log.rules, *pattern, 2).run({});
            QVERIFY(found && count);
            QCOMPARE(*count, std::uint64_t(1));
            QVERIFY(found->contains(RecordNumber(1)));
        }
    }
}

void RawSearchTest::searchesLatin1()
{
    const SampleFile stored("caf\xE9 au lait\nCAF\xC9\nthe\nna\xEFve\n");
    const Indexed log(stored);
    QCOMPARE(log.file->encoding(), TextEncoding::Latin1);
    const std::vector<std::pair<TextQuery, std::uint64_t>> expected = {
        {literal("caf\xC3\xA9"), 1},      {literal("CAF\xC3\xA9", false), 2},
        {literal("\xE2\x82\xAC"), 0},     {regex("caf\xC3\xA9"), 1},
        {regex("[\xC3\xA9\xC3\xAF]"), 2}, {regex("f.$", false), 1},
    };
    for (const auto &[query, count] : expected) {
        const auto pattern = compiled(query);
        QVERIFY(pattern);
        QCOMPARE(CountOperation(log.file, log.rules, *pattern).run({}).value(), count);
        QCOMPARE(QueryOperation(log.file, log.view, log.rules, *pattern).run({}).value().size(),
                 count);
    }
}

void RawSearchTest::matchesAllAndNone()
{
    const SampleFile stored(SampleLog(SampleKind::Text, 5).text(300'000));
    const Indexed log(stored);
    const auto all = compiled(literal(""));
    QVERIFY(all && all->matchesAll());
    QCOMPARE(CountOperation(log.file, log.rules, *all).run({}).value(), log.view.recordCount());
    QCOMPARE(QueryOperation(log.file, log.view, log.rules, *all).run({}).value().size(),
             log.view.recordCount());
    const auto none =
        CompiledQuery::compile(queryOf(TextTerm{literal("\xE2\x82\xAC")}), TextEncoding::Latin1);
    QVERIFY(none && none->matchesNone());
    QVERIFY(QueryOperation(log.file, log.view, log.rules, *none).run({}).value().isEmpty());
    QCOMPARE(CountOperation(log.file, log.rules, *none).run({}).value(), std::uint64_t(0));
}

void RawSearchTest::refines()
{
    const SampleFile stored(SampleLog(SampleKind::Json, 6).text(6U << 20));
    const Indexed log(stored);
    for (const auto &first : {literal("cache"), literal("status\": 17}"), literal("nowhere")}) {
        const auto within =
            QueryOperation(log.file, log.view, log.rules, compiled(first).value()).run({});
        QVERIFY(within);
        for (const auto &second : {literal("rate"), regex("timeout.*ERROR|job"), literal("")}) {
            const auto pattern = compiled(second).value();
            auto expected = QueryOperation(log.file, log.view, log.rules, pattern).run({}).value();
            expected &= *within;
            const auto refined =
                QueryOperation(log.file, log.view, log.rules, pattern, *within, {}, 2)
                    .run({})
                    .value();
            QCOMPARE(refined.size(), expected.size());
            QVERIFY(refined == expected);
        }
    }
}

void RawSearchTest::tellsInOrder()
{
    const SampleFile stored(SampleLog(SampleKind::Text, 7).text(20U << 20));
    const Indexed log(stored);
    const auto pattern = compiled(literal("cache")).value();
    RecordNumber upTo;
    RecordSet told;
    const auto found = QueryOperation(log.file, log.view, log.rules, pattern, {}, {}, 2)
                           .run({}, [&](const MatchBatch &batch) {
                               for (const auto record : batch.matches) {
                                   QVERIFY(record >= upTo && record < batch.searchedUpTo);
                               }
                               QVERIFY(std::is_sorted(batch.matches.begin(), batch.matches.end()));
                               QVERIFY(batch.searchedUpTo >= upTo);
                               told.add(batch.matches);
                               upTo = batch.searchedUpTo;
                           });
    QVERIFY(found);
    QCOMPARE(upTo.value(), log.view.recordCount());
    QVERIFY(told == *found);
    QVERIFY(!told.isEmpty());
}

void RawSearchTest::stops()
{
    const SampleFile stored(SampleLog(SampleKind::Text, 8).text(20U << 20));
    const Indexed log(stored);
    const auto pattern = compiled(literal("cache")).value();
    std::stop_source stop;
    int batches = 0;
    const auto found = QueryOperation(log.file, log.view, log.rules, pattern, {}, {}, 2)
                           .run(stop.get_token(), [&](const MatchBatch &) {
                               ++batches;
                               stop.request_stop();
                           });
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::Cancelled);
    QCOMPARE(batches, 1);

    int parts = 0;
    std::stop_source stopCount;
    const auto count =
        CountOperation(log.file, log.rules, pattern, 2).run(stopCount.get_token(), [&](Progress) {
            ++parts;
            stopCount.request_stop();
        });
    QVERIFY(!count);
    QCOMPARE(count.error().code, ErrorCode::Cancelled);
    QCOMPARE(parts, 1);
}

void RawSearchTest::survivesACutFile()
{
    const auto text = SampleLog(SampleKind::Text, 9).text(9U << 20);
    SampleFile stored(text);
    const Indexed log(stored);
    const auto pattern = compiled(literal("cache")).value();
    const auto all = QueryOperation(log.file, log.view, log.rules, pattern).run({}).value();
    std::atomic<int> failed = 0;
    {
        const std::jthread searcher([&](const std::stop_token &stop) {
            do {
                const auto found =
                    QueryOperation(log.file, log.view, log.rules, pattern, {}, {}, 2).run({});
                failed += found && found->size() <= all.size() ? 0 : 1;
            } while (!stop.stop_requested());
        });
        for (auto size = text.size(); size > 100'000; size -= 100'000) {
            stored.cut(size);
        }
        stored.cut(0);
    }
    QCOMPARE(failed.load(), 0);
    QVERIFY(QueryOperation(log.file, log.view, log.rules, pattern).run({}).value().isEmpty());
}

void RawSearchTest::rejectsBadRegexes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("column");
    QTest::newRow("open group") << QByteArray("ab(c") << 3;
    QTest::newRow("open class") << QByteArray("a[bc") << 2;
    QTest::newRow("behind a dollar") << QByteArray("a$b(c") << 4;
    QTest::newRow("look-ahead") << QByteArray("a(?=b)") << 0;
    QTest::newRow("back reference") << QByteArray("(a)\\1") << 0;
    QTest::newRow("nothing to repeat") << QByteArray("*a") << 1;
}

void RawSearchTest::rejectsBadRegexes()
{
    QFETCH(QByteArray, text);
    QFETCH(int, column);
    const auto pattern = TextPattern::compile(regex(text.toStdString()));
    QVERIFY(!pattern);
    QCOMPARE(pattern.error().code, ErrorCode::Malformed);
    QCOMPARE(pattern.error().source, text.toStdString());
    QVERIFY(!pattern.error().message.empty());
    QCOMPARE(static_cast<int>(pattern.error().place.column.value_or(0)), column);
}

QTEST_APPLESS_MAIN(RawSearchTest)
#include "tst_rawsearch.moc"
