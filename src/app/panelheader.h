// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace foretop::app {

/// The first line of a panel: its title, what is left out, whether it is asking, and its menu.
class PanelHeader : public QWidget
{
    Q_OBJECT

public:
    /// @p theme and @p menu must outlive the header.
    PanelHeader(const Theme &theme, QMenu &menu, QWidget *parent = nullptr);

    void setTitle(const QString &title, const QString &description);
    QString title() const { return m_title; }
    void setLeftOut(int series);
    void setPending(bool isPending);
    /// Draws title and what is left out, with @p painter at the header's origin.
    void paint(QPainter &painter) const;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void elide();
    void takeIcons();
    int titleRoom() const;

    const Theme &m_theme;
    QString m_title;
    QLabel *m_label;
    QLabel *m_leftOut;
    QLabel *m_pending;
    QToolButton *m_menu;
    QTimer m_patience;
};

} // namespace foretop::app
