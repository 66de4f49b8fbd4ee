// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/prometheusanswer.h"
#include "metrics/seriesstore.h"
#include "models/metriccatalog.h"

namespace foretop::models {

using CatalogEntries = std::vector<MetricCatalog::Entry>;

/// What a store has.
CatalogEntries entriesOf(const metrics::SeriesStore &store);

/// What a Prometheus told, as far as it did: any may be null.
struct CatalogAnswers
{
    std::shared_ptr<const std::vector<std::string>> names; ///< of metrics, sorted
    std::shared_ptr<const feeds::MetadataAnswer> metadata;
    std::shared_ptr<const feeds::QueryAnswer> counts; ///< of series, by __name__
};
/// A family for each metric that there is, or for all that are of one described family.
CatalogEntries entriesOf(const CatalogAnswers &answers);

} // namespace foretop::models
