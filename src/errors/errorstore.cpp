// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "errors/errorstore.h"

#include "errors/grouphistory.h"

#include <algorithm>

namespace foretop::errors {

ErrorStore::ErrorStore(std::size_t maxGroups, std::size_t maxBytes)
    : m_maxGroups(maxGroups)
    , m_maxBytes(maxBytes)
{
}

ErrorStore::~ErrorStore() = default;

void ErrorStore::append(const std::string &source, const ErrorEvent &event)
{
    auto fingerprint = fingerprintOf(event);
    const std::lock_guard lock(m_mutex);
    ++m_revision;
    m_newest = std::max(m_newest, event.timestamp);
    auto &group = m_groups[std::move(fingerprint)];
    if (!group) {
        group = std::make_unique<GroupHistory>();
        m_bytes += group->bytes();
    }
    m_bytes -= group->bytes();
    group->add(source, event);
    m_bytes += group->bytes();
    makeRoom(*group);
}

/// @p keep stays, whatever its time, so that a late event of a new group is seen at all.
void ErrorStore::makeRoom(const GroupHistory &keep)
{
    while (m_groups.size() > 1 && (m_groups.size() > m_maxGroups || m_bytes > m_maxBytes)) {
        const auto age = [&keep](const auto &item) {
            return std::pair(item.second.get() == &keep, item.second->lastSeen());
        };
        const auto oldest =
            std::min_element(m_groups.begin(), m_groups.end(),
                             [&age](const auto &a, const auto &b) { return age(a) < age(b); });
        m_bytes -= oldest->second->bytes();
        m_groups.erase(oldest);
        ++m_dropped;
    }
}

std::vector<ErrorGroup> ErrorStore::groups(std::optional<WallTime> time) const
{
    std::vector<ErrorGroup> groups;
    {
        const std::lock_guard lock(m_mutex);
        groups.reserve(m_groups.size());
        for (const auto &[fingerprint, kept] : m_groups) {
            ErrorGroup group;
            if (kept->groupAt(time.value_or(m_newest), group)) {
                group.fingerprint = fingerprint;
                groups.push_back(std::move(group));
            }
        }
    }
    std::stable_sort(groups.begin(), groups.end(), [](const ErrorGroup &a, const ErrorGroup &b) {
        return a.lastSeen > b.lastSeen;
    });
    return groups;
}

std::uint64_t ErrorStore::revision() const
{
    const std::lock_guard lock(m_mutex);
    return m_revision;
}

std::uint64_t ErrorStore::dropped() const
{
    const std::lock_guard lock(m_mutex);
    return m_dropped;
}

} // namespace foretop::errors
