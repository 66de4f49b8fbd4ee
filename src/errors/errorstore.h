// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errors/errorevent.h"

#include <map>
#include <mutex>

namespace foretop::errors {

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

/// Groups errors by fingerprint. Thread-safe. Bounds: kMaxGroups groups (the one seen longest ago
/// goes, counted).
class ErrorStore
{
public:
    static constexpr std::size_t kMaxGroups = 2000;
    static constexpr std::size_t kMinutes = 60;

    void append(const std::string &source, const ErrorEvent &event);
    /// Groups with an event up to @p time (now when not given), last seen first.
    std::vector<ErrorGroup> groups(std::optional<WallTime> time = {}) const;
    std::uint64_t revision() const;
    std::uint64_t dropped() const;

private:
    // implementer: complete the private part
};

} // namespace foretop::errors
