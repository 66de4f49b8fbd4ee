// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace foretop::app {

/// A line that tells something about a log and offers what can be done about it, until the person
/// has seen it.
class NoticeBanner : public QWidget
{
    Q_OBJECT

public:
    /// @p theme must outlive the banner.
    NoticeBanner(const Theme &theme, Tone tone, QWidget *parent);

    /// Without it there is nothing to be done.
    void setAction(const QString &text, const QString &hint);
    /// Empty: there is nothing to tell.
    void setText(const QString &text, const QString &details = {});
    QString text() const;

Q_SIGNALS:
    void actionRequested();
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Tone m_tone;
    QLabel *m_text;
    QToolButton *m_action;
};

} // namespace foretop::app
