// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/expression.h"

#include "metrics/documentedexpressions.h"
#include "metrics/expressionkeywords.h"
#include "metrics/function.h"
#include "metrics/randomexpression.h"

#include <QTest>

using namespace foretop;
using namespace foretop::metrics;

class ExpressionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void refuses_data();
    void refuses();
    void isBounded_data();
    void isBounded();
    void printsWhatItParses();
    void isDocumented();
};

void ExpressionTest::parses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("printed");
    const auto row = [](const char *text, const char *printed) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(printed);
    };
    row("1", "1");
    row("0x10 + 010 + 08 + .5 + 5.", "16 + 8 + 8 + 0.5 + 5");
    row("iNf - NAN", "Inf - NaN");
    row("--1", "1");
    row("+up", "up");
    row("-1 ^ 2", "-1 ^ 2");
    row("(-1) ^ 2", "(-1) ^ 2");
    row("1 + 2 * 3 ^ 4 ^ 5 - 6", "1 + 2 * 3 ^ 4 ^ 5 - 6");
    row("((1 + 2) * 3) ^ (4 - 5)", "((1 + 2) * 3) ^ (4 - 5)");
    row("(2 ^ 3) ^ 2", "(2 ^ 3) ^ 2");
    row("1 - (2 - 3)", "1 - (2 - 3)");
    row("-up * -up", "-up * (-up)");
    row("-(-up) - -up", "--up - -up");
    row("a or b and c unless d == e", "a or b and c unless d == e");
    row("(a or b) and c", "(a or b) and c");
    row("1 == bool 2", "1 == bool 2");
    row("a{b='c',d!=\"e\",f=~`g.*`,h!~\"i\",}", R"(a{b="c", d!="e", f=~"g.*", h!~"i"})");
    row("a{}", "a");
    row(R"({a="\t\"\\\x41\101\u00e9\n"})", R"({a="\t\"\\AAé\n"})");
    row("{'a'=1}", ""); // refused
    row("a:b:c", "a:b:c");
    row("a[90s] OFFSET -1h30m", ""); // a range vector alone
    row("rate(a[90s] OFFSET -1h30m @ 1.5)", "rate(a[1m30s] @ 1.500 offset -1h30m)");
    row("a @ start() offset 1d", "a @ start() offset 1d");
    row("a @ -1.25", "a @ -1.250");
    row("rate(a[1y1w1d1h1m1s1ms])", "rate(a[53w2d1h1m1s1ms])");
    row("max_over_time((a + b)[1h:] @ end())", "max_over_time((a + b)[1h:] @ end())");
    row("max_over_time(rate(a[5m])[1h:1m] offset 5m)",
        "max_over_time(rate(a[5m])[1h:1m] offset 5m)");
    row("SUM(a) BY (b, c,)", "sum by (b, c) (a)");
    row("sum without () (a)", "sum without () (a)");
    row("sum by () (a)", "sum(a)");
    row("topk by (by) (2, a)", "topk by (by) (2, a)");
    row("count_values('v', a)", "count_values(\"v\", a)");
    row("a / on () group_left b", "a / on () group_left () b");
    row("a > bool ignoring (x) group_right (y) b", "a > bool ignoring (x) group_right (y) b");
    row("sum + by # the rest is silence", "sum + by");
    row("time() - pi()", "time() - pi()");
    row("clamp(a, 0, 1)", "clamp(a, 0, 1)");
}

void ExpressionTest::parses()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, printed);
    const auto expression = parseExpression(text.toStdString());
    if (printed.isEmpty()) {
        QVERIFY(!expression || expression->type() == ValueType::RangeVector);
        return;
    }
    QVERIFY2(expression, expression ? "" : expression.error().text().c_str());
    QCOMPARE(QByteArray::fromStdString(expression->text()), printed);
    QVERIFY(parseExpression(printed.toStdString()) == *expression);
}

