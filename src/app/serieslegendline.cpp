// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/serieslegendline.h"

#include "app/paintabletext.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr int kSwatchGap = 5;
constexpr int kEntryGap = 14;
constexpr int kMargin = 2;
constexpr int kLeastLabel = 40;

} // namespace

SeriesLegendLine::SeriesLegendLine(SeriesLegendModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
{
    setObjectName(QStringLiteral("legend"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::TabFocus);
    for (const auto &signal :
         {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&model, signal, this, &SeriesLegendLine::layOut);
    }
    connect(&model, &QAbstractItemModel::dataChanged, this, &SeriesLegendLine::layOut);
}

QSize SeriesLegendLine::sizeHint() const
{
    return {200, fontMetrics().height() + 6};
}

QSize SeriesLegendLine::minimumSizeHint() const
{
    return {0, sizeHint().height()};
}

QString SeriesLegendLine::text(int row) const
{
    return m_model.index(row, SeriesLegendModel::LabelColumn).data().toString() + u' ' +
           m_model.index(row, SeriesLegendModel::LastColumn).data().toString();
}

void SeriesLegendLine::layOut()
{
    m_entries.clear();
    const int rows = m_model.rowCount();
    const QFontMetrics metrics = fontMetrics();
    const int restWidth = metrics.horizontalAdvance(tr("+%1").arg(99));
    int x = kMargin;
    for (int row = 0; row < rows; ++row) {
        const int room = width() - kMargin - x - (row + 1 < rows ? restWidth + kEntryGap : 0) -
                         kSwatch - kSwatchGap;
        QString entry = text(row);
        if (metrics.horizontalAdvance(entry) > room) {
            const QString value =
                u' ' + m_model.index(row, SeriesLegendModel::LastColumn).data().toString();
            const int label = room - metrics.horizontalAdvance(value);
            if (label < kLeastLabel) {
                break;
            }
            entry.chop(value.size());
            entry = metrics.elidedText(entry, Qt::ElideMiddle, label) + value;
        }
        const int entryWidth = kSwatch + kSwatchGap + metrics.horizontalAdvance(entry);
        m_entries << Entry{{x, 0, entryWidth, height()}, entry};
        x += entryWidth + kEntryGap;
    }
    setCurrent(m_current);
    update();
}

void SeriesLegendLine::setCurrent(int row)
{
    m_current = std::clamp(row, 0, std::max(0, int(m_entries.size()) - 1));
    const QModelIndex index = m_model.index(m_current, SeriesLegendModel::LabelColumn);
    setAccessibleDescription(
        index.data(Qt::AccessibleTextRole).toString() + u' ' +
        index.siblingAtColumn(SeriesLegendModel::LastColumn).data().toString());
    update();
}

QRect SeriesLegendLine::rectOf(int row) const
{
    return row >= 0 && row < m_entries.size() ? m_entries[row].area : QRect();
}

int SeriesLegendLine::rowAt(const QPoint &at) const
{
    for (int row = 0; row < m_entries.size(); ++row) {
        if (m_entries[row].area.adjusted(-kEntryGap / 2, 0, kEntryGap / 2, 0).contains(at)) {
            return row;
        }
    }
    return -1;
}

void SeriesLegendLine::paint(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    QFont struck = font();
    struck.setStrikeOut(true);
    for (int row = 0; row < m_entries.size(); ++row) {
        const QRect area = m_entries[row].area;
        const QModelIndex index = m_model.index(row, SeriesLegendModel::LabelColumn);
        const bool isShown = index.data(SeriesLegendModel::IsShownRole).toBool();
        const auto colour = index.data(SeriesLegendModel::ColourRole).value<QColor>();
        paintSwatch(painter, {area.left(), (area.height() - kSwatch) / 2}, colour, isShown);
        painter.setFont(isShown ? font() : struck);
        painter.setPen(palette().color(isShown ? QPalette::WindowText : QPalette::PlaceholderText));
        painter.drawText(area.adjusted(kSwatch + kSwatchGap, 0, 2, 0),
                         Qt::AlignLeft | Qt::AlignVCenter, m_entries[row].text);
    }
    painter.setFont(font());
    const auto leftOut = m_model.rowCount() - static_cast<int>(m_entries.size());
    if (leftOut > 0) {
        painter.setPen(palette().color(QPalette::PlaceholderText));
        painter.drawText(QRect(0, 0, width() - kMargin, height()),
                         Qt::AlignRight | Qt::AlignVCenter, tr("+%1").arg(leftOut));
    }
}

void SeriesLegendLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paint(painter);
    if (hasFocus() && m_current < m_entries.size()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRoundedRect(QRectF(m_entries[m_current].area).adjusted(-1.5, 0.5, 2.5, -0.5), 3,
                                3);
    }
}

void SeriesLegendLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void SeriesLegendLine::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || row < 0) {
        QWidget::mousePressEvent(event);
        return;
    }
    setCurrent(row);
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        m_model.toggle(row);
    } else {
        m_model.isolate(row);
    }
}

void SeriesLegendLine::keyPressEvent(QKeyEvent *event)
{
    const bool isCtrl = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
    case Qt::Key_Left:
        setCurrent(m_current - 1);
        break;
    case Qt::Key_Right:
        setCurrent(m_current + 1);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!isCtrl) {
            m_model.isolate(m_current);
            break;
        }
        [[fallthrough]];
    case Qt::Key_Space:
        m_model.toggle(m_current);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void SeriesLegendLine::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void SeriesLegendLine::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

bool SeriesLegendLine::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    const auto *help = static_cast<QHelpEvent *>(event);
    const int at = rowAt(help->pos());
    QStringList lines;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (at < 0 || row == at) {
            lines << text(row);
        }
    }
    lines << tr("Click to show one alone, Ctrl+click to hide or show it");
    QToolTip::showText(help->globalPos(), plainToolTip(lines.join(u'\n')), this);
    return true;
}

} // namespace foretop::app
