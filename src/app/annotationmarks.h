// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/annotationquery.h"

#include <functional>

class QPainter;
class QRect;

namespace foretop::app {

class Theme;

/// Draws a line at @p annotation's start with a shape of its kind at the top of @p plot, and for an
/// alert the time for which it fired. @p xAt: the place of a moment.
void paintAnnotation(QPainter &painter, const models::Annotation &annotation, const QRect &plot,
                     const Theme &theme, const std::function<double(qint64)> &xAt);

/// Whether @p ms is not further than @p withinMs from its mark, or within its range.
bool isNear(const models::Annotation &annotation, qint64 ms, qint64 withinMs);

/// "12:03:10 restart of web-1", "12:03:10 to 12:05:00 alert HighErrorRate: severity=page"
QString annotationText(const models::Annotation &annotation);

} // namespace foretop::app
