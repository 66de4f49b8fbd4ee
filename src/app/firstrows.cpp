// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firstrows.h"

namespace foretop::app {

FirstRows::FirstRows(int count, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_count(count)
{
}

void FirstRows::setSourceModel(QAbstractItemModel *model)
{
    QSortFilterProxyModel::setSourceModel(model);
    // Rows that come or go above move others over the edge without a change of their own.
    const auto refilter = [this] { invalidateFilter(); };
    connect(model, &QAbstractItemModel::rowsInserted, this, refilter);
    connect(model, &QAbstractItemModel::rowsRemoved, this, refilter);
    connect(model, &QAbstractItemModel::layoutChanged, this, refilter);
}

} // namespace foretop::app
