// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/patternmodel.h"

#include "app/leveltext.h"

#include <QDateTime>
#include <QLocale>

#include <numeric>

namespace foretop::app {

namespace {

QString levelsText(const logs::LevelCounts &counts)
{
    QStringList parts;
    for (auto level = logs::kLevels.rbegin(); level != logs::kLevels.rend(); ++level) {
        if (const auto count = counts[std::size_t(*level)]; count > 0) {
            parts << QStringLiteral("%1: %2").arg(levelWord(*level),
                                                  QLocale().toString(qulonglong(count)));
        }
    }
    return parts.join(QStringLiteral(", "));
}

QString momentText(const std::optional<WallTime> &moment)
{
    return moment ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(msSinceEpoch(*moment)),
                                       QLocale::ShortFormat)
                  : QString();
}

} // namespace

logs::Level gravestOf(const logs::LevelCounts &counts)
{
    for (auto level = logs::kLevels.rbegin(); level != logs::kLevels.rend(); ++level) {
        if (counts[std::size_t(*level)] > 0) {
            return *level;
        }
    }
    return logs::Level::Unknown;
}

void PatternModel::setPatterns(std::vector<logs::LogPattern> patterns, quint64 unmatched)
{
    const int before = rowCount();
    const int after = int(patterns.size());
    m_total = std::accumulate(
        patterns.begin(), patterns.end(), unmatched,
        [](quint64 sum, const logs::LogPattern &pattern) { return sum + pattern.count; });
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_patterns = std::move(patterns);
        endInsertRows();
    } else if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_patterns = std::move(patterns);
        endRemoveRows();
    } else {
        m_patterns = std::move(patterns);
    }
    if (const int kept = std::min(before, after); kept > 0) {
        Q_EMIT dataChanged(index(0), index(kept - 1));
    }
}

int PatternModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_patterns.size());
}

QVariant PatternModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const logs::LogPattern &pattern = patternAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QString::fromStdString(pattern.text);
    case CountRole:
        return qulonglong(pattern.count);
    case ShareRole:
        return m_total == 0 ? 0 : double(pattern.count) / double(m_total);
    case LevelRole:
        return int(gravestOf(pattern.levels));
    case ExampleRole:
        return qulonglong(pattern.example.value());
    case Qt::ToolTipRole:
        return tr("%1\n%2\nFirst: %3\nLast: %4")
            .arg(QString::fromStdString(pattern.text).left(1'000), levelsText(pattern.levels),
                 momentText(pattern.first), momentText(pattern.last));
    default:
        return {};
    }
}

} // namespace foretop::app
