// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/loglinedelegate.h"

#include "app/leveltext.h"
#include "app/paintabletext.h"
#include "app/theme.h"
#include "logs/record.h"
#include "models/logmodel.h"

#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace foretop::app {

namespace {

using models::LogModel;

constexpr int kPadding = 6;
constexpr int kLeading = 2; ///< above and below the text
constexpr int kBarWidth = 3;
constexpr int kLeastCharacterWidth = 2;

logs::Level levelOf(const QModelIndex &index)
{
    return logs::Level(index.data(LogModel::LevelRole).toInt());
}

bool isSelected(const QStyleOptionViewItem &option)
{
    return option.state.testFlag(QStyle::State_Selected);
}

QPalette::ColorGroup colourGroup(const QStyleOptionViewItem &option)
{
    return option.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
}

QRect textRect(const QRect &cell)
{
    return cell.adjusted(kPadding, kLeading, -kPadding / 2, -kLeading);
}

} // namespace

LogLineDelegate::LogLineDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void LogLineDelegate::setBookmarked(std::function<bool(quint64)> isBookmarked)
{
    m_isBookmarked = std::move(isBookmarked);
}

void LogLineDelegate::setWrap(bool wraps, int maxLines)
{
    m_wraps = wraps;
    m_maxLines = wraps ? std::max(1, maxLines) : 1;
}

bool LogLineDelegate::isGap(const QModelIndex &index)
{
    return logs::RecordKind(index.data(LogModel::KindRole).toInt()) == logs::RecordKind::Gap;
}

void LogLineDelegate::paintRow(QPainter *painter, const QStyleOptionViewItem &row,
                               const QModelIndex &index) const
{
    const logs::Level level = levelOf(index);
    const QColor tone = m_theme.tone(levelTone(level));
    if (isSelected(row)) {
        painter->fillRect(row.rect, row.palette.brush(colourGroup(row), QPalette::Highlight));
    } else if (level >= logs::Level::Warning && !index.data(LogModel::ContextRole).toBool()) {
        painter->fillRect(row.rect, m_theme.fill(levelTone(level)));
    }
    QRect bar(row.rect.left(), row.rect.top(), kBarWidth, row.rect.height());
    painter->fillRect(bar, tone);
    if (m_merged) {
        bar.moveLeft(bar.right() + 1);
        painter->fillRect(bar, m_theme.series(index.data(LogModel::OriginRole).toInt()));
    }
    if (m_isBookmarked && m_isBookmarked(index.data(LogModel::RecordNumberRole).toULongLong())) {
        paintBookmark(painter, row.rect);
    }
}

void LogLineDelegate::paintBookmark(QPainter *painter, const QRect &row) const
{
    const qreal left = row.left() + kBarWidth + 1;
    const qreal right = left + kGutter;
    const qreal top = row.top() + 2;
    const qreal bottom = top + 13;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.tone(Tone::Active));
    painter->drawPolygon(QPolygonF{{left, top},
                                   {right, top},
                                   {right, bottom},
                                   {(left + right) / 2, bottom - 4},
                                   {left, bottom}});
    painter->restore();
}

void LogLineDelegate::paintGap(QPainter *painter, const QStyleOptionViewItem &row,
                               const QModelIndex &index) const
{
    const QColor tone = m_theme.tone(Tone::Lost);
    painter->fillRect(row.rect, isSelected(row)
                                    ? row.palette.color(colourGroup(row), QPalette::Highlight)
                                    : m_theme.fill(Tone::Lost));
    const QColor text =
        isSelected(row) ? row.palette.color(colourGroup(row), QPalette::HighlightedText) : tone;
    painter->setPen(QPen(text, 1, Qt::DashLine));
    painter->drawLine(row.rect.topLeft(), row.rect.topRight());
    painter->drawLine(row.rect.bottomLeft(), row.rect.bottomRight());
    painter->setPen(text);
    painter->setFont(row.font);
    painter->drawText(row.rect.adjusted(kPadding, 0, -kPadding, 0), Qt::AlignCenter,
                      paintableText(index.data(LogModel::MessageRole).toString(), kMaxTextLength));
}

void LogLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const QRect area = textRect(option.rect);
    if (area.width() <= 0) {
        return;
    }
    QFont font = option.font;
    font.setBold(index.column() == LogModel::LevelColumn && levelOf(index) >= logs::Level::Error);
    painter->setFont(font);
    painter->setPen(textColour(option, index));
    if (m_wraps && index.column() == LogModel::MessageColumn) {
        const QString text = textOf(index);
        paintLaidOut(painter, area, text, marksIn(text, index));
        return;
    }
    const QString text = option.fontMetrics.elidedText(
        textOf(index).left(area.width() / kLeastCharacterWidth), Qt::ElideRight, area.width());
    const auto marks = marksIn(text, index);
    if (marks.isEmpty()) {
        // A third of the cost of a QTextLayout, for nearly all cells.
        painter->drawText(QPoint(area.left(), area.top() + option.fontMetrics.ascent()), text);
    } else {
        paintLaidOut(painter, area, text, marks);
    }
}

QList<QTextLayout::FormatRange> LogLineDelegate::marksIn(const QString &text,
                                                         const QModelIndex &index) const
{
    const bool isText = index.column() >= LogModel::SourceColumn;
    return isText && !m_marks.isEmpty()
               ? m_marks.rangesIn(text, index.data(LogModel::MarksRole).toULongLong())
               : QList<QTextLayout::FormatRange>();
}

void LogLineDelegate::paintLaidOut(QPainter *painter, const QRect &area, const QString &text,
                                   const QList<QTextLayout::FormatRange> &marks) const
{
    QTextLayout layout(text, painter->font(), painter->device());
    layout.setFormats(marks);
    layOut(layout, m_wraps ? area.width() : QWIDGETSIZE_MAX);
    layout.draw(painter, area.topLeft());
    const QTextLine last = layout.lineAt(layout.lineCount() - 1);
    if (last.textStart() + last.textLength() < text.size()) {
        painter->drawText(area, Qt::AlignRight | Qt::AlignBottom, QString(QChar(u'\x2026')));
    }
}

QSize LogLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int plain = option.fontMetrics.height() + 2 * kLeading;
    if (!m_wraps || isGap(index)) {
        return {option.rect.width(), plain};
    }
    QTextLayout layout(textOf(index.siblingAtColumn(LogModel::MessageColumn)), option.font);
    const int height = layOut(layout, std::max(1, textRect(option.rect).width()));
    return {option.rect.width(), std::max(plain, height + 2 * kLeading)};
}

QString LogLineDelegate::textOf(const QModelIndex &index) const
{
    if (!m_wraps || index.column() != LogModel::MessageColumn) {
        return paintableText(index.data().toString(), kMaxTextLength);
    }
    QString text = paintableText(index.data(LogModel::MessageRole).toString(), kMaxTextLength);
    return text.replace(u'\n', QChar::LineSeparator);
}

QColor LogLineDelegate::textColour(const QStyleOptionViewItem &option,
                                   const QModelIndex &index) const
{
    if (isSelected(option)) {
        return option.palette.color(colourGroup(option), QPalette::HighlightedText);
    }
    if (index.data(LogModel::ContextRole).toBool()) {
        return m_theme.tone(Tone::Muted);
    }
    switch (index.column()) {
    case LogModel::LevelColumn:
        return m_theme.tone(levelTone(levelOf(index)));
    case LogModel::SourceColumn:
        return m_merged ? m_theme.series(index.data(LogModel::OriginRole).toInt())
                        : m_theme.tone(Tone::Muted);
    case LogModel::MessageColumn:
        return option.palette.color(QPalette::Text);
    default:
        return m_theme.tone(Tone::Muted);
    }
}

int LogLineDelegate::layOut(QTextLayout &layout, int width) const
{
    QTextOption wrap;
    wrap.setWrapMode(m_wraps ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    layout.setTextOption(wrap);
    layout.setCacheEnabled(true);
    qreal y = 0;
    layout.beginLayout();
    for (int lines = 0; lines < m_maxLines; ++lines) {
        QTextLine line = layout.createLine();
        if (!line.isValid()) {
            break;
        }
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += line.height();
    }
    layout.endLayout();
    return int(std::ceil(y));
}

} // namespace foretop::app
