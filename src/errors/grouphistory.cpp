// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "errors/grouphistory.h"

#include <algorithm>

namespace foretop::errors {
namespace {

std::int64_t minuteOf(WallTime time)
{
    return std::chrono::floor<std::chrono::minutes>(time).time_since_epoch().count();
}

std::size_t bytesOf(const std::vector<std::string> &texts)
{
    std::size_t bytes = 0;
    for (const auto &text : texts) {
        bytes += sizeof(std::string) + text.size();
    }
    return bytes;
}

std::size_t bytesOf(const std::vector<std::pair<std::string, std::string>> &texts)
{
    std::size_t bytes = 0;
    for (const auto &[name, text] : texts) {
        bytes += 2 * sizeof(std::string) + name.size() + text.size();
    }
    return bytes;
}

std::size_t bytesOf(const ErrorEvent &event)
{
    return sizeof(event) + event.eventId.size() + event.level.size() + event.type.size() +
           event.message.size() + bytesOf(event.stack) + bytesOf(event.tags) +
           bytesOf(event.context) + bytesOf(event.fingerprint);
}

} // namespace

GroupHistory::GroupHistory()
    : m_bytes(sizeof(GroupHistory))
{
}

void GroupHistory::add(const std::string &source, const ErrorEvent &event)
{
    m_firstSeen = m_count == 0 ? event.timestamp : std::min(m_firstSeen, event.timestamp);
    ++m_count;
    m_times.insert(std::upper_bound(m_times.begin(), m_times.end(), event.timestamp),
                   event.timestamp);
    m_bytes += sizeof(WallTime);
    if (m_times.size() > ErrorStore::kTimes) {
        m_times.pop_front();
        m_bytes -= sizeof(WallTime);
    }
    countMinute(minuteOf(event.timestamp));
    keep(source, event);
}

void GroupHistory::countMinute(std::int64_t minute)
{
    auto at = std::lower_bound(
        m_minutes.begin(), m_minutes.end(), minute,
        [](const MinuteCount &counted, std::int64_t m) { return counted.minute < m; });
    if (at == m_minutes.end() || at->minute != minute) {
        at = m_minutes.insert(at, {minute, 0});
        m_bytes += sizeof(MinuteCount);
    }
    ++at->count;
    if (m_minutes.size() > ErrorStore::kMinutesKept) {
        m_minutes.pop_front();
        m_bytes -= sizeof(MinuteCount);
    }
}

void GroupHistory::keep(const std::string &source, const ErrorEvent &event)
{
    const auto at = std::upper_bound(
        m_events.begin(), m_events.end(), event.timestamp,
        [](WallTime time, const Event &kept) { return time < kept.event.timestamp; });
    m_bytes += source.size() + bytesOf(event);
    m_events.insert(at, {source, event});
    if (m_events.size() > ErrorStore::kEvents) {
        m_bytes -= m_events.front().source.size() + bytesOf(m_events.front().event);
        m_events.pop_front();
    }
}

std::uint64_t GroupHistory::countUpTo(WallTime time) const
{
    if (time >= m_times.front() || m_times.size() == m_count) {
        const auto later = m_times.end() - std::upper_bound(m_times.begin(), m_times.end(), time);
        return m_count - static_cast<std::uint64_t>(later);
    }
    std::uint64_t count = m_count;
    for (const auto &counted : m_minutes) {
        count -= counted.minute > minuteOf(time) ? counted.count : 0;
    }
    return count;
}

/// The time of the newest event up to @p time; where times are no longer kept, the end of the
/// minute it was in.
WallTime GroupHistory::lastSeenUpTo(WallTime time) const
{
    const auto later = std::upper_bound(m_times.begin(), m_times.end(), time);
    if (later != m_times.begin()) {
        return *std::prev(later);
    }
    const auto after =
        std::upper_bound(m_minutes.begin(), m_minutes.end(), minuteOf(time),
                         [](std::int64_t m, const MinuteCount &c) { return m < c.minute; });
    if (after == m_minutes.begin()) {
        return m_firstSeen;
    }
    const WallTime next{std::chrono::minutes(std::prev(after)->minute + 1)};
    return std::min(time, next - Milliseconds(1));
}

const GroupHistory::Event &GroupHistory::newestUpTo(WallTime time) const
{
    const auto later =
        std::upper_bound(m_events.begin(), m_events.end(), time,
                         [](WallTime t, const Event &kept) { return t < kept.event.timestamp; });
    return later == m_events.begin() ? *later : *std::prev(later);
}

std::vector<std::uint32_t> GroupHistory::minutesUpTo(WallTime time) const
{
    constexpr auto kMinutes = static_cast<std::int64_t>(ErrorStore::kMinutes);
    std::vector<std::uint32_t> counts(ErrorStore::kMinutes, 0);
    const auto first = minuteOf(time) - kMinutes + 1;
    for (const auto &counted : m_minutes) {
        const auto index = counted.minute - first;
        if (index >= 0 && index < kMinutes) {
            counts[static_cast<std::size_t>(index)] = counted.count;
        }
    }
    for (auto later = std::upper_bound(m_times.begin(), m_times.end(), time);
         later != m_times.end() && minuteOf(*later) == minuteOf(time); ++later) {
        --counts.back();
    }
    return counts;
}

bool GroupHistory::groupAt(WallTime time, ErrorGroup &group) const
{
    if (time < m_firstSeen) {
        return false;
    }
    const auto &event = newestUpTo(time);
    group.source = event.source;
    group.newest = event.event;
    group.count = countUpTo(time);
    group.firstSeen = m_firstSeen;
    group.lastSeen = lastSeenUpTo(time);
    group.perMinute = minutesUpTo(time);
    return true;
}

} // namespace foretop::errors
