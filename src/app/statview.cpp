// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statview.h"

#include "app/cellgrid.h"
#include "app/labelcolumns.h"
#include "app/sparkline.h"
#include "app/thresholds.h"

#include <QPainter>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr double kAspect = 2.2;
constexpr int kPadding = 6;
constexpr int kIcon = 14;
constexpr int kMostFigure = 56;
constexpr int kLeastFigure = 11;
constexpr double kSparkShare = 0.32; ///< of a cell's height
constexpr int kLeastSpark = 14;

} // namespace

QFont fittingFont(const QFont &font, const QString &text, const QSize &room, int mostPixels)
{
    constexpr int kTrial = 40;
    QFont fitting = font;
    fitting.setPixelSize(kTrial);
    const QFontMetricsF trial(fitting);
    const double scale = std::min(room.width() / std::max(1.0, trial.horizontalAdvance(text)),
                                  room.height() / trial.height());
    fitting.setPixelSize(std::clamp(int(kTrial * scale), kLeastFigure, mostPixels));
    return fitting;
}

StatView::StatView(const PageContext &context, CrosshairLink &crosshair, QWidget *parent)
    : PanelView(context, crosshair, parent)
{
}

QSize StatView::sizeHint() const
{
    return {160, 90};
}

QSize StatView::minimumSizeHint() const
{
    return {80, 40};
}

void StatView::paintPicture(QPainter &painter)
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

int StatView::paintLevel(QPainter &painter, double value, const QRect &cell) const
{
    const auto level = levelOf(value, spec().thresholds);
    if (!level) {
        return 0;
    }
    const StateLook look = lookOf(*level);
    const int height = fontMetrics().height();
    const int left =
        cell.center().x() - (kIcon + 5 + fontMetrics().horizontalAdvance(look.word)) / 2;
    const QRect line(left, cell.bottom() + 1 - height, cell.right() - left, height);
    paintSign(painter, QRect(line.left(), line.center().y() - kIcon / 2 + 1, kIcon, kIcon), *level,
              theme());
    painter.setPen(theme().tone(look.tone));
    painter.drawText(line.adjusted(kIcon + 5, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter,
                     look.word);
    return height + 2;
}

void StatView::paintCell(QPainter &painter, const models::PanelSeries &series, QRect cell) const
{
    cell.adjust(kPadding, 2, -kPadding, -2);
    painter.setFont(font());
    const int line = fontMetrics().height();
    if (answer().series.size() > 1) {
        painter.setPen(theme().tone(Tone::Muted));
        painter.drawText(
            QRect(cell.left(), cell.top(), cell.width(), line), Qt::AlignCenter,
            fontMetrics().elidedText(shownName(series), Qt::ElideMiddle, cell.width()));
        cell.setTop(cell.top() + line);
    }
    const int spark = int(cell.height() * kSparkShare);
    const QColor colour = colourOf(series.reduced, palette().color(QPalette::WindowText));
    if (spark >= kLeastSpark && series.points.size() > 1) {
        QVector<double> values;
        for (const QPointF &point : series.points) {
            values << point.y();
        }
        paintSparkline(painter, QRectF(cell.left(), cell.bottom() - spark, cell.width(), spark),
                       values, colourOf(series.reduced, theme().series(0)));
        cell.setBottom(cell.bottom() - spark - 4);
    }
    if (cell.height() >= 2 * line) {
        cell.setBottom(cell.bottom() - paintLevel(painter, series.reduced, cell));
    }
    const QString text = textOf(series.reduced);
    QFont bold = font();
    bold.setBold(true);
    painter.setFont(fittingFont(bold, text, cell.size(), kMostFigure));
    painter.setPen(colour);
    painter.drawText(cell, Qt::AlignCenter, text);
}

QString StatView::textAt(const QPoint &at) const
{
    const auto &series = answer().series;
    const int cell = CellGrid(rect(), int(series.size()), kAspect).cellAt(at);
    if (!hasData() || cell < 0) {
        return {};
    }
    const auto &one = series[cell];
    return tr("%1: %2\nMin %3, max %4, avg %5")
        .arg(shownName(one), wordedTextOf(one.reduced), textOf(one.least), textOf(one.greatest),
             textOf(one.mean));
}

} // namespace foretop::app
