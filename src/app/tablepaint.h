// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QTableView;

namespace foretop::app {

/// Draws the header and the rows of @p table that are on screen as text and swatches, with
/// @p painter at its origin, for vector formats.
void paintTable(QPainter &painter, const QTableView &table);

} // namespace foretop::app
