// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tablepanelview.h"

#include "app/tablepaint.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QTableView>

#include <algorithm>

namespace foretop::app {

TablePanelView::TablePanelView(const PageContext &context, CrosshairLink &crosshair,
                               QWidget *parent)
    : PanelView(context, crosshair, parent)
    , m_model(context.theme)
    , m_table(new QTableView(this))
{
    m_sorted.setSourceModel(&m_model);
    m_sorted.setSortRole(SeriesTableModel::ValueRole);
    m_table->setObjectName(QStringLiteral("seriesTable"));
    m_table->setModel(&m_sorted);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setAccessibleName(tr("Values"));
    m_table->verticalHeader()->hide();
    const int rowHeight = fontMetrics().height() + 6;
    m_table->verticalHeader()->setMinimumSectionSize(rowHeight);
    m_table->verticalHeader()->setDefaultSectionSize(rowHeight);
    auto *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(40);
    m_table->setSortingEnabled(true);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table);
    setFocusProxy(m_table);
    m_table->installEventFilter(this);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &TablePanelView::shareWidth);
}

QSize TablePanelView::sizeHint() const
{
    return {240, 160};
}

QSize TablePanelView::minimumSizeHint() const
{
    return {100, 60};
}

void TablePanelView::setSpec(const models::PanelSpec &spec)
{
    PanelView::setSpec(spec);
    m_model.setSpec(spec);
}

void TablePanelView::setAnswer(Answer fresh)
{
    PanelView::setAnswer(std::move(fresh));
    const bool isFirst = m_model.rowCount() == 0;
    m_model.setSeries(answer().series);
    m_table->setVisible(hasData());
    if (isFirst) {
        shareWidth();
    }
}

void TablePanelView::resizeEvent(QResizeEvent *event)
{
    PanelView::resizeEvent(event);
    shareWidth();
}

void TablePanelView::shareWidth()
{
    auto *header = m_table->horizontalHeader();
    m_table->resizeColumnsToContents();
    int wanted = 0;
    for (int column = 0; column < m_model.columnCount(); ++column) {
        wanted += header->sectionSize(column);
    }
    // What is free goes to the labels, the value stays at the right.
    const int room = width() - wanted - m_table->style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const int labels = m_model.columnCount() - 1;
    for (int column = 0; room > 0 && column < labels; ++column) {
        header->resizeSection(column, header->sectionSize(column) + room / labels);
    }
}

bool TablePanelView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        Q_EMIT focusChanged(event->type() == QEvent::FocusIn);
    }
    return PanelView::eventFilter(watched, event);
}

void TablePanelView::paintEvent(QPaintEvent *)
{
    if (!hasData()) {
        QPainter painter(this);
        paintPlaceholder(painter, rect());
    }
}

void TablePanelView::paintPicture(QPainter &painter)
{
    if (hasData()) {
        paintTable(painter, *m_table);
    } else {
        paintPlaceholder(painter, rect());
    }
}

QString TablePanelView::textAt(const QPoint &at) const
{
    const QModelIndex index = m_table->indexAt(m_table->viewport()->mapFrom(this, at));
    return index.data(Qt::ToolTipRole).toString();
}

} // namespace foretop::app
