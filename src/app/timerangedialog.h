// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read <compare>
#include "app/timerange.h"
#endif

#include <QDialog>

class QCheckBox;
class QDateTimeEdit;

namespace foretop::app {

/// Asks for the two moments between which records are shown.
class TimeRangeDialog : public QDialog
{
    Q_OBJECT

public:
    /// Starts with the moments of @p range; those it has not are now and an hour before.
    TimeRangeDialog(const TimeRange &range, bool utc, QWidget *parent);

    /// Between; never with the later moment first.
    TimeRange range() const;

private:
    QDateTimeEdit *addMoment(const QString &label, const QString &name, WallTime moment,
                             QCheckBox *&used, bool isUsed);

    bool m_utc;
    QCheckBox *m_hasFrom = nullptr;
    QCheckBox *m_hasUntil = nullptr;
    QDateTimeEdit *m_from = nullptr;
    QDateTimeEdit *m_until = nullptr;
};

} // namespace foretop::app
