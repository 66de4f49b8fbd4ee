// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read <compare>
#include "app/timerange.h"
#endif

#include <QToolButton>

class QAction;

namespace foretop::app {

class PageActions;

/// Chooses the times that a log view shows: all, the last so many minutes, the console's time, or
/// any two moments.
class TimeRangeButton : public QToolButton
{
    Q_OBJECT

public:
    TimeRangeButton(PageActions &actions, QWidget *parent);
    ~TimeRangeButton() override;

    const TimeRange &range() const { return m_range; }
    /// Tells when it is another one.
    void setRange(const TimeRange &range);
    void setUtcShown(bool utc);
    /// What the dialog starts with when no moments are chosen.
    void setSpan(std::optional<WallTime> from, std::optional<WallTime> until);

Q_SIGNALS:
    void rangeChanged();

private:
    void fillMenu(QMenu *menu);
    void chooseMoments();
    void showText();

    QAction *m_action;
    TimeRange m_range;
    TimeRange m_span;
    bool m_utc = false;
};

} // namespace foretop::app
