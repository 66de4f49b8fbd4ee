// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timerange.h"

#include "app/durationtext.h"
#include "app/momenttext.h"

#include <QCoreApplication>
#include <QDateTime>

namespace foretop::app {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(foretop::app::TimeRange)
};

QString momentText(const std::optional<WallTime> &moment, bool utc)
{
    if (!moment) {
        return Words::tr("any");
    }
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(*moment));
    return utc ? time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss'Z'")) : clockText(time);
}

} // namespace

QString timeRangeText(const TimeRange &range, bool utc)
{
    switch (range.kind) {
    case TimeRange::Kind::All:
        return Words::tr("All times");
    case TimeRange::Kind::Console:
        return Words::tr("Console's time");
    case TimeRange::Kind::Last: {
        const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(range.last).count();
        return minutes % 1440 == 0 ? Words::tr("Last %1 d").arg(minutes / 1440)
               : minutes % 60 == 0 ? Words::tr("Last %1 h").arg(minutes / 60)
                                   : Words::tr("Last %1 min").arg(minutes);
    }
    case TimeRange::Kind::Between:
        break;
    }
    return QStringLiteral("%1 \u2013 %2")
        .arg(momentText(range.from, utc), momentText(range.until, utc));
}

logs::Query queryOf(const TimeRange &range, WallTime now)
{
    if (range.kind == TimeRange::Kind::Last) {
        return logs::queryOf(logs::TimeTerm{.from = now - range.last, .until = {}});
    }
    if (range.kind == TimeRange::Kind::Between && (range.from || range.until)) {
        return logs::queryOf(logs::TimeTerm{.from = range.from, .until = range.until});
    }
    return logs::queryForAll();
}

} // namespace foretop::app
