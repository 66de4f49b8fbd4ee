// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/querycompletion.h"

#include "base/text.h"
#include "logs/fieldcomparison.h"
#include "logs/querylexer.h"
#include "logs/queryparser.h"

#include <algorithm>
#include <array>
#include <unordered_set>

namespace foretop::logs {
namespace {

using Kind = QueryToken::Kind;

/// What is being typed at the end of an unfinished query.
struct Unfinished
{
    enum class What { Nothing, Term, Value };
    What what = What::Nothing;
    std::size_t begin = 0;
    std::optional<QueryToken> field; // of a Value; of a Term in the list of its values
    bool isAfterTerm = false;        // of a Term: an operator may come too
    bool isAfterNot = false;
};

/// Goes over the text before the cursor with no more knowledge than the lexer has.
class UnfinishedReader
{
public:
    explicit UnfinishedReader(std::string_view text)
        : m_text(text)
        , m_lexer(text)
    {
    }

    Unfinished read()
    {
        for (;;) {
            const auto begin = skipBlanks();
            auto token = m_listField ? m_lexer.nextInList() : m_lexer.nextTerm();
            const bool isAtCursor = !token || token->end == m_text.size();
            if (m_listField && isAtCursor && (!token || !isParenthesis(token->kind))) {
                return {m_isAfterTerm ? Unfinished::What::Term : Unfinished::What::Value, begin,
                        m_listField, m_isAfterTerm};
            }
            if (!token) {
                return {};
            }
            if (isAtCursor && token->kind != Kind::FieldName) {
                return atCursor(*token);
            }
            m_end = token->end;
            if (token->kind == Kind::FieldName) {
                if (const auto value = readValue(*token)) {
                    return *value;
                }
            } else {
                follow(token->kind);
            }
        }
    }

private:
    static bool isParenthesis(Kind kind) { return kind == Kind::Open || kind == Kind::Close; }

    std::size_t skipBlanks() const
    {
        auto begin = m_end;
        while (begin < m_text.size() && isQueryBlank(m_text[begin])) {
            ++begin;
        }
        return begin;
    }

    Unfinished atCursor(const QueryToken &token) const
    {
        const bool isWord = token.kind == Kind::Word || token.kind == Kind::And ||
                            token.kind == Kind::Or || token.kind == Kind::Not;
        const bool isMinus = m_text.substr(token.begin) == "-";
        if (token.kind == Kind::End || token.kind == Kind::Open || (isWord && isMinus)) {
            return {Unfinished::What::Term,
                    m_text.size(),
                    {},
                    m_isAfterTerm && token.kind == Kind::End,
                    m_isAfterNot || isMinus};
        }
        if (!isWord || token.isQuoted) {
            return {};
        }
        return {Unfinished::What::Term, token.begin, {}, m_isAfterTerm, m_isAfterNot};
    }

    /// Nothing when the value is complete and more follows.
    std::optional<Unfinished> readValue(const QueryToken &field)
    {
        const auto begin = field.mayBlankFollow ? skipBlanks() : m_end;
        auto value = m_lexer.nextValue(field);
        if (value && value->kind == Kind::Open) {
            m_listField = field;
            m_listDepth = 1;
        } else if (!value || value->end == m_text.size()) {
            const bool isLost = !value && begin < m_text.size() && isQueryBlank(m_text[begin]);
            return isLost ? Unfinished{} : Unfinished{Unfinished::What::Value, begin, field};
        } else {
            follow(value->kind);
        }
        m_end = value->end;
        return {};
    }

    void follow(Kind kind)
    {
        m_isAfterNot = kind == Kind::Not;
        m_isAfterTerm = kind == Kind::Word || kind == Kind::Quoted || kind == Kind::Regex ||
                        kind == Kind::Close;
        if (m_listField && isParenthesis(kind)) {
            m_listDepth += kind == Kind::Open ? 1 : -1;
            if (m_listDepth == 0) {
                m_listField.reset();
            }
        }
    }

    const std::string_view m_text;
    QueryLexer m_lexer;
    std::size_t m_end = 0;
    bool m_isAfterTerm = false;
    bool m_isAfterNot = false;
    std::optional<QueryToken> m_listField;
    int m_listDepth = 0;
};

/// Collects what fits what is typed.
class Candidates
{
public:
    explicit Candidates(std::string_view typed)
        : m_typed(typed)
    {
    }

    /// @p item is put for @p name when that fits.
    void add(std::string_view name, std::string item)
    {
        const bool isStart = equalsIgnoringCase(name.substr(0, m_typed.size()), m_typed);
        if (!isStart && !containsIgnoringCase(name, m_typed)) {
            return;
        }
        auto &items = isStart ? m_starting : m_containing;
        if (items.size() < kMaxCompletionItems && item != m_typed && m_known.insert(item).second) {
            items.push_back(std::move(item));
        }
    }

