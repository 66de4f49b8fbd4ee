// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/logreports.h"

#include "base/jsonwriter.h"
#include "base/timestamp.h"
#include "cli/output.h"
#include "logs/facets.h"
#include "logs/histogram.h"
#include "logs/patterns.h"
#include "logs/recordwriter.h"

#include <algorithm>

#include <fmt/format.h>

namespace foretop::cli {
namespace {

using logs::Level;
using logs::RecordFormat;

constexpr std::size_t kBarWidth = 40;
constexpr std::size_t kUsualLimit = 100; ///< patterns and values of a facet

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

void writeLevels(JsonWriter &json, const logs::LevelCounts &counts)
{
    json.key("levels").beginObject();
    for (const auto level : logs::kLevels) {
        if (const auto count = countOf(counts, level); count > 0) {
            json.member(levelName(level), count);
        }
    }
    json.endObject();
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

std::string timeText(const std::optional<WallTime> &time)
{
    return time ? formatIso8601(*time) : std::string();
}

std::string patternLine(const logs::LogPattern &pattern, std::uint64_t records, RecordFormat form)
{
    switch (form) {
    case RecordFormat::JsonLines: {
        JsonWriter json;
        json.beginObject()
            .member("pattern", pattern.text)
            .member("count", pattern.count)
            .member("first", timeText(pattern.first))
            .member("last", timeText(pattern.last));
        writeLevels(json, pattern.levels);
        json.endObject();
        return json.take();
    }
    case RecordFormat::Csv: {
        std::string line = std::to_string(pattern.count);
        for (const auto &cell : {timeText(pattern.first), timeText(pattern.last), pattern.text}) {
            line += ',';
            logs::appendCsvField(line, cell);
        }
        return line;
    }
    case RecordFormat::Text:
        break;
    }
    return fmt::format("{:>9} {:>5.1f} %  {}", pattern.count,
                       100.0 * static_cast<double>(pattern.count) /
                           static_cast<double>(std::max<std::uint64_t>(records, 1)),
                       pattern.text);
}

Result<void> printPatterns(const LogsOptions &options, const logs::LogSnapshot &snapshot,
                           const logs::RecordSet &found)
{
    logs::PatternMiner miner;
    const logs::RecordRange all{.first = snapshot.first(), .end = snapshot.end()};
    if (auto mined = miner.add(snapshot, all, &found, {}); !mined) {
        return mined;
    }
    std::vector<std::string> lines;
    if (options.form == RecordFormat::Csv) {
        lines.emplace_back("count,first,last,pattern");
    }
    const auto patterns = miner.patterns();
    const auto shown =
        std::min<std::uint64_t>(patterns.size(), options.limit.value_or(kUsualLimit));
    for (std::size_t i = 0; i < shown; ++i) {
        lines.push_back(patternLine(patterns[i], found.size(), options.form));
    }
    printLines(lines);
    if (shown < patterns.size() && !options.limit) {
        printError(
            fmt::format("{} of {} patterns shown; --limit shows more", shown, patterns.size()));
    }
    if (miner.unmatched() > 0) {
        printError(fmt::format("{} records are of none of the first {} patterns and are not "
                               "counted here",
                               miner.unmatched(), logs::PatternMiner::kMaxPatterns));
    }
    return {};
}

void addFacet(std::vector<std::string> &lines, const logs::Facet &facet, RecordFormat form)
{
    for (const auto &[value, count] : facet.values) {
        switch (form) {
        case RecordFormat::JsonLines: {
            JsonWriter json;
            json.beginObject().member("field", facet.field).member("value", value);
            json.member("count", count).endObject();
            lines.push_back(json.take());
            break;
        }
        case RecordFormat::Csv: {
            std::string line;
            logs::appendCsvField(line, facet.field);
            line += ',';
            logs::appendCsvField(line, value);
            lines.push_back(line + ',' + std::to_string(count));
            break;
        }
        case RecordFormat::Text:
            lines.push_back(fmt::format("{:>9}  {}", count, value));
            break;
        }
    }
}

Result<void> printFacets(const LogsOptions &options, const logs::LogSnapshot &snapshot,
                         const logs::RecordSet &found)
{
    logs::FacetCounter counter(options.fields);
    const logs::RecordRange all{.first = snapshot.first(), .end = snapshot.end()};
    if (auto counted = counter.add(snapshot, all, &found, {}); !counted) {
        return counted;
    }
    const auto facets = counter.facets(options.limit.value_or(kUsualLimit));
    std::vector<std::string> lines;
    if (options.form == RecordFormat::Csv) {
        lines.emplace_back("field,value,count");
    }
    for (const auto &facet : facets) {
        if (options.form == RecordFormat::Text && facets.size() > 1) {
            lines.push_back(facet.field + ":");
        }
        addFacet(lines, facet, options.form);
    }
    printLines(lines);
    for (const auto &facet : facets) {
        if (facet.values.size() < facet.distinct && !options.limit) {
            printError(fmt::format("{}: {} of {} values shown; --limit shows more", facet.field,
                                   facet.values.size(), facet.distinct));
        }
        if (facet.overflow > 0) {
            printError(fmt::format("{}: {} records have values beyond the first {} and are not "
                                   "counted by value",
                                   facet.field, facet.overflow, logs::kMaxFacetValues));
        }
    }
    return {};
}

} // namespace

Result<void> printReport(const LogsOptions &options, const logs::LogSnapshot &snapshot,
                         const logs::RecordSet &found)
{
    switch (options.show) {
    case LogsOptions::Show::Histogram:
        return printHistogram(options, snapshot, found);
    case LogsOptions::Show::Patterns:
        return printPatterns(options, snapshot, found);
    case LogsOptions::Show::Facets:
        return printFacets(options, snapshot, found);
    case LogsOptions::Show::Count:
    case LogsOptions::Show::Records:
        break;
    }
    return {};
}

} // namespace foretop::cli
