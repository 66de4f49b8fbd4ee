// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/thresholdmodel.h"

#include "app/theme.h"

#include <QIcon>
#include <QLocale>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace foretop::app {

using Level = models::Threshold::Level;

namespace {

Tone toneOf(Level level)
{
    return level == Level::Critical  ? Tone::Bad
           : level == Level::Warning ? Tone::Warning
                                     : Tone::Good;
}

QIcon swatch(const QColor &colour)
{
    QPixmap pixmap(16, 16);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(2, 2, 12, 12, 3, 3);
    return pixmap;
}

/// As typed in the person's language or in C's; nothing typed is below all.
std::optional<double> numberOf(const QVariant &value)
{
    if (value.toString().trimmed().isEmpty()) {
        return -std::numeric_limits<double>::infinity();
    }
    bool isNumber = false;
    double number = value.typeId() == QMetaType::Double
                        ? value.toDouble(&isNumber)
                        : QLocale().toDouble(value.toString().trimmed(), &isNumber);
    if (!isNumber) {
        number = QLocale::c().toDouble(value.toString().trimmed(), &isNumber);
    }
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

} // namespace

ThresholdModel::ThresholdModel(const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, [this] {
        if (!m_thresholds.isEmpty()) {
            Q_EMIT dataChanged(index(0, LevelColumn), index(rowCount() - 1, LevelColumn));
        }
    });
}

void ThresholdModel::setThresholds(QVector<models::Threshold> thresholds)
{
    beginResetModel();
    m_thresholds = std::move(thresholds);
    endResetModel();
}

int ThresholdModel::add()
{
    const int row = rowCount();
    if (row >= models::PanelSpec::kMaxThresholds) {
        return -1;
    }
    models::Threshold added{0, Level::Warning};
    if (row > 0) {
        const double last = m_thresholds.constLast().from;
        added = {std::isinf(last) ? 0 : last + (last == 0 ? 1 : std::abs(last)), Level::Critical};
    }
    beginInsertRows({}, row, row);
    m_thresholds << added;
    endInsertRows();
    Q_EMIT changed();
    return row;
}

void ThresholdModel::remove(int row)
{
    beginRemoveRows({}, row, row);
    m_thresholds.removeAt(row);
    endRemoveRows();
    Q_EMIT changed();
}

int ThresholdModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_thresholds.size());
}

int ThresholdModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

namespace {

QVariant fromText(double from, int role)
{
    if (std::isinf(from)) {
        return role == Qt::DisplayRole ? ThresholdModel::tr("the lowest") : QString();
    }
    return QLocale().toString(from, 'g', QLocale::FloatingPointShortest);
}

} // namespace

QVariant ThresholdModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const models::Threshold &threshold = m_thresholds[index.row()];
    if (role == LevelRole) {
        return int(threshold.level);
    }
    if (index.column() == FromColumn) {
        return role == Qt::DisplayRole || role == Qt::EditRole ? fromText(threshold.from, role)
                                                               : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return levelText(threshold.level);
    case Qt::EditRole:
        return int(threshold.level);
    case Qt::DecorationRole:
        return swatch(m_theme.tone(toneOf(threshold.level)));
    default:
        return {};
    }
}

bool ThresholdModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return false;
    }
    if (index.column() == LevelColumn) {
        m_thresholds[index.row()].level = Level(std::clamp(value.toInt(), 0, int(Level::Critical)));
        Q_EMIT dataChanged(index, index);
        Q_EMIT changed();
        return true;
    }
    const auto from = numberOf(value);
    if (!from) {
        return false;
    }
    setFrom(index.row(), *from);
    Q_EMIT changed();
    return true;
}

void ThresholdModel::setFrom(int row, double from)
{
    m_thresholds[row].from = from;
    Q_EMIT dataChanged(index(row, FromColumn), index(row, FromColumn));
    int to = 0; // the last of those that are as low
    for (int i = 0; i < rowCount(); ++i) {
        to += i != row && (m_thresholds[i].from < from || (m_thresholds[i].from == from && i < row))
                  ? 1
                  : 0;
    }
    if (to != row && beginMoveRows({}, row, row, {}, to > row ? to + 1 : to)) {
        m_thresholds.move(row, to);
        endMoveRows();
    }
}

QVariant ThresholdModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) {
        return {};
    }
    return section == FromColumn ? tr("From") : tr("Level");
}

Qt::ItemFlags ThresholdModel::flags(const QModelIndex &index) const
{
    const auto usual = QAbstractTableModel::flags(index);
    return index.isValid() ? usual | Qt::ItemIsEditable : usual;
}

QString ThresholdModel::levelText(Level level)
{
    switch (level) {
    case Level::Warning:
        return tr("Warning");
    case Level::Critical:
        return tr("Critical");
    case Level::Normal:
        break;
    }
    return tr("Normal");
}

} // namespace foretop::app
