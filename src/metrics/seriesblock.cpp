// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/seriesblock.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace foretop::metrics {
namespace {

// A delta of deltas is a row's prefix (as many ones as the row's index, then a zero but for the
// last row) and that many bits of two's complement. The paper's widths are for seconds; these, for
// milliseconds, cover a jitter of 63 ms, 8 s and 9 min.
struct DeltaClass
{
    unsigned prefixBits;
    std::uint64_t prefix;
    unsigned bits;
};
constexpr std::array<DeltaClass, 5> kDeltaClasses{{
    {1, 0b0, 0},
    {2, 0b10, 7},
    {3, 0b110, 14},
    {4, 0b1110, 20},
    {4, 0b1111, 64},
}};

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

std::int64_t readDelta(BitReader &in)
{
    std::size_t row = 0;
    while (row + 1 < kDeltaClasses.size() && in.readBit()) {
        ++row;
    }
    return signExtended(in.read(kDeltaClasses[row].bits), kDeltaClasses[row].bits);
}

} // namespace

SeriesBlock::SeriesBlock(const Sample &first)
    : m_own(std::make_unique<OwnTimes>())
    , m_first(first.value)
    , m_last(first.value)
{
    m_own->firstMs = m_own->lastMs = msSinceEpoch(first.time);
    aggregate(first.value);
}

SeriesBlock::SeriesBlock(std::shared_ptr<TimeChunk> times, std::size_t index, double first)
    : m_times(std::move(times))
    , m_first(first)
    , m_last(first)
    , m_timesIndex(static_cast<std::uint16_t>(index))
{
    aggregate(first);
}

SeriesBlock::SeriesBlock(const SeriesBlock &other)
    : m_times(other.m_times)
    , m_own(other.m_own ? std::make_unique<OwnTimes>(*other.m_own) : nullptr)
    , m_values(other.m_values)
    , m_first(other.m_first)
    , m_last(other.m_last)
    , m_min(other.m_min)
    , m_max(other.m_max)
    , m_sum(other.m_sum)
    , m_timesIndex(other.m_timesIndex)
    , m_size(other.m_size)
    , m_count(other.m_count)
    , m_same(other.m_same)
    , m_writer(other.m_writer)
    , m_isDecimal(other.m_isDecimal)
    , m_isSealed(other.m_isSealed)
{
}

void SeriesBlock::append(const Sample &sample)
{
    writeTime(msSinceEpoch(sample.time));
    appendValue(sample.value);
}

void SeriesBlock::appendShared(double value)
{
    appendValue(value);
}

void SeriesBlock::appendValue(double value)
{
    const auto before = std::bit_cast<std::uint64_t>(m_last);
    const auto bits = std::bit_cast<std::uint64_t>(value);
    if (m_same == m_size && bits == before) {
        ++m_same;
    } else {
        m_writer.write(m_values, before, bits);
    }
    m_last = value;
    ++m_size;
    aggregate(value);
    if (isFull()) {
        seal();
    }
}

void SeriesBlock::aggregate(double value)
{
    if (std::isnan(value)) {
        return;
    }
    m_min = m_count == 0 ? value : std::min(m_min, value);
    m_max = m_count == 0 ? value : std::max(m_max, value);
    m_sum += value;
    ++m_count;
}

void SeriesBlock::seal()
{
    if (m_isSealed) {
        return;
    }
    m_isSealed = true;
    if (m_own) {
        m_own->bits.shrink();
    }
    if (m_same < m_size) {
        std::array<double, kMaxSamples> values;
        const std::span used(values.data(), m_size);
        readValues(used);
        auto decimal = writeDecimal(used);
        if (decimal && decimal->bits() < m_values.bits()) {
            m_values = std::move(*decimal);
            m_isDecimal = true;
        }
    }
    m_values.shrink();
}

WallTime SeriesBlock::firstTime() const
{
    return m_times ? m_times->at(m_timesIndex) : wallTimeFromMs(m_own->firstMs);
}

WallTime SeriesBlock::lastTime() const
{
    return m_times ? m_times->at(nextSharedIndex() - 1) : wallTimeFromMs(m_own->lastMs);
}

Sample SeriesBlock::first() const
{
    return {firstTime(), m_first};
}

Sample SeriesBlock::last() const
{
    return {lastTime(), m_last};
}

Milliseconds SeriesBlock::usualStep() const
{
    if (m_size < 2) {
        return Milliseconds(0);
    }
    if (m_own) {
        return Milliseconds(wrappingDifference(m_own->lastMs, m_own->firstMs) / (m_size - 1));
    }
    std::array<Milliseconds, 9> steps{};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto at = m_timesIndex + i * (m_size - 2U) / (steps.size() - 1);
        steps[i] = m_times->at(at + 1) - m_times->at(at);
    }
    const auto middle = steps.begin() + steps.size() / 2;
    std::nth_element(steps.begin(), middle, steps.end());
    return *middle;
}

void SeriesBlock::writeTime(std::int64_t ms)
{
    const auto delta = wrappingDifference(ms, m_own->lastMs);
    const auto deltaOfDelta = wrappingDifference(delta, m_own->lastDelta);
    const auto &row = *std::find_if(
        kDeltaClasses.begin(), kDeltaClasses.end(),
        [deltaOfDelta](const DeltaClass &candidate) { return fits(deltaOfDelta, candidate.bits); });
    m_own->bits.write(row.prefix, row.prefixBits);
    m_own->bits.write(static_cast<std::uint64_t>(deltaOfDelta), row.bits);
    m_own->lastDelta = delta;
    m_own->lastMs = ms;
}

void SeriesBlock::readTimes(std::array<WallTime, kMaxSamples> &times) const
{
    if (m_times) {
        for (std::size_t i = 0; i < m_size; ++i) {
            times[i] = m_times->at(m_timesIndex + i);
        }
        return;
    }
    BitReader in(m_own->bits);
    auto ms = m_own->firstMs;
    std::int64_t delta = 0;
    times[0] = wallTimeFromMs(ms);
    for (std::size_t i = 1; i < m_size; ++i) {
        delta = wrappingSum(delta, readDelta(in));
        ms = wrappingSum(ms, delta);
        times[i] = wallTimeFromMs(ms);
    }
}

void SeriesBlock::readValues(std::span<double> values) const
{
    if (m_isDecimal) {
        readDecimal(m_values, values);
        return;
    }
    std::fill_n(values.begin(), m_same, m_first);
    readXor(m_values, std::bit_cast<std::uint64_t>(m_first), values.subspan(m_same));
}

void SeriesBlock::read(Samples &out) const
{
    readTimes(out.times);
    readValues({out.values.data(), m_size});
}

void SeriesBlock::read(std::vector<Sample> &out) const
{
    Samples samples;
    read(samples);
    for (std::size_t i = 0; i < m_size; ++i) {
        out.push_back({samples.times[i], samples.values[i]});
    }
}

std::size_t SeriesBlock::heapBytes() const
{
    constexpr std::size_t kOwnBytes = (sizeof(OwnTimes) + 8 + 15) / 16 * 16;
    return m_values.heapBytes() + (m_own ? kOwnBytes + m_own->bits.heapBytes() : 0);
}

} // namespace foretop::metrics
