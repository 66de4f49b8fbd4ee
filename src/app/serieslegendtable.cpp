// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serieslegendtable.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace foretop::app {

SeriesLegendTable::SeriesLegendTable(SeriesLegendModel &model, QWidget *parent)
    : QTableView(parent)
    , m_model(model)
{
    setObjectName(QStringLiteral("legend"));
    m_sorted.setSourceModel(&model);
    m_sorted.setSortRole(SeriesLegendModel::ValueRole);
    setModel(&m_sorted);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::NoSelection);
    setFocusPolicy(Qt::TabFocus);
    setTabKeyNavigation(false);
    setIconSize({9, 9});
    setWordWrap(false);
    setTextElideMode(Qt::ElideMiddle);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    verticalHeader()->hide();
    const int rowHeight = fontMetrics().height() + 4;
    verticalHeader()->setMinimumSectionSize(rowHeight);
    verticalHeader()->setDefaultSectionSize(rowHeight);
    auto *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(SeriesLegendModel::LabelColumn, QHeaderView::Stretch);
    header->setMinimumSectionSize(24);
    const int valueWidth = fontMetrics().horizontalAdvance(QStringLiteral("00.0 MiB/s")) + 12;
    for (int column = SeriesLegendModel::LastColumn; column < SeriesLegendModel::ColumnCount;
         ++column) {
        header->resizeSection(column, valueWidth);
    }
    setSortingEnabled(true);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    connect(&m_sorted, &QAbstractItemModel::rowsInserted, this, &SeriesLegendTable::fitHeight);
    connect(&m_sorted, &QAbstractItemModel::rowsRemoved, this, &SeriesLegendTable::fitHeight);
    fitHeight();
}

void SeriesLegendTable::fitHeight()
{
    const int rows = std::clamp(m_sorted.rowCount(), 1, kRows);
    setFixedHeight(verticalHeader()->defaultSectionSize() * rows +
                   horizontalHeader()->sizeHint().height() + 2);
}

int SeriesLegendTable::rowOf(const QModelIndex &index) const
{
    return index.isValid() ? m_sorted.mapToSource(index).row() : -1;
}

void SeriesLegendTable::mousePressEvent(QMouseEvent *event)
{
    QTableView::mousePressEvent(event);
    const int row = rowOf(indexAt(event->position().toPoint()));
    if (event->button() != Qt::LeftButton || row < 0) {
        return;
    }
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        m_model.toggle(row);
    } else {
        m_model.isolate(row);
    }
}

void SeriesLegendTable::keyPressEvent(QKeyEvent *event)
{
    const int row = rowOf(currentIndex());
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && !event->modifiers().testFlag(Qt::ControlModifier)) {
        m_model.isolate(row);
    } else if (isReturn || event->key() == Qt::Key_Space) {
        m_model.toggle(row);
    } else {
        QTableView::keyPressEvent(event);
    }
}

} // namespace foretop::app
