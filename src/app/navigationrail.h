// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme.h"

#include <QToolButton>
#include <QWidget>

class QActionGroup;
class QVBoxLayout;

namespace foretop::app {

/// A rail's button: an icon over a word, marked when it is the page shown.
class RailButton : public QToolButton
{
    Q_OBJECT

public:
    explicit RailButton(QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// The left rail: a button for each page, one of them chosen.
class NavigationRail : public QWidget
{
    Q_OBJECT

public:
    explicit NavigationRail(QWidget *parent = nullptr);

    /// @p action is checkable; its icon, text and tooltip are the button's.
    void addPage(QAction *action);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_layout;
    QActionGroup *m_group;
};

} // namespace foretop::app
