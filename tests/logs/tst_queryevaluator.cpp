// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "base/timestamp.h"
#include "logs/numbertext.h"
#include "logs/queryparser.h"
#include "logs/recordparser.h"
#include "logs/wordpattern.h"
#include "randomquery.h"

#include <QTest>

using namespace foretop;
using namespace foretop::logs;

namespace {

constexpr auto kNow = "2024-01-15T12:00:00Z";

Record recordOf(const std::string &raw)
{
    RecordParser parser(std::make_shared<ManualClock>(*parseIso8601(kNow)));
    auto record = parser.parseText(raw);
    record.source = "app.log";
    return record;
}

RecordView viewOf(const Record &record)
{
    return {record.kind,   record.level,   record.time, record.source,
            record.logger, record.message, record.raw};
}

bool isMatch(const Query &query, const Record &record)
{
    return matchesQuery(query, viewOf(record), fieldsOf(record.raw));
}

} // namespace

class QueryEvaluatorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void comparesNumbers_data();
    void comparesNumbers();
    void fitsWords_data();
    void fitsWords();
    void findsTextsAsAPlainSearchDoes();
    void keepsTheLawsOfLogic();
    void meansTheSameWrittenOut();
};

void QueryEvaluatorTest::matches_data()
{
    QTest::addColumn<QByteArray>("record");
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<bool>("isMatch");

    // Each query is "+" or "-", whether it matches, and its text.
    const auto rows = [](const char *record, std::initializer_list<const char *> queries) {
        for (const auto *query : queries) {
            QTest::addRow("%s on %.40s", query, record)
                << QByteArray(record) << QByteArray(query + 1) << (query[0] == '+');
        }
    };
    rows(R"({"timestamp":"2024-01-15T10:30:00.123Z","level":"WARNING","logger":"shop.cart",)"
         R"("message":"Rate limit of acct:17","status":503,"path":"/api/v1"})",
         {"+", "+*", "--*",
          // texts
          "+rate", "+RATE", "+\"Rate limit\"", "-\"rate limit\"", "+\"rate limit\"i",
          "+/acct:\\d+/", "-/ACCT:\\d+/", "+/ACCT:\\d+/i", "-health", "+-health", "+\"\"", "+r*e",
          "+r?te", "-r?e", "-acct:17", "+\"acct:17\"", "+\"\\\"status\\\":503\"", "+shop rate",
          "-shop health", "+shop or health", "-(shop or rate) health",
          "+not (health or x9) and rate",
          // the record's members
          "+level:warn", "+level:W", "+level>=warn", "+level>info", "-level>warn", "-level<warn",
          "+level<error", "+level!=error", "+level:(error or warn)", "+level:*", "+level:/^WARN/",
          "+logger:shop.cart", "+component:SHOP.CART", "+logger:shop.*", "-logger:shop",
          "+logger:/shop/", "+message:/limit/", "+msg:\"Rate limit of acct:17\"", "+message:rate*",
          "+source:app.log", "+source:*", "-source:other",
          // times
          "+since:2h", "-since:1h", "+until:10:30", "-until:10:29", "+since:10:30:00.123",
          "-since:10:30:00.124", "+until:10:30:00.123", "-until:10:30:00.122", "+time:2024-01-15",
          "+time:10:30:00", "-time!=10:30", "+time:/T10:30/", "+time:*", "+time>=10:30 time<10:31",
          "-time<10:30",
          // fields
          "+status:503", "+status:503.0", "+status:5.03e2", "+status:5*", "-status:50",
          "+status>=500", "-status>503", "+status<=503", "-status<503", "+status!=500",
          "-status!=503", "+status:\"503\"", "-status:\"503.0\"", "+status:/^50/",
          "+status:(500 or 503)", "-status!=(500 or 503)", "-status>=abc", "+status<abc",
          "+path:/api/v1", "-path:/api", "+path:/api/*", "+path:/api/", "+status:*", "-missing:*",
          "+-missing:*", "+missing!=x", "-missing:x", "-missing<1", "-Status:503"});
    rows(R"({"message":"m","http":{"method":"GET","a.b":1},"tags":["Red","blue",7,null,[1]],)"
         R"("none":null,"empty":"","obj":{},"list":[],"level":"nonsense","user name":"Bob"})",
         {"+http.method:get", "-http.method:\"get\"", "+http:*", "-http:GET", "+http.a.b:1",
          "-htt:*", "+obj:*", "+obj:{}", "+list:*", "+list:[]", "+empty:*", "+empty:\"\"",
          "-empty:\"x\"", "-none:*", "+none:null", "+none!=x", "-http.method.x:*", "+tags:red",
          "-tags:\"red\"", "+tags:\"Red\"", "+tags:7", "+tags:7.0", "+tags:/^b/", "+tags>6",
          "-tags>z", "+tags<=a", "+tags:b*", "+tags:\"[1]\"", "-tags:1", "+tags:(red and blue)",
          "-tags!=red", "+tags!=green", "-tags>=8 x9", "+\"user name\":bob", "-\"user name\":Bo",
          // no level, no time, no logger
          "+level:unknown", "-level:*", "+level!=error", "-level<error", "-level>=trace",
          "-level>=unknown", "-since:1000w", "-until:now", "+-since:1w", "-time:*",
          "+time!=2024-01-15", "-logger:*", "+logger!=x", "-component:/./"});
    rows(R"({"when":"2024-01-15T10:30:00Z","day":"2024-01-15","at":1705314600,"v":"1.10",)"
         R"("id":9007199254740993,"big":"123456789012345678901","name":"Zoe","n":"12"})",
         {"+when>=2024-01-15",
          "-when>2024-01-15",
          "+when>2024-01-14",
          "+when<=2024-01-15",
          "-when<2024-01-15",
          "+when>=2024-01-15T10:30",
          "-when>2024-01-15T10:30",
          "+when<\"2024-02\"",
          "+day>=2024-01-15T00:00",
          "-day>=2024-01-15T00:00:01",
          "+at>=2024-01-15T10:30",
          "-at<2024-01-15T10:30:00",
          "-name>2024-01-15",
          "+v>1",
          "+v:1.1",
          "+v<\"1.9\"",
          "+v>\"1.1\"",
          "+id:9007199254740993",
          "-id:9007199254740992",
          "+id>9007199254740992",
          "+big:123456789012345678901",
          "-big:123456789012345678902",
          "+name>yves",
          "-name>ZOE",
          "+name>=ZOE",
          "-name>=\"a\"",
          "+n>9",
          "-n>\"9\"",
          "-name>5"});
    rows("ts=2024-01-15T10:30:00Z level=error msg=\"no route\" status=503 k=a k=b\n  at x(y:88)",
         {"+level:err", "+status>500", "+msg:\"no route\n  at x(y:88)\"", "+\"route\\\" status\"",
          "+/^  at/", "+/503.*$/", "-/b.*at/", "+/(?s)b.*at/", "+b*at", "+x(y:88)", "+k:a", "+k:b",
          "-k!=b", "-at:*"});
    rows("2024-01-15 10:30:00,123 ERROR [shop.cart] caf\xC3\xA9 [a] failed",
         {"+level:error", "+logger:shop.cart", "+message:/failed$/", "-status:*", "+CAF\xC3\x89",
          "+/caf./", "+message:*failed", "+[a]", "+message:caf\xC3\xA9*", "-message:CAF\xC3\x89*",
          "+message:\"caf\xC3\xA9 [a] failed\""});
    rows(R"({"level":"info","level.x":"y","component":"db","logger":"shop"})",
         {"+level.x:y", "+component:shop", "-component:db"});
}

