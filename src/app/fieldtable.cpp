// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fieldtable.h"

#include "app/fieldmodel.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>

namespace foretop::app {

FieldTable::FieldTable(QWidget *parent)
    : QTableView(parent)
    , m_fields(new FieldModel(this))
{
    setModel(m_fields);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    addCopyAction(tr("Copy value"), QKeySequence::Copy, false);
    addCopyAction(tr("Copy name and value"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, true);
}

void FieldTable::setFields(const QVector<QPair<QString, QString>> &fields)
{
    m_fields->setFields(fields);
    const QFontMetrics metrics(font());
    const int rowHeight = metrics.height() + 6;
    verticalHeader()->setMinimumSectionSize(rowHeight);
    verticalHeader()->setDefaultSectionSize(rowHeight);
    int width = metrics.averageCharWidth() * 12;
    for (const auto &[name, value] : fields) {
        width = std::max(width, metrics.horizontalAdvance(name.left(40)) + 16);
    }
    setColumnWidth(FieldModel::NameColumn, width);
}

QPair<QString, QString> FieldTable::currentField() const
{
    const QModelIndex current = currentIndex();
    return {current.siblingAtColumn(FieldModel::NameColumn).data(Qt::EditRole).toString(),
            current.siblingAtColumn(FieldModel::ValueColumn).data(Qt::EditRole).toString()};
}

void FieldTable::addCopyAction(const QString &text, const QKeySequence &shortcut, bool withName)
{
    auto *action = new QAction(text, this);
    action->setShortcut(shortcut);
    action->setToolTip(
        QStringLiteral("%1 (%2)").arg(text, shortcut.toString(QKeySequence::NativeText)));
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [this, withName] { copySelected(withName); });
    addAction(action);
}

void FieldTable::copySelected(bool withName)
{
    QStringList lines;
    for (const QModelIndex &row : selectionModel()->selectedRows(FieldModel::ValueColumn)) {
        const QString value = row.data(Qt::EditRole).toString();
        const QString name = row.siblingAtColumn(FieldModel::NameColumn).data().toString();
        lines << (withName ? name + QStringLiteral(": ") + value : value);
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace foretop::app
