// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rowwindow.h"

#include <algorithm>

namespace foretop::app {

void RowWindow::setHeights(int lineHeight, std::function<int(int row)> heights)
{
    m_lineHeight = std::max(1, lineHeight);
    m_heights = std::move(heights);
}

void RowWindow::layOut(int rows, int viewportHeight, bool atEnd)
{
    m_rows = rows;
    m_viewportHeight = std::max(0, viewportHeight);
    m_lastTop = rows > 0 ? topForBottom(rows - 1) : 0;
    setTop(m_top, atEnd);
}

void RowWindow::setTop(int row, bool atEnd)
{
    m_top = atEnd ? m_lastTop : std::clamp(row, 0, m_lastTop);
    fill(atEnd && m_lastTop > 0);
}

void RowWindow::fill(bool atEnd)
{
    m_spans.clear();
    if (!atEnd) {
        for (int row = m_top, y = 0; row < m_rows && y < m_viewportHeight; ++row) {
            m_spans.push_back({row, y, measure(row)});
            y += m_spans.back().height;
        }
        return;
    }
    for (int row = m_rows - 1, y = m_viewportHeight; row >= 0 && y > 0; --row) {
        const int height = measure(row);
        y -= height;
        m_spans.push_back({row, y, height});
    }
    std::reverse(m_spans.begin(), m_spans.end());
}

int RowWindow::measure(int row) const
{
    return m_heights ? m_heights(row) : m_lineHeight;
}

int RowWindow::topOf(int row) const
{
    if (m_spans.empty()) {
        return (row - m_top) * m_lineHeight;
    }
    const Span &first = m_spans.front();
    const Span &last = m_spans.back();
    if (row < first.row) {
        return first.top - (first.row - row) * m_lineHeight;
    }
    if (row > last.row) {
        return last.top + last.height + (row - last.row - 1) * m_lineHeight;
    }
    return m_spans[std::size_t(row - first.row)].top;
}

int RowWindow::heightOf(int row) const
{
    const bool onScreen =
        !m_spans.empty() && row >= m_spans.front().row && row <= m_spans.back().row;
    return onScreen ? m_spans[std::size_t(row - m_spans.front().row)].height : m_lineHeight;
}

int RowWindow::rowAt(int y) const
{
    if (m_spans.empty()) {
        return -1;
    }
    const Span &first = m_spans.front();
    const Span &last = m_spans.back();
    int row = 0;
    if (y < first.top) {
        row = first.row - (first.top - y + m_lineHeight - 1) / m_lineHeight;
    } else if (y >= last.top + last.height) {
        row = last.row + 1 + (y - last.top - last.height) / m_lineHeight;
    } else {
        const auto below = std::upper_bound(m_spans.begin(), m_spans.end(), y,
                                            [](int at, const Span &span) { return at < span.top; });
        row = std::prev(below)->row;
    }
    return row >= 0 && row < m_rows ? row : -1;
}

int RowWindow::topForBottom(int row) const
{
    int room = m_viewportHeight - measure(row);
    int top = row;
    while (top > 0 && (room -= measure(top - 1)) >= 0) {
        --top;
    }
    return top;
}

} // namespace foretop::app
