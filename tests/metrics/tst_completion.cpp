// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/completion.h"

#include "metrics/seriesstore.h"

#include <QTest>

using namespace foretop;
using namespace foretop::metrics;

class CompletionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completes_data();
    void completes();
    void isBounded();
    void endsAnywhere();

private:
    static void fill(SeriesStore &store);
};

void CompletionTest::fill(SeriesStore &store)
{
    const auto now = wallTimeFromMs(1'700'000'000'000);
    const std::vector<SeriesSample> samples{
        {{"http_requests_total", {{"code", "200"}, {"method", "GET"}}}, {now, 1}},
        {{"http_requests_total", {{"code", "404"}, {"method", "PUT"}}}, {now, 1}},
        {{"memory_bytes", {{"host", "größer \"x\""}}}, {now, 1}},
        {{"memory_limit_bytes", {{"host", "a"}, {"zone", "b"}}}, {now, 1}},
    };
    store.append("shop", samples);
}

void CompletionTest::completes_data()
{
    QTest::addColumn<QString>("text"); // with | for the cursor
    QTest::addColumn<QString>("replaced");
    QTest::addColumn<QString>("items"); // the first ones
    const auto row = [](const char *text, const char *replaced, const char *items) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(replaced)
                            << QString::fromUtf8(items);
    };
    row("|", "", "http_requests_total memory_bytes memory_limit_bytes sum avg");
    row("mem|", "mem", "memory_bytes memory_limit_bytes");
    row("MEM|ory_b + 1", "MEMory_b", "memory_bytes memory_limit_bytes");
    row("sum(limit|", "limit", "memory_limit_bytes");
    row("rat|", "rat", "rate irate");
    row("1 + hist|", "hist", "histogram_quantile");
    row("a == |", "", "bool on ignoring http_requests_total");
    row("a == bo|", "bo", "bool");
    row("a + |", "", "on ignoring http_requests_total");
    row("a / on(|", "", "code host method source zone");
    row("a / on(host) gr|", "gr", "group_left group_right group");
    row("memory_bytes / on(|", "", "host source");
    row("sum by (|) (memory_limit_bytes)", "", "host source zone");
    row("sum by (host, z|) (memory_limit_bytes)", "z", "zone");
    row("sum(memory_bytes) |", "", "offset and or unless by without + -");
    row("memory_bytes o|", "o", "offset or without");
    row("memory_bytes offset |", "", "1m 5m 10m");
    row("memory_bytes @ |", "", "start() end()");
    row("rate(memory_bytes[|", "", "1m 5m 10m 30m 1h 6h 1d 1w");
    row("rate(memory_bytes[1|", "1", "1m 10m 1h 1d 1w");
    row("http_requests_total{|", "", "code method source");
    row("http_requests_total{c|}", "c", "code source");
    row("http_requests_total{code=\"200\", m|", "m", "method");
    row("{|", "", "code host method source zone");
    row("http_requests_total{code |", "", "= != =~ !~");
    row("http_requests_total{code=|", "", "\"200\" \"404\"");
    row("http_requests_total{code=\"4|", "\"4", "\"404\"");
    row("http_requests_total{code=\"2|00\", method=\"GET\"}", "\"200\"", "\"200\"");
    row("http_requests_total{code!~'|, method=\"GET\"}", "'", "\"200\" \"404\"");
    row("http_requests_total{source=\"|", "\"", "\"shop\"");
    row("{__name__=\"m|", "\"m", "\"memory_bytes\" \"memory_limit_bytes\"");
    row("memory_bytes{host=\"größ|", "\"größ", "\"größer \\\"x\\\"\"");
    row("http_requests_total{code=\"200\"|", "", "");
    row("{a=\"é\"} + mem|", "mem", "memory_bytes memory_limit_bytes");
    row("label_join(a, \"mem|", "\"mem", "");
    row("a # mem|", "", "");
    row("# note\nmem|", "mem", "memory_bytes memory_limit_bytes");
    row("zzz|", "zzz", "");
}

void CompletionTest::completes()
{
    QFETCH(QString, text);
    QFETCH(QString, replaced);
    QFETCH(QString, items);
    SeriesStore store;
    fill(store);
    const auto cursor = text.indexOf(u'|');
    text.remove(cursor, 1);
    const auto completion = completeExpression(text.toStdString(), std::size_t(cursor), store);
    QCOMPARE(text.mid(int(completion.from), int(completion.to - completion.from)), replaced);
    QStringList found;
    for (const auto &item : completion.items) {
        found << QString::fromStdString(item.text);
    }
    const auto shown = found.join(u' ');
    QVERIFY2(items.isEmpty() ? shown.isEmpty() : shown.startsWith(items), qPrintable(shown));
}

void CompletionTest::isBounded()
{
    SeriesStore store;
    for (int i = 0; i < 500; ++i) {
        const SeriesSample sample{{"metric_" + std::to_string(i), {}}, {{}, 1}};
        store.append("shop", {&sample, 1});
    }
    const auto completion = completeExpression("met", 3, store);
    QCOMPARE(completion.items.size(), kMaxCompletionItems);
    QVERIFY(completion.isCut);
    QVERIFY(completeExpression(std::string(20'000, 'a'), 1, store).items.empty());
}

void CompletionTest::endsAnywhere()
{
    SeriesStore store;
    fill(store);
    const std::string text = "sum by (host) (rate(memory_bytes{host=~\"größ.*\"}[5m] offset 1h @ "
                             "end())) > bool on(a) group_left(b) topk(3, x) # é \xff";
    for (std::size_t cursor = 0; cursor <= text.size() + 3; ++cursor) {
        const auto completion = completeExpression(text, cursor, store);
        QVERIFY(completion.from <= completion.to);
        QVERIFY(completion.to <= text.size());
    }
}

QTEST_APPLESS_MAIN(CompletionTest)
#include "tst_completion.moc"
