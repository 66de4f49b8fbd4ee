// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboarddocument.h"
#include "app/dashboardtransfer.h"
#include "app/dashboardview.h"
#include "app/metricexplorer.h"
#include "app/metricspage.h"
#include "app/metricstoolbar.h"
#include "app/pageactions.h"
#include "app/paneleditor.h"
#include "app/variablebar.h"
#include "session/session.h"

#include <QAction>

namespace foretop::app {

using Origin = DashboardDocument::Origin;

void MetricsPage::addActions()
{
    m_showExplorer = m_pageActions->add({.name = QStringLiteral("toggleExplorer"),
                                         .text = tr("All metrics"),
                                         .hint = tr("Show or hide the list of all metrics"),
                                         .shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_M},
                                         .icon = QStringLiteral("details"),
                                         .checkable = true});
    m_showExplorer->setChecked(context().settings.get(settings::kMetricExplorer));
    m_explorer->setVisible(m_showExplorer->isChecked());
    connect(m_showExplorer, &QAction::toggled, this, [this](bool shown) {
        m_explorer->setVisible(shown);
        context().settings.set(settings::kMetricExplorer, shown);
    });
    m_pick = m_pageActions->add({.name = QStringLiteral("pickDashboard"),
                                 .text = tr("Dashboard"),
                                 .hint = tr("Choose a dashboard"),
                                 .shortcuts = {Qt::CTRL | Qt::Key_P}});
    m_showAnnotations =
        m_pageActions->add({.name = QStringLiteral("showAnnotations"),
                            .text = tr("Show what happened"),
                            .hint = tr("Mark restarts, deploys and alerts in the panels"),
                            .shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_R},
                            .checkable = true});
    m_showAnnotations->setChecked(context().settings.get(settings::kMetricAnnotations));
    connect(m_showAnnotations, &QAction::toggled, this, [this](bool shown) {
        context().settings.set(settings::kMetricAnnotations, shown);
        m_annotations.setActive(shown && isVisible());
        takeAnnotations();
    });
}

void MetricsPage::addPanelActions()
{
    m_edit = m_pageActions->add({.name = QStringLiteral("editDashboard"),
                                 .text = tr("Edit"),
                                 .hint = tr("Move, resize, change, add and remove panels"),
                                 .shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_D},
                                 .icon = QStringLiteral("settings"),
                                 .checkable = true});
    m_addPanel = m_pageActions->add({.name = QStringLiteral("addPanel"),
                                     .text = tr("Add panel"),
                                     .hint = tr("Add a panel to the dashboard"),
                                     .shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_A},
                                     .icon = QStringLiteral("plus")});
    m_restore = m_pageActions->add({.name = QStringLiteral("restorePanels"),
                                    .text = tr("Show all panels"),
                                    .shortcuts = {Qt::Key_Escape}});
    m_restore->setEnabled(false);
    connect(m_edit, &QAction::toggled, this, &MetricsPage::setEditing);
    connect(m_addPanel, &QAction::triggered, this, &MetricsPage::askForPanel);
    connect(m_restore, &QAction::triggered, m_view, &DashboardView::showAll);
    connect(m_view, &DashboardView::maximizedChanged, this,
            [this] { m_restore->setEnabled(m_view->isMaximized()); });
}

void MetricsPage::setEditing(bool editing)
{
    m_view->setEditable(editing);
    m_addPanel->setVisible(editing);
    takeState();
}

void MetricsPage::addPanel(models::PanelSpec spec)
{
    if (m_document->origin() == Origin::None) {
        models::Dashboard dashboard;
        dashboard.title = tr("New dashboard");
        m_document->openNew(dashboard);
    }
    m_edit->setChecked(true);
    if (const auto id = m_document->edit().add(std::move(spec))) {
        m_view->reveal(*id);
    } else {
        tellError(*this, tr("The panel was not added."),
                  Error{ErrorCode::TooLarge, "a dashboard has at most 200 panels", {}, {}});
    }
}

void MetricsPage::askForPanel()
{
    models::PanelSpec spec;
    spec.title = tr("New panel");
    openEditor(spec, [this](const models::PanelSpec &made) { addPanel(made); });
}

void MetricsPage::editPanel(int id)
{
    if (const models::PanelSpec *spec = m_document->edit().panel(id)) {
        openEditor(*spec, [this, id](const models::PanelSpec &changed) {
            m_document->edit().replace(id, changed);
        });
    }
}

void MetricsPage::openEditor(const models::PanelSpec &spec,
                             std::function<void(const models::PanelSpec &)> then)
{
    auto *editor = new PanelEditor(context(), m_crosshair, spec, m_session, m_bar->source(),
                                   m_bar->variables().values(), this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &QDialog::accepted, this,
            [editor, then = std::move(then)] { then(editor->spec()); });
    editor->open();
}

} // namespace foretop::app
