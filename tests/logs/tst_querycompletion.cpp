// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "logs/querycompletion.h"
#include "logs/queryparser.h"
#include "randomquery.h"

#include <QTest>

using namespace foretop;
using namespace foretop::logs;

namespace {

QueryVocabulary vocabulary()
{
    Facet status{.field = "status", .values = {{"200", 90}, {"503", 7}, {"-1", 1}}};
    Facet path{.field = "path", .values = {{"/api/users", 5}, {"GET x", 3}, {"", 1}, {"a*b", 1}}};
    Facet logger{.field = "logger", .values = {{"shop.cart", 5}, {"scraper", 3}}};
    return {.fields = {"status", "http.status", "user name", "path", "level", "order"},
            .values = {status, path, logger}};
}

/// The text with what is replaced in brackets, and the items; "|" is the cursor.
QByteArray completed(QByteArray text)
{
    const auto cursor = text.indexOf('|');
    text.remove(cursor, 1);
    const auto completion = completeQuery(text.toStdString(), std::size_t(cursor), vocabulary());
    QByteArrayList items;
    for (const auto &item : completion.items) {
        items << QByteArray(item.data(), qsizetype(item.size()));
    }
    text.insert(qsizetype(completion.end), ']');
    text.insert(qsizetype(completion.begin), '[');
    return text + "  " + items.join(' ');
}

} // namespace

class QueryCompletionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completes_data();
    void completes();
    void holdsItsBound();
    void completesAnywhere();
};

void QueryCompletionTest::completes_data()
{
    QTest::addColumn<QByteArray>("completion");

    const auto row = [](const char *text, const char *completion) {
        QTest::newRow(text) << QByteArray(completion);
    };
    constexpr auto kStart = "[]  level: since: until: logger: message: time: source: status: "
                            "http.status: \"user name\": path: order: not";
    row("|", kStart);
    row("lev|", "[lev]  level:");
    row("LEV|", "[LEV]  level:");
    row("stat|", "[stat]  status: http.status:");
    row("x lev| y", "x [lev] y  level:");
    row("le|v", "[lev]  level:");
    row("le|v>=warn", "[lev]>=warn  level");
    row("-us|", "-[us]  \"user name\": status: http.status:");
    row("(a or so|)", "(a or [so])  source:");
    row("zzz|", "[zzz]  ");
    row("o|", "[o]  order: logger: source: not");
    row("a o|", "a [o]  or order: not logger: source:");
    row("a or n|", "a or [n]  not since: until: \"user name\":");
    row("not n|", "not [n]  since: until: \"user name\":");

    row("level:|", "level:[]  trace debug info warning error critical unknown");
    row("level>=|", "level>=[]  trace debug info warning error critical");
    row("level >= |", "level >= []  trace debug info warning error critical");
    row("level>=w| x", "level>=[w] x  warning");
    row("level>=w|arn", "level>=[warn]  warning");
    row("level:(warn or e|)", "level:(warn or [e])  error trace debug");
    row("level:(warn |", "level:(warn []  or and");
    row("level:(warn or |", "level:(warn or []  trace debug info warning error critical unknown");
    row("level:(warn) |", "level:(warn) []  or not level: since: until: logger: message: time: "
                          "source: status: http.status: \"user name\": path: order:");
    row("since:|", "since:[]  5m 15m 1h 4h 1d 1w today yesterday");
    row("until:1|", "until:[1]  15m 1h 1d 1w");
    row("time>=y|", "time>=[y]  yesterday today");
    row("status:|", "status:[]  200 503 -1");
    row("status:5|", "status:[5]  503");
    row("status:x|", "status:[x]  ");
    row("component:s|", "component:[s]  shop.cart scraper");
    row("path:|", "path:[]  \"/api/users\" \"GET x\" \"\" \"a*b\"");
    row("path:/ap|", "path:[/ap]  \"/api/users\"");
    row("path:\"g|", "path:[\"g]  \"GET x\"");
    row("path:\"g|et\" x", "path:[\"get\"] x  \"GET x\"");
    row("path:\"g| \"x", "path:[\"g] \"x  \"GET x\"");
    row("status:\"2|", "status:[\"2]  \"200\"");
    row("missing:|", "missing:[]  ");

    row("\"lev|", "\"lev[]  ");
    row("\"lev\"|", "\"lev\"[]  ");
    row("/lev/|", "/lev/[]  ");
    row("(a)|", "(a)[]  ");
    row("status: |", "status: []  ");
    row("a \"b\" s| c", "a \"b\" [s] c  since: source: status: message: http.status: "
                        "\"user name\":");
}

void QueryCompletionTest::completes()
{
    QTEST(completed(QTest::currentDataTag()), "completion");
}

void QueryCompletionTest::holdsItsBound()
{
    QueryVocabulary many;
    for (int i = 0; i < 1'000; ++i) {
        many.fields.push_back("field" + std::to_string(i));
    }
    QCOMPARE(completeQuery("f", 1, many).items.size(), kMaxCompletionItems);
    QVERIFY(completeQuery(std::string(kMaxQueryBytes + 1, 'f'), 1, many).items.empty());
    QCOMPARE(completeQuery("field99", 700, many).items.size(), 11U);
}

void QueryCompletionTest::completesAnywhere()
{
    RandomQuery random(5);
    for (int i = 0; i < 300; ++i) {
        const auto text = random.typedQuery();
        for (std::size_t cursor = 0; cursor <= text.size(); ++cursor) {
            const auto completion = completeQuery(text, cursor, vocabulary());
            QVERIFY(completion.begin <= cursor && cursor <= completion.end);
            QVERIFY(completion.end <= text.size());
        }
    }
}

QTEST_APPLESS_MAIN(QueryCompletionTest)
#include "tst_querycompletion.moc"
