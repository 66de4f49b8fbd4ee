// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/jsonreader.h"

#include <cstdint>
#include <utility>
#include <vector>

namespace foretop::jobs {

enum class State : std::uint8_t { Queued, Running, Retrying, Succeeded, Failed, Cancelled };

/// "queued", "running", "retrying", "succeeded", "failed", "cancelled".
std::string_view stateName(State state);
/// Reads those and Celery's and common synonyms ("started", "success", "error", "revoked", ...).
std::optional<State> stateFromName(std::string_view name);
/// Whether a job in @p state has ended.
bool isFinal(State state);

/// One background run, as last reported.
struct Job
{
    std::string id;
    std::string name;
    std::string queue;
    std::string worker;
    State state = State::Queued;
    std::optional<double> current;  ///< units done
    std::optional<double> total;    ///< units in all
    std::optional<double> progress; ///< 0..1; from current and total when not given
    std::string message;
    std::uint32_t attempt = 1;
    std::optional<WallTime> queuedAt;
    std::optional<WallTime> startedAt;
    std::optional<WallTime> finishedAt;
    WallTime updatedAt{}; ///< when this report was made or received
    std::string error;
    std::vector<std::pair<std::string, std::string>> context; ///< name and display text

    bool operator==(const Job &) const = default;
};

/// Reads a jobs item of `foretop.feed/1`. Only "id" (a string or a whole number) is required;
/// "progress" is clamped to 0..1. @p now stands in for a missing "updated_at".
Result<Job> decodeJob(JsonObject object, WallTime now, std::string_view source);
Result<Job> decodeJob(std::string_view json, WallTime now, std::string_view source);

/// Writes @p job as a jobs item; members that are not known are left out.
std::string encodeJob(const Job &job);

/// @p update over @p previous: what the update leaves empty is kept, so that a script may report
/// {"current":5} alone; state moves to Running when only progress is given on a queued job, times
/// of start and end are set from @p update.updatedAt at the change of state.
/// implementer note: decodeJob must therefore tell "state not given" - see JobUpdate.
struct JobUpdate
{
    Job job;
    bool hasState = false;
    bool hasAttempt = false;
};
Result<JobUpdate> decodeJobUpdate(JsonObject object, WallTime now, std::string_view source);
Job mergeUpdate(const std::optional<Job> &previous, const JobUpdate &update);

} // namespace foretop::jobs
