// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "logs/queryterm.h"

#include "base/timestamp.h"
#include "logs/wordpattern.h"
#include "logs/writtentime.h"

#include <fmt/format.h>

namespace foretop::logs {
namespace {

using Kind = QueryToken::Kind;

/// hyperscan takes no longer expressions than 16,000 bytes, and a character may take ten.
constexpr std::size_t kMaxTextBytes = 3'000;

/// More take long to compile.
constexpr std::size_t kMaxTextWildcards = 32;

constexpr std::string_view kTimeForms =
    "15m (ago), 2024-01-15, 2024-01-15T10:30, 10:30 (today), now, today, yesterday or a Unix time";

bool isAny(const QueryToken &value)
{
    return value.kind == Kind::Word && !value.isQuoted && value.text == "*";
}

bool isWritable(WallTime time)
{
    return parseIso8601(formatIso8601(time)) == time;
}

} // namespace

bool isOrdered(Comparison comparison)
{
    return comparison != Comparison::Equal && comparison != Comparison::NotEqual;
}

Result<Query> QueryTermReader::text(const QueryToken &token) const
{
    TextQuery query{.text = token.text};
    if (token.kind == Kind::Regex) {
        query.kind = TextQuery::Kind::Regex;
        query.isCaseSensitive = token.isCaseSensitive;
    } else if (token.kind == Kind::Word) {
        const WordPattern word(token.text);
        if (word.isAnything()) {
            return queryForAll();
        }
        query.isCaseSensitive = false;
        const auto inner = word.withoutOuter();
        if (inner.wildcards() > kMaxTextWildcards) {
            return m_lexer.failAt(
                token.begin,
                fmt::format("a word to find may have {} wildcards at most", kMaxTextWildcards),
                ErrorCode::TooLarge);
        }
        if (auto plain = inner.plainText()) {
            query.text = std::move(*plain);
        } else {
            query.kind = TextQuery::Kind::Regex;
            query.text = inner.regex();
        }
    }
    if (query.kind == TextQuery::Kind::Regex) {
        if (const auto checked = checkRegex(query, token); !checked) {
            return tl::unexpected(checked.error());
        }
    } else if (query.text.size() > kMaxTextBytes) {
        return m_lexer.failAt(
            token.begin, fmt::format("a text to find may have {} bytes at most", kMaxTextBytes),
            ErrorCode::TooLarge);
    }
    return queryOf(TextTerm{std::move(query)});
}

Result<Query> QueryTermReader::field(const QueryToken &field, const QueryToken &value) const
{
    if (!field.isQuoted && (field.text == "since" || field.text == "until")) {
        return sinceOrUntil(field, value);
    }
    const bool isPlainTime = field.text == "time" && value.kind != Kind::Regex && !isAny(value);
    if (isPlainTime) {
        return timeComparison(field, value);
    }
    auto read = this->value(field, value);
    if (!read) {
        return tl::unexpected(read.error());
    }
    return queryOf(FieldTerm{field.text, field.comparison, std::move(*read)});
}

Result<FieldValue> QueryTermReader::value(const QueryToken &field, const QueryToken &value) const
{
    FieldValue read{.text = value.text};
    auto checked = isOrdered(field.comparison) ? checkInOrder(field, value) : Result<void>();
    switch (value.kind) {
    case Kind::Regex:
        read.kind = FieldValue::Kind::Regex;
        read.isCaseSensitive = value.isCaseSensitive;
        if (checked) {
            checked =
                checkRegex({value.text, TextQuery::Kind::Regex, value.isCaseSensitive}, value);
        }
        break;
    case Kind::Quoted:
        read.kind = FieldValue::Kind::Quoted;
        break;
    default:
        if (isAny(value)) {
            read = {.kind = FieldValue::Kind::Any, .text = {}};
        }
    }
    const bool isLevel = field.text == "level" && (read.kind == FieldValue::Kind::Word ||
                                                   read.kind == FieldValue::Kind::Quoted);
    if (checked && isLevel) {
        checked = checkLevel(value);
    }
    if (!checked) {
        return tl::unexpected(checked.error());
    }
    return read;
}

Result<Query> QueryTermReader::sinceOrUntil(const QueryToken &field, const QueryToken &value) const
{
    if (field.comparison != Comparison::Equal) {
        return m_lexer.failAt(field.begin,
                              fmt::format("{0} goes with a colon, as in {0}:15m", field.text));
    }
    const bool isSince = field.text == "since";
    if (const auto ago = readDuration(value.text); ago && value.kind != Kind::Regex) {
        const auto time = m_context.now - *ago;
        return within(isSince ? TimeTerm{.from = time, .until = {}}
                              : TimeTerm{.from = {}, .until = time},
                      value);
    }
    const auto time = value.kind == Kind::Regex
                          ? std::nullopt
                          : readWrittenTime(value.text, m_context.now, m_context.zone);
    if (!time) {
        return m_lexer.failAt(
            value.begin, fmt::format("{} is no time; write {}", m_lexer.textOf(value), kTimeForms));
    }
    return within(isSince ? TimeTerm{.from = time->first, .until = {}}
                          : TimeTerm{.from = {}, .until = time->last},
                  value);
}

Result<Query> QueryTermReader::timeComparison(const QueryToken &field,
                                              const QueryToken &value) const
{
    auto time = readWrittenTime(value.text, m_context.now, m_context.zone);
    if (const auto ago = readDuration(value.text)) {
        time = WrittenTime{.first = m_context.now - *ago, .last = m_context.now - *ago};
    }
    if (!time) {
        return m_lexer.failAt(
            value.begin, fmt::format("{} is no time; write {}", m_lexer.textOf(value), kTimeForms));
    }
    constexpr Milliseconds kStep(1);
    switch (field.comparison) {
    case Comparison::Less:
        return within({.from = {}, .until = time->first - kStep}, value);
    case Comparison::LessEqual:
        return within({.from = {}, .until = time->last}, value);
    case Comparison::Greater:
        return within({.from = time->last + kStep, .until = {}}, value);
    case Comparison::GreaterEqual:
        return within({.from = time->first, .until = {}}, value);
    case Comparison::Equal:
    case Comparison::NotEqual:
        break;
    }
    auto query = within({.from = time->first, .until = time->last}, value);
    return query && field.comparison == Comparison::NotEqual ? negated(*query) : query;
}

Result<Query> QueryTermReader::within(const TimeTerm &term, const QueryToken &value) const
{
    if (!isWritable(term.from.value_or(m_context.now)) ||
        !isWritable(term.until.value_or(m_context.now))) {
        return m_lexer.failAt(value.begin, "times go from the year 1 to 9999");
    }
    return queryOf(term);
}

Result<void> QueryTermReader::checkRegex(const TextQuery &query, const QueryToken &token) const
{
    const auto pattern = TextPattern::compile(query);
    if (pattern) {
        return {};
    }
    auto place = token.begin;
    const auto column = pattern.error().place.column;
    if (token.kind == Kind::Regex && column) {
        place = *column <= token.origins.size() ? token.origins[*column - 1] : token.end;
    }
    return m_lexer.failAt(place,
                          fmt::format("this regex cannot be used: {}", pattern.error().message));
}

Result<void> QueryTermReader::checkInOrder(const QueryToken &field, const QueryToken &value) const
{
    const bool isWord = value.kind == Kind::Word;
    if (value.kind == Kind::Regex || (isWord && !WordPattern(value.text).plainText())) {
        return m_lexer.failAt(
            value.begin, fmt::format("{} compares with a number, a time or a text; for a {} write "
                                     "{}:{}",
                                     m_lexer.textOf(field), isWord ? "wildcard" : "regex",
                                     field.text, m_lexer.textOf(value)));
    }
    return {};
}

Result<void> QueryTermReader::checkLevel(const QueryToken &value) const
{
    if (levelFromName(value.text)) {
        return {};
    }
    return m_lexer.failAt(value.begin,
                          fmt::format("{} is no level; the levels are trace, debug, info, warning, "
                                      "error, critical and unknown",
                                      m_lexer.textOf(value)));
}

} // namespace foretop::logs
