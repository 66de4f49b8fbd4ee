// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "agent/http/router.h"
#include "agent/metrics/familybuilder.h"
#include "base/clock.h"
#include "base/jsonreader.h"
#include "feeds/feedpublisher.h"
#include "jobs/job.h"

#include <list>
#include <string>
#include <unordered_map>

namespace foretop::agent {

/// The jobs that were reported to the agent: takes updates over HTTP, merges each into what is
/// known and publishes the whole job. Bounds: kMaxJobs and kMaxBytes of them; the longest untouched
/// ended one goes first, or the longest untouched when none has ended. One thread.
class JobBoard
{
public:
    static constexpr std::size_t kMaxJobs = 5000;
    static constexpr std::size_t kMaxBytes = 64U << 20; ///< as JSON
    static constexpr std::size_t kMaxIdBytes = 256;

    /// @p clock and @p feed must outlive the board.
    JobBoard(const Clock &clock, feeds::FeedPublisher &feed);

    /// Takes the jobs back that @p feed found in its spool.
    void restore();

    HttpResponse list() const;
    HttpResponse get(const std::string &id) const;
    /// Merges the update in @p body. @p id wins over the one in the body; nothing: the body must
    /// have one.
    HttpResponse update(const std::optional<std::string> &id, const std::string &body);

    void fillMetrics(FamilyBuilder &out) const;

private:
    struct Entry
    {
        jobs::Job job;
        std::string json;
    };
    using Order = std::list<Entry>; ///< longest untouched first

    void put(jobs::Job job, std::string json);
    void forgetOne();
    HttpResponse reject(const Error &error);

    const Clock &m_clock;
    feeds::FeedPublisher &m_feed;
    JsonReader m_reader;
    Order m_jobs;
    std::unordered_map<std::string, Order::iterator> m_byId;
    std::size_t m_bytes = 0; ///< of all Entry::json
    std::uint64_t m_taken = 0;
    std::uint64_t m_rejected = 0;
    std::uint64_t m_forgotten = 0;
};

} // namespace foretop::agent
