// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chartview.h"

#include <QGraphicsLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace foretop::app {

namespace {

constexpr int kLeftMargin = 72;
constexpr int kRightMargin = 10;
constexpr int kTopMargin = 8;
constexpr int kPixelsPerTimeLabel = 66;
constexpr int kPixelsPerValueLabel = 40;
constexpr double kLeastDrag = 6;

bool isEmpty(const QVector<models::ChartSeries> &series)
{
    return std::none_of(series.begin(), series.end(),
                        [](const auto &one) { return !one.points.isEmpty(); });
}

} // namespace

ChartView::ChartView(Theme &theme, CrosshairLink &crosshair, QWidget *parent)
    : QChartView(parent)
    , m_theme(theme)
    , m_crosshair(crosshair)
    , m_xAxis(new QValueAxis(this))
    , m_yAxis(new QValueAxis(this))
    , m_pool(*chart(), *m_xAxis, *m_yAxis, theme)
{
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
    setMinimumSize(160, 90);
    setBackgroundBrush(Qt::NoBrush);
    viewport()->setAutoFillBackground(false);
    chart()->setBackgroundVisible(false);
    // A chart view takes its least size from its chart, whose own is large.
    chart()->setMinimumSize(1, 1);
    chart()->legend()->hide();
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->addAxis(m_xAxis, Qt::AlignBottom);
    chart()->addAxis(m_yAxis, Qt::AlignLeft);
    for (auto *axis : {m_xAxis, m_yAxis}) {
        axis->setLabelsVisible(false);
        axis->setLineVisible(false);
        axis->setGridLineVisible(false);
    }
    connect(&m_theme, &Theme::changed, this, &ChartView::restyle);
    connect(&m_crosshair, &CrosshairLink::moved, this, &ChartView::updateCrosshair);
    m_values = valueAxis(0, 0, m_unit, 4);
    restyle();
}

ChartView::~ChartView() = default;

void ChartView::setUnit(Unit unit)
{
    m_unit = unit;
    m_values = valueAxis(0, 0, unit, 4);
    updateValueAxis(m_series);
}

void ChartView::setStacked(bool stacked)
{
    m_stacked = stacked;
}

void ChartView::setPlaceholder(const QString &text)
{
    m_placeholder = text;
    viewport()->update();
}

QSize ChartView::sizeHint() const
{
    return {320, 120};
}

int ChartView::columns() const
{
    return m_columns;
}

qsizetype ChartView::pointCount() const
{
    return m_pool.pointCount();
}

void ChartView::setSeries(const QVector<models::ChartSeries> &series, qint64 fromMs, qint64 toMs)
{
    m_series = series;
    m_fromMs = fromMs;
    m_toMs = std::max(toMs, fromMs + 1);
    m_xAxis->setRange(static_cast<double>(m_fromMs), static_cast<double>(m_toMs));
    m_times = timeTicks(m_fromMs, m_toMs, std::max(2, m_columns / kPixelsPerTimeLabel));
    if (m_stacked) {
        drawStacked(series);
    } else {
        updateValueAxis(series);
        QVector<QVector<Segment>> lines;
        for (const auto &one : series) {
            lines << segments(one.points);
        }
        m_pool.drawLines(lines);
    }
    viewport()->update();
}

void ChartView::drawStacked(const QVector<models::ChartSeries> &series)
{
    const auto layers = stacked(series);
    models::ChartSeries top;
    for (const Layer &layer : layers) {
        for (const Segment &piece : layer.upper) {
            top.points += piece;
        }
    }
    updateValueAxis({top});
    m_pool.drawLayers(layers);
}

void ChartView::updateValueAxis(const QVector<models::ChartSeries> &series)
{
    double least = 0;
    double greatest = 0;
    for (const auto &one : series) {
        for (const QPointF &point : one.points) {
            if (std::isfinite(point.y())) {
                least = std::min(least, point.y());
                greatest = std::max(greatest, point.y());
            }
        }
    }
    const int wanted =
        std::clamp(static_cast<int>(chart()->plotArea().height()) / kPixelsPerValueLabel, 2, 6);
    const ValueAxis fresh = valueAxis(least, greatest, m_unit, wanted);
    // The axis grows at once but shrinks only by half, so that it does not breathe with the data.
    const bool grows = fresh.greatest > m_values.greatest || fresh.least < m_values.least;
    const bool halves = fresh.greatest - fresh.least <= (m_values.greatest - m_values.least) / 2;
    const bool finer = std::abs(m_values.ticks.size() - 1 - wanted) > 2;
    if (grows || halves || finer) {
        m_values = fresh;
    }
    m_yAxis->setRange(m_values.least, m_values.greatest);
}

void ChartView::restyle()
{
    m_pool.restyle();
    viewport()->update();
}

void ChartView::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    layOut();
}

void ChartView::layOut()
{
    const int bottom = fontMetrics().height() + 8;
    chart()->setPlotArea(QRectF(kLeftMargin, kTopMargin, width() - kLeftMargin - kRightMargin,
                                height() - kTopMargin - bottom));
    const int columns = std::max(1, width() - kLeftMargin - kRightMargin);
    m_times = timeTicks(m_fromMs, m_toMs, std::max(2, columns / kPixelsPerTimeLabel));
    if (!m_stacked) {
        updateValueAxis(m_series);
    }
    if (columns != m_columns) {
        m_columns = columns;
        Q_EMIT columnsChanged(columns);
    }
}

