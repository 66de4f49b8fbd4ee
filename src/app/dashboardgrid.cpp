// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboardgrid.h"

#include "app/card.h"
#include "app/panelgrip.h"
#include "app/panelplacement.h"
#include "models/panelspec.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace foretop::app {

namespace {

constexpr int kColumns = models::PanelSpec::kGridColumns;
// Panels so near to the screen are there before they are scrolled to.
constexpr int kNear = 160;
constexpr int kPitch = DashboardGrid::kRowHeight + DashboardGrid::kGap;

int foldFor(int width)
{
    return width >= DashboardGrid::kFoldWidth ? 1 : width >= DashboardGrid::kFoldTwiceWidth ? 2 : 4;
}

} // namespace

DashboardGrid::DashboardGrid(MakePanel make, QWidget *parent)
    : QWidget(parent)
    , m_maker(std::move(make))
{
    m_make.setInterval(0);
    connect(&m_make, &QTimer::timeout, this, &DashboardGrid::makeNext);
    addKeys();
}

void DashboardGrid::addKeys()
{
    struct Key
    {
        Qt::Key key;
        QPoint direction;
        QString move;
        QString resize;
    };
    const Key keys[] = {
        {Qt::Key_Left, {-1, 0}, tr("Move the panel left"), tr("Make the panel narrower")},
        {Qt::Key_Right, {1, 0}, tr("Move the panel right"), tr("Make the panel wider")},
        {Qt::Key_Up, {0, -1}, tr("Move the panel up"), tr("Make the panel lower")},
        {Qt::Key_Down, {0, 1}, tr("Move the panel down"), tr("Make the panel higher")}};
    for (const Key &each : keys) {
        for (const bool resizes : {false, true}) {
            auto *action = new QAction(resizes ? each.resize : each.move, this);
            action->setShortcut(resizes ? QKeySequence(Qt::ALT | Qt::SHIFT | each.key)
                                        : QKeySequence(Qt::ALT | each.key));
            action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
            action->setToolTip(tr("%1 (%2)").arg(
                action->text(), action->shortcut().toString(QKeySequence::NativeText)));
            action->setEnabled(false);
            connect(action, &QAction::triggered, this,
                    [this, way = each.direction, resizes] { step(way, resizes); });
            addAction(action);
        }
    }
}

int DashboardGrid::indexOf(int id) const
{
    const auto found = std::find_if(m_panels.begin(), m_panels.end(),
                                    [id](const GridPanel &panel) { return panel.id == id; });
    return found == m_panels.end() ? -1 : static_cast<int>(found - m_panels.begin());
}

QVector<QRect> DashboardGrid::places() const
{
    QVector<QRect> places;
    for (const GridPanel &panel : m_panels) {
        places << panel.place;
    }
    return places;
}

void DashboardGrid::setPanels(const QVector<GridPanel> &panels)
{
    endDrag(false);
    m_panels = panels;
    for (auto it = m_widgets.begin(); it != m_widgets.end();) {
        if (indexOf(it.key()) < 0) {
            // It may be in the middle of telling that it is to be removed.
            it->widget->hide();
            it->widget->deleteLater();
            it = m_widgets.erase(it);
        } else {
            ++it;
        }
    }
    if (m_maximized && indexOf(*m_maximized) < 0) {
        m_maximized.reset();
    }
    arrange();
}

QRect DashboardGrid::rectOf(int id) const
{
    const int at = indexOf(id);
    return at < 0 ? QRect() : m_rects[at];
}

std::optional<int> DashboardGrid::focusedPanel() const
{
    const QWidget *focus = focusWidget();
    if (!focus || !focus->hasFocus()) {
        return std::nullopt;
    }
    for (auto it = m_widgets.cbegin(); it != m_widgets.cend(); ++it) {
        if (it->widget == focus || it->widget->isAncestorOf(focus)) {
            return it.key();
        }
    }
    return std::nullopt;
}

void DashboardGrid::adopt(int id, const GridWidget &made)
{
    made.widget->setParent(this);
    if (made.handle) {
        made.handle->installEventFilter(this);
    }
    auto *grip = new PanelGrip(made.widget);
    grip->installEventFilter(this);
    m_widgets.insert(id, made);
    takeEditable(made);
}

