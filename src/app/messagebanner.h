// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace foretop::app {

/// Problems that a person should know of, above the page and in nobody's way: the newest in words,
/// the others by number. At most kMostProblems are kept; the oldest goes.
class MessageBanner : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kMostProblems = 20;

    /// @p theme must outlive the banner.
    explicit MessageBanner(Theme &theme, QWidget *parent = nullptr);

    /// @p key names the problem: telling it again replaces its text.
    void tell(const QString &key, const QString &text, Tone tone = Tone::Bad);
    /// The problem is over.
    void clear(const QString &key);
    /// What is shown; empty when there is no problem.
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Problem
    {
        QString key;
        QString text;
        Tone tone = Tone::Bad;
    };

    void showNewest();

    Theme &m_theme;
    QVector<Problem> m_problems;
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_close;
};

} // namespace foretop::app
