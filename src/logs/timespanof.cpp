// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/histogram.h"
#include "logs/rangestoread.h"
#include "logs/recordtimes.h"

#include <algorithm>

namespace foretop::logs {
namespace {

using TimedRuns = std::vector<LogSnapshot::TimedRun>;

/// What the times of runs tell without reading, and the runs that must be read for the rest.
struct KnownSpan
{
    TimeSpan span;
    RangesToRead toRead;
};

/// Runs of which some records count and some do not. The earliest record is not later than the
/// latest of any run, and the other way round: only runs that reach so far can have it.
void addPartly(KnownSpan &known, const TimedRuns &partly)
{
    auto leastLatest = known.span.earliest;
    auto mostEarliest = known.span.latest;
    for (const auto &[range, times] : partly) {
        if (times.earliest && !times.hasUntimed) {
            leastLatest = std::min(leastLatest.value_or(*times.latest), *times.latest);
            mostEarliest = std::max(mostEarliest.value_or(*times.earliest), *times.earliest);
        }
    }
    for (const auto &[range, times] : partly) {
        known.span.hasUntimed = known.span.hasUntimed || times.hasUntimed;
        const bool mayReach = times.earliest && (!leastLatest || *times.earliest <= *leastLatest ||
                                                 *times.latest >= *mostEarliest);
        if (mayReach) {
            known.toRead.add(range);
        }
    }
}

KnownSpan knownSpan(const LogSnapshot &snapshot, RecordRange range, const RecordSet *within)
{
    KnownSpan known;
    const auto runs = snapshot.timedRuns();
    if (runs.empty() && sizeOf(range) > 0) {
        known.toRead.add(range);
    }
    TimedRuns partly;
    for (const auto &run : runs) {
        const auto part = clipped(run.range, range);
        const auto count = countIn(part, within);
        if (count == sizeOf(run.range)) {
            known.span.add(run.times);
        } else if (count > 0) {
            partly.push_back({part, run.times});
        }
    }
    addPartly(known, partly);
    return known;
}

} // namespace

Result<TimeSpan> timeSpanOf(const LogSnapshot &snapshot, const RecordSet *within,
                            const std::stop_token &stop)
{
    return timeSpanOf(snapshot, wholeOf(snapshot), within, stop);
}

Result<TimeSpan> timeSpanOf(const LogSnapshot &snapshot, RecordRange range, const RecordSet *within,
                            const std::stop_token &stop)
{
    struct Worker
    {
        RecordTimes times;
        TimeSpan span;
    };
    auto known = knownSpan(snapshot, clipped(range, wholeOf(snapshot)), within);
    std::vector<Worker> workers;
    for (unsigned worker = 0; worker < defaultWorkerCount(); ++worker) {
        workers.push_back({RecordTimes(snapshot), {}});
    }
    const auto done = known.toRead.visit(
        snapshot, within, static_cast<unsigned>(workers.size()), stop,
        [&](unsigned worker, std::span<const RawRecord> records) {
            auto &[times, span] = workers[worker];
            for (const auto &record : records) {
                const auto time = times.timeOf(record);
                span.add(TimeSpan{.earliest = time, .latest = time, .hasUntimed = !time});
            }
        });
    if (!done) {
        return tl::unexpected(done.error());
    }
    for (const auto &worker : workers) {
        known.span.add(worker.span);
    }
    return known.span;
}

} // namespace foretop::logs