void DashboardGrid::takeEditable(const GridWidget &made) const
{
    const bool isMovable = m_isEditable && !isFolded() && !m_maximized;
    auto *grip = made.widget->findChild<PanelGrip *>(QString(), Qt::FindDirectChildrenOnly);
    grip->setVisible(isMovable);
    if (made.handle && isMovable) {
        made.handle->setCursor(Qt::SizeAllCursor);
    } else if (made.handle) {
        made.handle->unsetCursor();
    }
}

void DashboardGrid::setEditable(bool editable)
{
    endDrag(false);
    m_isEditable = editable;
    const auto keys = actions();
    for (QAction *key : keys) {
        key->setEnabled(editable);
    }
    arrange();
}

void DashboardGrid::setVisibleArea(const QRect &area)
{
    if (area != m_area) {
        m_area = area;
        arrange();
    }
}

void DashboardGrid::setMaximized(std::optional<int> id)
{
    endDrag(false);
    m_maximized = id && indexOf(*id) >= 0 ? id : std::nullopt;
    arrange();
}

bool DashboardGrid::isNear(const QRect &rect) const
{
    return rect.intersects(m_area.adjusted(0, -kNear, 0, kNear));
}

QRect DashboardGrid::pixels(const QRect &place) const
{
    const double columnPitch = double(width() + kGap) / kColumns;
    const auto left = static_cast<int>(std::lround(place.x() * columnPitch));
    const auto right = static_cast<int>(std::lround((place.x() + place.width()) * columnPitch));
    return {left, place.y() * kPitch, right - left - kGap, place.height() * kPitch - kGap};
}

QSize DashboardGrid::cellsFor(const QSize &size) const
{
    const double columnPitch = double(width() + kGap) / kColumns;
    return {static_cast<int>(std::lround((size.width() + kGap) / columnPitch)),
            static_cast<int>(std::lround(double(size.height() + kGap) / kPitch))};
}

void DashboardGrid::arrange()
{
    m_fold = foldFor(width());
    const bool drags = m_drag && m_drag->isUnderWay;
    QVector<QRect> shown = drags ? m_drag->places : places();
    if (isFolded()) {
        shown = foldedPlaces(shown, m_fold);
    }
    m_rects.clear();
    for (const QRect &place : shown) {
        m_rects << pixels(place);
    }
    const int rows = rowsOf(shown);
    setMinimumHeight(m_maximized || rows == 0 ? 0 : rows * kPitch - kGap);
    bool isMissing = false;
    for (int at = 0; at < m_panels.size(); ++at) {
        const int id = m_panels[at].id;
        const GridWidget made = m_widgets.value(id);
        const bool isDragged = drags && at == m_drag->at;
        const bool isShown = m_maximized ? m_maximized == id : isDragged || isNear(m_rects[at]);
        isMissing |= isShown && !made.widget;
        if (!made.widget) {
            continue;
        }
        if (!isDragged) {
            made.widget->setGeometry(m_maximized == id ? m_area : m_rects[at]);
        }
        takeEditable(made);
        made.widget->setVisible(isShown);
    }
    isMissing ? m_make.start() : m_make.stop();
    update();
}

void DashboardGrid::makeNext()
{
    for (int at = 0; at < m_panels.size(); ++at) {
        const int id = m_panels[at].id;
        const bool isShown = m_maximized ? m_maximized == id : isNear(m_rects[at]);
        if (isShown && !widget(id)) {
            adopt(id, m_maker(id));
            break;
        }
    }
    arrange();
}

void DashboardGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) {
        endDrag(false);
    }
    arrange();
}

void DashboardGrid::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool drags = m_drag && m_drag->isUnderWay;
    for (int at = 0; at < m_panels.size() && !m_maximized; ++at) {
        if (!widget(m_panels[at].id) && isNear(m_rects[at])) {
            Card::paint(painter, m_rects[at], palette().color(QPalette::Base),
                        palette().color(QPalette::Mid));
        }
    }
    if (drags) {
        QColor fill = palette().color(QPalette::Highlight);
        fill.setAlphaF(0.2F);
        Card::paint(painter, m_rects[m_drag->at], fill, palette().color(QPalette::Highlight));
    }
}

