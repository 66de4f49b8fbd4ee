// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/liveblock.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <functional>
#include <unordered_map>
#include <utility>

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
    , m_firstColumns(m_memory.get() + m_size - sizeof(Entry))
    , m_stride(-static_cast<std::ptrdiff_t>(sizeof(Entry)))
    , m_origins(m_memory.get())
    , m_footprint(footprint(size))
{
}

LiveBlock::LiveBlock(const LiveBlock &source, std::span<const std::byte> columns, Packed packed)
    : m_size(columns.size())
    , m_memory(std::make_unique_for_overwrite<std::byte[]>(m_size))
    , m_firstColumns(m_memory.get())
    , m_stride(sizeof(Columns))
    , m_origins(m_memory.get())
    , m_footprint(m_size + packed.bytes.size() + kOverhead)
    , m_count(source.m_count)
    , m_perLevel(source.m_perLevel)
    , m_packed(std::move(packed))
{
    std::copy(columns.begin(), columns.end(), m_memory.get());
}

LiveBlock::~LiveBlock()
{
    if (m_packed.cache) {
        m_packed.cache->forget(this);
    }
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
    entry.columns = {.timeMs = record.time ? msSinceEpoch(*record.time) : 0,
                     .origin = originFor(record, origins),
                     .level = record.level,
                     .kind = record.kind,
                     .hasTime = record.time.has_value()};
    auto &texts = entry.texts;
    texts.raw = store(record.raw);
    texts.rawSize = static_cast<std::uint32_t>(record.raw.size());
    const auto place = placeIn(record.raw, record.message);
    texts.message = place == std::string_view::npos ? store(record.message)
                                                    : texts.raw + static_cast<std::uint32_t>(place);
    texts.messageSize = static_cast<std::uint32_t>(record.message.size());
    std::memcpy(m_memory.get() + entriesBegin - sizeof(Entry), &entry, sizeof entry);
    ++m_count;
    ++m_perLevel[static_cast<std::size_t>(record.level)];
    return true;
}

std::shared_ptr<const LiveBlock> LiveBlock::compressed(TextCompressor &compressor,
                                                       std::shared_ptr<LiveTextCache> cache) const
{
    const auto before = placesAndTexts();
    const auto after = compressor.compress(before);
    const auto columns = columnsAndOrigins();
    const bool isMuchSmaller =
        !after.empty() && columns.size() + after.size() + kOverhead < m_footprint / 4 * 3;
    if (!isMuchSmaller) {
        return {};
    }
    return std::shared_ptr<const LiveBlock>(new LiveBlock(*this, columns,
                                                          {.bytes = {after.begin(), after.end()},
                                                           .bytesBefore = before.size(),
                                                           .cache = std::move(cache)}));
}

std::vector<std::byte> LiveBlock::placesAndTexts() const
{
    const auto places = m_count * sizeof(LiveTexts::Place);
    std::vector<std::byte> bytes(places + m_textEnd);
    for (std::size_t index = 0; index < m_count; ++index) {
        const auto *columns = m_firstColumns + static_cast<std::ptrdiff_t>(index) * m_stride;
        std::memcpy(bytes.data() + index * sizeof(LiveTexts::Place),
                    columns + offsetof(Entry, texts), sizeof(LiveTexts::Place));
    }
    std::copy_n(m_memory.get(), m_textEnd, bytes.data() + places);
    return bytes;
}

std::vector<std::byte> LiveBlock::columnsAndOrigins() const
{
    std::vector<std::byte> bytes(m_count * sizeof(Columns));
    std::unordered_map<std::uint32_t, std::uint32_t> moved;
    for (std::size_t index = 0; index < m_count; ++index) {
        auto at = columns(index);
        const auto [known, isNew] =
            moved.try_emplace(at.origin, static_cast<std::uint32_t>(bytes.size()));
        if (isNew) {
            const auto *origin = m_origins + at.origin;
            bytes.insert(bytes.end(), origin, origin + originSize(at.origin));
        }
        at.origin = known->second;
        std::memcpy(bytes.data() + index * sizeof(Columns), &at, sizeof at);
    }
    return bytes;
}

std::optional<WallTime> LiveBlock::time(std::size_t index) const
{
    const auto at = columns(index);
    return at.hasTime ? std::optional(wallTimeFromMs(at.timeMs)) : std::nullopt;
}

LiveTexts LiveBlock::texts(Reader reader) const
{
    if (!isCompressed()) {
        return {m_memory, m_firstColumns + offsetof(Entry, texts), m_stride, m_memory.get()};
    }
    auto memory = decompressed();
    if (reader == Reader::View) {
        m_packed.cache->keep(this, memory, m_packed.bytesBefore);
    }
    const auto *places = memory.get();
    const auto *texts = places + m_count * sizeof(LiveTexts::Place);
    return {std::move(memory), places, sizeof(LiveTexts::Place), texts};
}

std::shared_ptr<const std::byte[]> LiveBlock::decompressed() const
{
    const std::lock_guard lock(m_decompressMutex);
    if (auto memory = m_decompressed.lock()) {
        return memory;
    }
    const auto size = m_packed.bytesBefore;
    std::shared_ptr<std::byte[]> memory(std::make_unique_for_overwrite<std::byte[]>(size));
    if (!decompress(m_packed.bytes, {memory.get(), size})) {
        std::fill_n(memory.get(), size, std::byte{0}); // texts read as empty
    }
    m_decompressed = memory;
    return memory;
}

RecordView LiveBlock::view(std::size_t index, const LiveTexts &texts) const
{
    const auto at = columns(index);
    const auto names = origin(at.origin);
    return {.kind = at.kind,
            .level = at.level,
            .time = time(index),
            .source = names.source,
            .logger = names.logger,
            .message = texts.message(index),
            .raw = texts.raw(index)};
}

LiveBlock::OriginView LiveBlock::origin(std::uint32_t offset) const
{
    Origin sizes{};
    std::memcpy(&sizes, m_origins + offset, sizeof sizes);
    const auto *names = reinterpret_cast<const char *>(m_origins) + offset + sizeof sizes;
    return {.source = {names, sizes.sourceSize},
            .logger = {names + sizes.sourceSize, sizes.loggerSize}};
}

std::size_t LiveBlock::originSize(std::uint32_t offset) const
{
    const auto names = origin(offset);
    return sizeof(Origin) + names.source.size() + names.logger.size();
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
