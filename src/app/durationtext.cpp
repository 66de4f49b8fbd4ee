// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/durationtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace foretop::app {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(foretop::app::Duration)
};

constexpr qint64 kSecond = 1000;
constexpr qint64 kMinute = 60 * kSecond;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

QString twoDigits(qint64 number)
{
    return QString::number(number).rightJustified(2, u'0');
}

qint64 roundedUp(qint64 value, qint64 step)
{
    return (value + step - 1) / step * step;
}

} // namespace

QString durationText(Milliseconds duration)
{
    const qint64 ms = duration.count();
    if (ms <= 0) {
        return Words::tr("0 s");
    }
    if (ms < kSecond) {
        return Words::tr("%1 ms").arg(ms);
    }
    if (ms < 59'950) { // what would round to 60.0 s is a minute
        return Words::tr("%1 s").arg(QLocale().toString(double(ms) / kSecond, 'f', 1));
    }
    if (ms < kHour - kSecond / 2) {
        const qint64 seconds = (ms + kSecond / 2) / kSecond;
        return Words::tr("%1 min %2 s").arg(seconds / 60).arg(twoDigits(seconds % 60));
    }
    if (ms < kDay) {
        const qint64 minutes = (ms + kSecond / 2) / kMinute;
        return Words::tr("%1 h %2 min").arg(minutes / 60).arg(twoDigits(minutes % 60));
    }
    return Words::tr("%1 d %2 h").arg(ms / kDay).arg(twoDigits(ms % kDay / kHour));
}

QString etaText(Milliseconds remaining)
{
    const qint64 ms = remaining.count();
    if (ms < 10 * kSecond) {
        return Words::tr("a few seconds");
    }
    if (ms <= 50 * kSecond) {
        return Words::tr("about %1 s").arg(roundedUp(ms, 10 * kSecond) / kSecond);
    }
    if (ms <= 55 * kMinute) {
        return Words::tr("about %1 min").arg(roundedUp(ms, kMinute) / kMinute);
    }
    if (ms < kDay) {
        const qint64 minutes = roundedUp(ms, 5 * kMinute) / kMinute;
        return Words::tr("about %1 h %2 min").arg(minutes / 60).arg(twoDigits(minutes % 60));
    }
    const qint64 hours = roundedUp(ms, kHour) / kHour;
    return Words::tr("about %1 d %2 h").arg(hours / 24).arg(hours % 24);
}

} // namespace foretop::app
