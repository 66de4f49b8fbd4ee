// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "metrics/expressionkeywords.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <limits>

namespace foretop::metrics {
namespace {

constexpr std::array<std::string_view, 12> kAggregations{
    "sum",    "avg",    "count", "min",     "max",          "group",
    "stddev", "stdvar", "topk",  "bottomk", "count_values", "quantile"};

constexpr std::array<std::string_view, 15> kBinaryOperators{
    "+", "-", "*", "/", "%", "^", "==", "!=", ">", "<", ">=", "<=", "and", "or", "unless"};

constexpr std::array<std::string_view, 6> kReserved{"bool",       "on",          "ignoring",
                                                    "group_left", "group_right", "atan2"};

constexpr std::array<std::string_view, 4> kTypeNames{"scalar", "string", "instant vector",
                                                     "range vector"};

template <typename Names>
auto findName(const Names &names, std::string_view word)
{
    return std::find_if(names.begin(), names.end(),
                        [word](auto name) { return equalsIgnoringCase(name, word); });
}

} // namespace

std::optional<AggregationOperator> aggregationNamed(std::string_view word)
{
    const auto found = findName(kAggregations, word);
    return found == kAggregations.end()
               ? std::nullopt
               : std::optional(static_cast<AggregationOperator>(found - kAggregations.begin()));
}

std::optional<double> namedNumber(std::string_view word)
{
    if (equalsIgnoringCase(word, "inf")) {
        return std::numeric_limits<double>::infinity();
    }
    return equalsIgnoringCase(word, "nan") ? std::optional(std::numeric_limits<double>::quiet_NaN())
                                           : std::nullopt;
}

bool isReserved(std::string_view word)
{
    return findName(kReserved, word) != kReserved.end();
}

std::span<const std::string_view> aggregationNames()
{
    return kAggregations;
}

bool takesParameter(AggregationOperator op)
{
    return op == AggregationOperator::Topk || op == AggregationOperator::Bottomk ||
           op == AggregationOperator::CountValues || op == AggregationOperator::Quantile;
}

std::string_view aggregationText(AggregationOperator op)
{
    return kAggregations[static_cast<std::size_t>(op)];
}

std::string_view binaryOperatorText(BinaryOperator op)
{
    return kBinaryOperators[static_cast<std::size_t>(op)];
}

bool isComparison(BinaryOperator op)
{
    return op >= BinaryOperator::Equal && op <= BinaryOperator::LessOrEqual;
}

bool isSetOperator(BinaryOperator op)
{
    return op >= BinaryOperator::And;
}

std::string aValueOf(ValueType type)
{
    return (type == ValueType::InstantVector ? "an " : "a ") + std::string(valueTypeName(type));
}

std::string_view valueTypeName(ValueType type)
{
    return kTypeNames[static_cast<std::size_t>(type)];
}

} // namespace foretop::metrics