void QueryEvaluatorTest::matches()
{
    QFETCH(QByteArray, record);
    QFETCH(QByteArray, query);
    const auto parsed =
        parseQuery(query.toStdString(), {.now = *parseIso8601(kNow), .zone = TimeZone()});
    QVERIFY2(parsed, parsed ? "" : parsed.error().text().c_str());
    QTEST(::isMatch(*parsed, recordOf(record.toStdString())), "isMatch");
}

void QueryEvaluatorTest::comparesNumbers_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<QByteArray>("order");

    const auto row = [](const char *a, const char *order, const char *b) {
        QTest::addRow("%s %s %s", a, order, b)
            << QByteArray(a) << QByteArray(b) << QByteArray(order);
    };
    row("1", "=", "1");
    row("1", "<", "2");
    row("10", ">", "9");
    row("-10", "<", "-9");
    row("-1", "<", "1");
    row("-0", "=", "0");
    row("+5", "=", "5");
    row("007", "=", "7");
    row("1", "=", "1.0");
    row("1.", "=", "1");
    row(".5", "=", "0.5");
    row("-.5", "<", "0");
    row("5e2", "=", "500");
    row("9007199254740993", ">", "9007199254740992");
    row("123456789012345678901", "<", "123456789012345678902");
    row("-123456789012345678901", ">", "-123456789012345678902");
    row("", "?", "1");
    row("-", "?", "1");
    row(".", "?", "1");
    row("1x", "?", "1");
    row(" 1", "?", "1");
    row("0x10", "?", "16");
    row("inf", "?", "1");
    row("nan", "?", "nan");
    row("--1", "?", "1");
    row("+-1", "?", "-1");
    row("1e999", "?", "1");
}

