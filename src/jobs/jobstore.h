// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"

#include <map>
#include <mutex>

namespace foretop::jobs {

/// A job with the source that told of it.
struct JobEntry
{
    std::string source;
    Job job;
};

/// Keeps the newest report of every job and what it was before, so that jobs can be asked for as
/// of a moment. Thread-safe. Bounds: kMaxJobs jobs (the oldest ended go first, counted),
/// kMaxReports earlier reports a job (thinned).
class JobStore
{
public:
    static constexpr std::size_t kMaxJobs = 20'000;
    static constexpr std::size_t kMaxReports = 200;

    void append(const std::string &source, const Job &job);
    /// Jobs as of @p time (now when not given), in order of first appearance.
    std::vector<JobEntry> jobs(std::optional<WallTime> time = {}) const;
    /// Every change so far; grows by one an append. A reader that saw n asks changedSince(n).
    std::uint64_t revision() const;
    /// Jobs whose newest report came after @p revision, each once, oldest change first.
    std::vector<JobEntry> changedSince(std::uint64_t revision) const;
    /// Jobs dropped because of kMaxJobs.
    std::uint64_t dropped() const;

private:
    // implementer: complete the private part
};

} // namespace foretop::jobs
