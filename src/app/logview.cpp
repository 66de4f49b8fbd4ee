// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/logview.h"

#include "app/loglinedelegate.h"
#include "base/partitionpoint.h"
#include "models/logmodel.h"

#include <QApplication>
#include <QHeaderView>
#include <QLocale>
#include <QToolButton>
#include <QWheelEvent>

#include <algorithm>

namespace foretop::app {

namespace {

using models::LogModel;

constexpr int kMaxWrappedLines = 60;
constexpr int kPillMargin = 12;

} // namespace

LogView::LogView(const Theme &theme, QWidget *parent)
    : RowView(parent)
    , m_lines(new LogLineDelegate(theme, this))
{
    setItemDelegate(m_lines);
    addPill();
    connect(this, &RowView::followingChanged, this, &LogView::noteLastSeen);
}

LogView::~LogView() = default;

void LogView::addPill()
{
    m_pill = new QToolButton(this);
    m_pill->setObjectName(QStringLiteral("newRecordsPill"));
    m_pill->setToolTip(tr("Go to the newest records and follow them (End)"));
    m_pill->hide();
    colourPill();
    connect(m_pill, &QAbstractButton::clicked, this, [this] {
        setFollowing(true);
        setFocus();
    });
}

void LogView::colourPill()
{
    QPalette colours = palette();
    colours.setColor(QPalette::Button, colours.color(QPalette::Active, QPalette::Highlight));
    colours.setColor(QPalette::ButtonText,
                     colours.color(QPalette::Active, QPalette::HighlightedText));
    m_pill->setPalette(colours);
}

void LogView::setModel(QAbstractItemModel *model)
{
    m_place.reset();
    RowView::setModel(model);
}

void LogView::setMarked(const logs::Query &query, const QVector<HighlightRule> &rules)
{
    m_lines->marks().setQuery(query);
    m_lines->marks().setRules(rules);
    m_lines->takeColours(palette().color(QPalette::Active, QPalette::Base));
    viewport()->update();
}

void LogView::setWrap(bool wraps)
{
    m_wraps = wraps;
    updateGeometries();
}

void LogView::keepPlace()
{
    if (const int current = currentIndex().row(); current >= 0) {
        m_place = Place{recordAt(current), true};
    } else if (!m_place && !isFollowing() && rowCount() > 0) {
        m_place = Place{recordAt(std::min(window().top(), rowCount() - 1)), false};
    }
}

void LogView::settlePlace()
{
    executeDelayedItemsLayout();
    if (m_place && !isFollowing()) {
        placeTop(window().lastTop()); // what is left is all older
    }
    m_place.reset();
}

void LogView::restorePlace()
{
    const int rows = rowCount();
    if (!m_place || rows == 0 || recordAt(rows - 1) < m_place->record) {
        return;
    }
    const Place place = *std::exchange(m_place, std::nullopt);
    const int row = firstRowFrom(place.record);
    if (place.current && recordAt(row) == place.record && !currentIndex().isValid()) {
        setCurrentRow(row);
    }
    if (!isFollowing()) {
        placeTop(place.current ? row - int(window().spans().size()) / 2 : row);
    }
}

quint64 LogView::recordAt(int row) const
{
    return model()->index(row, 0).data(LogModel::RecordNumberRole).toULongLong();
}

bool LogView::isRead() const
{
    return std::ranges::none_of(window().spans(), [this](const RowWindow::Span &span) {
        return model()->index(span.row, 0).data(LogModel::PendingRole).toBool();
    });
}

int LogView::firstRowFrom(quint64 record) const
{
    return partitionPoint(rowCount(), [&](int row) { return recordAt(row) < record; });
}

void LogView::noteLastSeen()
{
    const int rows = rowCount();
    m_lastSeen = rows > 0 ? std::optional(recordAt(rows - 1)) : std::nullopt;
    countNewRecords();
}

void LogView::countNewRecords()
{
    const int seen = m_lastSeen ? firstRowFrom(*m_lastSeen + 1) : 0;
    const int count = isFollowing() ? 0 : rowCount() - seen;
    if (std::exchange(m_newRecords, count) == count) {
        return;
    }
    m_pill->setText(QStringLiteral("\u2193 ") + tr("%1 new").arg(QLocale().toString(count)));
    m_pill->setAccessibleName(tr("%1 new records: go to the end").arg(count));
    m_pill->setVisible(count > 0);
    placePill();
}

void LogView::placePill()
{
    m_pill->adjustSize();
    const QRect area = viewport()->geometry();
    m_pill->move(area.center().x() - m_pill->width() / 2,
                 area.bottom() - m_pill->height() - kPillMargin);
}

void LogView::doItemsLayout()
{
    RowView::doItemsLayout();
    restorePlace();
    countNewRecords();
}

void LogView::reset()
{
    m_place.reset();
    m_lastSeen.reset();
    RowView::reset();
}

void LogView::prepareLayout(RowWindow &window, int viewportHeight)
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    m_lines->setWrap(false, 1);
    const int lineHeight = m_lines->sizeHint(option, {}).height();
    if (!m_wraps) {
        window.setHeights(lineHeight);
        return;
    }
    // A record is never taller than the view, so that all that is painted of it can be seen.
    m_lines->setWrap(
        true, std::min(kMaxWrappedLines, viewportHeight / option.fontMetrics.lineSpacing() - 1));
    window.setHeights(lineHeight, [this](int row) { return messageHeight(row); });
}

int LogView::messageHeight(int row) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    option.rect.setWidth(header()->sectionSize(LogModel::MessageColumn));
    return m_lines->sizeHint(option, model()->index(row, LogModel::MessageColumn)).height();
}

void LogView::paintRow(QPainter &painter, const QStyleOptionViewItem &row, const QModelIndex &index)
{
    if (LogLineDelegate::isGap(index)) {
        m_lines->paintGap(&painter, row, index);
        return;
    }
    m_lines->paintRow(&painter, row, index);
    QStyleOptionViewItem cell = row;
    for (int column = 0; column < header()->count(); ++column) {
        if (!header()->isSectionHidden(column)) {
            cell.rect = cellRect(row.rect, column);
            if (header()->visualIndex(column) == 0) {
                cell.rect.setLeft(cell.rect.left() + LogLineDelegate::kGutter);
            }
            m_lines->paint(&painter, cell, index.siblingAtColumn(column));
        }
    }
}

void LogView::resizeEvent(QResizeEvent *event)
{
    RowView::resizeEvent(event);
    placePill();
}

void LogView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        Q_EMIT zoomRequested(event->angleDelta().y() > 0 ? 1 : -1);
        event->accept();
        return;
    }
    RowView::wheelEvent(event);
}

void LogView::changeEvent(QEvent *event)
{
    RowView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        colourPill();
        m_lines->takeColours(palette().color(QPalette::Active, QPalette::Base));
    }
    if (event->type() == QEvent::FontChange) {
        header()->setFont(QApplication::font(header()));
        m_pill->setFont(QApplication::font(m_pill));
        updateGeometries();
    }
}

} // namespace foretop::app
