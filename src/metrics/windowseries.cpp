// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/windowseries.h"

#include "metrics/windowfunctions.h"

#include <algorithm>

namespace foretop::metrics {
namespace {

bool usesRuns(WindowFunction function)
{
    return function == &window::min || function == &window::max || function == &window::sum ||
           function == &window::avg;
}

double better(double best, double value, bool isMax)
{
    const bool isBetter = isMax ? value > best : value < best;
    return isBetter || std::isnan(best) ? value : best;
}

} // namespace

WindowSeries::WindowSeries(std::span<const Sample> samples, WindowFunction function)
    : m_samples(samples)
    , m_function(function)
    , m_isCounter(function == &window::rate || function == &window::increase)
{
    if (m_isCounter) {
        findResets();
    }
}

double WindowSeries::result(Window window)
{
    const auto begin = static_cast<std::size_t>(window.samples.data() - m_samples.data());
    const auto end = begin + window.samples.size();
    if (m_isCounter) {
        window.lost = lostIn(begin, end);
    }
    if (window.samples.size() < kFewestToUseRuns || !usesRuns(m_function)) {
        return m_function(window);
    }
    if (m_runs.empty()) {
        makeRuns();
    }
    if (m_function == &window::min || m_function == &window::max) {
        return extreme(begin, end, m_function == &window::max);
    }
    const auto total = sum(begin, end);
    if (!total) {
        return m_function(window);
    }
    const auto count = static_cast<double>(window.samples.size());
    return m_function == &window::sum ? total->value() : total->value() / count;
}

void WindowSeries::findResets()
{
    for (std::size_t i = 1; i < m_samples.size(); ++i) {
        if (m_samples[i].value < m_samples[i - 1].value) {
            m_resets.push_back(i);
            m_lost.push_back(m_samples[i - 1].value);
        }
    }
}

/// Of the samples from @p begin to before @p end.
std::span<const double> WindowSeries::lostIn(std::size_t begin, std::size_t end) const
{
    const auto first = std::upper_bound(m_resets.begin(), m_resets.end(), begin);
    const auto last = std::lower_bound(first, m_resets.end(), end);
    return std::span(m_lost).subspan(static_cast<std::size_t>(first - m_resets.begin()),
                                     static_cast<std::size_t>(last - first));
}

/// Only of whole runs: those that do not fill one are looked at one by one.
void WindowSeries::makeRuns()
{
    m_runs.resize(m_samples.size() / kRun);
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        auto &run = m_runs[i];
        const auto samples = m_samples.subspan(i * kRun, kRun);
        run.min = run.max = samples.front().value;
        for (const auto &sample : samples) {
            run.min = better(run.min, sample.value, false);
            run.max = better(run.max, sample.value, true);
            run.sum.add(sample.value);
        }
        run.isFinite = std::isfinite(run.sum.head());
    }
}

double WindowSeries::extreme(std::size_t begin, std::size_t end, bool isMax) const
{
    double best = m_samples[begin].value;
    for (auto at = begin; at < end;) {
        if (at % kRun == 0 && end - at >= kRun) {
            const auto &run = m_runs[at / kRun];
            best = better(best, isMax ? run.max : run.min, isMax);
            at += kRun;
        } else {
            best = better(best, m_samples[at].value, isMax);
            ++at;
        }
    }
    return best;
}

std::optional<ExactSum> WindowSeries::sum(std::size_t begin, std::size_t end) const
{
    ExactSum sum;
    for (auto at = begin; at < end;) {
        if (at % kRun == 0 && end - at >= kRun) {
            if (!m_runs[at / kRun].isFinite) {
                return {};
            }
            sum.add(m_runs[at / kRun].sum);
            at += kRun;
        } else {
            sum.add(m_samples[at].value);
            ++at;
        }
    }
    return std::isfinite(sum.head()) ? std::optional(sum) : std::nullopt;
}

} // namespace foretop::metrics
