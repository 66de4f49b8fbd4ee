// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <prometheus/collectable.h>

namespace foretop::agent {

/// The process_* metrics of this process, as Prometheus's client libraries name them.
class ProcessCollector final : public prometheus::Collectable
{
public:
    std::vector<prometheus::MetricFamily> Collect() const override;
};

} // namespace foretop::agent
