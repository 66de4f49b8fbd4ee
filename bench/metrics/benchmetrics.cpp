// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The metrics engine alone, for bench/metrics/run: one figure a line, "name value".
#include "metrics/evaluator.h"
#include "metrics/seriesstore.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <sys/resource.h>

using namespace foretop;
using namespace foretop::metrics;

namespace {

constexpr std::string_view kUsage = "usage: benchmetrics parse RECORDING\n"
                                    "       benchmetrics store RECORDING\n"
                                    "       benchmetrics append\n"
                                    "       benchmetrics draw\n"
                                    "       benchmetrics evaluate\n"
                                    "RECORDING: as record.py writes it\n";

struct Page
{
    WallTime time;
    std::string_view text;
};

std::vector<Page> pagesOf(std::string_view recording)
{
    constexpr std::string_view kHead = "# scrape ";
    std::vector<Page> pages;
    while (recording.starts_with(kHead)) {
        std::int64_t ms = 0;
        std::size_t size = 0;
        const auto end = recording.find('\n');
        const auto *at = recording.data() + kHead.size();
        at = std::from_chars(at, recording.data() + end, ms).ptr;
        std::from_chars(at + 1, recording.data() + end, size);
        recording.remove_prefix(end + 1);
        pages.push_back({wallTimeFromMs(ms), recording.substr(0, size)});
        recording.remove_prefix(size);
    }
    return pages;
}

/// Milliseconds of the median of @p runs calls of @p work.
template <typename Work>
double medianMs(int runs, const Work &work)
{
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        work();
        times.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
                .count());
    }
    std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
    return times[static_cast<std::size_t>(runs / 2)];
}

void parse(const std::vector<Page> &pages)
{
    std::size_t bytes = 0;
    for (const auto &page : pages) {
        bytes += page.text.size();
    }
    const auto perSecond = [bytes](double ms) { return static_cast<double>(bytes) / ms / 1000; };
    std::size_t sink = 0;
    const double lines = medianMs(5, [&] {
        for (const auto &page : pages) {
            const auto *at = page.text.data();
            const auto *end = at + page.text.size();
            while (const auto *found = static_cast<const char *>(
                       std::memchr(at, '\n', static_cast<std::size_t>(end - at)))) {
                at = found + 1;
                ++sink;
            }
        }
    });
    std::size_t learnt = 0;
    const double again = medianMs(5, [&] {
        ScrapeCache cache("bench");
        std::shared_ptr<const ScrapedSeries> before;
        learnt = 0;
        for (const auto &page : pages) {
            const auto scrape = cache.parse(page.text, page.time);
            learnt += scrape.series != before;
            before = scrape.series;
            sink += scrape.values.size();
        }
    });
    const double first = medianMs(5, [&] {
        for (const auto &page : pages) {
            sink += viewExposition(page.text, page.time, "bench").samples.size();
        }
    });
    const double kept = medianMs(5, [&] {
        for (const auto &page : pages) {
            sink += parseExposition(page.text, page.time, "bench").samples.size();
        }
    });
    fmt::print("memchr_mb_s {:.1f}\ncached_mb_s {:.1f}\nfirst_mb_s {:.1f}\nowned_mb_s {:.1f}\n"
               "learnt {}\nsink {}\n",
               perSecond(lines), perSecond(again), perSecond(first), perSecond(kept), learnt, sink);
}

void store(const std::vector<Page> &pages)
{
    ScrapeCache cache("bench");
    SeriesStore store;
    std::size_t samples = 0;
    for (const auto &page : pages) {
        const auto scrape = cache.parse(page.text, page.time);
        samples += scrape.values.size();
        store.append("node", scrape);
        store.endMissing("node", page.time);
    }
    const auto share = [samples](std::size_t bytes) {
        return static_cast<double>(bytes) / static_cast<double>(samples);
    };
    fmt::print("samples {}\nbytes_a_sample {:.3f}\nblock_bytes_a_sample {:.3f}\n", samples,
               share(store.bytes()), share(store.blockBytes()));
}

/// The most memory that the process ever held.
std::size_t residentBytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<std::size_t>(usage.ru_maxrss) * 1024;
}

double valueOf(std::size_t series, int second)
{
    const auto step = static_cast<double>(second);
    return series % 3 == 0 ? 1.0 : std::floor(step * static_cast<double>(series % 97) * 1.37);
}

void append()
{
    constexpr std::size_t kSeries = 10'000;
    constexpr int kSeconds = 600;
    std::vector<SeriesSample> samples;
    const auto page = std::make_shared<ScrapedSeries>();
    Scrape scrape;
    for (std::size_t i = 0; i < kSeries; ++i) {
        SeriesKey key{"http_requests_total",
                      {{"handler", fmt::format("/api/v1/orders/{}", i / 20)},
                       {"instance", "web-1.example.org:9100"},
                       {"status", std::to_string(i % 20)}}};
        samples.push_back({key, {}});
        page->keys.push_back(std::move(key));
        scrape.values.push_back({static_cast<std::uint32_t>(i), {}});
    }
    scrape.series = page;
    SeriesStore byKey, byPage;
    int second = 0;
    const auto fill = [&] {
        ++second;
        for (std::size_t i = 0; i < kSeries; ++i) {
            const Sample sample{wallTimeFromMs(1'700'000'000'000 + second * 1000),
                                valueOf(i, second)};
            samples[i].sample = scrape.values[i].sample = sample;
        }
    };
    std::chrono::duration<double, std::milli> keyed{}, paged{};
    for (int i = 0; i < kSeconds; ++i) {
        fill();
        const auto begin = std::chrono::steady_clock::now();
        byKey.append("web", samples);
        const auto middle = std::chrono::steady_clock::now();
        byPage.append("web", scrape);
        byPage.endMissing("web", scrape.values[0].sample.time);
        const auto end = std::chrono::steady_clock::now();
        keyed += middle - begin;
        paged += end - middle;
    }
    fmt::print("append_keys_ms {:.3f}\nappend_page_ms {:.3f}\nbytes_a_sample {:.3f}\n",
               keyed.count() / kSeconds, paged.count() / kSeconds,
               static_cast<double>(byPage.bytes()) / (kSeries * kSeconds));
}

