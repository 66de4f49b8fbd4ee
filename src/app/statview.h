// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/panelview.h"

namespace foretop::app {

/// The value of each series in large figures, with its level in words and how it went as a
/// sparkline.
class StatView : public PanelView
{
    Q_OBJECT

public:
    StatView(const PageContext &context, CrosshairLink &crosshair, QWidget *parent);

    void paintPicture(QPainter &painter) override;
    QString textAt(const QPoint &at) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

private:
    void paintCell(QPainter &painter, const models::PanelSeries &series, QRect cell) const;
    int paintLevel(QPainter &painter, double value, const QRect &cell) const;
};

/// @p font as large as @p text fits into @p room, at most @p mostPixels high.
QFont fittingFont(const QFont &font, const QString &text, const QSize &room, int mostPixels);

} // namespace foretop::app
