// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/histogram.h"

#include <algorithm>

namespace foretop::logs {
namespace {

using namespace std::chrono_literals;

constexpr auto kWidths =
    std::to_array<Milliseconds>({1ms, 2ms, 5ms, 10ms, 20ms, 50ms, 100ms, 200ms, 500ms, 1s, 2s, 5s,
                                 10s, 15s, 30s, 1min, 2min, 5min, 10min, 15min, 30min, 1h, 2h, 3h,
                                 6h,  12h, 24h, 48h,  168h, 336h, 720h,  2160h, 8760h});

std::int64_t floorDivided(std::int64_t number, std::int64_t by)
{
    return number / by - (number % by < 0 ? 1 : 0);
}

/// The least readable width that is at least @p least, and a multiple of @p unit.
Milliseconds readableWidth(Milliseconds least, Milliseconds unit)
{
    const auto found = std::find_if(kWidths.begin(), kWidths.end(), [&](Milliseconds width) {
        return width >= least && width % unit == Milliseconds(0);
    });
    if (found != kWidths.end()) {
        return *found;
    }
    const auto step = unit == kWidths.front() ? kWidths.back() : unit;
    return step * ((least + step - Milliseconds(1)) / step);
}

/// The width with which anything that long fits, wherever in a bucket it begins.
Milliseconds leastWidth(Milliseconds span, std::size_t mostBuckets)
{
    const auto whole = static_cast<std::int64_t>(std::max<std::size_t>(mostBuckets, 2) - 1);
    return std::max(span, Milliseconds(0)) / whole + Milliseconds(1);
}

/// Merges buckets; the first one may get fewer, so that it begins at a multiple of @p width.
void widen(Histogram &histogram, Milliseconds width)
{
    const auto factor = static_cast<std::size_t>(width / histogram.width);
    const auto from = msSinceEpoch(histogram.from);
    std::size_t skipped = 0;
    if (from % histogram.width.count() == 0) {
        const auto aligned = floorDivided(from, width.count()) * width.count();
        skipped = static_cast<std::size_t>((from - aligned) / histogram.width.count());
        histogram.from = wallTimeFromMs(aligned);
    }
    std::vector<LevelCounts> merged((skipped + histogram.buckets.size() + factor - 1) / factor);
    for (std::size_t bucket = 0; bucket < histogram.buckets.size(); ++bucket) {
        auto &into = merged[(skipped + bucket) / factor];
        for (std::size_t level = 0; level < kLevelCount; ++level) {
            into[level] += histogram.buckets[bucket][level];
        }
    }
    histogram.width = width;
    histogram.buckets = std::move(merged);
}

} // namespace

Milliseconds bucketWidthFor(Milliseconds span, std::size_t mostBuckets)
{
    return readableWidth(leastWidth(span, mostBuckets), kWidths.front());
}

void makeRoomFor(Histogram &histogram, const TimeSpan &span, std::size_t mostBuckets)
{
    if (!span.earliest) {
        return;
    }
    mostBuckets = std::clamp<std::size_t>(mostBuckets, 2, Histogram::kMaxBuckets);
    auto earliest = *span.earliest;
    auto latest = *span.latest;
    if (histogram.buckets.empty()) {
        histogram.width = bucketWidthFor(latest - earliest, mostBuckets);
        const auto width = histogram.width.count();
        histogram.from = wallTimeFromMs(floorDivided(msSinceEpoch(earliest), width) * width);
    } else {
        const auto size = static_cast<std::int64_t>(histogram.buckets.size());
        earliest = std::min(earliest, histogram.from);
        latest = std::max(latest, histogram.from + histogram.width * size - Milliseconds(1));
    }
    const auto inFront = [&] {
        return -floorDivided((earliest - histogram.from).count(), histogram.width.count());
    };
    const auto needed = [&] {
        const auto behind =
            floorDivided((latest - histogram.from).count(), histogram.width.count());
        return static_cast<std::size_t>(inFront() + behind + 1);
    };
    if (needed() > mostBuckets) {
        widen(histogram,
              readableWidth(leastWidth(latest - earliest, mostBuckets), histogram.width));
    }
    const auto size = needed();
    const auto added = inFront();
    histogram.from -= histogram.width * added;
    histogram.buckets.insert(histogram.buckets.begin(), static_cast<std::size_t>(added), {});
    histogram.buckets.resize(size);
}

} // namespace foretop::logs
