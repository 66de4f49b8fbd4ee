// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonreader.h"
#include "feeds/prometheusanswer.h"

#include <fmt/format.h>

namespace foretop::feeds {

/// What an answer with "status": "error" says, for an expression with the place in it.
Error serverError(JsonObject answer, std::string_view source);

/// Reads one answer of the Prometheus HTTP API; prometheusanswer.h has what comes of them.
class AnswerReader
{
public:
    AnswerReader(std::string_view source, const AnswerLimits &limits)
        : m_source(source)
        , m_limits(limits)
    {
    }

    /// The member "data" of an answer that tells success.
    Result<JsonElement> data(std::string_view body, std::vector<std::string> &warnings);
    Result<void> readQuery(JsonElement data, QueryAnswer &answer);
    Result<metrics::SeriesKey> key(JsonObject labels);
    Result<std::string> text(JsonElement element, std::string_view what) const;
    tl::unexpected<Error> wrong(ErrorCode code, std::string message) const
    {
        return fail(code, std::move(message), m_source, m_place);
    }
    tl::unexpected<Error> tooMany(std::string_view what, std::size_t most) const
    {
        return wrong(ErrorCode::TooLarge,
                     fmt::format("the answer has more than {} {}", most, what));
    }
    bool hasWarnings() const { return m_hasWarnings; }
    void setItem(std::size_t item) { m_place = Place::atItem(item); }

private:
    Result<void> readSeries(JsonObject object, QueryAnswer &answer);
    Result<metrics::Sample> sample(const simdjson::dom::array &pair) const;
    Result<void> readAlone(const simdjson::dom::array &pair, QueryAnswer &answer) const;
    Result<void> appendSamples(JsonObject object, QueryAnswer::Type type,
                               metrics::ResultSeries &series);
    Result<void> sort(metrics::Matrix &matrix);

    JsonReader m_reader;
    const std::string_view m_source;
    const AnswerLimits &m_limits;
    Place m_place;
    std::size_t m_samples = 0;
    std::size_t m_histograms = 0;
    bool m_hasWarnings = false;
};

} // namespace foretop::feeds