    std::vector<std::string> items() &&
    {
        std::move(m_containing.begin(), m_containing.end(), std::back_inserter(m_starting));
        m_starting.resize(std::min(m_starting.size(), kMaxCompletionItems));
        return std::move(m_starting);
    }

private:
    const std::string m_typed;
    std::vector<std::string> m_starting;
    std::vector<std::string> m_containing;
    std::unordered_set<std::string> m_known;
};

std::vector<std::string> termItems(std::string_view typed, bool hasOperator,
                                   const Unfinished &unfinished, const QueryVocabulary &vocabulary)
{
    constexpr std::array<std::string_view, 7> kNames = {"level",   "since", "until", "logger",
                                                        "message", "time",  "source"};
    Candidates candidates(typed);
    const auto addKeyword = [&](std::string_view keyword) {
        candidates.add(keyword, std::string(keyword));
    };
    const bool mayBeKeyword = !hasOperator;
    if (mayBeKeyword && unfinished.isAfterTerm) {
        addKeyword("or");
        addKeyword(unfinished.field ? "and" : "not");
    }
    if (unfinished.field) {
        return std::move(candidates).items();
    }
    const std::string colon = hasOperator ? "" : ":";
    for (const auto name : kNames) {
        candidates.add(name, std::string(name) + colon);
    }
    for (const auto &field : vocabulary.fields) {
        candidates.add(field, fieldNameText(field) + colon);
    }
    if (mayBeKeyword && !unfinished.isAfterTerm && !unfinished.isAfterNot) {
        addKeyword("not");
    }
    return std::move(candidates).items();
}

bool meansSameField(std::string_view a, std::string_view b)
{
    const auto member = recordMember(a);
    return a == b || (member && member == recordMember(b));
}

std::vector<std::string> valueItems(std::string_view typed, const QueryToken &field,
                                    const QueryVocabulary &vocabulary)
{
    const bool isQuoted = typed.starts_with('"');
    Candidates candidates(typed.substr(isQuoted ? 1 : 0));
    const bool isEqual =
        field.comparison == Comparison::Equal || field.comparison == Comparison::NotEqual;
    const auto member = recordMember(field.text);
    const bool isSinceOrUntil = !field.isQuoted && (field.text == "since" || field.text == "until");
    if (isSinceOrUntil || member == RecordMember::Time) {
        for (const auto *time : {"5m", "15m", "1h", "4h", "1d", "1w", "today", "yesterday"}) {
            candidates.add(time, time);
        }
        return std::move(candidates).items();
    }
    if (member == RecordMember::Level) {
        for (const auto *level : {"trace", "debug", "info", "warning", "error", "critical"}) {
            candidates.add(level, level);
        }
        if (isEqual) {
            candidates.add("unknown", "unknown");
        }
        return std::move(candidates).items();
    }
    for (const auto &facet : vocabulary.values) {
        if (!meansSameField(facet.field, field.text)) {
            continue;
        }
        for (const auto &[value, count] : facet.values) {
            auto item = fieldValueText(value);
            candidates.add(value, isQuoted && !item.starts_with('"') ? '"' + item + '"' : item);
        }
    }
    return std::move(candidates).items();
}

/// The end of the piece that begins at @p begin and reaches to @p cursor or beyond.
std::size_t valueEnd(std::string_view text, std::size_t begin, std::size_t cursor)
{
    const auto token = QueryLexer(text.substr(begin)).nextInList();
    const bool isValue = token && token->kind != Kind::Open && token->kind != Kind::Close;
    return isValue ? std::max(begin + token->end, cursor) : cursor;
}

} // namespace

QueryCompletion completeQuery(std::string_view text, std::size_t cursor,
                              const QueryVocabulary &vocabulary)
{
    cursor = std::min(cursor, text.size());
    if (text.size() > kMaxQueryBytes) {
        return {.begin = cursor, .end = cursor, .items = {}};
    }
    const auto before = text.substr(0, cursor);
    const auto unfinished = UnfinishedReader(before).read();
    const auto begin = unfinished.begin;
    switch (unfinished.what) {
    case Unfinished::What::Value: {
        const bool isEmpty = begin >= text.size() || isQueryBlank(text[begin]);
        return {.begin = begin,
                .end = isEmpty ? cursor : valueEnd(text, begin, cursor),
                .items = valueItems(before.substr(begin), *unfinished.field, vocabulary)};
    }
    case Unfinished::What::Term: {
        const auto token = QueryLexer(text.substr(begin)).nextTerm();
        const bool isHere = token && token->begin == 0 && begin + token->end >= cursor;
        const bool hasOperator =
            isHere && token->kind == Kind::FieldName && begin + token->text.size() >= cursor;
        const bool isWord = isHere && begin < cursor && token->kind != Kind::FieldName;
        return {.begin = begin,
                .end = hasOperator ? begin + token->text.size()
                       : isWord    ? begin + token->end
                                   : cursor,
                .items = termItems(before.substr(begin), hasOperator, unfinished, vocabulary)};
    }
    case Unfinished::What::Nothing:
        break;
    }
    return {.begin = cursor, .end = cursor, .items = {}};
}

} // namespace foretop::logs
