// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/buildertexts.h"

#include <QCoreApplication>
#include <QLocale>

namespace foretop::app {

namespace {

using Function = models::BuiltExpression::Function;
using Combination = models::BuiltExpression::Combination;

class BuilderTexts
{
    Q_DECLARE_TR_FUNCTIONS(BuilderTexts)

public:
    static QString of(const BuilderChoice &choice)
    {
        switch (choice.function) {
        case Function::Value:
            return tr("value");
        case Function::Rate:
            return tr("rate per second");
        case Function::Increase:
            return tr("increase");
        case Function::Delta:
            return tr("change");
        case Function::MeanOverTime:
            return tr("average over time");
        case Function::LeastOverTime:
            return tr("least over time");
        case Function::GreatestOverTime:
            return tr("greatest over time");
        case Function::Quantile:
            return tr("p%1 (percentile)").arg(QLocale().toString(choice.quantile * 100, 'g', 6));
        case Function::Mean:
            return tr("mean");
        case Function::CountRate:
            return tr("rate of count");
        case Function::Buckets:
            break;
        }
        return tr("buckets (heat map)");
    }

    static QString of(Combination combination)
    {
        switch (combination) {
        case Combination::Sum:
            return tr("sum");
        case Combination::Mean:
            return tr("average");
        case Combination::Least:
            return tr("least");
        case Combination::Greatest:
            return tr("greatest");
        case Combination::None:
            break;
        }
        return tr("each series");
    }
};

} // namespace

QVector<BuilderChoice> choicesFor(metrics::FamilyType type, const BuilderChoice &current)
{
    QVector<BuilderChoice> choices;
    for (const Function function : models::functionsFor(type)) {
        if (function != Function::Quantile) {
            choices << BuilderChoice{function, 0};
            continue;
        }
        for (const double quantile : {0.5, 0.95, 0.99}) {
            choices << BuilderChoice{function, quantile};
        }
    }
    if (!choices.contains(current)) {
        choices << current;
    }
    return choices;
}

QString choiceText(const BuilderChoice &choice)
{
    return BuilderTexts::of(choice);
}

QString combinationText(models::BuiltExpression::Combination combination)
{
    return BuilderTexts::of(combination);
}

} // namespace foretop::app
