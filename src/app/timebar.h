// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme.h"
#include "session/timecursor.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QToolButton;

namespace foretop::app {

/// The actions that the time bar offers, connected by the caller to the bar's slots.
struct TimeBarActions
{
    QAction *toggleLive;
    QAction *stepBack;
    QAction *stepForward;
};

/// Shows and moves the time cursor: live or paused, the moment, the range, steps of a quarter of
/// the range.
class TimeBar : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive the bar.
    TimeBar(Theme &theme, session::TimeCursor &cursor, const TimeBarActions &actions,
            QWidget *parent = nullptr);

public Q_SLOTS:
    void toggleLive();
    void stepBack();
    /// Becomes live where the step would lead past now.
    void stepForward();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makeRangeBox();
    void makeMomentEdit();
    QToolButton *makeButton(QAction *action, Qt::ToolButtonStyle style);
    void step(int direction);
    void setMoment(const QDateTime &moment);
    /// Fixes the cursor there; a time that is not over yet means live.
    void showAt(WallTime time);
    void showCursor();
    void showMoment();

    Theme &m_theme;
    session::TimeCursor &m_cursor;
    QAction *m_toggle;
    QDateTimeEdit *m_moment;
    QComboBox *m_range;
    QLabel *m_window;
    QTimer m_second; ///< while live, the moment shown goes on
};

} // namespace foretop::app
