// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/heatmapbuilder.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

#include <fmt/format.h>

namespace foretop::models {

namespace {

constexpr double kNoValue = std::numeric_limits<double>::quiet_NaN();

std::optional<double> boundOf(const metrics::SeriesKey &key)
{
    const auto label = std::find_if(key.labels.begin(), key.labels.end(),
                                    [](const auto &one) { return one.first == "le"; });
    if (label == key.labels.end()) {
        return {};
    }
    std::string_view text = label->second;
    if (text.starts_with('+')) {
        text.remove_prefix(1);
    }
    double bound = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), bound);
    if (error != std::errc() || end != text.data() + text.size() || std::isnan(bound)) {
        return {};
    }
    return bound;
}

} // namespace

HeatMapBuilder::HeatMapBuilder(const PanelWindow &window)
    // A column stands for the step before its moment, of which the one before the range shows none.
    : m_first(window.firstMoment + window.step)
    , m_step(window.step)
    , m_columns(window.lastMoment < m_first
                    ? 0
                    : static_cast<std::size_t>((window.lastMoment - m_first) / m_step) + 1)
{
}

Result<void> HeatMapBuilder::add(const metrics::Matrix &matrix)
{
    for (const metrics::ResultSeries &series : matrix) {
        const auto bound = boundOf(series.key);
        if (!bound) {
            return fail(ErrorCode::WrongType,
                        fmt::format("{} is not a bucket of a histogram: it has no number \"le\"",
                                    series.key.text()));
        }
        if (m_buckets.size() >= kMaxBuckets && !m_buckets.contains(*bound)) {
            return fail(ErrorCode::TooLarge, fmt::format("more than {} buckets", kMaxBuckets));
        }
        auto &values = m_buckets[*bound];
        values.resize(m_columns, kNoValue);
        for (const metrics::Sample &sample : series.samples) {
            const auto column = (sample.time - m_first) / m_step;
            if (sample.time < m_first || column >= static_cast<std::int64_t>(m_columns) ||
                !std::isfinite(sample.value)) {
                continue;
            }
            double &value = values[static_cast<std::size_t>(column)];
            value = std::isnan(value) ? sample.value : value + sample.value;
        }
    }
    return {};
}

std::optional<HeatMap> HeatMapBuilder::take() const
{
    if (m_buckets.empty()) {
        return {};
    }
    HeatMap map;
    map.firstMs = msSinceEpoch(m_first);
    map.stepMs = m_step.count();
    map.columns = static_cast<int>(m_columns);
    map.values.reserve(static_cast<qsizetype>(m_buckets.size() * m_columns));
    std::vector<double> below(m_columns, 0);
    for (const auto &[bound, values] : m_buckets) {
        map.bounds.append(bound);
        for (std::size_t column = 0; column < m_columns; ++column) {
            const double inBucket = std::max(values[column] - below[column], 0.0);
            map.values.append(std::isnan(values[column]) ? kNoValue : inBucket);
            if (!std::isnan(values[column])) {
                below[column] = std::max(below[column], values[column]);
                map.greatest = std::max(map.greatest, inBucket);
            }
        }
    }
    return map;
}

} // namespace foretop::models
