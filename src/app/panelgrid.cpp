// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panelgrid.h"

#include <QGridLayout>
#include <QResizeEvent>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr int kLeastPanelWidth = 400;
constexpr int kLeastPanelHeight = 290;
constexpr int kMostColumns = 4;
constexpr int kGap = 10;

} // namespace

PanelGrid::PanelGrid(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(kGap);
}

void PanelGrid::setPanels(const QVector<QWidget *> &panels)
{
    for (QWidget *panel : m_panels) {
        m_layout->removeWidget(panel);
        panel->setVisible(panels.contains(panel));
    }
    m_panels = panels;
    for (QWidget *panel : m_panels) {
        panel->setMinimumHeight(kLeastPanelHeight);
        panel->show();
    }
    arrange(columnsFor(width()));
}

int PanelGrid::columnsFor(int width) const
{
    const int most = std::clamp(static_cast<int>(m_panels.size()), 1, kMostColumns);
    return std::clamp((width + kGap) / (kLeastPanelWidth + kGap), 1, most);
}

void PanelGrid::arrange(int columns)
{
    for (int at = 0; at < std::max(m_columns, columns); ++at) {
        m_layout->setColumnStretch(at, at < columns ? 1 : 0);
    }
    m_columns = columns;
    for (int at = 0; at < m_panels.size(); ++at) {
        m_layout->addWidget(m_panels[at], at / columns, at % columns);
    }
    const int rows = (static_cast<int>(m_panels.size()) + columns - 1) / columns;
    for (int row = 0; row < std::max(rows, m_layout->rowCount()); ++row) {
        m_layout->setRowStretch(row, row < rows ? 1 : 0);
    }
}

void PanelGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (const int columns = columnsFor(event->size().width()); columns != m_columns) {
        arrange(columns);
    }
}

} // namespace foretop::app