bool DashboardGrid::eventFilter(QObject *watched, QEvent *event)
{
    const auto type = event->type();
    const bool isMouse = type == QEvent::MouseButtonPress || type == QEvent::MouseMove ||
                         type == QEvent::MouseButtonRelease;
    if (!isMouse || !m_isEditable || isFolded() || m_maximized) {
        return QWidget::eventFilter(watched, event);
    }
    auto *mouse = static_cast<QMouseEvent *>(event);
    const QPoint pointer = mapFromGlobal(mouse->globalPosition().toPoint());
    if (type == QEvent::MouseButtonPress && mouse->button() == Qt::LeftButton) {
        for (int at = 0; at < m_panels.size(); ++at) {
            const GridWidget made = m_widgets.value(m_panels[at].id);
            const bool isGrip = qobject_cast<PanelGrip *>(watched) != nullptr;
            if (made.widget &&
                (isGrip ? watched->parent() == made.widget : watched == made.handle)) {
                beginDrag(at, isGrip, pointer);
                return true;
            }
        }
    }
    if (m_drag && type == QEvent::MouseMove) {
        dragTo(pointer);
        return true;
    }
    if (m_drag && type == QEvent::MouseButtonRelease && mouse->button() == Qt::LeftButton) {
        endDrag(true);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void DashboardGrid::beginDrag(int at, bool resizes, QPoint pointer)
{
    endDrag(false);
    m_drag = Drag{.at = at,
                  .resizes = resizes,
                  .isUnderWay = false,
                  .from = pointer,
                  .start = m_rects[at],
                  .places = places()};
    widget(m_panels[at].id)->setFocus(Qt::MouseFocusReason);
}

void DashboardGrid::dragTo(QPoint pointer)
{
    const QPoint by = pointer - m_drag->from;
    if (!m_drag->isUnderWay && by.manhattanLength() < QApplication::startDragDistance()) {
        return;
    }
    if (!m_drag->isUnderWay) {
        m_drag->isUnderWay = true;
        grabKeyboard();
    }
    QWidget *dragged = widget(m_panels[m_drag->at].id);
    const QRect &place = m_panels[m_drag->at].place;
    QRect rect = m_drag->start;
    if (m_drag->resizes) {
        const QSize least = pixels({{0, 0}, kLeastPanelSize}).size();
        rect.setSize((rect.size() + QSize(by.x(), by.y())).expandedTo(least));
        m_drag->places = placesAfterResize(places(), m_drag->at, cellsFor(rect.size()));
    } else {
        rect.translate(by);
        const double columnPitch = double(width() + kGap) / kColumns;
        const QPoint to(static_cast<int>(std::lround(rect.x() / columnPitch)),
                        static_cast<int>(std::lround(double(rect.y()) / kPitch)));
        m_drag->places = placesAfterMove(places(), m_drag->at, {to, place.size()});
    }
    dragged->raise();
    dragged->setGeometry(rect);
    arrange();
    Q_EMIT revealRequested({pointer - QPoint(kNear, kNear) / 4, QSize(kNear, kNear) / 2});
}

void DashboardGrid::endDrag(bool lands)
{
    if (!m_drag) {
        return;
    }
    const Drag drag = *std::exchange(m_drag, std::nullopt);
    if (drag.isUnderWay) {
        releaseKeyboard();
        if (lands) {
            change(drag.places, drag.at);
        }
        arrange();
    }
}

void DashboardGrid::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_drag) {
        endDrag(false);
        return;
    }
    QWidget::keyPressEvent(event);
}

void DashboardGrid::change(const QVector<QRect> &places, int at)
{
    QVector<GridPanel> changed = m_panels;
    for (int i = 0; i < changed.size(); ++i) {
        changed[i].place = places[i];
    }
    if (changed == m_panels) {
        return;
    }
    m_panels = changed;
    arrange();
    Q_EMIT placesChanged(changed);
    Q_EMIT revealRequested(m_rects[at]);
}

void DashboardGrid::step(QPoint direction, bool resizes)
{
    const auto focused = focusedPanel();
    if (!focused || !m_isEditable || isFolded() || m_maximized || m_drag) {
        return;
    }
    const int at = indexOf(*focused);
    const QRect place = m_panels[at].place;
    if (resizes) {
        change(placesAfterResize(places(), at, place.size() + QSize(direction.x(), direction.y())),
               at);
        return;
    }
    // A step that changes nothing, since the panel rises again, goes on until it does.
    for (int rows = 1; rows <= kMostPanelRows; ++rows) {
        const QVector<QRect> moved =
            placesAfterMove(places(), at, place.translated(direction * rows));
        if (moved != places()) {
            change(moved, at);
            return;
        }
        if (direction.y() == 0) {
            return;
        }
    }
}

} // namespace foretop::app
