// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/displaytext.h"

namespace foretop::models {

QString toQString(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QVector<QPair<QString, QString>>
toQPairs(const std::vector<std::pair<std::string, std::string>> &fields)
{
    QVector<QPair<QString, QString>> pairs;
    pairs.reserve(static_cast<qsizetype>(fields.size()));
    for (const auto &[name, value] : fields) {
        pairs.append({toQString(name), toQString(value)});
    }
    return pairs;
}

QDateTime toDateTime(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch(time), Qt::UTC);
}

QString localTimeText(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(msSinceEpoch(time)).toString(Qt::ISODateWithMs);
}

QString timeText(const std::optional<WallTime> &time, bool isUtc)
{
    if (!time) {
        return {};
    }
    return isUtc ? toDateTime(*time).toString(Qt::ISODateWithMs) : localTimeText(*time);
}

QString levelText(const logs::Record &record)
{
    // A word for a gap would say that it has a level unknown.
    return record.kind == logs::RecordKind::Gap ? QString()
                                                : toQString(logs::levelName(record.level));
}

QString durationText(qint64 ms)
{
    const qint64 seconds = qMax<qint64>(ms, 0) / 1000;
    const qint64 hours = seconds / 3600;
    const auto twoDigits = [](qint64 number) {
        return QString::number(number).rightJustified(2, u'0');
    };
    const QString rest = u':' + twoDigits(seconds % 60);
    if (hours == 0) {
        return QString::number(seconds / 60) + rest;
    }
    return QString::number(hours) + u':' + twoDigits(seconds / 60 % 60) + rest;
}

QString firstLine(std::string_view text)
{
    std::string_view line = text.substr(0, text.find('\n'));
    if (line.ends_with('\r')) {
        line.remove_suffix(1);
    }
    if (line.size() <= kMaxCellBytes) {
        return toQString(line);
    }
    std::size_t length = kMaxCellBytes;
    // Not in the middle of a UTF-8 sequence.
    while (length > 0 && (static_cast<unsigned char>(line[length]) & 0xC0U) == 0x80U) {
        --length;
    }
    return toQString(line.substr(0, length)) + u'\u2026';
}

} // namespace foretop::models
