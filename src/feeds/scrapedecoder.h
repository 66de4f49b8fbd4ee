// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/feeditems.h"
#include "metrics/exposition.h"

namespace foretop::feeds {

struct ScrapeRules
{
    /// Put on every series, sorted by name; a label that the series has by that name itself then is
    /// "exported_NAME", as Prometheus does (honor_labels: false).
    metrics::Labels labels;
    std::size_t maxSamples = 50'000; ///< a page with more is refused whole
};

/// Reads a /metrics page, which is in OpenMetrics when @p format says so or it ends as that does:
/// what is then cut before "# EOF" is kept, and the cut counted as a line. Pure; any thread. Fails
/// on a page with too many samples, and one where no line is a sample but some ought to be; single
/// lines that cannot be read are counted.
Result<DecodedItems> decodeScrape(std::string_view page, const ScrapeRules &rules, WallTime now,
                                  std::string_view source, metrics::ExpositionFormat format = {});

/// What became of one scrape, as the series that Prometheus makes of it: `up`,
/// `scrape_duration_seconds` and `scrape_samples_scraped`.
struct ScrapeReport
{
    bool up = false;
    Milliseconds duration{};
    std::size_t samples = 0; ///< on the page
};
void appendReport(MetricsBatch &batch, const ScrapeReport &report, const metrics::Labels &labels,
                  WallTime now);

} // namespace foretop::feeds
