// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serieslegendmodel.h"

#include "app/labelcolumns.h"
#include "app/paintabletext.h"
#include "app/valuetext.h"

#include <QFont>
#include <QGuiApplication>
#include <QPainter>
#include <QPixmap>

namespace foretop::app {

void paintSwatch(QPainter &painter, const QPoint &at, const QColor &colour, bool isFilled)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1));
    painter.setBrush(isFilled ? QBrush(colour) : QBrush());
    painter.drawRoundedRect(QRectF(at.x() + 0.5, at.y() + 0.5, kSwatch - 1, kSwatch - 1), 2, 2);
}

SeriesLegendModel::SeriesLegendModel(const Theme &theme, SeriesChoice &choice, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
    , m_choice(choice)
{
    connect(&theme, &Theme::changed, this, &SeriesLegendModel::announce);
    connect(&choice, &SeriesChoice::changed, this, &SeriesLegendModel::announce);
}

void SeriesLegendModel::setSpec(const models::PanelSpec &spec)
{
    m_spec = spec;
    announce();
}

void SeriesLegendModel::setSeries(const QVector<models::PanelSeries> &series)
{
    const auto before = static_cast<int>(m_series.size());
    const auto after = static_cast<int>(series.size());
    // The rows that stay keep what they say until those that come or go have done so.
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_series += series.mid(before);
        endInsertRows();
    } else if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_series.resize(after);
        endRemoveRows();
    }
    m_series = series;
    announce();
}

void SeriesLegendModel::isolate(int row)
{
    if (row >= 0 && row < m_series.size()) {
        m_choice.isolate(m_series[row]);
    }
}

void SeriesLegendModel::toggle(int row)
{
    if (row >= 0 && row < m_series.size()) {
        m_choice.toggle(m_series[row]);
    }
}

void SeriesLegendModel::announce()
{
    if (!m_series.isEmpty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    }
}

int SeriesLegendModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_series.size());
}

int SeriesLegendModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

double SeriesLegendModel::valueOf(const models::PanelSeries &series, int column)
{
    switch (column) {
    case LastColumn:
        return series.last;
    case LeastColumn:
        return series.least;
    case GreatestColumn:
        return series.greatest;
    default:
        return series.mean;
    }
}

QPixmap SeriesLegendModel::swatch(int row) const
{
    const qreal ratio = qGuiApp->devicePixelRatio();
    QPixmap pixmap(QSize(kSwatch, kSwatch) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintSwatch(painter, {0, 0}, m_theme.series(row), m_choice.isShown(m_series[row]));
    return pixmap;
}

QVariant SeriesLegendModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto &series = m_series[index.row()];
    const bool isLabel = index.column() == LabelColumn;
    switch (role) {
    case Qt::DisplayRole:
        return isLabel ? shownName(series)
                       : valueText(valueOf(series, index.column()), m_spec.unit, m_spec.decimals);
    case ValueRole:
        return isLabel ? QVariant(series.label) : QVariant(valueOf(series, index.column()));
    case Qt::DecorationRole:
        return isLabel ? QVariant(swatch(index.row())) : QVariant();
    case Qt::ToolTipRole:
        return plainToolTip(
            tr("%1\nClick to show it alone, Ctrl+click to hide or show it").arg(shownName(series)));
    case Qt::AccessibleTextRole:
        return isLabel && !m_choice.isShown(series) ? tr("%1, hidden").arg(shownName(series))
                                                    : this->data(index);
    case Qt::ForegroundRole:
        return m_choice.isShown(series) ? QVariant() : m_theme.tone(Tone::Muted);
    case Qt::FontRole:
        if (isLabel && !m_choice.isShown(series)) {
            QFont font = QGuiApplication::font();
            font.setStrikeOut(true);
            return font;
        }
        return {};
    case IsShownRole:
        return m_choice.isShown(series);
    case ColourRole:
        return m_theme.series(index.row());
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter) | int(isLabel ? Qt::AlignLeft : Qt::AlignRight);
    default:
        return {};
    }
}

QVariant SeriesLegendModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return int(Qt::AlignVCenter) | int(section == LabelColumn ? Qt::AlignLeft : Qt::AlignRight);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case LabelColumn:
        return tr("Series");
    case LastColumn:
        return tr("Last");
    case LeastColumn:
        return tr("Min");
    case GreatestColumn:
        return tr("Max");
    default:
        return tr("Avg");
    }
}

} // namespace foretop::app
