// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logtally.h"

#include <QCoreApplication>
#include <QLocale>

namespace foretop::app {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(foretop::app::LogTally)
};

QString recordsText(const LogTally &tally)
{
    const QLocale locale;
    if (tally.filtered) {
        return tally.held == 1
                   ? Words::tr("%1 of 1 record").arg(locale.toString(tally.shown))
                   : Words::tr("%1 of %2 records")
                         .arg(locale.toString(tally.shown), locale.toString(tally.held));
    }
    return tally.held == 1 ? Words::tr("1 record")
                           : Words::tr("%1 records").arg(locale.toString(tally.held));
}

} // namespace

QString tallyText(const LogTally &tally)
{
    const QString records = recordsText(tally);
    if (tally.evicted == 0) {
        return records;
    }
    const QLocale locale;
    const QString budget =
        locale.formattedDataSize(qint64(tally.byteBudget), 0, QLocale::DataSizeIecFormat);
    return tally.evicted == 1
               ? Words::tr("%1, 1 older one dropped (budget %2)").arg(records, budget)
               : Words::tr("%1, %2 older ones dropped (budget %3)")
                     .arg(records, locale.toString(tally.evicted), budget);
}

} // namespace foretop::app
