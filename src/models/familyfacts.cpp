// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/familyfacts.h"

#include "models/displaytext.h"

namespace foretop::models {

FamilyFacts factsOf(const metrics::Family &family, const metrics::Vocabulary &vocabulary,
                    const std::stop_token &stop)
{
    FamilyFacts facts;
    facts.built = builtFor(family, vocabulary.metricNames());
    const std::string selected = selectedMetric(facts.built).toStdString();
    for (const auto &label : vocabulary.labelNames(selected)) {
        if (stop.stop_requested()) {
            return {};
        }
        if (label == "le") {
            continue;
        }
        if (facts.labels.size() >= FamilyFacts::kMostLabels) {
            ++facts.labelsLeftOut;
            continue;
        }
        facts.labels.append({toQString(label), vocabulary.labelValues(selected, label).size()});
    }
    return facts;
}

PanelSpec frequentValuesOf(const FamilyFacts &facts, int most)
{
    PanelSpec spec;
    spec.kind = PanelKind::Table;
    spec.limit = PanelSpec::kMostSeries;
    const QString selected = lastValuesOf(facts);
    for (const FamilyFacts::Label &label : facts.labels) {
        spec.targets << PanelTarget{
            QStringLiteral("topk(%1, count by (%2) (%3))").arg(most).arg(label.name, selected), {}};
    }
    return spec;
}

QString lastValuesOf(const FamilyFacts &facts)
{
    BuiltExpression of = facts.built;
    if (of.function == BuiltExpression::Function::Quantile) {
        of.function = BuiltExpression::Function::CountRate; // whose series are the counts
    }
    return selectedMetric(of);
}

} // namespace foretop::models
