// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/valuefilterbutton.h"

#ifndef Q_MOC_RUN // moc 6.4 cannot read <compare>
#include "app/timerange.h"
#endif
#include "logs/level.h"

#include <QWidget>

namespace foretop::app {

class LevelBar;
class PageActions;
class Theme;
class TimeRangeButton;

/// What is chosen beside the query: levels, loggers, times.
class LogFilterBar : public QWidget
{
    Q_OBJECT

public:
    LogFilterBar(const Theme &theme, PageActions &actions, QWidget *parent);

    LevelBar *levels() const { return m_levels; }
    ValueFilterButton *loggers() const { return m_loggers; }
    TimeRangeButton *times() const { return m_times; }
    /// All levels and loggers again.
    void showAll();
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void changed();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    LevelBar *m_levels;
    ValueFilterButton *m_loggers;
    TimeRangeButton *m_times;
};

} // namespace foretop::app
