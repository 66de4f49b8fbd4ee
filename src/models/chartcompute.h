// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/seriesstore.h"
#include "models/chartquery.h"

#include <memory>
#include <stop_token>

namespace foretop::models {

/// What a ChartQuery asks its worker.
struct ChartRequest
{
    std::shared_ptr<const metrics::SeriesStore> store;
    ChartSpec spec;
    WallTime from{};
    WallTime to{};
    int columns = 0;
};

struct ChartAnswer
{
    QVector<ChartSeries> series;
    int leftOut = 0; ///< series beyond spec.maxSeries
    WallTime from{};
    WallTime to{};
};

/// Reads, computes and reduces. Any thread. When @p stop is requested what it returns is of no use.
ChartAnswer computeChart(const ChartRequest &request, const std::stop_token &stop);

} // namespace foretop::models