void ExpressionTest::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("column");
    QTest::addColumn<QByteArray>("words"); // that the message must have
    const auto row = [](const char *text, int column, const char *words) {
        QTest::newRow(text) << QByteArray(text) << column << QByteArray(words);
    };
    row("", 1, "a metric, a number, a function or \"(\" should stand here, not the end");
    row("1 +", 4, "should stand here, not the end");
    row("(a", 3, "\")\" or an operator should stand here, not the end");
    row("a b", 3, "\"b\" cannot follow here: an operator or the end should");
    row("ümläut", 1, "\"ü\" means nothing here");
    row("{a=\"ü\"} $", 9, "\"$\" means nothing here");
    row("{a=\"ü}", 4, "the string that starts here needs a closing \"");
    row("a{b}", 4, "one of = != =~ !~ should stand here, not \"}\"");
    row("a{b=c}", 5, "a value in quotes should stand here, not \"c\"");
    row("a{b=\"c\" d}", 9, "\",\" or \"}\" should stand here, not \"d\"");
    row("a{b=~\"(\"}", 6, "bad regular expression \"(\": missing )");
    row("a{b=\"\\q\"}", 5, "a backslash in a string must start one of");
    row("{a=~\".*\"}", 1, "no empty value satisfies");
    row("a{__name__=\"b\"}", 1, "the name is given already, before the braces: a");
    row("rate(a)", 6, "argument 1 of rate is a range vector, not an instant vector");
    row("rate(a[5])", 8, "a duration such as 5m or 1h30m should stand here, not \"5\"");
    row("rate(a[5x])", 8, "\"5x\" is neither a number such as 1.5 nor a duration");
    row("rate(a[1m1h])", 8, "in this order, such as 1h30m");
    row("rate(a[0s])", 8, "a duration must be more than 0");
    row("rate(a[293y])", 8, "more than 292 years");
    row("rate((a)[5m])", 9, "of anything else take a subquery, such as [5m:1m]");
    row("rate(a offset 5m [5m])", 18, "go behind the range, not before it");
    row("(a) offset 5m", 5, "\"offset\" goes right behind a metric, a range or a subquery");
    row("a offset 5m offset 1m", 13, "there is an \"offset\" already");
    row("a @ now", 5, "a Unix time in seconds (of at most 10^12), start() or end() should stand");
    row("rates(a[5m])", 1, "there is no function \"rates\"");
    row("clamp(a, 1)", 1, "2 arguments do not fit clamp(instant vector, scalar, scalar)");
    row("round(a, 1, 2)", 1, "3 arguments do not fit round(instant vector, [scalar])");
    row("topk(a)", 1, "topk takes two arguments, not 1");
    row("topk('a', a)", 6, "the first argument of topk is a scalar, not a string");
    row("sum(1)", 5, "sum aggregates an instant vector, not a scalar");
    row("sum by (1) (a)", 9, "a label or \")\" should stand here, not \"1\"");
    row("1 > 2", 3, "comparing two scalars needs \"bool\", as in 1 > bool 2");
    row("a + bool b", 5, "\"bool\" goes behind a comparison: == != > < >= <=");
    row("1 and a", 3, "\"and\" is of two instant vectors");
    row("a and on(b) group_left c", 13, "there is no grouping with \"and\"");
    row("a * on(b) group_left(b) c", 11, "cannot be in \"on\" and in \"group_left\" at once");
    row("1 + on(b) a", 3, "\"on\" and \"ignoring\" are for two instant vectors");
    row("a[5m] + 1", 1, "\"+\" is of scalars and instant vectors, not of a range vector");
    row("-'a'", 1, "a sign goes before a scalar or an instant vector, not a string");
    row("1[5m:1m]", 2, "a subquery is of an instant vector, not of a scalar");
    row("group_left", 1,
        "a word of the language; a metric of this name is written "
        "{__name__=\"group_left\"}");
    row("1e999", 1, "\"1e999\" is no number");
    row("predict_linear(a[5m] @ end(), 1)", 16, "there is no \"@\" in the range of predict_linear");
}

void ExpressionTest::refuses()
{
    QFETCH(QByteArray, text);
    QFETCH(int, column);
    QFETCH(QByteArray, words);
    const auto expression = parseExpression(text.toStdString());
    QVERIFY(!expression);
    const auto &error = expression.error();
    QVERIFY2(QByteArray::fromStdString(error.message).contains(words), error.message.c_str());
    QCOMPARE(int(error.place.column.value_or(0)), column);
}

void ExpressionTest::isBounded_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("bytes") << QByteArray(20'000, ' ') << QByteArray("at most 16384 bytes");
    QTest::newRow("parentheses") << QByteArray(15'000, '(') << QByteArray("more than 100 deep");
    QTest::newRow("signs") << QByteArray(15'000, '-') << QByteArray("more than 100 deep");
    QTest::newRow("powers") << QByteArray("2") + QByteArray("^2").repeated(5000)
                            << QByteArray("more than 100 deep");
    QTest::newRow("sums") << QByteArray("2") + QByteArray("+2").repeated(5000)
                          << QByteArray("more than 100 deep");
    QTest::newRow("functions") << QByteArray("abs(").repeated(3000)
                               << QByteArray("more than 100 deep");
    QTest::newRow("parts") << "label_join(a" + QByteArray(",''").repeated(5100) + ")"
                           << QByteArray("more than 5000 parts");
    QTest::newRow("regular expression") << QByteArray("{a=~'((((a{100}){100}){100}){100})'}")
                                        << QByteArray("bad regular expression");
}

void ExpressionTest::isBounded()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, words);
    const auto expression = parseExpression(text.toStdString());
    QVERIFY(!expression);
    QVERIFY2(QByteArray::fromStdString(expression.error().message).contains(words),
             expression.error().message.c_str());
}

void ExpressionTest::printsWhatItParses()
{
    RandomExpression random(7, {"a", "b:c{d=~\"e|f\"}", "{g!=\"h\\n\",i='j'}", "sum", "offset"},
                            {"by", "instance", "on", "__name__"});
    int parsed = 0;
    for (int i = 0; i < 5000; ++i) {
        const auto text = random.vector(5);
        const auto expression = parseExpression(text);
        if (!expression) {
            continue; // a few are refused, such as labels in both on and group_left
        }
        ++parsed;
        const auto again = parseExpression(expression->text());
        QVERIFY2(again && *again == *expression, text.c_str());
        QCOMPARE(again->text(), expression->text());
    }
    QVERIFY(parsed > 4000);
}

void ExpressionTest::isDocumented()
{
    const auto examples = documentedExpressions();
    QVERIFY(examples.size() > 100);
    for (const auto &example : examples) {
        const auto expression = parseExpression(example.toStdString());
        QVERIFY2(expression, example.constData());
    }
    const auto all = examples.join(' ');
    for (const auto &function : allFunctions()) {
        QVERIFY2(all.contains(QByteArray::fromStdString(std::string(function.name) + "(")),
                 std::string(function.name).c_str());
    }
    for (const auto name : aggregationNames()) {
        QVERIFY2(all.contains(QByteArray::fromStdString(std::string(name))),
                 std::string(name).c_str());
    }
}

QTEST_APPLESS_MAIN(ExpressionTest)
#include "tst_expression.moc"
