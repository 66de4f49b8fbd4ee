// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QVector>

namespace foretop::app {

// Where the panels of a dashboard stand, in columns and rows of its grid
// (models::PanelSpec::kGridColumns). Panels rise as far as nothing is above them.

inline constexpr QSize kLeastPanelSize{3, 2};
inline constexpr int kMostPanelRows = 100;

/// @p place within the grid's columns, no smaller than kLeastPanelSize, no higher than
/// kMostPanelRows.
QRect boundedPlace(QRect place);

/// @p places without overlaps and gaps: those above and, in a row, those to the left stay first.
QVector<QRect> compactedPlaces(const QVector<QRect> &places);

/// When panel @p moved is dragged to @p target: panels that it is over give way. One that it comes
/// to from above gives way upwards once more than half of it is covered, others downwards.
QVector<QRect> placesAfterMove(const QVector<QRect> &places, int moved, QRect target);

/// When panel @p resized, whose corner stays, gets @p size.
QVector<QRect> placesAfterResize(const QVector<QRect> &places, int resized, QSize size);

/// For a page that is too narrow: each panel @p factor times as wide, one after the other.
QVector<QRect> foldedPlaces(const QVector<QRect> &places, int factor);

/// The row below the lowest panel.
int rowsOf(const QVector<QRect> &places);

} // namespace foretop::app
