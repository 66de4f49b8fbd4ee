// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/facets.h"
#include "logs/histogram.h"
#include "logs/patterns.h"

#include <mutex>

namespace foretop::models {

/// What is to be computed, of which records.
struct AnalysisRequest
{
    logs::LogSnapshotPtr snapshot;
    std::shared_ptr<const logs::RecordSet> found; ///< null: all
    logs::RecordNumber foundUpTo;
    int histogramBuckets = 0;             ///< 0: none
    std::vector<std::string> facetFields; ///< none: no facets
    bool wantsPatterns = false;
};

/// What an AnalysisRun has computed since it was last asked; what is not new is empty.
struct AnalysisNews
{
    std::shared_ptr<const logs::Histogram> histogram;
    std::optional<std::vector<logs::Facet>> facets;
    std::optional<std::vector<logs::LogPattern>> patterns;
    std::uint64_t unmatched = 0; ///< with patterns
    std::optional<std::vector<std::string>> fieldNames;
    double progress = 0; ///< 0..1
    bool isFinished = false;
    std::string error; ///< empty: none, or cancelled
};

/// Analyses of one result as it grows. The worker brings them up to date, request by request, and
/// the GUI thread takes the news. Shared by both: either may be done with it first.
class AnalysisRun
{
public:
    static constexpr std::uint64_t kPieceRecords = 1U << 20; ///< between two looks at what is there

    /// Before a request is handed to the worker.
    void begin(AnalysisRequest request);
    void run(); ///< in the worker
    void cancel() { m_stop.request_stop(); }
    AnalysisNews take();

private:
    Result<void> computeAll();
    Result<void> countTimes();
    void addFieldNames();
    Result<void> countFacets();
    Result<void> minePatterns();
    template <typename Add, typename Publish>
    Result<void> addPieces(logs::RecordNumber &upTo, const Add &add, const Publish &publish);
    void noteProgress(double inPart);
    logs::RecordRange restFrom(logs::RecordNumber upTo) const;
    void publishHistogram();
    void publishFacets();
    void publishPatterns();

    std::stop_source m_stop;

    std::mutex m_mutex; // protects m_request and m_news
    AnalysisRequest m_request;
    AnalysisNews m_news;

    // Of the worker alone.
    AnalysisRequest m_now;
    double m_partsDone = 0;
    double m_parts = 1;
    logs::Histogram m_histogram;
    int m_histogramBuckets = 0; // that m_histogram was made for
    logs::RecordNumber m_histogramUpTo;
    std::unique_ptr<logs::FacetCounter> m_facets;
    std::vector<std::string> m_facetFields;
    logs::RecordNumber m_facetsUpTo;
    std::unique_ptr<logs::PatternMiner> m_miner;
    logs::RecordNumber m_patternsUpTo;
    std::uint64_t m_namesOf = 0; // records that names were looked for in
};

} // namespace foretop::models
