// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fieldmodel.h"

#include "app/paintabletext.h"

#include <algorithm>

namespace foretop::app {

namespace {

constexpr qsizetype kMaxCellLength = 4'096;

} // namespace

FieldModel::FieldModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void FieldModel::setFields(QVector<QPair<QString, QString>> fields)
{
    const bool sameNames =
        std::equal(fields.begin(), fields.end(), m_fields.begin(), m_fields.end(),
                   [](const auto &a, const auto &b) { return a.first == b.first; });
    if (sameNames) {
        m_fields = std::move(fields);
        if (!m_fields.isEmpty()) {
            Q_EMIT dataChanged(index(0, ValueColumn), index(rowCount() - 1, ValueColumn));
        }
        return;
    }
    beginResetModel();
    m_fields = std::move(fields);
    endResetModel();
}

int FieldModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_fields.size());
}

int FieldModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FieldModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto &[name, value] = m_fields[index.row()];
    const QString &text = index.column() == NameColumn ? name : value;
    if (role == Qt::DisplayRole) {
        QString line = paintableText(text, kMaxCellLength);
        return line.replace(u'\n', QChar(u'\x21b5'));
    }
    return role == Qt::EditRole ? QVariant(text) : QVariant();
}

QVariant FieldModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == NameColumn ? tr("Field") : tr("Value");
}

} // namespace foretop::app
