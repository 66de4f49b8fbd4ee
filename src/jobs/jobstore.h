// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"

#include <map>
#include <memory>
#include <mutex>
#include <set>

namespace foretop::jobs {

/// A job with the source that told of it.
struct JobEntry
{
    std::string source;
    Job job;
    std::uint64_t order = 0; ///< of first appearance: grows from job to job
};

/// Keeps the newest report of every job and what it was before, so that jobs can be asked for as
/// of a moment. Thread-safe. Bounds: kMaxJobs jobs and kMaxBytes over all (the ended ones go first,
/// then those that were not heard of for longest; counted), kMaxReports reports of a job, once it
/// has ended kMaxReportsEnded (thinned: changes of state stay longest).
///
/// The newest report is the one that came last, whatever it says of its time: a job that seems to
/// go back in time (clocks of two workers) stands as of the moment of the report before.
class JobStore
{
public:
    static constexpr std::size_t kMaxJobs = 20'000;
    static constexpr std::size_t kMaxReports = 200;
    static constexpr std::size_t kMaxReportsEnded = 20;
    static constexpr std::size_t kMaxBytes = 64U << 20;

    explicit JobStore(std::size_t maxJobs = kMaxJobs, std::size_t maxBytes = kMaxBytes);
    ~JobStore();

    void append(const std::string &source, const Job &job);
    /// Jobs as of @p time (now when not given), in order of first appearance.
    std::vector<JobEntry> jobs(std::optional<WallTime> time = {}) const;
    /// Every change so far; grows by one an append. A reader that saw n asks changedSince(n).
    std::uint64_t revision() const;
    /// Jobs whose newest report came after @p revision, each once, oldest change first.
    std::vector<JobEntry> changedSince(std::uint64_t revision) const;
    /// Jobs dropped because of kMaxJobs or kMaxBytes.
    std::uint64_t dropped() const;

private:
    struct Entry;
    using Key = std::pair<std::string, std::string>; // source, id

    Entry &entryFor(const std::string &source, const Job &job);
    void noteChange(Entry &entry);
    void makeRoom(const Entry &keep);
    void drop(std::uint64_t order);

    const std::size_t m_maxJobs;
    const std::size_t m_maxBytes;
    mutable std::mutex m_mutex;                                // protects all members below
    std::map<std::uint64_t, std::unique_ptr<Entry>> m_byOrder; // of first appearance
    std::map<Key, std::uint64_t> m_orderOf;
    std::map<std::uint64_t, Entry *> m_byChange; // revision of the newest report
    std::set<std::uint64_t> m_ended;             // those of m_byChange that have ended
    std::uint64_t m_nextOrder = 0;
    std::uint64_t m_revision = 0;
    std::uint64_t m_dropped = 0;
    std::size_t m_bytes = 0;
};

} // namespace foretop::jobs
