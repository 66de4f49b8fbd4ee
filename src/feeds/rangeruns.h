// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "feeds/callqueue.h"
#include "feeds/rangecache.h"

#include <map>

namespace foretop::feeds {

/// Answers range requests from the cache and, for what is not in it, with several calls. One
/// thread.
class RangeRuns
{
public:
    static constexpr std::int64_t kMaxMoments = 100'000; ///< of one request
    static constexpr std::size_t kMaxSamples = AnswerLimits().maxSamples;

    using Done = std::function<void(std::uint64_t asker, Result<PrometheusData> data)>;

    /// @p settleTime as in PrometheusOptions; @p done may be called before start() returns.
    RangeRuns(std::string source, std::size_t cacheBytes, Milliseconds settleTime, Done done);

    /// Asks @p queue, for the same @p asker, for what is missing. @p queue must outlive the run, or
    /// be told to cancel it.
    void start(std::uint64_t asker, RangeRequest request, CallQueue &queue, WallTime now);
    void cancel(std::uint64_t asker);
    void clearCache() { m_cache.clear(); }

private:
    struct Run
    {
        RangeRequest request;
        Moments wanted;
        bool isCacheable = false;
        WallTime askedAt{};
        std::map<std::int64_t, SharedMatrix> pieces; // by their first moment
        std::size_t missing = 0;
        std::size_t samples = 0;
        QueryAnswer answer; // the warnings so far
    };

    Result<std::vector<Moments>> plan(Run &run);
    void take(std::uint64_t asker, const Moments &asked, CallQueue &queue,
              const CallOutcome &outcome);
    Result<void> add(Run &run, const Moments &asked, const CallOutcome &outcome);
    void cache(const Run &run, const Moments &asked, const metrics::Matrix &matrix,
               WallTime serverTime);
    void finish(std::uint64_t asker);

    const std::string m_source;
    const Milliseconds m_settleTime;
    const Done m_done;
    RangeCache m_cache;
    std::unordered_map<std::uint64_t, Run> m_runs;
};

} // namespace foretop::feeds
