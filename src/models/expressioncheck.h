// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QVector>

#include <optional>

namespace foretop::models {

/// What stands for something else in an expression of a panel: "$name", "${name}" or
/// "${name:format}".
struct VariableUse
{
    qsizetype begin = 0; ///< in UTF-16 units, as is length
    qsizetype length = 0;
    QString name;
    bool isInString = false;
};

/// In order; comments have none.
QVector<VariableUse> variablesIn(const QString &expression);

/// Whether @p name stands for a duration: __interval, __rate_interval, __range.
bool isDurationVariable(const QString &name);

/// @p expression with something as long in the place of every variable that is known and outside of
/// strings, so that it can be parsed and places stay: a duration where one must be, else what has
/// the shape of the value that @p variables tells.
QString withoutVariables(const QString &expression, const QHash<QString, QString> &variables = {});

/// Why an expression is not one of docs/expressions.md, and where.
struct ExpressionFault
{
    qsizetype begin = 0; ///< in UTF-16 units, as is length
    qsizetype length = 1;
    QString message;

    bool operator==(const ExpressionFault &) const = default;
};

/// Nothing when all is well, and for what is empty. @p variables: those of the dashboard by name.
/// Any thread.
std::optional<ExpressionFault> expressionFault(const QString &expression,
                                               const QHash<QString, QString> &variables);

/// The part of @p expression, in UTF-16 units, that an error at @p column (in characters, from 1
/// on) is about: the word there, or the last one when the error is at the end.
ExpressionFault faultAt(const QString &expression, int column, const QString &message);

} // namespace foretop::models
