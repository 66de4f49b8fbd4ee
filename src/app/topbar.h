// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme.h"

#include <QWidget>

class QAction;
class QBoxLayout;
class QMenu;

namespace foretop::app {

class EnvironmentSwitcher;
class LinkChips;

/// The actions that the top bar offers; all outlive it.
struct TopBarActions
{
    QAction *palette;
    QAction *reconnect;
    QVector<QAction *> appearances;
    QAction *preferences;
};

/// Environment, links, commands and appearance in one line.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    TopBar(Theme &theme, const TopBarActions &actions, QWidget *parent = nullptr);

    EnvironmentSwitcher &environments() { return *m_environments; }
    LinkChips &links() { return *m_links; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addButton(QBoxLayout &layout, QAction *action, const QString &name, bool withText);
    void addAppearanceMenu(QBoxLayout &layout, const TopBarActions &actions);

    Theme &m_theme;
    EnvironmentSwitcher *m_environments;
    LinkChips *m_links;
};

} // namespace foretop::app
