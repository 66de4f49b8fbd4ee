// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/exposition.h"

#include <memory>

namespace foretop::metrics {

/// What the pages of one source have in common until its series change.
struct ScrapedSeries
{
    std::vector<SeriesKey> keys; ///< in order of the page
    std::vector<Family> families;
};

/// One page, its series told by their place in what pages have in common.
struct Scrape
{
    struct Value
    {
        std::uint32_t series = 0; ///< index into keys
        Sample sample;
    };

    std::shared_ptr<const ScrapedSeries> series; ///< never null; the same until series change
    std::vector<Value> values;
    std::vector<Exemplar> exemplars; ///< of values
    std::uint64_t badLines = 0;
    std::vector<Error> firstErrors; ///< at most kMaxErrorsKept
};

/// Reads the pages of one source, for which it keeps the last one: as long as a page has the same
/// lines in the same order with other values, only the values are read, at the speed of comparing
/// memory; any other page is read as parseExposition() does, with the same result. Memory: the
/// last page and its keys. Not thread-safe; what it returns may go to another thread.
class ScrapeCache
{
public:
    /// @p source as in errors.
    explicit ScrapeCache(std::string source)
        : m_source(std::move(source))
    {
    }

    Scrape parse(std::string_view text, WallTime now,
                 ExpositionFormat format = ExpositionFormat::Detect);

private:
    /// What is the same in every page before a value.
    struct Stretch
    {
        std::size_t begin = 0, end = 0; // in m_page
        std::size_t lineBegin = 0;      // of the line of the value
        std::uint64_t lineNumber = 0;
    };

    bool repeat(std::string_view text, WallTime now, Scrape &scrape) const;
    Scrape learn(std::string_view text, WallTime now);

    const std::string m_source;
    bool m_isOpenMetrics = false;
    std::string m_page;
    std::vector<Stretch> m_stretches;
    std::size_t m_tailBegin = 0; // in m_page: what follows the last value
    std::shared_ptr<const ScrapedSeries> m_series;
    std::uint64_t m_badLines = 0;
    std::vector<Error> m_firstErrors;
};

} // namespace foretop::metrics
