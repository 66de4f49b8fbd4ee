// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

namespace foretop::app {

/// A raised area of a page: the palette's base with a round border.
class Card : public QFrame
{
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);
    /// Fills the card with @p fill and borders it in @p border instead; invalid: the default.
    void setColours(const QColor &fill, const QColor &border);

    static constexpr qreal kRadius = 8;
    /// Draws such an area into @p rect, for delegates that paint cards.
    static void paint(QPainter &painter, const QRectF &rect, const QColor &fill,
                      const QColor &border);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QColor m_fill;
    QColor m_border;
};

} // namespace foretop::app
