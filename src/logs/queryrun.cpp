// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/queryrun.h"

#include "logs/linescan.h"

#include <algorithm>

namespace foretop::logs {
namespace {

using Kind = PlanNode::Kind;

RecordView viewOf(const Record &record)
{
    return {.kind = record.kind,
            .level = record.level,
            .time = record.time,
            .source = record.source,
            .logger = record.logger,
            .message = record.message,
            .raw = record.raw};
}

} // namespace

QueryRun::QueryRun(CompiledQuery query, const LineRules &rules)
    : m_query(std::move(query))
    , m_plan(m_query.plan())
    , m_fields(rules, m_plan.encoding)
    , m_textTruths(m_plan.texts.size())
    , m_fieldHolds(m_plan.fields.size())
{
    for (const auto &text : m_plan.texts) {
        m_texts.emplace_back(text);
    }
    m_searches.reserve(m_plan.fields.size());
    for (const auto &field : m_plan.fields) {
        m_searches.emplace_back(field);
    }
}

bool QueryRun::matches(const RecordView &record)
{
    if (record.kind == RecordKind::Gap) {
        return true;
    }
    TimeSpan times;
    times.hasUntimed = !record.time;
    times.earliest = times.latest = record.time;
    const auto columns = columnTruth(record.level, times);
    if (columns != Truth::Unknown) {
        return columns == Truth::True;
    }
    m_padded.resize(std::max(m_padded.size(), record.raw.size() + kScanPadding));
    std::copy(record.raw.begin(), record.raw.end(), m_padded.begin());
    const std::string_view raw(m_padded.data(), record.raw.size());
    return matches({.raw = raw, .level = record.level, .times = &times}, &record);
}

bool QueryRun::matches(const FileRecord &record)
{
    return matches(record, nullptr);
}

Truth QueryRun::columnTruth(Level level, const TimeSpan &times) const
{
    if (!m_plan.hasTimes) {
        return m_plan.levelTruths[static_cast<std::size_t>(level)];
    }
    return truthOf(m_plan.root, [&](const PlanNode &leaf) {
        return leaf.kind == Kind::LevelIn  ? toTruth(leaf.levels.contains(level))
               : leaf.kind == Kind::TimeIn ? timeTruth(leaf.time, times)
                                           : Truth::Unknown;
    });
}

bool QueryRun::matches(const FileRecord &record, const RecordView *parsed)
{
    if (record.texts.empty()) {
        std::ranges::fill(m_textTruths, Truth::Unknown);
    } else {
        std::ranges::copy(record.texts, m_textTruths.begin());
    }
    m_hasReadFields = false;
    m_fields.setRaw(record.raw);
    const auto truth = truthOf(
        m_plan.root, [&](const PlanNode &leaf) { return cheapTruth(leaf, record, parsed); });
    if (truth != Truth::Unknown) {
        return truth == Truth::True;
    }
    return truthOf(m_plan.root, [&](const PlanNode &leaf) {
               return toTruth(certainTruth(leaf, record, parsed));
           }) == Truth::True;
}

Truth QueryRun::cheapTruth(const PlanNode &leaf, const FileRecord &record, const RecordView *parsed)
{
    switch (leaf.kind) {
    case Kind::LevelIn:
        return toTruth(leaf.levels.contains(record.level));
    case Kind::TimeIn:
        return record.times != nullptr ? timeTruth(leaf.time, *record.times) : Truth::Unknown;
    case Kind::TextFound:
        return toTruth(isTextIn(leaf.index, record.raw));
    case Kind::FieldFits:
        if (parsed != nullptr && m_plan.fields[leaf.index].member) {
            return toTruth(fieldHolds(leaf.index, parsed));
        }
        return m_fields.mayBeWrittenPlainly() && !m_searches[leaf.index].mayHold(record.raw) &&
                       m_fields.isWrittenPlainly()
                   ? Truth::False
                   : Truth::Unknown;
    default:
        return Truth::Unknown;
    }
}

bool QueryRun::certainTruth(const PlanNode &leaf, const FileRecord &record,
                            const RecordView *parsed)
{
    switch (leaf.kind) {
    case Kind::LevelIn:
        return leaf.levels.contains(record.level);
    case Kind::TimeIn:
        return isIn(leaf.time, parsed != nullptr ? parsed->time : m_fields.record().time);
    case Kind::TextFound:
        return isTextIn(leaf.index, record.raw);
    default:
        return fieldHolds(leaf.index, parsed);
    }
}

bool QueryRun::isTextIn(std::size_t text, std::string_view raw)
{
    auto &truth = m_textTruths[text];
    if (truth == Truth::Unknown) {
        truth = toTruth(m_texts[text].isIn(raw));
    }
    return truth == Truth::True;
}

bool QueryRun::fieldHolds(std::size_t index, const RecordView *parsed)
{
    const auto member = m_plan.fields[index].member;
    if (!member) {
        if (!m_hasReadFields) {
            readFields();
        }
        return m_fieldHolds[index];
    }
    const auto text = memberText(*member, parsed != nullptr ? *parsed : viewOf(m_fields.record()));
    auto &comparison = m_searches[index].comparison();
    return text && (comparison.isAny() || comparison.matches(*text));
}

void QueryRun::readFields()
{
    m_hasReadFields = true;
    m_fieldHolds.assign(m_fieldHolds.size(), false);
    m_fields.visit([this](std::string_view name) { return isWanted(name); },
                   [this](std::string_view name, std::string_view text) { take(name, text); });
}

bool QueryRun::isWanted(std::string_view name)
{
    return std::any_of(m_plan.fields.begin(), m_plan.fields.end(), [name](const PlanField &field) {
        return name.starts_with(field.term.field);
    });
}

void QueryRun::take(std::string_view name, std::string_view text)
{
    for (std::size_t i = 0; i < m_fieldHolds.size(); ++i) {
        const std::string_view wanted = m_plan.fields[i].term.field;
        if (m_fieldHolds[i] || !name.starts_with(wanted)) {
            continue;
        }
        auto &comparison = m_searches[i].comparison();
        m_fieldHolds[i] = name.size() == wanted.size()
                              ? comparison.matches(text)
                              : name[wanted.size()] == '.' && comparison.isAny();
    }
}

} // namespace foretop::logs
