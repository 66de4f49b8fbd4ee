// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serieslegendtable.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr int kLeastLabel = 110;

} // namespace

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
    setSortingEnabled(true);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    connect(&m_sorted, &QAbstractItemModel::rowsInserted, this, &SeriesLegendTable::fitHeight);
    connect(&m_sorted, &QAbstractItemModel::rowsRemoved, this, &SeriesLegendTable::fitHeight);
    setUnit(models::Unit::Number);
    fitHeight();
}

void SeriesLegendTable::setUnit(models::Unit unit)
{
    const auto longest = unit == models::Unit::Moment ? QStringLiteral("30 Nov 2000 00:00:00")
                                                      : QStringLiteral("00.0 MiB/s");
    m_valueWidth = fontMetrics().horizontalAdvance(longest) + 12;
    for (int column = SeriesLegendModel::LastColumn; column < SeriesLegendModel::ColumnCount;
         ++column) {
        horizontalHeader()->resizeSection(column, m_valueWidth);
    }
    fitColumns();
}

void SeriesLegendTable::setRoom(int height)
{
    m_room = height;
    fitHeight();
}

void SeriesLegendTable::fitHeight()
{
    const int rowHeight = verticalHeader()->defaultSectionSize();
    const int head = horizontalHeader()->sizeHint().height() + 2;
    const int fitting = std::max(1, (m_room - head) / rowHeight);
    setFixedHeight(rowHeight * std::clamp(m_sorted.rowCount(), 1, std::min(fitting, kMostRows)) +
                   head);
}

void SeriesLegendTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

// The label needs its room; what can be seen in the plot goes first.
void SeriesLegendTable::fitColumns()
{
    int room = viewport()->width() - kLeastLabel;
    for (const int column : {SeriesLegendModel::LastColumn, SeriesLegendModel::GreatestColumn,
                             SeriesLegendModel::MeanColumn, SeriesLegendModel::LeastColumn}) {
        room -= m_valueWidth;
        setColumnHidden(column, room < 0);
    }
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
