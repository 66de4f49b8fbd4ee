// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topbar.h"

#include "app/environmentswitcher.h"
#include "app/linkchips.h"

#include <QAction>
#include <QBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace foretop::app {

TopBar::TopBar(Theme &theme, const TopBarActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_environments(new EnvironmentSwitcher(this))
    , m_links(new LinkChips(theme, this))
{
    setObjectName(QStringLiteral("topBar"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 7, 10, 8);
    layout->setSpacing(8);
    layout->addWidget(m_environments);
    layout->addSpacing(4);
    layout->addWidget(m_links, 1);
    addButton(*layout, actions.reconnect, QStringLiteral("reconnectButton"), false);
    addButton(*layout, actions.palette, QStringLiteral("paletteButton"), true);
    addAppearanceMenu(*layout, actions);
}

void TopBar::addButton(QBoxLayout &layout, QAction *action, const QString &name, bool withText)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setDefaultAction(action);
    button->setAccessibleName(action->text());
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolButtonStyle(withText ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    layout.addWidget(button);
}

void TopBar::addAppearanceMenu(QBoxLayout &layout, const TopBarActions &actions)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QStringLiteral("appearanceButton"));
    button->setAccessibleName(tr("Appearance and preferences"));
    button->setToolTip(tr("Light, dark, or as the desktop is; preferences"));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setIcon(m_theme.icon(QStringLiteral("appearance")));
    auto *menu = new QMenu(button);
    menu->addActions(actions.appearances);
    menu->addSeparator();
    menu->addAction(actions.preferences);
    button->setMenu(menu);
    layout.addWidget(button);
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawLine(rect().bottomLeft(), rect().bottomRight());
}

} // namespace foretop::app
