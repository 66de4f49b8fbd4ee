// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace foretop::metrics {

/// Bits one after the other, in little memory. A copy has no room to spare. Not thread-safe.
class BitBuffer
{
public:
    BitBuffer() = default;
    BitBuffer(const BitBuffer &other);
    BitBuffer(BitBuffer &&other) noexcept;
    BitBuffer &operator=(BitBuffer other) noexcept;
    ~BitBuffer() = default;

    /// The lowest @p count bits of @p bits, the highest of them first.
    void write(std::uint64_t bits, unsigned count);
    std::size_t bits() const { return m_bits; }
    void shrink();
    /// Memory held besides the object itself, as malloc rounds it.
    std::size_t heapBytes() const;
    const std::uint8_t *data() const { return m_data.get(); }

private:
    void reallocate(std::size_t capacity);

    std::unique_ptr<std::uint8_t[]> m_data; // zero behind the last bit
    std::uint32_t m_bits = 0;
    std::uint32_t m_capacity = 0; // in bytes, kSlack of them never written
};

/// Reads a BitBuffer from its start. No more bits may be read than there are.
class BitReader
{
public:
    explicit BitReader(const BitBuffer &buffer)
        : m_data(buffer.data())
    {
    }

    std::uint64_t read(unsigned count);
    bool readBit();

private:
    std::uint64_t peek() const;

    const std::uint8_t *m_data;
    std::size_t m_at = 0;
};

} // namespace foretop::metrics
