// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rowview.h"

#include "app/rowviewaccessible.h"

#include <QAccessible>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr int kScrollStep = 20;
constexpr auto kSelectRow = QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;

void installAccessible()
{
    static const bool isInstalled = [] {
        QAccessible::installFactory(&RowViewAccessible::create);
        return true;
    }();
    Q_UNUSED(isInstalled)
}

} // namespace

RowView::RowView(QWidget *parent)
    : QAbstractItemView(parent)
    , m_header(new QHeaderView(Qt::Horizontal, this))
{
    installAccessible();
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerItem);
    // A bar that comes and goes would change the width that text is wrapped to.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    m_header->setStretchLastSection(true);
    m_header->setHighlightSections(false);
    m_header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (const auto signal : {&QHeaderView::sectionResized, &QHeaderView::sectionMoved}) {
        connect(m_header, signal, this, [this] { scheduleDelayedItemsLayout(); });
    }
    connect(m_header, &QHeaderView::geometriesChanged, this, &RowView::updateGeometries);
}

RowView::~RowView()
{
    // The header goes after this part of the view and still tells of it.
    disconnect(m_header, nullptr, this, nullptr);
}

void RowView::setModel(QAbstractItemModel *model)
{
    QAbstractItemView::setModel(model);
    m_header->setModel(model);
    scheduleDelayedItemsLayout();
}

void RowView::setFollowing(bool following)
{
    takeFollowing(following);
    layOutRows();
}

void RowView::takeFollowing(bool following)
{
    if (std::exchange(m_following, following) != following) {
        Q_EMIT followingChanged(following);
    }
}

void RowView::settle() const
{
    // Geometry is asked of a const view, also while a change of the rows waits to be laid out.
    const_cast<RowView *>(this)->executeDelayedItemsLayout();
}

void RowView::goToRow(int row)
{
    settle();
    takeFollowing(false);
    setCurrentRow(row);
    const int top = m_window.topOf(row);
    if (top < 0 || top + m_window.heightOf(row) > viewport()->height()) {
        scrollTo(model()->index(row, 0), PositionAtCenter);
    }
}

void RowView::setCurrentRow(int row)
{
    selectionModel()->setCurrentIndex(model()->index(row, m_header->logicalIndex(0)), kSelectRow);
}

int RowView::rowCount() const
{
    return model() ? model()->rowCount(rootIndex()) : 0;
}

QRect RowView::cellRect(const QRect &row, int column) const
{
    return {m_header->sectionViewportPosition(column), row.top(), m_header->sectionSize(column),
            row.height()};
}

QRect RowView::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || isIndexHidden(index)) {
        return {};
    }
    settle();
    return cellRect({0, m_window.topOf(index.row()), 0, m_window.heightOf(index.row())},
                    index.column());
}

QModelIndex RowView::indexAt(const QPoint &point) const
{
    settle();
    const int row = m_window.rowAt(point.y());
    const int column = m_header->logicalIndexAt(point.x());
    return row < 0 || column < 0 ? QModelIndex() : model()->index(row, column);
}

void RowView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid()) {
        return;
    }
    settle();
    const int row = index.row();
    const int top = m_window.topOf(row);
    const bool below = top + m_window.heightOf(row) > viewport()->height();
    // As if the person had scrolled: the bar tells scrollContentsBy().
    if (hint == PositionAtCenter) {
        verticalScrollBar()->setValue(row - int(m_window.spans().size()) / 2);
    } else if (hint == PositionAtTop || (hint == EnsureVisible && top < 0)) {
        verticalScrollBar()->setValue(row);
    } else if (hint == PositionAtBottom || (hint == EnsureVisible && below)) {
        verticalScrollBar()->setValue(m_window.topForBottom(row));
    }
}

void RowView::scrollContentsBy(int dx, int dy)
{
    if (dx != 0) {
        m_header->setOffset(horizontalScrollBar()->value());
    }
    if (dy != 0 && !m_adjusting) {
        const int top = verticalScrollBar()->value();
        const bool atEnd = top >= m_window.lastTop();
        m_window.setTop(top, atEnd);
        takeFollowing(atEnd);
    }
    viewport()->update();
}

void RowView::placeTop(int row)
{
    m_window.setTop(row, m_following);
    updateScrollBars();
    viewport()->update();
}

void RowView::updateGeometries()
{
    const int headerHeight = m_header->sizeHint().height();
    setViewportMargins(0, headerHeight, 0, 0);
    const QRect area = viewport()->geometry();
    m_header->setGeometry(area.left(), area.top() - headerHeight, area.width(), headerHeight);
    layOutRows();
    QAbstractItemView::updateGeometries();
}

void RowView::resizeEvent(QResizeEvent *event)
{
    const int current = currentIndex().row();
    const int top = current < 0 ? -1 : m_window.topOf(current);
    const bool wasOnScreen =
        top >= 0 && top + m_window.heightOf(current) <= event->oldSize().height();
    QAbstractItemView::resizeEvent(event);
    // A pane that opens for a row must not hide it.
    if (wasOnScreen) {
        scrollTo(currentIndex());
    }
}

void RowView::layOutRows()
{
    prepareLayout(m_window, viewport()->height());
    m_window.layOut(rowCount(), viewport()->height(), m_following);
    updateScrollBars();
    viewport()->update();
}

