// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "logs/querytoken.h"

namespace foretop::logs {

/// Takes the text of a query apart, from front to back. Which way a piece is read depends on where
/// it stands, so the caller asks for what may come next. docs/query.md has the rules.
class QueryLexer
{
public:
    /// @p text must outlive the lexer and be valid UTF-8 for columns to be right.
    explicit QueryLexer(std::string_view text)
        : m_text(text)
    {
    }

    /// The next piece where a term or an operator may stand.
    Result<QueryToken> nextTerm();
    /// The value of @p field, which was the last piece: Word, Quoted, Regex or Open.
    Result<QueryToken> nextValue(const QueryToken &field);
    /// The next piece in the list of values of a field.
    Result<QueryToken> nextInList();

    /// An error at a byte of the text.
    tl::unexpected<Error> failAt(std::size_t at, std::string message,
                                 ErrorCode code = ErrorCode::Malformed) const;
    /// What of the query a token is.
    std::string_view textOf(const QueryToken &token) const
    {
        return m_text.substr(token.begin, token.end - token.begin);
    }

private:
    struct Operator
    {
        Comparison comparison = Comparison::Equal;
        std::size_t length = 0;
        bool isColon = false;
    };

    char at(std::size_t place) const { return place < m_text.size() ? m_text[place] : '\0'; }
    bool isBoundary(std::size_t place) const;
    void skipBlanks();

    QueryToken take(QueryToken::Kind kind, std::size_t length);
    QueryToken takeWord();
    QueryToken takeField(std::size_t begin, std::string name, const Operator &how);
    Result<QueryToken> takeQuoted(bool mayBeName);
    Result<QueryToken> takeRegexOrWord();
    Result<QueryToken> takeValue();

    std::size_t wordEnd(std::size_t begin) const;
    std::optional<Operator> operatorAt(std::size_t place) const;
    std::optional<Operator> operatorAfter(std::string_view name) const;
    std::optional<Operator> operatorBehindBlanks(std::size_t place) const;

    const std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace foretop::logs
