// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timeview.h"

#include "app/annotationmarks.h"
#include "app/crosshairlink.h"
#include "app/momenttext.h"

#include <QElapsedTimer>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace foretop::app {

namespace {

constexpr int kLeastLeft = 36;
constexpr int kRight = 8;
constexpr int kTop = 10;
constexpr int kMarkGap = 8;
/// The plot's left side moves in such steps, so that panels below each other mostly line up.
constexpr int kLeftStep = 12;
constexpr int kPixelsPerTime = 60;

} // namespace

TimeView::TimeView(const PageContext &context, CrosshairLink &crosshair, QWidget *parent)
    : PanelView(context, crosshair, parent)
    , m_left(kLeastLeft)
{
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    connect(&crosshair, &CrosshairLink::moved, this, &TimeView::moveCrosshair);
}

TimeView::~TimeView()
{
    delete m_tip;
}

void TimeView::setSpec(const models::PanelSpec &spec)
{
    m_left = kLeastLeft;
    PanelView::setSpec(spec);
    drawAnew();
}

void TimeView::setAnswer(Answer answer)
{
    PanelView::setAnswer(std::move(answer));
    drawAnew();
    if (m_pointer) {
        showTip();
    }
}

void TimeView::setWindow(qint64 fromMs, qint64 toMs)
{
    if (fromMs == m_fromMs && toMs == m_toMs) {
        return;
    }
    m_fromMs = fromMs;
    m_toMs = std::max(toMs, fromMs + 1);
    renewTimes();
    update();
}

void TimeView::setAnnotations(const QVector<models::Annotation> &annotations)
{
    if (annotations != m_annotations) {
        m_annotations = annotations;
        update();
    }
}

void TimeView::restyle()
{
    PanelView::restyle();
    drawAnew();
}

void TimeView::choiceChanged()
{
    drawAnew();
}

void TimeView::placeholderChanged()
{
    if (!hasData()) {
        drawAnew();
    }
}

void TimeView::drawAnew()
{
    m_isStale = true;
    update();
}

QSize TimeView::sizeHint() const
{
    return {320, 160};
}

QSize TimeView::minimumSizeHint() const
{
    return {120, 70};
}

int TimeView::columns() const
{
    return m_columns;
}

QRect TimeView::plot() const
{
    const int bottom = fontMetrics().height() + 8;
    return {m_left, topMargin(), std::max(1, width() - m_left - kRight),
            std::max(1, height() - topMargin() - bottom)};
}

double TimeView::xAt(double ms) const
{
    const QRect area = plot();
    return area.left() + (ms - static_cast<double>(m_fromMs)) /
                             static_cast<double>(m_toMs - m_fromMs) * area.width();
}

double TimeView::momentAt(double x) const
{
    const QRect area = plot();
    return static_cast<double>(m_fromMs) +
           (x - area.left()) / area.width() * static_cast<double>(m_toMs - m_fromMs);
}

void TimeView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void TimeView::renewTimes()
{
    const bool isAsked = m_toMs > models::PanelAnswer().toMs; // else no range is known yet
    m_times = isAsked ? timeTicks(m_fromMs, m_toMs, std::max(2, plot().width() / kPixelsPerTime))
                      : QVector<Tick>();
}

void TimeView::layOut()
{
    renewTimes();
    drawAnew();
    if (const int columns = plot().width(); columns != m_columns) {
        m_columns = columns;
        Q_EMIT columnsChanged(columns);
    }
}

void TimeView::draw()
{
    m_marks = prepare(plot().height());
    int widest = 0;
    for (const Mark &mark : m_marks) {
        widest = std::max(widest, fontMetrics().horizontalAdvance(mark.text));
    }
    const int left = (widest + kMarkGap + 2 + kLeftStep - 1) / kLeftStep * kLeftStep;
    if (left > m_left) {
        m_left = left;
        // The columns are told of once this picture is drawn.
        QMetaObject::invokeMethod(this, &TimeView::layOut, Qt::QueuedConnection);
    }
    const qreal ratio = devicePixelRatioF();
    m_frame = QPixmap(size() * ratio);
    m_frame.setDevicePixelRatio(ratio);
    m_frame.fill(theme().cardBackground());
    QPainter frame(&m_frame);
    frame.setFont(font());
    paintFrame(frame);
    const QRect area = plot();
    m_data = QPixmap(area.size() * ratio);
    m_data.setDevicePixelRatio(ratio);
    m_data.fill(Qt::transparent);
    if (hasData()) {
        QPainter painter(&m_data);
        painter.setFont(font());
        paintData(painter, QRectF({}, QSizeF(area.size())), Medium::Screen);
    }
    m_drawnFromMs = answer().fromMs;
    m_drawnToMs = std::max(answer().toMs, answer().fromMs + 1);
    m_isStale = false;
    ++m_drawings;
}

void TimeView::ensureDrawn()
{
    const bool isUsable = m_frame.size() == size() * devicePixelRatioF();
    if ((m_isStale || !isUsable) && (!isUsable || crosshair().budget().admits(this))) {
        QElapsedTimer timer;
        timer.start();
        draw();
        crosshair().budget().spend(std::chrono::nanoseconds(timer.nsecsElapsed()));
    }
}

