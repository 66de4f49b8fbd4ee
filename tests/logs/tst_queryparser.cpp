// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/timestamp.h"
#include "logs/queryparser.h"
#include "randomquery.h"

#include <QTest>

using namespace foretop;
using namespace foretop::logs;

namespace {

QueryContext contextAt(const char *now, TimeZone zone = TimeZone())
{
    return {.now = *parseIso8601(now), .zone = std::move(zone)};
}

QueryContext context()
{
    return contextAt("2024-01-15T12:00:00Z");
}

QByteArray toBytes(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

QByteArray repeated(const char *part, std::size_t count)
{
    return QByteArray(part).repeated(qsizetype(count));
}

/// The query as it is understood, or what is wrong with it.
QByteArray parsed(const QByteArray &text, const QueryContext &about = context())
{
    const auto query = parseQuery(text.toStdString(), about);
    if (!query) {
        const auto &error = query.error();
        return QByteArray::number(qulonglong(error.place.column.value_or(0))) + ": " +
               toBytes(error.message);
    }
    return toBytes(queryText(*query));
}

} // namespace

class QueryParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void tellsTextsFromFields_data();
    void tellsTextsFromFields();
    void readsTimes_data();
    void readsTimes();
    void readsTimesInTheZone();
    void makesTerms();
    void explainsErrors_data();
    void explainsErrors();
    void holdsItsBounds();
    void comparesQueries();
    void writesWhatItReads();
    void readsAllThatIsTyped();
};

void QueryParserTest::reads_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("understood");

    const auto row = [](const char *name, const char *text, const char *understood) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(understood);
    };
    row("nothing", " \t\n", "");
    row("everything", "*", "");
    row("design", R"(level>=warn logger:scraper status>=500 "rate limit" -health /acct:\d+/)",
        R"(level>=warn logger:scraper status>=500 "rate limit" -health /acct:\d+/)");
    row("and is the blank", "a and b AND c", "a b c");
    row("or", "a or b OR c", "a or b or c");
    row("and binds before or", "a b or c d", "a b or c d");
    row("parentheses", "(a or b) c", "(a or b) c");
    row("needless parentheses", "((a (b c)) or ((d)))", "a b c or d");
    row("not", "not a NOT b -c", "-a -b -c");
    row("not binds before and", "not a b", "-a b");
    row("not twice", "not not a", "not -a");
    row("not of a group", "-(a or b) not(c d)", "-(a or b) -(c d)");
    row("everything and more", "* a", "a");
    row("everything or more", "* or a", "* or a");
    row("nothing matches", "-*", "-*");
    row("mixed case is a word", "Not And oR", "Not And oR");
    row("quoted keywords", R"("and" "or"i)", R"("and" "or"i)");
    row("operators", "a:1 b=1 c==1 d!=1 e<1 f<=1 g>1 h>=1", "a:1 b:1 c:1 d!=1 e<1 f<=1 g>1 h>=1");
    row("colon and operator", "a:>1 b:<=1", "a>1 b<=1");
    row("blanks around operators", "a >= 1 b = x c !=2 \"d e\" < 3", "a>=1 b:x c!=2 \"d e\"<3");
    row("paths of names", "http.method:GET @timestamp:* k8s.io/name:x a-b_c:1",
        "http.method:GET @timestamp:* k8s.io/name:x a-b_c:1");
    row("quoted names", R"("user name":bob "404">=1 "since":x)",
        R"("user name":bob "404">=1 "since":x)");
    row("kinds of values", R"(a:* b:"x y" c:/r e/ d:/r/i e:"new y*"i f:x*y? g:-5)",
        R"(a:* b:"x y" c:/r e/ d:/r/i e:"new y*"i f:x*y? g:-5)");
    row("quoted star", R"(a:"*" b:"*"i)", R"(a:"*" b:"*"i)");
    row("empty value", R"(a:"")", R"(a:"")");
    row("keyword as value", "a:or b:and", "a:or b:and");
    row("list", "status:(500 or 503)", "status:500 or status:503");
    row("list among others", "x status:(500 or not 5* and /1/)",
        "x (status:500 or -status:5* status:/1/)");
    row("nested list", "a:((x or y) and \"z\")", "(a:x or a:y) a:\"z\"");
    row("negative in a list", "a:(-1 or -2)", "a:-1 or a:-2");
    row("not in a list", "a!=(x or y)", "-(a:x or a:y)");
    row("levels", "level:(warn or E) level!=\"Fatal\" level:*",
        "(level:warn or level:E) level!=\"Fatal\" level:*");
    row("wildcards", "t*m?out", "/t(?s:.*)m(?s:.)out/i");
    row("outer wildcards", "*out time* *both*", "out time both");
    row("escaped wildcards", R"(a\*b what\?)", R"("a\\*b"i "what\\?"i)");
    row("wildcards in a row", "a**b??c*?d", "/a(?s:.*)b(?s:.{2})c(?s:.{1,})d/i");
    row("signs in a wildcard word", "1.5(*)x+", R"(/1\.5\((?s:.*)\)x\+/i)");
    row("escapes in quotes", R"("a \"b\" C:\\ \n")", R"("a \"b\" C:\\ \\n")");
    row("slash in a regex", R"(/a\/b\\\/\d/)", R"(/a\/b\\\/\d/)");
    row("regex in parentheses", "(/a/ or /b/i)", "/a/ or /b/i");
    row("beyond ASCII", "caf\xC3\xA9 \xE6\x97\xA5:\xE6\x9C\xAC",
        "caf\xC3\xA9 \xE6\x97\xA5:\xE6\x9C\xAC");
    row("negated twice with signs", "--(a) --\"b\"", "not -a not -\"b\"");
    row("lines", "a\r\n\tb", "a b");
}

