// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractButton;
class QHBoxLayout;
class QLabel;

namespace foretop::app {

/// Says in words, in the middle of an empty view, why it is empty and what can be done about it.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// @p code: a line to be copied, such as a command. Removes all buttons.
    void setMessage(const QString &title, const QString &hint = {}, const QString &code = {});
    /// A further button; it lives until the next setMessage().
    QAbstractButton *addButton(const QString &text, const QString &toolTip);
    QString title() const;
    QString hint() const;
    QString code() const;

private:
    QLabel *m_title;
    QLabel *m_hint;
    QLabel *m_code;
    QWidget *m_buttons;
    QHBoxLayout *m_buttonLayout;
};

} // namespace foretop::app
