// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "agent/metrics/agentmetrics.h"

#include <array>
#include <iterator>

#include <prometheus/text_serializer.h>

namespace foretop::agent {
namespace {

const prometheus::Histogram::BucketBoundaries kSeconds = {0.001, 0.005, 0.01, 0.025, 0.05, 0.1,
                                                          0.25,  0.5,   1,    2.5,   5,    10};

/// Methods come from clients, so only known ones become a label.
std::string methodLabel(const std::string &method)
{
    constexpr std::array<std::string_view, 7> kKnown = {"GET",    "HEAD",    "POST", "PUT",
                                                        "DELETE", "OPTIONS", "PATCH"};
    return std::find(kKnown.begin(), kKnown.end(), method) == kKnown.end() ? "other" : method;
}

} // namespace

AgentMetrics::AgentMetrics()
    : m_requests(prometheus::BuildCounter()
                     .Name("foretopd_http_requests_total")
                     .Help("HTTP requests answered.")
                     .Register(m_registry))
    , m_requestSeconds(prometheus::BuildHistogram()
                           .Name("foretopd_http_request_duration_seconds")
                           .Help("Time from a connection to its answer.")
                           .Register(m_registry))
    , m_checkSeconds(prometheus::BuildHistogram()
                         .Name("foretopd_check_duration_seconds")
                         .Help("Time that probes took.")
                         .Register(m_registry))
    , m_checkStatus(prometheus::BuildGauge()
                        .Name("foretopd_check_status")
                        .Help("0 unknown, 1 healthy, 2 degraded, 3 unhealthy.")
                        .Register(m_registry))
{
    prometheus::BuildGauge()
        .Name("foretopd_build_info")
        .Help("Version of the agent; always 1.")
        .Register(m_registry)
        .Add({{"version", FORETOP_VERSION}})
        .Set(1);
}

void AgentMetrics::observeRequest(const ServedRequest &request)
{
    const std::string method = methodLabel(request.method);
    m_requests
        .Add(
            {{"method", method}, {"path", request.route}, {"code", std::to_string(request.status)}})
        .Increment();
    m_requestSeconds.Add({{"method", method}, {"path", request.route}}, kSeconds)
        .Observe(static_cast<double>(request.duration.count()) / 1000);
}

void AgentMetrics::observeCheck(const health::Check &check)
{
    m_checkSeconds.Add({{"check", check.name}}, kSeconds)
        .Observe(check.latencyMs.value_or(0) / 1000);
    m_checkStatus.Add({{"check", check.name}}).Set(static_cast<double>(check.status));
}

void AgentMetrics::add(const prometheus::Collectable &collectable)
{
    m_collectables.push_back(&collectable);
}

void AgentMetrics::add(std::function<void(FamilyBuilder &)> fill)
{
    m_fillers.push_back(std::move(fill));
}

std::string AgentMetrics::exposition() const
{
    auto families = m_registry.Collect();
    const auto append = [&families](std::vector<prometheus::MetricFamily> more) {
        families.insert(families.end(), std::make_move_iterator(more.begin()),
                        std::make_move_iterator(more.end()));
    };
    for (const auto *collectable : m_collectables) {
        append(collectable->Collect());
    }
    FamilyBuilder own;
    for (const auto &fill : m_fillers) {
        fill(own);
    }
    append(own.take());
    return prometheus::TextSerializer().Serialize(families);
}

} // namespace foretop::agent