void QueryParserTest::reads()
{
    QFETCH(QByteArray, text);
    const auto understood = parsed(text);
    QTEST(understood, "understood");
    QCOMPARE(parsed(understood), understood);
}

void QueryParserTest::tellsTextsFromFields_data()
{
    QTest::addColumn<QByteArray>("text");

    const auto same = [](const char *text) { QTest::newRow(text) << QByteArray(text); };
    same("http://host:80/x&y=1");
    same("10:30:05");
    same("foo::bar");
    same("std::string::size()");
    same("C:\\temp\\x");
    same("/health");
    same("/var/log/app.log");
    same("/api/v1/users/");
    same("//");
    same("main()");
    same("f(x,y)");
    same("-");
    same("--verbose");
    same("=>");
    same("a->b");
    same("x:=1");
    same("1<<4");
    same("404:x");
    same("<tag>");
    same("{\"level\":\"error\"}");
    same("don't");
    same("a\"b");
    same(":x");
    same("$5");
    same("50%");
    same("user@example.org");
}

void QueryParserTest::tellsTextsFromFields()
{
    QFETCH(QByteArray, text);
    for (const auto &around : {text, text + " z", "z " + text, "(z or " + text + ")"}) {
        const auto query = parseQuery(around.toStdString(), context());
        QVERIFY2(query, around.constData());
        std::vector<Query> parts = {*query};
        if (const auto *all = std::get_if<AllOf>(&(*query)->content)) {
            parts = all->parts;
        } else if (const auto *any = std::get_if<AnyOf>(&(*query)->content)) {
            parts = any->parts;
        }
        const bool isThere = std::any_of(parts.begin(), parts.end(), [&](const Query &part) {
            const auto *term = std::get_if<TextTerm>(&part->content);
            return term != nullptr && !term->text.isCaseSensitive &&
                   term->text.kind == TextQuery::Kind::Literal && toBytes(term->text.text) == text;
        });
        QVERIFY2(isThere, around + " is read as " + parsed(around));
    }
}

