// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a worker does for one panel, for bench/metrics/run: one figure a line, "name value".
#include "models/panelcompute.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

using namespace foretop;
using namespace foretop::models;

namespace {

constexpr std::int64_t kNow = 1'700'000'000'000;

/// A day of @p series each second.
void fill(metrics::SeriesStore &store, int series)
{
    std::vector<metrics::SeriesSample> samples;
    for (int i = 0; i < series; ++i) {
        samples.push_back({{"temperature_celsius", {{"core", std::to_string(i)}}}, {}});
    }
    for (int second = -86'400; second < 0; ++second) {
        for (std::size_t i = 0; i < samples.size(); ++i) {
            const double value = 40 + 10 * std::sin(double(second) / 600 + double(i));
            samples[i].sample = {wallTimeFromMs(kNow + second * 1000LL),
                                 std::round(value * 10) / 10};
        }
        store.append("bench", samples);
    }
}

void measure(const char *name, const metrics::SeriesStore &store, const char *expression)
{
    constexpr int kRuns = 21;
    PanelRequest request;
    request.spec.targets.append({.expression = QString::fromLatin1(expression), .legend = {}});
    request.window =
        windowOf({.range = Milliseconds(86'400'000), .columns = 1'200}, {}, wallTimeFromMs(kNow));
    std::vector<double> times;
    for (int run = 0; run < kRuns; ++run) {
        const auto begin = std::chrono::steady_clock::now();
        if (computePanel(request, store, {}).series.isEmpty()) {
            fmt::print(stderr, "{} has no answer\n", expression);
        }
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
                .count());
    }
    std::nth_element(times.begin(), times.begin() + kRuns / 2, times.end());
    fmt::print("{} {:.3f}\n", name, times[kRuns / 2]);
}

} // namespace

int main()
{
    metrics::SeriesStore one;
    fill(one, 1);
    measure("panel_day_ms", one, "temperature_celsius");
    measure("panel_day_mean_ms", one, "avg_over_time(temperature_celsius[$__interval])");
    metrics::SeriesStore ten;
    fill(ten, 10);
    measure("panel_day_ten_ms", ten, "temperature_celsius");
    return 0;
}
