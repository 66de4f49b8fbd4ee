// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/mergedvisit.h"

#include "logs/recordbuffer.h"
#include "logs/sharedstop.h"

#include <algorithm>
#include <atomic>
#include <mutex>

namespace foretop::logs {
namespace {

/// Gathers one part of a segment after the other. One worker's.
class SegmentVisit
{
public:
    using Show = std::function<void(std::span<const RawRecord> run)>;

    SegmentVisit(std::span<const LogSnapshotPtr> logs, std::span<const std::size_t> firstOrigins,
                 const MergedOrder &order, const RecordSet *within, Show show)
        : m_logs(logs)
        , m_firstOrigins(firstOrigins)
        , m_order(order)
        , m_within(within)
        , m_show(std::move(show))
        , m_wanted(logs.size())
    {
    }

    /// @p range is of one segment.
    Result<void> visit(RecordRange range, const std::stop_token &stop)
    {
        collectWanted(range);
        m_buffer.clear();
        for (std::size_t origin = 0; origin < m_logs.size(); ++origin) {
            auto gathered = gather(origin, stop);
            if (!gathered) {
                return gathered;
            }
            if (m_buffer.bytes() > MergedVisit::kMostRunBytes && range.end - range.first > 1) {
                const auto middle = range.first + (range.end - range.first) / 2;
                auto done = visit({range.first, middle}, stop);
                return done ? visit({middle, range.end}, stop) : done;
            }
        }
        if (const auto run = m_buffer.sorted(); !run.empty()) {
            m_show(run);
        }
        return {};
    }

private:
    struct Wanted
    {
        RecordNumber record;
        RecordNumber number;
    };

    void collectWanted(RecordRange range)
    {
        for (auto &wanted : m_wanted) {
            wanted.clear();
        }
        const auto segment =
            static_cast<std::size_t>(range.first.value() / MergedOrder::kSegmentRecords);
        const auto &held = m_order.segment(segment);
        auto next = held.next;
        const auto begin = RecordNumber(segment * MergedOrder::kSegmentRecords);
        for (std::size_t at = 0; at < range.end - begin; ++at) {
            const auto origin = held.origins[at];
            const auto record = next[origin];
            next[origin] = record + 1;
            const auto number = begin + at;
            if (number >= range.first && record >= m_logs[origin]->first() &&
                (m_within == nullptr || m_within->contains(number))) {
                m_wanted[origin].push_back({record, number});
            }
        }
    }

    Result<void> gather(std::size_t origin, const std::stop_token &stop)
    {
        const auto &wanted = m_wanted[origin];
        if (wanted.empty()) {
            return {};
        }
        const RecordRange range{wanted.front().record, wanted.back().record + 1};
        RecordSet some;
        const bool isAll = range.end - range.first == wanted.size();
        for (std::size_t i = 0; !isAll && i < wanted.size(); ++i) {
            some.add(wanted[i].record);
        }
        auto next = wanted.begin();
        std::stop_source enough;
        const std::stop_callback forward(stop, [&enough] { enough.request_stop(); });
        const auto add = [&](unsigned, std::span<const RawRecord> run) {
            for (const auto &record : run) {
                next = std::ranges::lower_bound(next, wanted.end(), record.number, {},
                                                &Wanted::record);
                m_buffer.add(record, next->number, m_firstOrigins[origin] + record.origin);
            }
            if (m_buffer.bytes() > MergedVisit::kMostRunBytes) {
                enough.request_stop();
            }
        };
        auto done =
            m_logs[origin]->visit(range, isAll ? nullptr : &some, 1, enough.get_token(), add, {});
        const bool isEnough = enough.stop_requested() && !stop.stop_requested();
        return isEnough ? Result<void>() : done;
    }

    const std::span<const LogSnapshotPtr> m_logs;
    const std::span<const std::size_t> m_firstOrigins;
    const MergedOrder &m_order;
    const RecordSet *const m_within;
    const Show m_show;
    std::vector<std::vector<Wanted>> m_wanted; // of each log, ascending
    RecordBuffer m_buffer;
};

} // namespace

MergedVisit::MergedVisit(std::span<const LogSnapshotPtr> logs,
                         std::span<const std::size_t> firstOrigins, const MergedOrder &order)
    : m_logs(logs)
    , m_firstOrigins(firstOrigins)
    , m_order(order)
{
}

Result<void> MergedVisit::run(RecordRange range, const RecordSet *within, unsigned workers,
                              const std::stop_token &stop, const LogSnapshot::Visitor &visitor,
                              const ProgressFunction &progress) const
{
    if (range.first >= range.end) {
        return {};
    }
    constexpr auto kSegment = MergedOrder::kSegmentRecords;
    const auto first = static_cast<std::size_t>(range.first.value() / kSegment);
    const auto end = static_cast<std::size_t>((range.end.value() + kSegment - 1) / kSegment);
    std::atomic<std::size_t> next = first;
    std::mutex progressMutex; // protects done, and keeps progress to one call at a time
    std::uint64_t done = 0;
    SharedStop shared(stop);
    const auto count = std::clamp<std::size_t>(end - first, 1, std::max(workers, 1U));
    runWorkers(static_cast<unsigned>(count), [&](unsigned worker) {
        SegmentVisit visit(m_logs, m_firstOrigins, m_order, within,
                           [&](std::span<const RawRecord> run) { visitor(worker, run); });
        for (auto number = next++; number < end; number = next++) {
            const auto held = m_order.rangeOf(number);
            auto visited = visit.visit(
                {std::max(held.first, range.first), std::min(held.end, range.end)}, shared.token());
            if (!visited) {
                shared.fail(std::move(visited.error()));
                return;
            }
            if (progress) {
                const std::lock_guard lock(progressMutex);
                progress({++done, end - first});
            }
        }
    });
    return shared.result();
}

} // namespace foretop::logs