void QueryParserTest::readsTimes_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("understood");

    const auto row = [](const char *text, const char *understood) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(understood);
    };
    row("since:90s", "since:2024-01-15T11:58:30.000Z");
    row("since:15m", "since:2024-01-15T11:45:00.000Z");
    row("since:2h", "since:2024-01-15T10:00:00.000Z");
    row("since:1d", "since:2024-01-14T12:00:00.000Z");
    row("since:1w", "since:2024-01-08T12:00:00.000Z");
    row("since:1h30m", "since:2024-01-15T10:30:00.000Z");
    row("since:500ms", "since:2024-01-15T11:59:59.500Z");
    row("until=15m", "until:2024-01-15T11:45:00.000Z");
    row("since:2024-01-15", "since:2024-01-15T00:00:00.000Z");
    row("until:2024-01-15", "until:2024-01-15T23:59:59.999Z");
    row("since:2024-01-15T10:30", "since:2024-01-15T10:30:00.000Z");
    row("until:2024-01-15T10:30", "until:2024-01-15T10:30:59.999Z");
    row("until:2024-01-15T10:30:05", "until:2024-01-15T10:30:05.999Z");
    row("until:2024-01-15T10:30:05.1Z", "until:2024-01-15T10:30:05.199Z");
    row("until:2024-01-15T10:30:05,123", "until:2024-01-15T10:30:05.123Z");
    row("since:\"2024-01-15 10:30+01:00\"", "since:2024-01-15T09:30:00.000Z");
    row("since:2024-01-15T10:30:00-0130", "since:2024-01-15T12:00:00.000Z");
    row("since:10:30", "since:2024-01-15T10:30:00.000Z");
    row("until:10:30", "until:2024-01-15T10:30:59.999Z");
    row("since:23:59:59", "since:2024-01-15T23:59:59.000Z");
    row("since:now", "since:2024-01-15T12:00:00.000Z");
    row("since:today", "since:2024-01-15T00:00:00.000Z");
    row("until:yesterday", "until:2024-01-14T23:59:59.999Z");
    row("since:1705314600", "since:2024-01-15T10:30:00.000Z");
    row("until:1705314600", "until:2024-01-15T10:30:00.999Z");
    row("until:1705314600123", "until:2024-01-15T10:30:00.123Z");
    row("since:1705314600.5", "since:2024-01-15T10:30:00.500Z");
    row("since:\"15/Jan/2024:10:30:00 +0100\"", "since:2024-01-15T09:30:00.000Z");
    row("since:\"Jan 15 10:30:00\"", "since:2024-01-15T10:30:00.000Z");
    row("since:1h until:30m", "since:2024-01-15T11:00:00.000Z until:2024-01-15T11:30:00.000Z");
    row("since:1h x since:2h", "since:2024-01-15T11:00:00.000Z x");
    row("time>=2024-01-15T10:30", "since:2024-01-15T10:30:00.000Z");
    row("time>10:30", "since:2024-01-15T10:31:00.000Z");
    row("time<10:30", "until:2024-01-15T10:29:59.999Z");
    row("time<=10:30", "until:2024-01-15T10:30:59.999Z");
    row("time>15m", "since:2024-01-15T11:45:00.001Z");
    row("time:10:30", "since:2024-01-15T10:30:00.000Z until:2024-01-15T10:30:59.999Z");
    row("time!=10:30", "-(since:2024-01-15T10:30:00.000Z until:2024-01-15T10:30:59.999Z)");
    row("time:*", "time:*");
    row("time:/T1[01]:/", "time:/T1[01]:/");
    row("time:(10:30 or 10:40)", "since:2024-01-15T10:30:00.000Z until:2024-01-15T10:30:59.999Z or "
                                 "since:2024-01-15T10:40:00.000Z until:2024-01-15T10:40:59.999Z");
}

void QueryParserTest::readsTimes()
{
    QFETCH(QByteArray, text);
    const auto understood = parsed(text);
    QTEST(understood, "understood");
    QCOMPARE(parsed(understood, contextAt("2030-01-01T00:00:00Z")), understood);
}

void QueryParserTest::readsTimesInTheZone()
{
    const auto east = contextAt("2024-01-15T23:30:00Z", TimeZone::fixed(std::chrono::hours(2)));
    QCOMPARE(parsed("since:today", east), QByteArray("since:2024-01-15T22:00:00.000Z"));
    QCOMPARE(parsed("until:2024-01-15", east), QByteArray("until:2024-01-15T21:59:59.999Z"));
    QCOMPARE(parsed("since:01:15", east), QByteArray("since:2024-01-15T23:15:00.000Z"));
    QCOMPARE(parsed("since:2024-01-15T10:30Z", east), QByteArray("since:2024-01-15T10:30:00.000Z"));
    const auto berlin = TimeZone::named("Europe/Berlin");
    QVERIFY(berlin);
    const auto summer = contextAt("2024-03-31T12:00:00Z", *berlin);
    QCOMPARE(parsed("time:today", summer),
             QByteArray("since:2024-03-30T23:00:00.000Z until:2024-03-31T21:59:59.999Z"));
}

