// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/changingpages.h"
#include "metrics/exposition.h"
#include "metrics/prometheusserver.h"
#include "metrics/seriesstore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace foretop;
using namespace foretop::metrics;

/// Lets a real Prometheus scrape pages, gives our store the same pages at the times that Prometheus
/// gave them, and compares what expressions make of both: above all where series vanish.
class PrometheusScrapeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void agrees_data();
    void agrees();

private:
    void fillStore();

    ChangingPages m_pages;
    QTemporaryDir m_dir;
    PrometheusServer m_server;
    SeriesStore m_store;
    EvaluationRange m_range;
};

void PrometheusScrapeTest::initTestCase()
{
    if (PrometheusServer::program(QStringLiteral("prometheus")).isEmpty()) {
        QSKIP("prometheus is not installed");
    }
    // Labels of the target go, but for the one that our store gives its series too.
    const auto config = QStringLiteral("global: {scrape_interval: 100ms, scrape_timeout: 100ms}\n"
                                       "scrape_configs:\n"
                                       "- job_name: live\n"
                                       "  static_configs:\n"
                                       "  - targets: ['127.0.0.1:%1']\n"
                                       "    labels: {source: live}\n"
                                       "  metric_relabel_configs:\n"
                                       "  - {action: labeldrop, regex: job|instance}\n")
                            .arg(m_pages.port());
    QCOMPARE(m_server.start(m_dir.path(), config.toUtf8()), QString());
    QTRY_VERIFY_WITH_TIMEOUT(m_pages.served() >= 60, 30'000);
    fillStore();
}

void PrometheusScrapeTest::fillStore()
{
    const auto now = SystemClock().wallNow();
    const EvaluationRange raw{now, now, Milliseconds(0)};
    const auto scrapes = m_server.query(QStringLiteral("up[1h]"), raw);
    const auto serials = m_server.query(QStringLiteral("page_serial[1h]"), raw);
    QCOMPARE(scrapes.matrix.size(), 1U);
    QCOMPARE(serials.matrix.size(), 1U);
    auto serial = serials.matrix[0].samples.begin();
    int failures = 0;
    for (const auto &[time, isUp] : scrapes.matrix[0].samples) {
        if (isUp == 0) {
            m_store.endAll("live", time);
            ++failures;
            continue;
        }
        while (serial != serials.matrix[0].samples.end() && serial->time < time) {
            ++serial;
        }
        if (serial == serials.matrix[0].samples.end()) {
            break; // scraped between the two queries
        }
        QCOMPARE(serial->time, time);
        const auto page = ChangingPages::page(int(serial->value));
        m_store.append("live", parseExposition(page.toStdString(), time, "page").samples);
        m_store.endMissing("live", time);
        m_range.to = time;
    }
    QVERIFY(failures >= 2);
    m_range.from = scrapes.matrix[0].samples.front().time - Milliseconds(500);
    m_range.step = Milliseconds(37);
    QCOMPARE(m_store.outOfOrder(), 0U);
}

void PrometheusScrapeTest::agrees_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"sessions",
                             "requests_total",
                             "temperature",
                             "{__name__=~\"latency_.*\"}",
                             "timestamp(sessions)",
                             "absent(sessions)",
                             "absent(sessions{host=\"x\"})",
                             "count(sessions) by (source)",
                             "sum(sessions)",
                             "rate(requests_total[1s])",
                             "increase(sessions[777ms])",
                             "irate(requests_total[500ms])",
                             "changes(temperature[2s])",
                             "avg_over_time(sessions[1s])",
                             "last_over_time(sessions{host=\"x\"}[1s])",
                             "count_over_time(sessions[1s])",
                             "sessions offset 700ms",
                             "histogram_quantile(0.9, rate(latency_bucket[1s]))",
                             "rate(latency_sum[1s]) / rate(latency_count[1s])",
                             "absent_over_time(sessions{host=\"x\"}[300ms])",
                             "requests_total and on() sessions{host=\"x\"}",
                             "max_over_time(sum(sessions)[1s:100ms])",
                             "page_serial - on() group_right() sessions"}) {
        QTest::newRow(text) << QString::fromUtf8(text);
    }
}

void PrometheusScrapeTest::agrees()
{
    QFETCH(QString, text);
    const auto expression = parseExpression(text.toStdString());
    QVERIFY(expression);
    const auto ours = evaluate(*expression, m_store, m_range);
    QVERIFY2(ours, ours ? "" : ours.error().text().c_str());
    const auto theirs = m_server.query(text, m_range);
    QCOMPARE(theirs.error, QString());
    QVERIFY(!theirs.matrix.empty());
    const auto differs = difference(*ours, theirs.matrix);
    QVERIFY2(differs.isEmpty(), qPrintable(differs));
}

QTEST_GUILESS_MAIN(PrometheusScrapeTest)
#include "tst_prometheusscrape.moc"
