// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/valuefilterbutton.h"

#include <QAction>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr int kMostShown = 500; ///< values in the list; the search finds the others
constexpr QSize kListSize{320, 300};

} // namespace

ValueFilterButton::ValueFilterButton(QAction *action, QWidget *parent)
    : QToolButton(parent)
    , m_action(action)
    , m_name(action->text())
    , m_search(new QLineEdit)
    , m_list(new QListWidget)
{
    setDefaultAction(action);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(InstantPopup);
    m_search->setPlaceholderText(tr("Search in %1").arg(m_name));
    m_search->setAccessibleName(tr("Search in %1").arg(m_name));
    m_search->setClearButtonEnabled(true);
    m_list->setObjectName(QStringLiteral("filterValues"));
    m_list->setAccessibleName(m_name);
    m_list->setMinimumSize(kListSize);
    auto *menu = new QMenu(this);
    auto *content = new QWidget(menu);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(6, 6, 6, 6);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    auto *all = new QPushButton(tr("Show all"), content);
    all->setToolTip(tr("Choose none, so that all are shown"));
    all->setAccessibleName(all->text());
    connect(all, &QAbstractButton::clicked, this, [this] { setChosen({}); });
    layout->addWidget(all);
    auto *holder = new QWidgetAction(menu);
    holder->setDefaultWidget(content);
    menu->addAction(holder);
    setMenu(menu);
    connect(action, &QAction::triggered, this, &QToolButton::showMenu);
    connect(menu, &QMenu::aboutToShow, this, [this] {
        Q_EMIT aboutToOpen();
        m_search->clear();
        fillList();
        m_search->setFocus();
    });
    connect(m_search, &QLineEdit::textChanged, this, &ValueFilterButton::fillList);
    connect(m_list, &QListWidget::itemChanged, this, &ValueFilterButton::takeChecks);
    connect(m_list, &QListWidget::itemClicked, this, &ValueFilterButton::takeClicked);
    connect(m_list, &QListWidget::itemActivated, this, &ValueFilterButton::takeClicked);
    showText();
}

void ValueFilterButton::setValues(const Values &values)
{
    if (values == m_values) {
        return;
    }
    const bool sameNames =
        std::equal(values.begin(), values.end(), m_values.begin(), m_values.end(),
                   [](const auto &a, const auto &b) { return a.first == b.first; });
    m_values = values;
    // Counts that go on must not take the list from under the pointer.
    if (!sameNames && menu()->isVisible()) {
        fillList();
    }
}

void ValueFilterButton::setChosen(const QStringList &values)
{
    if (values == m_chosen) {
        return;
    }
    m_chosen = values;
    fillList();
    showText();
    Q_EMIT chosenChanged();
}

void ValueFilterButton::fillList()
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    Values shown = m_values;
    for (const QString &value : m_chosen) {
        const auto isValue = [&](const auto &known) { return known.first == value; };
        if (std::none_of(shown.begin(), shown.end(), isValue)) {
            shown.prepend({value, 0});
        }
    }
    for (const auto &[value, count] : shown) {
        if (m_list->count() >= kMostShown) {
            break;
        }
        if (!value.contains(m_search->text(), Qt::CaseInsensitive)) {
            continue;
        }
        const QString text = m_countsShown
                                 ? QStringLiteral("%1  (%2)").arg(value, QLocale().toString(count))
                                 : value;
        auto *item = new QListWidgetItem(text, m_list);
        item->setData(Qt::UserRole, value);
        if (!m_oneOnly) {
            item->setCheckState(m_chosen.contains(value) ? Qt::Checked : Qt::Unchecked);
        } else if (m_chosen.contains(value)) {
            m_list->setCurrentItem(item);
        }
    }
    if (!m_list->currentItem()) {
        m_list->setCurrentRow(0);
    }
}

void ValueFilterButton::setCountsShown(bool shown)
{
    m_countsShown = shown;
    fillList();
}

void ValueFilterButton::setOneOnly(bool oneOnly)
{
    m_oneOnly = oneOnly;
    fillList();
}

void ValueFilterButton::takeClicked(const QListWidgetItem *item)
{
    if (m_oneOnly) {
        const QString value = item->data(Qt::UserRole).toString();
        menu()->close();
        setChosen({value});
    }
}

void ValueFilterButton::takeChecks()
{
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        const QString value = item->data(Qt::UserRole).toString();
        m_chosen.removeAll(value);
        if (item->checkState() == Qt::Checked) {
            m_chosen << value;
        }
    }
    showText();
    Q_EMIT chosenChanged();
}

void ValueFilterButton::showText()
{
    const QString text = m_chosen.isEmpty() ? m_name
                         : m_chosen.size() == 1
                             ? QStringLiteral("%1: %2").arg(m_name, m_chosen.constFirst().left(30))
                             : tr("%1: %2 chosen").arg(m_name).arg(m_chosen.size());
    m_action->setIconText(text);
    setAccessibleName(text);
}

} // namespace foretop::app