void QueryParserTest::makesTerms()
{
    const auto parse = [](const char *text) { return *parseQuery(text, context()); };
    const auto text = [](const char *looked, TextQuery::Kind kind, bool isCaseSensitive) {
        return queryOf(TextTerm{{looked, kind, isCaseSensitive}});
    };
    QVERIFY(sameQuery(parse("rate"), text("rate", TextQuery::Kind::Literal, false)));
    QVERIFY(sameQuery(parse("\"a \\\"b\""), text("a \"b", TextQuery::Kind::Literal, true)));
    QVERIFY(sameQuery(parse("\"a b\"i"), text("a b", TextQuery::Kind::Literal, false)));
    QVERIFY(sameQuery(parse("a\\*b"), text("a*b", TextQuery::Kind::Literal, false)));
    QVERIFY(sameQuery(parse("/a\\/b/"), text("a/b", TextQuery::Kind::Regex, true)));
    QVERIFY(sameQuery(parse("/a/i"), text("a", TextQuery::Kind::Regex, false)));

    const auto field = [](Comparison comparison, FieldValue value) {
        return queryOf(FieldTerm{"a.b", comparison, std::move(value)});
    };
    using Kind = FieldValue::Kind;
    QVERIFY(sameQuery(parse("a.b:x*"), field(Comparison::Equal, {Kind::Word, "x*"})));
    QVERIFY(sameQuery(parse("a.b!=\"x\""), field(Comparison::NotEqual, {Kind::Quoted, "x"})));
    QVERIFY(sameQuery(parse("a.b=/x/i"), field(Comparison::Equal, {Kind::Regex, "x", false})));
    QVERIFY(sameQuery(parse("a.b:*"), field(Comparison::Equal, {Kind::Any, ""})));
    QVERIFY(sameQuery(parse("a.b<-1"), field(Comparison::Less, {Kind::Word, "-1"})));
    QVERIFY(sameQuery(parse("\"a.b\">=/x"), field(Comparison::GreaterEqual, {Kind::Word, "/x"})));
    QVERIFY(sameQuery(parse(""), queryForAll()));
    QVERIFY(sameQuery(parse("since:0s until:0s"),
                      queryOf(TimeTerm{.from = context().now, .until = context().now})));
}

void QueryParserTest::explainsErrors_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("column");
    QTest::addColumn<QByteArray>("words");

    const auto row = [](const char *text, int column, const char *words) {
        QTest::newRow(text) << QByteArray(text) << column << QByteArray(words);
    };
    row("a \"b c", 3, "has no closing \"");
    row("a \"b\"c", 6, "after the closing \" must come a blank");
    row("/acct:\\d+", 1, "has no closing /");
    row("a /b(c/", 5, "Missing close parenthesis");
    row("\xC3\xA9\xE6\x97\xA5 /b\\/(c/", 8, "Missing close parenthesis");
    row("x:/a**b/", 6, "Invalid repeat");
    row("/(?=a)b/", 1, "Zero-width assertions");
    row("level>=wran", 8, "wran is no level; the levels are trace, debug, info, warning, error");
    row("a level:(info or wran)", 18, "wran is no level");
    row("level:err*", 7, "err* is no level");
    row("(a or b", 1, "this ( is never closed");
    row("a:(b or c", 3, "this ( is never closed");
    row("a b)", 4, "this ) closes nothing");
    row("a ()", 4, "between ( and ) must be something");
    row("or a", 1, "or must stand between two terms; to find the word, quote it: \"or\"");
    row("a or or b", 6, "or must stand between two terms");
    row("and", 1, "and must stand between two terms");
    row("a or", 5, "a term must follow");
    row("a and", 6, "a term must follow");
    row("not", 4, "a term must follow");
    row("(not)", 5, "a term must follow");
    row("a (b or) c", 8, "a term must follow");
    row("status:", 8, "a value must follow status: without a blank");
    row("error: timeout", 7, "to find it as a text, quote it");
    row("status>=", 9, "a value must follow status>=");
    row("(status>= )", 10, "a value must follow status>=");
    row("a:(x y)", 6, "between the values of a list must be or");
    row("a>(1 or 2)", 3, "a list of values goes with : or =");
    row("a>/x/", 3, "compares with a number, a time or a text; for a regex write a:/x/");
    row("a<=x*", 4, "for a wildcard write a:x*");
    row("a>*", 3, "for a wildcard write a:*");
    row("since:foo", 7, "foo is no time; write 15m (ago), 2024-01-15");
    row("since:2024-13-01", 7, "is no time");
    row("since:15x", 7, "is no time");
    row("since:/x/", 7, "is no time");
    row("since:", 7, "a value must follow since:");
    row("since>15m", 1, "since goes with a colon, as in since:15m");
    row("until:99999999w", 7, "is no time");
    row("time>noon", 6, "noon is no time");
    row("a \xFF", 3, "not UTF-8");
}

void QueryParserTest::explainsErrors()
{
    QFETCH(QByteArray, text);
    QFETCH(int, column);
    QFETCH(QByteArray, words);
    const auto query = parseQuery(text.toStdString(), context());
    QVERIFY(!query);
    QVERIFY2(QByteArray(query.error().message.c_str()).contains(words),
             query.error().message.c_str());
    QCOMPARE(int(query.error().place.column.value_or(0)), column);
    QVERIFY(query.error().code == ErrorCode::Malformed);
}

