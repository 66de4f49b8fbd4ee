// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/exactsum.h"
#include "metrics/function.h"

#include <optional>

namespace foretop::metrics {

/// A series of which a function is asked for one window after the other. Where windows overlap it
/// does not look at every sample of each again: of a counter it remembers the resets, and of long
/// windows it takes minima, maxima and sums of runs of samples. Results are those of the function
/// but for the last digits of a sum or mean.
class WindowSeries
{
public:
    /// @p samples must stay.
    WindowSeries(std::span<const Sample> samples, WindowFunction function);

    /// @p window is of the samples.
    double result(Window window);

private:
    static constexpr std::size_t kRun = 64;
    /// Shorter ones are looked at sample by sample.
    static constexpr std::size_t kFewestToUseRuns = 4 * kRun;

    struct Run
    {
        double min = 0;
        double max = 0;
        ExactSum sum;
        bool isFinite = true; ///< all values and their sum
    };

    void findResets();
    void makeRuns();
    std::span<const double> lostIn(std::size_t begin, std::size_t end) const;
    double extreme(std::size_t begin, std::size_t end, bool isMax) const;
    /// Nothing where a value or the sum is not finite.
    std::optional<ExactSum> sum(std::size_t begin, std::size_t end) const;

    const std::span<const Sample> m_samples;
    const WindowFunction m_function;
    const bool m_isCounter;
    std::vector<std::size_t> m_resets; // indexes of samples that are less than the one before
    std::vector<double> m_lost;        // the value before each of these
    std::vector<Run> m_runs;
};

} // namespace foretop::metrics
