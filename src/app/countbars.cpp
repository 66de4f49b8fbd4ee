// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/countbars.h"

#include "app/sparkline.h"

#include <QPainter>

namespace foretop::app {

CountBars::CountBars(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(sizeHint());
}

void CountBars::setCounts(const QVector<double> &counts)
{
    m_counts = counts;
    update();
}

void CountBars::setColour(const QColor &colour)
{
    m_colour = colour;
    update();
}

void CountBars::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBars(painter, rect(), m_counts, m_colour);
}

} // namespace foretop::app
