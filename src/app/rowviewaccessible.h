// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace foretop::app {

class RowView;

/// What a RowView is to a screen reader: a table, as QTableView is. Cells are made when they are
/// asked for; child i is the cell of row i / columns, column i % columns.
class RowViewAccessible final : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit RowViewAccessible(RowView *view);
    ~RowViewAccessible() override;

    /// For QAccessible::installFactory().
    static QAccessibleInterface *create(const QString &className, QObject *object);

    void *interface_cast(QAccessible::InterfaceType type) override;
    int childCount() const override;
    QAccessibleInterface *child(int index) const override;
    QAccessibleInterface *childAt(int x, int y) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override;
    int rowCount() const override;
    int columnCount() const override;
    QString rowDescription(int) const override { return {}; }
    QString columnDescription(int column) const override;
    int selectedCellCount() const override;
    QList<QAccessibleInterface *> selectedCells() const override;
    int selectedRowCount() const override;
    QList<int> selectedRows() const override;
    int selectedColumnCount() const override { return 0; }
    QList<int> selectedColumns() const override { return {}; }
    bool isRowSelected(int row) const override;
    bool isColumnSelected(int) const override { return false; }
    bool selectRow(int row) override;
    bool unselectRow(int row) override;
    bool selectColumn(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *event) override;

private:
    void forgetCells() const;

    RowView *m_view;
    mutable QHash<int, QAccessible::Id> m_cells; // by child index, at most kMaxCells
};

} // namespace foretop::app
