// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Half an hour (or as long as is said) of 5,000 series each second into a store whose budget holds
// less, with series that come, miss scrapes and go, while a reader draws. Fails when resident
// memory still grows once the budget was full for a while.
#include "metrics/seriesstore.h"

#include <array>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <thread>

#include <fmt/format.h>
#include <unistd.h>

using namespace foretop;
using namespace foretop::metrics;

namespace {

constexpr int kSeries = 5'000;
constexpr int kSeconds = 1'800;
constexpr int kToldEvery = 60;
constexpr std::size_t kBudget = 8U << 20;
// Of the most resident memory in the last third over that in the second, for fragments.
constexpr double kMostGrowth = 1.05;

std::size_t residentBytes()
{
    std::ifstream in("/proc/self/statm");
    std::size_t total = 0, resident = 0;
    in >> total >> resident;
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

/// Every series as the second has it: a tenth of them changes name every five minutes, and one in
/// a hundred is missing now and then.
std::string pageAt(int second)
{
    std::string page = "# TYPE soak_requests_total counter\n";
    for (int i = 0; i < kSeries; ++i) {
        const int generation = i % 10 == 0 ? second / 300 : 0;
        if (i % 100 == 7 && (second + i) % 13 == 0) {
            continue;
        }
        const double value = i % 3 == 0 ? i : std::floor(second * (i % 89) * 1.7) / 10;
        fmt::format_to(std::back_inserter(page),
                       "soak_requests_total{{handler=\"/orders/{}\",pod=\"web-{}\"}} {}\n", i,
                       generation, value);
    }
    return page;
}

} // namespace

int main(int argc, char **argv)
{
    const bool isRealTime = argc > 1 && std::string_view(argv[1]) == "--real-time";
    const int seconds = argc > 2 ? std::atoi(argv[2]) : kSeconds;
    if ((argc > 1 && !isRealTime && std::string_view(argv[1]) != "--fast") || argc > 3 ||
        seconds < 3 * kToldEvery) {
        fmt::print(stderr, "usage: soakmetrics [--fast|--real-time [SECONDS]]\n");
        return 2;
    }
    SeriesStore store(kBudget);
    ScrapeCache cache("soak");
    std::atomic<bool> isDone = false;
    std::atomic<std::uint64_t> draws = 0;
    const auto at = [](int second) { return wallTimeFromMs(1'700'000'000'000 + second * 1000LL); };
    std::thread reader([&] {
        while (!isDone) {
            store.draw("soak_requests_total", {{"handler", "/orders/7"}}, at(0), at(seconds), 1200);
            store.families();
            ++draws;
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
        }
    });
    std::array<std::size_t, 3> most{}; // resident bytes by third
    bool isWithin = true;
    const auto begin = std::chrono::steady_clock::now();
    for (int second = 0; second < seconds; ++second) {
        store.append("soak", cache.parse(pageAt(second), at(second)));
        store.endMissing("soak", at(second));
        isWithin = isWithin && store.bytes() <= kBudget;
        if (second % kToldEvery == kToldEvery - 1) {
            const auto resident = residentBytes();
            auto &third = most[static_cast<std::size_t>(second * 3 / seconds)];
            third = std::max(third, resident);
            fmt::print("{:5} s: store {:.2f} MiB, resident {:.2f} MiB, {} samples dropped\n",
                       second + 1, static_cast<double>(store.bytes()) / (1 << 20),
                       static_cast<double>(resident) / (1 << 20), store.evictedSamples());
            std::fflush(stdout);
        }
        if (isRealTime) {
            std::this_thread::sleep_until(begin + std::chrono::seconds(second + 1));
        }
    }
    isDone = true;
    reader.join();
    const double growth = static_cast<double>(most[2]) / static_cast<double>(most[1]);
    const bool isFlat = growth <= kMostGrowth && store.evictedSamples() > 0;
    fmt::print("growth {:.3f}\ndraws {}\nwithin budget {}\n{}\n", growth, draws.load(), isWithin,
               isFlat && isWithin ? "flat" : "NOT FLAT");
    return isFlat && isWithin ? 0 : 1;
}
