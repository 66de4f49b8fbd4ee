// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/metrics/agentmetrics.h"
#include "agent/metrics/hostcollector.h"
#include "agent/metrics/processcollector.h"

#include "metrics/exposition.h"

#include <QFile>
#include <QTest>

#include <sys/statvfs.h>

using namespace foretop;
using namespace foretop::agent;

/// Metrics as a scraper reads them, against what the system says.
class HostCollectorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfThisMachine();
    void tellsOfFileSystems();
    void tellsOfThisProcess();
    void countsRequestsAndChecks();

private:
    /// All samples of metric @p name in the exposition.
    static std::vector<metrics::SeriesSample> samplesOf(const AgentMetrics &metrics,
                                                        std::string_view name);
    static double valueOf(const AgentMetrics &metrics, std::string_view name);
};

std::vector<metrics::SeriesSample> HostCollectorTest::samplesOf(const AgentMetrics &metrics,
                                                                std::string_view name)
{
    const auto exposition =
        metrics::parseExposition(metrics.exposition(), wallTimeFromMs(0), "agent");
    if (exposition.badLines > 0) {
        qFatal("%s", exposition.firstErrors[0].text().c_str());
    }
    std::vector<metrics::SeriesSample> found;
    for (const auto &sample : exposition.samples) {
        if (sample.key.name == name) {
            found.push_back(sample);
        }
    }
    return found;
}

double HostCollectorTest::valueOf(const AgentMetrics &metrics, std::string_view name)
{
    const auto samples = samplesOf(metrics, name);
    return samples.size() == 1 ? samples[0].sample.value : -1;
}

void HostCollectorTest::tellsOfThisMachine()
{
    const SystemClock clock;
    const HostCollector host(clock);
    AgentMetrics metrics;
    metrics.add(host);
    QFile meminfo(QStringLiteral("/proc/meminfo"));
    QVERIFY(meminfo.open(QIODevice::ReadOnly));
    const double total = meminfo.readLine().simplified().split(' ').at(1).toDouble() * 1024;
    QCOMPARE(valueOf(metrics, "node_memory_MemTotal_bytes"), total);
    QVERIFY(valueOf(metrics, "node_memory_MemAvailable_bytes") > 0);
    const auto cpus = samplesOf(metrics, "node_cpu_seconds_total");
    QVERIFY(cpus.size() >= 8 * std::thread::hardware_concurrency());
    QVERIFY(valueOf(metrics, "node_load1") >= 0);
    QVERIFY(valueOf(metrics, "node_boot_time_seconds") > 1e9);
    const double now = double(msSinceEpoch(clock.wallNow())) / 1000;
    QVERIFY(std::abs(valueOf(metrics, "node_time_seconds") - now) < 60);
    QVERIFY(!samplesOf(metrics, "node_network_receive_bytes_total").empty());
}

void HostCollectorTest::tellsOfFileSystems()
{
    const SystemClock clock;
    HostCollector host(clock);
    AgentMetrics metrics;
    metrics.add(host);
    QVERIFY(samplesOf(metrics, "node_filesystem_size_bytes").empty());
    host.refreshFileSystems();
    struct statvfs info = {};
    QCOMPARE(statvfs("/", &info), 0);
    const double size = double(info.f_blocks) * double(info.f_frsize);
    const auto root = [&] {
        for (const auto &sample : samplesOf(metrics, "node_filesystem_size_bytes")) {
            for (const auto &[name, value] : sample.key.labels) {
                if (name == "mountpoint" && value == "/") {
                    return sample.sample.value;
                }
            }
        }
        return -1.0;
    };
    QTRY_COMPARE(root(), size);
}

void HostCollectorTest::tellsOfThisProcess()
{
    const ProcessCollector process;
    AgentMetrics metrics;
    metrics.add(process);
    QVERIFY(valueOf(metrics, "process_resident_memory_bytes") > 1e6);
    QVERIFY(valueOf(metrics, "process_open_fds") >= 3);
    QVERIFY(valueOf(metrics, "process_max_fds") >= 3);
    QVERIFY(valueOf(metrics, "process_threads") >= 1);
    QVERIFY(valueOf(metrics, "process_cpu_seconds_total") >= 0);
    const double started = valueOf(metrics, "process_start_time_seconds");
    const double now = double(msSinceEpoch(SystemClock().wallNow())) / 1000;
    QVERIFY2(std::abs(now - started) < 300, std::to_string(now - started).c_str());
}

void HostCollectorTest::countsRequestsAndChecks()
{
    AgentMetrics metrics;
    metrics.observeRequest({"GET", "/metrics", 200, Milliseconds(7)});
    metrics.observeRequest({"GET", "/metrics", 200, Milliseconds(30)});
    metrics.observeRequest({"BREW", "other", 405, Milliseconds(0)});
    health::Check check;
    check.name = "disk /";
    check.status = health::Status::Degraded;
    check.latencyMs = 3;
    metrics.observeCheck(check);
    const std::string text = metrics.exposition();
    for (const char *line :
         {R"(foretopd_http_requests_total{code="200",method="GET",path="/metrics"} 2)",
          R"(foretopd_http_requests_total{code="405",method="other",path="other"} 1)",
          R"(foretopd_check_status{check="disk /"} 2)"}) {
        QVERIFY2(text.find(line) != std::string::npos, line);
    }
    QCOMPARE(samplesOf(metrics, "foretopd_http_request_duration_seconds_count").size(),
             std::size_t(2));
    QCOMPARE(valueOf(metrics, "foretopd_check_duration_seconds_sum"), 0.003);
    QCOMPARE(valueOf(metrics, "foretopd_build_info"), 1.0);
}

QTEST_GUILESS_MAIN(HostCollectorTest)
#include "tst_hostcollector.moc"
