// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logfilterbar.h"

#include "app/levelbar.h"
#include "app/pageactions.h"
#include "app/timerangebutton.h"

#include <QAction>
#include <QHBoxLayout>

namespace foretop::app {

namespace {

constexpr int kLeastWidth = 300;
constexpr int kCharactersInFull = 130; ///< of all words and counts on the bar

} // namespace

LogFilterBar::LogFilterBar(const Theme &theme, PageActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_levels(new LevelBar(theme, actions, this))
    , m_loggers(new ValueFilterButton(
          actions.add({.name = QStringLiteral("logLoggers"),
                       .text = tr("Logger"),
                       .hint = tr("Choose the loggers (components) whose records are shown"),
                       .shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_L},
                       .icon = QStringLiteral("filter")}),
          this))
    , m_times(new TimeRangeButton(actions, this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_levels, 1);
    layout->addWidget(m_loggers);
    layout->addWidget(m_times);
    connect(m_levels, &LevelBar::levelsChanged, this, &LogFilterBar::changed);
    connect(m_loggers, &ValueFilterButton::chosenChanged, this, &LogFilterBar::changed);
    connect(m_times, &TimeRangeButton::rangeChanged, this, &LogFilterBar::changed);
}

void LogFilterBar::showAll()
{
    m_levels->setLevels(logs::LevelMask::all());
    m_loggers->setChosen({});
}

QSize LogFilterBar::minimumSizeHint() const
{
    return {kLeastWidth, QWidget::minimumSizeHint().height()};
}

void LogFilterBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_levels->setCompact(width() < kCharactersInFull * fontMetrics().averageCharWidth());
}

} // namespace foretop::app