void RowView::updateScrollBars()
{
    const QScopedValueRollback adjusting(m_adjusting, true);
    QScrollBar *vertical = verticalScrollBar();
    vertical->setPageStep(std::max(1, rowCount() - m_window.lastTop()));
    vertical->setRange(0, m_window.lastTop());
    vertical->setValue(m_window.top());
    QScrollBar *horizontal = horizontalScrollBar();
    horizontal->setPageStep(viewport()->width());
    horizontal->setSingleStep(kScrollStep);
    horizontal->setRange(0, std::max(0, m_header->length() - viewport()->width()));
}

void RowView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                          const QList<int> &roles)
{
    QAbstractItemView::dataChanged(topLeft, bottomRight, roles);
    scheduleDelayedItemsLayout();
}

void RowView::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QAbstractItemView::rowsInserted(parent, start, end);
    const bool appended = end + 1 == rowCount();
    if (!appended && start <= m_window.top()) {
        m_window.shiftTop(end - start + 1);
    }
    scheduleDelayedItemsLayout();
}

void RowView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    QAbstractItemView::rowsAboutToBeRemoved(parent, start, end);
    m_window.shiftTop(-std::clamp(m_window.top() - start, 0, end - start + 1));
    // The selection model would go on to a neighbour, as if the person had chosen it.
    const int current = currentIndex().row();
    if (current >= start && current <= end) {
        selectionModel()->setCurrentIndex({}, QItemSelectionModel::NoUpdate);
    }
    scheduleDelayedItemsLayout();
}

void RowView::reset()
{
    m_window.setTop(0, false);
    QAbstractItemView::reset();
    scheduleDelayedItemsLayout();
}

void RowView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    setAutoScroll(m_byPerson);
    QAbstractItemView::currentChanged(current, previous);
    setAutoScroll(true);
    if (!current.isValid() || current.row() == previous.row()) {
        return;
    }
    if (QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::Focus);
        event.setChild(current.row() * m_header->count() + current.column());
        QAccessible::updateAccessibility(&event);
    }
    Q_EMIT rowChosen(current);
}

QModelIndex RowView::moveCursor(CursorAction action, Qt::KeyboardModifiers)
{
    settle();
    const int last = rowCount() - 1;
    if (last < 0) {
        return {};
    }
    const bool none = !currentIndex().isValid();
    const int from = none ? (m_following ? last + 1 : m_window.top() - 1) : currentIndex().row();
    const int page = std::max(1, verticalScrollBar()->pageStep() - 1);
    int row = from;
    switch (action) {
    case MoveUp:
    case MovePrevious:
        row = from - 1;
        break;
    case MoveDown:
    case MoveNext:
        row = from + 1;
        break;
    case MovePageUp:
        row = from - page;
        break;
    case MovePageDown:
        row = from + page;
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = last;
        break;
    case MoveLeft:
        horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepSub);
        return currentIndex();
    case MoveRight:
        horizontalScrollBar()->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        return currentIndex();
    }
    return model()->index(std::clamp(row, 0, last), m_header->logicalIndex(0));
}

int RowView::horizontalOffset() const
{
    return m_header->offset();
}

int RowView::verticalOffset() const
{
    return -m_window.topOf(0);
}

bool RowView::isIndexHidden(const QModelIndex &index) const
{
    return m_header->isSectionHidden(index.column());
}

void RowView::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const int last = rowCount() - 1;
    if (last < 0) {
        return;
    }
    const auto nearest = [&](int y) {
        const int row = m_window.rowAt(y);
        return row >= 0 ? row : (y < m_window.topOf(0) ? 0 : last);
    };
    const QRect area = rect.normalized();
    const QItemSelection rows(model()->index(nearest(area.top()), 0),
                              model()->index(nearest(area.bottom()), m_header->count() - 1));
    selectionModel()->select(rows, command);
}

QRegion RowView::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection) {
        const int top = std::max(0, m_window.topOf(range.top()));
        const int bottom = std::min(viewport()->height(), m_window.topOf(range.bottom()) +
                                                              m_window.heightOf(range.bottom()));
        region += QRect(0, top, viewport()->width(), std::max(0, bottom - top));
    }
    return region;
}

void RowView::paintEvent(QPaintEvent *event)
{
    settle();
    QPainter painter(viewport());
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.state.setFlag(QStyle::State_Active, hasFocus());
    for (const RowWindow::Span &span : m_window.spans()) {
        option.rect = QRect(0, span.top, viewport()->width(), span.height);
        if (event->rect().intersects(option.rect)) {
            const QModelIndex index = model()->index(span.row, 0);
            option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
            paintRow(painter, option, index);
        }
    }
}

void RowView::keyPressEvent(QKeyEvent *event)
{
    const QScopedValueRollback byPerson(m_byPerson, true);
    QAbstractItemView::keyPressEvent(event);
    if (event->key() == Qt::Key_End && !event->modifiers().testFlag(Qt::ShiftModifier)) {
        setFollowing(true);
    }
}

void RowView::keyboardSearch(const QString &)
{
    // The base class would look through all rows for one that begins with what is typed.
}

} // namespace foretop::app
