// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/seriesnaming.h"

#include <QTest>

using namespace foretop;
using namespace foretop::models;

using Keys = QVector<metrics::SeriesKey>;
Q_DECLARE_METATYPE(Keys)

namespace {

QStringList texts(std::initializer_list<const char *> list)
{
    QStringList all;
    for (const char *text : list) {
        all.append(QString::fromUtf8(text));
    }
    return all;
}

} // namespace

class SeriesNamingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void namesByTarget();
    void cutsLongNames();
};

void SeriesNamingTest::names_data()
{
    QTest::addColumn<Keys>("keys");
    QTest::addColumn<QString>("legend");
    QTest::addColumn<QStringList>("names");
    const auto row = [](const char *name, const Keys &keys, const char *legend,
                        std::initializer_list<const char *> names) {
        QTest::newRow(name) << keys << QString::fromUtf8(legend) << texts(names);
    };
    row("none", {}, "", {});
    row("one", {{"up", {{"job", "a"}, {"source", "s"}}}}, "", {"up"});
    row("one without a name", {{"", {{"job", "a"}}}}, "", {"sum(x)"});
    row("one label",
        {{"x", {{"code", "200"}, {"job", "a"}}}, {"x", {{"code", "500"}, {"job", "a"}}}}, "",
        {"200", "500"});
    row("one label that one has not", {{"x", {{"code", "200"}}}, {"x", {}}}, "", {"200", "x"});
    row("two labels",
        {{"", {{"code", "200"}, {"m", "GET"}}}, {"", {{"code", "500"}, {"m", "PUT"}}}}, "",
        {"code=200, m=GET", "code=500, m=PUT"});
    row("metrics", {{"a", {{"j", "1"}}}, {"b", {{"j", "1"}}}}, "", {"a", "b"});
    row("metrics and labels", {{"a", {{"j", "1"}}}, {"b", {{"j", "2"}}}}, "", {"a j=1", "b j=2"});
    row("a legend", {{"x", {{"code", "200"}, {"m", "GET"}}}}, "{{m}} is {{ code }}",
        {"GET is 200"});
    row("the name in a legend", {{"x", {}}}, "<{{__name__}}>", {"<x>"});
    row("a legend without what it wants", {{"x", {}}}, "{{m}}", {"x"});
    row("a broken legend", {{"x", {{"m", "GET"}}}}, "{{m}} {{m", {"GET {{m"});
    row("a legend that is not enough",
        {{"x", {{"m", "GET"}, {"s", "1"}}},
         {"x", {{"m", "GET"}, {"s", "2"}}},
         {"x", {{"m", "PUT"}}}},
        "{{m}}", {"GET (1)", "GET (2)", "PUT"});
}

void SeriesNamingTest::names()
{
    QFETCH(Keys, keys);
    QFETCH(QString, legend);
    std::vector<UnnamedSeries> series;
    for (const auto &key : std::as_const(keys)) {
        series.push_back({&key, legend, QStringLiteral("sum(x)")});
    }
    QTEST(namesOf(series), "names");
}

void SeriesNamingTest::namesByTarget()
{
    const metrics::SeriesKey nothing;
    const metrics::SeriesKey get{"", {{"m", "GET"}}};
    const metrics::SeriesKey put{"", {{"m", "PUT"}}};
    const auto p50 = QStringLiteral("p50(x)");
    const auto p99 = QStringLiteral("p99(x)");
    QCOMPARE(namesOf({{&nothing, {}, p50}, {&nothing, {}, p99}}), texts({"p50(x)", "p99(x)"}));
    QCOMPARE(namesOf({{&get, {}, p50}, {&put, {}, p50}, {&get, {}, p99}, {&put, {}, p99}}),
             texts({"GET (p50(x))", "PUT (p50(x))", "GET (p99(x))", "PUT (p99(x))"}));
    // What has a legend does not count for the others.
    QCOMPARE(namesOf({{&get, QStringLiteral("goal"), p50}, {&put, {}, p99}}),
             texts({"goal", "p99(x)"}));
}

void SeriesNamingTest::cutsLongNames()
{
    const metrics::SeriesKey a{"x", {{"m", std::string(10'000, 'a')}}};
    const metrics::SeriesKey b{"x", {{"m", "b"}}};
    QCOMPARE(namesOf({{&a, {}, {}}, {&b, {}, {}}}).first().size(), kMaxSeriesName);
}

QTEST_GUILESS_MAIN(SeriesNamingTest)
#include "tst_seriesnaming.moc"
