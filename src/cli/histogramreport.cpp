// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsonwriter.h"
#include "base/timestamp.h"
#include "cli/logreports.h"
#include "cli/output.h"
#include "logs/histogram.h"

#include <algorithm>

#include <fmt/format.h>

namespace foretop::cli {
namespace {

using logs::Level;
using logs::RecordFormat;

constexpr std::size_t kBarWidth = 40;

std::uint64_t total(const logs::LevelCounts &counts)
{
    std::uint64_t sum = 0;
    for (const auto count : counts) {
        sum += count;
    }
    return sum;
}

std::uint64_t countOf(const logs::LevelCounts &counts, Level level)
{
    return counts[static_cast<std::size_t>(level)];
}

/// Levels that are there, gravest first: "3 ERROR, 12 WARNING".
std::string levelsText(const logs::LevelCounts &counts)
{
    std::string text;
    for (auto level = logs::kLevels.rbegin(); level != logs::kLevels.rend(); ++level) {
        if (const auto count = countOf(counts, *level); count > 0) {
            text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, levelName(*level));
        }
    }
    return text;
}

std::string csvLevels(const logs::LevelCounts &counts)
{
    std::string text;
    for (const auto level : logs::kLevels) {
        text += fmt::format(",{}", countOf(counts, level));
    }
    return text;
}

std::string csvLevelNames()
{
    std::string text;
    for (const auto level : logs::kLevels) {
        text += fmt::format(",{}", levelName(level));
    }
    return text;
}

std::string bar(std::uint64_t count, std::uint64_t most)
{
    const auto width = most == 0 ? 0 : (count * kBarWidth + most - 1) / most;
    return std::string(width, '#');
}

std::vector<std::string> histogramLines(const logs::Histogram &histogram, RecordFormat form)
{
    std::vector<std::string> lines;
    std::uint64_t most = 0;
    for (const auto &bucket : histogram.buckets) {
        most = std::max(most, total(bucket));
    }
    if (form == RecordFormat::Csv) {
        lines.push_back("time,count" + csvLevelNames());
    }
    for (std::size_t i = 0; i < histogram.buckets.size(); ++i) {
        const auto &bucket = histogram.buckets[i];
        const auto time = formatIso8601(histogram.from + histogram.width * static_cast<int>(i));
        switch (form) {
        case RecordFormat::Text:
            lines.push_back(fmt::format("{} {:>9} {:<{}} {}", time, total(bucket),
                                        bar(total(bucket), most), kBarWidth, levelsText(bucket)));
            lines.back().erase(lines.back().find_last_not_of(' ') + 1);
            break;
        case RecordFormat::JsonLines: {
            JsonWriter json;
            json.beginObject().member("time", time).member("count", total(bucket));
            writeLevels(json, bucket);
            json.endObject();
            lines.push_back(json.take());
            break;
        }
        case RecordFormat::Csv:
            lines.push_back(fmt::format("{},{}{}", time, total(bucket), csvLevels(bucket)));
            break;
        }
    }
    return lines;
}

} // namespace

Result<void> printHistogram(const LogsOptions &options, const logs::LogSnapshot &snapshot,
                            const logs::RecordSet &found)
{
    const auto span = logs::timeSpanOf(snapshot, &found, {});
    if (!span) {
        return tl::unexpected(span.error());
    }
    logs::Histogram histogram;
    histogram.width = options.bucket;
    if (span->earliest) {
        histogram.from =
            WallTime(span->earliest->time_since_epoch() / options.bucket * options.bucket);
        const auto buckets = (*span->latest - histogram.from) / options.bucket + 1;
        if (buckets > static_cast<std::int64_t>(logs::Histogram::kMaxBuckets)) {
            return fail(ErrorCode::TooLarge,
                        fmt::format("a histogram of {} buckets is too long (at most {}): take a "
                                    "greater width than this one",
                                    buckets, logs::Histogram::kMaxBuckets));
        }
        histogram.buckets.resize(static_cast<std::size_t>(buckets));
    }
    const logs::RecordRange all{.first = snapshot.first(), .end = snapshot.end()};
    if (auto counted = logs::countInto(histogram, snapshot, all, &found, {}); !counted) {
        return counted;
    }
    printLines(histogramLines(histogram, options.form));
    if (histogram.untimed > 0) {
        printError(fmt::format("{} of {} records have no time and are not in the histogram",
                               histogram.untimed, found.size()));
    }
    return {};
}

} // namespace foretop::cli
