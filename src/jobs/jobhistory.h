// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"

#include <memory>

namespace foretop::jobs {

/// The reports of one job, compact: what reports have in common is kept once. Not thread-safe.
class JobHistory
{
public:
    JobHistory();

    /// Takes a report; the history is thinned to @p maxReports.
    void add(const Job &job, std::size_t maxReports);
    /// The job as of @p time (none: the newest); nothing when it was not known yet.
    std::optional<Job> at(std::optional<WallTime> time) const;
    State state() const { return m_reports.back().state; }
    std::size_t reports() const { return m_reports.size(); }
    /// Memory held.
    std::size_t bytes() const { return m_bytes; }

private:
    // What seldom changes from one report to the next.
    struct Common
    {
        std::string id;
        std::string name;
        std::string queue;
        std::string worker;
        std::optional<WallTime> queuedAt;
        std::string error;
        std::vector<std::pair<std::string, std::string>> context;
        bool operator==(const Common &) const = default;
    };
    struct Report
    {
        WallTime time{}; // never before that of the report before
        WallTime updatedAt{};
        std::shared_ptr<const Common> common;
        std::shared_ptr<const std::string> message;
        std::optional<double> current;
        std::optional<double> total;
        std::optional<double> progress;
        std::optional<WallTime> startedAt;
        std::optional<WallTime> finishedAt;
        std::uint32_t attempt = 1;
        State state = State::Queued;
    };

    void thin(std::size_t maxReports);
    void countBytes();

    std::vector<Report> m_reports;
    std::size_t m_bytes;
};

} // namespace foretop::jobs
