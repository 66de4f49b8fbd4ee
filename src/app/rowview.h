// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/rowwindow.h"

#include <QAbstractItemView>

class QHeaderView;

namespace foretop::app {

/// A table that costs the same for a thousand rows and for ten million: it knows the rows on screen
/// and no others, where QTableView and QTreeView keep something for each row. Selects whole rows;
/// keeps what is read in place while rows come and go; can stick to the end. What a row looks like
/// and how tall it is, subclasses say.
class RowView : public QAbstractItemView
{
    Q_OBJECT

public:
    explicit RowView(QWidget *parent);
    ~RowView() override;

    QHeaderView *header() const { return m_header; }
    void setModel(QAbstractItemModel *model) override;

    /// Whether the last row stays at the bottom. Scrolling up ends it, scrolling to the end begins
    /// it.
    bool isFollowing() const { return m_following; }
    void setFollowing(bool following);

    /// Makes @p row current and shows it, in the middle when it was not on screen; ends following.
    void goToRow(int row);

    QRect visualRect(const QModelIndex &index) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    QModelIndex indexAt(const QPoint &point) const override;
    void keyboardSearch(const QString &search) override;
    void reset() override;

Q_SIGNALS:
    void followingChanged(bool following);
    /// The current row is another one, and not because the former went.
    void rowChosen(const QModelIndex &index);

protected:
    /// @p row.rect is the whole row, as wide as the viewport; Selected and Active are set.
    virtual void paintRow(QPainter &painter, const QStyleOptionViewItem &row,
                          const QModelIndex &index) = 0;
    /// Before rows are laid out in a viewport of this height: the place for setHeights().
    virtual void prepareLayout(RowWindow &window, int viewportHeight) = 0;

    int rowCount() const;
    const RowWindow &window() const { return m_window; }
    QRect cellRect(const QRect &row, int column) const;
    /// Scrolls without a word to followers, as for a change of the rows.
    void placeTop(int row);
    void setCurrentRow(int row);

    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    int horizontalOffset() const override;
    int verticalOffset() const override;
    bool isIndexHidden(const QModelIndex &index) const override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QRegion visualRegionForSelection(const QItemSelection &selection) const override;
    void updateGeometries() override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void settle() const;
    void layOutRows();
    void updateScrollBars();
    void takeFollowing(bool following);

    QHeaderView *m_header;
    RowWindow m_window;
    bool m_following = true;
    bool m_byPerson = false;  ///< the person moves the current row right now
    bool m_adjusting = false; ///< the scroll bars move because the rows did
};

} // namespace foretop::app
