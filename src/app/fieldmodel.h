// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>
#include <QVector>

namespace foretop::app {

/// Names and texts in two columns, such as the fields of a record or the context of a job.
class FieldModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, ValueColumn, ColumnCount };

    explicit FieldModel(QObject *parent);

    /// When the names are as before, the rows stay and with them what is selected.
    void setFields(QVector<QPair<QString, QString>> fields);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole is one line, as it may be painted; EditRole the whole text.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    QVector<QPair<QString, QString>> m_fields;
};

} // namespace foretop::app
