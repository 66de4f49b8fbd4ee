// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/rowview.h"

#ifndef Q_MOC_RUN // moc 6.4 cannot read <compare>
#include "logs/query.h"
#endif

#include <optional>

class QToolButton;

namespace foretop::app {

class LogLineDelegate;
class Theme;
struct HighlightRule;

/// The records of a LogModel, a row each, on one line or wrapped. While the end is not followed, a
/// pill says how many records came and leads to them.
class LogView : public RowView
{
    Q_OBJECT

public:
    LogView(const Theme &theme, QWidget *parent);
    ~LogView() override;

    LogLineDelegate *lines() const { return m_lines; }
    void setModel(QAbstractItemModel *model) override;

    void setWrap(bool wraps);
    /// What is marked in the texts: what @p query looks for, and by @p rules.
    void setMarked(const logs::Query &query, const QVector<HighlightRule> &rules);
    /// Whether all records on screen are read; asks for those that are not.
    bool isRead() const;
    /// Records that came to the end since it is not followed.
    int newRecords() const { return m_newRecords; }
    /// The filter is about to change: when rows come again, the record that was current, or else
    /// topmost, is shown (or its next neighbour when it is gone).
    void keepPlace();
    /// All rows that the filter lets through have come.
    void settlePlace();

    void doItemsLayout() override;
    void reset() override;

Q_SIGNALS:
    /// Ctrl and the wheel: greater by @p steps.
    void zoomRequested(int steps);

protected:
    void paintRow(QPainter &painter, const QStyleOptionViewItem &row,
                  const QModelIndex &index) override;
    void prepareLayout(RowWindow &window, int viewportHeight) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// A record to be found again when the rows were filtered anew.
    struct Place
    {
        quint64 record;
        bool current;
    };

    void addPill();
    void placePill();
    void colourPill();
    void noteLastSeen();
    void countNewRecords();
    void restorePlace();
    quint64 recordAt(int row) const;
    int firstRowFrom(quint64 record) const;
    int messageHeight(int row) const;

    LogLineDelegate *m_lines;
    QToolButton *m_pill = nullptr;
    bool m_wraps = false;
    std::optional<quint64> m_lastSeen; ///< newest record when following ended
    std::optional<Place> m_place;
    int m_newRecords = 0;
};

} // namespace foretop::app
