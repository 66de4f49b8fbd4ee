// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/familypanel.h"

#include "models/displaytext.h"

#include <QCoreApplication>

namespace foretop::app {

using models::BuiltExpression;
using models::PanelKind;
using models::PanelSpec;
using Function = BuiltExpression::Function;
using Type = metrics::FamilyType;

namespace {

class FamilyPanel
{
    Q_DECLARE_TR_FUNCTIONS(FamilyPanel)

public:
    static QString mean() { return tr("mean"); }
};

PanelSpec namedAfter(const metrics::Family &family)
{
    PanelSpec spec;
    spec.title = models::toQString(family.name);
    spec.description = models::toQString(family.help);
    spec.legend = models::LegendKind::Table;
    return spec;
}

void addPercentiles(PanelSpec &spec, BuiltExpression built)
{
    for (const double quantile : {0.5, 0.95, 0.99}) {
        built.quantile = quantile;
        spec.targets << models::PanelTarget{models::expressionText(built),
                                            QStringLiteral("p%1").arg(quantile * 100)};
    }
}

/// Quantiles that the source tells itself stand beside the mean.
void addSummary(PanelSpec &spec, const BuiltExpression &built)
{
    BuiltExpression quantiles = built;
    quantiles.function = Function::Value;
    spec.targets << models::PanelTarget{models::expressionText(built), FamilyPanel::mean()}
                 << models::PanelTarget{models::expressionText(quantiles), {}};
}

bool isMoment(const metrics::Family &family)
{
    return family.name.ends_with("_timestamp_seconds") || family.name.ends_with("_time_seconds") ||
           family.name.ends_with("_created");
}

bool isTable(const metrics::Family &family)
{
    return family.type == Type::Info || family.type == Type::StateSet || isMoment(family) ||
           (family.type != Type::Counter && family.name.ends_with("_info"));
}

} // namespace

bool isHistogram(const metrics::Family &family)
{
    return family.type == Type::Histogram || family.type == Type::GaugeHistogram;
}

PanelSpec familyPanel(const metrics::Family &family, BuiltExpression built)
{
    PanelSpec spec = namedAfter(family);
    if (built.function == Function::Quantile) {
        addPercentiles(spec, std::move(built));
    } else if (built.function == Function::Mean) {
        addSummary(spec, built);
    } else {
        spec.targets << models::PanelTarget{models::expressionText(built), {}};
    }
    if (isTable(family)) {
        spec.kind = PanelKind::Table;
        spec.limit = PanelSpec::kMostSeries;
    }
    return spec;
}

PanelSpec familyPanel(const models::MetricCatalog::Entry &entry,
                      const std::vector<std::string> &names,
                      const QVector<models::LabelFilter> &filters)
{
    BuiltExpression built = models::builtFor(entry.family, names);
    built.filters = filters;
    return familyPanel(entry.family, std::move(built));
}

PanelSpec familyHeatMap(const metrics::Family &family, BuiltExpression built)
{
    PanelSpec spec = namedAfter(family);
    spec.kind = PanelKind::HeatMap;
    built.function = Function::Buckets;
    spec.targets << models::PanelTarget{models::expressionText(built), {}};
    return spec;
}

} // namespace foretop::app
