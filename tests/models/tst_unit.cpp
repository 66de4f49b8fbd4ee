// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/panelspec.h"

#include <QTest>

using namespace foretop::models;

class UnitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesUnits();
    void tellsUnit_data();
    void tellsUnit();
    void tellsUnitOfPanel();
};

void UnitTest::namesUnits()
{
    for (int i = 0; i <= int(Unit::Moment); ++i) {
        const auto unit = Unit(i);
        QVERIFY(!unitName(unit).isEmpty());
        QCOMPARE(unitNamed(unitName(unit)), std::optional(unit));
    }
    QVERIFY(!unitNamed(QStringLiteral("furlongs")));
    QVERIFY(!unitNamed({}));
}

void UnitTest::tellsUnit_data()
{
    QTest::addColumn<QString>("unit");
    const auto row = [](const char *unit, const char *expression) {
        QTest::newRow(expression) << QString::fromUtf8(unit);
    };
    // Names.
    row("bytes", "node_memory_MemFree_bytes");
    row("bytes", "node_network_receive_bytes_total");
    row("seconds", "node_cpu_seconds_total");
    row("seconds", "http_request_duration_seconds{quantile=\"0.5\"}");
    row("seconds", "http_server_requests_seconds_max");
    row("seconds", "http_response_time_seconds");
    row("seconds", "disk_io_time_seconds");
    row("seconds", "pool_uptime_seconds");
    row("milliseconds", "request_duration_milliseconds");
    row("milliseconds", "request_duration_ms");
    row("number", "programs");
    row("number", "megabytes");
    row("ratio", "nginx_cache_hit_ratio");
    row("percent", "memory_used_percent");
    row("number", "node_hwmon_temp_celsius");
    row("moment", "process_start_time_seconds");
    row("moment", "node_boot_time_seconds");
    row("moment", "config_last_reload_success_timestamp_seconds");
    row("moment", "http_requests_created");
    row("number", "http_request_duration_seconds_count");
    row("number", "http_request_duration_seconds_bucket");
    row("number", "up");
    row("number", "{job=\"x\"}");
    row("seconds", "job:request_latency_seconds:mean5m");
    row("bytes_per_second", "instance:node_network_receive_bytes:rate5m");
    row("ratio", "job:request_errors:ratio_rate5m");
    // Functions.
    row("bytes_per_second", "rate(node_network_receive_bytes_total[1m])");
    row("bytes_per_second", "deriv(process_resident_memory_bytes[1h])");
    row("per_second", "irate(http_requests_total[5m])");
    row("ratio", "rate(node_cpu_seconds_total{mode=\"user\"}[1m])");
    row("bytes", "increase(node_network_receive_bytes_total[1h])");
    row("bytes", "max_over_time(memory_bytes[1h])");
    row("bytes_per_second", "max_over_time(rate(received_bytes_total[1m])[1h:1m])");
    row("number", "count_over_time(memory_bytes[1h])");
    row("number", "changes(process_start_time_seconds[1h])");
    row("moment", "time()");
    row("moment", "timestamp(memory_bytes)");
    row("seconds", "time() - process_start_time_seconds");
    row("seconds", "process_start_time_seconds - process_start_time_seconds offset 1d");
    row("seconds", "histogram_quantile(0.9, sum by (le) (rate(x_duration_seconds_bucket[5m])))");
    row("bytes", "histogram_quantile(0.9, rate(x_size_bytes_bucket[5m]))");
    row("per_second", "sum by (le) (rate(x_duration_seconds_bucket[5m]))");
    row("bytes", "clamp_min(memory_bytes, 0)");
    row("bytes", "label_replace(memory_bytes, \"a\", \"$1\", \"b\", \"(.*)\")");
    row("number", "ln(memory_bytes)");
    row("number", "hour(process_start_time_seconds)");
    row("number", "vector(1)");
    row("number", "42");
    // Aggregations.
    row("bytes", "sum by (instance) (memory_bytes)");
    row("bytes", "topk(5, memory_bytes)");
    row("number", "count(memory_bytes)");
    row("number", "count by (mode) (node_cpu_seconds_total)");
    // Operators.
    row("ratio", "a_bytes / b_bytes");
    row("ratio", "1 - a_bytes / b_bytes");
    row("percent", "100 * (1 - a_bytes / b_bytes)");
    row("ratio", "rate(errors_total[5m]) / rate(requests_total[5m])");
    row("percent", "rate(errors_total[5m]) / rate(requests_total[5m]) * 100");
    row("seconds", "rate(x_seconds_sum[5m]) / rate(x_seconds_count[5m])");
    row("seconds", "x_seconds_sum / x_seconds_count");
    row("bytes", "sum(rate(x_bytes_sum[5m])) / sum(rate(x_bytes_count[5m]))");
    row("ratio", "sum(rate(node_cpu_seconds_total[5m])) / count(node_cpu_seconds_total)");
    row("seconds", "queue_length / rate(handled_total[5m])");
    row("bits_per_second", "rate(received_bytes_total[1m]) * 8");
    row("bits_per_second", "8 * rate(received_bytes_total[1m])");
    row("bytes_per_second", "-rate(received_bytes_total[1m])");
    row("bytes_per_second", "rate(received_bytes_total[1m]) * -1");
    row("milliseconds", "x_seconds * 1000");
    row("seconds", "x_milliseconds / 1000");
    row("seconds", "rate(x_ms_sum[1m]) / rate(x_ms_count[1m]) / 1000");
    row("number", "memory_bytes / 1024 / 1024");
    row("number", "memory_bytes * 3");
    row("number", "rate(jobs_total[5m]) * 60");
    row("bytes", "a_bytes - b_bytes - c_bytes");
    row("number", "a_bytes + b_seconds");
    row("bytes", "a_bytes > 1000");
    row("number", "a_bytes > bool 1000");
    row("bytes", "a_bytes and b_seconds");
    row("bytes", "vector(0) or a_bytes");
    row("bytes", "a_bytes or vector(0)");
    row("bytes", "-a_bytes");
    row("number", "a_bytes ^ 2");
    row("bytes", "memory_bytes * free_ratio");
    row("per_second", "x_count / x_seconds");
    // Variables.
    row("bytes_per_second", "rate(x_bytes_total{job=~\"$job\"}[$__rate_interval])");
    row("bytes_per_second", "rate(x_bytes_total{job=~\"${job}\"}[${__rate_interval}])");
    row("seconds", "histogram_quantile($q, sum by (le, $by) (rate(x_seconds_bucket[$window])))");
    row("seconds", "histogram_quantile($q, sum by (le) (rate(x_seconds_bucket[$__interval])))");
    row("bytes", "topk($n, x_bytes{a=\"[$x]\", b='$'})");
    row("bytes", "max_over_time(x_bytes[1h:$__interval] offset $ago)");
    row("bytes_per_second", "increase(x_bytes_total[$__range]) / on() x_seconds");
    // What cannot be parsed.
    row("number", "");
    row("number", "a_bytes +");
    row("number", "$");
    row("number", "${");
    row("number", "\"\\");
}

void UnitTest::tellsUnit()
{
    QFETCH(const QString, unit);
    QCOMPARE(unitName(unitOf(QString::fromUtf8(QTest::currentDataTag()))), unit);
}

void UnitTest::tellsUnitOfPanel()
{
    PanelSpec spec;
    QCOMPARE(shownUnit(spec), Unit::Number);
    spec.targets = {{QStringLiteral("x_seconds"), {}, true},
                    {QStringLiteral(" "), {}, false},
                    {QStringLiteral("rate(x_bytes_total[1m])"), {}, false}};
    QCOMPARE(shownUnit(spec), Unit::BytesPerSecond);
    spec.unit = Unit::Number;
    QCOMPARE(shownUnit(spec), Unit::Number);
    spec.unit = Unit::Auto;
    spec.kind = PanelKind::HeatMap;
    spec.targets = {{QStringLiteral("sum by (le) (rate(x_seconds_bucket[1m]))"), {}, false}};
    QCOMPARE(shownUnit(spec), Unit::Seconds);
}

QTEST_GUILESS_MAIN(UnitTest)
#include "tst_unit.moc"
