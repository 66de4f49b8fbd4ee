// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/liveblock.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <new>

namespace foretop::logs {
namespace {

/// Where @p part lies in @p whole. Looks at a few places only, so that hostile texts cannot make
/// it slow; missing one costs memory, nothing else.
std::size_t placeIn(std::string_view whole, std::string_view part)
{
    constexpr std::size_t kHeadBytes = 32;
    constexpr int kMostPlaces = 4;
    if (whole.size() >= part.size() && whole.substr(whole.size() - part.size()) == part) {
        return whole.size() - part.size();
    }
    const auto head = part.substr(0, kHeadBytes);
    auto at = whole.find(head);
    for (int tried = 0; at != std::string_view::npos && tried < kMostPlaces; ++tried) {
        if (whole.substr(at, part.size()) == part) {
            return at;
        }
        at = whole.find(head, at + 1);
    }
    return std::string_view::npos;
}

} // namespace

LiveBlock::LiveBlock(std::size_t size)
    : m_size(roundedUp(size))
    , m_memory(std::make_unique_for_overwrite<std::byte[]>(m_size))
{
}

std::size_t LiveBlock::sizeFor(const Record &record)
{
    return roundedUp(sizeof(Entry) + sizeof(Origin) + record.source.size() + record.logger.size() +
                     record.raw.size() + record.message.size());
}

bool LiveBlock::append(const Record &record, OriginIndex &origins)
{
    const std::size_t entriesBegin = m_size - m_count * sizeof(Entry);
    if (m_textEnd + sizeFor(record) > entriesBegin) {
        return false;
    }
    Entry entry{};
    entry.timeMs = record.time ? msSinceEpoch(*record.time) : 0;
    entry.hasTime = record.time.has_value();
    entry.level = record.level;
    entry.kind = record.kind;
    entry.origin = originFor(record, origins);
    entry.raw = store(record.raw);
    entry.rawSize = static_cast<std::uint32_t>(record.raw.size());
    const auto place = placeIn(record.raw, record.message);
    entry.message = place == std::string_view::npos ? store(record.message)
                                                    : entry.raw + static_cast<std::uint32_t>(place);
    entry.messageSize = static_cast<std::uint32_t>(record.message.size());
    ::new (m_memory.get() + entriesBegin - sizeof(Entry)) Entry(entry);
    ++m_count;
    ++m_perLevel[static_cast<std::size_t>(record.level)];
    return true;
}

RecordView LiveBlock::view(std::size_t index) const
{
    const auto &at = entry(index);
    const auto names = origin(at.origin);
    return {.kind = at.kind,
            .level = at.level,
            .time = time(index),
            .source = names.source,
            .logger = names.logger,
            .message = text(at.message, at.messageSize),
            .raw = text(at.raw, at.rawSize)};
}

std::optional<WallTime> LiveBlock::time(std::size_t index) const
{
    const auto &at = entry(index);
    return at.hasTime ? std::optional(wallTimeFromMs(at.timeMs)) : std::nullopt;
}

std::string_view LiveBlock::raw(std::size_t index) const
{
    return text(entry(index).raw, entry(index).rawSize);
}

std::string_view LiveBlock::messageBesideRaw(std::size_t index) const
{
    const auto &at = entry(index);
    const bool isInRaw = at.message >= at.raw && at.message < at.raw + at.rawSize;
    return isInRaw ? std::string_view() : text(at.message, at.messageSize);
}

const LiveBlock::Entry &LiveBlock::entry(std::size_t index) const
{
    const auto *at = m_memory.get() + m_size - (index + 1) * sizeof(Entry);
    return *std::launder(reinterpret_cast<const Entry *>(at));
}

LiveBlock::OriginView LiveBlock::origin(std::uint32_t offset) const
{
    Origin sizes{};
    std::memcpy(&sizes, m_memory.get() + offset, sizeof sizes);
    const auto names = offset + static_cast<std::uint32_t>(sizeof sizes);
    return {.source = text(names, sizes.sourceSize),
            .logger = text(names + sizes.sourceSize, sizes.loggerSize)};
}

std::string_view LiveBlock::text(std::uint32_t offset, std::uint32_t size) const
{
    return {reinterpret_cast<const char *>(m_memory.get()) + offset, size};
}

std::uint32_t LiveBlock::store(std::string_view text)
{
    const auto offset = static_cast<std::uint32_t>(m_textEnd);
    text.copy(reinterpret_cast<char *>(m_memory.get() + m_textEnd), text.size());
    m_textEnd += text.size();
    return offset;
}

std::uint32_t LiveBlock::storeOrigin(const Record &record)
{
    const Origin sizes{.sourceSize = static_cast<std::uint32_t>(record.source.size()),
                       .loggerSize = static_cast<std::uint32_t>(record.logger.size())};
    const auto offset = store({reinterpret_cast<const char *>(&sizes), sizeof sizes});
    store(record.source);
    store(record.logger);
    return offset;
}

std::uint32_t LiveBlock::originFor(const Record &record, OriginIndex &origins)
{
    const std::hash<std::string_view> hash;
    auto slot = (hash(record.source) * 31 + hash(record.logger)) % OriginIndex::kSlots;
    for (; origins.slots[slot] != 0; slot = (slot + 1) % OriginIndex::kSlots) {
        const auto known = origin(origins.slots[slot] - 1);
        if (known.source == record.source && known.logger == record.logger) {
            return origins.slots[slot] - 1;
        }
    }
    const auto offset = storeOrigin(record);
    if (origins.used < OriginIndex::kSlots / 2) {
        origins.slots[slot] = offset + 1;
        ++origins.used;
    }
    return offset;
}

} // namespace foretop::logs
