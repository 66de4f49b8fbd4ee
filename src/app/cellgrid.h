// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

namespace foretop::app {

/// Shares out an area among cells of one size, in as many columns as make them the most like
/// @p aspect (width over height).
class CellGrid
{
public:
    CellGrid(const QRect &area, int cells, double aspect);

    QRect cell(int index) const;
    /// Which cell is at @p at; -1: none.
    int cellAt(const QPoint &at) const;

private:
    QRect m_area;
    int m_cells;
    int m_columns = 1;
    int m_rows = 1;
};

} // namespace foretop::app
