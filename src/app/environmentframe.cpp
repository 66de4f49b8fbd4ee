// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/environmentframe.h"

#include <QPainter>

namespace foretop::app {

namespace {

constexpr int kWidth = 4;

} // namespace

EnvironmentFrame::EnvironmentFrame(QWidget *parent)
    : QWidget(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

void EnvironmentFrame::setColour(const QColor &colour)
{
    m_colour = colour;
    const int margin = colour.isValid() ? kWidth : 0;
    setContentsMargins(margin, margin, margin, margin);
    update();
}

void EnvironmentFrame::paintEvent(QPaintEvent *)
{
    if (m_colour.isValid()) {
        QPainter painter(this);
        painter.setPen(QPen(m_colour, 2 * kWidth, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(rect());
    }
}

} // namespace foretop::app
