// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/panelspec.h"

#include <QWidget>

class QButtonGroup;
class QLabel;

namespace foretop::app {

class Theme;

/// Chooses what kind of picture a panel is. Left and Right go through the kinds.
class KindPicker : public QWidget
{
    Q_OBJECT

public:
    /// @p theme must outlive this.
    KindPicker(const Theme &theme, QWidget *parent);

    models::PanelKind kind() const;
    void setKind(models::PanelKind kind);

Q_SIGNALS:
    void kindChanged();

private:
    void takeIcons();

    const Theme &m_theme;
    QButtonGroup *m_buttons;
    QLabel *m_name;
};

} // namespace foretop::app
