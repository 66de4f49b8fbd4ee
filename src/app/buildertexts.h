// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builtexpression.h"

namespace foretop::app {

/// What an ExpressionBuilder offers to show of a metric, as one choice.
struct BuilderChoice
{
    models::BuiltExpression::Function function = models::BuiltExpression::Function::Value;
    double quantile = 0; ///< of Function::Quantile
    bool operator==(const BuilderChoice &) const = default;
};

/// What suits metrics of @p type, and @p current, the most useful first.
QVector<BuilderChoice> choicesFor(metrics::FamilyType type, const BuilderChoice &current);
/// "rate per second", "95th percentile".
QString choiceText(const BuilderChoice &choice);
/// "sum", "average".
QString combinationText(models::BuiltExpression::Combination combination);

} // namespace foretop::app
