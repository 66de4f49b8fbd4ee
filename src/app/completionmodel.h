// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/metricnames.h"
#include "models/panelcompletion.h"

#include <QAbstractListModel>

namespace foretop::app {

/// What can be written at a place of an expression, with what is known of it.
class CompletionModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        KindRole = Qt::UserRole, ///< int: models::PanelCompletionItem::Kind
        TypeRole,                ///< QString: a metric's type, or what else the item is
        HelpRole,                ///< QString, one line
    };

    using QAbstractListModel::QAbstractListModel;

    /// @p names: whose types and helps are told.
    void setItems(QVector<models::PanelCompletionItem> items, const models::MetricNames &names);
    const QVector<models::PanelCompletionItem> &items() const { return m_items; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QString typeOf(const models::PanelCompletionItem &item) const;
    QString helpOf(const models::PanelCompletionItem &item) const;

    QVector<models::PanelCompletionItem> m_items;
    models::MetricNames m_names;
};

} // namespace foretop::app
