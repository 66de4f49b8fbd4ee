// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/query.h"
#include "logs/textencoding.h"

#include <memory>
#include <string>
#include <vector>

namespace foretop::logs {

struct QueryPlan; // private to queryplan.h

/// A query made ready to run fast: predicates of the columns (level, time) first, then texts by
/// hyperscan over whole blocks, then fields, by simdjson where a record is JSON. Immutable and
/// cheap to copy; any thread. Means exactly what matchesQuery() says.
class CompiledQuery
{
public:
    /// @p encoding is how the records are encoded that will be searched: Utf8 or Latin1. Fails as
    /// TextPattern::compile() does; a parsed query does not fail.
    static Result<CompiledQuery> compile(Query query, TextEncoding encoding = TextEncoding::Utf8);
    /// The same query for records in @p encoding that are all from @p source.
    Result<CompiledQuery> forFile(TextEncoding encoding, std::string source) const;

    const Query &query() const;
    TextEncoding encoding() const;
    /// Every record matches.
    bool matchesAll() const;
    /// No record matches.
    bool matchesNone() const;
    /// Whether every record that matches this also matches @p wider, as far as can be told quickly:
    /// then only the result of @p wider need be searched.
    bool refines(const CompiledQuery &wider) const;
    /// The texts and regexes that are looked for and not negated, for highlighting.
    std::vector<TextQuery> highlights() const;

    /// For those who run it.
    const QueryPlan &plan() const { return *m_plan; }

private:
    explicit CompiledQuery(std::shared_ptr<const QueryPlan> plan)
        : m_plan(std::move(plan))
    {
    }

    std::shared_ptr<const QueryPlan> m_plan;
};

} // namespace foretop::logs
