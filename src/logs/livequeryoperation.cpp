// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/livequeryoperation.h"

#include "logs/liveblock.h"
#include "logs/ordereddelivery.h"
#include "logs/queryrun.h"
#include "logs/sharedstop.h"

#include <algorithm>
#include <atomic>

namespace foretop::logs {

/// Tells of the records of one block after the other, whose texts are decompressed once and only
/// when they are looked at. One thread.
class LiveQueryOperation::BlockQuery
{
public:
    explicit BlockQuery(const CompiledQuery &query)
        : m_run(query)
    {
    }

    bool matches(const LiveBlock &block, std::size_t index)
    {
        if (block.kind(index) == RecordKind::Gap) {
            return true;
        }
        TimeSpan times;
        if (m_run.query().plan().hasTimes) {
            times.earliest = times.latest = block.time(index);
            times.hasUntimed = !times.earliest;
        }
        const auto truth = m_run.columnTruth(block.level(index), times);
        if (truth != Truth::Unknown) {
            return truth == Truth::True;
        }
        if (m_block != &block) {
            m_block = &block;
            m_texts = block.texts(LiveBlock::Reader::Scan);
        }
        return m_run.matches(block.view(index, m_texts));
    }

private:
    QueryRun m_run;
    const LiveBlock *m_block = nullptr;
    LiveTexts m_texts;
};
LiveQueryOperation::LiveQueryOperation(LiveSnapshot snapshot, CompiledQuery query,
                                       std::optional<RecordSet> within, RecordNumber from,
                                       unsigned workers)
    : m_snapshot(std::move(snapshot))
    , m_query(std::move(query))
    , m_within(std::move(within))
    , m_from(std::clamp(from, m_snapshot.first(), m_snapshot.end()))
    , m_workers(workers)
{
}

Result<RecordSet> LiveQueryOperation::run(const std::stop_token &stop,
                                          const MatchFunction &batchReady) const
{
    const auto total = m_snapshot.end() - m_from;
    const auto batchEnd = [&](std::size_t batch) {
        return m_from + std::min<std::uint64_t>((batch + 1) * kBatchRecords, total);
    };
    RecordSet result;
    OrderedDelivery<std::vector<RecordNumber>> delivery(
        0, [&](std::size_t batch, std::vector<RecordNumber> matches) {
            result.add(matches);
            if (batchReady) {
                const auto end = batchEnd(batch);
                batchReady({.matches = std::move(matches),
                            .searchedUpTo = end,
                            .progress = {end - m_from, total}});
            }
        });
    const auto batches = static_cast<std::size_t>((total + kBatchRecords - 1) / kBatchRecords);
    std::atomic<std::size_t> next = 0;
    SharedStop shared(stop);
    const auto workers = std::clamp<std::size_t>(batches, 1, m_workers);
    runWorkers(static_cast<unsigned>(workers), [&](unsigned) {
        BlockQuery query(m_query);
        for (auto batch = next++; batch < batches; batch = next++) {
            if (shared.token().stop_requested()) {
                return;
            }
            delivery.deliver(batch, search(m_from + batch * kBatchRecords, batchEnd(batch), query),
                             shared.token());
        }
    });
    if (stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "stopped");
    }
    return result;
}

std::vector<RecordNumber> LiveQueryOperation::search(RecordNumber first, RecordNumber end,
                                                     BlockQuery &query) const
{
    std::vector<RecordNumber> matches;
    if (m_within) {
        for (const auto number : m_within->between(first, end)) {
            const auto run = m_snapshot.runOf(number);
            if (query.matches(*run->block, number - run->first)) {
                matches.push_back(number);
            }
        }
        return matches;
    }
    auto number = first;
    for (auto run = m_snapshot.runOf(first); number < end; ++run) {
        const bool isLast = std::next(run) == m_snapshot.m_runs->end();
        const auto runEnd = isLast ? end : std::min(end, std::next(run)->first);
        for (; number < runEnd; ++number) {
            if (query.matches(*run->block, number - run->first)) {
                matches.push_back(number);
            }
        }
    }
    return matches;
}

} // namespace foretop::logs
