// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/line.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace foretop::models {

namespace {

using metrics::Sample;
using Samples = std::vector<Sample>;

constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();
constexpr double kStepsToGap = 3.5;
constexpr Milliseconds kUnknownGap{5 * 60 * 1000};

/// Goes along a line with a time that only grows.
class LineReader
{
public:
    explicit LineReader(const Line &line)
        : m_line(line)
    {
    }
    /// The value that the line has at @p time.
    double at(WallTime time)
    {
        const Samples &samples = m_line.samples;
        while (m_next < samples.size() && samples[m_next].time <= time) {
            ++m_next;
        }
        if (m_next == 0 || time - samples[m_next - 1].time > m_line.gap) {
            return kNoValue;
        }
        return samples[m_next - 1].value;
    }

private:
    const Line &m_line;
    std::size_t m_next = 0;
};

std::vector<WallTime> timesOf(const std::vector<const Line *> &lines)
{
    std::vector<WallTime> times;
    for (const Line *line : lines) {
        for (const Sample &sample : line->samples) {
            times.push_back(sample.time);
        }
    }
    std::sort(times.begin(), times.end());
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

} // namespace

Milliseconds gapOf(const Samples &samples)
{
    constexpr std::size_t kFewestSteps = 2;
    std::vector<Milliseconds> steps;
    for (std::size_t i = 1; i < samples.size(); ++i) {
        steps.push_back(samples[i].time - samples[i - 1].time);
    }
    if (steps.size() < kFewestSteps) {
        return kUnknownGap;
    }
    const auto median = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), median, steps.end());
    return Milliseconds(
        static_cast<Milliseconds::rep>(static_cast<double>(median->count()) * kStepsToGap));
}

Samples sumOf(const std::vector<const Line *> &lines)
{
    std::vector<LineReader> readers;
    for (const Line *line : lines) {
        readers.emplace_back(*line);
    }
    Samples sum;
    for (const WallTime time : timesOf(lines)) {
        double total = kNoValue;
        for (LineReader &reader : readers) {
            const double value = reader.at(time);
            if (!std::isnan(value)) {
                total = std::isnan(total) ? value : total + value;
            }
        }
        sum.push_back({time, total});
    }
    return sum;
}

Samples quotientOf(const Line &line, const Line &divisor)
{
    LineReader reader(divisor);
    Samples quotient;
    quotient.reserve(line.samples.size());
    for (const Sample &sample : line.samples) {
        const double by = reader.at(sample.time);
        quotient.push_back({sample.time, by == 0 ? kNoValue : sample.value / by});
    }
    return quotient;
}

Samples onGrid(const Line &line, WallTime from, WallTime to, Milliseconds step)
{
    LineReader reader(line);
    Samples grid;
    auto next = line.samples.begin();
    for (WallTime time = from; time <= to; time += step) {
        double sum = 0;
        int count = 0;
        for (; next != line.samples.end() && next->time <= time; ++next) {
            if (next->time > time - step && !std::isnan(next->value)) {
                sum += next->value;
                ++count;
            }
        }
        grid.push_back({time, count > 0 ? sum / count : reader.at(time)});
    }
    return grid;
}

} // namespace foretop::models
