// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace foretop::app {

/// The first @p count rows of its source model.
class FirstRows : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit FirstRows(int count, QObject *parent = nullptr);
    void setSourceModel(QAbstractItemModel *model) override;

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &) const override
    {
        return sourceRow < m_count;
    }

private:
    int m_count;
};

} // namespace foretop::app
