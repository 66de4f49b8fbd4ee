// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/substitution.h"

#include "metrics/expression.h"

#include <QTest>

using namespace foretop;
using namespace foretop::models;

class SubstitutionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsIn_data();
    void putsIn();
    void fails_data();
    void fails();
    void mapsColumns_data();
    void mapsColumns();
    void isBounded();

private:
    static ExpressionValues values();
};

ExpressionValues SubstitutionTest::values()
{
    return {.step = Milliseconds(15'000),
            .rateWindow = Milliseconds(75'000),
            .range = Milliseconds(3'600'500),
            .variables = {{QStringLiteral("host"), QStringLiteral("web-1\\.a")},
                          {QStringLiteral("path"), QStringLiteral("(a\"b|c'd)")},
                          {QStringLiteral("size"), QStringLiteral("5m")},
                          {QStringLiteral("all"), QStringLiteral(".*")},
                          {QStringLiteral("nested"), QStringLiteral("$host")},
                          {QStringLiteral("wide"), QStringLiteral("\u00e9\U0001F600")}}};
}

void SubstitutionTest::putsIn_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *expression, const char *text) {
        QTest::newRow(name) << QString::fromUtf8(expression) << QString::fromUtf8(text);
    };
    row("nothing", "rate(x[5m])", "rate(x[5m])");
    row("empty", "", "");
    row("durations", "a[$__interval] b[$__rate_interval] c[$__range]",
        "a[15s] b[1m15s] c[1h500ms]");
    row("numbers", "$__interval_ms $__range_ms ${__range_s}", "15000 3600500 3601");
    row("variable", "rate(x[$size])", "rate(x[5m])");
    row("braces", "rate(x[${size}:${size}])", "rate(x[5m:5m])");
    row("in double quotes", R"(x{h=~"$host"})", R"(x{h=~"web-1\\.a"})");
    row("in single quotes", "x{h=~'$path'}", R"(x{h=~'(a"b|c\'d)'})");
    row("its own quote", R"(x{h=~"$path"})", R"-(x{h=~"(a\"b|c'd)"})-");
    row("in back quotes", "x{h=~`$host`}", R"(x{h=~`web-1\.a`})");
    row("formats", "x{h=~\"${all:regex}${all:raw}\"}", "x{h=~\".*.*\"}");
    row("beside text", "x{h=~\"a$all-b\"}", "x{h=~\"a.*-b\"}");
    row("not twice", "$nested", "$host");
    row("a group's number", R"-(label_replace(x, "a", "$1", "b", "(.*)"))-",
        R"-(label_replace(x, "a", "$1", "b", "(.*)"))-");
    row("a number in braces", "\"${1}\"", "\"${1}\"");
    row("a group's name", R"-(label_replace(x, "a", "$who", "b", "(?P<who>.*)"))-",
        R"-(label_replace(x, "a", "$who", "b", "(?P<who>.*)"))-");
    row("an end of a line", "x{h=~\"a$\"}", "x{h=~\"a$\"}");
    row("in a comment", "x # it's $mine\n+ $size", "x # it's $mine\n+ 5m");
    row("after an escaped quote", R"("a\"" $path)", R"-("a\"" (a"b|c'd))-");
    row("last", "$", "$");
    row("an open brace", "${size", "${size");
}

void SubstitutionTest::putsIn()
{
    QFETCH(QString, expression);
    const auto made = Substitution::make(expression, values());
    QVERIFY2(made, made ? "" : made.error().message.c_str());
    QTEST(QString::fromStdString(made->text()), "text");
}

void SubstitutionTest::fails_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("column");
    QTest::newRow("unknown") << "rate(x[$sise])"
                             << "there is no variable $sise" << 8;
    QTest::newRow("in a string") << "x{h=\"${hosts}\"}"
                                 << "there is no variable $hosts" << 6;
    QTest::newRow("after a value") << "$host + $b"
                                   << "there is no variable $b" << 9;
    QTest::newRow("after wide letters")
        << QString::fromUtf8("x{h=\"\u00e9\U0001F600\"} + $b") << "there is no variable $b" << 13;
    QTest::newRow("of Grafana") << "$__from"
                                << "there is no variable $__from" << 1;
    QTest::newRow("format") << "x{h=~\"${host:csv}\"}"
                            << "the format \"csv\" of a variable is not known" << 7;
}

void SubstitutionTest::fails()
{
    QFETCH(QString, expression);
    const auto made = Substitution::make(expression, values());
    QVERIFY(!made);
    QTEST(QString::fromStdString(made.error().message), "message");
    QTEST(int(made.error().place.column.value_or(0)), "column");
}

void SubstitutionTest::mapsColumns_data()
{
    QTest::addColumn<QString>("expression");
    QTest::addColumn<int>("column");
    QTest::addColumn<int>("written");
    QTest::newRow("without names") << "a + b" << 5 << 5;
    QTest::newRow("before") << "a + $host + b" << 1 << 1;
    QTest::newRow("the name") << "a + $host + b" << 5 << 5;
    QTest::newRow("within") << "a + $host + b" << 9 << 5;
    QTest::newRow("right behind") << "a + $host + b" << 13 << 10;
    QTest::newRow("after") << "a + $host + b" << 16 << 13;
    QTest::newRow("after two") << "$host$size b" << 12 << 12;
    QTest::newRow("wide letters") << "$wide + b" << 6 << 9;
    QTest::newRow("at the end") << "a $size" << 5 << 8;
}

void SubstitutionTest::mapsColumns()
{
    QFETCH(QString, expression);
    QFETCH(int, column);
    const auto made = Substitution::make(expression, values());
    QVERIFY(made);
    QTEST(made->writtenColumn(column), "written");
}

void SubstitutionTest::isBounded()
{
    ExpressionValues large;
    large.variables.insert(QStringLiteral("a"), QString(10'000, u'x'));
    QVERIFY(Substitution::make(QStringLiteral("$a"), large));
    const auto made = Substitution::make(QStringLiteral("$a+$a"), large);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::TooLarge);
}

QTEST_GUILESS_MAIN(SubstitutionTest)
#include "tst_substitution.moc"
