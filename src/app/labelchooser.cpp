// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/labelchooser.h"

#include <QListWidget>
#include <QMenu>
#include <QSignalBlocker>
#include <QWidgetAction>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr QSize kListSize{220, 180};

} // namespace

LabelChooser::LabelChooser(const QString &nothing, QWidget *parent)
    : QToolButton(parent)
    , m_nothing(nothing)
    , m_list(new QListWidget)
{
    setPopupMode(InstantPopup);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setFocusPolicy(Qt::StrongFocus);
    m_list->setObjectName(QStringLiteral("labelChoice"));
    m_list->setAccessibleName(tr("Labels"));
    m_list->setMinimumSize(kListSize);
    auto *menu = new QMenu(this);
    auto *holder = new QWidgetAction(menu);
    holder->setDefaultWidget(m_list);
    menu->addAction(holder);
    setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this] {
        fillList();
        m_list->setFocus();
    });
    connect(m_list, &QListWidget::itemChanged, this, &LabelChooser::takeChecks);
    showText();
}

void LabelChooser::setLabels(const QStringList &labels)
{
    if (std::exchange(m_labels, labels) != labels && menu()->isVisible()) {
        fillList();
    }
}

void LabelChooser::setChosen(const QStringList &labels)
{
    m_chosen = labels;
    showText();
}

void LabelChooser::fillList()
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    QStringList shown = m_labels;
    for (const QString &label : std::as_const(m_chosen)) {
        if (!shown.contains(label)) {
            shown << label;
        }
    }
    for (const QString &label : std::as_const(shown)) {
        auto *item = new QListWidgetItem(label, m_list);
        item->setCheckState(m_chosen.contains(label) ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setCurrentRow(0);
}

void LabelChooser::takeChecks()
{
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        if (item->checkState() != Qt::Checked) {
            m_chosen.removeAll(item->text());
        } else if (!m_chosen.contains(item->text())) {
            m_chosen << item->text();
        }
    }
    showText();
    Q_EMIT chosenChanged();
}

void LabelChooser::showText()
{
    setText(m_chosen.isEmpty() ? m_nothing : m_chosen.join(QStringLiteral(", ")));
    setToolTip(m_chosen.isEmpty() ? tr("Choose labels") : text());
    setAccessibleDescription(text());
}

} // namespace foretop::app
