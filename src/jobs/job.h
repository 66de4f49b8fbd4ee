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

/// The part done, 0..1; nothing when it cannot be told.
std::optional<double> progressOf(std::optional<double> current, std::optional<double> total);
/// The state of a job that does not give one: ended with or without an error when it has an end,
/// Running when it has started or made progress, else Queued.
State impliedState(const Job &job);

/// Longest message, error and other text; longer ones are cut and say so, but for "id", where
/// it is an error.
inline constexpr std::size_t kMaxMessageBytes = 4096;
inline constexpr std::size_t kMaxErrorBytes = 65'536;
inline constexpr std::size_t kMaxFieldBytes = 1024;
/// Most context fields of a job; a decoded job with more is an error, merging drops the oldest.
inline constexpr std::size_t kMaxContext = 256;

/// Reads a jobs item of `foretop.feed/1`. Only "id" (a string or a whole number) is required;
/// "progress" is clamped to 0..1. @p now stands in for a missing "updated_at", and
/// impliedState() for a missing "state".
Result<Job> decodeJob(JsonObject object, WallTime now, std::string_view source);
Result<Job> decodeJob(std::string_view json, WallTime now, std::string_view source);

/// Writes @p job as a jobs item; members that are not known are left out.
std::string encodeJob(const Job &job);

/// What a script reports of a job that is already known.
struct JobUpdate
{
    Job job;
    bool hasState = false;
    bool hasAttempt = false;
};
/// As decodeJob(), but "id" may be missing too: then it is empty, and the caller knows it.
Result<JobUpdate> decodeJobUpdate(JsonObject object, WallTime now, std::string_view source);

/// @p update over @p previous: what the update leaves empty is kept, so that a script may report
/// {"current":5} alone. State moves to Running when only progress is given on a queued or retrying
/// job; times of start and end are set from @p update.updatedAt at the change of state. A change
/// from Retrying or an ended state to Running or Queued is a new attempt: it starts its progress
/// anew, and after an end its error and end too. Success clears the error of earlier attempts.
Job mergeUpdate(const std::optional<Job> &previous, const JobUpdate &update);

} // namespace foretop::jobs
