// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/querylexer.h"

#include <algorithm>

#include <fmt/format.h>

namespace foretop::logs {
namespace {

using Kind = QueryToken::Kind;

bool isIn(char c, std::string_view set)
{
    return set.find(c) != std::string_view::npos;
}

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

} // namespace

tl::unexpected<Error> QueryLexer::failAt(std::size_t at, std::string message, ErrorCode code) const
{
    return fail(
        code, std::move(message), {},
        {.line = {}, .column = characters(m_text.substr(0, at)) + 1, .offset = {}, .item = {}});
}

bool QueryLexer::isBoundary(std::size_t place) const
{
    return place >= m_text.size() || isQueryBlank(m_text[place]) || m_text[place] == ')';
}

void QueryLexer::skipBlanks()
{
    while (m_at < m_text.size() && isQueryBlank(m_text[m_at])) {
        ++m_at;
    }
}

QueryToken QueryLexer::take(Kind kind, std::size_t length)
{
    QueryToken token{.kind = kind, .begin = m_at, .end = m_at + length};
    m_at += length;
    return token;
}

QueryToken QueryLexer::takeWord()
{
    auto token = take(Kind::Word, wordEnd(m_at) - m_at);
    token.text = textOf(token);
    return token;
}

QueryToken QueryLexer::takeField(std::size_t begin, std::string name, const Operator &how)
{
    m_at += how.length;
    return {.kind = Kind::FieldName,
            .begin = begin,
            .end = m_at,
            .text = std::move(name),
            .comparison = how.comparison,
            .mayBlankFollow = !how.isColon};
}

/// A parenthesis belongs to the word when its partner does, as in "main()".
std::size_t QueryLexer::wordEnd(std::size_t begin) const
{
    std::size_t open = 0;
    std::size_t place = begin;
    for (; place < m_text.size() && !isQueryBlank(m_text[place]); ++place) {
        if (m_text[place] == '(') {
            if (queryKeyword(m_text.substr(begin, place - begin))) {
                break;
            }
            ++open;
        } else if (m_text[place] == ')') {
            if (open == 0) {
                break;
            }
            --open;
        }
    }
    return place;
}

/// Not those that belong to words: "a::b", "http://", "=>", "<<", "x:=1".
std::optional<QueryLexer::Operator> QueryLexer::operatorAt(std::size_t place) const
{
    const char first = at(place);
    const char second = at(place + 1);
    if (first == ':') {
        if (isIn(second, "<>")) {
            auto after = operatorAt(place + 1);
            if (after) {
                ++after->length;
            }
            return after;
        }
        const bool isText = isIn(second, ":=") || (second == '/' && at(place + 2) == '/');
        return isText ? std::nullopt : std::optional(Operator{Comparison::Equal, 1, true});
    }
    if (second == '=') {
        switch (first) {
        case '!':
            return Operator{Comparison::NotEqual, 2};
        case '<':
            return Operator{Comparison::LessEqual, 2};
        case '>':
            return Operator{Comparison::GreaterEqual, 2};
        case '=':
            return Operator{Comparison::Equal, 2};
        default:
            return {};
        }
    }
    if (!isIn(first, "<>=") || isIn(second, "<>")) {
        return {};
    }
    return Operator{first == '<'   ? Comparison::Less
                    : first == '>' ? Comparison::Greater
                                   : Comparison::Equal,
                    1};
}

/// For the name at m_at.
std::optional<QueryLexer::Operator> QueryLexer::operatorAfter(std::string_view name) const
{
    const auto place = m_at + name.size();
    // "C:\" is a drive.
    if (name.empty() || (name.size() == 1 && at(place) == ':' && at(place + 1) == '\\')) {
        return {};
    }
    return operatorAt(place);
}

std::optional<QueryLexer::Operator> QueryLexer::operatorBehindBlanks(std::size_t place) const
{
    const auto begin = place;
    while (place < m_text.size() && isQueryBlank(m_text[place])) {
        ++place;
    }
    if (place == begin || at(place) == ':') {
        return {};
    }
    auto found = operatorAt(place);
    // "5 <tag>" are two words.
    const bool isWord = found && found->length == 1 && !isQueryBlank(at(place + found->length));
    if (!found || isWord) {
        return {};
    }
    found->length += place - begin;
    return found;
}

Result<QueryToken> QueryLexer::nextTerm()
{
    skipBlanks();
    switch (at(m_at)) {
    case '(':
        return take(Kind::Open, 1);
    case ')':
        return take(Kind::Close, 1);
    case '"':
        return takeQuoted(true);
    case '/':
        return takeRegexOrWord();
    case '-':
        // "--verbose" is a word.
        if (!isBoundary(m_at + 1) && (at(m_at + 1) != '-' || isIn(at(m_at + 2), "(\"/"))) {
            return take(Kind::Not, 1);
        }
        break;
    default:
        break;
    }
    if (m_at >= m_text.size()) {
        return take(Kind::End, 0);
    }
    const auto begin = m_at;
    const auto name = m_text.substr(m_at, fieldNameLength(m_text.substr(m_at)));
    if (const auto how = operatorAfter(name)) {
        m_at += name.size();
        return takeField(begin, std::string(name), *how);
    }
    auto word = takeWord();
    if (const auto keyword = queryKeyword(word.text)) {
        word.kind = *keyword;
    } else if (const auto how = operatorBehindBlanks(m_at); how && word.text == name) {
        return takeField(begin, std::move(word.text), *how);
    }
    return word;
}

Result<QueryToken> QueryLexer::nextValue(const QueryToken &field)
{
    if (field.mayBlankFollow) {
        skipBlanks();
    }
    if (isBoundary(m_at)) {
        const auto written = textOf(field);
        return failAt(field.end,
                      field.mayBlankFollow
                          ? fmt::format("a value must follow {}", written)
                          : fmt::format("a value must follow {0} without a blank; to find it as a "
                                        "text, quote it",
                                        written));
    }
    return at(m_at) == '(' ? take(Kind::Open, 1) : takeValue();
}

Result<QueryToken> QueryLexer::nextInList()
{
    skipBlanks();
    if (m_at >= m_text.size()) {
        return take(Kind::End, 0);
    }
    if (isIn(at(m_at), "()")) {
        return take(at(m_at) == '(' ? Kind::Open : Kind::Close, 1);
    }
    auto value = takeValue();
    if (value && value->kind == Kind::Word && !value->isQuoted) {
        value->kind = queryKeyword(value->text).value_or(Kind::Word);
    }
    return value;
}

Result<QueryToken> QueryLexer::takeValue()
{
    return at(m_at) == '"' ? takeQuoted(false) : at(m_at) == '/' ? takeRegexOrWord() : takeWord();
}

Result<QueryToken> QueryLexer::takeQuoted(bool mayBeName)
{
    QueryToken token{.kind = Kind::Quoted, .begin = m_at};
    auto place = m_at + 1;
    while (place < m_text.size() && m_text[place] != '"') {
        if (m_text[place] == '\\' && isIn(at(place + 1), "\"\\") && place + 1 < m_text.size()) {
            ++place;
        }
        token.text += m_text[place++];
    }
    if (place >= m_text.size()) {
        return failAt(m_at, "the text that begins here has no closing \"");
    }
    ++place;
    if (mayBeName) {
        m_at = place;
        auto how = operatorAt(place);
        if (!how) {
            how = operatorBehindBlanks(place);
        }
        if (how) {
            auto field = takeField(token.begin, std::move(token.text), *how);
            field.isQuoted = true;
            return field;
        }
    }
    if (at(place) == 'i') {
        token.kind = Kind::Word;
        token.isQuoted = true;
        ++place;
    }
    if (!isBoundary(place)) {
        return failAt(place,
                      "after the closing \" must come a blank; in a text, write \\\" for \"");
    }
    token.end = m_at = place;
    return token;
}

Result<QueryToken> QueryLexer::takeRegexOrWord()
{
    QueryToken token{.kind = Kind::Regex, .begin = m_at};
    auto place = m_at + 1;
    for (; place < m_text.size() && m_text[place] != '/'; ++place) {
        if (m_text[place] == '\\' && place + 1 < m_text.size()) {
            if (m_text[place + 1] != '/') {
                token.text += '\\';
                token.origins.push_back(place);
            }
            ++place;
        }
        token.text += m_text[place];
        token.origins.push_back(place);
    }
    const bool isClosed = place < m_text.size();
    token.isCaseSensitive = at(++place) != 'i';
    place += token.isCaseSensitive ? 0 : 1;
    if (isClosed && !token.text.empty() && isBoundary(place)) {
        token.end = m_at = place;
        return token;
    }
    // "/var/log" and "/health" are paths; what has signs of a regex has lost its end.
    auto word = takeWord();
    if (!isClosed && word.text.find_first_of("\\[({+|^$") != std::string::npos) {
        return failAt(word.begin, "the regex that begins here has no closing /; write \\/ for a / "
                                  "in it");
    }
    return word;
}

} // namespace foretop::logs
