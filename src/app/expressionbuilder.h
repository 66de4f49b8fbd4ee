// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/builtexpression.h"
#include "models/metricnames.h"

#include <QWidget>

#include <memory>

namespace foretop::app {

class Theme;

/// Puts an expression together by choosing: metric, what is shown of it, filters, how series are
/// combined, how many of the largest. Shows what an expression says in these words, or that it was
/// written by hand; choosing a metric then starts anew.
class ExpressionBuilder : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kMostFilters = 20;
    static constexpr int kMostLabels = 500; ///< offered

    /// @p theme must outlive this.
    ExpressionBuilder(const Theme &theme, QWidget *parent);
    ~ExpressionBuilder() override;

    void setNames(const models::MetricNames &names);
    void setExpression(const QString &expression);
    /// Whether the expression can be shown by the builder.
    bool isByHand() const;
    void focusMetric();

Q_SIGNALS:
    /// The person chose something.
    void expressionBuilt(const QString &expression);
    /// What is built now are the buckets of a histogram, for a heat map.
    void bucketsChosen();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::app
