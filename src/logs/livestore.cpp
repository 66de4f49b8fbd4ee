// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/livestore.h"

#include "logs/liveblock.h"
#include "logs/livetextcache.h"
#include "logs/textcompressor.h"

#include <algorithm>
#include <utility>

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

LiveRecord LiveSnapshot::at(RecordNumber number) const
{
    const auto run = runOf(number);
    auto texts = run->block->texts(LiveBlock::Reader::View);
    const auto view = run->block->view(number - run->first, texts);
    return {view, std::move(texts)};
}

std::optional<WallTime> LiveSnapshot::time(RecordNumber number) const
{
    const auto run = runOf(number);
    return run->block->time(number - run->first);
}

Level LiveSnapshot::level(RecordNumber number) const
{
    const auto run = runOf(number);
    return run->block->level(number - run->first);
}

RecordKind LiveSnapshot::kind(RecordNumber number) const
{
    const auto run = runOf(number);
    return run->block->kind(number - run->first);
}

std::optional<Record> LiveSnapshot::evictionGap() const
{
    if (evicted() == 0) {
        return {};
    }
    Record gap;
    gap.kind = RecordKind::Gap;
    gap.message = fmt::format("{} older {} dropped: no room in the memory set for live records",
                              evicted(), evicted() == 1 ? "record" : "records");
    gap.raw = gap.message;
    return gap;
}

/// What only the appending thread knows.
struct LiveStore::Writer
{
    std::shared_ptr<const LiveSnapshot::Runs> runs = std::make_shared<LiveSnapshot::Runs>();
    std::shared_ptr<LiveBlock> block; // the last of runs; null when there is none
    OriginIndex origins;              // of block
    RecordNumber end;
    RecordNumber triedUpTo;     // all blocks before are compressed, or not worth it
    std::size_t looseBytes = 0; // of the blocks from there on
    TextCompressor compressor;
    LiveStats stats;
};

LiveStore::LiveStore(std::size_t byteBudget)
    : m_cache(std::make_shared<LiveTextCache>(std::max(byteBudget, kLeastByteBudget) / kCachePart))
    , m_writer(std::make_unique<Writer>())
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
    compressOldest(LiveBlock::footprint(size));
    makeRoom(LiveBlock::footprint(size));
    writer.block = std::make_shared<LiveBlock>(size);
    writer.origins = {};
    writer.stats.bytes += writer.block->footprint();
    writer.looseBytes += writer.block->footprint();
    auto runs = std::make_shared<LiveSnapshot::Runs>(*writer.runs);
    runs->push_back({.first = writer.end, .block = writer.block});
    writer.runs = std::move(runs);
}

void LiveStore::compressOldest(std::size_t bytesToCome)
{
    auto &writer = *m_writer;
    auto &stats = writer.stats;
    const auto &runs = *writer.runs;
    auto run = std::lower_bound(runs.begin(), runs.end(), writer.triedUpTo,
                                [](const auto &a, RecordNumber b) { return a.first < b; });
    std::shared_ptr<LiveSnapshot::Runs> changed;
    while (run != runs.end() && writer.looseBytes + bytesToCome > stats.byteBudget / 2) {
        const auto &block = *run->block;
        writer.looseBytes -= block.footprint();
        writer.triedUpTo = run->first + block.count();
        if (auto smaller = block.compressed(writer.compressor, m_cache)) {
            stats.bytes -= block.footprint() - smaller->footprint();
            stats.compressedBytes += smaller->bytesAfter();
            stats.decompressedBytes += smaller->bytesBefore();
            stats.compressedRecords += smaller->count();
            if (!changed) {
                changed = std::make_shared<LiveSnapshot::Runs>(runs);
            }
            (*changed)[static_cast<std::size_t>(run - runs.begin())].block = std::move(smaller);
        }
        ++run;
    }
    if (changed) {
        writer.runs = std::move(changed);
        publish();
    }
}

void LiveStore::makeRoom(std::size_t bytes)
{
    auto &writer = *m_writer;
    auto &stats = writer.stats;
    const auto limit = stats.byteBudget - m_cache->byteBudget();
    auto kept = writer.runs->begin();
    for (; kept != writer.runs->end() && stats.bytes + bytes > limit; ++kept) {
        const auto &block = *kept->block;
        stats.bytes -= block.footprint();
        stats.evicted += block.count();
        stats.compressedBytes -= block.bytesAfter();
        stats.decompressedBytes -= block.bytesBefore();
        stats.compressedRecords -= block.isCompressed() ? block.count() : 0;
        writer.looseBytes -= kept->first < writer.triedUpTo ? 0 : block.footprint();
        for (std::size_t level = 0; level < kLevelCount; ++level) {
            stats.perLevel[level] -= block.perLevel()[level];
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
    const auto cachedBytes = m_cache->bytes();
    const std::lock_guard lock(m_publishedMutex);
    auto stats = m_stats;
    stats.cachedBytes = cachedBytes;
    stats.bytes += cachedBytes;
    return stats;
}

} // namespace foretop::logs
