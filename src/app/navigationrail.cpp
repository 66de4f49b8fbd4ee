// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/navigationrail.h"

#include <QAction>
#include <QActionGroup>
#include <QBoxLayout>
#include <QPainter>

namespace foretop::app {

namespace {

constexpr int kWidth = 84;
constexpr int kIcon = 22;
constexpr int kMark = 3;

} // namespace

RailButton::RailButton(QWidget *parent)
    : QToolButton(parent)
{
    setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize RailButton::sizeHint() const
{
    return {kWidth, kIcon + fontMetrics().height() + 24};
}

void RailButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect tile = rect().adjusted(6, 2, -6, -2);
    if (isChecked() || underMouse()) {
        QColor fill = palette().color(isChecked() ? QPalette::Highlight : QPalette::WindowText);
        fill.setAlphaF(isChecked() ? 0.16F : 0.07F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawRoundedRect(tile, 7, 7);
    }
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(palette().color(QPalette::Link));
        painter.drawRoundedRect(QRect(0, tile.top() + 8, kMark, tile.height() - 16), 1.5, 1.5);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 1.6));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(tile, 7, 7);
    }
    const int top = (height() - kIcon - fontMetrics().height() - 4) / 2;
    icon().paint(&painter, QRect((width() - kIcon) / 2, top, kIcon, kIcon));
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(0, top + kIcon + 4, width(), fontMetrics().height()), Qt::AlignCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, width() - 6));
}

NavigationRail::NavigationRail(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_group(new QActionGroup(this))
{
    setObjectName(QStringLiteral("navigationRail"));
    setAccessibleName(tr("Pages"));
    setFixedWidth(kWidth);
    m_layout->setContentsMargins(0, 8, 1, 8);
    m_layout->setSpacing(2);
    m_layout->addStretch(1);
}

void NavigationRail::addPage(QAction *action)
{
    m_group->addAction(action);
    auto *button = new RailButton(this);
    button->setDefaultAction(action);
    button->setAccessibleName(action->text());
    m_layout->insertWidget(m_layout->count() - 1, button);
}

void NavigationRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(rect().topRight(), rect().bottomRight());
}

} // namespace foretop::app
