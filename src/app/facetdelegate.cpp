// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/facetdelegate.h"

#include "app/facetmodel.h"
#include "app/paintabletext.h"
#include "app/theme.h"

#include <QLocale>
#include <QPainter>

namespace foretop::app {

namespace {

constexpr int kPadding = 4;
constexpr qsizetype kMostCharacters = 300;

} // namespace

FacetDelegate::FacetDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize FacetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {60, option.fontMetrics.height() + 2 * kPadding};
}

void FacetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const bool isField = !index.parent().isValid();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRect inner = option.rect.adjusted(kPadding, 1, -kPadding, -1);
    painter->save();
    if (isSelected) {
        painter->fillRect(option.rect, option.palette.brush(QPalette::Active, QPalette::Highlight));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, m_theme.fill(Tone::Muted));
    }
    if (!isField && !isSelected) {
        QRect bar = inner;
        bar.setWidth(
            std::max(2, int(inner.width() * index.data(FacetModel::ShareRole).toDouble())));
        painter->fillRect(bar, m_theme.fill(Tone::Active));
    }
    QFont font = option.font;
    font.setBold(isField);
    painter->setFont(font);
    const QString count = QLocale().toString(index.data(FacetModel::CountRole).toULongLong());
    const QColor text = isSelected ? option.palette.color(QPalette::HighlightedText)
                                   : option.palette.color(QPalette::Text);
    painter->setPen(isSelected ? text : m_theme.tone(Tone::Muted));
    painter->drawText(inner.adjusted(2, 0, -2, 0), Qt::AlignRight | Qt::AlignVCenter, count);
    painter->setPen(text);
    const int width = inner.width() - option.fontMetrics.horizontalAdvance(count) - 12;
    painter->drawText(
        inner.adjusted(3, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(font).elidedText(
            paintableText(index.data().toString(), kMostCharacters).replace(u'\n', u' '),
            Qt::ElideRight, width));
    painter->restore();
}

} // namespace foretop::app
