// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panelgrip.h"

#include <QEvent>
#include <QPainter>

namespace foretop::app {

PanelGrip::PanelGrip(QWidget *panel)
    : QWidget(panel)
{
    setObjectName(QStringLiteral("panelGrip"));
    setFixedSize(kSize, kSize);
    setCursor(Qt::SizeFDiagCursor);
    setToolTip(tr("Drag to resize (Alt+Shift+arrow keys)"));
    setAccessibleName(tr("Resize the panel"));
    panel->installEventFilter(this);
    takeCorner();
}

void PanelGrip::takeCorner()
{
    move(parentWidget()->width() - kSize, parentWidget()->height() - kSize);
    raise();
}

bool PanelGrip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::ChildAdded) {
        takeCorner();
    }
    return QWidget::eventFilter(watched, event);
}

void PanelGrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor colour = palette().color(QPalette::WindowText);
    colour.setAlphaF(0.45F);
    painter.setPen(QPen(colour, 1.4));
    for (const int inset : {5, 9}) {
        painter.drawLine(QPointF(kSize - 3, kSize - inset), QPointF(kSize - inset, kSize - 3));
    }
}

} // namespace foretop::app
