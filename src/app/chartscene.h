// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chartshape.h"

#include <QSizeF>

#include <memory>

class QPainter;
class QRectF;

namespace foretop::app {

class Theme;

/// Lines and areas drawn by Qt Charts without a view, for pictures that keep what was drawn. Its
/// axes always go from 0 to 1, to the right and up: a chart computes all its lines anew when the
/// range of an axis changes, and again when they get their points. GUI thread.
class ChartScene
{
public:
    /// @p theme must outlive the scene.
    explicit ChartScene(const Theme &theme);
    ~ChartScene();

    /// In pixels.
    void resize(const QSizeF &size);
    /// Line i has the pieces @p lines[i] and the theme's colour i.
    void setLines(const QVector<QVector<Segment>> &lines);
    /// Areas with a line along their upper edge.
    void setLayers(const QVector<Layer> &layers, float areaAlpha);
    /// Areas from @p floor up to @p layers that cover each other, the last at the back.
    void setStack(const QVector<Segment> &layers, double floor, float areaAlpha);
    /// Takes the theme's colours anew.
    void restyle();
    /// Points drawn at present, over all lines and upper edges of areas.
    qsizetype pointCount() const;

    void paint(QPainter &painter, const QRectF &target) const;
    /// The same in as few strokes as there are lines, for vector formats.
    void paintStrokes(QPainter &painter, const QRectF &target) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace foretop::app
