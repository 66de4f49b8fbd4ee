// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/annotationmarks.h"
#include "app/crosshairlink.h"
#include "app/momenttext.h"
#include "app/timeview.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>

namespace foretop::app {

namespace {

constexpr double kLeastDrag = 6;
constexpr double kNearAnnotation = 6;
constexpr double kZoomStep = 1.25; ///< of one notch of the wheel, one press of a key
constexpr double kNotch = 120;     ///< QWheelEvent::angleDelta()
constexpr double kPanStep = 0.125; ///< of the window
constexpr double kPanLeap = 0.5;

} // namespace

void TimeView::update(const QRect &area)
{
    QWidget::update(area);
}

void TimeView::moveCrosshair()
{
    const auto moment = crosshair().moment();
    const double x = moment ? xAt(static_cast<double>(*moment)) : -1;
    for (const double at : {m_shownCrosshairX, x}) {
        update(QRectF(at - 2, 0, 5, height()).toAlignedRect());
    }
    m_shownCrosshairX = x;
}

void TimeView::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        PanelView::mousePressEvent(event);
        return;
    }
    setFocus(Qt::MouseFocusReason);
    if (plot().contains(event->position().toPoint())) {
        m_dragFromX = m_dragToX = event->position().x();
    }
}

void TimeView::mouseMoveEvent(QMouseEvent *event)
{
    const QRect area = plot();
    const double x = std::clamp<double>(event->position().x(), area.left(), area.right() + 1);
    m_pointer = event->position().toPoint();
    crosshair().setMoment(static_cast<qint64>(momentAt(x)));
    if (m_dragFromX) {
        m_dragToX = x;
        update();
    }
    showTip();
}

void TimeView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_dragFromX) {
        endDrag(m_dragToX);
    }
}

void TimeView::endDrag(double toX)
{
    const auto [from, to] = std::minmax(*m_dragFromX, toX);
    const double fromMs = momentAt(from);
    const double toMs = momentAt(to);
    const bool isDrag = to - from >= kLeastDrag;
    m_dragFromX.reset();
    update();
    if (isDrag) {
        crosshair().zoom().show(cursor(), static_cast<qint64>(fromMs), static_cast<qint64>(toMs),
                                ZoomHistory::Step::Choice);
    }
}

void TimeView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        m_dragFromX.reset();
        crosshair().zoom().back(cursor());
    }
}

void TimeView::wheelEvent(QWheelEvent *event)
{
    const QPoint delta = event->angleDelta();
    const bool isSideways = std::abs(delta.x()) > std::abs(delta.y());
    // Qt turns the wheel itself with Alt, but leaves Shift to us.
    if (isSideways || event->modifiers().testFlag(Qt::ShiftModifier)) {
        pan(-(isSideways ? delta.x() : delta.y()) / kNotch * kPanStep);
    } else if (delta.y() != 0) {
        zoom(std::pow(kZoomStep, -delta.y() / kNotch), event->position().x());
    }
    event->accept();
}

void TimeView::zoom(double factor, double x)
{
    const QRect area = plot();
    const double fixed = momentAt(std::clamp<double>(x, area.left(), area.right() + 1));
    const double from = fixed - (fixed - static_cast<double>(m_fromMs)) * factor;
    const double to = fixed + (static_cast<double>(m_toMs) - fixed) * factor;
    crosshair().zoom().show(cursor(), std::llround(from), std::llround(to),
                            ZoomHistory::Step::Drift);
}

void TimeView::pan(double share)
{
    const auto by = std::llround(static_cast<double>(m_toMs - m_fromMs) * share);
    crosshair().zoom().show(cursor(), m_fromMs + by, m_toMs + by, ZoomHistory::Step::Drift);
}

void TimeView::keyPressEvent(QKeyEvent *event)
{
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? kPanLeap : kPanStep;
    const double middle = plot().left() + plot().width() / 2.0;
    switch (event->key()) {
    case Qt::Key_Left:
        pan(-step);
        break;
    case Qt::Key_Right:
        pan(step);
        break;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(1 / kZoomStep, middle);
        break;
    case Qt::Key_Minus:
        zoom(kZoomStep, middle);
        break;
    case Qt::Key_Backspace:
        crosshair().zoom().back(cursor());
        break;
    case Qt::Key_Escape:
        if (!m_dragFromX) {
            PanelView::keyPressEvent(event);
            return;
        }
        m_dragFromX.reset();
        update();
        break;
    default:
        PanelView::keyPressEvent(event);
    }
}

void TimeView::leaveEvent(QEvent *event)
{
    PanelView::leaveEvent(event);
    m_pointer.reset();
    hideTip();
    crosshair().setMoment({});
}

void TimeView::hideEvent(QHideEvent *event)
{
    PanelView::hideEvent(event);
    hideTip();
}

bool TimeView::event(QEvent *event)
{
    // What a tooltip would say follows the pointer.
    return event->type() == QEvent::ToolTip || PanelView::event(event);
}

QStringList TimeView::notesAt(qint64 ms) const
{
    const double msPerPixel = static_cast<double>(m_toMs - m_fromMs) / std::max(1, plot().width());
    QStringList notes;
    for (const auto &annotation : m_annotations) {
        if (isNear(annotation, ms, static_cast<qint64>(kNearAnnotation * msPerPixel))) {
            notes << annotationText(annotation);
        }
    }
    return notes;
}

QString TimeView::textAt(const QPoint &at) const
{
    if (!plot().contains(at)) {
        return {};
    }
    const auto ms = static_cast<qint64>(momentAt(at.x()));
    TipContent tip = tipAt(ms, 1.0 - double(at.y() - plot().top()) / plot().height());
    tip.notes += notesAt(ms);
    return tip.text();
}

void TimeView::showTip()
{
    if (!m_pointer || !plot().contains(*m_pointer) || (!hasData() && m_annotations.isEmpty())) {
        hideTip();
        return;
    }
    if (!m_tip || m_tip->parentWidget() != window()) {
        delete m_tip;
        m_tip = new FloatingTip(window());
    }
    const auto ms = static_cast<qint64>(momentAt(m_pointer->x()));
    TipContent tip = tipAt(ms, 1.0 - double(m_pointer->y() - plot().top()) / plot().height());
    tip.notes += notesAt(ms);
    m_tip->showAt(mapTo(window(), *m_pointer), tip);
}

void TimeView::hideTip()
{
    if (m_tip) {
        m_tip->hide();
    }
}

} // namespace foretop::app
