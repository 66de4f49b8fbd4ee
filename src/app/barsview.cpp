// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/barsview.h"

#include "app/labelcolumns.h"
#include "app/thresholds.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace foretop::app {

namespace {

constexpr int kGap = 8;
constexpr int kIcon = 14;
constexpr int kMostRowHeight = 40;
constexpr double kMostBarHeight = 22;
constexpr double kLabelShare = 0.42; ///< of the width, at most

} // namespace

BarsView::BarsView(Order order, const PageContext &context, CrosshairLink &crosshair,
                   QWidget *parent)
    : PanelView(context, crosshair, parent)
    , m_ordering(order)
{
}

QSize BarsView::sizeHint() const
{
    return {240, 160};
}

QSize BarsView::minimumSizeHint() const
{
    return {100, 50};
}

void BarsView::setAnswer(Answer fresh)
{
    PanelView::setAnswer(std::move(fresh));
    const auto &series = answer().series;
    m_order.resize(series.size());
    std::iota(m_order.begin(), m_order.end(), 0);
    if (m_ordering == Order::Ranked) {
        // What has no value comes last.
        const auto rank = [&](int at) {
            const double value = series[at].reduced;
            return std::isnan(value) ? -std::numeric_limits<double>::infinity() : value;
        };
        std::stable_sort(m_order.begin(), m_order.end(),
                         [&](int a, int b) { return rank(a) > rank(b); });
    }
}

QString BarsView::labelOf(int row) const
{
    const QString label = shownName(answer().series[m_order[row]]);
    return m_ordering == Order::Ranked ? tr("%1. %2").arg(QString::number(row + 1), label) : label;
}

BarsView::Layout BarsView::layOut() const
{
    Layout layout;
    const auto rows = std::max(1, int(m_order.size()));
    const int least = fontMetrics().height() + 4;
    layout.rowHeight = std::clamp(height() / rows, least, std::max(least, kMostRowHeight));
    layout.greatest = layout.least = 0;
    for (int row = 0; row < m_order.size(); ++row) {
        const double value = answer().series[m_order[row]].reduced;
        if (std::isfinite(value)) {
            layout.least = std::min(layout.least, value);
            layout.greatest = std::max(layout.greatest, value);
        }
        layout.labelWidth =
            std::max(layout.labelWidth, fontMetrics().horizontalAdvance(labelOf(row)));
        layout.valueWidth =
            std::max(layout.valueWidth, fontMetrics().horizontalAdvance(textOf(value)));
    }
    layout.least = spec().least.value_or(layout.least);
    layout.greatest = spec().greatest.value_or(layout.greatest);
    if (layout.greatest <= layout.least) {
        layout.greatest = layout.least + 1;
    }
    layout.labelWidth = std::min(layout.labelWidth, int(width() * kLabelShare));
    layout.valueWidth += spec().thresholds.isEmpty() ? 0 : kIcon + 4;
    layout.barLeft = layout.labelWidth + kGap;
    layout.barWidth = std::max(4, width() - layout.barLeft - kGap - layout.valueWidth);
    return layout;
}

int BarsView::shownRows() const
{
    const auto rows = int(m_order.size());
    const int fitting = height() / layOut().rowHeight;
    return rows <= fitting ? rows : std::max(1, fitting - 1);
}

QRect BarsView::rowRect(int row, const Layout &layout) const
{
    return {0, row * layout.rowHeight, width(), layout.rowHeight};
}

QRectF BarsView::barOf(int row) const
{
    return barRect(row, layOut());
}

QRectF BarsView::barRect(int row, const Layout &layout) const
{
    const double value = answer().series[m_order[row]].reduced;
    const auto xAt = [&](double at) {
        const double share = (at - layout.least) / (layout.greatest - layout.least);
        return layout.barLeft + std::clamp(share, 0.0, 1.0) * layout.barWidth;
    };
    const double zero = xAt(std::clamp(0.0, layout.least, layout.greatest));
    const double end = std::isnan(value) ? zero : xAt(value);
    const QRect area = rowRect(row, layout);
    const double barHeight = std::min(kMostBarHeight, area.height() - 6.0);
    return QRectF(std::min(zero, end), area.center().y() + 0.5 - barHeight / 2,
                  std::abs(end - zero), barHeight);
}

void BarsView::paintRow(QPainter &painter, int row, const Layout &layout) const
{
    const double value = answer().series[m_order[row]].reduced;
    const QRect area = rowRect(row, layout);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(0, area.top(), layout.labelWidth, area.height()),
                     Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(labelOf(row), Qt::ElideMiddle, layout.labelWidth));
    painter.drawText(area, Qt::AlignRight | Qt::AlignVCenter, textOf(value));
    painter.setPen(Qt::NoPen);
    QRectF whole = barRect(row, layout);
    whole.setLeft(layout.barLeft);
    whole.setWidth(layout.barWidth);
    painter.setBrush(theme().gridLine());
    painter.drawRoundedRect(whole, 3, 3);
    const int colour = m_ordering == Order::Ranked ? 0 : m_order[row];
    painter.setBrush(colourOf(value, theme().series(colour)));
    painter.drawRoundedRect(barRect(row, layout), 3, 3);
    const auto level = levelOf(value, spec().thresholds);
    if (level && *level != ThresholdLevel::Normal) {
        paintSign(
            painter,
            QRect(width() - layout.valueWidth, area.center().y() - kIcon / 2 + 1, kIcon, kIcon),
            *level, theme());
    }
}

void BarsView::paintPicture(QPainter &painter)
{
    if (!hasData()) {
        paintPlaceholder(painter, rect());
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const Layout layout = layOut();
    const int rows = shownRows();
    for (int row = 0; row < rows; ++row) {
        paintRow(painter, row, layout);
    }
    if (const auto rest = int(m_order.size()) - rows; rest > 0) {
        painter.setPen(theme().tone(Tone::Muted));
        painter.drawText(rowRect(rows, layout), Qt::AlignLeft | Qt::AlignVCenter,
                         tr("%n more", nullptr, rest));
    }
}

QString BarsView::textAt(const QPoint &at) const
{
    const int row = at.y() / layOut().rowHeight;
    if (!hasData() || row < 0 || row >= m_order.size()) {
        return {};
    }
    QStringList lines;
    const bool isRest = row >= shownRows();
    for (int i = row; i < (isRest ? int(m_order.size()) : row + 1); ++i) {
        const auto &series = answer().series[m_order[i]];
        lines << tr("%1: %2").arg(labelOf(i), wordedTextOf(series.reduced));
    }
    return lines.join(u'\n');
}

} // namespace foretop::app
