// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/shopmetrics.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <random>

#include <fmt/format.h>

namespace foretop::metrics {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr int kScrapes = 720; // every 15 s

class Shop
{
public:
    std::vector<SeriesSample> build()
    {
        requests();
        durations();
        gauges();
        flapping();
        return std::move(m_samples);
    }

private:
    /// Adds a series of what @p valueAt gives for each scrape, without those for which @p isThere
    /// says no.
    void series(
        std::string name, Labels labels, const std::function<double(int)> &valueAt,
        const std::function<bool(int)> &isThere = [](int) { return true; })
    {
        std::sort(labels.begin(), labels.end());
        const int phase = int(m_random() % 15'000);
        for (int i = 0; i < kScrapes; ++i) {
            const auto late = int(m_random() % 40);
            const double value = valueAt(i);
            if (isThere(i)) {
                m_samples.push_back(
                    {{name, labels},
                     {kShopStart + Milliseconds(15'000 * i + phase + late), value}});
            }
        }
    }

    void requests()
    {
        for (const char *instance : {"web-1", "web-2", "web-3"}) {
            for (const char *method : {"GET", "POST"}) {
                for (const char *code : {"200", "404", "500"}) {
                    double count = 0;
                    const int resetEvery = 150 + int(m_random() % 300);
                    series("http_requests_total",
                           {{"instance", instance}, {"method", method}, {"code", code}},
                           [&](int i) {
                               count = i % resetEvery == 0 ? 0 : count;
                               return count += double(m_random() % (code[0] == '2' ? 90 : 4));
                           });
                }
            }
        }
    }

    void durations()
    {
        const std::vector<std::pair<const char *, double>> bounds{
            {"0.005", 0.1}, {"0.05", 0.4}, {"0.5", 0.8}, {"2.5", 0.95}, {"+Inf", 1}};
        for (const char *handler : {"/", "/cart", "/old \"quoted\" \\ ümläut"}) {
            for (const char *instance : {"web-1", "web-2"}) {
                for (const auto &[bound, share] : bounds) {
                    if (handler[1] == 'o' && bound[0] == '+') {
                        continue; // a histogram without its last bucket
                    }
                    double count = 0;
                    series(
                        "http_request_duration_seconds_bucket",
                        {{"handler", handler}, {"instance", instance}, {"le", bound}},
                        [&, part = share](int) {
                            // Each bucket grows by its own chance, so that some fall behind.
                            return count += std::floor(part * double(m_random() % 50));
                        },
                        [&](int i) { return i % 200 < 180 || bound[2] != '0'; });
                }
            }
        }
    }

    void gauges()
    {
        for (const char *instance : {"web-1", "web-2", "web-3"}) {
            series("memory_bytes", {{"instance", instance}, {"kind", "used"}}, [&](int i) {
                return 1e9 + 4e8 * std::sin(i * 0.05) + double(m_random() % 1'000'000);
            });
            series("memory_limit_bytes",
                   {{"instance", instance}, {"zone", instance[4] == '1' ? "east" : "west"}},
                   [](int) { return 2e9; });
            series("build_info", {{"instance", instance}, {"version", "1.2"}},
                   [](int) { return 1; });
        }
        series("temperature_celsius", {{"sensor", "cpu"}}, [&](int i) {
            return i % 97 == 0 ? kNaN : 40 + 20 * std::sin(i * 0.11) - double(m_random() % 60);
        });
        series("temperature_celsius", {{"sensor", "odd"}}, [&](int i) {
            const std::vector<double> odd{kInfinity, -kInfinity, kNaN,   0,
                                          -0.0,      1e300,      -1e300, 2.3e-308};
            return i % 5 == 0 ? odd[std::size_t(i / 5) % odd.size()] : double(i % 7);
        });
        series("node:load:avg", {}, [](int i) { return i % 10; });
        series("queue_length", {{"queue", "mail"}}, [&](int) { return double(m_random() % 3); });
        series("queue_length", {{"queue", "bill"}}, [&](int) { return double(m_random() % 3); });
        series("queue_length", {{"queue", "ship"}}, [](int) { return 2; });
    }

    void flapping()
    {
        series(
            "session_count", {{"instance", "web-1"}}, [](int i) { return i; },
            [](int i) { return i % 90 < 40; });
        series(
            "session_count", {{"instance", "web-2"}}, [](int i) { return i * 2; },
            [](int i) { return i % 47 == 0; });
    }

    std::mt19937 m_random{42};
    std::vector<SeriesSample> m_samples;
};

std::string valueText(double value)
{
    if (std::isnan(value)) {
        return "NaN";
    }
    return std::isinf(value) ? (value > 0 ? "+Inf" : "-Inf") : fmt::format("{}", value);
}

} // namespace

std::vector<SeriesSample> shopSamples()
{
    return Shop().build();
}

QByteArray openMetrics(const std::vector<SeriesSample> &samples, const QByteArray &source)
{
    std::string text;
    for (const auto &[key, sample] : samples) {
        auto labelled = key;
        labelled.labels.emplace_back("source", source.toStdString());
        text += fmt::format("{} {} {:.3f}\n", labelled.text(), valueText(sample.value),
                            double(msSinceEpoch(sample.time)) / 1000);
    }
    return QByteArray::fromStdString(text + "# EOF\n");
}

} // namespace foretop::metrics
