// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN // moc 6.4 cannot read <stop_token>
#include "logs/histogram.h"
#endif

#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

namespace foretop::app {

class Theme;

/// Records over time, stacked by level. A drag chooses the times between which it went, a double
/// click all of them; with the keyboard Left and Right move, Shift extends, Return chooses.
class HistogramStrip : public QWidget
{
    Q_OBJECT

public:
    /// @p theme must outlive the strip.
    HistogramStrip(const Theme &theme, QWidget *parent);
    ~HistogramStrip() override;

    void setHistogram(std::shared_ptr<const logs::Histogram> histogram);
    void setUtcShown(bool utc);
    void setBusy(bool busy);
    /// As many buckets as can be told apart.
    int mostBuckets() const;
    /// Time span and counts of a bucket, as the tooltip says them.
    QString textOf(int bucket) const;
    int bucketAt(int x) const;
    QRect rectOf(int bucket) const;
    QSize sizeHint() const override;

Q_SIGNALS:
    /// mostBuckets() is another number, and has been for a moment.
    void mostBucketsChanged();
    /// [from, until]
    void rangeChosen(foretop::WallTime from, foretop::WallTime until);
    void rangeCleared();
    /// A click: what happened then is to be shown.
    void momentChosen(foretop::WallTime moment);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Brush
    {
        int anchor;
        int current;
    };

    int bucketCount() const;
    WallTime timeOf(int bucket) const;
    QString momentText(WallTime moment, bool withDate) const;
    QRect barArea() const;
    void choose(const Brush &brush);
    void moveBrush(int bucket, bool extends);
    void renderBars();
    void paintBucket(QPainter &painter, int bucket, double perPixel) const;
    void paintAxis(QPainter &painter) const;
    void paintBrush(QPainter &painter) const;

    const Theme &m_theme;
    std::shared_ptr<const logs::Histogram> m_histogram;
    std::uint64_t m_most = 0; ///< in one bucket
    QPixmap m_bars;           ///< bars and axis, painted once for each histogram
    std::optional<Brush> m_brush;
    bool m_dragging = false;
    int m_hovered = -1;
    bool m_utc = false;
    bool m_busy = false;
    QTimer m_resized;
};

} // namespace foretop::app
