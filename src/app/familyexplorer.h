// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/card.h"
#include "app/page.h"
#include "metrics/sample.h"
#include "models/familymodel.h"

#include <QSortFilterProxyModel>

class QLineEdit;
class QTableView;

namespace foretop::app {

/// Adds to a FamilyModel the help text as a tooltip, and filters it by name.
class FamilyTable : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
};

/// Every metric family that the session knows, to choose one and see its chart.
class FamilyExplorer : public Card
{
    Q_OBJECT

public:
    explicit FamilyExplorer(const PageContext &context, QWidget *parent = nullptr);

    void setSession(session::Session *session);
    void focusFilter();
    bool isEmpty() const { return m_families.rowCount() == 0; }

Q_SIGNALS:
    void familyChosen(const QString &name, metrics::FamilyType type);

private:
    QTableView *makeTable();
    void choose(const QModelIndex &index);

    PageContext m_context;
    models::FamilyModel m_families;
    FamilyTable m_shown;
    QLineEdit *m_filter;
};

} // namespace foretop::app
