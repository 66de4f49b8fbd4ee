// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tiledelegate.h"

#include "app/card.h"
#include "app/momenttext.h"
#include "app/sparkline.h"
#include "app/statelook.h"
#include "app/valuetext.h"

#include <QPainter>

#include <algorithm>

namespace foretop::app {

namespace {

using models::ServiceModel;

constexpr int kPadding = 12;
constexpr int kIcon = 16;
constexpr int kSparkline = 24;
constexpr int kLineGap = 5;

StateLook lookAt(const QModelIndex &index)
{
    return lookOf(static_cast<ServiceModel::State>(index.data(ServiceModel::StateRole).toInt()));
}

QString reasonOf(const QModelIndex &index)
{
    const QString reason = index.data(ServiceModel::ReasonRole).toString();
    if (!reason.isEmpty()) {
        return reason.simplified();
    }
    QStringList parts;
    const auto observed =
        index.data(ServiceModel::ObservedRole).value<QVector<QPair<QString, QString>>>();
    for (const auto &[name, value] : observed) {
        parts << name + QLatin1Char(' ') + value;
    }
    return parts.join(QStringLiteral(", "));
}

bool isCalm(Tone tone)
{
    return tone == Tone::Good || tone == Tone::Muted;
}

} // namespace

TileDelegate::TileDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

int TileDelegate::tileHeight(const QFontMetrics &metrics)
{
    return 2 * kPadding + 3 * metrics.height() + 2 * kLineGap + kSparkline + 2;
}

void TileDelegate::setGrid(int columns, int cellWidth, int width, int gap)
{
    m_columns = columns;
    m_cellWidth = cellWidth;
    m_width = width;
    m_gap = gap;
}

QSize TileDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {m_cellWidth, tileHeight(option.fontMetrics) + m_gap};
}

QRect TileDelegate::cardRect(const QRect &cell) const
{
    const int column = cell.left() / std::max(1, m_cellWidth);
    const auto leftOf = [this](int at) { return at * (m_width + m_gap) / m_columns; };
    return {leftOf(column), cell.top(), leftOf(column + 1) - m_gap - leftOf(column),
            cell.height() - m_gap};
}

void TileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const StateLook look = lookAt(index);
    const QColor tone = m_theme.tone(look.tone);
    const bool current = option.state & (QStyle::State_HasFocus | QStyle::State_Selected);
    const QColor calmBorder = isCalm(look.tone) ? m_theme.cardBorder() : tone;
    const QRect card = cardRect(option.rect);
    Card::paint(*painter, card,
                isCalm(look.tone) ? m_theme.cardBackground() : m_theme.fill(look.tone),
                current ? option.palette.color(QPalette::Highlight) : calmBorder);
    painter->save();
    painter->setFont(option.font);
    const QRect inner = card.adjusted(kPadding, kPadding, -kPadding, -kPadding);
    const int line = option.fontMetrics.height();
    const QRect foot(inner.left(), inner.bottom() - line + 1, inner.width(), line);
    paintHead(*painter, option, QRect(inner.topLeft(), QSize(inner.width(), line)), index);
    paintReason(*painter, option, inner.translated(0, line + kLineGap), index);
    paintSparkline(
        *painter,
        QRectF(inner.left(), foot.top() - kLineGap - kSparkline, inner.width(), kSparkline),
        index.data(ServiceModel::LatenciesRole).value<QVector<double>>(), tone);
    paintFoot(*painter, option, foot, index);
    painter->restore();
}

void TileDelegate::paintHead(QPainter &painter, const QStyleOptionViewItem &option,
                             const QRect &rect, const QModelIndex &index) const
{
    const StateLook look = lookAt(index);
    m_theme.icon(look.icon, look.tone)
        .paint(&painter, QRect(rect.left(), rect.center().y() - kIcon / 2 + 1, kIcon, kIcon));
    painter.setPen(m_theme.tone(look.tone));
    painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, look.word);
    const int wordWidth = option.fontMetrics.horizontalAdvance(look.word) + 10;

    QFont bold = option.font;
    bold.setBold(true);
    const QFontMetrics boldMetrics(bold);
    const QRect space = rect.adjusted(kIcon + 7, 0, -wordWidth, 0);
    const QString name = boldMetrics.elidedText(index.data(ServiceModel::NameRole).toString(),
                                                Qt::ElideRight, space.width());
    painter.setPen(option.palette.color(QPalette::Text));
    painter.setFont(bold);
    painter.drawText(space, Qt::AlignLeft | Qt::AlignVCenter, name);
    painter.setFont(option.font);
    const int nameWidth = boldMetrics.horizontalAdvance(name) + 7;
    const QRect rest = space.adjusted(nameWidth, 0, 0, 0);
    if (rest.width() > 30) {
        painter.setPen(m_theme.tone(Tone::Muted));
        painter.drawText(
            rest, Qt::AlignLeft | Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data(ServiceModel::ServiceRole).toString(),
                                          Qt::ElideRight, rest.width()));
    }
}

void TileDelegate::paintReason(QPainter &painter, const QStyleOptionViewItem &option,
                               const QRect &rect, const QModelIndex &index) const
{
    painter.setPen(option.palette.color(QPalette::Text));
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignTop,
                     option.fontMetrics.elidedText(reasonOf(index), Qt::ElideRight, rect.width()));
}

void TileDelegate::paintFoot(QPainter &painter, const QStyleOptionViewItem &option,
                             const QRect &rect, const QModelIndex &index) const
{
    const QString since =
        tr("since %1").arg(clockText(index.data(ServiceModel::SinceRole).toDateTime()));
    QStringList parts;
    if (const QVariant latency = index.data(ServiceModel::LatencyRole); latency.isValid()) {
        parts << latencyText(latency.toDouble());
    }
    if (const QVariant uptime = index.data(ServiceModel::UptimeRole);
        index.data(ServiceModel::UpdatedRole).isValid()) {
        parts << tr("up %1").arg(valueText(uptime.toDouble(), Unit::Ratio));
    }
    painter.setPen(m_theme.tone(Tone::Muted));
    painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter, since);
    const int width = rect.width() - option.fontMetrics.horizontalAdvance(since) - 10;
    painter.drawText(
        rect, Qt::AlignLeft | Qt::AlignVCenter,
        option.fontMetrics.elidedText(parts.join(QStringLiteral(" · ")), Qt::ElideRight, width));
}

} // namespace foretop::app
