// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/columnchooser.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>

namespace foretop::app {

namespace {

constexpr int kSaveDelayMs = 300; // a drag moves a column a hundred times

} // namespace

ColumnChooser::ColumnChooser(QHeaderView *header, int fixedColumn, Settings &settings,
                             const Setting<QByteArray> &setting)
    : m_header(header)
    , m_fixedColumn(fixedColumn)
    , m_settings(settings)
    , m_setting(setting)
{
    header->setSectionsMovable(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this, [this](const QPoint &pos) {
        QMenu menu;
        fillMenu(&menu);
        menu.exec(m_header->mapToGlobal(pos));
    });
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(kSaveDelayMs);
    connect(&m_saveTimer, &QTimer::timeout, this, &ColumnChooser::save);
}

ColumnChooser::~ColumnChooser()
{
    if (m_saveTimer.isActive()) {
        save();
    }
}

void ColumnChooser::restore()
{
    m_initial = m_header->saveState();
    const int columns = m_header->count();
    const QByteArray state = m_settings.get(m_setting);
    if (!state.isEmpty() && (!m_header->restoreState(state) || m_header->count() != columns)) {
        m_header->restoreState(m_initial);
    }
    const auto saveSoon = [this] { m_saveTimer.start(); };
    connect(m_header, &QHeaderView::sectionResized, this, saveSoon);
    connect(m_header, &QHeaderView::sectionMoved, this, saveSoon);
    connect(m_header, &QHeaderView::sortIndicatorChanged, this, saveSoon);
}

void ColumnChooser::fillMenu(QMenu *menu)
{
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        const auto title = m_header->model()->headerData(column, Qt::Horizontal).toString();
        QAction *action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(!m_header->isSectionHidden(column));
        action->setEnabled(column != m_fixedColumn);
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            m_header->setSectionHidden(column, !shown);
            m_saveTimer.start();
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Reset columns")), &QAction::triggered, this,
            &ColumnChooser::resetColumns);
}

void ColumnChooser::save()
{
    m_settings.set(m_setting, m_header->saveState());
}

void ColumnChooser::resetColumns()
{
    m_header->restoreState(m_initial);
    m_saveTimer.start();
}

} // namespace foretop::app
