// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/axisticks.h"
#include "app/floatingtip.h"
#include "app/panelview.h"

#include <QPixmap>
#include <QPointer>

#include <optional>

namespace foretop::app {

/// A picture over time: axes, the shared crosshair, annotations, and the ways to choose another
/// window of time. What an answer looks like is drawn once into a pixmap, which is shifted and
/// stretched while the wanted window moves; crosshair and selection are drawn over it.
class TimeView : public PanelView
{
    Q_OBJECT

public:
    ~TimeView() override;

    void setSpec(const models::PanelSpec &spec) override;
    void setAnswer(Answer answer) override;
    void setWindow(qint64 fromMs, qint64 toMs) override;
    void setAnnotations(const QVector<models::Annotation> &annotations) override;
    int columns() const override;
    void paintPicture(QPainter &painter) override;
    QString textAt(const QPoint &at) const override;
    void restyle() override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

    /// Where the data is drawn.
    QRect plot() const;
    double xAt(double ms) const;
    double momentAt(double x) const;
    /// How often an answer was drawn anew.
    int drawings() const { return m_drawings; }

protected:
    /// A text beside the value axis.
    struct Mark
    {
        double at = 0; ///< 0 at the bottom to 1 at the top of the plot
        QString text;
        bool isLine = true; ///< with a line across the plot
        bool isZero = false;
    };
    /// How the plot is drawn: as on screen or for a vector format.
    enum class Medium { Screen, Vector };

    TimeView(const PageContext &context, CrosshairLink &crosshair, QWidget *parent);

    /// Takes up the answer for a plot of @p height pixels and returns the marks of its axis.
    virtual QVector<Mark> prepare(int height) = 0;
    /// Draws below the data, into @p area.
    virtual void paintBackground(QPainter &painter, const QRectF &area) const;
    /// Draws the data, whose times go from one side of @p area to the other.
    virtual void paintData(QPainter &painter, const QRectF &area, Medium medium) = 0;
    /// Room above the plot.
    virtual int topMargin() const;
    /// Draws what is always beside the data, such as a scale.
    virtual void paintBeside(QPainter &painter) const;
    /// What is told of the moment @p ms; @p y is the pointer's, from 0 at the bottom to 1.
    virtual TipContent tipAt(qint64 ms, double y) const = 0;
    void choiceChanged() override;
    void placeholderChanged() override;
    void drawAnew();

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool event(QEvent *event) override;

private:
    void update(const QRect &area);
    using PanelView::update;
    void layOut();
    void renewTimes();
    void draw();
    void ensureDrawn();
    void paintFrame(QPainter &painter) const;
    void paintTimes(QPainter &painter) const;
    void paintAnnotations(QPainter &painter) const;
    void paintDrawn(QPainter &painter) const;
    void paintCrosshair(QPainter &painter) const;
    void paintSelection(QPainter &painter) const;
    void moveCrosshair();
    void showTip();
    void hideTip();
    QStringList notesAt(qint64 ms) const;
    void zoom(double factor, double x);
    void pan(double share);
    void endDrag(double toX);

    QVector<Mark> m_marks;
    QVector<Tick> m_times;
    QVector<models::Annotation> m_annotations;
    QPixmap m_frame; ///< background and marks
    QPixmap m_data;  ///< over [m_drawnFromMs, m_drawnToMs]
    qint64 m_drawnFromMs = 0;
    qint64 m_drawnToMs = 1;
    qint64 m_fromMs = 0; ///< the wanted window
    qint64 m_toMs = 1;
    int m_left = 0; ///< of the plot
    int m_columns = 0;
    int m_drawings = 0;
    bool m_isStale = true;
    std::optional<double> m_dragFromX;
    double m_dragToX = 0;
    std::optional<QPoint> m_pointer;
    double m_shownCrosshairX = -1;
    QPointer<FloatingTip> m_tip;
};

} // namespace foretop::app
