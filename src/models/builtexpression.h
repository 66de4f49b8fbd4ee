// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/labelmatcher.h"
#include "metrics/sample.h"

#include <QString>
#include <QStringList>
#include <QVector>

#include <optional>

namespace foretop::models {

struct LabelFilter
{
    using Operator = metrics::LabelMatcher::Operator;
    QString label;
    Operator op = Operator::Equal;
    QString value;

    bool operator==(const LabelFilter &) const = default;
};

/// An expression as it is put together by choosing: of one metric the series that pass some
/// filters, a function that suits the metric's type, perhaps combined by labels and cut to the
/// largest few.
struct BuiltExpression
{
    enum class Function {
        Value,
        Rate,
        Increase,
        Delta,
        MeanOverTime,
        LeastOverTime,
        GreatestOverTime,
        Quantile,  ///< this and what follows: of histograms, whose metric is named without suffix
        Mean,      ///< of summaries too, as is CountRate
        CountRate, ///< observations a second
        Buckets,   ///< for a heat map
    };
    enum class Combination { None, Sum, Mean, Least, Greatest };
    /// What a histogram's buckets are.
    enum class Buckets {
        Counters,
        Gauges, ///< of an OpenMetrics gauge histogram: no rate is taken
        Native, ///< of a Prometheus native histogram: within the series of the metric's own name
    };

    QString metric;
    QVector<LabelFilter> filters = {};
    Function function = Function::Value;
    double quantile = 0.95;
    Buckets buckets = Buckets::Counters;
    QString window = QStringLiteral("$__rate_interval"); ///< of what looks at a time
    Combination combination = Combination::None;
    QStringList by = {}; ///< with a combination
    std::optional<int> topCount = {};

    bool operator==(const BuiltExpression &) const = default;
};

QString expressionText(const BuiltExpression &built);

/// What reads back as the same expression; nothing for what cannot be put together by choosing.
/// A name with "_count" or "_sum" is read as a metric of its own; see ofFamily().
std::optional<BuiltExpression> readBuilt(const QString &expression);

/// The same for a metric that is known to be of a histogram or summary @p family: the rate of
/// "x_count" is the count's rate of x.
BuiltExpression ofFamily(BuiltExpression built, const metrics::Family &family);

/// The name of the series whose labels the expression can be about.
QString selectedMetric(const BuiltExpression &built);

/// The expression that shows @p family best: the rate of a counter, the 95th percentile of a
/// histogram over all its series, the mean of a summary, else the value. @p names, sorted, are
/// those of the series that there are: with OpenMetrics a counter's differs from the family's.
/// Without them series are named like their family.
BuiltExpression builtFor(const metrics::Family &family, const std::vector<std::string> &names = {});

/// What can be shown of metrics of @p type, the most useful first.
QVector<BuiltExpression::Function> functionsFor(metrics::FamilyType type);

} // namespace foretop::models
