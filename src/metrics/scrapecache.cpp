// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/scrapecache.h"

#include "metrics/number.h"
#include "metrics/pagereader.h"

namespace foretop::metrics {

Scrape ScrapeCache::parse(std::string_view text, WallTime now, ExpositionFormat format)
{
    const bool isNew = isOpenMetrics(format, text);
    if (m_series && isNew == m_isOpenMetrics) {
        Scrape scrape;
        if (repeat(text, now, scrape)) {
            return scrape;
        }
    }
    m_isOpenMetrics = isNew;
    return learn(text, now);
}

/// False when @p text is not the page known but for its values.
bool ScrapeCache::repeat(std::string_view text, WallTime now, Scrape &scrape) const
{
    ExpositionParser parser(now, m_source, m_isOpenMetrics);
    const std::string_view page = m_page;
    scrape.values.reserve(m_stretches.size());
    auto rest = text;
    for (std::size_t i = 0; i < m_stretches.size(); ++i) {
        const auto &stretch = m_stretches[i];
        const auto same = page.substr(stretch.begin, stretch.end - stretch.begin);
        if (!rest.starts_with(same)) {
            return false;
        }
        rest.remove_prefix(same.size());
        auto afterNumber = rest;
        const auto number = takeSimpleNumber(afterNumber);
        if (number && afterNumber.starts_with('\n')) {
            rest = afterNumber;
            scrape.values.push_back({static_cast<std::uint32_t>(i), {now, *number}});
            continue;
        }
        const auto valueAt = stretch.end - stretch.lineBegin;
        const auto *lineBegin = rest.data() - valueAt;
        const auto end = std::min(rest.find('\n'), rest.size());
        Scrape::Value value{.series = static_cast<std::uint32_t>(i), .sample = {}};
        if (!parser.readValue({lineBegin, valueAt + end}, valueAt, stretch.lineNumber,
                              scrape.values.size(), value.sample)) {
            return false;
        }
        scrape.values.push_back(value);
        rest.remove_prefix(end);
    }
    if (rest != page.substr(m_tailBegin)) {
        return false;
    }
    scrape.series = m_series;
    scrape.exemplars = parser.take().exemplars;
    scrape.badLines = m_badLines;
    scrape.firstErrors = m_firstErrors;
    return true;
}

Scrape ScrapeCache::learn(std::string_view text, WallTime now)
{
    std::vector<ValuePlace> places;
    auto page = PageReader(now, m_source, m_isOpenMetrics).read(text, &places);
    m_page = text;
    m_stretches.clear();
    m_stretches.reserve(places.size());
    m_tailBegin = 0;
    for (const auto &place : places) {
        m_stretches.push_back({m_tailBegin, place.valueBegin, place.lineBegin, place.lineNumber});
        m_tailBegin = place.lineEnd;
    }
    auto parsed = owned(std::move(page));
    const auto series = std::make_shared<ScrapedSeries>();
    Scrape scrape;
    scrape.values.reserve(parsed.samples.size());
    series->keys.reserve(parsed.samples.size());
    for (auto &[key, sample] : parsed.samples) {
        scrape.values.push_back({static_cast<std::uint32_t>(series->keys.size()), sample});
        series->keys.push_back(std::move(key));
    }
    series->families = std::move(parsed.families);
    m_series = series;
    m_badLines = parsed.badLines;
    m_firstErrors = parsed.firstErrors;
    scrape.series = series;
    scrape.exemplars = std::move(parsed.exemplars);
    scrape.badLines = parsed.badLines;
    scrape.firstErrors = std::move(parsed.firstErrors);
    return scrape;
}

} // namespace foretop::metrics
