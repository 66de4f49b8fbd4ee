// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rowviewaccessible.h"

#include "app/rowview.h"

#include <QHeaderView>
#include <QPersistentModelIndex>

namespace foretop::app {

namespace {

constexpr int kMaxCells = 2'000; ///< a screen of them; more than that are forgotten together
constexpr int kMaxTold = 1'000;  ///< selected rows that are named one by one

class CellAccessible final : public QAccessibleInterface, public QAccessibleTableCellInterface
{
public:
    CellAccessible(RowView *view, const QModelIndex &index)
        : m_view(view)
        , m_index(index)
    {
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableCellInterface
                   ? static_cast<QAccessibleTableCellInterface *>(this)
                   : nullptr;
    }
    QObject *object() const override { return nullptr; }
    bool isValid() const override { return m_view && m_index.isValid(); }
    QAccessibleInterface *parent() const override { return table(); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }

    QString text(QAccessible::Text kind) const override
    {
        if (kind != QAccessible::Name || !isValid()) {
            return {};
        }
        const QVariant spoken = m_index.data(Qt::AccessibleTextRole);
        return spoken.isValid() ? spoken.toString() : m_index.data().toString();
    }
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override
    {
        if (!isValid()) {
            return {};
        }
        const QRect cell = m_view->visualRect(m_index);
        return {m_view->viewport()->mapToGlobal(cell.topLeft()), cell.size()};
    }
    QAccessible::Role role() const override { return QAccessible::Cell; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        state.selected = isSelected();
        state.focused = isValid() && m_view->currentIndex().row() == m_index.row();
        state.offscreen =
            !isValid() || !m_view->viewport()->rect().intersects(m_view->visualRect(m_index));
        return state;
    }

    bool isSelected() const override
    {
        return isValid() && m_view->selectionModel()->isSelected(m_index);
    }
    QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_index.column(); }
    int rowIndex() const override { return m_index.row(); }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface *table() const override
    {
        return QAccessible::queryAccessibleInterface(m_view);
    }

private:
    RowView *m_view; // outlives its table, which outlives its cells
    QPersistentModelIndex m_index;
};

} // namespace

RowViewAccessible::RowViewAccessible(RowView *view)
    : QAccessibleWidget(view, QAccessible::Table)
    , m_view(view)
{
}

RowViewAccessible::~RowViewAccessible()
{
    forgetCells();
}

QAccessibleInterface *RowViewAccessible::create(const QString &, QObject *object)
{
    auto *view = qobject_cast<RowView *>(object);
    return view ? new RowViewAccessible(view) : nullptr;
}

void *RowViewAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this)
                                               : QAccessibleWidget::interface_cast(type);
}

int RowViewAccessible::childCount() const
{
    return rowCount() * columnCount();
}

QAccessibleInterface *RowViewAccessible::child(int index) const
{
    const int columns = columnCount();
    return columns > 0 ? cellAt(index / columns, index % columns) : nullptr;
}

QAccessibleInterface *RowViewAccessible::childAt(int x, int y) const
{
    const QModelIndex index = m_view->indexAt(m_view->viewport()->mapFromGlobal(QPoint(x, y)));
    return index.isValid() ? cellAt(index.row(), index.column()) : nullptr;
}

int RowViewAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    auto *cell = const_cast<QAccessibleInterface *>(child)->tableCellInterface();
    return cell ? cell->rowIndex() * columnCount() + cell->columnIndex() : -1;
}

QAccessibleInterface *RowViewAccessible::cellAt(int row, int column) const
{
    const QModelIndex index = m_view->model() ? m_view->model()->index(row, column) : QModelIndex();
    if (!index.isValid()) {
        return nullptr;
    }
    const int key = row * columnCount() + column;
    if (const QAccessible::Id known = m_cells.value(key)) {
        QAccessibleInterface *cell = QAccessible::accessibleInterface(known);
        if (cell->isValid() && cell->tableCellInterface()->rowIndex() == row) {
            return cell;
        }
        QAccessible::deleteAccessibleInterface(known); // its row has another number by now
    }
    if (m_cells.size() >= kMaxCells) {
        forgetCells();
    }
    auto *cell = new CellAccessible(m_view, index);
    m_cells.insert(key, QAccessible::registerAccessibleInterface(cell));
    return cell;
}

int RowViewAccessible::rowCount() const
{
    return m_view->model() ? m_view->model()->rowCount() : 0;
}

int RowViewAccessible::columnCount() const
{
    return m_view->model() ? m_view->model()->columnCount() : 0;
}

QString RowViewAccessible::columnDescription(int column) const
{
    return m_view->model() ? m_view->model()->headerData(column, Qt::Horizontal).toString()
                           : QString();
}

int RowViewAccessible::selectedCellCount() const
{
    return selectedRowCount() * columnCount();
}

QList<QAccessibleInterface *> RowViewAccessible::selectedCells() const
{
    if (m_cells.size() > kMaxCells - kMaxTold) {
        forgetCells(); // not while the list is filled
    }
    QList<QAccessibleInterface *> cells;
    for (const int row : selectedRows()) {
        cells << cellAt(row, 0);
    }
    return cells;
}

int RowViewAccessible::selectedRowCount() const
{
    int count = 0;
    for (const QItemSelectionRange &range : m_view->selectionModel()->selection()) {
        count += range.height();
    }
    return count;
}

QList<int> RowViewAccessible::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : m_view->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && rows.size() < kMaxTold; ++row) {
            rows << row;
        }
    }
    return rows;
}

bool RowViewAccessible::isRowSelected(int row) const
{
    return m_view->selectionModel()->isRowSelected(row);
}

bool RowViewAccessible::selectRow(int row)
{
    m_view->selectionModel()->setCurrentIndex(m_view->model()->index(row, 0),
                                              QItemSelectionModel::ClearAndSelect |
                                                  QItemSelectionModel::Rows);
    return true;
}

bool RowViewAccessible::unselectRow(int row)
{
    m_view->selectionModel()->select(m_view->model()->index(row, 0),
                                     QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
    return true;
}

void RowViewAccessible::modelChange(QAccessibleTableModelChangeEvent *)
{
    forgetCells();
}

void RowViewAccessible::forgetCells() const
{
    for (const QAccessible::Id id : std::as_const(m_cells)) {
        QAccessible::deleteAccessibleInterface(id);
    }
    m_cells.clear();
}

} // namespace foretop::app
