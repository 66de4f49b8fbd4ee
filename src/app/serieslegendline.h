// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/serieslegendmodel.h"

#include <QWidget>

namespace foretop::app {

/// A legend in one line: swatch, label and last value of as many series as fit; the rest is told by
/// number and in the tooltip. A click or Return shows a series alone, with Ctrl or with Space it is
/// hidden or shown; Left and Right go from one to the next.
class SeriesLegendLine : public QWidget
{
    Q_OBJECT

public:
    /// @p model must outlive the widget.
    explicit SeriesLegendLine(SeriesLegendModel &model, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// With @p painter at the widget's origin.
    void paint(QPainter &painter) const;
    /// Where @p row's entry is; empty when it does not fit.
    QRect rectOf(int row) const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Entry
    {
        QRect area;
        QString text;
    };

    void layOut();
    QString text(int row) const;
    int rowAt(const QPoint &at) const;
    void setCurrent(int row);

    SeriesLegendModel &m_model;
    QVector<Entry> m_entries; ///< those that fit
    int m_current = 0;
};

} // namespace foretop::app
