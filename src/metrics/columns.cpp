// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/columns.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace foretop::metrics {
namespace {

Milliseconds gapFor(Milliseconds step)
{
    return step.count() <= 0 ? kUnknownGap
                             : Milliseconds(static_cast<Milliseconds::rep>(
                                   static_cast<double>(step.count()) * kStepsToGap));
}

class ColumnBuilder
{
public:
    ColumnBuilder(WallTime from, WallTime to, std::size_t columns)
        : m_from(from)
        , m_to(to)
    {
        m_out.columns.resize(columns);
        while ((distance(from, to) >> m_shift) >= UINT64_MAX / columns - 1) {
            ++m_shift;
        }
        m_span = (distance(from, to) >> m_shift) + 1;
    }

    void add(const SeriesBlock &block);
    ColumnSeries take() { return std::move(m_out); }

private:
    // Without sign, as times are hostile and differences would overflow.
    static std::uint64_t distance(WallTime a, WallTime b)
    {
        return static_cast<std::uint64_t>(msSinceEpoch(b)) -
               static_cast<std::uint64_t>(msSinceEpoch(a));
    }
    std::size_t columnOf(WallTime time) const;
    void seek(WallTime time);
    bool isGap(WallTime time) const;
    void addWhole(const SeriesBlock &block);
    void addSample(WallTime time, double value);
    Column &open(WallTime time, double value);

    const WallTime m_from;
    const WallTime m_to;
    std::uint64_t m_span = 0;
    unsigned m_shift = 0; // of distances, so that times the columns they fit
    ColumnSeries m_out;
    std::size_t m_column = 0;       // of the value before
    std::uint64_t m_columnEnd = 0;  // its end, as the distance from m_from
    std::optional<WallTime> m_last; // time of the value before
    bool m_isBroken = false;        // by a NaN since then
    Milliseconds m_gap{0};
    Milliseconds m_lastStep{0};
};

std::size_t ColumnBuilder::columnOf(WallTime time) const
{
    return (distance(m_from, time) >> m_shift) * m_out.columns.size() / m_span;
}

/// Makes the column of @p time the current one. One division a column, not one a sample.
void ColumnBuilder::seek(WallTime time)
{
    if (distance(m_from, time) < m_columnEnd) {
        return;
    }
    const auto columns = m_out.columns.size();
    m_column = columnOf(time);
    m_columnEnd = ((m_column + 1) * m_span + columns - 1) / columns << m_shift;
}

bool ColumnBuilder::isGap(WallTime time) const
{
    return m_isBroken ||
           distance(*m_last, time) > static_cast<std::uint64_t>(std::max(m_gap.count(), {}));
}

void ColumnBuilder::add(const SeriesBlock &block)
{
    const auto step = block.usualStep();
    m_gap = gapFor(std::max(step, m_lastStep));
    const auto first = block.firstTime();
    const auto last = block.lastTime();
    const bool isWhole = first >= m_from && last <= m_to &&
                         block.aggregates().count == block.size() &&
                         columnOf(first) == columnOf(last);
    if (isWhole) {
        addWhole(block);
    } else {
        SeriesBlock::Samples samples;
        block.read(samples);
        for (std::size_t i = 0; i < block.size(); ++i) {
            addSample(samples.times[i], samples.values[i]);
            // Steps of the block before say nothing once inside of this one.
            m_gap = i == 0 ? gapFor(step) : m_gap;
        }
    }
    m_lastStep = step;
}

/// The column of a value, begun when it is its first one.
Column &ColumnBuilder::open(WallTime time, double value)
{
    seek(time);
    auto &column = m_out.columns[m_column];
    if (column.count == 0) {
        column = {.firstTime = time,
                  .lastTime = time,
                  .first = value,
                  .last = value,
                  .min = value,
                  .max = value,
                  .sum = 0,
                  .count = 0,
                  .isAfterGap = m_last && isGap(time)};
        if (column.isAfterGap && *m_last < m_from) {
            m_out.before.reset();
        }
    }
    m_isBroken = false;
    return column;
}

void ColumnBuilder::addWhole(const SeriesBlock &block)
{
    const auto [min, max, sum, count] = block.aggregates();
    const auto first = block.first();
    auto &column = open(first.time, first.value);
    column.lastTime = block.lastTime();
    column.last = block.last().value;
    column.min = std::min(column.min, min);
    column.max = std::max(column.max, max);
    column.sum += sum;
    column.count += count;
    m_last = column.lastTime;
}

void ColumnBuilder::addSample(WallTime time, double value)
{
    if (std::isnan(value)) {
        m_isBroken = true;
        if (time <= m_to && m_last && *m_last < m_from) {
            m_out.before.reset();
        }
        return;
    }
    if (time < m_from) {
        m_out.before = Sample{time, value};
        m_isBroken = false;
    } else if (time <= m_to) {
        auto &column = open(time, value);
        column.lastTime = time;
        column.last = value;
        column.min = std::min(column.min, value);
        column.max = std::max(column.max, value);
        column.sum += value;
        ++column.count;
    } else {
        if (!m_out.after && m_last && !isGap(time)) {
            m_out.after = Sample{time, value};
        }
        m_isBroken = true; // one value after the range is enough
    }
    m_last = time;
}

} // namespace

ColumnSeries columnsOf(std::span<const SeriesBlock> blocks, WallTime from, WallTime to,
                       std::size_t columns)
{
    if (columns == 0 || to < from) {
        return {};
    }
    ColumnBuilder builder(from, to, std::min(columns, kMaxColumns));
    auto begin = std::partition_point(blocks.begin(), blocks.end(),
                                      [from](const auto &b) { return b.lastTime() < from; });
    auto end = std::partition_point(begin, blocks.end(),
                                    [to](const auto &b) { return b.firstTime() <= to; });
    // A neighbour on each side has the values before and after.
    begin -= begin == blocks.begin() ? 0 : 1;
    end += end == blocks.end() ? 0 : 1;
    std::for_each(begin, end, [&builder](const auto &block) { builder.add(block); });
    return builder.take();
}

} // namespace foretop::metrics
