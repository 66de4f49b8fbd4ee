// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/queryparser.h"

#include "base/text.h"
#include "logs/querylexer.h"
#include "logs/queryterm.h"

#include <algorithm>

#include <fmt/format.h>

namespace foretop::logs {
namespace {

using Kind = QueryToken::Kind;

/// How deep parentheses and negations lie within each other when @p query is written out.
std::size_t depthOf(const Query &query)
{
    const auto deepest = [](const std::vector<Query> &parts) {
        std::size_t depth = 0;
        for (const auto &part : parts) {
            depth = std::max(depth, depthOf(part));
        }
        return depth + 1;
    };
    if (const auto *all = std::get_if<AllOf>(&query->content)) {
        return deepest(all->parts);
    }
    if (const auto *any = std::get_if<AnyOf>(&query->content)) {
        return deepest(any->parts);
    }
    if (const auto *no = std::get_if<Not>(&query->content)) {
        return depthOf(no->part) + 1;
    }
    const auto *time = std::get_if<TimeTerm>(&query->content);
    return time != nullptr && time->from && time->until ? 1 : 0;
}

/// By recursive descent. After the first error every piece is the end, so that all returns.
class QueryParser
{
public:
    QueryParser(std::string_view text, const QueryContext &context)
        : m_lexer(text)
        , m_terms(m_lexer, context)
    {
    }

    Result<Query> parse()
    {
        advance();
        auto query = m_token.kind == Kind::End ? queryForAll() : parseAny();
        if (m_token.kind == Kind::Close) {
            failHere("this ) closes nothing; to find it as a text, quote it: \")\"");
        }
        if (!m_error && depthOf(query) > kMaxQueryDepth) {
            failHere(depthMessage(), ErrorCode::TooLarge);
        }
        return m_error ? Result<Query>(tl::unexpected(*m_error)) : Result<Query>(query);
    }

private:
    static std::string depthMessage()
    {
        return fmt::format("parentheses and negations may be {} deep at most", kMaxQueryDepth);
    }

    void setError(Error error)
    {
        if (!m_error) {
            m_error = std::move(error);
        }
        m_token = {};
    }
    void failAt(std::size_t place, std::string message, ErrorCode code = ErrorCode::Malformed)
    {
        setError(m_lexer.failAt(place, std::move(message), code).value());
    }
    void failHere(std::string message, ErrorCode code = ErrorCode::Malformed)
    {
        failAt(m_token.begin, std::move(message), code);
    }

    void take(Result<QueryToken> next)
    {
        if (next) {
            m_token = std::move(*next);
        } else {
            setError(next.error());
        }
    }
    void advance()
    {
        if (!m_error) {
            take(m_listField != nullptr ? m_lexer.nextInList() : m_lexer.nextTerm());
        }
    }
    Query taken(Result<Query> query)
    {
        if (!query) {
            setError(query.error());
            return queryForAll();
        }
        return std::move(*query);
    }

    Query parseAny()
    {
        std::vector<Query> parts = {parseAll()};
        while (m_token.kind == Kind::Or) {
            advance();
            parts.push_back(parseAll());
        }
        return anyOf(std::move(parts));
    }

    Query parseAll()
    {
        std::vector<Query> parts = {parsePart()};
        while (m_token.kind != Kind::End && m_token.kind != Kind::Close &&
               m_token.kind != Kind::Or) {
            if (m_token.kind == Kind::And) {
                advance();
            } else if (m_listField != nullptr) {
                failHere("between the values of a list must be or, or and");
                break;
            }
            parts.push_back(parsePart());
        }
        return allOf(std::move(parts));
    }

    Query parsePart()
    {
        if (m_token.kind != Kind::Not) {
            return parseTerm();
        }
        return deeper([this] {
            advance();
            return negated(parsePart());
        });
    }

    template <typename Parse>
    Query deeper(Parse parse)
    {
        if (m_depth >= kMaxQueryDepth) {
            failHere(depthMessage(), ErrorCode::TooLarge);
            return queryForAll();
        }
        ++m_depth;
        auto query = parse();
        --m_depth;
        return query;
    }

    Query parseTerm()
    {
        switch (m_token.kind) {
        case Kind::Open:
            return deeper([this] {
                auto group = parseGroup();
                advance();
                return group;
            });
        case Kind::FieldName:
            return parseField();
        case Kind::Word:
        case Kind::Quoted:
        case Kind::Regex:
            return parseText();
        default:
            failMissing();
            return queryForAll();
        }
    }

    Query parseGroup()
    {
        const auto begin = m_token.begin;
        advance();
        if (m_token.kind == Kind::Close) {
            failHere("between ( and ) must be something; to find them as a text, quote them: "
                     "\"()\"");
        }
        auto query = parseAny();
        if (m_token.kind != Kind::Close && !m_error) {
            failAt(begin, "this ( is never closed; to find it as a text, quote it: \"(\"");
        }
        return query;
    }

    Query parseText()
    {
        countTerm();
        auto query = taken(m_listField != nullptr ? m_terms.field(*m_listField, m_token)
                                                  : m_terms.text(m_token));
        advance();
        return query;
    }

    Query parseField()
    {
        auto field = std::move(m_token);
        take(m_lexer.nextValue(field));
        if (m_token.kind == Kind::Open) {
            return parseList(std::move(field));
        }
        countTerm();
        auto query = m_error ? queryForAll() : taken(m_terms.field(field, m_token));
        advance();
        return query;
    }

    /// `field!=(a or b)` is `not field:(a or b)`.
    Query parseList(QueryToken field)
    {
        if (isOrdered(field.comparison)) {
            failHere("a list of values goes with : or =");
            return queryForAll();
        }
        const bool isNegated = field.comparison == Comparison::NotEqual;
        field.comparison = Comparison::Equal;
        auto query = deeper([&] {
            m_listField = &field;
            auto list = parseGroup();
            m_listField = nullptr;
            return list;
        });
        advance();
        return isNegated ? negated(std::move(query)) : query;
    }

    void countTerm()
    {
        if (++m_termCount > kMaxQueryTerms) {
            failHere(fmt::format("a query may have {} terms at most", kMaxQueryTerms),
                     ErrorCode::TooLarge);
        }
    }

    void failMissing()
    {
        const auto word = m_lexer.textOf(m_token);
        if (m_token.kind == Kind::And || m_token.kind == Kind::Or) {
            failHere(fmt::format("{0} must stand between two terms; to find the word, quote it: "
                                 "\"{0}\"",
                                 word));
        } else if (!m_error) {
            failHere("a term must follow here; to find the words and, or, not, quote them");
        }
    }

    QueryLexer m_lexer;
    QueryTermReader m_terms;
    QueryToken m_token;
    const QueryToken *m_listField = nullptr;
    std::size_t m_depth = 0;
    std::size_t m_termCount = 0;
    std::optional<Error> m_error;
};

} // namespace

Result<Query> parseQuery(std::string_view text, const QueryContext &context)
{
    const QueryLexer whole(text);
    if (text.size() > kMaxQueryBytes) {
        return whole.failAt(kMaxQueryBytes,
                            fmt::format("a query may have {} bytes at most", kMaxQueryBytes),
                            ErrorCode::TooLarge);
    }
    for (std::size_t at = 0; at < text.size();) {
        const auto length = utf8SequenceLength(text.substr(at));
        if (length == 0) {
            return whole.failAt(at, "this byte is not UTF-8");
        }
        at += length;
    }
    return QueryParser(text, context).parse();
}

bool mayHaveRegex(std::string_view text)
{
    return text.find('/') != std::string_view::npos;
}

} // namespace foretop::logs
