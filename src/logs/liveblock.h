// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/record.h"

#include <array>
#include <cstddef>
#include <memory>
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

/// Records in one piece of memory of fixed size: texts grow from its front, fixed-size entries
/// from its back, until they meet. What is written never moves or changes, so a reader that knows
/// (through LiveStore's lock) that n records are in may read those while more are appended.
class LiveBlock
{
public:
    explicit LiveBlock(std::size_t size);

    /// The size of a block that @p record surely fits in.
    static std::size_t sizeFor(const Record &record);
    /// What a block made for @p size takes in all.
    static constexpr std::size_t footprint(std::size_t size) { return roundedUp(size) + kOverhead; }

    /// Adds @p record; false when it does not fit. @p origins must be the same from the first
    /// record to the last, and empty at first. The writer's thread only.
    bool append(const Record &record, OriginIndex &origins);
    /// Records in it; writer's thread only.
    std::size_t count() const { return m_count; }
    std::size_t footprint() const { return footprint(m_size); }
    /// Records by level; writer's thread only.
    const std::array<std::uint32_t, kLevelCount> &perLevel() const { return m_perLevel; }

    // Of the record with the @p index-th place; any thread that knows it is in.
    RecordView view(std::size_t index) const;
    Level level(std::size_t index) const { return entry(index).level; }
    RecordKind kind(std::size_t index) const { return entry(index).kind; }
    std::optional<WallTime> time(std::size_t index) const;
    std::string_view raw(std::size_t index) const;
    /// The message when it is not a part of raw; empty when it is.
    std::string_view messageBesideRaw(std::size_t index) const;

private:
    /// Texts are given as offsets into the block's memory.
    struct Entry
    {
        std::int64_t timeMs;
        std::uint32_t origin;
        std::uint32_t raw;
        std::uint32_t rawSize;
        std::uint32_t message;
        std::uint32_t messageSize;
        Level level;
        RecordKind kind;
        bool hasTime;
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
    /// The block itself, its control block, its place in the list and the allocator's headers.
    static constexpr std::size_t kOverhead = 256;

    static constexpr std::size_t roundedUp(std::size_t size)
    {
        return (size + sizeof(Entry) - 1) / sizeof(Entry) * sizeof(Entry);
    }
    const Entry &entry(std::size_t index) const;
    OriginView origin(std::uint32_t offset) const;
    std::string_view text(std::uint32_t offset, std::uint32_t size) const;
    std::uint32_t store(std::string_view text);
    std::uint32_t storeOrigin(const Record &record);
    std::uint32_t originFor(const Record &record, OriginIndex &origins);

    const std::size_t m_size;
    const std::unique_ptr<std::byte[]> m_memory;
    std::size_t m_textEnd = 0;
    std::size_t m_count = 0;
    std::array<std::uint32_t, kLevelCount> m_perLevel{};
};

} // namespace foretop::logs
