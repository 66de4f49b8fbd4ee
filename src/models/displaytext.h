// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "logs/record.h"

#include <QDateTime>
#include <QPair>
#include <QString>
#include <QVector>

#include <string_view>
#include <utility>
#include <vector>

// What engine values look like in a cell, in no language.
namespace foretop::models {

QString toQString(std::string_view utf8);
QVector<QPair<QString, QString>>
toQPairs(const std::vector<std::pair<std::string, std::string>> &fields);

QDateTime toDateTime(WallTime time); ///< UTC
/// "2024-01-15T10:30:00.123" in the machine's time zone.
QString localTimeText(WallTime time);
/// The same, in UTC with a "Z" behind it when @p isUtc; empty when there is no time.
QString timeText(const std::optional<WallTime> &time, bool isUtc);
/// The name of a record's level; empty for a gap, which has none.
QString levelText(const logs::Record &record);
/// "0:05", "12:30", "1:02:03".
QString durationText(qint64 ms);

/// The first line of @p text, cut with an ellipsis at kMaxCellBytes.
QString firstLine(std::string_view text);
inline constexpr std::size_t kMaxCellBytes = 4096;

} // namespace foretop::models
