// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/heatmapview.h"

#include "app/momenttext.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace foretop::app {

namespace {

constexpr int kPixelsPerMark = 16;
constexpr int kScaleWidth = 90;
constexpr int kScaleHeight = 8;
constexpr int kScaleSteps = 30;

struct Stop
{
    double share;
    QRgb colour;
};
// From next to the base's colour to a strong contrast with it; lightness goes one way only, so
// that the order is seen without the hues.
constexpr std::array kLightStops = {Stop{0, 0xffe9f1fb}, Stop{0.25, 0xffa6cdf2},
                                    Stop{0.5, 0xff4f9bdb}, Stop{0.75, 0xff1f5fb0},
                                    Stop{1, 0xff10264f}};
constexpr std::array kDarkStops = {Stop{0, 0xff20293a}, Stop{0.25, 0xff27496f},
                                   Stop{0.5, 0xff2f82a8}, Stop{0.75, 0xff6cc5a8},
                                   Stop{1, 0xfff6f3a0}};

} // namespace

HeatMapView::HeatMapView(const PageContext &context, CrosshairLink &crosshair, QWidget *parent)
    : TimeView(context, crosshair, parent)
{
}

bool HeatMapView::hasData() const
{
    const auto &heat = answer().heatMap;
    return heat && heat->columns > 0 && heat->stepMs > 0 && !heat->bounds.isEmpty() &&
           heat->values.size() == heat->bounds.size() * heat->columns;
}

int HeatMapView::topMargin() const
{
    return fontMetrics().height() + 8;
}

QColor HeatMapView::colourOf(double share, bool isDark)
{
    const auto &stops = isDark ? kDarkStops : kLightStops;
    const double at = std::sqrt(std::clamp(share, 0.0, 1.0));
    std::size_t next = 1;
    while (next + 1 < stops.size() && stops[next].share < at) {
        ++next;
    }
    const Stop &low = stops[next - 1];
    const Stop &high = stops[next];
    const double part = (at - low.share) / (high.share - low.share);
    const auto mix = [part](int a, int b) { return int(std::lround(a + (b - a) * part)); };
    return {mix(qRed(low.colour), qRed(high.colour)), mix(qGreen(low.colour), qGreen(high.colour)),
            mix(qBlue(low.colour), qBlue(high.colour))};
}

QString HeatMapView::boundText(double bound) const
{
    return std::isinf(bound) ? QStringLiteral("∞") : exactText(bound, spec().unit);
}

QVector<TimeView::Mark> HeatMapView::prepare(int height)
{
    QVector<Mark> marks;
    if (!hasData()) {
        return marks;
    }
    const auto buckets = map().bounds.size();
    const double perBucket = double(height) / double(buckets);
    const auto every = std::max<qsizetype>(1, std::lround(std::ceil(kPixelsPerMark / perBucket)));
    for (qsizetype bucket = every - 1; bucket < buckets; bucket += every) {
        marks << Mark{.at = double(bucket + 1) / double(buckets),
                      .text = boundText(map().bounds[bucket]),
                      .isLine = false};
    }
    return marks;
}

double HeatMapView::valueAt(qsizetype bucket, int column) const
{
    return map().values[bucket * map().columns + column];
}

QImage HeatMapView::image() const
{
    const auto buckets = int(map().bounds.size());
    QImage image(map().columns, buckets, QImage::Format_ARGB32_Premultiplied);
    const double greatest = map().greatest > 0 ? map().greatest : 1;
    for (int bucket = 0; bucket < buckets; ++bucket) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(buckets - 1 - bucket));
        for (int column = 0; column < map().columns; ++column) {
            const double value = valueAt(bucket, column);
            line[column] =
                std::isnan(value) ? 0 : colourOf(value / greatest, theme().isDark()).rgba();
        }
    }
    return image;
}

void HeatMapView::paintCells(QPainter &painter, const QRectF &area) const
{
    const QImage cells = image();
    const double width = area.width() / cells.width();
    const double height = area.height() / cells.height();
    for (int row = 0; row < cells.height(); ++row) {
        for (int column = 0; column < cells.width(); ++column) {
            if (const QRgb colour = cells.pixel(column, row); qAlpha(colour) > 0) {
                painter.fillRect(
                    QRectF(area.left() + column * width, area.top() + row * height, width, height),
                    QColor(colour));
            }
        }
    }
}

