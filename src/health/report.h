// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace foretop::health {

/// How a check or service is. Ordered: the greater is the worse; Unknown is no result yet.
enum class Status : std::uint8_t { Unknown, Healthy, Degraded, Unhealthy };

/// "unknown", "healthy", "degraded", "unhealthy": the words on the wire.
std::string_view statusName(Status status);
/// Reads those words and the ones other formats use for them ("ok", "up", "pass", "warn", "down",
/// "fail", "error", ... in any case); nothing for any other word.
std::optional<Status> statusFromName(std::string_view name);

/// One component of a service as one probe found it.
struct Check
{
    std::string name;
    Status status = Status::Unknown;
    std::optional<double> latencyMs; ///< how long the probe took
    std::string message;             ///< why, in words; may be empty when healthy
    /// What was measured, as name and display text, such as {"used_ratio", "0.42"}.
    std::vector<std::pair<std::string, std::string>> observed;

    bool operator==(const Check &) const = default;
};

/// What a service says of itself at one moment.
struct Report
{
    Status status = Status::Unknown;
    std::string service;
    std::string version;
    WallTime timestamp{};
    std::vector<Check> checks;

    bool operator==(const Report &) const = default;
};

/// The worst status of @p checks; Unknown when there are none.
Status worstStatus(const std::vector<Check> &checks);

} // namespace foretop::health
