// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsonwriter.h"
#include "base/timestamp.h"
#include "cli/logreports.h"
#include "cli/output.h"
#include "logs/patterns.h"
#include "logs/recordwriter.h"

#include <algorithm>

#include <fmt/format.h>

namespace foretop::cli {
namespace {

using logs::RecordFormat;

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

} // namespace

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

} // namespace foretop::cli
