// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pageactions.h"

#include "app/theme.h"

#include <QAction>
#include <QToolButton>
#include <QWidget>

namespace foretop::app {

PageActions::PageActions(const Theme &theme, QWidget *page)
    : QObject(page)
    , m_theme(theme)
    , m_page(page)
{
    connect(&theme, &Theme::changed, this, &PageActions::takeIcons);
}

QAction *PageActions::add(const ActionSpec &spec)
{
    auto *action = new QAction(spec.text, this);
    action->setObjectName(spec.name);
    action->setShortcuts(spec.shortcuts);
    action->setCheckable(spec.checkable);
    QString hint = spec.hint.isEmpty() ? spec.text : spec.hint;
    if (!spec.shortcuts.isEmpty()) {
        hint = tr("%1 (%2)").arg(
            hint, QKeySequence::listToString(spec.shortcuts, QKeySequence::NativeText));
    }
    action->setToolTip(hint);
    if (!spec.icon.isEmpty()) {
        m_icons.insert(action, spec.icon);
        action->setIcon(m_theme.icon(spec.icon));
    }
    if (spec.scope) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    } else {
        m_unscoped << action;
    }
    (spec.scope ? spec.scope : m_page)->addAction(action);
    return action;
}

void PageActions::setShortcutsEverywhere(bool everywhere)
{
    for (QAction *action : std::as_const(m_unscoped)) {
        action->setShortcutContext(everywhere ? Qt::WindowShortcut
                                              : Qt::WidgetWithChildrenShortcut);
    }
}

QToolButton *PageActions::button(QAction *action, Qt::ToolButtonStyle style, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(style);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(action->text());
    button->setAccessibleDescription(action->toolTip());
    return button;
}

void PageActions::takeIcons()
{
    for (auto it = m_icons.cbegin(); it != m_icons.cend(); ++it) {
        it.key()->setIcon(m_theme.icon(it.value()));
    }
}

} // namespace foretop::app
