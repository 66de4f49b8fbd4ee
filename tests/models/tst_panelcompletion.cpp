// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expressioncheck.h"
#include "models/expressionparts.h"
#include "models/panelcompletion.h"

#include <QTest>

using namespace foretop;
using namespace foretop::models;

namespace {

QString u(const char *text)
{
    return QString::fromUtf8(text);
}

class FewNames : public metrics::Vocabulary
{
public:
    std::vector<std::string> metricNames() const override { return {"load1", "requests_total"}; }
    std::vector<std::string> labelNames(std::string_view metric) const override
    {
        return metric == "load1" ? std::vector<std::string>{"host"}
                                 : std::vector<std::string>{"code", "method"};
    }
    std::vector<std::string> labelValues(std::string_view, std::string_view) const override
    {
        return {"GET", "größe"};
    }
};

const QHash<QString, QString> kVariables{{u("job"), u("(a|b)")}, {u("n"), u("5")}};

} // namespace

class PanelCompletionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completes_data();
    void completes();
    void finds_data();
    void finds();
    void findsLabels();
    void tellsPartsApart_data();
    void tellsPartsApart();
    void pairsBrackets_data();
    void pairsBrackets();
};

void PanelCompletionTest::completes_data()
{
    QTest::addColumn<QString>("text"); // "|": the cursor
    QTest::addColumn<QString>("replaced");
    QTest::addColumn<QString>("first");
    QTest::newRow("metric") << u("rate(requ|") << u("requ") << u("requests_total");
    QTest::newRow("metric beside a variable")
        << u("topk($n, requ|)") << u("requ") << u("requests_total");
    QTest::newRow("label") << u("requests_total{me|}") << u("me") << u("method");
    QTest::newRow("value") << u("requests_total{method=\"G|\"}") << u("\"G\"") << u("\"GET\"");
    QTest::newRow("value beyond ASCII")
        << u("x{a=\"größe\",b=\"gr|\"}") << u("\"gr\"") << u("\"größe\"");
    QTest::newRow("value beside a surrogate pair")
        << u("x{a=\"\xF0\x9F\x98\x80\",b=\"G|\"}") << u("\"G\"") << u("\"GET\"");
    QTest::newRow("duration") << u("rate(load1[|") << u("") << u("$__rate_interval");
    QTest::newRow("duration begun") << u("rate(load1[3|") << u("3") << u("30m");
    QTest::newRow("duration variable")
        << u("rate(load1[$__ra|])") << u("$__ra") << u("$__rate_interval");
    QTest::newRow("variable") << u("x{job=~\"$j|\"}") << u("$j") << u("$job");
    QTest::newRow("variable in braces") << u("x{job=~\"${j|ob}\"}") << u("${job}") << u("$job");
    QTest::newRow("by") << u("sum by (|) (requests_total)") << u("") << u("code");
}

void PanelCompletionTest::completes()
{
    QFETCH(QString, text);
    QFETCH(QString, replaced);
    QFETCH(QString, first);
    const qsizetype cursor = text.indexOf(u'|');
    text.remove(cursor, 1);
    const auto completion = completePanelExpression(text, cursor, FewNames(), kVariables);
    QVERIFY(!completion.items.isEmpty());
    QCOMPARE(completion.items.constFirst().text, first);
    QCOMPARE(text.mid(completion.begin, completion.end - completion.begin), replaced);
}

void PanelCompletionTest::finds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("marked"); // empty: nothing is wrong
    const auto row = [](const char *text, const char *marked) {
        QTest::newRow(text) << u(text) << u(marked);
    };
    row("", "");
    row("rate(x[$__rate_interval])", "");
    row("rate(x[5m:$__interval])", "");
    row("sum_over_time(x[$__range]) offset ${__range}", "offset");
    row("x offset $__range", "");
    row("x * ${__interval_ms} / ${n:raw}", "");
    row("topk($n, x{job=~\"$job\"})", "");
    row("sum(raet(x[1m]))", "raet");
    row("größe", "ö");
    row("x{a=\"größe\"} + ) ", ")");
    row("sum(x", "x");
    row("sum(x\n", "x");
    row("x{a=\"b}", "\"");
    row("x + $other", "$");
    row("rate(x)", "x");
    row("rate(x[$n])", "$");
}

