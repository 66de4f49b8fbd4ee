// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysisrun.h"

#include "models/loganalysis.h"

#include <algorithm>
#include <utility>

namespace foretop::models {

void AnalysisRun::begin(AnalysisRequest request)
{
    const std::lock_guard lock(m_mutex);
    m_request = std::move(request);
    m_news.isFinished = false;
    m_news.progress = 0;
}

void AnalysisRun::run()
{
    {
        const std::lock_guard lock(m_mutex);
        m_now = m_request;
    }
    m_partsDone = 0;
    m_parts = (m_now.histogramBuckets > 0 ? 1 : 0) + (m_now.facetFields.empty() ? 0 : 1) +
              (m_now.wantsPatterns ? 1 : 0);
    const auto computed = computeAll();
    m_now.snapshot.reset();
    const std::lock_guard lock(m_mutex);
    if (!computed && computed.error().code != ErrorCode::Cancelled) {
        m_news.error = computed.error().text();
    }
    m_news.isFinished = true;
}

AnalysisNews AnalysisRun::take()
{
    const std::lock_guard lock(m_mutex);
    AnalysisNews news = std::move(m_news);
    m_news = {};
    m_news.progress = news.progress;
    m_news.isFinished = news.isFinished;
    return news;
}

Result<void> AnalysisRun::computeAll()
{
    addFieldNames();
    Result<void> done;
    const auto part = [&](bool isWanted, auto compute) {
        if (isWanted && done) {
            done = (this->*compute)();
            m_partsDone += 1;
        }
    };
    part(m_now.histogramBuckets > 0, &AnalysisRun::countTimes);
    part(!m_now.facetFields.empty(), &AnalysisRun::countFacets);
    part(m_now.wantsPatterns, &AnalysisRun::minePatterns);
    return done;
}

void AnalysisRun::addFieldNames()
{
    const std::uint64_t held = m_now.found ? m_now.found->rankOf(m_now.foundUpTo)
                                           : m_now.foundUpTo - m_now.snapshot->first();
    if (m_namesOf >= std::min<std::uint64_t>(held, LogAnalysis::kFieldNameSample)) {
        return;
    }
    m_namesOf = held;
    auto names = logs::fieldNames(*m_now.snapshot, m_now.found.get(), LogAnalysis::kFieldNameSample,
                                  m_stop.get_token());
    const std::lock_guard lock(m_mutex);
    m_news.fieldNames = std::move(names);
}

logs::RecordRange AnalysisRun::restFrom(logs::RecordNumber upTo) const
{
    const auto first = std::max(upTo, m_now.snapshot->first());
    return {.first = first, .end = std::max(first, m_now.foundUpTo)};
}

template <typename Add, typename Publish>
Result<void> AnalysisRun::addPieces(logs::RecordNumber &upTo, const Add &add,
                                    const Publish &publish)
{
    const auto rest = restFrom(upTo);
    const auto all = static_cast<double>(rest.end - rest.first);
    for (auto from = rest.first; from < rest.end;) {
        const auto end = std::min(from + kPieceRecords, rest.end);
        const auto pieceBegin = static_cast<double>(from - rest.first);
        const auto piece = static_cast<double>(end - from);
        const auto progress = [&](logs::Progress now) {
            const double share =
                now.total > 0 ? static_cast<double>(now.done) / static_cast<double>(now.total) : 0;
            noteProgress((pieceBegin + share * piece) / all);
        };
        const auto added = add(logs::RecordRange{.first = from, .end = end}, progress);
        if (!added) {
            return added;
        }
        upTo = from = end;
        noteProgress(static_cast<double>(end - rest.first) / all);
        publish();
    }
    return {};
}

void AnalysisRun::noteProgress(double inPart)
{
    const std::lock_guard lock(m_mutex);
    m_news.progress = std::clamp((m_partsDone + inPart) / m_parts, m_news.progress, 1.0);
}

Result<void> AnalysisRun::countTimes()
{
    if (std::exchange(m_histogramBuckets, m_now.histogramBuckets) != m_now.histogramBuckets) {
        m_histogram = {};
        m_histogramUpTo = {};
    }
    const auto most = std::clamp<std::size_t>(static_cast<std::size_t>(m_histogramBuckets), 2,
                                              logs::Histogram::kMaxBuckets);
    const auto counted = addPieces(
        m_histogramUpTo,
        [&](logs::RecordRange range, const logs::ProgressFunction &progress) -> Result<void> {
            const auto span =
                logs::timeSpanOf(*m_now.snapshot, range, m_now.found.get(), m_stop.get_token());
            if (!span) {
                return tl::unexpected(span.error());
            }
            logs::makeRoomFor(m_histogram, *span, most);
            return logs::countInto(m_histogram, *m_now.snapshot, range, m_now.found.get(),
                                   m_stop.get_token(), progress);
        },
        [this] { publishHistogram(); });
    publishHistogram();
    return counted;
}

void AnalysisRun::publishHistogram()
{
    auto shown = std::make_shared<const logs::Histogram>(m_histogram);
    const std::lock_guard lock(m_mutex);
    m_news.histogram = std::move(shown);
}

Result<void> AnalysisRun::countFacets()
{
    if (!m_facets || m_facetFields != m_now.facetFields) {
        m_facetFields = m_now.facetFields;
        m_facets = std::make_unique<logs::FacetCounter>(m_facetFields);
        m_facetsUpTo = {};
    }
    const auto counted = addPieces(
        m_facetsUpTo,
        [this](logs::RecordRange range, const logs::ProgressFunction &progress) {
            return m_facets->add(*m_now.snapshot, range, m_now.found.get(), m_stop.get_token(),
                                 progress);
        },
        [this] { publishFacets(); });
    publishFacets();
    return counted;
}

void AnalysisRun::publishFacets()
{
    auto facets = m_facets->facets(LogAnalysis::kMaxShownValues);
    const std::lock_guard lock(m_mutex);
    m_news.facets = std::move(facets);
}

Result<void> AnalysisRun::minePatterns()
{
    if (!m_miner) {
        m_miner = std::make_unique<logs::PatternMiner>();
        m_patternsUpTo = {};
    }
    const auto mined = addPieces(
        m_patternsUpTo,
        [this](logs::RecordRange range, const logs::ProgressFunction &progress) {
            return m_miner->add(*m_now.snapshot, range, m_now.found.get(), m_stop.get_token(),
                                progress);
        },
        [this] { publishPatterns(); });
    publishPatterns();
    return mined;
}

void AnalysisRun::publishPatterns()
{
    auto patterns = m_miner->patterns();
    const std::lock_guard lock(m_mutex);
    m_news.patterns = std::move(patterns);
    m_news.unmatched = m_miner->unmatched();
}

} // namespace foretop::models
