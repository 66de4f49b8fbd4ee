// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobstore.h"

#include "jobs/jobhistory.h"

namespace foretop::jobs {

struct JobStore::Entry
{
    std::string source;
    std::uint64_t order = 0;
    std::uint64_t revision = 0; // of the newest report
    JobHistory history;
};

JobStore::JobStore(std::size_t maxJobs, std::size_t maxBytes)
    : m_maxJobs(maxJobs)
    , m_maxBytes(maxBytes)
{
}

JobStore::~JobStore() = default;

void JobStore::append(const std::string &source, const Job &job)
{
    const std::lock_guard lock(m_mutex);
    auto &entry = entryFor(source, job);
    m_bytes -= entry.history.bytes();
    entry.history.add(job, isFinal(job.state) ? kMaxReportsEnded : kMaxReports);
    m_bytes += entry.history.bytes();
    noteChange(entry);
    makeRoom(entry);
}

JobStore::Entry &JobStore::entryFor(const std::string &source, const Job &job)
{
    const auto [found, isNew] = m_orderOf.try_emplace({source, job.id}, m_nextOrder);
    if (!isNew) {
        return *m_byOrder.at(found->second);
    }
    auto entry = std::make_unique<Entry>();
    entry->source = source;
    entry->order = m_nextOrder;
    m_bytes += entry->history.bytes();
    return *m_byOrder.emplace(m_nextOrder++, std::move(entry)).first->second;
}

void JobStore::noteChange(Entry &entry)
{
    m_byChange.erase(entry.revision);
    m_ended.erase(entry.revision);
    entry.revision = ++m_revision;
    m_byChange.emplace(entry.revision, &entry);
    if (isFinal(entry.history.state())) {
        m_ended.insert(entry.revision);
    }
}

void JobStore::makeRoom(const Entry &keep)
{
    while (m_byOrder.size() > 1 && (m_byOrder.size() > m_maxJobs || m_bytes > m_maxBytes)) {
        const bool hasEnded = !m_ended.empty() && *m_ended.begin() != keep.revision;
        const auto revision = hasEnded ? *m_ended.begin() : m_byChange.begin()->first;
        drop(m_byChange.at(revision)->order);
    }
}

void JobStore::drop(std::uint64_t order)
{
    const auto at = m_byOrder.find(order);
    const auto &entry = *at->second;
    m_bytes -= entry.history.bytes();
    m_byChange.erase(entry.revision);
    m_ended.erase(entry.revision);
    m_orderOf.erase({entry.source, entry.history.at({})->id});
    m_byOrder.erase(at);
    ++m_dropped;
}

std::vector<JobEntry> JobStore::jobs(std::optional<WallTime> time) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<JobEntry> jobs;
    jobs.reserve(m_byOrder.size());
    for (const auto &[order, entry] : m_byOrder) {
        if (auto job = entry->history.at(time)) {
            jobs.push_back({entry->source, std::move(*job), order});
        }
    }
    return jobs;
}

std::uint64_t JobStore::revision() const
{
    const std::lock_guard lock(m_mutex);
    return m_revision;
}

std::vector<JobEntry> JobStore::changedSince(std::uint64_t revision) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<JobEntry> jobs;
    for (auto at = m_byChange.upper_bound(revision); at != m_byChange.end(); ++at) {
        const Entry &entry = *at->second;
        jobs.push_back({entry.source, *entry.history.at({}), entry.order});
    }
    return jobs;
}

std::uint64_t JobStore::dropped() const
{
    const std::lock_guard lock(m_mutex);
    return m_dropped;
}

} // namespace foretop::jobs
