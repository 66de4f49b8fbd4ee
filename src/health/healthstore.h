// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "health/report.h"

#include <mutex>

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

/// Keeps the history of every check as its transitions and its newest latencies. Thread-safe.
/// Bounds: kMaxTransitions transitions and kLatencies latencies a check (the oldest go),
/// kMaxChecksKept checks (new ones beyond are counted in refused()).
class HealthStore
{
public:
    static constexpr std::size_t kLatencies = 120;
    static constexpr std::size_t kMaxTransitions = 1000;
    static constexpr std::size_t kMaxChecksKept = 5000;

    /// Takes a report of @p source. A check that the service no longer reports is removed.
    void append(const std::string &source, const Report &report);

    /// Every check, in order of first appearance, as of @p time; checks first seen later are
    /// left out. No time: now.
    std::vector<CheckState> states(std::optional<WallTime> time = {}) const;

    /// Forgets all that @p source told.
    void removeSource(const std::string &source);
    /// Checks that were not kept because of kMaxChecksKept.
    std::uint64_t refused() const;

private:
    struct Entry; // defined in the .cpp
    // implementer: complete the private part
};

} // namespace foretop::health
