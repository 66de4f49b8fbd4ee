// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/expressionparser.h"

#include "base/text.h"
#include "metrics/expressionkeywords.h"
#include "metrics/function.h"

#include <algorithm>

#include <fmt/format.h>

namespace foretop::metrics {

NodePtr ExpressionParser::selector(std::string metric, std::uint64_t column)
{
    VectorSelector selector;
    selector.metric = std::move(metric);
    if (accept(TokenKind::LeftBrace) && !matchers(selector)) {
        return {};
    }
    const auto namesTwice = [&selector](const LabelMatcher &matcher) {
        return !selector.metric.empty() && matcher.label() == kNameLabel;
    };
    if (std::any_of(selector.matchers.begin(), selector.matchers.end(), namesTwice)) {
        return refuse(
            fmt::format("the name is given already, before the braces: {}", selector.metric),
            column);
    }
    const bool matchesNothingToo =
        std::all_of(selector.matchers.begin(), selector.matchers.end(),
                    [](const LabelMatcher &matcher) { return matcher.matches(""); });
    if (selector.metric.empty() && matchesNothingToo) {
        return refuse("the braces need a matcher that no empty value satisfies, such as "
                      "{__name__=~\"http_.+\"}",
                      column);
    }
    return node(std::move(selector), ValueType::InstantVector, column, 0);
}

/// What stands between the braces, and the closing one.
bool ExpressionParser::matchers(VectorSelector &selector)
{
    while (!accept(TokenKind::RightBrace)) {
        if (!matcher(selector)) {
            return false;
        }
        if (!accept(TokenKind::Comma)) {
            return expect(TokenKind::RightBrace, "\",\" or \"}\"");
        }
    }
    return true;
}

bool ExpressionParser::matcher(VectorSelector &selector)
{
    const auto label = peek();
    if (!expect(TokenKind::Word, "a label or \"}\"")) {
        return false;
    }
    LabelMatcher::Operator op;
    switch (peek().kind) {
    case TokenKind::Assign:
        op = LabelMatcher::Operator::Equal;
        break;
    case TokenKind::NotEqual:
        op = LabelMatcher::Operator::NotEqual;
        break;
    case TokenKind::Matches:
        op = LabelMatcher::Operator::Matches;
        break;
    case TokenKind::MatchesNot:
        op = LabelMatcher::Operator::MatchesNot;
        break;
    default:
        refuse(fmt::format("one of = != =~ !~ should stand here, not {}", shown(peek())));
        return false;
    }
    take();
    const auto value = peek();
    if (!expect(TokenKind::String, "a value in quotes")) {
        return false;
    }
    auto text = stringOf(value.text);
    auto made = text ? LabelMatcher::make(std::string(label.text), op, std::move(*text))
                     : tl::unexpected(std::move(text.error()));
    if (!made) {
        refuse(std::move(made.error().message), value.column);
        return false;
    }
    selector.matchers.push_back(std::move(*made));
    return true;
}

NodePtr ExpressionParser::binary(NodePtr left, BinaryOperator op, int precedence,
                                 const Token &token)
{
    Binary binary;
    binary.op = op;
    binary.left = std::move(left);
    bool isMatched = false;
    if (!matching(binary, isMatched)) {
        return {};
    }
    const bool isRightToLeft = op == BinaryOperator::Power;
    binary.right = expression(isRightToLeft ? precedence : precedence + 1);
    if (!binary.right || !checkBinary(binary, isMatched, token)) {
        return {};
    }
    const auto isScalar =
        binary.left->type == ValueType::Scalar && binary.right->type == ValueType::Scalar;
    const auto depth = std::max(binary.left->depth, binary.right->depth);
    const auto column = binary.left->column;
    return node(std::move(binary), isScalar ? ValueType::Scalar : ValueType::InstantVector, column,
                depth);
}

/// "bool", "on (...)", "ignoring (...)", "group_left (...)" and "group_right (...)".
bool ExpressionParser::matching(Binary &binary, bool &isMatched)
{
    const auto start = peek();
    binary.returnsBool = acceptWord("bool");
    if (binary.returnsBool && !isComparison(binary.op)) {
        refuse("\"bool\" goes behind a comparison: == != > < >= <=", start.column);
        return false;
    }
    binary.matching.isOn = acceptWord("on");
    if (!binary.matching.isOn && !acceptWord("ignoring")) {
        return true;
    }
    isMatched = true;
    binary.matching.labels = groupingLabels();
    const auto group = peek();
    if (acceptWord("group_left")) {
        binary.matching.many = VectorMatching::Side::Left;
    } else if (acceptWord("group_right")) {
        binary.matching.many = VectorMatching::Side::Right;
    } else {
        return !m_error;
    }
    if (isSetOperator(binary.op)) {
        refuse(fmt::format("there is no grouping with \"{}\"", binaryOperatorText(binary.op)),
               group.column);
        return false;
    }
    if (peek().kind == TokenKind::LeftParen) {
        binary.matching.include = groupingLabels();
    }
    for (const auto &label : binary.matching.include) {
        if (binary.matching.isOn &&
            std::count(binary.matching.labels.begin(), binary.matching.labels.end(), label) > 0) {
            refuse(fmt::format("the label {} cannot be in \"on\" and in {} at once", label,
                               shown(group)),
                   group.column);
        }
    }
    return !m_error;
}

bool ExpressionParser::checkBinary(Binary &binary, bool isMatched, const Token &token)
{
    for (const auto *side : {&binary.left, &binary.right}) {
        const auto type = (*side)->type;
        if (type != ValueType::Scalar && type != ValueType::InstantVector) {
            refuse(fmt::format("{} is of scalars and instant vectors, not of {}", shown(token),
                               aValueOf(type)),
                   (*side)->column);
            return false;
        }
    }
    const bool isOfVectors = binary.left->type == ValueType::InstantVector &&
                             binary.right->type == ValueType::InstantVector;
    const bool isOfScalars =
        binary.left->type == ValueType::Scalar && binary.right->type == ValueType::Scalar;
    if (isSetOperator(binary.op) && !isOfVectors) {
        refuse(fmt::format("{} is of two instant vectors", shown(token)), token.column);
    } else if (isComparison(binary.op) && isOfScalars && !binary.returnsBool) {
        refuse(fmt::format("comparing two scalars needs \"bool\", as in 1 {} bool 2", token.text),
               token.column);
    } else if (isMatched && !isOfVectors && !binary.matching.labels.empty()) {
        refuse("\"on\" and \"ignoring\" are for two instant vectors", token.column);
    } else if (!isOfVectors) {
        binary.matching = {};
    }
    return !m_error;
}

/// "(a, b)".
std::vector<std::string> ExpressionParser::groupingLabels()
{
    std::vector<std::string> labels;
    if (!expect(TokenKind::LeftParen, "\"(\"")) {
        return labels;
    }
    while (!m_error && !accept(TokenKind::RightParen)) {
        const auto label = peek();
        if (label.kind != TokenKind::Word || label.text.find(':') != std::string_view::npos ||
            namedNumber(label.text)) {
            refuse(fmt::format("a label or \")\" should stand here, not {}", shown(label)));
            break;
        }
        take();
        labels.emplace_back(label.text);
        if (!accept(TokenKind::Comma)) {
            expect(TokenKind::RightParen, "\",\" or \")\"");
            break;
        }
    }
    return labels;
}

/// "by (...)" or "without (...)", when there is one here.
bool ExpressionParser::grouping(Aggregation &aggregation)
{
    aggregation.isWithout = acceptWord("without");
    if (!aggregation.isWithout && !acceptWord("by")) {
        return false;
    }
    aggregation.labels = groupingLabels();
    return true;
}

NodePtr ExpressionParser::aggregation(AggregationOperator op, std::uint64_t column)
{
    Aggregation aggregation;
    aggregation.op = op;
    const bool isGrouped = grouping(aggregation);
    auto given = m_error ? std::nullopt : arguments();
    if (!given) {
        return {};
    }
    if (!isGrouped) {
        grouping(aggregation);
    }
    const std::size_t wanted = takesParameter(op) ? 2 : 1;
    if (given->size() != wanted) {
        return refuse(fmt::format("{} takes {}, not {}", aggregationText(op),
                                  wanted == 1 ? "one argument" : "two arguments", given->size()),
                      column);
    }
    aggregation.operand = given->back();
    std::size_t depth = aggregation.operand->depth;
    if (aggregation.operand->type != ValueType::InstantVector) {
        return refuse(fmt::format("{} aggregates an instant vector, not {}", aggregationText(op),
                                  aValueOf(aggregation.operand->type)),
                      aggregation.operand->column);
    }
    if (wanted == 2) {
        aggregation.parameter = given->front();
        depth = std::max(depth, aggregation.parameter->depth);
        const auto type =
            op == AggregationOperator::CountValues ? ValueType::String : ValueType::Scalar;
        if (aggregation.parameter->type != type) {
            return refuse(fmt::format("the first argument of {} is {}, not {}", aggregationText(op),
                                      aValueOf(type), aValueOf(aggregation.parameter->type)),
                          aggregation.parameter->column);
        }
    }
    return node(std::move(aggregation), ValueType::InstantVector, column, depth);
}

/// "(a, b)" of a function or aggregation.
std::optional<std::vector<NodePtr>> ExpressionParser::arguments()
{
    std::vector<NodePtr> given;
    if (!expect(TokenKind::LeftParen, "\"(\"")) {
        return {};
    }
    if (accept(TokenKind::RightParen)) {
        return given;
    }
    do {
        auto argument = expression(0);
        if (!argument) {
            return {};
        }
        given.push_back(std::move(argument));
    } while (accept(TokenKind::Comma));
    return expect(TokenKind::RightParen, "\",\", \")\" or an operator") ? std::optional(given)
                                                                        : std::nullopt;
}

/// Prometheus 2.42 lets a range with "@" slide along when the function does not give the same at
/// each step, which no one can mean.
bool ExpressionParser::checkAt(const Call &call)
{
    const auto isPlain = [](const NodePtr &argument) {
        return argument->type != ValueType::Scalar ||
               std::holds_alternative<NumberLiteral>(argument->form);
    };
    if (call.function->name != "predict_linear" &&
        std::all_of(call.arguments.begin(), call.arguments.end(), isPlain)) {
        return true;
    }
    for (const auto &argument : call.arguments) {
        const auto *range = std::get_if<RangeSelector>(&argument->form);
        const auto *subquery = std::get_if<Subquery>(&argument->form);
        if ((range && range->selector.shift.at) || (subquery && subquery->shift.at)) {
            refuse(fmt::format("there is no \"@\" in the range of {}{}", call.function->name,
                               call.function->name == "predict_linear"
                                   ? ""
                                   : " unless its other argument is a number"),
                   argument->column);
        }
    }
    return !m_error;
}

NodePtr ExpressionParser::call(const Token &name)
{
    Call call;
    call.function = functionNamed(name.text);
    if (!call.function) {
        return refuse(fmt::format("there is no function {}", shown(name)), name.column);
    }
    auto given = arguments();
    if (!given) {
        return {};
    }
    const auto &function = *call.function;
    if (given->size() < function.required ||
        (given->size() > function.arguments.size() && !function.isVariadic)) {
        return refuse(
            fmt::format("{} arguments do not fit {}", given->size(), function.signature()),
            name.column);
    }
    std::size_t depth = 0;
    for (std::size_t i = 0; i < given->size(); ++i) {
        const auto &argument = *(*given)[i];
        depth = std::max(depth, argument.depth);
        if (argument.type != function.argumentType(i)) {
            return refuse(fmt::format("argument {} of {} is {}, not {}", i + 1, function.name,
                                      aValueOf(function.argumentType(i)), aValueOf(argument.type)),
                          argument.column);
        }
    }
    call.arguments = std::move(*given);
    if (!checkAt(call)) {
        return {};
    }
    return node(std::move(call), function.result, name.column, depth);
}

Result<Expression> parseExpression(std::string_view text)
{
    if (text.size() > kMaxExpressionBytes) {
        return fail(ErrorCode::TooLarge,
                    fmt::format("an expression has at most {} bytes", kMaxExpressionBytes));
    }
    return ExpressionParser(text).run();
}

} // namespace foretop::metrics
