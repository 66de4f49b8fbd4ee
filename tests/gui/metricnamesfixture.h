// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metricnames.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <map>

namespace foretop::app {

/// A shop's metrics, and as many others as are wanted. Counts how often the GUI thread asks.
class ShopNames : public metrics::Vocabulary
{
public:
    explicit ShopNames(int others = 0)
    {
        m_names = {"http_requests_total", "latency_seconds_bucket", "latency_seconds_count",
                   "latency_seconds_sum", "load1"};
        for (int i = 0; i < others; ++i) {
            m_names.push_back("other_" + std::to_string(i));
        }
        std::sort(m_names.begin(), m_names.end());
    }

    std::vector<std::string> metricNames() const override
    {
        note();
        return m_names;
    }
    std::vector<std::string> labelNames(std::string_view metric) const override
    {
        note();
        return metric == "http_requests_total"      ? std::vector<std::string>{"code", "method"}
               : metric == "latency_seconds_bucket" ? std::vector<std::string>{"le", "path"}
                                                    : std::vector<std::string>{};
    }
    std::vector<std::string> labelValues(std::string_view, std::string_view label) const override
    {
        note();
        return label == "method" ? std::vector<std::string>{"GET", "POST"}
               : label == "code" ? std::vector<std::string>{"200", "404", "503"}
                                 : std::vector<std::string>{};
    }

    int askedByGui() const { return m_askedByGui; }

private:
    void note() const
    {
        if (QThread::currentThread() == QCoreApplication::instance()->thread()) {
            ++m_askedByGui;
        }
    }

    std::vector<std::string> m_names;
    mutable std::atomic<int> m_askedByGui = 0;
};

inline models::MetricNames shopNames(const std::shared_ptr<const ShopNames> &vocabulary)
{
    using models::MetricCatalog;
    std::vector<MetricCatalog::Entry> entries;
    std::vector<std::string> names = vocabulary->metricNames();
    for (const auto &name : names) {
        if (name.starts_with("latency")) {
            continue;
        }
        const bool isCounter = name == "http_requests_total";
        entries.push_back(
            {{name, isCounter ? metrics::FamilyType::Counter : metrics::FamilyType::Gauge,
              isCounter ? "Requests answered." : ""},
             1,
             1.5});
    }
    entries.push_back(
        {{"latency_seconds", metrics::FamilyType::Histogram, "How long requests took."}, 9, 3});
    std::sort(entries.begin(), entries.end(),
              [](const auto &a, const auto &b) { return a.family.name < b.family.name; });
    return {vocabulary, std::make_shared<const std::vector<MetricCatalog::Entry>>(entries)};
}

} // namespace foretop::app