void TimeView::paintBackground(QPainter &, const QRectF &) const {}

int TimeView::topMargin() const
{
    return kTop;
}

void TimeView::paintBeside(QPainter &) const {}

void TimeView::paintFrame(QPainter &painter) const
{
    const QRect area = plot();
    paintBackground(painter, area);
    const QFontMetrics metrics = fontMetrics();
    for (const Mark &mark : m_marks) {
        if (!hasData() && !mark.isZero) {
            continue;
        }
        const double y = area.bottom() + 1 - mark.at * area.height();
        if (mark.isLine) {
            painter.setPen(mark.isZero ? theme().cardBorder() : theme().gridLine());
            const double sharp = std::round(y) - 0.5;
            painter.drawLine(QPointF(area.left(), sharp), QPointF(area.right(), sharp));
        }
        if (hasData()) {
            painter.setPen(theme().tone(Tone::Muted));
            painter.drawText(
                QRectF(0, y - metrics.height() / 2.0, area.left() - kMarkGap, metrics.height()),
                Qt::AlignRight | Qt::AlignVCenter, mark.text);
        }
    }
    if (hasData()) {
        paintBeside(painter);
    } else {
        paintPlaceholder(painter, area);
    }
}

void TimeView::paintTimes(QPainter &painter) const
{
    const QRect area = plot();
    const int height = fontMetrics().height();
    painter.setPen(theme().tone(Tone::Muted));
    for (const Tick &tick : m_times) {
        const double x = xAt(tick.at);
        const double half = fontMetrics().horizontalAdvance(tick.label) / 2.0 + 2;
        const double middle = std::clamp(x, half, std::max(half, width() - half));
        painter.drawLine(QPointF(x, area.bottom() + 1), QPointF(x, area.bottom() + 4));
        painter.drawText(QRectF(middle - half, area.bottom() + 6, 2 * half, height),
                         Qt::AlignCenter, tick.label);
    }
}

void TimeView::paintDrawn(QPainter &painter) const
{
    const QRect area = plot();
    if (m_drawnFromMs == m_fromMs && m_drawnToMs == m_toMs) {
        painter.drawPixmap(area.topLeft(), m_data);
        return;
    }
    // Only what is seen: stretched by all of a deep zoom it would be wider than a painter can
    // count.
    const double left = xAt(static_cast<double>(m_drawnFromMs));
    const double right = xAt(static_cast<double>(m_drawnToMs));
    const double seenLeft = std::max<double>(left, area.left());
    const double seenRight = std::min<double>(right, area.right() + 1);
    if (seenLeft >= seenRight) {
        return;
    }
    const double perPixel = m_data.width() / (right - left);
    painter.drawPixmap(QRectF(seenLeft, area.top(), seenRight - seenLeft, area.height()), m_data,
                       QRectF((seenLeft - left) * perPixel, 0, (seenRight - seenLeft) * perPixel,
                              m_data.height()));
}

void TimeView::paintEvent(QPaintEvent *)
{
    ensureDrawn();
    QPainter painter(this);
    painter.setFont(font());
    painter.drawPixmap(0, 0, m_frame);
    paintDrawn(painter);
    paintTimes(painter);
    paintAnnotations(painter);
    paintCrosshair(painter);
    paintSelection(painter);
}

void TimeView::paintPicture(QPainter &painter)
{
    if (m_isStale) {
        draw();
    }
    const qint64 fromMs = m_fromMs;
    const qint64 toMs = m_toMs;
    if (hasData()) {
        setWindow(m_drawnFromMs, m_drawnToMs);
    }
    painter.setFont(font());
    paintFrame(painter);
    if (hasData()) {
        painter.save();
        painter.setClipRect(plot());
        paintData(painter, plot(), Medium::Vector);
        painter.restore();
    }
    paintTimes(painter);
    paintAnnotations(painter);
    setWindow(fromMs, toMs);
}

void TimeView::paintAnnotations(QPainter &painter) const
{
    for (const auto &annotation : m_annotations) {
        paintAnnotation(painter, annotation, plot(), theme(),
                        [this](qint64 ms) { return xAt(static_cast<double>(ms)); });
    }
}

void TimeView::paintCrosshair(QPainter &painter) const
{
    const auto moment = crosshair().moment();
    if (!moment || *moment < m_fromMs || *moment > m_toMs) {
        return;
    }
    const double x = std::round(xAt(static_cast<double>(*moment))) + 0.5;
    painter.setPen(QPen(theme().tone(Tone::Muted), 1, Qt::DashLine));
    painter.drawLine(QPointF(x, plot().top()), QPointF(x, plot().bottom()));
}

void TimeView::paintSelection(QPainter &painter) const
{
    if (!m_dragFromX) {
        return;
    }
    QColor fill = theme().tone(Tone::Active);
    painter.setPen(fill);
    fill.setAlphaF(0.18F);
    painter.setBrush(fill);
    painter.drawRect(
        QRectF(QPointF(*m_dragFromX, plot().top()), QPointF(m_dragToX, plot().bottom()))
            .normalized());
}

} // namespace foretop::app
