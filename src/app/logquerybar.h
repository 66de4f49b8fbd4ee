// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

class QLineEdit;

namespace foretop::app {

class Theme;

/// The field where a search is typed. Tells the text when typing pauses.
class LogQueryBar : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kDebounceMs = 120;

    LogQueryBar(const Theme &theme, QWidget *parent);

    QString text() const;
    /// Sets and tells @p text at once.
    void setText(const QString &text);
    void focusText();

Q_SIGNALS:
    void textChanged(const QString &text);
    /// The person is done typing and wants to go through what was found.
    void left();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void tell();

    QLineEdit *m_edit;
    QTimer m_pause;
    QString m_told;
};

} // namespace foretop::app
