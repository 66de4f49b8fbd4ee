// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metricspage.h"

#include "app/familychart.h"
#include "app/familyexplorer.h"
#include "app/pageactions.h"
#include "app/panelgrid.h"
#include "session/session.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QToolButton>

#include <algorithm>

namespace foretop::app {

MetricsPage::MetricsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_picker(new QComboBox(this))
    , m_explorer(new FamilyExplorer(context, this))
    , m_grid(new PanelGrid)
{
    setObjectName(QStringLiteral("metricsPage"));
    auto *scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("panelScroll"));
    scroll->setAccessibleName(tr("Charts"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setBackgroundRole(QPalette::Window);
    scroll->setWidget(m_grid);
    auto *splitter = new QSplitter(this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_explorer);
    splitter->addWidget(scroll);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({290, 1000});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->setSpacing(10);
    layout->addWidget(makeToolBar());
    layout->addWidget(splitter, 1);
    connect(m_explorer, &FamilyExplorer::familyChosen, this, &MetricsPage::showFamily);
    readPresets();
}

QString MetricsPage::title() const
{
    return tr("Metrics");
}

QString MetricsPage::iconName() const
{
    return QStringLiteral("metrics");
}

QWidget *MetricsPage::makeToolBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    m_picker->setObjectName(QStringLiteral("dashboardPicker"));
    m_picker->setAccessibleName(tr("Dashboard"));
    m_picker->setToolTip(tr("Choose a dashboard"));
    m_picker->setMinimumWidth(180);
    connect(m_picker, &QComboBox::currentIndexChanged, this, &MetricsPage::showDashboard);
    auto *label = new QLabel(tr("Dashboard"), bar);
    label->setBuddy(m_picker);
    auto *hint =
        new QLabel(tr("Drag over a chart to look at that time, double-click to go live"), bar);
    hint->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(PageActions::button(makeExplorerAction(), Qt::ToolButtonTextBesideIcon, bar));
    layout->addSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_picker);
    layout->addStretch(1);
    layout->addWidget(hint);
    return bar;
}

QAction *MetricsPage::makeExplorerAction()
{
    auto *actions = new PageActions(context().theme, this);
    m_showExplorer = actions->add({.name = QStringLiteral("toggleExplorer"),
                                   .text = tr("All metrics"),
                                   .hint = tr("Show or hide the list of all metric families"),
                                   .shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_M},
                                   .icon = QStringLiteral("details"),
                                   .checkable = true});
    m_showExplorer->setChecked(true);
    connect(m_showExplorer, &QAction::toggled, m_explorer, &QWidget::setVisible);
    return m_showExplorer;
}

void MetricsPage::readPresets()
{
    auto presets = builtInDashboards();
    if (!presets) {
        qCritical("%s", presets.error().text().c_str());
        return;
    }
    m_presets = std::move(*presets);
    m_dashboards.resize(m_presets.size());
    for (const DashboardPreset &preset : m_presets) {
        m_picker->addItem(preset.title, preset.name);
    }
}

ChartPanel *MetricsPage::makePanel(const models::ChartSpec &spec, const QString &title)
{
    auto *panel =
        new ChartPanel(context(), m_crosshair, spec, title, ChartPanel::Legend::Table, m_grid);
    panel->setSession(m_session);
    return panel;
}

void MetricsPage::showDashboard(int index)
{
    if (index < 0) {
        return;
    }
    if (m_dashboards[index].isEmpty()) {
        for (const PanelPreset &panel : m_presets[index].panels) {
            m_dashboards[index] << makePanel(panel.spec, panel.title);
        }
    }
    arrange();
}

void MetricsPage::arrange()
{
    QVector<QWidget *> panels;
    for (ChartPanel *panel : m_families) {
        panels << panel;
    }
    if (m_picker->currentIndex() >= 0) {
        for (ChartPanel *panel : m_dashboards[m_picker->currentIndex()]) {
            panels << panel;
        }
    }
    m_grid->setPanels(panels);
}

void MetricsPage::showFamily(const QString &name, metrics::FamilyType type)
{
    const auto shown = std::find_if(m_families.begin(), m_families.end(), [&](ChartPanel *panel) {
        return panel->accessibleName() == name;
    });
    if (shown != m_families.end()) {
        std::rotate(m_families.begin(), shown, shown + 1);
    } else {
        ChartPanel *panel = makePanel(familyChart(name, type), name);
        panel->setClosable();
        connect(panel, &ChartPanel::closeRequested, this, [this, panel] { closePanel(panel); });
        m_families.prepend(panel);
    }
    arrange();
    if (m_families.size() > kMostFamilies) {
        closePanel(m_families.back());
    }
}

void MetricsPage::closePanel(ChartPanel *panel)
{
    m_families.removeOne(panel);
    arrange();
    panel->deleteLater();
}

void MetricsPage::setSession(session::Session *session)
{
    m_session = session;
    m_explorer->setSession(session);
    for (const auto &dashboard : m_dashboards) {
        for (ChartPanel *panel : dashboard) {
            panel->setSession(session);
        }
    }
    for (ChartPanel *panel : m_families) {
        panel->setSession(session);
    }
}

void MetricsPage::focusSearch()
{
    m_showExplorer->setChecked(true);
    m_explorer->focusFilter();
}

bool MetricsPage::isFilled() const
{
    if (m_explorer->isEmpty() || m_picker->currentIndex() < 0) {
        return false;
    }
    const auto &shown = m_dashboards[m_picker->currentIndex()];
    return std::any_of(shown.begin(), shown.end(),
                       [](const ChartPanel *panel) { return panel->hasData(); });
}

} // namespace foretop::app
