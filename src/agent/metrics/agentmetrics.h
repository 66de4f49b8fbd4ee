// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/http/httpservice.h"
#include "agent/metrics/familybuilder.h"
#include "health/report.h"

#include <functional>
#include <memory>
#include <vector>

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

namespace foretop::agent {

/// The agent's own metrics (foretopd_*) and the text of all that it exposes. One thread.
class AgentMetrics
{
public:
    AgentMetrics();

    void observeRequest(const ServedRequest &request);
    void observeCheck(const health::Check &check);

    /// Adds what @p collectable tells to exposition(); it must outlive this.
    void add(const prometheus::Collectable &collectable);
    /// Adds what @p fill writes at each exposition().
    void add(std::function<void(FamilyBuilder &)> fill);

    /// Everything now, in the Prometheus text format 0.0.4.
    std::string exposition() const;

private:
    prometheus::Registry m_registry;
    prometheus::Family<prometheus::Counter> &m_requests;
    prometheus::Family<prometheus::Histogram> &m_requestSeconds;
    prometheus::Family<prometheus::Histogram> &m_checkSeconds;
    prometheus::Family<prometheus::Gauge> &m_checkStatus;
    std::vector<const prometheus::Collectable *> m_collectables;
    std::vector<std::function<void(FamilyBuilder &)>> m_fillers;
};

} // namespace foretop::agent