void PanelCompletionTest::finds()
{
    QFETCH(QString, text);
    QFETCH(QString, marked);
    const auto fault = expressionFault(text, kVariables);
    QCOMPARE(fault ? text.mid(fault->begin, fault->length) : QString(), marked);
    QVERIFY(!fault || !fault->message.isEmpty());
}

void PanelCompletionTest::findsLabels()
{
    QCOMPARE(
        labelsOfExpression(u("sum by (a) (rate(load1{b=\"c\"}[$__interval]))"), FewNames(), {}),
        QStringList{u("host")});
    QCOMPARE(labelsOfExpression(u("load1 / on (a) requests_total"), FewNames(), {}),
             (QStringList{u("code"), u("host"), u("method")}));
}

void PanelCompletionTest::tellsPartsApart_data()
{
    QTest::addColumn<QString>("text");
    // m(etric) f(unction) k(eyword) l(abel) s(tring) n(umber) d(uration) v(ariable) o(perator)
    // b(racket) c(omment)
    QTest::addColumn<QString>("kinds");
    const auto row = [](const char *text, const char *kinds) {
        QTest::newRow(text) << u(text) << u(kinds);
    };
    row("sum by (a, b) (rate(x{c=\"d\"}[5m])) / 2",
        "fff kk b l o l b b ffff b m b l o sss b b dd b b b o n");
    row("x[$__interval]", "m b vvvvvvvvvvv b");
    row("x{a=~\"$job.*\"}", "m b l oo svvvvsss b");
    row("$other + x", "vvvvvv o m");
    row("x # all\n+ y", "m ccccc o m");
    row("x{a=\"größe\", b='\xF0\x9F\x98\x80'} or y", "m b l o sssssss o l o ssss b kk m");
    row("x ; y{a=\"b", "m m b l o ss");
    row("sum(x) by (by)", "fff b m b kk b ll b");
}

void PanelCompletionTest::tellsPartsApart()
{
    QFETCH(QString, text);
    QFETCH(QString, kinds);
    const QString letters = u("mfklsndvobbc");
    QString found(text.size(), u' ');
    for (const ExpressionPart &part : expressionParts(text, kVariables)) {
        found.replace(part.begin, part.length, QString(part.length, letters[int(part.kind)]));
    }
    QCOMPARE(found.simplified().remove(u' '), QString(kinds).remove(u' '));
}

void PanelCompletionTest::pairsBrackets_data()
{
    QTest::addColumn<QString>("text"); // "|": the cursor
    QTest::addColumn<QString>("marked");
    const auto row = [](const char *text, const char *marked) {
        QTest::newRow(text) << u(text) << u(marked);
    };
    row("sum(|rate(x[1m]))", "sum^rate(x[1m])^");
    row("sum(rate(x[1m]))|", "sum^rate(x[1m])^");
    row("sum(rate(x|[1m]))", "sum(rate(x^1m^))");
    row("|x", "x");
    row("x{a=\"(|\"}", "x{a=\"(\"}");
    row("sum(|x", "sum^x");
    row("sum(|x]", "sum^x]");
}

void PanelCompletionTest::pairsBrackets()
{
    QFETCH(QString, text);
    QFETCH(QString, marked);
    const qsizetype cursor = text.indexOf(u'|');
    text.remove(cursor, 1);
    const auto pair = bracketPair(text, expressionParts(text, {}), cursor);
    for (const qsizetype place : pair ? QVector{pair->first, pair->second} : QVector<qsizetype>()) {
        if (place >= 0) {
            text[place] = u'^';
        }
    }
    QCOMPARE(text, marked);
}

QTEST_GUILESS_MAIN(PanelCompletionTest)
#include "tst_panelcompletion.moc"
