// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>

namespace foretop::app {

/// An icon from a monochrome SVG, drawn in @p colour; an invalid colour: in the application
/// palette's text colour at the time of painting. Null when there is no such file.
QIcon tintedIcon(const QString &svgPath, const QColor &colour);

} // namespace foretop::app
