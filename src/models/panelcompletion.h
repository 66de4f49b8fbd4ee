// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/completion.h"

#include <QHash>
#include <QString>
#include <QVector>

namespace foretop::models {

/// One thing that can be written at a place of a panel's expression.
struct PanelCompletionItem
{
    enum class Kind {
        Metric,
        Function,
        Aggregation,
        Keyword,
        Operator,
        Label,
        Value,
        Duration,
        Variable
    };
    Kind kind = Kind::Metric;
    QString text;   ///< to insert; a value comes in quotes
    QString detail; ///< of functions: what they take and do; of variables: their value

    bool operator==(const PanelCompletionItem &) const = default;
};

struct PanelCompletion
{
    qsizetype begin = 0; ///< UTF-16 units [begin, end) are replaced by the chosen item
    qsizetype end = 0;
    QVector<PanelCompletionItem> items; ///< best first; at most kMaxCompletionItems and some
    bool isCut = false;                 ///< there are more
};

/// metrics::completeExpression() for an expression of a panel: variables are understood, and
/// offered after a "$" and where a duration is wanted. @p cursor in UTF-16 units. With 500,000
/// names it takes some tenths of a second. Any thread.
PanelCompletion completePanelExpression(const QString &expression, qsizetype cursor,
                                        const metrics::Vocabulary &vocabulary,
                                        const QHash<QString, QString> &variables);

/// The names of labels that "{{" in a legend's text can be followed by, for @p expression: those of
/// the metrics in it, sorted. Any thread.
QStringList labelsOfExpression(const QString &expression, const metrics::Vocabulary &vocabulary,
                               const QHash<QString, QString> &variables);

} // namespace foretop::models
