// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegion>
#include <QStyledItemDelegate>
#include <QTimer>

class QAbstractItemView;

namespace foretop::app {

class Theme;

/// A job's progress as a bar in the colour of its state, with its figures on it; moving stripes
/// when it runs and nothing tells how far it is.
class JobProgressDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// @p theme must outlive this; @p view is the parent and where the stripes move.
    JobProgressDelegate(const Theme &theme, QAbstractItemView *view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// Where the bar is within a cell.
    static QRect barRect(const QRect &cell);

private:
    void paintBar(QPainter *painter, const QRect &bar, const QModelIndex &index) const;
    void paintStripes(QPainter *painter, const QRect &bar, const QColor &colour) const;
    void moveStripes();

    const Theme &m_theme;
    QAbstractItemView *m_view;
    mutable QTimer m_frame;
    mutable QRegion m_stripes; // painted since the last frame; when none are, none move
    int m_phase = 0;
};

} // namespace foretop::app