void QueryParserTest::holdsItsBounds()
{
    const auto isTooLarge = [](const QByteArray &text) {
        const auto query = parseQuery(text.toStdString(), context());
        return !query && query.error().code == ErrorCode::TooLarge;
    };
    const auto isRead = [](const QByteArray &text) {
        return parseQuery(text.toStdString(), context()).has_value();
    };
    QVERIFY(isRead(repeated(" ", kMaxQueryBytes)));
    QVERIFY(isTooLarge(repeated(" ", kMaxQueryBytes + 1)));
    QVERIFY(isRead(repeated("a ", kMaxQueryTerms)));
    QVERIFY(isTooLarge(repeated("a ", kMaxQueryTerms + 1)));
    QVERIFY(isTooLarge("a:(b" + repeated(" or b", kMaxQueryTerms) + ")"));
    QVERIFY(isRead(repeated("(", kMaxQueryDepth) + "a" + repeated(")", kMaxQueryDepth)));
    QVERIFY(
        isTooLarge(repeated("(", kMaxQueryDepth + 1) + "a" + repeated(")", kMaxQueryDepth + 1)));
    QVERIFY(isTooLarge(repeated("(", kMaxQueryBytes)));
    QVERIFY(isTooLarge(repeated("not ", kMaxQueryDepth + 1) + "a"));
    QVERIFY(isTooLarge("a:" + repeated("(", kMaxQueryBytes / 2)));
    QVERIFY(isRead("\"" + repeated("\xC3\xA9", 1'500) + "\"i"));
    QVERIFY(isTooLarge(repeated("x", 3'001)));
    QVERIFY(isRead("a" + repeated("*b", 32)));
    QVERIFY(isTooLarge("a" + repeated("*b", 33)));
    QVERIFY(isRead("a" + repeated("*", 3'000) + "b"));
    // The longest text can be compiled in every encoding and case.
    for (const auto encoding : {TextEncoding::Utf8, TextEncoding::Latin1}) {
        for (const auto *letter : {"x", "/", "\xC3\xA9"}) {
            const auto text = repeated(letter, 3'000 / qstrlen(letter)).toStdString();
            for (const bool isCaseSensitive : {false, true}) {
                QVERIFY(TextPattern::compile({text, TextQuery::Kind::Literal, isCaseSensitive},
                                             encoding));
            }
        }
    }
}

void QueryParserTest::comparesQueries()
{
    const auto parse = [](const char *text) { return *parseQuery(text, context()); };
    QVERIFY(sameQuery(parse("a (b c)"), parse("(a b) c")));
    QVERIFY(!sameQuery(parse("a b"), parse("b a")));
    QVERIFY(!sameQuery(parse("a b"), parse("a or b")));
    QVERIFY(!sameQuery(parse("a"), parse("-a")));
    QVERIFY(!sameQuery(parse("x:1"), parse("x:\"1\"")));
    QVERIFY(!sameQuery(parse("a"), parse("a b")));
    const Query nested = std::make_shared<QueryNode>(QueryNode{AllOf{{allOf({parse("a")})}}});
    QVERIFY(sameQuery(nested, parse("a")));
    QVERIFY(sameQuery(queryOf(TextTerm{{"a\\/b", TextQuery::Kind::Regex, true}}),
                      queryOf(TextTerm{{"a/b", TextQuery::Kind::Regex, true}})));
}

void QueryParserTest::writesWhatItReads()
{
    RandomQuery random(7);
    for (int i = 0; i < 3'000; ++i) {
        const auto query = random.query(4);
        const auto text = queryText(query);
        const auto again = parseQuery(text, context());
        QVERIFY2(again, (text + ": " + (again ? "" : again.error().text())).c_str());
        QVERIFY2(sameQuery(*again, query), (text + "\nbecomes\n" + queryText(*again)).c_str());
    }
}

void QueryParserTest::readsAllThatIsTyped()
{
    RandomQuery random(8);
    for (int i = 0; i < 3'000; ++i) {
        const auto typed = random.typedQuery();
        const auto query = parseQuery(typed, context());
        QVERIFY2(query, (typed + ": " + (query ? "" : query.error().text())).c_str());
        const auto text = queryText(*query);
        const auto again = parseQuery(text, contextAt("2030-01-01T00:00:00Z"));
        QVERIFY2(again && sameQuery(*again, *query), (typed + "\nis\n" + text).c_str());
    }
}

QTEST_APPLESS_MAIN(QueryParserTest)
#include "tst_queryparser.moc"
