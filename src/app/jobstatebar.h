// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"

#include <QHash>
#include <QSet>
#include <QVector>
#include <QWidget>

class QAction;
class QToolButton;

namespace foretop::app {

class PageActions;
class Theme;

/// How many jobs are in each state, as toggles: those that are pressed are shown, all when none is.
class JobStateBar : public QWidget
{
    Q_OBJECT

public:
    /// The toggles' actions go to @p actions; both must outlive this.
    JobStateBar(const Theme &theme, PageActions &actions, QWidget *parent);

    /// The states to show.
    QSet<jobs::State> states() const;
    void showAll();
    /// @p counts: indexed by jobs::State.
    void setCounts(const QVector<int> &counts);

Q_SIGNALS:
    void statesChanged(const QSet<foretop::jobs::State> &states);

private:
    void addToggle(jobs::State state, int position, PageActions &actions);
    void takeColours();
    void setCount(jobs::State state, int count);

    const Theme &m_theme;
    QHash<jobs::State, QAction *> m_toggles;
    QHash<jobs::State, QToolButton *> m_buttons;
};

} // namespace foretop::app
