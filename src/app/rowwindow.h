// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

namespace foretop::app {

/// Which rows of a list of any length are on screen, and where. Asks for the heights of those rows
/// alone; all pixels are relative to the top of the viewport.
class RowWindow
{
public:
    struct Span
    {
        int row;
        int top;
        int height;
    };

    /// @p lineHeight: of every row, and the guess for rows off screen when @p heights is set.
    void setHeights(int lineHeight, std::function<int(int row)> heights = {});
    /// @p atEnd: the last row stands at the bottom of the viewport; else top() stands at its top.
    void layOut(int rows, int viewportHeight, bool atEnd);
    /// Scrolls to @p row, in a layout that is otherwise as before.
    void setTop(int row, bool atEnd);
    /// Rows came or went before the window: it shows the same rows under new numbers. No layout.
    void shiftTop(int by) { m_top += by; }

    int lineHeight() const { return m_lineHeight; }
    int top() const { return m_top; }
    /// The greatest top(): all rows from there to the end fit into the viewport.
    int lastTop() const { return m_lastTop; }
    const std::vector<Span> &spans() const { return m_spans; }

    /// Top and height of @p row; a guess by the line height when it is not on screen.
    int topOf(int row) const;
    int heightOf(int row) const;
    /// The row at @p y, also beyond the viewport; -1 past the first or last row.
    int rowAt(int y) const;
    /// The top() with which @p row is the last that is wholly on screen.
    int topForBottom(int row) const;

private:
    int measure(int row) const;
    void fill(bool atEnd);

    std::function<int(int row)> m_heights;
    int m_lineHeight = 1;
    int m_rows = 0;
    int m_viewportHeight = 0;
    int m_top = 0;
    int m_lastTop = 0;
    std::vector<Span> m_spans;
};

} // namespace foretop::app
