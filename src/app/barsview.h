// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panelview.h"

namespace foretop::app {

/// A horizontal bar a series with its value: in the answer's order, or ranked with the greatest
/// first.
class BarsView : public PanelView
{
    Q_OBJECT

public:
    enum class Order { AsAnswered, Ranked };

    BarsView(Order order, const PageContext &context, CrosshairLink &crosshair, QWidget *parent);

    void setAnswer(Answer answer) override;
    void paintPicture(QPainter &painter) override;
    QString textAt(const QPoint &at) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// The bar in the @p row-th place from the top.
    QRectF barOf(int row) const;
    /// Which of the answer's series is in that place.
    int seriesAt(int row) const { return m_order[row]; }
    /// How many of them fit.
    int shownRows() const;

private:
    struct Layout
    {
        int rowHeight = 0;
        int labelWidth = 0;
        int valueWidth = 0;
        int barLeft = 0;
        int barWidth = 0;
        double least = 0; ///< at the left end of the bars
        double greatest = 1;
    };

    Layout layOut() const;
    QString labelOf(int row) const;
    QRect rowRect(int row, const Layout &layout) const;
    QRectF barRect(int row, const Layout &layout) const;
    void paintRow(QPainter &painter, int row, const Layout &layout) const;

    Order m_ordering;
    QVector<int> m_order; ///< for each place the series in it
};

} // namespace foretop::app
