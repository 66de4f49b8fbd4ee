// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/expressionkeywords.h"
#include "metrics/expressionparser.h"

#include <cmath>

#include <fmt/format.h>

namespace foretop::metrics {

NodePtr ExpressionParser::suffixes(NodePtr operand, bool isInParens)
{
    while (operand) {
        if (peek().kind == TokenKind::LeftBracket) {
            operand = brackets(std::move(operand), isInParens);
        } else if (isWord("offset") || peek().kind == TokenKind::At) {
            operand = shifted(std::move(operand), isInParens);
        } else {
            return operand;
        }
        isInParens = false;
    }
    return {};
}

std::optional<Milliseconds> ExpressionParser::duration()
{
    const auto token = peek();
    if (token.kind != TokenKind::Duration) {
        refuse(
            fmt::format("a duration such as 5m or 1h30m should stand here, not {}", shown(token)));
        return {};
    }
    take();
    const auto value = durationOf(token.text);
    if (!value) {
        refuse(value.error().message, token.column);
        return {};
    }
    return *value;
}

/// "[5m]" and "[1h:1m]".
NodePtr ExpressionParser::brackets(NodePtr operand, bool isInParens)
{
    const auto open = take();
    const auto range = duration();
    if (!range) {
        return {};
    }
    if (peek().kind == TokenKind::Colon) {
        take();
        return subquery(std::move(operand), *range, open.column);
    }
    if (!expect(TokenKind::RightBracket, "\"]\" or \":\"")) {
        return {};
    }
    const auto *selected = std::get_if<VectorSelector>(&operand->form);
    if (!selected || isInParens) {
        return refuse("a range such as [5m] goes right behind a metric or its {...}; of anything "
                      "else take a subquery, such as [5m:1m]",
                      open.column);
    }
    if (selected->shift != TimeShift()) {
        return refuse("\"offset\" and \"@\" go behind the range, not before it", open.column);
    }
    return node(RangeSelector{*selected, *range}, ValueType::RangeVector, operand->column, 0);
}

NodePtr ExpressionParser::subquery(NodePtr operand, Milliseconds range, std::uint64_t column)
{
    std::optional<Milliseconds> step;
    if (peek().kind != TokenKind::RightBracket) {
        step = duration();
    }
    if (m_error || !expect(TokenKind::RightBracket, "\"]\"")) {
        return {};
    }
    if (operand->type != ValueType::InstantVector) {
        return refuse(
            fmt::format("a subquery is of an instant vector, not of {}", aValueOf(operand->type)),
            column);
    }
    const auto start = operand->column;
    const auto depth = operand->depth;
    return node(Subquery{std::move(operand), range, step, {}}, ValueType::RangeVector, start,
                depth);
}

/// Sets an "offset" or "@" of what can be shifted: selectors and subqueries.
NodePtr ExpressionParser::shifted(NodePtr operand, bool isInParens)
{
    const auto token = take();
    auto form = operand->form;
    TimeShift *shift = nullptr;
    if (auto *instant = std::get_if<VectorSelector>(&form)) {
        shift = &instant->shift;
    } else if (auto *range = std::get_if<RangeSelector>(&form)) {
        shift = &range->selector.shift;
    } else if (auto *sub = std::get_if<Subquery>(&form)) {
        shift = &sub->shift;
    }
    if (!shift || isInParens) {
        return refuse(
            fmt::format("{} goes right behind a metric, a range or a subquery", shown(token)),
            token.column);
    }
    const bool isSet =
        token.kind == TokenKind::At ? shift->at.has_value() : shift->offset != Milliseconds(0);
    if (isSet) {
        return refuse(fmt::format("there is an {} already", shown(token)), token.column);
    }
    if (token.kind == TokenKind::At) {
        shift->at = atModifier();
    } else {
        const int sign = accept(TokenKind::Minus) ? -1 : 1;
        shift->offset = duration().value_or(Milliseconds(0)) * sign;
    }
    return node(std::move(form), operand->type, operand->column, operand->depth - 1);
}

std::optional<AtModifier> ExpressionParser::atModifier()
{
    for (const auto &[name, kind] :
         {std::pair("start", AtModifier::Kind::Start), std::pair("end", AtModifier::Kind::End)}) {
        if (acceptWord(name)) {
            if (expect(TokenKind::LeftParen, "\"(\"") && expect(TokenKind::RightParen, "\")\"")) {
                return AtModifier{kind, {}};
            }
            return {};
        }
    }
    const double sign = accept(TokenKind::Minus) ? -1 : (accept(TokenKind::Plus), 1);
    const auto token = peek();
    std::optional<double> seconds;
    if (token.kind == TokenKind::Number) {
        seconds = numberOf(token.text);
    }
    // Beyond what any clock says, and far from where milliseconds would overflow.
    constexpr double kMaxSeconds = 1e12;
    if (!seconds || *seconds > kMaxSeconds) {
        refuse(fmt::format("a Unix time in seconds (of at most 10^12), start() or end() should "
                           "stand here, not {}",
                           shown(token)));
        return {};
    }
    take();
    return AtModifier{AtModifier::Kind::Time, wallTimeFromMs(std::llround(sign * *seconds * 1000))};
}

} // namespace foretop::metrics
