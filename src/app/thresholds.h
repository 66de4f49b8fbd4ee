// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/statelook.h"
#include "models/panelspec.h"

#include <optional>

class QPainter;
class QRectF;

namespace foretop::app {

using ThresholdLevel = models::Threshold::Level;

/// How good or bad @p value is; nothing below the first threshold and for NaN.
std::optional<ThresholdLevel> levelOf(double value, const QVector<models::Threshold> &thresholds);
StateLook lookOf(ThresholdLevel level);
/// Its sign, by whose shape it is told too, in strokes rather than pixels.
void paintSign(QPainter &painter, const QRectF &area, ThresholdLevel level, const Theme &theme);

/// The part of [@p least, @p greatest] in which a threshold holds.
struct Band
{
    double from = 0;
    double to = 0;
    ThresholdLevel level = ThresholdLevel::Normal;
};
QVector<Band> bandsWithin(const QVector<models::Threshold> &thresholds, double least,
                          double greatest);

} // namespace foretop::app
