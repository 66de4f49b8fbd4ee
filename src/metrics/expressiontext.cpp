// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/expression.h"
#include "metrics/function.h"

#include <array>
#include <bit>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace foretop::metrics {
namespace {

constexpr int kSignPrecedence = 5;

int precedenceOf(BinaryOperator op)
{
    switch (op) {
    case BinaryOperator::Or:
        return 1;
    case BinaryOperator::And:
    case BinaryOperator::Unless:
        return 2;
    case BinaryOperator::Add:
    case BinaryOperator::Subtract:
        return 4;
    case BinaryOperator::Multiply:
    case BinaryOperator::Divide:
    case BinaryOperator::Modulo:
        return 5;
    case BinaryOperator::Power:
        return 6;
    default:
        return 3;
    }
}

int precedenceOf(const Node &node)
{
    constexpr int kTightest = 7;
    if (const auto *binary = std::get_if<Binary>(&node.form)) {
        return precedenceOf(binary->op);
    }
    const auto *number = std::get_if<NumberLiteral>(&node.form);
    const bool hasSign = std::holds_alternative<Negation>(node.form) ||
                         (number && std::signbit(number->value) && !std::isnan(number->value));
    return hasSign ? kSignPrecedence : kTightest;
}

std::string textOf(const Node &node);

/// In parentheses unless it binds at least as tightly as @p least.
std::string operandText(const Node &node, int least)
{
    const auto text = textOf(node);
    return precedenceOf(node) < least ? "(" + text + ")" : text;
}

std::string labelList(const std::vector<std::string> &labels)
{
    return fmt::format("({})", fmt::join(labels, ", "));
}

std::string shiftText(const TimeShift &shift)
{
    std::string text;
    if (shift.at) {
        switch (shift.at->kind) {
        case AtModifier::Kind::Start:
            text += " @ start()";
            break;
        case AtModifier::Kind::End:
            text += " @ end()";
            break;
        case AtModifier::Kind::Time: {
            const auto ms = msSinceEpoch(shift.at->time);
            text += fmt::format(" @ {}{}.{:03}", ms < 0 ? "-" : "", std::abs(ms) / 1000,
                                std::abs(ms) % 1000);
        }
        }
    }
    if (shift.offset != Milliseconds(0)) {
        const bool isNegative = shift.offset < Milliseconds(0);
        text += fmt::format(" offset {}{}", isNegative ? "-" : "",
                            durationText(isNegative ? -shift.offset : shift.offset));
    }
    return text;
}

/// Without its shift, which goes behind a range.
std::string bareText(const VectorSelector &selector)
{
    auto text = selector.metric;
    if (!selector.matchers.empty()) {
        std::vector<std::string> parts;
        for (const auto &matcher : selector.matchers) {
            parts.push_back(matcher.text());
        }
        text += fmt::format("{{{}}}", fmt::join(parts, ", "));
    }
    return text;
}

std::string text(const NumberLiteral &number)
{
    if (std::isnan(number.value)) {
        return "NaN";
    }
    if (std::isinf(number.value)) {
        return number.value > 0 ? "Inf" : "-Inf";
    }
    return fmt::format("{}", number.value);
}

std::string text(const StringLiteral &string)
{
    return quoted(string.text);
}

std::string text(const VectorSelector &selector)
{
    return bareText(selector) + shiftText(selector.shift);
}

std::string text(const RangeSelector &range)
{
    return fmt::format("{}[{}]{}", bareText(range.selector), durationText(range.range),
                       shiftText(range.selector.shift));
}

std::string text(const Subquery &subquery)
{
    // Only what needs no parentheses keeps the brackets for itself alone.
    const auto &operand = *subquery.operand;
    const bool isPlain = precedenceOf(operand) > precedenceOf(BinaryOperator::Power);
    return fmt::format("{}[{}:{}]{}", isPlain ? textOf(operand) : "(" + textOf(operand) + ")",
                       durationText(subquery.range),
                       subquery.step ? durationText(*subquery.step) : "",
                       shiftText(subquery.shift));
}

std::string text(const Negation &negation)
{
    const bool isTwice = std::holds_alternative<Negation>(negation.operand->form);
    return "-" + operandText(*negation.operand,
                             isTwice ? kSignPrecedence : precedenceOf(BinaryOperator::Power));
}

std::string matchingText(const VectorMatching &matching)
{
    std::string text;
    if (matching.isOn || !matching.labels.empty() || matching.many != VectorMatching::Side::None) {
        text += (matching.isOn ? " on " : " ignoring ") + labelList(matching.labels);
    }
    if (matching.many != VectorMatching::Side::None) {
        text += matching.many == VectorMatching::Side::Left ? " group_left " : " group_right ";
        text += labelList(matching.include);
    }
    return text;
}

std::string text(const Binary &binary)
{
    const int precedence = precedenceOf(binary.op);
    const bool isRightToLeft = binary.op == BinaryOperator::Power;
    return fmt::format("{} {}{}{} {}",
                       operandText(*binary.left, precedence + (isRightToLeft ? 1 : 0)),
                       binaryOperatorText(binary.op), binary.returnsBool ? " bool" : "",
                       matchingText(binary.matching),
                       operandText(*binary.right, precedence + (isRightToLeft ? 0 : 1)));
}

std::string text(const Aggregation &aggregation)
{
    std::string text(aggregationText(aggregation.op));
    if (aggregation.isWithout || !aggregation.labels.empty()) {
        text +=
            (aggregation.isWithout ? " without " : " by ") + labelList(aggregation.labels) + " ";
    }
    text += '(';
    if (aggregation.parameter) {
        text += textOf(*aggregation.parameter) + ", ";
    }
    return text + textOf(*aggregation.operand) + ')';
}

std::string text(const Call &call)
{
    std::vector<std::string> arguments;
    for (const auto &argument : call.arguments) {
        arguments.push_back(textOf(*argument));
    }
    return fmt::format("{}({})", call.function->name, fmt::join(arguments, ", "));
}

std::string textOf(const Node &node)
{
    return std::visit([](const auto &form) { return text(form); }, node.form);
}

} // namespace

