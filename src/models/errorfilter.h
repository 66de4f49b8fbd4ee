// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace foretop::models {

/// The groups of an ErrorModel with a text in them; sorts by ErrorModel::SortRole.
class ErrorFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ErrorFilter(QObject *parent = nullptr);

    /// Case-insensitive, anywhere in type, message, source or stack; empty: all.
    QString text() const;
    void setText(const QString &text);

protected:
    bool filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const override;

private:
    QString m_text;
};

} // namespace foretop::models
