// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tileview.h"

#include "app/tiledelegate.h"

#include <QPainter>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr int kLeastTileWidth = 232;
constexpr int kMostTileWidth = 420;
constexpr int kGap = 10;
constexpr int kBarGap = 4;

} // namespace

TileView::TileView(QWidget *parent)
    : QListView(parent)
{
    setViewMode(QListView::IconMode);
    setMovement(QListView::Static);
    setResizeMode(QListView::Adjust);
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setBackgroundRole(QPalette::Window);
    viewport()->setAutoFillBackground(false);
    setFixedHeight(TileDelegate::tileHeight(fontMetrics()));
}

void TileView::setTheme(const Theme &theme)
{
    m_delegate = new TileDelegate(theme, this);
    setItemDelegate(m_delegate);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void TileView::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

void TileView::setModel(QAbstractItemModel *newModel)
{
    QListView::setModel(newModel);
    for (const auto signal :
         {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(newModel, signal, this, &TileView::layOut);
    }
    connect(newModel, &QAbstractItemModel::modelReset, this, &TileView::layOut);
    // A tile reaches a little beyond its cell, which is all that the list itself would paint.
    connect(newModel, &QAbstractItemModel::dataChanged, viewport(), qOverload<>(&QWidget::update));
    layOut();
}

void TileView::layOut()
{
    const int count = model() ? model()->rowCount() : 0;
    const int most = std::max(1, (width() + kGap) / (kLeastTileWidth + kGap));
    // A few tiles share the width up to a limit, and stand in the columns of a full row beyond.
    const int widest = std::max(1, (width() + kGap) / (kMostTileWidth + kGap));
    const int columns = std::clamp(count, std::min(widest, most), most);
    const int rows = (count + columns - 1) / columns;
    const bool scrolls = rows > kMostRows;
    // The list keeps a scroll bar's width free unless there can be none.
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAlwaysOff);
    const int bar = scrolls ? style()->pixelMetric(QStyle::PM_ScrollBarExtent) + kBarGap : 0;
    const int cell = (width() - bar - 1) / columns; // a row that fills the width wraps
    const int height = TileDelegate::tileHeight(fontMetrics());
    if (m_delegate) {
        m_delegate->setGrid(columns, cell, width() - bar, kGap);
    }
    setGridSize({cell, height + kGap});
    setFixedHeight(std::clamp(rows, 1, kMostRows) * (height + kGap) - kGap);
    scheduleDelayedItemsLayout();
}

void TileView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        layOut();
    }
}

void TileView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (model() && model()->rowCount() == 0 && !m_emptyText.isEmpty()) {
        QPainter painter(viewport());
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(viewport()->rect(), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    }
}

} // namespace foretop::app
