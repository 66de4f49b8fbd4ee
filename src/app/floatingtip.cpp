// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/floatingtip.h"

#include "app/serieslegendmodel.h"

#include <QPainter>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr int kPadding = 8;
constexpr int kGap = 10;
constexpr int kMostNameWidth = 320;
constexpr int kFromPointer = 14;

} // namespace

QString TipContent::text() const
{
    QStringList lines{title};
    for (const Row &row : rows) {
        lines << QStringList{row.name, row.value, row.word}.join(u' ').trimmed();
    }
    return (lines + notes).join(u'\n');
}

FloatingTip::FloatingTip(QWidget *window)
    : QWidget(window)
{
    setObjectName(QStringLiteral("floatingTip"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

int FloatingTip::lineHeight() const
{
    return fontMetrics().height() + 2;
}

int FloatingTip::nameWidth() const
{
    int width = 0;
    for (const TipContent::Row &row : m_content.rows) {
        width = std::max(width, fontMetrics().horizontalAdvance(row.name));
    }
    return std::min(width, kMostNameWidth);
}

QSize FloatingTip::wantedSize() const
{
    const QFontMetrics metrics = fontMetrics();
    QFont bold = font();
    bold.setBold(true);
    int width = QFontMetrics(bold).horizontalAdvance(m_content.title);
    if (!m_content.rows.isEmpty()) {
        width = std::max(width, kSwatch + kGap + nameWidth() + kGap + m_valueWidth +
                                    (m_wordWidth > 0 ? kGap + m_wordWidth : 0));
    }
    for (const QString &note : m_content.notes) {
        width = std::max(width, std::min(metrics.horizontalAdvance(note), kMostNameWidth * 3 / 2));
    }
    const auto lines =
        1 + m_content.rows.size() + (m_content.more > 0 ? 1 : 0) + m_content.notes.size();
    return {width + 2 * kPadding, static_cast<int>(lines) * lineHeight() + 2 * kPadding};
}

void FloatingTip::showAt(const QPoint &pointer, const TipContent &content)
{
    m_content = content;
    const auto fitting =
        std::max(1, (parentWidget()->height() - 2 * kPadding) / lineHeight() - 2 - kMostNotes);
    const auto most = std::min<qsizetype>(kMostRows, fitting);
    if (m_content.rows.size() > most) {
        m_content.more += static_cast<int>(m_content.rows.size() - most);
        m_content.rows.resize(most);
    }
    if (m_content.notes.size() > kMostNotes) {
        m_content.notes.resize(kMostNotes);
    }
    m_valueWidth = m_wordWidth = 0;
    for (const TipContent::Row &row : m_content.rows) {
        m_valueWidth = std::max(m_valueWidth, fontMetrics().horizontalAdvance(row.value));
        m_wordWidth = std::max(m_wordWidth, fontMetrics().horizontalAdvance(row.word));
    }
    const QSize size = wantedSize().boundedTo(parentWidget()->size());
    QPoint at = pointer + QPoint(kFromPointer, kFromPointer);
    if (at.x() + size.width() > parentWidget()->width()) {
        at.setX(pointer.x() - kFromPointer - size.width());
    }
    at.setX(std::max(0, at.x()));
    at.setY(std::clamp(at.y(), 0, std::max(0, parentWidget()->height() - size.height())));
    setGeometry(QRect(at, size));
    if (!isVisible()) {
        show();
        raise();
    }
    update();
}

void FloatingTip::paintRow(QPainter &painter, const TipContent::Row &row, const QRect &line) const
{
    paintSwatch(painter, {line.left(), line.center().y() - kSwatch / 2}, row.colour, true);
    const int left = line.left() + kSwatch + kGap;
    int right = line.right() + 1;
    if (m_wordWidth > 0) {
        painter.setPen(row.wordColour);
        painter.drawText(QRect(right - m_wordWidth, line.top(), m_wordWidth, line.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, row.word);
        right -= m_wordWidth + kGap;
    }
    painter.setPen(palette().color(QPalette::ToolTipText));
    painter.drawText(QRect(right - m_valueWidth, line.top(), m_valueWidth, line.height()),
                     Qt::AlignRight | Qt::AlignVCenter, row.value);
    const QRect name(left, line.top(), right - m_valueWidth - kGap - left, line.height());
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(row.name, Qt::ElideMiddle, name.width()));
}

void FloatingTip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(palette().color(QPalette::Mid));
    painter.setBrush(palette().color(QPalette::ToolTipBase));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    QRect line(kPadding, kPadding, width() - 2 * kPadding, lineHeight());
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(palette().color(QPalette::ToolTipText));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_content.title);
    painter.setFont(font());
    for (const TipContent::Row &row : m_content.rows) {
        line.translate(0, lineHeight());
        paintRow(painter, row, line);
    }
    painter.setPen(palette().color(QPalette::PlaceholderText));
    if (m_content.more > 0) {
        line.translate(0, lineHeight());
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         tr("%n more", nullptr, m_content.more));
    }
    for (const QString &note : m_content.notes) {
        line.translate(0, lineHeight());
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(note, Qt::ElideRight, line.width()));
    }
}

} // namespace foretop::app
