// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/report.h"

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <tuple>

namespace foretop::health {

/// The state of one check of one service at one moment, with what led there.
struct CheckState
{
    std::string source; ///< name of the session's source that told it
    std::string service;
    std::string version; ///< of the service
    Check check;
    WallTime since{}; ///< when the check took its present status
    WallTime updatedAt{};
    std::vector<double> latenciesMs; ///< the newest kLatencies probes up to that moment, in order
    double uptimeRatio = 1.0; ///< part of the observed time that it was healthy or degraded, 0..1
};

/// A service told another version than before.
struct VersionChange
{
    std::string source;
    std::string service;
    std::string version; ///< the new one
    WallTime time{};     ///< of the first report with it
};

/// Keeps the history of every check as its transitions and its newest probes. Thread-safe.
/// Bounds: kMaxTransitions transitions and kLatencies probes a check and kMaxBytes over all (the
/// oldest of the check that grows go), kMaxChecksKept checks (new ones beyond are counted in
/// refused()), as many services whose version is watched, and kMaxVersionChanges (the oldest go).
///
/// Time never runs backwards within a check: a report that says to be older than the one before
/// (a clock that was set back) counts as of the same moment as that one.
class HealthStore
{
public:
    static constexpr std::size_t kLatencies = 120;
    static constexpr std::size_t kMaxTransitions = 1000;
    static constexpr std::size_t kMaxChecksKept = 5000;
    static constexpr std::size_t kMaxBytes = 64U << 20;
    static constexpr std::size_t kMaxVersionChanges = 500;

    explicit HealthStore(std::size_t maxChecks = kMaxChecksKept, std::size_t maxBytes = kMaxBytes);
    ~HealthStore();

    /// Takes a report of @p source. A check that the service no longer reports is removed: it is
    /// left out of states() from then on, not before. What a service says of itself counts as a
    /// check in its own name when it has no checks or is worse than all of them.
    void append(const std::string &source, const Report &report);

    /// Every check, in order of first appearance, as of @p time; checks first seen later are
    /// left out. No time: now. Of a time before the kept probes of a check, message and observed
    /// are those of its transition.
    std::vector<CheckState> states(std::optional<WallTime> time = {}) const;

    /// By all services, in the order in which they were told.
    std::vector<VersionChange> versionChanges() const;

    /// Forgets all that @p source told.
    void removeSource(const std::string &source);
    /// Checks that were not kept because of kMaxChecksKept.
    std::uint64_t refused() const;

private:
    struct Entry;
    using Key = std::tuple<std::string, std::string, std::string>; // source, service, check

    Entry *entryFor(const Key &key);
    void take(Entry &entry, const Report &report, const Check &check);
    void removeMissing(const std::string &source, const Report &report,
                       const std::vector<Check> &reported);
    bool dropRemoved();
    void noteVersion(const std::string &source, const Report &report);

    const std::size_t m_maxChecks;
    const std::size_t m_maxBytes;
    mutable std::mutex m_mutex; // protects all members below
    std::map<Key, std::unique_ptr<Entry>> m_entries;
    std::map<std::pair<std::string, std::string>, std::string> m_versions; // by source and service
    std::deque<VersionChange> m_versionChanges;
    std::uint64_t m_nextOrder = 0;
    std::size_t m_bytes = 0;
    std::uint64_t m_refused = 0;
};

} // namespace foretop::health
