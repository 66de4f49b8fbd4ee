// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsonwriter.h"
#include "cli/logreports.h"
#include "cli/output.h"
#include "logs/facets.h"
#include "logs/recordwriter.h"

#include <fmt/format.h>

namespace foretop::cli {
namespace {

using logs::RecordFormat;

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

} // namespace

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

} // namespace foretop::cli
