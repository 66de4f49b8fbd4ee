// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/servicetext.h"

#include "app/momenttext.h"
#include "app/statelook.h"
#include "app/valuetext.h"

namespace foretop::app {

namespace {

using models::ServiceModel;

QString stateWord(const QModelIndex &index)
{
    return lookOf(static_cast<ServiceModel::State>(index.data(ServiceModel::StateRole).toInt()))
        .word;
}

QString spoken(const QModelIndex &index)
{
    const QString reason = index.data(ServiceModel::ReasonRole).toString();
    const QString name = index.data(ServiceModel::NameRole).toString();
    return reason.isEmpty() ? ServiceText::tr("%1: %2").arg(name, stateWord(index))
                            : ServiceText::tr("%1: %2, %3").arg(name, stateWord(index), reason);
}

QString row(const QString &name, const QString &value)
{
    return QStringLiteral("<tr><td>%1&nbsp;&nbsp;</td><td>%2</td></tr>")
        .arg(name.toHtmlEscaped(), value.toHtmlEscaped());
}

QString toolTip(const QModelIndex &index)
{
    QString rows = row(ServiceText::tr("Service"),
                       index.data(ServiceModel::ServiceRole).toString() + QLatin1Char(' ') +
                           index.data(ServiceModel::VersionRole).toString());
    rows += row(ServiceText::tr("Source"), index.data(ServiceModel::SourceRole).toString());
    rows +=
        row(ServiceText::tr("Since"), clockText(index.data(ServiceModel::SinceRole).toDateTime()));
    if (const QVariant updated = index.data(ServiceModel::UpdatedRole); updated.isValid()) {
        rows += row(ServiceText::tr("Last report"), clockText(updated.toDateTime()));
    }
    if (const QVariant latency = index.data(ServiceModel::LatencyRole); latency.isValid()) {
        rows += row(ServiceText::tr("Latency"), latencyText(latency.toDouble()));
    }
    rows += row(ServiceText::tr("Uptime"),
                valueText(index.data(ServiceModel::UptimeRole).toDouble(), Unit::Ratio));
    const auto observed =
        index.data(ServiceModel::ObservedRole).value<QVector<QPair<QString, QString>>>();
    for (const auto &[name, value] : observed) {
        rows += row(name, value);
    }
    return QStringLiteral("<b>%1</b><table>%2</table>").arg(spoken(index).toHtmlEscaped(), rows);
}

} // namespace

QVariant ServiceText::data(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::ToolTipRole:
        return toolTip(index);
    case Qt::AccessibleTextRole:
        return spoken(index);
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

} // namespace foretop::app
