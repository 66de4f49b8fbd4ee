// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/querylexer.h"
#include "logs/queryparser.h"

namespace foretop::logs {

/// Makes terms of the pieces of a query. Errors have the place of what is wrong.
class QueryTermReader
{
public:
    /// Both must outlive the reader.
    QueryTermReader(const QueryLexer &lexer, const QueryContext &context)
        : m_lexer(lexer)
        , m_context(context)
    {
    }

    /// A text to look for: @p token is a Word, Quoted or Regex.
    Result<Query> text(const QueryToken &token) const;
    /// @p value, of the same kinds, compared with @p field.
    Result<Query> field(const QueryToken &field, const QueryToken &value) const;

private:
    Result<Query> sinceOrUntil(const QueryToken &field, const QueryToken &value) const;
    Result<Query> timeComparison(const QueryToken &field, const QueryToken &value) const;
    Result<FieldValue> value(const QueryToken &field, const QueryToken &value) const;
    Result<void> checkRegex(const TextQuery &query, const QueryToken &token) const;
    Result<void> checkInOrder(const QueryToken &field, const QueryToken &value) const;
    Result<void> checkLevel(const QueryToken &value) const;
    Result<Query> within(const TimeTerm &term, const QueryToken &value) const;

    const QueryLexer &m_lexer;
    const QueryContext &m_context;
};

/// `<`, `<=`, `>` or `>=`.
bool isOrdered(Comparison comparison);

} // namespace foretop::logs
