// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>

namespace foretop::logs {

/// The texts of the records of one LiveBlock, decompressed where the block is compressed. What it
/// returns is valid as long as it or a copy of it lives. Cheap to copy; any thread.
class LiveTexts
{
public:
    /// Of no records.
    LiveTexts() = default;

    std::string_view raw(std::size_t index) const
    {
        const auto at = place(index);
        return text(at.raw, at.rawSize);
    }
    std::string_view message(std::size_t index) const
    {
        const auto at = place(index);
        return text(at.message, at.messageSize);
    }
    /// The message when it is not a part of raw; empty when it is.
    std::string_view messageBesideRaw(std::size_t index) const
    {
        const auto at = place(index);
        const bool isInRaw = at.message >= at.raw && at.message < at.raw + at.rawSize;
        return isInRaw ? std::string_view() : text(at.message, at.messageSize);
    }

private:
    friend class LiveBlock;

    /// Texts are given as offsets into the block's memory.
    struct Place
    {
        std::uint32_t raw;
        std::uint32_t rawSize;
        std::uint32_t message;
        std::uint32_t messageSize;
    };
    using Memory = std::shared_ptr<const std::byte[]>;

    LiveTexts(Memory memory, const std::byte *firstPlace, std::ptrdiff_t stride,
              const std::byte *texts)
        : m_memory(std::move(memory))
        , m_firstPlace(firstPlace)
        , m_stride(stride)
        , m_texts(reinterpret_cast<const char *>(texts))
    {
    }

    Place place(std::size_t index) const
    {
        Place at;
        std::memcpy(&at, m_firstPlace + static_cast<std::ptrdiff_t>(index) * m_stride, sizeof at);
        return at;
    }
    std::string_view text(std::uint32_t offset, std::uint32_t size) const
    {
        return {m_texts + offset, size};
    }

    Memory m_memory; // keeps what the pointers point to
    const std::byte *m_firstPlace = nullptr;
    std::ptrdiff_t m_stride = 0; // from one Place to the next
    const char *m_texts = nullptr;
};

} // namespace foretop::logs
