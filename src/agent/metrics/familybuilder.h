// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include <prometheus/metric_family.h>

namespace foretop::agent {

/// Collects metric families for prometheus-cpp; a family must be begun before its samples.
class FamilyBuilder
{
public:
    using Labels = std::initializer_list<std::pair<std::string, std::string>>;

    void begin(std::string name, std::string help, prometheus::MetricType type)
    {
        m_families.push_back(
            {.name = std::move(name), .help = std::move(help), .type = type, .metric = {}});
    }
    void add(double value, Labels labels = {})
    {
        prometheus::ClientMetric metric;
        for (const auto &[name, text] : labels) {
            metric.label.push_back({name, text});
        }
        // The serializer reads the member that the family's type names.
        metric.counter.value = value;
        metric.gauge.value = value;
        m_families.back().metric.push_back(std::move(metric));
    }
    void counter(std::string name, std::string help, double value)
    {
        begin(std::move(name), std::move(help), prometheus::MetricType::Counter);
        add(value);
    }
    void gauge(std::string name, std::string help, double value)
    {
        begin(std::move(name), std::move(help), prometheus::MetricType::Gauge);
        add(value);
    }
    std::vector<prometheus::MetricFamily> take() { return std::move(m_families); }

private:
    std::vector<prometheus::MetricFamily> m_families;
};

} // namespace foretop::agent
