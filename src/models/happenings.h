// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/evaluator.h"
#include "models/annotationquery.h"

#include <span>

namespace foretop::models {

/// A time in which a series had one value, without a gap.
struct ValueRun
{
    WallTime first{}; ///< of its samples
    WallTime last{};
    double value = 0;
    bool isEnded = false; ///< the series had none after, or was gone
};
/// @p samples in order of time, up to @p end. A stale marker and a NaN end a run, and so do samples
/// that are further apart than @p gap.
std::vector<ValueRun> runsOf(std::span<const metrics::Sample> samples, Milliseconds gap,
                             WallTime end);

struct SeriesRuns
{
    metrics::SeriesKey key;
    std::vector<ValueRun> runs; ///< in order of time
};

/// A service told another version than before.
struct VersionChange
{
    QString service;
    QString version; ///< the new one
    WallTime time{};
};

/// What annotations are made of.
struct Happenings
{
    std::vector<SeriesRuns> startTimes; ///< process_start_time_seconds
    std::vector<SeriesRuns> builds;     ///< "..._build_info"
    std::vector<SeriesRuns> alerts;     ///< ALERTS{alertstate="firing"}
    std::vector<VersionChange> versions;
    WallTime from{}; ///< what is told of lies in here, in whole or in part
    WallTime to{};
};

struct AnnotationList
{
    QVector<Annotation> annotations; ///< by time, the newest AnnotationQuery::kMost
    int leftOut = 0;
};

/// A process has restarted when its start time changes by more than a second, and then that is the
/// moment, else that of the first sample that tells. A deploy is another version than that before,
/// of the same series of labels or, where a target gets new labels with it, of the same job; the
/// same version of a subject within kOneDeploy is one deploy, told at its first target.
AnnotationList annotationsOf(const Happenings &happenings);
inline constexpr Milliseconds kOneDeploy = std::chrono::minutes(30);

} // namespace foretop::models
