// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/errorfilter.h"

#include "models/errormodel.h"

namespace foretop::models {

ErrorFilter::ErrorFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(ErrorModel::SortRole);
    setSortCaseSensitivity(Qt::CaseInsensitive);
}

QString ErrorFilter::text() const
{
    return m_text;
}

void ErrorFilter::setText(const QString &text)
{
    if (m_text != text) {
        m_text = text;
        invalidateRowsFilter();
    }
}

bool ErrorFilter::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    if (m_text.isEmpty()) {
        return true;
    }
    const QModelIndex row =
        sourceModel()->index(sourceRow, ErrorModel::MessageColumn, sourceParent);
    for (const int role : {ErrorModel::TypeRole, ErrorModel::MessageRole, ErrorModel::SourceRole,
                           ErrorModel::StackRole}) {
        if (row.data(role).toString().contains(m_text, Qt::CaseInsensitive)) {
            return true;
        }
    }
    return false;
}

} // namespace foretop::models
