// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/momenttext.h"

#include <QLocale>

namespace foretop::app {

QString clockText(const QDateTime &moment, const QDate &today)
{
    const QDateTime local = moment.toLocalTime();
    const QString time = local.toString(QStringLiteral("HH:mm:ss"));
    if (local.date() == today) {
        return time;
    }
    const bool sameYear = local.date().year() == today.year();
    const auto format = sameYear ? QStringLiteral("d MMM") : QStringLiteral("d MMM yyyy");
    return QLocale().toString(local.date(), format) + QLatin1Char(' ') + time;
}

} // namespace foretop::app
