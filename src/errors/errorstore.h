// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errors/errorevent.h"

#include <map>
#include <memory>
#include <mutex>

namespace foretop::errors {

class GroupHistory;

/// Events with one fingerprint.
struct ErrorGroup
{
    std::string fingerprint;
    std::string source; ///< of the newest event
    ErrorEvent newest;
    std::uint64_t count = 0;
    WallTime firstSeen{};
    WallTime lastSeen{};
    std::vector<std::uint32_t> perMinute; ///< counts of the last kMinutes minutes, oldest first
};

/// Groups errors by fingerprint. Thread-safe. Bounds: kMaxGroups groups and kMaxBytes over all
/// (the group seen longest ago goes, counted). Of each group are kept: its newest kEvents events
/// whole, the times of its newest kTimes events, and counts by minute of its newest kMinutesKept
/// minutes that had any. Events may come in any order.
class ErrorStore
{
public:
    static constexpr std::size_t kMaxGroups = 2000;
    static constexpr std::size_t kMinutes = 60;
    static constexpr std::size_t kEvents = 10;
    static constexpr std::size_t kTimes = 500;
    static constexpr std::size_t kMinutesKept = 1440;
    static constexpr std::size_t kMaxBytes = 64U << 20;

    explicit ErrorStore(std::size_t maxGroups = kMaxGroups, std::size_t maxBytes = kMaxBytes);
    ~ErrorStore();

    void append(const std::string &source, const ErrorEvent &event);
    /// Groups with an event up to @p time, last seen first. Counts are exact as far back as times
    /// are kept, before that by whole minutes. No time: all events, and perMinute ends with the
    /// minute of the newest event of all groups.
    std::vector<ErrorGroup> groups(std::optional<WallTime> time = {}) const;
    std::uint64_t revision() const; ///< grows by one with every append
    /// Groups dropped because of kMaxGroups or kMaxBytes.
    std::uint64_t dropped() const;

private:
    void makeRoom(const GroupHistory &keep);

    const std::size_t m_maxGroups;
    const std::size_t m_maxBytes;
    mutable std::mutex m_mutex; // protects all members below
    std::map<std::string, std::unique_ptr<GroupHistory>, std::less<>> m_groups;
    WallTime m_newest{};
    std::uint64_t m_revision = 0;
    std::uint64_t m_dropped = 0;
    std::size_t m_bytes = 0;
};

} // namespace foretop::errors
