// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/listpane.h"

#include "app/pageactions.h"
#include "app/summarylist.h"

#include <QBoxLayout>
#include <QToolButton>

namespace foretop::app {

ListPane::ListPane(const QString &name, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_list(new SummaryList(this))
    , m_buttons(new QHBoxLayout)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(name + QStringLiteral("Pane"));
    m_list->setObjectName(name + QStringLiteral("List"));
    m_list->setAccessibleName(title);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_buttons->addStretch();
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    m_layout->addLayout(m_buttons);
    m_layout->addWidget(m_list, 1);
}

void ListPane::addButton(QAction *action, Qt::ToolButtonStyle style)
{
    m_buttons->insertWidget(m_buttons->count() - 1, PageActions::button(action, style, this));
}

void ListPane::addBelow(QWidget *widget)
{
    m_layout->addWidget(widget);
}

} // namespace foretop::app