double ChartView::momentAt(double x) const
{
    const QRectF plot = chart()->plotArea();
    const double share = std::clamp((x - plot.left()) / plot.width(), 0.0, 1.0);
    return static_cast<double>(m_fromMs) + share * static_cast<double>(m_toMs - m_fromMs);
}

double ChartView::xAt(double ms) const
{
    const QRectF plot = chart()->plotArea();
    return plot.left() + (ms - static_cast<double>(m_fromMs)) /
                             static_cast<double>(m_toMs - m_fromMs) * plot.width();
}

double ChartView::yAt(double value) const
{
    const QRectF plot = chart()->plotArea();
    return plot.bottom() -
           (value - m_values.least) / (m_values.greatest - m_values.least) * plot.height();
}

// Qt Charts places its own grid and labels by the series there are, not by the plot area.
void ChartView::drawBackground(QPainter *painter, const QRectF &)
{
    const QRectF plot = chart()->plotArea();
    for (const Tick &tick : m_values.ticks) {
        if (isEmpty(m_series) && tick.at != 0) {
            continue;
        }
        painter->setPen(tick.at == 0 ? m_theme.cardBorder() : m_theme.gridLine());
        const double y = std::round(yAt(tick.at)) + 0.5;
        painter->drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
}

void ChartView::drawForeground(QPainter *painter, const QRectF &)
{
    painter->save();
    drawLabels(*painter);
    drawCrosshair(*painter);
    if (m_dragFromX) {
        const QRectF plot = chart()->plotArea();
        QColor fill = m_theme.tone(Tone::Active);
        painter->setPen(fill);
        fill.setAlphaF(0.18F);
        painter->setBrush(fill);
        painter->drawRect(
            QRectF(QPointF(*m_dragFromX, plot.top()), QPointF(m_dragToX, plot.bottom()))
                .normalized());
    }
    painter->restore();
}

void ChartView::drawLabels(QPainter &painter) const
{
    const QRectF plot = chart()->plotArea();
    const QFontMetrics metrics = fontMetrics();
    painter.setFont(font());
    painter.setPen(m_theme.tone(Tone::Muted));
    for (const Tick &tick : isEmpty(m_series) ? QVector<Tick>() : m_values.ticks) {
        const QRectF box(0, yAt(tick.at) - metrics.height() / 2.0, plot.left() - 8,
                         metrics.height());
        painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, tick.label);
    }
    for (const Tick &tick : m_times) {
        const double x = xAt(tick.at);
        const double half = metrics.horizontalAdvance(tick.label) / 2.0 + 2;
        const double middle = std::clamp(x, half, width() - half);
        painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 3));
        painter.drawText(QRectF(middle - half, plot.bottom() + 5, 2 * half, metrics.height()),
                         Qt::AlignCenter, tick.label);
    }
    if (isEmpty(m_series)) {
        painter.drawText(plot, Qt::AlignCenter | Qt::TextWordWrap, m_placeholder);
    }
}

void ChartView::drawCrosshair(QPainter &painter) const
{
    const auto moment = m_crosshair.moment();
    const QRectF plot = chart()->plotArea();
    if (!moment || *moment < m_fromMs || *moment > m_toMs) {
        return;
    }
    const double x = xAt(static_cast<double>(*moment));
    painter.setPen(QPen(m_theme.tone(Tone::Muted), 1, Qt::DashLine));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
}

void ChartView::updateCrosshair()
{
    const auto moment = m_crosshair.moment();
    const double x = moment ? xAt(static_cast<double>(*moment)) : -1;
    for (const double at : {m_shownCrosshairX, x}) {
        viewport()->update(QRectF(at - 2, 0, 5, height()).toAlignedRect());
    }
    m_shownCrosshairX = x;
}

void ChartView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && chart()->plotArea().contains(event->position())) {
        m_dragFromX = m_dragToX = event->position().x();
    }
}

void ChartView::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF plot = chart()->plotArea();
    const double x = std::clamp(event->position().x(), plot.left(), plot.right());
    m_crosshair.setMoment(static_cast<qint64>(momentAt(x)));
    if (m_dragFromX) {
        m_dragToX = x;
        viewport()->update();
    }
}

void ChartView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_dragFromX) {
        return;
    }
    const double from = std::min(*m_dragFromX, m_dragToX);
    const double to = std::max(*m_dragFromX, m_dragToX);
    m_dragFromX.reset();
    viewport()->update();
    if (to - from >= kLeastDrag) {
        Q_EMIT windowSelected(static_cast<qint64>(momentAt(from)),
                              static_cast<qint64>(momentAt(to)));
    }
}

void ChartView::mouseDoubleClickEvent(QMouseEvent *)
{
    m_dragFromX.reset();
    Q_EMIT liveRequested();
}

void ChartView::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    m_crosshair.setMoment({});
}

} // namespace foretop::app
