// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/linerules.h"

#include "base/text.h"

namespace foretop::logs {
namespace {

constexpr std::size_t kMostSampleLines = 500;

bool isObject(std::string_view line)
{
    return !line.empty() && line.front() == '{';
}

} // namespace

LineRules detectLineRules(std::string_view sample, std::shared_ptr<const Clock> clock)
{
    LineRules rules{.kind = LineKind::Plain, .clock = std::move(clock), .format = {}, .zone = {}};
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
        objects += isObject(line) && (sample.empty() || json.parseObject(line, {})) ? 1 : 0;
        timed += reader.read(line).time ? 1 : 0;
    }
    if (objects > 0 && objects * 2 >= lines) {
        rules.kind = LineKind::Json;
    } else if (timed > 0 && timed * 20 >= lines) {
        rules.kind = LineKind::Timed;
    }
    return rules;
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
    if (m_kind != LineKind::Plain && isIndented(line)) {
        return {.startsRecord = false, .level = {}, .time = {}};
    }
    const auto record = m_parser.parseText(line);
    const bool startsRecord = m_kind != LineKind::Timed || record.time || isObject(line);
    return {.startsRecord = startsRecord,
            .level = startsRecord ? record.level : Level::Unknown,
            .time = startsRecord ? record.time : std::nullopt};
}

} // namespace foretop::logs
