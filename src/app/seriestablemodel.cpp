// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seriestablemodel.h"

#include "app/labelcolumns.h"
#include "app/paintabletext.h"
#include "app/paneltext.h"
#include "app/thresholds.h"
#include "app/valuetext.h"

#include <algorithm>

namespace foretop::app {

namespace {

constexpr qsizetype kMostText = 300;

} // namespace

SeriesTableModel::SeriesTableModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, &SeriesTableModel::announce);
}

void SeriesTableModel::setSpec(const models::PanelSpec &spec)
{
    m_spec = spec;
    announce();
}

void SeriesTableModel::setSeries(const QVector<models::PanelSeries> &series)
{
    QVector<const models::PanelSeries *> all;
    for (const auto &one : series) {
        all << &one;
    }
    const QStringList labels = labelColumns(all);
    const bool hasExpressions = std::any_of(series.begin(), series.end(), [&](const auto &one) {
        return one.target != series.front().target;
    });
    if (series.size() != m_series.size() || labels != m_labels ||
        hasExpressions != m_hasExpressions) {
        beginResetModel();
        m_series = series;
        m_labels = labels;
        m_hasExpressions = hasExpressions;
        m_hasNames = labels.isEmpty();
        endResetModel();
    } else {
        m_series = series;
        announce();
    }
}

void SeriesTableModel::announce()
{
    if (!m_series.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    }
}

int SeriesTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_series.size());
}

int SeriesTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0
                            : int(m_hasExpressions) + int(m_hasNames) + int(m_labels.size()) + 1;
}

QString SeriesTableModel::valueOf(const models::PanelSeries &series) const
{
    const QString text = valueText(series.reduced, m_spec.unit, m_spec.decimals);
    const auto level = levelOf(series.reduced, m_spec.thresholds);
    return level && *level != ThresholdLevel::Normal ? tr("%1 (%2)").arg(text, lookOf(*level).word)
                                                     : text;
}

QString SeriesTableModel::textOf(const models::PanelSeries &series, int column) const
{
    if (column == valueColumn()) {
        return valueOf(series);
    }
    if (m_hasExpressions && column == 0) {
        return targetName(series.target);
    }
    const int label = column - int(m_hasExpressions);
    return m_hasNames ? shownName(series)
                      : paintableText(labelValue(series, m_labels[label]), kMostText)
                            .replace(u'\n', u'\u240a');
}

QVariant SeriesTableModel::colourOf(double value) const
{
    const auto level = levelOf(value, m_spec.thresholds);
    return level && *level != ThresholdLevel::Normal ? m_theme.tone(lookOf(*level).tone)
                                                     : QVariant();
}

QVariant SeriesTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto &series = m_series[index.row()];
    const bool isValue = index.column() == valueColumn();
    switch (role) {
    case Qt::DisplayRole:
        return textOf(series, index.column());
    case Qt::ToolTipRole:
        return isValue ? exactText(series.reduced, m_spec.unit)
                       : plainToolTip(textOf(series, index.column()));
    case ValueRole:
        return isValue ? QVariant(series.reduced) : QVariant(textOf(series, index.column()));
    case Qt::ForegroundRole:
        return isValue ? colourOf(series.reduced) : QVariant();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter) | int(isValue ? Qt::AlignRight : Qt::AlignLeft);
    default:
        return {};
    }
}

QVariant SeriesTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int(Qt::AlignVCenter) |
               int(section == valueColumn() ? Qt::AlignRight : Qt::AlignLeft);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    if (section == valueColumn()) {
        return tr("Value");
    }
    if (m_hasExpressions && section == 0) {
        return tr("Expression");
    }
    return m_hasNames ? tr("Series") : m_labels.value(section - int(m_hasExpressions));
}

} // namespace foretop::app
