// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/livetextcache.h"
#include "logs/livetexts.h"
#include "logs/record.h"
#include "logs/textcompressor.h"

#include <array>
#include <cstddef>
#include <cstring>
#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace foretop::logs {

/// Where a block keeps the source and logger names that it has stored, so that they are stored
/// once. Bounded: when it is half full, further names are not remembered.
struct OriginIndex
{
    static constexpr std::size_t kSlots = 1024;

    std::array<std::uint32_t, kSlots> slots{}; ///< 1 + offset of an origin; 0 is free
    std::size_t used = 0;
};

/// A run of records. While it is written, all is in one piece of memory of fixed size: texts grow
/// from its front, fixed-size entries from its back, until they meet. What is written never moves
/// or changes, so a reader that knows (through LiveStore's lock) that n records are in may read
/// those while more are appended. A full block may be replaced by a compressed one, whose columns
/// (kind, level, time, source, logger) read as before while texts() decompresses.
class LiveBlock
{
public:
    explicit LiveBlock(std::size_t size);
    ~LiveBlock();
    LiveBlock(const LiveBlock &) = delete;
    LiveBlock &operator=(const LiveBlock &) = delete;

    /// The size of a block that @p record surely fits in.
    static std::size_t sizeFor(const Record &record);
    /// What a block made for @p size takes in all.
    static constexpr std::size_t footprint(std::size_t size) { return roundedUp(size) + kOverhead; }

    /// Adds @p record; false when it does not fit. @p origins must be the same from the first
    /// record to the last, and empty at first. The writer's thread only.
    bool append(const Record &record, OriginIndex &origins);
    /// The same records with their texts compressed, which @p cache keeps for a while when they are
    /// read; null when that does not make it much smaller. No record may be appended any more; the
    /// writer's thread only.
    std::shared_ptr<const LiveBlock> compressed(TextCompressor &compressor,
                                                std::shared_ptr<LiveTextCache> cache) const;

    // The writer's thread only.
    /// Records in it.
    std::size_t count() const { return m_count; }
    std::size_t footprint() const { return m_footprint; }
    /// Records by level.
    const std::array<std::uint32_t, kLevelCount> &perLevel() const { return m_perLevel; }
    /// What compression took, and made of it; 0 when it is not compressed.
    std::size_t bytesBefore() const { return m_packed.bytesBefore; }
    std::size_t bytesAfter() const { return m_packed.bytes.size(); }

    // Any thread, of records that it knows are in.
    Level level(std::size_t index) const { return columns(index).level; }
    RecordKind kind(std::size_t index) const { return columns(index).kind; }
    std::optional<WallTime> time(std::size_t index) const;
    std::string_view source(std::size_t index) const { return originOf(index).source; }
    std::string_view logger(std::size_t index) const { return originOf(index).logger; }

    /// Whether texts() must decompress, half a millisecond or less.
    bool isCompressed() const { return m_packed.bytesBefore > 0; }
    /// Who will soon read the same block again.
    enum class Reader : std::uint8_t {
        View, ///< will: what is decompressed goes into the cache
        Scan, ///< goes on to the next block, and leaves in the cache what is there
    };
    LiveTexts texts(Reader reader) const;
    /// The record with the @p index-th place, its texts out of texts().
    RecordView view(std::size_t index, const LiveTexts &texts) const;

private:
    struct Columns
    {
        std::int64_t timeMs;
        std::uint32_t origin; // as an offset from m_origins
        Level level;
        RecordKind kind;
        bool hasTime;
    };
    struct Entry
    {
        Columns columns;
        LiveTexts::Place texts;
    };
    static_assert(sizeof(Entry) == 32);
    /// Stands before the characters of a source and a logger, which many records share.
    struct Origin
    {
        std::uint32_t sourceSize;
        std::uint32_t loggerSize;
    };
    struct OriginView
    {
        std::string_view source;
        std::string_view logger;
    };
    /// Places and texts of a compressed block.
    struct Packed
    {
        std::vector<std::byte> bytes;
        std::size_t bytesBefore = 0;
        std::shared_ptr<LiveTextCache> cache;
    };
    /// The block itself, its control block, its place in the list and the allocator's headers.
    static constexpr std::size_t kOverhead = 512;

    static constexpr std::size_t roundedUp(std::size_t size)
    {
        return (size + sizeof(Entry) - 1) / sizeof(Entry) * sizeof(Entry);
    }
    /// A compressed block: @p columns are its memory, of @p source with origins behind them.
    LiveBlock(const LiveBlock &source, std::span<const std::byte> columns, Packed packed);

    Columns columns(std::size_t index) const
    {
        Columns at;
        std::memcpy(&at, m_firstColumns + static_cast<std::ptrdiff_t>(index) * m_stride, sizeof at);
        return at;
    }
    OriginView origin(std::uint32_t offset) const;
    OriginView originOf(std::size_t index) const { return origin(columns(index).origin); }
    std::size_t originSize(std::uint32_t offset) const;
    std::uint32_t store(std::string_view text);
    std::uint32_t storeOrigin(const Record &record);
    std::uint32_t originFor(const Record &record, OriginIndex &origins);
    std::vector<std::byte> placesAndTexts() const;
    std::vector<std::byte> columnsAndOrigins() const;
    std::shared_ptr<const std::byte[]> decompressed() const;

    const std::size_t m_size; // of m_memory
    const std::shared_ptr<std::byte[]> m_memory;
    const std::byte *const m_firstColumns;
    const std::ptrdiff_t m_stride; // from the columns of one record to the next
    const std::byte *const m_origins;
    const std::size_t m_footprint;
    std::size_t m_textEnd = 0;
    std::size_t m_count = 0;
    std::array<std::uint32_t, kLevelCount> m_perLevel{};

    const Packed m_packed;
    mutable std::mutex m_decompressMutex; // protects m_decompressed, and decompresses once only
    mutable std::weak_ptr<const std::byte[]> m_decompressed;
};

} // namespace foretop::logs
