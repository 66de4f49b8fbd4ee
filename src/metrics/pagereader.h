// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/expositionparser.h"

namespace foretop::metrics {

/// Where in a page the value of a sample is.
struct ValuePlace
{
    std::size_t lineBegin = 0;
    std::size_t valueBegin = 0;
    std::size_t lineEnd = 0; ///< before the line feed
    std::uint64_t lineNumber = 0;
};

/// Reads a whole exposition leniently. Lines that are written as nearly all are, without escapes
/// and with no blank too many, it reads here, many bytes at a time and without memory for each;
/// any other, and any that is not valid, through an ExpositionParser, with the same result.
class PageReader
{
public:
    PageReader(WallTime now, std::string_view source, bool isOpenMetrics);

    /// Once. @p places, when not null, gets one for each sample.
    ExpositionView read(std::string_view page, std::vector<ValuePlace> *places = nullptr);

private:
    /// A line that ends with a line feed, where that is in the page.
    struct Line
    {
        const char *begin;
        const char *end;
        bool isPlain; ///< has neither a backslash nor bytes beyond ASCII
    };

    bool readLine(const Line &line);
    bool readComment(const Line &line);
    bool readHelp(const Line &line, const char *at);
    bool readType(const Line &line, const char *at);
    bool readSample(const Line &line);
    bool readLabels(const Line &line, const char *&at);
    bool sortLabels(std::size_t begin);
    bool readValue(const Line &line, const char *at, Sample &sample);
    void readAny(const char *begin, const char *end);
    const char *metricNameEnd(const char *at) const;
    const char *labelNameEnd(const char *at) const;
    bool findName(const Line &line, const char *at);
    bool isAt(const char *at, std::string_view text) const;
    const char *quoteAfter(const char *at, const Line &line) const;

    const WallTime m_now;
    ExpositionParser m_parser;
    ExpositionView &m_out;
    const char *m_page = nullptr;
    const char *m_pageEnd = nullptr;
    std::string_view m_name; // of a metric, the last one that was read, in the page
    std::vector<ValuePlace> *m_places = nullptr;
};

} // namespace foretop::metrics
