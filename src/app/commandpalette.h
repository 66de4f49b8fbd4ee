// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/commandmodel.h"

#include <QFrame>

class QLineEdit;

namespace foretop::app {

class SummaryList;

/// Finds a command of the window by its name and does it: type, choose with the arrow keys, Return.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    /// @p window is whose actions are offered.
    explicit CommandPalette(QWidget *window);

    void open();
    const CommandModel &commands() const { return m_commands; }

Q_SIGNALS:
    /// The command about to be done belongs to the page of this objectName.
    void pageRequested(const QString &name);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose();
    void move(int rows);

    CommandModel m_commands;
    QLineEdit *m_edit;
    SummaryList *m_list;
};

} // namespace foretop::app
