// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/commandmodel.h"

#include "app/page.h"

#include <QAction>
#include <QMenu>

#include <algorithm>

namespace foretop::app {

namespace {

QString plainText(const QAction &action)
{
    QString text = action.text();
    return text.remove(QLatin1Char('&'));
}

const Page *pageOf(const QAction &action)
{
    for (const QObject *object = action.parent(); object; object = object->parent()) {
        if (const auto *page = qobject_cast<const Page *>(object)) {
            return page;
        }
    }
    return nullptr;
}

/// Of a part of a page that is not on it now, such as another tab.
bool isOutOfSight(const QAction &action, const Page *page)
{
    const QObject *object = action.parent();
    while (object && !object->isWidgetType()) {
        object = object->parent();
    }
    const auto *widget = static_cast<const QWidget *>(object);
    return page && widget && widget != page && !widget->isVisibleTo(page);
}

bool isCommand(const QAction &action)
{
    // Every action of ours has a shortcut; those without are Qt's, such as a field's clear button.
    return action.isEnabled() && action.isVisible() && !action.isSeparator() && !action.menu() &&
           !action.text().isEmpty() && !action.shortcut().isEmpty();
}

} // namespace

int matchScore(const QString &name, const QString &text)
{
    int score = 0;
    qsizetype at = 0;
    qsizetype previous = -2;
    for (const QChar letter : text) {
        if (letter.isSpace()) {
            continue;
        }
        const qsizetype found = name.indexOf(letter, at, Qt::CaseInsensitive);
        if (found < 0) {
            return -1;
        }
        const bool startsWord = found == 0 || !name[found - 1].isLetterOrNumber();
        score += 1 + (startsWord ? 4 : 0) + (found == previous + 1 ? 3 : 0);
        previous = found;
        at = found + 1;
    }
    return score;
}

void CommandModel::collect(const QWidget &window)
{
    beginResetModel();
    m_commands.clear();
    m_shown.clear();
    const auto actions = window.findChildren<QAction *>();
    for (QAction *action : actions) {
        if (isCommand(*action)) {
            const Page *page = pageOf(*action);
            if (isOutOfSight(*action, page)) {
                continue;
            }
            const QString name = plainText(*action);
            m_commands.push_back({action, page ? tr("%1: %2").arg(page->title(), name) : name,
                                  page ? page->objectName() : QString()});
        }
    }
    endResetModel();
    filter();
}

void CommandModel::setText(const QString &text)
{
    m_text = text;
    filter();
}

void CommandModel::filter()
{
    QVector<std::pair<int, int>> scored;
    for (int i = 0; i < m_commands.size(); ++i) {
        const int score = matchScore(m_commands[i].name, m_text);
        if (score >= 0) {
            scored.emplace_back(score, i);
        }
    }
    std::stable_sort(scored.begin(), scored.end(),
                     [](const auto &a, const auto &b) { return a.first > b.first; });
    beginResetModel();
    m_shown.clear();
    for (const auto &[score, i] : scored) {
        m_shown.push_back(i);
    }
    endResetModel();
}

QAction *CommandModel::actionAt(int row) const
{
    return row >= 0 && row < m_shown.size() ? m_commands[m_shown[row]].action : nullptr;
}

QString CommandModel::pageNameAt(int row) const
{
    return row >= 0 && row < m_shown.size() ? m_commands[m_shown[row]].pageName : QString();
}

int CommandModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant CommandModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Command &command = m_commands[m_shown[index.row()]];
    switch (role) {
    case Qt::DisplayRole:
        return command.name;
    case Qt::DecorationRole:
        return command.action ? command.action->icon() : QIcon();
    case Qt::ToolTipRole:
        return command.action ? command.action->toolTip() : QString();
    case ShortcutRole:
        return command.action ? command.action->shortcut().toString(QKeySequence::NativeText)
                              : QString();
    default:
        return {};
    }
}

} // namespace foretop::app
