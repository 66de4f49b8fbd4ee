// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/lineclass.h"
#include "logs/query.h"
#include "logs/recordparser.h"

#include <memory>
#include <optional>

namespace foretop::logs {

/// A query made ready to run fast: predicates of the columns (level, time) first, then texts by
/// hyperscan over whole blocks, then fields, by simdjson where a record is JSON. Immutable and
/// cheap to copy; any thread. Means exactly what matchesQuery() says.
class CompiledQuery
{
public:
    /// Fails as TextPattern::compile() does; a parsed query does not fail.
    static Result<CompiledQuery> compile(Query query, TextEncoding encoding = TextEncoding::Utf8);

    const Query &query() const;
    /// Every record matches.
    bool matchesAll() const;
    /// Whether every record that matches this also matches @p wider, as far as can be told quickly:
    /// then only the result of @p wider need be searched.
    bool refines(const CompiledQuery &wider) const;
    /// The texts and regexes that are looked for and not negated, for highlighting.
    std::vector<TextQuery> highlights() const;

private:
    struct Plan;
    friend class QueryRun; // implementer: what evaluates it, one a thread
    std::shared_ptr<const Plan> m_plan;
};

} // namespace foretop::logs
