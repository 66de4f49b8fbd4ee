// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/expression.h"
#include "models/builtexpression.h"

#include <array>

// How a BuiltExpression is written, for those who write and read it.
namespace foretop::models {

struct WindowFunctionName
{
    BuiltExpression::Function function;
    const char *name;
};
/// Those that look at a time of one series.
inline constexpr std::array kWindowFunctionNames = {
    WindowFunctionName{BuiltExpression::Function::Rate, "rate"},
    WindowFunctionName{BuiltExpression::Function::Increase, "increase"},
    WindowFunctionName{BuiltExpression::Function::Delta, "delta"},
    WindowFunctionName{BuiltExpression::Function::MeanOverTime, "avg_over_time"},
    WindowFunctionName{BuiltExpression::Function::LeastOverTime, "min_over_time"},
    WindowFunctionName{BuiltExpression::Function::GreatestOverTime, "max_over_time"},
};

struct CombinationOperator
{
    BuiltExpression::Combination combination;
    metrics::AggregationOperator op;
};
inline constexpr std::array kCombinationOperators = {
    CombinationOperator{BuiltExpression::Combination::Sum, metrics::AggregationOperator::Sum},
    CombinationOperator{BuiltExpression::Combination::Mean, metrics::AggregationOperator::Avg},
    CombinationOperator{BuiltExpression::Combination::Least, metrics::AggregationOperator::Min},
    CombinationOperator{BuiltExpression::Combination::Greatest, metrics::AggregationOperator::Max},
};

/// As expressionText(); @p lePlace: which of the labels that buckets are combined by is "le".
QString builtText(const BuiltExpression &built, qsizetype lePlace);

} // namespace foretop::models
