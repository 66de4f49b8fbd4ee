// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/livelogsnapshot.h"

#include "logs/livequeryoperation.h"

#include <algorithm>
#include <atomic>

namespace foretop::logs {
namespace {

constexpr std::uint64_t kRunRecords = 1024;

/// Shows records to a visitor in runs; keeps their texts as long as the visitor looks at them.
class RunCollector
{
public:
    RunCollector(const LiveSnapshot &live, unsigned worker, const LogSnapshot::Visitor &visitor)
        : m_live(live)
        , m_worker(worker)
        , m_visitor(visitor)
    {
    }

    void add(RecordNumber number)
    {
        m_records.push_back(m_live.at(number));
        const RecordView &record = m_records.back();
        m_run.push_back({.number = number,
                         .kind = record.kind,
                         .level = record.level,
                         .raw = record.raw,
                         .parsed = record});
    }
    void tell()
    {
        if (!m_run.empty()) {
            m_visitor(m_worker, m_run);
        }
        m_run.clear();
        m_records.clear();
    }

private:
    const LiveSnapshot &m_live;
    const unsigned m_worker;
    const LogSnapshot::Visitor &m_visitor;
    std::vector<LiveRecord> m_records;
    std::vector<RawRecord> m_run;
};

} // namespace

LiveLogSnapshot::LiveLogSnapshot(const LiveStore &store, std::string name)
    : m_store(&store)
    , m_live(store.snapshot())
    , m_levels(store.stats().perLevel)
    , m_name(std::move(name))
{
}

RecordNumber LiveLogSnapshot::first() const
{
    return m_live.evicted() > 0 ? RecordNumber(m_live.first().value() - 1) : m_live.first();
}

const LineRules &LiveLogSnapshot::rules(std::size_t /*origin*/) const
{
    return m_rules;
}

std::string_view LiveLogSnapshot::originName(std::size_t /*origin*/) const
{
    return m_name;
}

Record LiveLogSnapshot::record(RecordNumber number) const
{
    if (isGap(number)) {
        return *m_live.evictionGap();
    }
    const auto view = m_live.at(number);
    return {.kind = view.kind,
            .level = view.level,
            .time = view.time,
            .source = std::string(view.source),
            .logger = std::string(view.logger),
            .message = std::string(view.message),
            .raw = std::string(view.raw)};
}

std::vector<Field> LiveLogSnapshot::fields(RecordNumber number) const
{
    return isGap(number) ? std::vector<Field>() : fieldsOf(m_live.at(number).raw);
}

Result<RecordSet> LiveLogSnapshot::search(const CompiledQuery &query, const RecordSet *within,
                                          RecordNumber from, const std::stop_token &stop,
                                          const MatchFunction &batchReady, unsigned workers) const
{
    const bool hasGap = from < m_live.first() && m_live.evicted() > 0;
    if (hasGap && batchReady) {
        batchReady({.matches = {first()},
                    .searchedUpTo = m_live.first(),
                    .progress = {.done = 0, .total = m_live.end() - m_live.first()}});
    }
    const LiveQueryOperation operation(
        m_live, query, within != nullptr ? std::optional(*within) : std::nullopt, from, workers);
    auto found = operation.run(stop, batchReady);
    if (found && hasGap) {
        found->add(first());
    }
    return found;
}

Result<void> LiveLogSnapshot::visit(RecordRange range, const RecordSet *within, unsigned workers,
                                    const std::stop_token &stop, const Visitor &visitor,
                                    const ProgressFunction &progress) const
{
    const auto begin = std::max(range.first, m_live.first());
    const auto end = std::min(range.end, m_live.end());
    if (begin >= end) {
        return {};
    }
    const auto runs = (end - begin + kRunRecords - 1) / kRunRecords;
    std::atomic<std::uint64_t> next = 0;
    std::atomic<std::uint64_t> done = 0;
    runWorkers(static_cast<unsigned>(std::min<std::uint64_t>(workers, runs)), [&](unsigned worker) {
        RunCollector collector(m_live, worker, visitor);
        for (auto run = next++; run < runs && !stop.stop_requested(); run = next++) {
            const auto first = begin + run * kRunRecords;
            const auto last = std::min(first + kRunRecords, end);
            if (within != nullptr) {
                for (const auto number : within->between(first, last)) {
                    collector.add(number);
                }
            } else {
                for (auto number = first; number < last; ++number) {
                    collector.add(number);
                }
            }
            collector.tell();
            done += last - first;
            if (progress && worker == 0) {
                progress({.done = done, .total = end - begin});
            }
        }
    });
    if (stop.stop_requested()) {
        return fail(ErrorCode::Cancelled, "stopped", m_name);
    }
    return {};
}

std::optional<Level> LiveLogSnapshot::levelOf(RecordNumber number) const
{
    return isGap(number) ? Level::Unknown : m_live.level(number);
}

void LiveLogSnapshot::readTimes(RecordRange range,
                                std::vector<std::optional<WallTime>> &times) const
{
    for (auto number = range.first; number < range.end; ++number) {
        times.push_back(isGap(number) ? std::nullopt : m_live.time(number));
    }
}

bool LiveLogSnapshot::continues(const LogSnapshot &earlier) const
{
    const auto *const other = dynamic_cast<const LiveLogSnapshot *>(&earlier);
    return other != nullptr && other->m_store == m_store && other->end() <= end();
}

RecordNumber LiveLogSnapshot::firstFrom(WallTime time) const
{
    // Records of a feed come nearly in order: those that are late by more than a look-back of some
    // thousand are not found this way, and one a little before them is.
    constexpr std::uint64_t kLookBack = 4096;
    auto low = m_live.first();
    auto high = m_live.end();
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        auto timed = middle;
        while (timed < high && !m_live.time(timed)) {
            ++timed;
        }
        if (timed < high && *m_live.time(timed) < time) {
            low = timed + 1;
        } else {
            high = middle;
        }
    }
    const auto from =
        std::max(m_live.first().value(), low.value() - std::min(low.value(), kLookBack));
    for (auto number = RecordNumber(from); number < low; ++number) {
        const auto at = m_live.time(number);
        if (at && *at >= time) {
            return number;
        }
    }
    return low;
}

} // namespace foretop::logs
