// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/seriesstore.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <cstring>

using namespace foretop;
using namespace foretop::metrics;

namespace {

constexpr std::size_t kSeries = 6;
constexpr std::int64_t kStartMs = 1'700'000'000'000;

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

class Input
{
public:
    Input(const std::uint8_t *data, std::size_t size)
        : m_data(data)
        , m_left(size)
    {
    }
    bool atEnd() const { return m_left == 0; }
    std::uint8_t byte()
    {
        if (m_left == 0) {
            return 0;
        }
        --m_left;
        return *m_data++;
    }
    double value()
    {
        const auto kind = byte();
        if (kind < 200) {
            return kind * (kind % 2 == 0 ? 0.01 : 4096.0);
        }
        std::uint64_t bits = 0;
        for (int i = 0; i < 8; ++i) {
            bits = bits << 8 | byte();
        }
        return std::bit_cast<double>(bits);
    }

private:
    const std::uint8_t *m_data;
    std::size_t m_left;
};

/// Each series as a list.
using Model = std::array<std::vector<Sample>, kSeries>;

SeriesKey keyOf(std::size_t series)
{
    return {"m", {{"i", std::to_string(series)}}};
}

bool isSame(const Sample &a, const Sample &b)
{
    return a.time == b.time &&
           std::bit_cast<std::uint64_t>(a.value) == std::bit_cast<std::uint64_t>(b.value);
}

void put(Model &model, std::size_t series, const Sample &sample)
{
    auto &samples = model[series];
    if (samples.empty() || sample.time > samples.back().time) {
        samples.push_back(sample);
    }
}

void checkQuery(const SeriesStore &store, const Model &model, WallTime from, WallTime to)
{
    for (std::size_t i = 0; i < kSeries; ++i) {
        std::vector<Sample> expected;
        for (const auto &sample : model[i]) {
            if (sample.time < from) {
                expected = {sample};
            } else if (sample.time <= to) {
                expected.push_back(sample);
            }
        }
        const bool isShown =
            !expected.empty() && expected.back().time >= from - SeriesStore::kLookback;
        const auto found = store.query("m", keyOf(i).labels, from, to);
        require(found.size() == (isShown ? 1U : 0U));
        if (isShown) {
            const auto &samples = found[0].samples;
            require(std::equal(samples.begin(), samples.end(), expected.begin(), expected.end(),
                               isSame));
        }
    }
}

void checkDraw(const SeriesStore &store, const Model &model, WallTime from, WallTime to,
               std::size_t columns)
{
    for (std::size_t i = 0; i < kSeries; ++i) {
        std::vector<Column> expected(columns);
        const auto span = (to - from).count() + 1;
        for (const auto &[time, value] : model[i]) {
            if (time < from || time > to || std::isnan(value)) {
                continue;
            }
            const auto at = (time - from).count() * static_cast<std::int64_t>(columns) / span;
            auto &column = expected[static_cast<std::size_t>(at)];
            column.min = column.count == 0 ? value : std::min(column.min, value);
            column.max = column.count == 0 ? value : std::max(column.max, value);
            column.first = column.count == 0 ? value : column.first;
            column.last = value;
            ++column.count;
        }
        const auto found = store.draw("m", keyOf(i).labels, from, to, columns);
        for (std::size_t at = 0; at < columns && !found.empty(); ++at) {
            const auto &column = found[0].drawn.columns[at];
            require(column.count == expected[at].count);
            require(column.count == 0 ||
                    (column.min == expected[at].min && column.max == expected[at].max &&
                     column.first == expected[at].first && column.last == expected[at].last));
        }
    }
}

} // namespace

/// A store is asked and told in turn and must be as lists of samples are.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    Input in(data, size);
    SeriesStore store;
    Model model;
    auto page = std::make_shared<ScrapedSeries>();
    for (std::size_t i = 0; i < kSeries; ++i) {
        page->keys.push_back(keyOf(i));
    }
    std::int64_t now = kStartMs;
    while (!in.atEnd()) {
        const auto action = in.byte();
        // Most steps are like each other, some are long, none goes back.
        now += action % 16 == 15 ? in.byte() * 10'000 : 1000 + in.byte() % 4;
        const auto time = wallTimeFromMs(now);
        if (action < 32) {
            const auto from = time - Milliseconds(in.byte() * 5000);
            checkQuery(store, model, from, from + Milliseconds(in.byte() * 3000));
            checkDraw(store, model, from, from + Milliseconds(in.byte() * 7000), 1 + in.byte() % 9);
            continue;
        }
        // Several appends alike, so that short inputs fill blocks.
        const int repeats = action < 48 ? 200 : 1;
        const auto present = in.byte();
        const double base = in.value();
        const double step = in.value();
        for (int repeat = 0; repeat < repeats; ++repeat, now += 1000) {
            Scrape scrape;
            scrape.series = page;
            std::vector<SeriesSample> samples;
            for (std::size_t i = 0; i < kSeries; ++i) {
                if ((present >> i & 1) != 0) {
                    const bool isLate = present >= 192 && i == 0;
                    const Sample sample{wallTimeFromMs(now - (isLate ? 1500 : 0)),
                                        base + repeat * step + static_cast<double>(i)};
                    scrape.values.push_back({static_cast<std::uint32_t>(i), sample});
                    samples.push_back({keyOf(i), sample});
                    put(model, i, sample);
                }
            }
            if (action % 2 == 0) {
                store.append("fuzz", scrape);
            } else {
                store.append("fuzz", samples);
            }
        }
    }
    checkQuery(store, model, wallTimeFromMs(kStartMs), wallTimeFromMs(now));
    checkDraw(store, model, wallTimeFromMs(kStartMs), wallTimeFromMs(now), 13);
    return 0;
}
