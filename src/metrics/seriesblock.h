// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/sample.h"

namespace foretop::metrics {

/// A run of samples of one series in order of time, compressed after Pelkonen et al., "Gorilla: A
/// Fast, Scalable, In-Memory Time Series Database" (VLDB 2015): times as deltas of deltas, values
/// as the bits that differ from the value before. Exact for every double, NaN payloads included.
/// Regular samples of a constant take two bits each. Not thread-safe.
class SeriesBlock
{
public:
    static constexpr std::size_t kMaxSamples = 240;

    explicit SeriesBlock(const Sample &first);

    bool isFull() const { return m_size == kMaxSamples; }
    /// @p sample must be newer than last(), and the block not full. A block that is full after it
    /// gives back what memory it does not need.
    void append(const Sample &sample);

    std::size_t size() const { return m_size; }
    WallTime firstTime() const { return wallTimeFromMs(m_firstMs); }
    WallTime lastTime() const { return wallTimeFromMs(m_lastMs); }
    Sample last() const;
    /// Adds all samples to the end of @p out.
    void read(std::vector<Sample> &out) const;

    /// Memory held besides the object itself.
    std::size_t heapBytes() const { return m_bits.capacity(); }

private:
    void write(std::uint64_t bits, unsigned count);
    void writeTime(std::int64_t ms);
    void writeValue(std::uint64_t bits);

    std::vector<std::uint8_t> m_bits;
    std::int64_t m_firstMs;
    std::uint64_t m_firstValue;
    std::int64_t m_lastMs;
    std::int64_t m_lastDelta = 0;
    std::uint64_t m_lastValue;
    std::uint16_t m_size = 1;
    std::uint8_t m_freeBits = 0;    // of the last byte
    std::uint8_t m_leading = 0;     // zeros before and after the bits of the last value that
    std::uint8_t m_trailing = 0xFF; // came with a window of its own; 0xFF: none yet
};

} // namespace foretop::metrics
