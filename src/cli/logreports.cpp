// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/logreports.h"

#include "base/jsonwriter.h"

namespace foretop::cli {

void writeLevels(JsonWriter &json, const logs::LevelCounts &counts)
{
    json.key("levels").beginObject();
    for (const auto level : logs::kLevels) {
        if (const auto count = counts[static_cast<std::size_t>(level)]; count > 0) {
            json.member(levelName(level), count);
        }
    }
    json.endObject();
}

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
