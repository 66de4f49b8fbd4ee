// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panelactions.h"

#include <QAction>

namespace foretop::app {

PanelActions::PanelActions(const Theme &theme, QWidget *panel)
    : QObject(panel)
    , m_panel(panel)
    , m_actions(theme, panel)
{
    m_menu.setToolTipsVisible(true);
    add({.name = QStringLiteral("copyPanelImage"),
         .text = tr("Copy as PNG"),
         .hint = tr("Copy the panel as a picture in pixels"),
         .shortcuts = {QKeySequence::Copy},
         .icon = QStringLiteral("copy")},
        &PanelActions::copyImageRequested);
    add({.name = QStringLiteral("copyPanelSvg"),
         .text = tr("Copy as SVG"),
         .hint = tr("Copy the panel as a drawing that can be enlarged"),
         .shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_C}},
        &PanelActions::copySvgRequested);
    add({.name = QStringLiteral("copyPanelCsv"),
         .text = tr("Copy data as CSV"),
         .hint = tr("Copy the values that are drawn"),
         .shortcuts = {Qt::CTRL | Qt::ALT | Qt::Key_C}},
        &PanelActions::copyCsvRequested);
    add({.name = QStringLiteral("savePanel"),
         .text = tr("Save as…"),
         .hint = tr("Save the panel as PNG or SVG, or its data as CSV"),
         .shortcuts = {Qt::CTRL | Qt::ALT | Qt::Key_S},
         .icon = QStringLiteral("export")},
        &PanelActions::saveRequested);
    m_menu.addSeparator();
    add({.name = QStringLiteral("maximizePanel"),
         .text = tr("Full page"),
         .hint = tr("Show the panel over the whole page, or back in its place"),
         .shortcuts = {Qt::Key_F},
         .icon = QStringLiteral("full-screen")},
        &PanelActions::maximizeRequested);
    m_editing << m_menu.addSeparator();
    m_editing << add({.name = QStringLiteral("editPanel"),
                      .text = tr("Edit…"),
                      .hint = tr("Change what the panel shows"),
                      .shortcuts = {Qt::Key_E},
                      .icon = QStringLiteral("settings")},
                     &PanelActions::editRequested);
    m_editing << add({.name = QStringLiteral("duplicatePanel"),
                      .text = tr("Duplicate"),
                      .hint = tr("Put a copy of the panel on the dashboard"),
                      .shortcuts = {Qt::CTRL | Qt::Key_D},
                      .icon = QStringLiteral("plus")},
                     &PanelActions::duplicateRequested);
    m_editing << add({.name = QStringLiteral("removePanel"),
                      .text = tr("Remove"),
                      .hint = tr("Take the panel off the dashboard"),
                      .shortcuts = {QKeySequence::Delete},
                      .icon = QStringLiteral("close")},
                     &PanelActions::removeRequested);
    setEditable(false);
}

QAction *PanelActions::add(const ActionSpec &spec, void (PanelActions::*signal)())
{
    ActionSpec inPanel = spec;
    inPanel.scope = m_panel;
    QAction *action = m_actions.add(inPanel);
    connect(action, &QAction::triggered, this, signal);
    m_menu.addAction(action);
    return action;
}

void PanelActions::setEditable(bool editable)
{
    for (QAction *action : std::as_const(m_editing)) {
        action->setVisible(editable);
        action->setEnabled(editable);
    }
}

} // namespace foretop::app