std::string durationText(Milliseconds duration)
{
    constexpr std::array<std::pair<std::string_view, std::int64_t>, 6> kUnits{{{"w", 604'800'000},
                                                                               {"d", 86'400'000},
                                                                               {"h", 3'600'000},
                                                                               {"m", 60'000},
                                                                               {"s", 1000},
                                                                               {"ms", 1}}};
    auto left = duration.count();
    std::string text;
    for (const auto &[unit, ms] : kUnits) {
        if (left >= ms) {
            text += fmt::format("{}{}", left / ms, unit);
            left %= ms;
        }
    }
    return text;
}

std::string Expression::text() const
{
    return textOf(*m_root);
}

bool NumberLiteral::operator==(const NumberLiteral &other) const
{
    return std::bit_cast<std::uint64_t>(value) == std::bit_cast<std::uint64_t>(other.value) ||
           (std::isnan(value) && std::isnan(other.value));
}

bool Subquery::operator==(const Subquery &other) const
{
    return *operand == *other.operand && range == other.range && step == other.step &&
           shift == other.shift;
}

bool Negation::operator==(const Negation &other) const
{
    return *operand == *other.operand;
}

bool Binary::operator==(const Binary &other) const
{
    return op == other.op && *left == *other.left && *right == *other.right &&
           returnsBool == other.returnsBool && matching == other.matching;
}

bool Aggregation::operator==(const Aggregation &other) const
{
    const bool sameParameter = parameter && other.parameter ? *parameter == *other.parameter
                                                            : parameter == other.parameter;
    return op == other.op && sameParameter && *operand == *other.operand &&
           isWithout == other.isWithout && labels == other.labels;
}

bool Call::operator==(const Call &other) const
{
    if (function != other.function || arguments.size() != other.arguments.size()) {
        return false;
    }
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        if (*arguments[i] != *other.arguments[i]) {
            return false;
        }
    }
    return true;
}

} // namespace foretop::metrics
