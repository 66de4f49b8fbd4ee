// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cellgrid.h"

#include <algorithm>

namespace foretop::app {

CellGrid::CellGrid(const QRect &area, int cells, double aspect)
    : m_area(area)
    , m_cells(std::max(1, cells))
{
    double best = 0;
    for (int columns = 1; columns <= m_cells; ++columns) {
        const int rows = (m_cells + columns - 1) / columns;
        // The height that a picture of this aspect has in such a cell.
        const double height =
            std::min(double(area.height()) / rows, double(area.width()) / columns / aspect);
        if (height > best) {
            best = height;
            m_columns = columns;
            m_rows = rows;
        }
    }
}

QRect CellGrid::cell(int index) const
{
    const int column = index % m_columns;
    const int row = index / m_columns;
    const int left = m_area.left() + m_area.width() * column / m_columns;
    const int right = m_area.left() + m_area.width() * (column + 1) / m_columns;
    const int top = m_area.top() + m_area.height() * row / m_rows;
    const int bottom = m_area.top() + m_area.height() * (row + 1) / m_rows;
    return {left, top, right - left, bottom - top};
}

int CellGrid::cellAt(const QPoint &at) const
{
    for (int index = 0; index < m_cells; ++index) {
        if (cell(index).contains(at)) {
            return index;
        }
    }
    return -1;
}

} // namespace foretop::app
