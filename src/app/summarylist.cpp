// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/summarylist.h"

#include <QPainter>

namespace foretop::app {

SummaryList::SummaryList(QWidget *parent)
    : QListView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setMouseTracking(true);
}

void SummaryList::setEmptyText(const QString &text)
{
    m_emptyText = text;
    viewport()->update();
}

QSize SummaryList::sizeHint() const
{
    return {220, 80}; // takes what there is
}

void SummaryList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (model() && model()->rowCount() == 0) {
        QPainter painter(viewport());
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(viewport()->rect().adjusted(8, 0, -8, 0),
                         Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
    }
}

} // namespace foretop::app