void HeatMapView::paintData(QPainter &painter, const QRectF &area, Medium medium)
{
    const double span = std::max(1.0, double(answer().toMs - answer().fromMs));
    const auto xAt = [&](qint64 ms) {
        return area.left() + double(ms - answer().fromMs) / span * area.width();
    };
    const double left = xAt(map().firstMs - map().stepMs);
    const double right = xAt(map().firstMs + (map().columns - 1) * map().stepMs);
    const QRectF cells(left, area.top(), right - left, area.height());
    if (medium == Medium::Vector) {
        paintCells(painter, cells);
    } else {
        painter.drawImage(cells, image());
    }
}

void HeatMapView::paintBeside(QPainter &painter) const
{
    const int line = fontMetrics().height();
    const QString greatest = rateText(map().greatest);
    const int textWidth = fontMetrics().horizontalAdvance(greatest);
    const int top = (topMargin() - 4 - line) / 2;
    int x = width() - 8 - textWidth;
    painter.setPen(theme().tone(Tone::Muted));
    painter.drawText(QRect(x, top, textWidth + 4, line), Qt::AlignLeft | Qt::AlignVCenter,
                     greatest);
    x -= kScaleWidth + 6;
    for (int step = 0; step < kScaleSteps; ++step) {
        painter.fillRect(QRectF(x + double(kScaleWidth) * step / kScaleSteps,
                                top + (line - kScaleHeight) / 2.0,
                                double(kScaleWidth) / kScaleSteps + 0.5, kScaleHeight),
                         colourOf((step + 0.5) / kScaleSteps, theme().isDark()));
    }
    const QString least = rateText(0);
    painter.drawText(QRect(0, top, x - 6, line), Qt::AlignRight | Qt::AlignVCenter, least);
}

QString HeatMapView::rateText(double value) const
{
    return valueText(value, Unit::PerSecond);
}

QString HeatMapView::bucketText(qsizetype bucket) const
{
    const double bound = map().bounds[bucket];
    if (bucket == 0) {
        return tr("up to %1").arg(boundText(bound));
    }
    const QString below = boundText(map().bounds[bucket - 1]);
    return std::isinf(bound) ? tr("over %1").arg(below)
                             : tr("%1 to %2").arg(below, boundText(bound));
}

TipContent HeatMapView::tipAt(qint64 ms, double y) const
{
    TipContent tip;
    // A column stands for the step before its moment.
    const double ahead = double(ms - map().firstMs) / double(map().stepMs);
    const auto column = int(std::ceil(ahead));
    if (!hasData() || column < 0 || column >= map().columns) {
        tip.title = clockText(QDateTime::fromMSecsSinceEpoch(ms));
        return tip;
    }
    tip.title =
        tr("%1 to %2")
            .arg(clockText(
                     QDateTime::fromMSecsSinceEpoch(map().firstMs + (column - 1) * map().stepMs)),
                 clockText(QDateTime::fromMSecsSinceEpoch(map().firstMs + column * map().stepMs)));
    const auto buckets = map().bounds.size();
    const auto pointed =
        std::clamp<qsizetype>(qsizetype(std::floor(y * double(buckets))), 0, buckets - 1);
    const double greatest = map().greatest > 0 ? map().greatest : 1;
    for (qsizetype bucket = buckets - 1; bucket >= 0; --bucket) {
        const double value = valueAt(bucket, column);
        if (value > 0 || bucket == pointed) {
            tip.rows << TipContent::Row{
                .colour = colourOf(std::isnan(value) ? 0 : value / greatest, theme().isDark()),
                .name = bucketText(bucket),
                .value = exactText(value, Unit::PerSecond),
                .word = bucket == pointed ? QStringLiteral("◂") : QString(),
                .wordColour = palette().color(QPalette::ToolTipText)};
        }
    }
    return tip;
}

QString HeatMapView::summary() const
{
    if (!hasData()) {
        return placeholder();
    }
    const int column = map().columns - 1;
    QStringList texts;
    for (qsizetype bucket = 0; bucket < map().bounds.size(); ++bucket) {
        if (const double value = valueAt(bucket, column); value > 0) {
            texts << tr("%1: %2").arg(bucketText(bucket), rateText(value));
        }
    }
    return texts.isEmpty() ? tr("No observations at the end") : texts.join(QStringLiteral("; "));
}

} // namespace foretop::app
