// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/scrapecache.h"
#include "metrics/seriesstore.h"

#include <cstdlib>

using namespace foretop;
using namespace foretop::metrics;

namespace {

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

/// What is strictly valid is valid, and a page known is read as one that is new.
void checkReaders(std::string_view text, WallTime now, const Exposition &page,
                  ExpositionFormat format)
{
    const auto strict = parseStrict(text, now, "fuzz", format);
    require(!strict || page.badLines == 0);
    require(!strict || strict->samples.size() == page.samples.size());
    ScrapeCache cache("fuzz");
    for (int i = 0; i < 2; ++i) {
        const auto scrape = cache.parse(text, now, format);
        require(scrape.values.size() == page.samples.size());
        require(scrape.badLines == page.badLines);
        require(scrape.exemplars.size() == page.exemplars.size());
    }
}

} // namespace

/// What the parser lets through must be found again in a store.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(data), size);
    const auto now = wallTimeFromMs(1'700'000'000'000);
    for (const auto format : {ExpositionFormat::Prometheus, ExpositionFormat::OpenMetrics}) {
        checkReaders(text, now, parseExposition(text, now, "fuzz", format), format);
    }
    const auto exposition = parseExposition(text, now, "fuzz");
    SeriesStore store;
    store.describe(exposition.families);
    store.append("fuzz", exposition.samples);
    store.families();
    SeriesStore viewing;
    viewing.append("fuzz", viewExposition(text, now, "fuzz"));
    require(viewing.bytes() == store.bytes() && viewing.outOfOrder() == store.outOfOrder());
    if (store.outOfOrder() > 0) {
        return 0;
    }
    for (const auto &[key, sample] : exposition.samples) {
        if (store.query(key.name, key.labels, sample.time, sample.time).empty()) {
            std::abort();
        }
    }
    return 0;
}
