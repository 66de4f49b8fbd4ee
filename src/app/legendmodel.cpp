// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/legendmodel.h"

#include "app/chartshape.h"
#include "app/momenttext.h"

#include <algorithm>
#include <numeric>

namespace foretop::app {

namespace {

bool isFlat(const models::ChartSeries &series)
{
    return series.least == 0 && series.greatest == 0;
}

} // namespace

LegendModel::LegendModel(const Theme &theme, Unit unit, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
    , m_unit(unit)
{
    connect(&theme, &Theme::changed, this, &LegendModel::announce);
}

void LegendModel::setSeries(const QVector<models::ChartSeries> &series)
{
    const auto before = static_cast<int>(m_series.size());
    const auto after = static_cast<int>(series.size());
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        take(series);
        endInsertRows();
    } else if (after < before) {
        beginRemoveRows({}, after, before - 1);
        take(series);
        endRemoveRows();
    } else {
        take(series);
    }
    announce();
}

void LegendModel::take(const QVector<models::ChartSeries> &series)
{
    m_series = series;
    m_order.resize(series.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    std::stable_partition(m_order.begin(), m_order.end(),
                          [&series](int at) { return !isFlat(series[at]); });
}

void LegendModel::setMoment(std::optional<qint64> moment, double withinMs)
{
    m_moment = moment;
    m_withinMs = withinMs;
    announce();
    Q_EMIT headerDataChanged(Qt::Horizontal, ValueColumn, ValueColumn);
}

void LegendModel::announce()
{
    if (!m_series.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int LegendModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_series.size());
}

int LegendModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LegendModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto &series = m_series[m_order[index.row()]];
    switch (role) {
    case Qt::DisplayRole:
        return text(series, index.column());
    case Qt::DecorationRole:
        return index.column() == LabelColumn ? m_theme.series(m_order[index.row()]) : QVariant();
    case Qt::ToolTipRole:
        return series.label;
    case IsFlatRole:
        return isFlat(series);
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter) |
               int(index.column() == LabelColumn ? Qt::AlignLeft : Qt::AlignRight);
    default:
        return {};
    }
}

QString LegendModel::text(const models::ChartSeries &series, int column) const
{
    switch (column) {
    case LabelColumn:
        return series.label;
    case ValueColumn:
        return valueText(m_moment
                             ? valueAt(series.points, static_cast<double>(*m_moment), m_withinMs)
                             : series.last,
                         m_unit);
    case LeastColumn:
        return valueText(series.least, m_unit);
    case GreatestColumn:
        return valueText(series.greatest, m_unit);
    default:
        return valueText(series.mean, m_unit);
    }
}

QVariant LegendModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int(Qt::AlignVCenter) | int(section == LabelColumn ? Qt::AlignLeft : Qt::AlignRight);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case LabelColumn:
        return tr("Series");
    case ValueColumn:
        return m_moment ? clockText(QDateTime::fromMSecsSinceEpoch(*m_moment)) : tr("Last");
    case LeastColumn:
        return tr("Min");
    case GreatestColumn:
        return tr("Max");
    default:
        return tr("Avg");
    }
}

} // namespace foretop::app