void QueryEvaluatorTest::comparesNumbers()
{
    QFETCH(QByteArray, a);
    QFETCH(QByteArray, b);
    const auto order = compareNumbers(a.toStdString(), b.toStdString());
    QTEST(QByteArray(!order ? "?" : *order < 0 ? "<" : *order > 0 ? ">" : "="), "order");
}

void QueryEvaluatorTest::fitsWords_data()
{
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isAll");

    const auto row = [](const char *word, const char *text, bool isAll) {
        QTest::addRow("%s on %s", word, text) << QByteArray(word) << QByteArray(text) << isAll;
    };
    row("", "", true);
    row("", "a", false);
    row("*", "", true);
    row("?", "", false);
    row("aBc", "AbC", true);
    row("abc", "abcd", false);
    row("a*", "abcd", true);
    row("*d", "abcd", true);
    row("a*d", "ad", true);
    row("a*b*c", "aXbXbXc", true);
    row("a*b*c", "aXbXbX", false);
    row("**a**", "a", true);
    row("a?c", "abc", true);
    row("a?c", "ac", false);
    row("a?c",
        "a\xC3\xA9"
        "c",
        true);
    row("???", "\xE6\x97\xA5", false);
    row("*??", "\xE6\x97\xA5", false);
    row("*?", "\xE6\x97\xA5", true);
    row("a\\*", "a*", true);
    row("a\\*", "ab", false);
    row("a\\\\*", "a\\*", true);
    row("C:\\x", "c:\\X", true);
    row("\xC3\xA9", "\xC3\x89", false);
    row("a*c", "a\nc", true);
}

void QueryEvaluatorTest::fitsWords()
{
    QFETCH(QByteArray, word);
    QFETCH(QByteArray, text);
    QTEST(WordPattern(word.toStdString()).isAll(text.toStdString()), "isAll");
}

void QueryEvaluatorTest::findsTextsAsAPlainSearchDoes()
{
    RandomQuery random(1);
    for (int i = 0; i < 300; ++i) {
        const auto record = recordOf(random.record());
        const auto other = random.record();
        const auto begin = other.empty() ? 0 : random.below(unsigned(other.size()));
        auto text = other.substr(begin, 1 + random.below(6));
        text = utf8Prefix(text, text.size());
        if (!simdjson::validate_utf8(text)) {
            continue;
        }
        const auto exactly = queryOf(TextTerm{{text, TextQuery::Kind::Literal, true}});
        QCOMPARE(isMatch(exactly, record), record.raw.find(text) != std::string::npos);
        const bool isAscii = std::all_of(text.begin(), text.end(), [](char c) { return c >= 0; });
        if (isAscii) {
            const auto word = queryOf(TextTerm{{text, TextQuery::Kind::Literal, false}});
            QCOMPARE(isMatch(word, record), containsIgnoringCase(record.raw, text));
        }
    }
}

void QueryEvaluatorTest::keepsTheLawsOfLogic()
{
    RandomQuery random(2);
    for (int i = 0; i < 150; ++i) {
        const auto record = recordOf(random.record());
        const auto a = random.query(1);
        const auto b = random.query(1);
        const bool isA = isMatch(a, record);
        const bool isB = isMatch(b, record);
        QCOMPARE(isMatch(negated(a), record), !isA);
        QCOMPARE(isMatch(allOf({a, b}), record), isA && isB);
        QCOMPARE(isMatch(anyOf({a, b}), record), isA || isB);
        if (const auto *field = std::get_if<FieldTerm>(&a->content);
            field != nullptr && field->comparison == Comparison::Equal) {
            auto opposite = *field;
            opposite.comparison = Comparison::NotEqual;
            QCOMPARE(isMatch(queryOf(opposite), record), !isA);
        }
    }
}

void QueryEvaluatorTest::meansTheSameWrittenOut()
{
    RandomQuery random(3);
    for (int i = 0; i < 150; ++i) {
        const auto record = recordOf(random.record());
        const auto query = random.query(2);
        const auto again = parseQuery(queryText(query), {RandomQuery::lastTime(), TimeZone()});
        QVERIFY(again);
        QCOMPARE(isMatch(*again, record), isMatch(query, record));
    }
}

QTEST_APPLESS_MAIN(QueryEvaluatorTest)
#include "tst_queryevaluator.moc"
