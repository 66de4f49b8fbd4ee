// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboardactions.h"
#include "app/dashboardchooser.h"
#include "app/dashboardstore.h"
#include "app/dashboardview.h"
#include "app/emptystate.h"
#include "app/metricspage.h"
#include "session/session.h"

#include <QAbstractButton>
#include <QAction>
#include <QDesktopServices>
#include <QStackedWidget>
#include <QUrl>

namespace foretop::app {

using Origin = DashboardDocument::Origin;

MetricsPage::Lack MetricsPage::lack() const
{
    if (!m_session) {
        return Lack::Session;
    }
    if (m_view->hasCharts()) {
        return Lack::Nothing;
    }
    switch (m_document->origin()) {
    case Origin::Unreadable:
        return Lack::Readable;
    case Origin::None:
        break;
    default:
        return m_document->dashboard().panels.isEmpty() ? Lack::Panels : Lack::Nothing;
    }
    if (m_catalog.entries()->empty() && !m_catalog.isPending()) {
        return Lack::Metrics;
    }
    return m_chooser->isPending() || m_catalog.isPending() ? Lack::Waiting : Lack::Dashboard;
}

void MetricsPage::tellLack()
{
    const Lack lacks = lack();
    const std::pair told(lacks, m_document->error() + m_catalog.error());
    if (m_told == told) {
        return;
    }
    m_told = told;
    const auto offer = [this](QAction *action) {
        QAbstractButton *button = m_empty->addButton(action->text(), action->toolTip());
        connect(button, &QAbstractButton::clicked, action, &QAction::trigger);
    };
    switch (lacks) {
    case Lack::Nothing:
        m_stack->setCurrentWidget(m_view);
        return;
    case Lack::Session:
        m_empty->setMessage(tr("No environment is open"));
        break;
    case Lack::Waiting:
        m_empty->setMessage(tr("Looking at what is measured\u2026"));
        break;
    case Lack::Metrics:
        tellNoMetrics();
        break;
    case Lack::Dashboard:
        m_empty->setMessage(
            tr("No dashboard fits these metrics"),
            tr("Choose a metric from the list, make a dashboard of your own, or import one."));
        offer(m_actions->create());
        offer(m_actions->import());
        break;
    case Lack::Panels:
        m_empty->setMessage(tr("This dashboard has no panel yet"),
                            tr("Add one, or choose a metric from the list and add its chart."));
        offer(m_addPanel);
        break;
    case Lack::Readable:
        m_empty->setMessage(tr("This dashboard cannot be read"),
                            tr("Its file is left as it is. Once it is corrected it is shown here."),
                            m_document->error());
        QAbstractButton *open =
            m_empty->addButton(tr("Open the folder"), tr("Show the folder with the dashboards"));
        connect(open, &QAbstractButton::clicked, this,
                [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_store->directory())); });
        break;
    }
    m_stack->setCurrentWidget(m_empty);
}

void MetricsPage::tellNoMetrics()
{
    if (!m_catalog.error().isEmpty()) {
        m_empty->setMessage(tr("The metrics of this source are not known"), m_catalog.error());
        return;
    }
    m_empty->setMessage(
        tr("Nothing is measured yet"),
        tr("Metrics come from agents, from /metrics pages that Foretop reads itself, and from "
           "Prometheus servers. Name them in the profile:"),
        QStringLiteral("scrapes:\n  - {name: node, url: \"http://localhost:9100/metrics\"}"));
}

} // namespace foretop::app
