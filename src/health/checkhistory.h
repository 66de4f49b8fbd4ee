// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/healthstore.h"

#include <deque>
#include <memory>

namespace foretop::health {

/// One check over time: when its status changed, and its newest probes. Not thread-safe.
class CheckHistory
{
public:
    CheckHistory();

    /// Takes the result of one probe. A @p time before the last one counts as the last one.
    void add(WallTime time, const Check &check);
    /// The service no longer reports the check.
    void remove(WallTime time);
    bool isRemoved() const;

    /// Fills @p state with all that is known of the check as of @p time (none: the newest); false
    /// when it was not there.
    bool stateAt(std::optional<WallTime> time, CheckState &state) const;

    /// Memory held.
    std::size_t bytes() const { return m_bytes; }
    /// Drops the oldest probe, or when only one is left the oldest transition; false when only the
    /// newest of both is left.
    bool dropOldest();

private:
    struct Detail
    {
        std::string message;
        std::vector<std::pair<std::string, std::string>> observed;
        bool operator==(const Detail &) const = default;
    };
    using DetailPointer = std::shared_ptr<const Detail>;

    struct Transition
    {
        WallTime time{};
        std::optional<Status> status; // nothing: no longer reported
        DetailPointer detail;
        // Up to this transition, so that the ratio of any moment is known however many of the
        // transitions before it were dropped.
        Milliseconds up{};
        Milliseconds observed{};
    };
    struct Probe
    {
        WallTime time{};
        std::optional<double> latencyMs;
        DetailPointer detail;
    };

    static std::size_t bytesOf(const Detail &detail);
    static double uptimeRatio(const Transition &transition, WallTime end);
    DetailPointer detailOf(const Check &check);
    /// Takes @p detail, held by the caller alone, off the count unless others share it.
    void release(const DetailPointer &detail);
    void addTransition(WallTime time, std::optional<Status> status, DetailPointer detail);
    void dropTransition();
    void dropProbe();

    std::deque<Transition> m_transitions;
    std::deque<Probe> m_probes;
    std::string m_name;
    WallTime m_updatedAt{};
    std::size_t m_bytes;
};

} // namespace foretop::health
