// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme.h"

#include <QStyledItemDelegate>

namespace foretop::app {

/// Paints a row of a ServiceModel as a status tile: name, state by icon, word and colour, reason,
/// latency over time, latency, uptime and since when.
class TileDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TileDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Tiles lie in @p columns cells of @p cellWidth and share @p width, @p gap apart, the outer
    /// ones at its edges.
    void setGrid(int columns, int cellWidth, int width, int gap);
    static int tileHeight(const QFontMetrics &metrics);

private:
    void paintHead(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect,
                   const QModelIndex &index) const;
    void paintReason(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect,
                     const QModelIndex &index) const;
    void paintFoot(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect,
                   const QModelIndex &index) const;

    QRect cardRect(const QRect &cell) const;

    const Theme &m_theme;
    int m_columns = 1;
    int m_cellWidth = 240;
    int m_width = 240;
    int m_gap = 0;
};

} // namespace foretop::app
