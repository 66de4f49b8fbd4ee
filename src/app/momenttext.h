// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace foretop::app {

/// @p moment in local time: "12:03:10" on @p today's date, else with the date before it.
QString clockText(const QDateTime &moment, const QDate &today = QDate::currentDate());

} // namespace foretop::app
