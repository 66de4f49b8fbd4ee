// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobhistory.h"

#include <algorithm>

namespace foretop::jobs {
namespace {

std::size_t bytesOf(const auto &common)
{
    std::size_t bytes = sizeof(common) + common.id.size() + common.name.size() +
                        common.queue.size() + common.worker.size() + common.error.size();
    for (const auto &[name, text] : common.context) {
        bytes += 2 * sizeof(std::string) + name.size() + text.size();
    }
    return bytes;
}

} // namespace

JobHistory::JobHistory()
    : m_bytes(sizeof(JobHistory))
{
}

void JobHistory::add(const Job &job, std::size_t maxReports)
{
    Common common{.id = job.id,
                  .name = job.name,
                  .queue = job.queue,
                  .worker = job.worker,
                  .queuedAt = job.queuedAt,
                  .error = job.error,
                  .context = job.context};
    const Report *last = m_reports.empty() ? nullptr : &m_reports.back();
    Report report{.time = last ? std::max(last->time, job.updatedAt) : job.updatedAt,
                  .updatedAt = job.updatedAt,
                  .common = last && *last->common == common
                                ? last->common
                                : std::make_shared<const Common>(std::move(common)),
                  .message = last && *last->message == job.message
                                 ? last->message
                                 : std::make_shared<const std::string>(job.message),
                  .current = job.current,
                  .total = job.total,
                  .progress = job.progress,
                  .startedAt = job.startedAt,
                  .finishedAt = job.finishedAt,
                  .attempt = job.attempt,
                  .state = job.state};
    m_reports.push_back(std::move(report));
    thin(maxReports);
    countBytes();
}

/// Drops what is nearest to its neighbours in time, so that all of the run stays covered, but not
/// the first and last report of each state; when those alone are too many, the oldest of them. The
/// very first stays, so that the job does not seem to begin later.
void JobHistory::thin(std::size_t maxReports)
{
    while (m_reports.size() > maxReports) {
        std::size_t victim = 1;
        auto least = Milliseconds::max();
        for (std::size_t i = 1; i + 1 < m_reports.size(); ++i) {
            const auto &before = m_reports[i - 1];
            const auto &after = m_reports[i + 1];
            const auto state = m_reports[i].state;
            if (before.state == state && after.state == state && after.time - before.time < least) {
                least = after.time - before.time;
                victim = i;
            }
        }
        m_reports.erase(m_reports.begin() + static_cast<std::ptrdiff_t>(victim));
    }
}

void JobHistory::countBytes()
{
    m_bytes = sizeof(JobHistory) + m_reports.size() * sizeof(Report);
    const Report *before = nullptr;
    for (const auto &report : m_reports) {
        if (!before || before->common != report.common) {
            m_bytes += bytesOf(*report.common);
        }
        if (!before || before->message != report.message) {
            m_bytes += sizeof(std::string) + report.message->size();
        }
        before = &report;
    }
}

std::optional<Job> JobHistory::at(std::optional<WallTime> time) const
{
    const auto after =
        time ? std::upper_bound(m_reports.begin(), m_reports.end(), *time,
                                [](WallTime t, const Report &report) { return t < report.time; })
             : m_reports.end();
    if (after == m_reports.begin()) {
        return {};
    }
    const auto &report = *std::prev(after);
    return Job{.id = report.common->id,
               .name = report.common->name,
               .queue = report.common->queue,
               .worker = report.common->worker,
               .state = report.state,
               .current = report.current,
               .total = report.total,
               .progress = report.progress,
               .message = *report.message,
               .attempt = report.attempt,
               .queuedAt = report.common->queuedAt,
               .startedAt = report.startedAt,
               .finishedAt = report.finishedAt,
               .updatedAt = report.updatedAt,
               .error = report.common->error,
               .context = report.common->context};
}

} // namespace foretop::jobs
