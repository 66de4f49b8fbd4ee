// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "feeds/scrapedecoder.h"

#include "base/text.h"

#include <algorithm>

#include <fmt/format.h>

namespace foretop::feeds {
namespace {

using metrics::Labels;

auto position(const Labels &labels, std::string_view name)
{
    return std::lower_bound(labels.begin(), labels.end(), name,
                            [](const auto &label, std::string_view n) { return label.first < n; });
}

void setLabel(Labels &labels, const std::string &name, std::string value)
{
    const auto index = position(labels, name) - labels.begin();
    const auto at = labels.begin() + index;
    if (at == labels.end() || at->first != name) {
        labels.emplace(at, name, std::move(value));
        return;
    }
    std::string own = std::exchange(at->second, std::move(value));
    setLabel(labels, "exported_" + name, std::move(own));
}

/// Lines that ought to be samples, counted up to @p most + 1: memory for the samples of a page is
/// taken only once it is known how many there are.
std::size_t sampleLines(std::string_view page, std::size_t most)
{
    std::size_t count = 0;
    while (!page.empty() && count <= most) {
        const std::string_view line = trimmed(takeUntil(page, '\n'));
        count += static_cast<std::size_t>(!line.empty() && line.front() != '#');
    }
    return count;
}

} // namespace

Result<DecodedItems> decodeScrape(std::string_view page, const ScrapeRules &rules, WallTime now,
                                  std::string_view source, metrics::ExpositionFormat format)
{
    if (sampleLines(page, rules.maxSamples) > rules.maxSamples) {
        return fail(ErrorCode::TooLarge,
                    fmt::format("the page has more than {} samples", rules.maxSamples), source);
    }
    auto exposition = metrics::parseExposition(page, now, source, format);
    if (exposition.samples.empty() && exposition.badLines > 0) {
        Error first = exposition.firstErrors.front();
        first.message = "this is no page of metrics: " + first.message;
        return tl::unexpected(std::move(first));
    }
    for (metrics::SeriesSample &sample : exposition.samples) {
        for (const auto &[name, value] : rules.labels) {
            setLabel(sample.key.labels, name, value);
        }
    }
    return DecodedItems{.items = MetricsBatch{.families = std::move(exposition.families),
                                              .samples = std::move(exposition.samples)},
                        .unreadable = exposition.badLines,
                        .firstErrors = std::move(exposition.firstErrors)};
}

void appendReport(MetricsBatch &batch, const ScrapeReport &report, const Labels &labels,
                  WallTime now)
{
    const auto append = [&](const char *name, double value, const char *help) {
        batch.families.push_back({.name = name, .type = metrics::FamilyType::Gauge, .help = help});
        batch.samples.push_back({.key = {.name = name, .labels = labels}, .sample = {now, value}});
    };
    append("up", report.up ? 1 : 0, "1 if the scrape succeeded, 0 if it failed.");
    append("scrape_duration_seconds", static_cast<double>(report.duration.count()) / 1000,
           "How long the scrape took.");
    append("scrape_samples_scraped", static_cast<double>(report.samples),
           "How many samples the page had.");
}

} // namespace foretop::feeds
