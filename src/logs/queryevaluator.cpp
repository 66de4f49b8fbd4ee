// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "logs/fieldcomparison.h"
#include "logs/queryparser.h"

#include <algorithm>

#include <simdjson.h>

namespace foretop::logs {
namespace {

/// One record, asked about every part of a query in turn.
class QueryEvaluator
{
public:
    QueryEvaluator(const RecordView &record, std::span<const Field> fields)
        : m_record(record)
        , m_fields(fields)
    {
    }

    bool matches(const Query &query) const
    {
        return std::visit([this](const auto &content) { return isTrue(content); }, query->content);
    }

private:
    bool isTrue(const AllOf &all) const
    {
        return std::all_of(all.parts.begin(), all.parts.end(),
                           [this](const Query &part) { return matches(part); });
    }
    bool isTrue(const AnyOf &any) const
    {
        return std::any_of(any.parts.begin(), any.parts.end(),
                           [this](const Query &part) { return matches(part); });
    }
    bool isTrue(const Not &no) const { return !matches(no.part); }

    bool isTrue(const TextTerm &term) const
    {
        const auto pattern = TextPattern::compile(term.text);
        if (!pattern || pattern->matchesNone()) {
            return false;
        }
        if (pattern->matchesAll()) {
            return true;
        }
        TextScanner scanner(*pattern);
        return pattern->needsValidUtf8() && !simdjson::validate_utf8(m_record.raw)
                   ? scanner.isIn(toValidUtf8(m_record.raw))
                   : scanner.isIn(m_record.raw);
    }

    bool isTrue(const TimeTerm &term) const
    {
        return m_record.time && *m_record.time >= term.from.value_or(*m_record.time) &&
               *m_record.time <= term.until.value_or(*m_record.time);
    }

    bool isTrue(const FieldTerm &term) const
    {
        const auto member = recordMember(term.field);
        if (member == RecordMember::Level) {
            return levelsMatching(term).contains(m_record.level);
        }
        auto comparison = FieldComparison::make(term);
        if (!comparison) {
            return false;
        }
        const bool isFound =
            member ? isMember(*member, *comparison) : isField(term.field, *comparison);
        return isFound != comparison->isNegated();
    }

    bool isMember(RecordMember member, FieldComparison &comparison) const
    {
        const auto text = memberText(member, m_record);
        return text && (comparison.isAny() || comparison.matches(*text));
    }

    bool isField(const std::string &name, FieldComparison &comparison) const
    {
        return std::any_of(m_fields.begin(), m_fields.end(), [&](const Field &field) {
            const bool isInside = comparison.isAny() && field.first.starts_with(name + '.');
            return isInside || (field.first == name && comparison.matches(field.second));
        });
    }

    const RecordView &m_record;
    const std::span<const Field> m_fields;
};

} // namespace

bool matchesQuery(const Query &query, const RecordView &record, std::span<const Field> fields)
{
    return QueryEvaluator(record, fields).matches(query);
}

} // namespace foretop::logs
