// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/functions.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace foretop::metrics {
namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

double perSecond(const Sample &before, const Sample &after)
{
    const auto elapsed = after.time - before.time;
    if (elapsed.count() <= 0 || std::isnan(before.value)) {
        return kNaN;
    }
    const double increase = after.value < before.value ? after.value : after.value - before.value;
    return increase * 1000.0 / static_cast<double>(elapsed.count());
}

/// What one column keeps of its samples.
class Column
{
public:
    void add(const Sample &sample)
    {
        if (std::isnan(sample.value)) {
            m_gap = m_gap ? m_gap : &sample;
            return;
        }
        m_least = !m_least || sample.value < m_least->value ? &sample : m_least;
        m_greatest = !m_greatest || sample.value > m_greatest->value ? &sample : m_greatest;
    }

    /// Moves what was kept to the end of @p out, in order of time.
    void flush(std::vector<Sample> &out)
    {
        // Samples lie in one vector, so that their addresses are in order of time.
        const Sample *kept[] = {m_least, m_greatest, m_gap};
        std::sort(std::begin(kept), std::end(kept), std::less<>());
        const Sample *before = nullptr;
        for (const auto *sample : kept) {
            if (sample && sample != before) {
                out.push_back(*sample);
            }
            before = sample;
        }
        *this = {};
    }

private:
    const Sample *m_least = nullptr;
    const Sample *m_greatest = nullptr;
    const Sample *m_gap = nullptr;
};

} // namespace

std::vector<Sample> rate(const std::vector<Sample> &counter)
{
    std::vector<Sample> rates;
    rates.reserve(counter.size());
    for (std::size_t i = 1; i < counter.size(); ++i) {
        rates.push_back({counter[i].time, perSecond(counter[i - 1], counter[i])});
    }
    return rates;
}

std::vector<Sample> downsample(const std::vector<Sample> &samples, WallTime from, WallTime to,
                               std::size_t columns)
{
    if (samples.size() <= 2 * columns) {
        return samples;
    }
    const auto begin = std::partition_point(samples.begin(), samples.end(),
                                            [from](const Sample &s) { return s.time < from; });
    const auto end =
        std::partition_point(begin, samples.end(), [to](const Sample &s) { return s.time <= to; });
    std::vector<Sample> out;
    out.reserve(2 * columns + 2);
    if (begin != samples.begin()) {
        out.push_back(*std::prev(begin));
    }
    const auto span = static_cast<double>((to - from).count() + 1);
    Column column;
    std::size_t current = 0;
    for (auto at = begin; at != end && columns > 0; ++at) {
        const auto part = static_cast<double>((at->time - from).count()) / span;
        const auto index = static_cast<std::size_t>(part * static_cast<double>(columns));
        if (index != current) {
            column.flush(out);
            current = index;
        }
        column.add(*at);
    }
    column.flush(out);
    if (end != samples.end()) {
        out.push_back(*end);
    }
    return out;
}

std::vector<Sample> markGaps(const std::vector<Sample> &samples, Milliseconds gap)
{
    std::vector<Sample> out;
    out.reserve(samples.size());
    for (const auto &sample : samples) {
        if (!out.empty() && sample.time - out.back().time > gap) {
            out.push_back({out.back().time + (sample.time - out.back().time) / 2, kNaN});
        }
        out.push_back(sample);
    }
    return out;
}

} // namespace foretop::metrics
