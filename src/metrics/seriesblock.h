// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/sample.h"
#include "metrics/timechunk.h"
#include "metrics/valuecodec.h"

#include <array>
#include <memory>

namespace foretop::metrics {

/// A run of samples of one series in order of time, compressed, with the aggregates of all its
/// values. Exact for every double, NaN payloads included. Its times are those of a TimeChunk, or
/// its own as deltas of deltas (after Gorilla, see XorWriter). Its values cost nothing as long as
/// they are the first one, else they are kept as XorWriter does, and once sealed by writeDecimal()
/// where that is shorter. Not thread-safe.
class SeriesBlock
{
public:
    static constexpr std::size_t kMaxSamples = TimeChunk::kMaxTimes;

    /// With times of its own.
    explicit SeriesBlock(const Sample &first);
    /// With the times of @p times from @p index on.
    SeriesBlock(std::shared_ptr<TimeChunk> times, std::size_t index, double first);
    SeriesBlock(const SeriesBlock &other);
    SeriesBlock(SeriesBlock &&) noexcept = default;
    SeriesBlock &operator=(const SeriesBlock &other) { return *this = SeriesBlock(other); }
    SeriesBlock &operator=(SeriesBlock &&) noexcept = default;
    ~SeriesBlock() = default;

    bool isFull() const { return m_size == kMaxSamples; }
    /// @p sample must be newer than last(), and the block not full nor sealed, with times of its
    /// own. A block that is full after it is sealed.
    void append(const Sample &sample);
    /// The same for the next time of the times that are shared.
    void appendShared(double value);
    /// To be called when nothing will be appended: compresses it once more.
    void seal();

    /// Null when it has times of its own.
    const std::shared_ptr<TimeChunk> &sharedTimes() const { return m_times; }
    /// The index in these that would be next.
    std::size_t nextSharedIndex() const { return m_timesIndex + m_size; }

    std::size_t size() const { return m_size; }
    WallTime firstTime() const;
    WallTime lastTime() const;
    Sample first() const;
    Sample last() const;
    /// The middle of the distances between some neighbours; zero when there are none.
    Milliseconds usualStep() const;

    /// Over the values that are not NaN.
    struct Aggregates
    {
        double min = 0;
        double max = 0;
        double sum = 0;
        std::size_t count = 0;
    };
    Aggregates aggregates() const { return {m_min, m_max, m_sum, m_count}; }

    struct Samples
    {
        std::array<WallTime, kMaxSamples> times;
        std::array<double, kMaxSamples> values;
    };
    /// Fills the first size() of @p out.
    void read(Samples &out) const;
    /// Adds all samples to the end of @p out.
    void read(std::vector<Sample> &out) const;

    /// Memory held besides the object itself and the shared times.
    std::size_t heapBytes() const;

private:
    struct OwnTimes
    {
        std::int64_t firstMs = 0;
        std::int64_t lastMs = 0;
        std::int64_t lastDelta = 0;
        BitBuffer bits;
    };

    void appendValue(double value);
    void aggregate(double value);
    void writeTime(std::int64_t ms);
    void readTimes(std::array<WallTime, kMaxSamples> &times) const;
    void readValues(std::span<double> values) const;

    std::shared_ptr<TimeChunk> m_times;
    std::unique_ptr<OwnTimes> m_own; // exactly one of the two is there
    BitBuffer m_values;              // from m_same on, or all when m_isDecimal
    double m_first;
    double m_last;
    double m_min = 0;
    double m_max = 0;
    double m_sum = 0;
    std::uint16_t m_timesIndex = 0;
    std::uint16_t m_size = 1;
    std::uint16_t m_count = 0;
    std::uint16_t m_same = 1; // values from the start that are alike
    XorWriter m_writer;
    bool m_isDecimal = false;
    bool m_isSealed = false;
};

} // namespace foretop::metrics
