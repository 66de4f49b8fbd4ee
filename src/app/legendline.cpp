// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/legendline.h"

#include "app/legendmodel.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace foretop::app {

namespace {

constexpr int kSwatch = 9;
constexpr int kSwatchGap = 5;
constexpr int kEntryGap = 14;

} // namespace

LegendLine::LegendLine(const QAbstractItemModel &model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    const auto repaint = [this] { update(); };
    connect(&model, &QAbstractItemModel::dataChanged, this, repaint);
    connect(&model, &QAbstractItemModel::rowsInserted, this, repaint);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, repaint);
}

QSize LegendLine::sizeHint() const
{
    return {200, fontMetrics().height() + 4};
}

QSize LegendLine::minimumSizeHint() const
{
    return {0, fontMetrics().height() + 4};
}

QString LegendLine::entry(int row) const
{
    return m_model.index(row, LegendModel::LabelColumn).data().toString() + QLatin1Char(' ') +
           m_model.index(row, LegendModel::ValueColumn).data().toString();
}

int LegendLine::entryWidth(int row) const
{
    return kSwatch + kSwatchGap + fontMetrics().horizontalAdvance(entry(row)) + kEntryGap;
}

QVector<int> LegendLine::rowsThatFit() const
{
    const int rows = m_model.rowCount();
    const int restWidth = fontMetrics().horizontalAdvance(tr("+%1").arg(99));
    QVector<int> fitting;
    int used = 0;
    for (int row = 0; row < rows; ++row) {
        if (m_model.index(row, 0).data(LegendModel::IsFlatRole).toBool()) {
            continue;
        }
        used += entryWidth(row);
        const int rest = fitting.size() + 1 < rows ? restWidth : -kEntryGap;
        if (used + rest > width()) {
            break;
        }
        fitting << row;
    }
    return fitting;
}

void LegendLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QVector<int> rows = rowsThatFit();
    const auto leftOut = m_model.rowCount() - static_cast<int>(rows.size());
    const QString rest = leftOut > 0 ? tr("+%1").arg(leftOut) : QString();
    int x = width() - fontMetrics().horizontalAdvance(rest) + (leftOut > 0 ? 0 : kEntryGap);
    for (const int row : rows) {
        x -= entryWidth(row);
    }
    for (const int row : rows) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(
            m_model.index(row, LegendModel::LabelColumn).data(Qt::DecorationRole).value<QColor>());
        painter.drawRoundedRect(QRectF(x, (height() - kSwatch) / 2.0, kSwatch, kSwatch), 2, 2);
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(QRect(x + kSwatch + kSwatchGap, 0, width(), height()),
                         Qt::AlignLeft | Qt::AlignVCenter, entry(row));
        x += entryWidth(row);
    }
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, rest);
}

bool LegendLine::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        QStringList lines;
        for (int row = 0; row < m_model.rowCount(); ++row) {
            lines << entry(row);
        }
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                           lines.join(QLatin1Char('\n')), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace foretop::app
