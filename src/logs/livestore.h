// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/livetexts.h"
#include "logs/record.h"

#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

namespace foretop::logs {

class LiveBlock; // a run of records; private to liveblock.h
class LiveTextCache;

/// A record of a LiveSnapshot with what keeps its texts: message and raw are valid as long as it or
/// a copy of it lives (a copy of the RecordView alone keeps nothing), all else as long as the
/// snapshot.
struct LiveRecord : RecordView
{
    LiveTexts texts;
};

/// What a LiveStore held at one moment. Cheap to copy, keeps its records alive (beyond the store's
/// budget when they are evicted or compressed meanwhile). Any thread.
class LiveSnapshot
{
public:
    /// Of no records.
    LiveSnapshot() = default;

    RecordNumber first() const { return m_first; } ///< the oldest record held
    RecordNumber end() const { return m_end; }     ///< one past the newest
    /// Records that were dropped to stay in the budget, all those before first().
    std::uint64_t evicted() const { return m_first.value(); }
    /// What a view shows in the place of those: a gap record that says how many; nothing when there
    /// are none.
    std::optional<Record> evictionGap() const;

    // @p number must be in [first, end).
    /// May take the time to decompress a block, half a millisecond, when its texts are not cached.
    LiveRecord at(RecordNumber number) const;
    // Of the columns, which never takes that.
    std::optional<WallTime> time(RecordNumber number) const;
    Level level(RecordNumber number) const;
    RecordKind kind(RecordNumber number) const;

private:
    friend class LiveStore;
    friend class LiveQueryOperation;

    struct Run
    {
        RecordNumber first;
        std::shared_ptr<const LiveBlock> block;
    };
    using Runs = std::vector<Run>;

    /// The run that holds @p number.
    Runs::const_iterator runOf(RecordNumber number) const;

    std::shared_ptr<const Runs> m_runs; // ascending; shared while no block comes or goes
    RecordNumber m_first;
    RecordNumber m_end;
};

struct LiveStats
{
    std::size_t bytes = 0; ///< of memory taken: texts, columns, unused room in blocks, cache
    std::size_t byteBudget = 0;
    std::size_t cachedBytes = 0;       ///< of bytes: decompressed texts kept for readers
    std::size_t compressedBytes = 0;   ///< of bytes: compressed texts
    std::size_t decompressedBytes = 0; ///< what those would take
    std::uint64_t compressedRecords = 0;
    std::uint64_t evicted = 0;                         ///< records dropped to stay in the budget
    std::array<std::uint64_t, kLevelCount> perLevel{}; ///< records held, by level
};

/// Records of live feeds in order of arrival, in at most a set number of bytes. Once half of them
/// are taken by blocks that are not compressed, the oldest of these are, one for each new block:
/// so few records are searched at full speed, and many are held. The oldest block goes when a new
/// one does not fit, counted in LiveStats::evicted. A record that takes more than
/// a quarter of the budget is counted there too, and a gap record that says so stands in its
/// place. Thread-safe; one appender at a time, which readers never wait for.
class LiveStore
{
public:
    static constexpr std::size_t kDefaultByteBudget = 256U << 20;
    static constexpr std::size_t kLeastByteBudget = 64U << 10;
    /// The part of the budget that is kept for decompressed texts.
    static constexpr std::size_t kCachePart = 32;

    /// A budget below kLeastByteBudget is raised to it.
    explicit LiveStore(std::size_t byteBudget = kDefaultByteBudget);
    ~LiveStore();
    LiveStore(const LiveStore &) = delete;
    LiveStore &operator=(const LiveStore &) = delete;

    void append(std::span<const Record> records);
    LiveSnapshot snapshot() const;
    LiveStats stats() const;

private:
    struct Writer;

    void appendOne(const Record &record);
    void addBlock(std::size_t size);
    void compressOldest(std::size_t bytesToCome);
    void makeRoom(std::size_t bytes);
    void publish();

    const std::shared_ptr<LiveTextCache> m_cache;

    mutable std::mutex m_appendMutex; // protects m_writer
    std::unique_ptr<Writer> m_writer;

    mutable std::mutex m_publishedMutex; // protects m_published and m_stats; held for copies only
    LiveSnapshot m_published;
    LiveStats m_stats;
};

} // namespace foretop::logs
