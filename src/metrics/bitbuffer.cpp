// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/bitbuffer.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace foretop::metrics {
namespace {

constexpr std::size_t kSlack = 8;  // so that a reader may load eight bytes from anywhere
constexpr unsigned kPeekBits = 57; // that are there wherever in a byte they begin

} // namespace

BitBuffer::BitBuffer(const BitBuffer &other)
    : m_bits(other.m_bits)
{
    if (other.m_data) {
        const std::size_t used = (m_bits + 7) / 8;
        m_capacity = static_cast<std::uint32_t>(used + kSlack);
        m_data = std::make_unique<std::uint8_t[]>(m_capacity);
        std::memcpy(m_data.get(), other.m_data.get(), used);
    }
}

BitBuffer::BitBuffer(BitBuffer &&other) noexcept
    : m_data(std::move(other.m_data))
    , m_bits(std::exchange(other.m_bits, 0))
    , m_capacity(std::exchange(other.m_capacity, 0))
{
}

BitBuffer &BitBuffer::operator=(BitBuffer other) noexcept
{
    std::swap(m_data, other.m_data);
    std::swap(m_bits, other.m_bits);
    std::swap(m_capacity, other.m_capacity);
    return *this;
}

void BitBuffer::reallocate(std::size_t capacity)
{
    auto data = std::make_unique<std::uint8_t[]>(capacity);
    if (m_data) {
        std::memcpy(data.get(), m_data.get(), (m_bits + 7) / 8);
    }
    m_data = std::move(data);
    m_capacity = static_cast<std::uint32_t>(capacity);
}

void BitBuffer::write(std::uint64_t bits, unsigned count)
{
    const std::size_t needed = (m_bits + count + 7) / 8 + kSlack;
    if (needed > m_capacity) {
        // What malloc gives for 24, 40, 56, ... bytes has nothing left over.
        const auto wanted = std::max(needed, std::size_t(m_capacity) + m_capacity / 4);
        reallocate((wanted + 7) / 16 * 16 + 8);
    }
    while (count > 0) {
        const unsigned room = 8 - m_bits % 8;
        const auto taken = std::min(room, count);
        const auto part = bits >> (count - taken) & ((1U << taken) - 1);
        auto &byte = m_data[m_bits / 8];
        byte = static_cast<std::uint8_t>(byte | part << (room - taken));
        m_bits += taken;
        count -= taken;
    }
}

void BitBuffer::shrink()
{
    const std::size_t used = (m_bits + 7) / 8;
    if (used == 0) {
        m_data.reset();
        m_capacity = 0;
    } else if (used + kSlack < m_capacity) {
        reallocate(used + kSlack);
    }
}

std::size_t BitBuffer::heapBytes() const
{
    constexpr std::size_t kLeast = 32;
    return m_data ? std::max<std::size_t>(kLeast, (m_capacity + 8 + 15) / 16 * 16) : 0;
}

std::uint64_t BitReader::peek() const
{
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, m_data + m_at / 8, sizeof bytes);
    if constexpr (std::endian::native == std::endian::little) {
        bytes = __builtin_bswap64(bytes);
    }
    return bytes << m_at % 8;
}

std::uint64_t BitReader::read(unsigned count)
{
    if (count == 0) {
        return 0;
    }
    if (count > kPeekBits) {
        const auto high = read(count - 32);
        return high << 32 | read(32);
    }
    const auto bits = peek() >> (64 - count);
    m_at += count;
    return bits;
}

bool BitReader::readBit()
{
    const bool bit = (m_data[m_at / 8] >> (7 - m_at % 8) & 1) != 0;
    ++m_at;
    return bit;
}

} // namespace foretop::metrics
