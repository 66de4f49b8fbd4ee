// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/level.h"

#include <QVector>
#include <QWidget>

class QAction;
class QToolButton;

namespace foretop::app {

class PageActions;
class Theme;

/// One toggle a level with the number of records that have it: which levels are shown.
class LevelBar : public QWidget
{
    Q_OBJECT

public:
    /// The toggles' actions go to @p actions; both must outlive this.
    LevelBar(const Theme &theme, PageActions &actions, QWidget *parent);

    logs::LevelMask levels() const;
    void setLevels(logs::LevelMask levels);
    /// @p counts: indexed by logs::Level.
    void setCounts(const QVector<quint64> &counts);
    /// Letters stand for the levels' words, and all levels are chosen by their shortcut alone.
    void setCompact(bool compact);

Q_SIGNALS:
    void levelsChanged(foretop::logs::LevelMask levels);

private:
    void addToggle(logs::Level level, int position, PageActions &actions);
    void takeColours();
    void showText(logs::Level level);
    void showMenu(logs::Level level, const QPoint &at);

    const Theme &m_theme;
    QVector<QAction *> m_toggles;     // by logs::Level
    QVector<QToolButton *> m_buttons; // by logs::Level
    QVector<quint64> m_counts;        // by logs::Level
    QToolButton *m_all = nullptr;
    bool m_compact = false;
};

} // namespace foretop::app
