// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gaugeview.h"

#include "app/axisticks.h"
#include "app/cellgrid.h"
#include "app/labelcolumns.h"
#include "app/statview.h"
#include "app/thresholds.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace foretop::app {

namespace {

// Angles as QPainter counts them: from three o'clock, against the clock.
constexpr double kStart = 210;
constexpr double kSpan = 240;
constexpr int kUnits = 16; ///< of QPainter::drawArc() in a degree
/// Height of the arc over its width: half the circle, and the ends below its middle.
constexpr double kHeightShare = 0.75;
constexpr double kAspect = 1.15;
constexpr double kThickness = 0.13; ///< of the width
constexpr double kBandThickness = 0.035;
constexpr int kMostWidth = 260;
constexpr int kMostFigure = 40;
constexpr int kIcon = 14;
/// Below this width the value does not fit into the arc and the ends are not told.
constexpr double kSmall = 110;

} // namespace

GaugeView::GaugeView(const PageContext &context, CrosshairLink &crosshair, QWidget *parent)
    : PanelView(context, crosshair, parent)
{
}

QSize GaugeView::sizeHint() const
{
    return {160, 130};
}

QSize GaugeView::minimumSizeHint() const
{
    return {80, 70};
}

GaugeView::Range GaugeView::range() const
{
    double least = 0;
    double greatest = 0;
    for (const auto &series : answer().series) {
        least = std::fmin(least, std::fmin(series.least, series.reduced));
        greatest = std::fmax(greatest, std::fmax(series.greatest, series.reduced));
    }
    const bool isShare = spec().unit == Unit::Ratio || spec().unit == Unit::Percent;
    const double all = spec().unit == Unit::Percent ? 100 : 1;
    const ValueAxis axis = valueAxis(least, greatest, spec().unit, 4);
    const double from = spec().least.value_or(axis.least);
    const double to =
        spec().greatest.value_or(isShare ? std::max(all, axis.greatest) : axis.greatest);
    return {from, to > from ? to : from + 1};
}

void GaugeView::paintPicture(QPainter &painter)
{
    if (!hasData()) {
        paintPlaceholder(painter, rect());
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const auto &series = answer().series;
    const CellGrid grid(rect(), int(series.size()), kAspect);
    for (int i = 0; i < series.size(); ++i) {
        paintCell(painter, series[i], grid.cell(i));
    }
}

void GaugeView::paintCell(QPainter &painter, const models::PanelSeries &series, QRect cell) const
{
    cell.adjust(6, 2, -6, -2);
    painter.setFont(font());
    const int line = fontMetrics().height();
    const int below = answer().series.size() > 1 ? 2 * line : line;
    const double size = std::min(
        {double(cell.width()), (cell.height() - below) / kHeightShare, double(kMostWidth)});
    const double top = cell.top() + (cell.height() - below - size * kHeightShare) / 2;
    const QRectF circle(cell.center().x() + 0.5 - size / 2, top, size, size);
    paintArcs(painter, series.reduced, circle);
    paintTexts(painter, series.reduced, circle);
    if (answer().series.size() > 1) {
        painter.setPen(palette().color(QPalette::WindowText));
        painter.drawText(
            QRectF(cell.left(), top + size * kHeightShare + line, cell.width(), line),
            Qt::AlignCenter,
            fontMetrics().elidedText(shownName(series), Qt::ElideMiddle, cell.width()));
    }
}

void GaugeView::paintArcs(QPainter &painter, double value, const QRectF &circle) const
{
    const auto [least, greatest] = range();
    const auto shareOf = [from = least, to = greatest](double at) {
        return std::clamp((at - from) / (to - from), 0.0, 1.0);
    };
    const auto arc = [&](const QRectF &area, double thickness, double from, double to,
                         const QColor &colour) {
        painter.setPen(QPen(colour, thickness, Qt::SolidLine, Qt::FlatCap));
        painter.drawArc(area, std::lround((kStart - from * kSpan) * kUnits),
                        -std::lround((to - from) * kSpan * kUnits));
    };
    const double thickness = circle.width() * kThickness;
    const double band = circle.width() * kBandThickness;
    painter.setBrush(Qt::NoBrush);
    const QRectF outer = circle.adjusted(band / 2, band / 2, -band / 2, -band / 2);
    for (const Band &one : bandsWithin(spec().thresholds, least, greatest)) {
        arc(outer, band, shareOf(one.from), shareOf(one.to), theme().tone(lookOf(one.level).tone));
    }
    const double inset = band + 2 + thickness / 2;
    const QRectF inner = circle.adjusted(inset, inset, -inset, -inset);
    arc(inner, thickness, 0, 1, theme().gridLine());
    if (!std::isnan(value)) {
        arc(inner, thickness, 0, shareOf(value), colourOf(value, theme().series(0)));
    }
}

void GaugeView::paintTexts(QPainter &painter, double value, const QRectF &circle) const
{
    const double thickness = circle.width() * (kThickness + kBandThickness) + 6;
    const double below = circle.top() + circle.height() * kHeightShare;
    const QRectF ends(circle.left(), below, circle.width(), fontMetrics().height());
    const bool isSmall = circle.width() < kSmall;
    const QSize room =
        isSmall ? ends.size().toSize()
                : QSize(int(circle.width() - 2 * thickness), int(circle.height() * 0.26));
    const QRectF figure = isSmall ? ends
                                  : QRectF(circle.left(), circle.center().y() - room.height() * 0.6,
                                           circle.width(), room.height());
    const QString text = textOf(value);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(fittingFont(bold, text, room, kMostFigure));
    painter.setPen(colourOf(value, palette().color(QPalette::WindowText)));
    painter.drawText(figure, Qt::AlignCenter, text);
    painter.setFont(font());
    paintLevel(painter, value,
               {circle.center().x(), isSmall ? circle.center().y() + kIcon / 2.0 : below},
               circle.width() - 2 * thickness);
    if (!isSmall) {
        const auto [least, greatest] = range();
        painter.setPen(theme().tone(Tone::Muted));
        painter.drawText(ends, Qt::AlignLeft | Qt::AlignVCenter, textOf(least));
        painter.drawText(ends, Qt::AlignRight | Qt::AlignVCenter, textOf(greatest));
    }
}

void GaugeView::paintLevel(QPainter &painter, double value, const QPointF &bottom,
                           double room) const
{
    const auto level = levelOf(value, spec().thresholds);
    if (!level) {
        return;
    }
    const StateLook look = lookOf(*level);
    const int line = fontMetrics().height();
    const int worded = kIcon + 5 + fontMetrics().horizontalAdvance(look.word);
    const bool hasWord = worded <= room;
    const double wide = hasWord ? worded : kIcon;
    const QRectF row(bottom.x() - wide / 2, bottom.y() - line, wide, line);
    paintSign(painter, QRectF(row.left(), row.center().y() - kIcon / 2.0, kIcon, kIcon), *level,
              theme());
    if (hasWord) {
        painter.setPen(theme().tone(look.tone));
        painter.drawText(row.adjusted(kIcon + 5, 0, 4, 0), Qt::AlignLeft | Qt::AlignVCenter,
                         look.word);
    }
}

QString GaugeView::textAt(const QPoint &at) const
{
    const auto &series = answer().series;
    const int cell = CellGrid(rect(), int(series.size()), kAspect).cellAt(at);
    if (!hasData() || cell < 0) {
        return {};
    }
    const auto [least, greatest] = range();
    return tr("%1: %2\nof %3 to %4")
        .arg(shownName(series[cell]), wordedTextOf(series[cell].reduced), textOf(least),
             textOf(greatest));
}

} // namespace foretop::app
