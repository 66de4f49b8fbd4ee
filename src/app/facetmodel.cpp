// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/facetmodel.h"

#include <QLocale>

#include <algorithm>
#include <numeric>

namespace foretop::app {

namespace {

// 0: the index is a field's; else the field's row + 1.
quintptr fieldId(int row)
{
    return quintptr(row) + 1;
}

std::uint64_t restOf(const logs::Facet &facet)
{
    const auto shown = std::accumulate(
        facet.values.begin(), facet.values.end(), std::uint64_t(0),
        [](std::uint64_t sum, const logs::FacetValue &value) { return sum + value.count; });
    const std::uint64_t having = facet.records - std::min(facet.records, facet.missing);
    return having - std::min(having, shown);
}

int rowsOf(const logs::Facet &facet)
{
    return int(facet.values.size()) + (restOf(facet) > 0 ? 1 : 0);
}

double shareOf(const logs::Facet &facet, std::uint64_t count)
{
    return facet.records == 0 ? 0 : double(count) / double(facet.records);
}

} // namespace

void FacetModel::setFacets(std::vector<logs::Facet> facets)
{
    const bool sameFields =
        std::equal(facets.begin(), facets.end(), m_facets.begin(), m_facets.end(),
                   [](const auto &a, const auto &b) { return a.field == b.field; });
    if (!sameFields) {
        beginResetModel();
        m_facets = std::move(facets);
        endResetModel();
        return;
    }
    for (std::size_t row = 0; row < facets.size(); ++row) {
        replaceFacet(row, std::move(facets[row]));
    }
}

void FacetModel::replaceFacet(std::size_t row, logs::Facet &&facet)
{
    const QModelIndex field = index(int(row), 0);
    const int before = rowsOf(m_facets[row]);
    const int after = rowsOf(facet);
    if (after > before) {
        beginInsertRows(field, before, after - 1);
        m_facets[row] = std::move(facet);
        endInsertRows();
    } else if (after < before) {
        beginRemoveRows(field, after, before - 1);
        m_facets[row] = std::move(facet);
        endRemoveRows();
    } else {
        m_facets[row] = std::move(facet);
    }
    Q_EMIT dataChanged(field, field);
    if (const int kept = std::min(before, after); kept > 0) {
        Q_EMIT dataChanged(index(0, 0, field), index(kept - 1, 0, field));
    }
}

QModelIndex FacetModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, parent.isValid() ? fieldId(parent.row()) : quintptr(0));
}

QModelIndex FacetModel::parent(const QModelIndex &index) const
{
    return index.internalId() == 0 ? QModelIndex()
                                   : createIndex(int(index.internalId()) - 1, 0, quintptr(0));
}

int FacetModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid()) {
        return int(m_facets.size());
    }
    return parent.internalId() == 0 ? rowsOf(m_facets[std::size_t(parent.row())]) : 0;
}

int FacetModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant FacetModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const bool isField = index.internalId() == 0;
    const logs::Facet &facet =
        m_facets[isField ? std::size_t(index.row()) : std::size_t(index.internalId() - 1)];
    if (role == FieldRole) {
        return QString::fromStdString(facet.field);
    }
    return isField ? fieldData(facet, role) : valueData(facet, std::size_t(index.row()), role);
}

QVariant FacetModel::fieldData(const logs::Facet &facet, int role) const
{
    const QString distinct = QLocale().toString(qulonglong(facet.distinct));
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(facet.field);
    case CountRole:
        return qulonglong(facet.distinct);
    case Qt::ToolTipRole: {
        QString text = tr("%1 different values").arg(distinct);
        if (facet.missing > 0) {
            text += u'\n' + tr("%1 records have no such field")
                                .arg(QLocale().toString(qulonglong(facet.missing)));
        }
        if (facet.overflow > 0) {
            text += u'\n' + tr("Too many values to count each: %1 records have values that were "
                               "met later and are counted as \"other\"")
                                .arg(QLocale().toString(qulonglong(facet.overflow)));
        }
        return text;
    }
    default:
        return {};
    }
}

QVariant FacetModel::valueData(const logs::Facet &facet, std::size_t row, int role) const
{
    const bool isRest = row >= facet.values.size();
    const std::uint64_t count = isRest ? restOf(facet) : facet.values[row].count;
    switch (role) {
    case Qt::DisplayRole:
        return isRest ? (facet.overflow > 0 ? tr("other (partial)") : tr("other"))
               : facet.values[row].value.empty() ? tr("(empty)")
                                                 : QString::fromStdString(facet.values[row].value);
    case ValueRole:
        return isRest ? QVariant() : QVariant(QString::fromStdString(facet.values[row].value));
    case CountRole:
        return qulonglong(count);
    case ShareRole:
        return shareOf(facet, count);
    case Qt::ToolTipRole:
        return isRest ? tr("Values that are less frequent than those above")
                      : tr("%1\nClick: only records with it. Ctrl+click: all others.")
                            .arg(QString::fromStdString(facet.values[row].value).left(500));
    default:
        return {};
    }
}

} // namespace foretop::app
