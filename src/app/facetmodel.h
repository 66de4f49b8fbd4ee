// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read <stop_token>
#include "logs/facets.h"
#endif

#include <QAbstractItemModel>

namespace foretop::app {

/// Facets as a tree: the fields, and below each its values, the most frequent first.
class FacetModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        FieldRole = Qt::UserRole, ///< QString
        ValueRole,                ///< QString; null for a field's own row and its last, "other"
        CountRole,                ///< qulonglong
        ShareRole,                ///< double 0..1 of the records
    };

    using QAbstractItemModel::QAbstractItemModel;

    /// Rows that stay keep their place, so that what is open and chosen does.
    void setFacets(std::vector<logs::Facet> facets);
    const std::vector<logs::Facet> &facets() const { return m_facets; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QVariant fieldData(const logs::Facet &facet, int role) const;
    QVariant valueData(const logs::Facet &facet, std::size_t row, int role) const;
    void replaceFacet(std::size_t row, logs::Facet &&facet);

    std::vector<logs::Facet> m_facets;
};

} // namespace foretop::app
