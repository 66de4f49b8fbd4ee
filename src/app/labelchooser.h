// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QToolButton>

class QListWidget;

namespace foretop::app {

/// Chooses some of the labels of a metric, in the order in which they are chosen.
class LabelChooser : public QToolButton
{
    Q_OBJECT

public:
    /// @p nothing: what is shown when none is chosen.
    LabelChooser(const QString &nothing, QWidget *parent);

    void setLabels(const QStringList &labels);
    const QStringList &chosen() const { return m_chosen; }
    void setChosen(const QStringList &labels);

Q_SIGNALS:
    void chosenChanged(); ///< by the person

private:
    void fillList();
    void takeChecks();
    void showText();

    QString m_nothing;
    QListWidget *m_list;
    QStringList m_labels;
    QStringList m_chosen;
};

} // namespace foretop::app
