// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QHBoxLayout;
class QVBoxLayout;

namespace foretop::app {

class SummaryList;

/// A list beside the records of a log, with what can be done with its current row above it.
class ListPane : public QWidget
{
    Q_OBJECT

protected:
    /// "NAMEPane" and "NAMEList" are what the pane and its list are called in code, @p title to a
    /// person.
    ListPane(const QString &name, const QString &title, QWidget *parent);

    SummaryList *list() const { return m_list; }
    void addButton(QAction *action, Qt::ToolButtonStyle style);
    void addBelow(QWidget *widget);

private:
    SummaryList *m_list;
    QHBoxLayout *m_buttons;
    QVBoxLayout *m_layout;
};

} // namespace foretop::app
