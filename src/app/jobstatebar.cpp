// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobstatebar.h"

#include "app/jobtext.h"
#include "app/pageactions.h"
#include "app/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QSignalBlocker>
#include <QToolButton>

namespace foretop::app {

JobStateBar::JobStateBar(const Theme &theme, PageActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("jobStateBar"));
    setAccessibleName(tr("States that are shown"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (std::size_t i = 0; i < kJobStates.size(); ++i) {
        addToggle(kJobStates[i], int(i) + 1, actions);
    }
    QAction *all = actions.add({.name = QStringLiteral("allJobStates"),
                                .text = tr("All states"),
                                .hint = tr("Show the jobs in every state"),
                                .shortcuts = {Qt::ALT | Qt::Key_0}});
    connect(all, &QAction::triggered, this, &JobStateBar::showAll);
    layout->addWidget(PageActions::button(all, Qt::ToolButtonTextOnly, this));
    layout->addStretch();
    connect(&theme, &Theme::changed, this, &JobStateBar::takeColours);
    takeColours();
}

void JobStateBar::addToggle(jobs::State state, int position, PageActions &actions)
{
    const QString word = jobStateWord(state);
    QAction *toggle = actions.add({.name = QStringLiteral("jobState%1").arg(int(state)),
                                   .text = word,
                                   .hint = tr("Show jobs that are in state %1").arg(word),
                                   .shortcuts = {Qt::ALT | Qt::Key(Qt::Key_0 + position)},
                                   .checkable = true});
    connect(toggle, &QAction::toggled, this, [this] { Q_EMIT statesChanged(states()); });
    QToolButton *button = PageActions::button(toggle, Qt::ToolButtonTextBesideIcon, this);
    m_toggles.insert(state, toggle);
    m_buttons.insert(state, button);
    layout()->addWidget(button);
    setCount(state, 0);
}

QSet<jobs::State> JobStateBar::states() const
{
    QSet<jobs::State> pressed;
    for (const jobs::State state : kJobStates) {
        if (m_toggles[state]->isChecked()) {
            pressed.insert(state);
        }
    }
    return pressed.isEmpty() ? QSet<jobs::State>(kJobStates.begin(), kJobStates.end()) : pressed;
}

void JobStateBar::showAll()
{
    {
        const QSignalBlocker blocker(this);
        for (QAction *toggle : std::as_const(m_toggles)) {
            toggle->setChecked(false);
        }
    }
    Q_EMIT statesChanged(states());
}

void JobStateBar::setCounts(const QVector<int> &counts)
{
    for (const jobs::State state : kJobStates) {
        setCount(state, counts.value(int(state)));
    }
}

void JobStateBar::setCount(jobs::State state, int count)
{
    const QString number = QLocale().toString(count);
    m_toggles[state]->setText(tr("%1 %2").arg(jobStateWord(state), number));
    QToolButton *button = m_buttons[state];
    button->setAccessibleName(tr("%1: %2 jobs").arg(jobStateWord(state), number));
    // Only ever wider, so that the bar does not dance with the counts.
    button->setMinimumWidth(std::max(button->minimumWidth(), button->sizeHint().width()));
}

void JobStateBar::takeColours()
{
    for (const jobs::State state : kJobStates) {
        m_toggles[state]->setIcon(m_theme.icon(jobStateIcon(state), jobStateTone(state)));
    }
}

} // namespace foretop::app