void draw()
{
    constexpr int kDay = 86'400;
    constexpr int kDays = 7;
    SeriesStore store;
    std::vector<SeriesSample> samples;
    for (int i = 0; i < 4; ++i) {
        samples.push_back({{"m", {{"i", std::to_string(i)}}}, {}});
    }
    const auto at = [](int second) { return wallTimeFromMs(1'700'000'000'000 + second * 1000LL); };
    for (int second = 0; second < kDays * kDay; ++second) {
        for (std::size_t i = 0; i < samples.size(); ++i) {
            samples[i].sample = {at(second), std::sin(second * 0.001) * static_cast<double>(i) +
                                                 second % 60 * 0.1};
        }
        store.append("draw", samples);
    }
    double sink = 0;
    const auto ms = [&](int from, int to) {
        return medianMs(51, [&] {
            for (const auto &series : store.draw("m", {{"i", "3"}}, at(from), at(to), 1200)) {
                sink += series.drawn.columns.back().max;
            }
        });
    };
    const double day = ms(3 * kDay, 4 * kDay);
    const double week = ms(0, kDays * kDay);
    const double tenMinutes = ms(5 * kDay, 5 * kDay + 600);
    fmt::print("draw_day_ms {:.3f}\ndraw_week_ms {:.3f}\ndraw_10min_ms {:.3f}\nsink {}\n", day,
               week, tenMinutes, sink);
}

/// Expressions over a day of 1,000 series at one sample a second.
void evaluateDay()
{
    constexpr std::size_t kSeries = 1'000;
    constexpr int kDay = 86'400;
    SeriesStore store(512U << 20);
    const auto at = [](int second) { return wallTimeFromMs(1'700'000'000'000 + second * 1000LL); };
    const auto page = std::make_shared<ScrapedSeries>();
    Scrape scrape;
    for (std::size_t i = 0; i < kSeries; ++i) {
        page->keys.push_back({"x", {{"instance", std::to_string(i)}}});
        scrape.values.push_back({static_cast<std::uint32_t>(i), {}});
    }
    scrape.series = page;
    for (int second = 0; second < kDay; ++second) {
        for (std::size_t i = 0; i < kSeries; ++i) {
            // A counter that begins anew now and then.
            const int age = (second + static_cast<int>(i) * 61) % 20'011;
            scrape.values[i].sample = {at(second), std::floor(age * (1.0 + i % 97) * 1.37)};
        }
        store.append("web", scrape);
    }
    fmt::print("day_samples {}\nday_bytes {}\n", kSeries * kDay, store.bytes());
    const auto seconds = [&](std::string_view text, int steps) {
        const auto expression = parseExpression(text);
        const EvaluationRange range{at(0), at(kDay - 1), std::chrono::seconds(kDay / steps)};
        const auto begin = std::chrono::steady_clock::now();
        const auto result = evaluate(*expression, store, range);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        if (!result) {
            fmt::print(stderr, "benchmetrics: {}: {}\n", text, result.error().text());
            std::exit(1);
        }
        return took.count();
    };
    fmt::print("day_rate_1200_s {:.3f}\n", seconds("sum(rate(x[1m]))", 1'200));
    fmt::print("day_rate_10800_s {:.3f}\n", seconds("sum(rate(x[1m]))", 10'800));
    fmt::print("day_rate_1h_s {:.3f}\n", seconds("sum(rate(x[1h]))", 1'200));
    fmt::print("day_max_1h_s {:.3f}\n", seconds("max(max_over_time(x[1h]))", 1'200));
    fmt::print("day_avg_1h_s {:.3f}\n", seconds("avg(avg_over_time(x[1h]))", 1'200));
    const auto count = residentBytes();
    fmt::print("resident_mb {}\n", count >> 20);
}

} // namespace

int main(int argc, char **argv)
{
    const std::string_view what = argc > 1 ? argv[1] : "";
    const bool readsFile = what == "parse" || what == "store";
    const bool needsNothing = what == "append" || what == "draw" || what == "evaluate";
    if (argc != (readsFile ? 3 : 2) || (!readsFile && !needsNothing)) {
        fmt::print(stderr, "{}", kUsage);
        return 2;
    }
    if (!readsFile) {
        what == "append" ? append() : what == "draw" ? draw() : evaluateDay();
        return 0;
    }
    std::ifstream in(argv[2], std::ios::binary);
    const std::string recording{std::istreambuf_iterator<char>(in), {}};
    const auto pages = pagesOf(recording);
    if (pages.empty()) {
        fmt::print(stderr, "benchmetrics: {}: no recording\n", argv[2]);
        return 1;
    }
    what == "parse" ? parse(pages) : store(pages);
    return 0;
}
