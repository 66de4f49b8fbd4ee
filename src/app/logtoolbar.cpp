// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logtoolbar.h"

#include "app/logquerybar.h"
#include "app/pageactions.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

namespace foretop::app {

namespace {

constexpr int kLeastWidth = 300;
constexpr int kCharactersInFull = 110; ///< of the buttons' words and a query that can be read

} // namespace

LogToolBar::LogToolBar(const Theme &theme, PageActions &actions, QueryStore &queries, QWidget *view,
                       QWidget *parent)
    : QWidget(parent)
    , m_query(new LogQueryBar(theme, actions, queries, this))
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    m_layout->addWidget(m_query, 1);
    setFocusProxy(m_query);
    addErrorButtons(actions);
    addToggles(actions, view);
    addColumnMenu(actions);
}

void LogToolBar::addButton(QAction *action)
{
    m_layout->insertWidget(m_layout->count() - 1,
                           PageActions::button(action, Qt::ToolButtonIconOnly, this));
}

QSize LogToolBar::minimumSizeHint() const
{
    return {kLeastWidth, QWidget::minimumSizeHint().height()};
}

void LogToolBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < kCharactersInFull * fontMetrics().averageCharWidth();
    for (QToolButton *button : std::as_const(m_wordy)) {
        button->setToolButtonStyle(isNarrow ? Qt::ToolButtonIconOnly
                                            : Qt::ToolButtonTextBesideIcon);
    }
}

void LogToolBar::addErrorButtons(PageActions &actions)
{
    QAction *previous = actions.add({.name = QStringLiteral("previousError"),
                                     .text = tr("Previous error"),
                                     .hint = tr("Go to the error before this record"),
                                     .shortcuts = {Qt::SHIFT | Qt::Key_F8},
                                     .icon = QStringLiteral("error-previous")});
    QAction *next = actions.add({.name = QStringLiteral("nextError"),
                                 .text = tr("Next error"),
                                 .hint = tr("Go to the error after this record"),
                                 .shortcuts = {Qt::Key_F8},
                                 .icon = QStringLiteral("error-next")});
    connect(previous, &QAction::triggered, this, [this] { Q_EMIT errorRequested(false); });
    connect(next, &QAction::triggered, this, [this] { Q_EMIT errorRequested(true); });
    for (QAction *action : {previous, next}) {
        m_layout->addWidget(PageActions::button(action, Qt::ToolButtonIconOnly, this));
    }
}

void LogToolBar::addToggles(PageActions &actions, QWidget *view)
{
    m_follow = actions.add({.name = QStringLiteral("followLogs"),
                            .text = tr("Follow"),
                            .hint = tr("Stay with the newest records"),
                            .shortcuts = {Qt::Key_F},
                            .icon = QStringLiteral("follow"),
                            .checkable = true,
                            .scope = view});
    m_wrap = actions.add({.name = QStringLiteral("wrapLogs"),
                          .text = tr("Wrap"),
                          .hint = tr("Show messages whole, on as many lines as they need"),
                          .shortcuts = {Qt::Key_W},
                          .icon = QStringLiteral("wrap"),
                          .checkable = true,
                          .scope = view});
    m_details = actions.add({.name = QStringLiteral("logDetailsShown"),
                             .text = tr("Details"),
                             .hint = tr("Show all of the chosen record below"),
                             .shortcuts = {Qt::CTRL | Qt::Key_I},
                             .icon = QStringLiteral("details"),
                             .checkable = true});
    m_histogram = actions.add({.name = QStringLiteral("logHistogramShown"),
                               .text = tr("Histogram"),
                               .hint = tr("Show how many records there were over time"),
                               .shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_H},
                               .icon = QStringLiteral("chart"),
                               .checkable = true});
    m_sidePane = actions.add({.name = QStringLiteral("logSidePaneShown"),
                              .text = tr("Side pane"),
                              .hint = tr("Show facets, patterns and bookmarks beside the records"),
                              .shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_I},
                              .icon = QStringLiteral("sidebar"),
                              .checkable = true});
    m_utc = actions.add({.name = QStringLiteral("logUtc"),
                         .text = tr("UTC"),
                         .hint = tr("Show times in UTC, not in local time"),
                         .shortcuts = {Qt::CTRL | Qt::Key_U},
                         .checkable = true});
    for (QAction *action : {m_follow, m_wrap, m_details}) {
        m_wordy << PageActions::button(action, Qt::ToolButtonTextBesideIcon, this);
        m_layout->addWidget(m_wordy.back());
    }
    for (QAction *action : {m_histogram, m_sidePane}) {
        m_layout->addWidget(PageActions::button(action, Qt::ToolButtonIconOnly, this));
    }
}

void LogToolBar::addColumnMenu(PageActions &actions)
{
    auto *menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        Q_EMIT columnMenuAboutToShow(menu);
    });
    QAction *columns = actions.add({.name = QStringLiteral("logColumns"),
                                    .text = tr("Columns"),
                                    .hint = tr("Choose the columns that are shown"),
                                    .shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_K},
                                    .icon = QStringLiteral("columns")});
    QToolButton *button = PageActions::button(columns, Qt::ToolButtonIconOnly, this);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    connect(columns, &QAction::triggered, button, &QToolButton::showMenu);
    m_layout->addWidget(button);
}

} // namespace foretop::app
