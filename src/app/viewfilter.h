// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/timerange.h"
#include "logs/level.h"
#include "logs/query.h"

#include <QStringList>

namespace foretop::app {

/// What a log view lets through: a typed query, and what is chosen beside it.
struct ViewFilter
{
    logs::Query text = logs::queryForAll();
    logs::LevelMask levels = logs::LevelMask::all();
    QStringList loggers; ///< none: all
    TimeRange range;
};

/// One query for all of @p filter, as of @p now.
logs::Query queryOf(const ViewFilter &filter, WallTime now);
/// Whether it leaves any record out.
bool isFiltering(const ViewFilter &filter);

/// How a field's value is written in a query: `status:503`, `not user:"ann"`.
QString fieldQueryText(const QString &field, const QString &value, bool out);
/// @p text exactly, as written in a query.
QString quotedQueryText(const QString &text);

} // namespace foretop::app
