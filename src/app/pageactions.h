// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QObject>

class QAction;
class QToolButton;
class QWidget;

namespace foretop::app {

class Theme;

/// What a page's action is made of.
struct ActionSpec
{
    QString name; ///< objectName, for tests and for finding it
    QString text;
    QString hint = {}; ///< one sentence for the tooltip
    QList<QKeySequence> shortcuts = {};
    QString icon = {}; ///< resources/icons/<icon>.svg; empty: none
    bool checkable = false;
    /// Shortcuts of one letter work only where no text is typed: with the keyboard in @p scope.
    QWidget *scope = nullptr;
};

/// The actions of one page. Each works while the page is on screen, has its shortcut in its tooltip
/// and an icon that follows the theme.
class PageActions : public QObject
{
    Q_OBJECT

public:
    /// @p theme must outlive this; @p page is the parent.
    PageActions(const Theme &theme, QWidget *page);

    QAction *add(const ActionSpec &spec);
    /// Whether those without a scope work with the keyboard anywhere in the window, or in the page
    /// alone.
    void setShortcutsEverywhere(bool everywhere);
    /// A flat button for @p action, named for screen readers.
    static QToolButton *button(QAction *action, Qt::ToolButtonStyle style, QWidget *parent);

private:
    void takeIcons();

    const Theme &m_theme;
    QWidget *m_page;
    QHash<QAction *, QString> m_icons;
    QVector<QAction *> m_unscoped;
};

} // namespace foretop::app
