// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/livestore.h"

#include "logs/liveblock.h"

#include <algorithm>

#include <fmt/format.h>

namespace foretop::logs {
namespace {

// Small enough that evicting one loses little of the history, large enough to be few.
constexpr std::size_t kLeastBlockBytes = 4U << 10;
constexpr std::size_t kMostBlockBytes = 512U << 10;
// Offsets in a block are 32 bits wide.
constexpr std::size_t kMostRecordBytes = 1U << 30;

std::size_t blockBytes(std::size_t budget)
{
    return std::clamp(budget / 32, kLeastBlockBytes, kMostBlockBytes);
}

Record gapInPlaceOf(const Record &record, std::size_t bytes, std::size_t limit)
{
    Record gap;
    gap.kind = RecordKind::Gap;
    gap.time = record.time;
    gap.source = record.source.substr(0, 256);
    gap.message =
        fmt::format("1 record left out: its {} bytes are over the limit of {}", bytes, limit);
    return gap;
}

} // namespace

LiveSnapshot::Runs::const_iterator LiveSnapshot::runOf(RecordNumber number) const
{
    const auto after =
        std::upper_bound(m_runs->begin(), m_runs->end(), number,
                         [](RecordNumber wanted, const Run &run) { return wanted < run.first; });
    return std::prev(after);
}

RecordView LiveSnapshot::at(RecordNumber number) const
{
    const auto run = runOf(number);
    return run->block->view(number - run->first);
}

/// What only the appending thread knows.
struct LiveStore::Writer
{
    std::shared_ptr<const LiveSnapshot::Runs> runs = std::make_shared<LiveSnapshot::Runs>();
    std::shared_ptr<LiveBlock> block; // the last of runs; null when there is none
    OriginIndex origins;              // of block
    RecordNumber end;
    LiveStats stats;
};

LiveStore::LiveStore(std::size_t byteBudget)
    : m_writer(std::make_unique<Writer>())
{
    m_writer->stats.byteBudget = std::max(byteBudget, kLeastByteBudget);
    m_writer->stats.bytes = sizeof(LiveStore) + sizeof(Writer);
    publish();
}

LiveStore::~LiveStore() = default;

void LiveStore::append(std::span<const Record> records)
{
    const std::lock_guard lock(m_appendMutex);
    for (const auto &record : records) {
        appendOne(record);
    }
    publish();
}

void LiveStore::appendOne(const Record &record)
{
    auto &writer = *m_writer;
    const auto limit = std::min(writer.stats.byteBudget / 4, kMostRecordBytes);
    const auto size = LiveBlock::sizeFor(record);
    if (size > limit) {
        ++writer.stats.evicted;
        appendOne(gapInPlaceOf(record, size, limit));
        return;
    }
    if (!writer.block || !writer.block->append(record, writer.origins)) {
        addBlock(std::max(size, blockBytes(writer.stats.byteBudget)));
        writer.block->append(record, writer.origins);
    }
    ++writer.end;
    ++writer.stats.perLevel[static_cast<std::size_t>(record.level)];
}

void LiveStore::addBlock(std::size_t size)
{
    auto &writer = *m_writer;
    makeRoom(LiveBlock::footprint(size));
    writer.block = std::make_shared<LiveBlock>(size);
    writer.origins = {};
    writer.stats.bytes += writer.block->footprint();
    auto runs = std::make_shared<LiveSnapshot::Runs>(*writer.runs);
    runs->push_back({.first = writer.end, .block = writer.block});
    writer.runs = std::move(runs);
}

void LiveStore::makeRoom(std::size_t bytes)
{
    auto &writer = *m_writer;
    auto &stats = writer.stats;
    auto kept = writer.runs->begin();
    for (; kept != writer.runs->end() && stats.bytes + bytes > stats.byteBudget; ++kept) {
        stats.bytes -= kept->block->footprint();
        stats.evicted += kept->block->count();
        for (std::size_t level = 0; level < kLevelCount; ++level) {
            stats.perLevel[level] -= kept->block->perLevel()[level];
        }
    }
    if (kept == writer.runs->begin()) {
        return;
    }
    writer.runs = std::make_shared<LiveSnapshot::Runs>(kept, writer.runs->end());
    writer.block.reset();
    // The evicted blocks are freed here, before the new one is allocated.
    publish();
}

void LiveStore::publish()
{
    LiveSnapshot now;
    now.m_runs = m_writer->runs;
    now.m_end = m_writer->end;
    now.m_first = now.m_runs->empty() ? now.m_end : now.m_runs->front().first;
    const std::lock_guard lock(m_publishedMutex);
    // The old list goes with `now`, after the lock: freeing blocks takes its time.
    std::swap(m_published, now);
    m_stats = m_writer->stats;
}

LiveSnapshot LiveStore::snapshot() const
{
    const std::lock_guard lock(m_publishedMutex);
    return m_published;
}

LiveStats LiveStore::stats() const
{
    const std::lock_guard lock(m_publishedMutex);
    return m_stats;
}

} // namespace foretop::logs
