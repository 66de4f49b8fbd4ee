// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "health/report.h"

#include "base/text.h"

#include <algorithm>
#include <array>

namespace foretop::health {
namespace {

struct StatusWord
{
    std::string_view word;
    Status status;
};

// In the order of how often they are met; the first of each status is the word on the wire.
constexpr std::array kStatusWords{
    StatusWord{"healthy", Status::Healthy},
    StatusWord{"ok", Status::Healthy},
    StatusWord{"up", Status::Healthy},
    StatusWord{"pass", Status::Healthy},
    StatusWord{"passed", Status::Healthy},
    StatusWord{"passing", Status::Healthy},
    StatusWord{"success", Status::Healthy},
    StatusWord{"connected", Status::Healthy},
    StatusWord{"available", Status::Healthy},
    StatusWord{"operational", Status::Healthy},
    StatusWord{"online", Status::Healthy},
    StatusWord{"alive", Status::Healthy},
    StatusWord{"ready", Status::Healthy},
    StatusWord{"running", Status::Healthy},
    StatusWord{"green", Status::Healthy},
    StatusWord{"good", Status::Healthy},
    StatusWord{"degraded", Status::Degraded},
    StatusWord{"warn", Status::Degraded},
    StatusWord{"warning", Status::Degraded},
    StatusWord{"partial", Status::Degraded},
    StatusWord{"slow", Status::Degraded},
    StatusWord{"yellow", Status::Degraded},
    StatusWord{"unhealthy", Status::Unhealthy},
    StatusWord{"down", Status::Unhealthy},
    StatusWord{"fail", Status::Unhealthy},
    StatusWord{"failed", Status::Unhealthy},
    StatusWord{"failing", Status::Unhealthy},
    StatusWord{"failure", Status::Unhealthy},
    StatusWord{"error", Status::Unhealthy},
    StatusWord{"critical", Status::Unhealthy},
    StatusWord{"timeout", Status::Unhealthy},
    StatusWord{"disconnected", Status::Unhealthy},
    StatusWord{"unavailable", Status::Unhealthy},
    StatusWord{"offline", Status::Unhealthy},
    StatusWord{"out_of_service", Status::Unhealthy},
    StatusWord{"dead", Status::Unhealthy},
    StatusWord{"red", Status::Unhealthy},
    StatusWord{"bad", Status::Unhealthy},
    StatusWord{"unknown", Status::Unknown},
    StatusWord{"starting", Status::Unknown},
    StatusWord{"pending", Status::Unknown},
    StatusWord{"initializing", Status::Unknown},
};

} // namespace

std::string_view statusName(Status status)
{
    return std::find_if(kStatusWords.begin(), kStatusWords.end(),
                        [status](const StatusWord &word) { return word.status == status; })
        ->word;
}

std::optional<Status> statusFromName(std::string_view name)
{
    const auto word = trimmed(name);
    const auto found =
        std::find_if(kStatusWords.begin(), kStatusWords.end(), [word](const StatusWord &known) {
            return equalsIgnoringCase(known.word, word);
        });
    return found == kStatusWords.end() ? std::nullopt : std::optional(found->status);
}

Status worstStatus(const std::vector<Check> &checks)
{
    auto worst = Status::Unknown;
    for (const auto &check : checks) {
        worst = std::max(worst, check.status);
    }
    return worst;
}

} // namespace foretop::health
