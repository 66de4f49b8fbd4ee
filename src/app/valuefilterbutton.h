// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>
#include <QVector>

class QAction;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace foretop::app {

class PageActions;

/// Chooses some values of one field, such as loggers, from a list that can be searched. None
/// chosen: all are shown.
class ValueFilterButton : public QToolButton
{
    Q_OBJECT

public:
    using Values = QVector<QPair<QString, quint64>>; ///< value and count

    /// @p action opens the list; its text names the field.
    ValueFilterButton(QAction *action, QWidget *parent);

    void setValues(const Values &values);
    void setCountsShown(bool shown);
    /// One value can be chosen, or none, rather than several.
    void setOneOnly(bool oneOnly);
    const QStringList &chosen() const { return m_chosen; }
    void setChosen(const QStringList &values);

Q_SIGNALS:
    void chosenChanged();
    void aboutToOpen();

private:
    void fillList();
    void takeChecks();
    void takeClicked(const QListWidgetItem *item);
    void showText();

    QAction *m_action;
    QString m_name;
    QLineEdit *m_search;
    QListWidget *m_list;
    Values m_values;
    QStringList m_chosen;
    bool m_countsShown = true;
    bool m_oneOnly = false;
};

} // namespace foretop::app
