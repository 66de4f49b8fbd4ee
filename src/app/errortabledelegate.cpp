// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/errortabledelegate.h"

#include "app/momenttext.h"
#include "app/sparkline.h"
#include "models/errormodel.h"

#include <QLocale>
#include <QPainter>

namespace foretop::app {

namespace {

using models::ErrorModel;

constexpr int kBarsWidth = 130;
constexpr int kBarsGap = 12;

} // namespace

ErrorTableDelegate::ErrorTableDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void ErrorTableDelegate::initStyleOption(QStyleOptionViewItem *option,
                                         const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->state &= ~QStyle::State_HasFocus; // the whole row is marked, not a cell
    if (index.column() == ErrorModel::CountColumn) {
        option->text = QLocale().toString(index.data(ErrorModel::CountRole).toULongLong());
        option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
    } else if (index.column() == ErrorModel::LastSeenColumn) {
        option->text = clockText(index.data(ErrorModel::LastSeenRole).toDateTime());
        option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
    } else {
        option->icon = m_theme.icon(QStringLiteral("unhealthy"), Tone::Bad);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = {16, 16};
    }
}

void ErrorTableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    if (index.column() != ErrorModel::MessageColumn || option.rect.width() < 3 * kBarsWidth) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem bars = option;
    initStyleOption(&bars, index);
    bars.text.clear();
    bars.icon = {};
    bars.widget->style()->drawControl(QStyle::CE_ItemViewItem, &bars, painter, bars.widget);
    QStyleOptionViewItem text = option;
    text.rect.adjust(0, 0, -(kBarsWidth + 2 * kBarsGap), 0);
    QStyledItemDelegate::paint(painter, text, index);
    const bool selected = option.state & QStyle::State_Selected;
    paintBars(*painter,
              QRectF(option.rect.right() - kBarsWidth - kBarsGap, option.rect.top() + 5, kBarsWidth,
                     option.rect.height() - 10),
              index.data(ErrorModel::PerMinuteRole).value<QVector<double>>(),
              selected ? option.palette.color(QPalette::HighlightedText) : m_theme.tone(Tone::Bad));
}

} // namespace foretop::app
