// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/completiondelegate.h"

#include "app/completionmodel.h"
#include "app/paintabletext.h"
#include "app/theme.h"

#include <QPainter>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr int kPadding = 6;
constexpr int kGap = 16;
constexpr int kMostHelpWidth = 320;
constexpr qsizetype kMostCharacters = 300;

QString shown(const QModelIndex &index, int role)
{
    return paintableText(index.data(role).toString(), kMostCharacters).replace(u'\n', u' ');
}

} // namespace

CompletionDelegate::CompletionDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize CompletionDelegate::sizeHint(const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    const auto widthOf = [&](int role) {
        return option.fontMetrics.horizontalAdvance(shown(index, role));
    };
    const int help = std::min(kMostHelpWidth, widthOf(CompletionModel::HelpRole));
    return {2 * kPadding + widthOf(Qt::DisplayRole) + kGap + widthOf(CompletionModel::TypeRole) +
                (help > 0 ? kGap + help : 0),
            option.fontMetrics.height() + kPadding};
}

void CompletionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (isSelected) {
        painter->fillRect(option.rect, option.palette.brush(QPalette::Active, QPalette::Highlight));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, m_theme.fill(Tone::Muted));
    }
    const QColor text =
        option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    QRect rest = option.rect.adjusted(kPadding, 0, -kPadding, 0);
    const auto draw = [&](const QString &what, const QColor &colour) {
        painter->setPen(colour);
        painter->drawText(rest, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(what, Qt::ElideRight, rest.width()));
        rest.setLeft(std::min(rest.left() + option.fontMetrics.horizontalAdvance(what) + kGap,
                              rest.right() + 1));
    };
    draw(shown(index, Qt::DisplayRole), text);
    draw(shown(index, CompletionModel::TypeRole), isSelected ? text : m_theme.tone(Tone::Active));
    draw(shown(index, CompletionModel::HelpRole), isSelected ? text : m_theme.tone(Tone::Muted));
    painter->restore();
}

} // namespace foretop::app
