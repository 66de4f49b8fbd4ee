// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/overview.h"

#include "models/servicemodel.h"

#include <QSet>

namespace foretop::models {

namespace {

constexpr int kWorstShown = 5;

/// What is said of @p row, and the name that it is said under.
QString worstText(const QModelIndex &row, ServiceModel::State state, QString &name)
{
    name = row.data(state == ServiceModel::Unreachable ? ServiceModel::SourceRole
                                                       : ServiceModel::NameRole)
               .toString();
    const QString reason = row.data(ServiceModel::ReasonRole).toString().section(u'\n', 0, 0);
    return reason.isEmpty() ? name : name + QStringLiteral(" (") + reason + u')';
}

void count(OverviewSummary &summary, ServiceModel::State state)
{
    ++summary.total;
    switch (state) {
    case ServiceModel::Healthy:
        ++summary.healthy;
        break;
    case ServiceModel::Degraded:
        ++summary.degraded;
        break;
    case ServiceModel::Unhealthy:
        ++summary.unhealthy;
        break;
    case ServiceModel::Unreachable:
        ++summary.unreachable;
        break;
    case ServiceModel::Unknown:
        ++summary.unknown;
        break;
    }
}

ServiceModel::State stateOf(const QModelIndex &row)
{
    return static_cast<ServiceModel::State>(row.data(ServiceModel::StateRole).toInt());
}

} // namespace

OverviewSummary summarise(const ServiceModel &services)
{
    OverviewSummary summary;
    for (int row = 0; row < services.rowCount(); ++row) {
        count(summary, stateOf(services.index(row, 0)));
    }
    for (const ServiceModel::State grave :
         {ServiceModel::Unhealthy, ServiceModel::Unreachable, ServiceModel::Degraded}) {
        QSet<QString> lost;
        for (int row = 0; row < services.rowCount() && summary.worst.size() < kWorstShown; ++row) {
            const QModelIndex index = services.index(row, 0);
            if (stateOf(index) != grave) {
                continue;
            }
            QString name;
            const QString text = worstText(index, grave, name);
            if (grave != ServiceModel::Unreachable || !lost.contains(name)) {
                summary.worst.append(text);
                lost.insert(name);
            }
        }
    }
    return summary;
}

} // namespace foretop::models
