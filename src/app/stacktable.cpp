// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stacktable.h"

#include "app/paintabletext.h"
#include "app/stackframes.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QStandardItemModel>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr qsizetype kMostCellLength = 1'000;

QStandardItem *cell(const QString &text, bool bold)
{
    auto *item = new QStandardItem(paintableText(text, kMostCellLength));
    item->setToolTip(text.left(kMostCellLength));
    if (bold) {
        QFont font;
        font.setBold(true);
        item->setData(font, Qt::FontRole);
    }
    return item;
}

} // namespace

StackTable::StackTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new QStandardItemModel(0, 3, this))
{
    m_model->setHorizontalHeaderLabels({tr("Function"), tr("File"), tr("Line")});
    setModel(m_model);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    verticalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto *copy = new QAction(tr("Copy frames"), this);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    copy->setToolTip(
        tr("Copy the chosen frames (%1)").arg(copy->shortcut().toString(QKeySequence::NativeText)));
    connect(copy, &QAction::triggered, this, &StackTable::copySelected);
    addAction(copy);
}

int StackTable::setTrace(const QString &trace)
{
    const QVector<StackFrame> frames = stackFramesOf(trace);
    m_model->setRowCount(0);
    clearSpans();
    int told = 0;
    for (const StackFrame &frame : frames) {
        const bool isWords = frame.file.isEmpty();
        m_model->appendRow({cell(frame.function, isWords), cell(frame.file, false),
                            cell(frame.line > 0 ? QString::number(frame.line) : QString(), false)});
        if (isWords) {
            setSpan(m_model->rowCount() - 1, 0, 1, 3);
        } else {
            ++told;
        }
    }
    const QFontMetrics metrics(font());
    verticalHeader()->setMinimumSectionSize(metrics.height() + 4);
    verticalHeader()->setDefaultSectionSize(metrics.height() + 6);
    const int most = metrics.averageCharWidth() * 60;
    setColumnWidth(0, std::clamp(sizeHintForColumn(0), metrics.averageCharWidth() * 20, most));
    setColumnWidth(1, std::clamp(sizeHintForColumn(1), metrics.averageCharWidth() * 20, most));
    return told;
}

void StackTable::copySelected()
{
    QStringList lines;
    for (const QModelIndex &row : selectionModel()->selectedRows(0)) {
        const QString file = row.siblingAtColumn(1).data().toString();
        const QString line = row.siblingAtColumn(2).data().toString();
        lines << (file.isEmpty() ? row.data().toString()
                                 : QStringLiteral("%1 (%2%3)")
                                       .arg(row.data().toString(), file,
                                            line.isEmpty() ? QString() : u':' + line));
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

} // namespace foretop::app
