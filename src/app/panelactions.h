// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pageactions.h"

#include <QMenu>

namespace foretop::app {

/// What can be done with a panel, as a menu; each by its shortcut too while the keyboard is in the
/// panel.
class PanelActions : public QObject
{
    Q_OBJECT

public:
    /// @p theme must outlive this; @p panel is the parent.
    PanelActions(const Theme &theme, QWidget *panel);

    QMenu &menu() { return m_menu; }
    /// Whether the panel may be edited, duplicated and removed.
    void setEditable(bool editable);

Q_SIGNALS:
    void copyImageRequested();
    void copySvgRequested();
    void copyCsvRequested();
    void saveRequested();
    void maximizeRequested();
    void editRequested();
    void duplicateRequested();
    void removeRequested();

private:
    QAction *add(const ActionSpec &spec, void (PanelActions::*signal)());

    QWidget *m_panel;
    PageActions m_actions;
    QMenu m_menu;
    QVector<QAction *> m_editing;
};

} // namespace foretop::app
