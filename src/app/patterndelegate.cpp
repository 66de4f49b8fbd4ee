// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/patterndelegate.h"

#include "app/leveltext.h"
#include "app/paintabletext.h"
#include "app/patternmodel.h"
#include "app/theme.h"

#include <QLocale>
#include <QPainter>
#include <QTextLayout>

namespace foretop::app {

namespace {

constexpr int kPadding = 5;
constexpr int kTextLines = 2;
constexpr qsizetype kMostCharacters = 500;
const auto kVariable = QStringLiteral("<*>");

} // namespace

PatternDelegate::PatternDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize PatternDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {60, (1 + kTextLines) * option.fontMetrics.lineSpacing() + 2 * kPadding};
}

void PatternDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const auto level = logs::Level(index.data(PatternModel::LevelRole).toInt());
    const double share = index.data(PatternModel::ShareRole).toDouble();
    const QRect inner = option.rect.adjusted(kPadding + 2, kPadding, -kPadding, -kPadding);
    const QRect head(inner.left(), inner.top(), inner.width(), option.fontMetrics.height());
    painter->save();
    if (isSelected) {
        painter->fillRect(option.rect, option.palette.brush(QPalette::Active, QPalette::Highlight));
    } else {
        if (option.state.testFlag(QStyle::State_MouseOver)) {
            painter->fillRect(option.rect, m_theme.fill(Tone::Muted));
        }
        painter->fillRect(
            QRect(head.left(), head.top(), std::max(2, int(head.width() * share)), head.height()),
            m_theme.fill(levelTone(level)));
    }
    const QColor text =
        option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    QFont bold = option.font;
    bold.setBold(true);
    painter->setFont(bold);
    painter->setPen(text);
    const QString count = QLocale().toString(index.data(PatternModel::CountRole).toULongLong());
    painter->drawText(head.adjusted(3, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, count);
    painter->setFont(option.font);
    painter->setPen(isSelected ? text : m_theme.tone(Tone::Muted));
    painter->drawText(head.adjusted(QFontMetrics(bold).horizontalAdvance(count) + 12, 0, 0, 0),
                      Qt::AlignLeft | Qt::AlignVCenter,
                      tr("%1 %").arg(QLocale().toString(share * 100, 'f', share < 0.1 ? 1 : 0)));
    painter->setPen(isSelected ? text : m_theme.tone(levelTone(level)));
    painter->drawText(head, Qt::AlignRight | Qt::AlignVCenter, levelWord(level));
    painter->setPen(text);
    paintText(*painter, inner.adjusted(3, option.fontMetrics.lineSpacing() + 1, 0, 0),
              paintableText(index.data().toString(), kMostCharacters).replace(u'\n', u' '), option);
    painter->setPen(m_theme.gridLine());
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    painter->restore();
}

void PatternDelegate::paintText(QPainter &painter, const QRect &area, const QString &text,
                                const QStyleOptionViewItem &option) const
{
    QTextLayout layout(text, option.font, painter.device());
    QTextCharFormat pale;
    pale.setForeground(option.state.testFlag(QStyle::State_Selected)
                           ? option.palette.color(QPalette::HighlightedText)
                           : m_theme.tone(Tone::Muted));
    pale.setFontItalic(true);
    QList<QTextLayout::FormatRange> ranges;
    for (qsizetype at = text.indexOf(kVariable); at >= 0;
         at = text.indexOf(kVariable, at + kVariable.size())) {
        ranges.append({int(at), int(kVariable.size()), pale});
    }
    layout.setFormats(ranges);
    QTextOption wrap;
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrap);
    layout.beginLayout();
    for (int line = 0; line < kTextLines; ++line) {
        QTextLine next = layout.createLine();
        if (!next.isValid()) {
            break;
        }
        next.setLineWidth(area.width());
        next.setPosition({0, qreal(line * option.fontMetrics.lineSpacing())});
    }
    layout.endLayout();
    layout.draw(&painter, area.topLeft());
}

} // namespace foretop::app
