// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/seriesblock.h"

#include <algorithm>
#include <array>
#include <bit>

namespace foretop::metrics {
namespace {

// A delta of deltas is a row's prefix (as many ones as the row's index, then a zero but for the
// last row) and that many bits of two's complement. The paper's widths are for seconds; these, for
// milliseconds, cover a jitter of 8 s, 65 s and 9 min.
struct DeltaClass
{
    unsigned prefixBits;
    std::uint64_t prefix;
    unsigned bits;
};
constexpr std::array<DeltaClass, 5> kDeltaClasses{{
    {1, 0b0, 0},
    {2, 0b10, 14},
    {3, 0b110, 17},
    {4, 0b1110, 20},
    {4, 0b1111, 64},
}};
constexpr unsigned kLeadingBits = 5;
constexpr unsigned kLengthBits = 6;
constexpr int kMaxLeading = 31;
constexpr std::uint8_t kNoWindow = 0xFF;

bool fits(std::int64_t number, unsigned bits)
{
    if (bits == 0 || bits == 64) {
        return bits == 64 || number == 0;
    }
    const auto limit = std::int64_t(1) << (bits - 1);
    return number >= -limit && number < limit;
}

std::int64_t signExtended(std::uint64_t number, unsigned bits)
{
    if (bits == 0 || bits == 64) {
        return static_cast<std::int64_t>(number);
    }
    const auto sign = std::uint64_t(1) << (bits - 1);
    return static_cast<std::int64_t>((number ^ sign) - sign);
}

// Times are hostile until stored: differences wrap instead of overflowing, which sums undo.
std::int64_t wrappingDifference(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}

std::int64_t wrappingSum(std::int64_t a, std::int64_t b)
{
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

class BitReader
{
public:
    explicit BitReader(const std::vector<std::uint8_t> &bytes)
        : m_bytes(bytes)
    {
    }

    std::uint64_t read(unsigned count)
    {
        std::uint64_t bits = 0;
        while (count > 0) {
            const unsigned left = 8 - m_at % 8;
            const unsigned taken = std::min(left, count);
            const unsigned byte = m_bytes[m_at / 8];
            bits = bits << taken | (byte >> (left - taken) & ((1U << taken) - 1));
            m_at += taken;
            count -= taken;
        }
        return bits;
    }

    std::int64_t readDelta()
    {
        std::size_t row = 0;
        while (row + 1 < kDeltaClasses.size() && read(1) == 1) {
            ++row;
        }
        return signExtended(read(kDeltaClasses[row].bits), kDeltaClasses[row].bits);
    }

    std::uint64_t readValue(std::uint64_t before)
    {
        if (read(1) == 0) {
            return before;
        }
        if (read(1) == 1) {
            const auto leading = static_cast<unsigned>(read(kLeadingBits));
            m_length = static_cast<unsigned>(read(kLengthBits)) + 1;
            m_trailing = 64 - leading - m_length;
        }
        return before ^ read(m_length) << m_trailing;
    }

private:
    const std::vector<std::uint8_t> &m_bytes;
    std::size_t m_at = 0;
    unsigned m_length = 0;
    unsigned m_trailing = 0;
};

} // namespace

SeriesBlock::SeriesBlock(const Sample &first)
    : m_firstMs(msSinceEpoch(first.time))
    , m_firstValue(std::bit_cast<std::uint64_t>(first.value))
    , m_lastMs(m_firstMs)
    , m_lastValue(m_firstValue)
{
}

void SeriesBlock::append(const Sample &sample)
{
    writeTime(msSinceEpoch(sample.time));
    writeValue(std::bit_cast<std::uint64_t>(sample.value));
    ++m_size;
    if (isFull()) {
        m_bits.shrink_to_fit();
    }
}

Sample SeriesBlock::last() const
{
    return {lastTime(), std::bit_cast<double>(m_lastValue)};
}

void SeriesBlock::write(std::uint64_t bits, unsigned count)
{
    while (count > 0) {
        if (m_freeBits == 0) {
            m_bits.push_back(0);
            m_freeBits = 8;
        }
        const auto taken = std::min<unsigned>(m_freeBits, count);
        const auto part = bits >> (count - taken) & ((1U << taken) - 1);
        m_bits.back() = static_cast<std::uint8_t>(m_bits.back() | part << (m_freeBits - taken));
        m_freeBits = static_cast<std::uint8_t>(m_freeBits - taken);
        count -= taken;
    }
}

void SeriesBlock::writeTime(std::int64_t ms)
{
    const auto delta = wrappingDifference(ms, m_lastMs);
    const auto deltaOfDelta = wrappingDifference(delta, m_lastDelta);
    const auto &row = *std::find_if(
        kDeltaClasses.begin(), kDeltaClasses.end(),
        [deltaOfDelta](const DeltaClass &candidate) { return fits(deltaOfDelta, candidate.bits); });
    write(row.prefix, row.prefixBits);
    write(static_cast<std::uint64_t>(deltaOfDelta), row.bits);
    m_lastDelta = delta;
    m_lastMs = ms;
}

void SeriesBlock::writeValue(std::uint64_t bits)
{
    const auto changed = bits ^ m_lastValue;
    m_lastValue = bits;
    if (changed == 0) {
        write(0, 1);
        return;
    }
    const auto leading =
        static_cast<std::uint8_t>(std::min(std::countl_zero(changed), kMaxLeading));
    const auto trailing = static_cast<std::uint8_t>(std::countr_zero(changed));
    if (m_trailing != kNoWindow && leading >= m_leading && trailing >= m_trailing) {
        write(0b10, 2);
        write(changed >> m_trailing, 64U - m_leading - m_trailing);
        return;
    }
    m_leading = leading;
    m_trailing = trailing;
    const auto length = 64U - leading - trailing;
    write(0b11, 2);
    write(leading, kLeadingBits);
    write(length - 1, kLengthBits);
    write(changed >> trailing, length);
}

void SeriesBlock::read(std::vector<Sample> &out) const
{
    BitReader in(m_bits);
    auto ms = m_firstMs;
    auto value = m_firstValue;
    std::int64_t delta = 0;
    out.push_back({wallTimeFromMs(ms), std::bit_cast<double>(value)});
    for (std::size_t i = 1; i < m_size; ++i) {
        delta = wrappingSum(delta, in.readDelta());
        ms = wrappingSum(ms, delta);
        value = in.readValue(value);
        out.push_back({wallTimeFromMs(ms), std::bit_cast<double>(value)});
    }
}

} // namespace foretop::metrics
