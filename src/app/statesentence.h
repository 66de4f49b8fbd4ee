// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme.h"
#include "models/overview.h"

#include <QDateTime>

namespace foretop::app {

/// How the links of the health sources are, for what the checks alone do not tell.
struct HealthLinks
{
    int total = 0;
    int connecting = 0;
    int live = 0;
    QDateTime lostSince; ///< when the first of those that are down was lost
    QString error;       ///< why, of that one
};

/// The state of an environment in words and in the terms of the theme.
struct StateSentence
{
    Tone tone = Tone::Muted;
    QString icon; ///< resources/icons/<name>.svg
    QString text; ///< translated
};

/// "2 of 14 checks unhealthy: db (timeout 5 s), redis", "All 4 checks healthy",
/// "Unreachable since 12:03:10", ...
StateSentence stateSentence(const models::OverviewSummary &summary, const HealthLinks &links,
                            const QDate &today = QDate::currentDate());

} // namespace foretop::app
