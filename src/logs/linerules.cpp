// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/linerules.h"

#include "base/text.h"
#include "logs/anyrecord.h"

namespace foretop::logs {
namespace {

constexpr std::size_t kMostSampleLines = 500;

LineKind kindOf(const LineRules &rules, std::string_view sample)
{
    if (rules.format != nullptr && rules.format->isSingleLine()) {
        return LineKind::Plain;
    }
    LineReader reader(rules);
    JsonReader json;
    std::size_t lines = 0;
    std::size_t objects = 0;
    std::size_t timed = 0;
    while (!sample.empty() && lines < kMostSampleLines) {
        const auto line = takeUntil(sample, '\n');
        if (isIndented(line) || trimmed(line).empty()) {
            continue;
        }
        ++lines;
        // A line cut off at the end of the sample does not parse and need not be the only one.
        const bool isObject =
            startsObject(line) && (sample.empty() || parseRecordObject(json, line));
        objects += isObject ? 1 : 0;
        timed += reader.read(line).time ? 1 : 0;
    }
    if (objects > 0 && objects * 2 >= lines) {
        return LineKind::Json;
    }
    const bool isOwn = rules.format != nullptr && !rules.format->isToldByRecord();
    return isOwn || (timed > 0 && timed * 20 >= lines) ? LineKind::Timed : LineKind::Plain;
}

} // namespace

LineRules lineRulesOf(LogFormatPtr format, std::string_view sample,
                      std::shared_ptr<const Clock> clock, TimeZone zone)
{
    LineRules rules{.kind = LineKind::Plain,
                    .clock = std::move(clock),
                    .format = std::move(format),
                    .zone = std::move(zone)};
    rules.kind = kindOf(rules, sample);
    return rules;
}

LineRules detectLineRules(std::string_view sample, std::shared_ptr<const Clock> clock,
                          const FormatCatalogue &formats, TimeZone zone)
{
    auto format = formats.detect(sample, {.now = clock->wallNow(), .zone = zone});
    return lineRulesOf(std::move(format), sample, std::move(clock), std::move(zone));
}

LineReader::LineReader(const LineRules &rules)
    : m_kind(rules.kind)
    , m_parser(rules)
{
}

LineTraits LineReader::read(std::string_view line)
{
    line = line.substr(0, kLineHeadBytes);
    line = line.substr(0, line.find_last_not_of("\r\n") + 1);
    if (!mayStartRecord(m_kind, line)) {
        return {.startsRecord = false, .level = {}, .time = {}};
    }
    const auto record = m_parser.parseText(line);
    const bool startsRecord =
        m_kind != LineKind::Timed || record.time || startsObject(line) || m_parser.wasOfFormat();
    return {.startsRecord = startsRecord,
            .level = startsRecord ? record.level : Level::Unknown,
            .time = startsRecord ? record.time : std::nullopt};
}

} // namespace foretop::logs
