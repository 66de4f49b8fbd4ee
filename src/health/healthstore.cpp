// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "health/healthstore.h"

#include "health/checkhistory.h"

#include <algorithm>
#include <set>

namespace foretop::health {

struct HealthStore::Entry
{
    std::uint64_t order = 0; // of first appearance
    std::string version;
    CheckHistory history;
};

HealthStore::HealthStore(std::size_t maxChecks, std::size_t maxBytes)
    : m_maxChecks(maxChecks)
    , m_maxBytes(maxBytes)
{
}

HealthStore::~HealthStore() = default;

namespace {

/// The checks of @p report, with one in the service's own name where they do not say it all.
std::vector<Check> allChecks(const Report &report)
{
    auto checks = report.checks;
    const bool says = report.checks.empty() || report.status > worstStatus(report.checks);
    const bool isTaken = std::any_of(checks.begin(), checks.end(), [&report](const Check &check) {
        return check.name == report.service;
    });
    if (says && !isTaken) {
        Check whole;
        whole.name = report.service;
        whole.status = report.status;
        checks.push_back(std::move(whole));
    }
    return checks;
}

} // namespace

void HealthStore::append(const std::string &source, const Report &report)
{
    const auto checks = allChecks(report);
    const std::lock_guard lock(m_mutex);
    for (const auto &check : checks) {
        if (auto *entry = entryFor({source, report.service, check.name})) {
            take(*entry, report, check);
        } else {
            ++m_refused;
        }
    }
    removeMissing(source, report, checks);
    noteVersion(source, report);
}

void HealthStore::noteVersion(const std::string &source, const Report &report)
{
    const auto key = std::pair(source, report.service);
    const auto known = m_versions.find(key);
    if (report.version.empty() || (known != m_versions.end() && known->second == report.version)) {
        return;
    }
    if (known == m_versions.end()) {
        if (m_versions.size() < m_maxChecks) {
            m_versions.emplace(key, report.version);
        }
        return;
    }
    known->second = report.version;
    m_versionChanges.push_back({source, report.service, report.version, report.timestamp});
    if (m_versionChanges.size() > kMaxVersionChanges) {
        m_versionChanges.pop_front();
    }
}

std::vector<VersionChange> HealthStore::versionChanges() const
{
    const std::lock_guard lock(m_mutex);
    return {m_versionChanges.begin(), m_versionChanges.end()};
}

void HealthStore::removeMissing(const std::string &source, const Report &report,
                                const std::vector<Check> &reported)
{
    std::set<std::string_view> names;
    for (const auto &check : reported) {
        names.insert(check.name);
    }
    for (auto at = m_entries.lower_bound({source, report.service, {}}); at != m_entries.end();
         ++at) {
        const auto &[from, service, name] = at->first;
        if (from != source || service != report.service) {
            break;
        }
        auto &history = at->second->history;
        if (!names.contains(name) && !history.isRemoved()) {
            m_bytes -= history.bytes();
            history.remove(report.timestamp);
            m_bytes += history.bytes();
        }
    }
}

/// The entry of @p key, made when there is none; null when there is no room for another.
HealthStore::Entry *HealthStore::entryFor(const Key &key)
{
    const auto found = m_entries.find(key);
    if (found != m_entries.end()) {
        return found->second.get();
    }
    if ((m_entries.size() >= m_maxChecks || m_bytes >= m_maxBytes) && !dropRemoved()) {
        return nullptr;
    }
    auto entry = std::make_unique<Entry>();
    entry->order = m_nextOrder++;
    m_bytes += entry->history.bytes();
    return m_entries.emplace(key, std::move(entry)).first->second.get();
}

void HealthStore::take(Entry &entry, const Report &report, const Check &check)
{
    m_bytes -= entry.history.bytes();
    entry.version = report.version;
    entry.history.add(report.timestamp, check);
    while (m_bytes + entry.history.bytes() > m_maxBytes && entry.history.dropOldest()) {
    }
    m_bytes += entry.history.bytes();
}

/// Makes room by forgetting the checks that are no longer reported.
bool HealthStore::dropRemoved()
{
    const auto dropped = std::erase_if(m_entries, [this](const auto &item) {
        const bool isRemoved = item.second->history.isRemoved();
        m_bytes -= isRemoved ? item.second->history.bytes() : 0;
        return isRemoved;
    });
    return dropped > 0;
}

std::vector<CheckState> HealthStore::states(std::optional<WallTime> time) const
{
    std::vector<std::pair<std::uint64_t, CheckState>> found;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &[key, entry] : m_entries) {
            CheckState state;
            if (entry->history.stateAt(time, state)) {
                state.source = std::get<0>(key);
                state.service = std::get<1>(key);
                state.version = entry->version;
                found.emplace_back(entry->order, std::move(state));
            }
        }
    }
    std::sort(found.begin(), found.end(),
              [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<CheckState> states;
    states.reserve(found.size());
    for (auto &item : found) {
        states.push_back(std::move(item.second));
    }
    return states;
}

void HealthStore::removeSource(const std::string &source)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_entries, [this, &source](const auto &item) {
        const bool isMatch = std::get<0>(item.first) == source;
        m_bytes -= isMatch ? item.second->history.bytes() : 0;
        return isMatch;
    });
    std::erase_if(m_versions, [&source](const auto &item) { return item.first.first == source; });
    std::erase_if(m_versionChanges,
                  [&source](const VersionChange &change) { return change.source == source; });
}

std::uint64_t HealthStore::refused() const
{
    const std::lock_guard lock(m_mutex);
    return m_refused;
}

} // namespace foretop::health
