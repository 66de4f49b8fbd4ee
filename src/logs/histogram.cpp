// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/histogram.h"

#include "logs/rangestoread.h"
#include "logs/recordtimes.h"
#include "logs/sharedstop.h"

#include <algorithm>
#include <atomic>

namespace foretop::logs {
namespace {

/// Counts into buckets of its own. One thread.
class BucketCounts
{
public:
    explicit BucketCounts(const Histogram &shape)
        : m_from(shape.from)
        , m_width(shape.width)
        , m_buckets(shape.buckets.size())
    {
    }

    void add(std::optional<WallTime> time, Level level)
    {
        if (!time) {
            ++m_untimed;
        } else if (const auto bucket = bucketOf(*time); isInside(bucket)) {
            ++m_buckets[static_cast<std::size_t>(bucket)][static_cast<std::size_t>(level)];
        } else {
            ++m_outside;
        }
    }

    /// Adds a run without reading it; false when its times do not tell the bucket of each record,
    /// or its levels are not known.
    bool addRun(const LogSnapshot &snapshot, const LogSnapshot::TimedRun &run,
                const RecordSet *within)
    {
        const auto &times = run.times;
        if (!times.earliest) {
            m_untimed += times.hasUntimed ? countIn(run.range, within) : 0;
            return times.hasUntimed;
        }
        const auto bucket = bucketOf(*times.earliest);
        if (times.hasUntimed || bucket != bucketOf(*times.latest)) {
            return false;
        }
        if (!isInside(bucket)) {
            m_outside += countIn(run.range, within);
            return true;
        }
        return addLevels(snapshot, run.range, within, m_buckets[static_cast<std::size_t>(bucket)]);
    }

    void addTo(Histogram &histogram) const
    {
        for (std::size_t bucket = 0; bucket < m_buckets.size(); ++bucket) {
            for (std::size_t level = 0; level < kLevelCount; ++level) {
                histogram.buckets[bucket][level] += m_buckets[bucket][level];
            }
        }
        histogram.untimed += m_untimed;
        histogram.outside += m_outside;
    }

private:
    /// -1 when before, the number of buckets when behind.
    std::int64_t bucketOf(WallTime time) const
    {
        const auto size = static_cast<std::int64_t>(m_buckets.size());
        return time < m_from ? -1 : std::min<std::int64_t>((time - m_from) / m_width, size);
    }
    bool isInside(std::int64_t bucket) const
    {
        return bucket >= 0 && bucket < static_cast<std::int64_t>(m_buckets.size());
    }

    bool addLevels(const LogSnapshot &snapshot, RecordRange range, const RecordSet *within,
                   LevelCounts &counts)
    {
        const auto chosen = within == nullptr ? sizeOf(range) : countIn(range, within);
        if (chosen == 0) {
            return true;
        }
        m_levels.resize(sizeOf(range));
        if (!snapshot.levelsFrom(range.first, m_levels)) {
            return false;
        }
        if (chosen == m_levels.size()) {
            for (const auto level : m_levels) {
                ++counts[static_cast<std::size_t>(level)];
            }
            return true;
        }
        for (const auto number : within->between(range.first, range.end)) {
            ++counts[static_cast<std::size_t>(m_levels[number - range.first])];
        }
        return true;
    }

    const WallTime m_from;
    const Milliseconds m_width;
    std::vector<LevelCounts> m_buckets;
    std::uint64_t m_untimed = 0;
    std::uint64_t m_outside = 0;
    std::vector<Level> m_levels;
};

/// What one worker of countInto() has.
struct CountingWorker
{
    CountingWorker(const Histogram &histogram, const LogSnapshot &snapshot)
        : counts(histogram)
        , times(snapshot)
    {
    }

    BucketCounts counts;
    RangesToRead left;
    RecordTimes times;
};

/// Calls @p onRun with all runs of @p runs that have records of @p range, each clipped to it.
template <typename OnRun>
void forRuns(const std::vector<LogSnapshot::TimedRun> &runs, RecordRange range, unsigned workers,
             const std::stop_token &stop, const OnRun &onRun)
{
    constexpr std::size_t kTogether = 64;
    std::atomic<std::size_t> next = 0;
    runWorkers(workers, [&](unsigned worker) {
        for (auto at = next.fetch_add(kTogether); at < runs.size() && !stop.stop_requested();
             at = next.fetch_add(kTogether)) {
            for (auto run = at; run < std::min(at + kTogether, runs.size()); ++run) {
                const auto part = clipped(runs[run].range, range);
                if (sizeOf(part) > 0) {
                    onRun(worker, LogSnapshot::TimedRun{part, runs[run].times});
                }
            }
        }
    });
}

} // namespace

Result<void> countInto(Histogram &histogram, const LogSnapshot &snapshot, RecordRange range,
                       const RecordSet *within, const std::stop_token &stop,
                       const ProgressFunction &progress, unsigned workers)
{
    range = clipped(range, wholeOf(snapshot));
    std::vector<CountingWorker> states;
    states.reserve(workers);
    for (unsigned worker = 0; worker < workers; ++worker) {
        states.emplace_back(histogram, snapshot);
    }
    RangesToRead left;
    const auto runs = snapshot.timedRuns();
    if (runs.empty() && sizeOf(range) > 0) {
        left.add(range);
    }
    forRuns(runs, range, workers, stop, [&](unsigned worker, const LogSnapshot::TimedRun &run) {
        if (!states[worker].counts.addRun(snapshot, run, within)) {
            states[worker].left.add(run.range);
        }
    });
    if (stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "stopped", {});
    }
    for (const auto &state : states) {
        left.add(state.left);
    }
    auto done = left.visit(
        snapshot, within, workers, stop,
        [&](unsigned worker, std::span<const RawRecord> records) {
            for (const auto &record : records) {
                states[worker].counts.add(states[worker].times.timeOf(record), record.level);
            }
        },
        progress);
    if (!done) {
        return done;
    }
    for (const auto &state : states) {
        state.counts.addTo(histogram);
    }
    return {};
}

} // namespace foretop::logs
