// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPair>
#include <QString>
#include <QVector>

#include <optional>

namespace foretop::models {

/// What a part of an expression is, as far as that can be told without knowing any metric.
struct ExpressionPart
{
    enum class Kind {
        Metric,
        Function, ///< aggregations too
        Keyword,
        Label,
        String,
        Number,
        Duration,
        Variable,
        Operator,
        Opening, ///< a bracket of any shape
        Closing,
        Comment,
    };
    Kind kind = Kind::Metric;
    qsizetype begin = 0; ///< in UTF-16 units, as is length
    qsizetype length = 0;

    bool operator==(const ExpressionPart &) const = default;
};

/// In order; what means nothing is left out. A variable in a string comes after the string that it
/// is in. Any thread.
QVector<ExpressionPart> expressionParts(const QString &expression,
                                        const QHash<QString, QString> &variables);

/// The bracket beside @p cursor (the one before it first) and the one that it belongs to; the
/// second is -1 when there is none. Nothing when no bracket is there.
std::optional<QPair<qsizetype, qsizetype>>
bracketPair(const QString &expression, const QVector<ExpressionPart> &parts, qsizetype cursor);

} // namespace foretop::models
