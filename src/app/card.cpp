// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/card.h"

#include <QPainter>

namespace foretop::app {

Card::Card(QWidget *parent)
    : QFrame(parent)
{
    setFrameShape(QFrame::NoFrame);
}

void Card::setColours(const QColor &fill, const QColor &border)
{
    m_fill = fill;
    m_border = border;
    update();
}

void Card::paint(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &border)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border);
    painter.setBrush(fill);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter.restore();
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter, rect(), m_fill.isValid() ? m_fill : palette().color(QPalette::Base),
          m_border.isValid() ? m_border : palette().color(QPalette::Mid));
}

} // namespace foretop::app
