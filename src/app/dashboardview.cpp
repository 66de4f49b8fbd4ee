// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboardview.h"

#include "app/dashboardedit.h"
#include "app/dashboardgrid.h"
#include "app/panel.h"
#include "session/session.h"

#include <QBoxLayout>
#include <QScrollBar>
#include <QToolButton>

#include <algorithm>

namespace foretop::app {

namespace {

constexpr int kChartRows = 8;

bool isSameButForPlace(const models::PanelSpec &a, models::PanelSpec b)
{
    b.place = a.place;
    return a == b;
}

QToolButton *headerButton(const Theme &theme, const QString &icon, const QString &text)
{
    auto *button = new QToolButton;
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setToolTip(text);
    button->setAccessibleName(text);
    const auto takeIcon = [button, &theme, icon] { button->setIcon(theme.icon(icon)); };
    QObject::connect(&theme, &Theme::changed, button, takeIcon);
    takeIcon();
    return button;
}

} // namespace

DashboardView::DashboardView(const PageContext &context, CrosshairLink &crosshair,
                             DashboardEdit &edit, QWidget *parent)
    : QScrollArea(parent)
    , m_context(context)
    , m_crosshair(crosshair)
    , m_edit(edit)
    , m_chartGrid(addGrid(QStringLiteral("chartGrid"), &DashboardView::makeChart))
    , m_grid(addGrid(QStringLiteral("dashboardGrid"), &DashboardView::makePanel))
{
    setObjectName(QStringLiteral("panelScroll"));
    setAccessibleName(tr("Charts"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundRole(QPalette::Window);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(DashboardGrid::kGap);
    layout->addWidget(m_chartGrid);
    layout->addWidget(m_grid, 1);
    m_chartGrid->hide();
    setWidget(content);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &DashboardView::watchScreen);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, &DashboardView::watchScreen);
    connect(m_grid, &DashboardGrid::placesChanged, &edit, &DashboardEdit::place);
    connect(&edit, &DashboardEdit::changed, this, &DashboardView::takeEdit);
}

DashboardGrid *DashboardView::addGrid(const QString &name,
                                      app::Panel *(DashboardView::*make)(int id))
{
    auto *grid = new DashboardGrid([this, make](int id) {
        app::Panel *panel = (this->*make)(id);
        return GridWidget{panel, panel->handle()};
    });
    grid->setObjectName(name);
    grid->installEventFilter(this);
    connect(grid, &DashboardGrid::revealRequested, this, [this, grid](const QRect &rect) {
        const QPoint middle = grid->mapTo(widget(), rect.center());
        ensureVisible(middle.x(), middle.y(), 0,
                      std::min(rect.height() / 2 + DashboardGrid::kGap, viewport()->height() / 2));
    });
    return grid;
}

app::Panel *DashboardView::prepared(const models::PanelSpec &spec)
{
    auto *panel = new app::Panel(m_context, m_crosshair, spec);
    panel->setSource(m_source);
    panel->setVariables(m_variables);
    panel->setAnnotations(m_annotations);
    panel->setSession(m_session);
    connect(&panel->query(), &models::PanelQuery::pendingChanged, this,
            &DashboardView::pendingChanged);
    return panel;
}

app::Panel *DashboardView::makePanel(int id)
{
    app::Panel *panel = prepared(*m_edit.panel(id));
    panel->setEditable(m_isEditable);
    connect(panel, &app::Panel::editRequested, this, [this, id] { Q_EMIT editRequested(id); });
    connect(panel, &app::Panel::duplicateRequested, this, [this, id] {
        if (const auto copy = m_edit.duplicate(id)) {
            reveal(*copy);
        }
    });
    connect(panel, &app::Panel::removeRequested, this, [this, id] { m_edit.remove(id); });
    connect(panel, &app::Panel::maximizeRequested, this, [this, id] {
        maximize(*m_grid, m_grid->maximized() ? std::nullopt : std::optional(id));
    });
    return panel;
}

app::Panel *DashboardView::makeChart(int id)
{
    const auto chart = std::find_if(m_charts.begin(), m_charts.end(),
                                    [id](const Chart &each) { return each.id == id; });
    app::Panel *panel = prepared(chart->spec);
    addChartButtons(*panel, id);
    connect(panel, &app::Panel::maximizeRequested, this, [this, id] {
        maximize(*m_chartGrid, m_chartGrid->maximized() ? std::nullopt : std::optional(id));
    });
    return panel;
}

void DashboardView::addChartButtons(app::Panel &panel, int id)
{
    auto *layout = qobject_cast<QBoxLayout *>(panel.handle()->layout());
    if (!layout) {
        return;
    }
    auto *add = headerButton(m_context.theme, QStringLiteral("plus"),
                             tr("Add this chart to the dashboard"));
    add->setObjectName(QStringLiteral("addChart"));
    connect(add, &QToolButton::clicked, this, [this, spec = panel.spec(), id] {
        Q_EMIT addRequested(spec);
        closeChart(id);
    });
    auto *close = headerButton(m_context.theme, QStringLiteral("close"), tr("Close this chart"));
    close->setObjectName(QStringLiteral("closeChart"));
    connect(close, &QToolButton::clicked, this, [this, id] { closeChart(id); });
    layout->addWidget(add);
    layout->addWidget(close);
}

void DashboardView::showChart(const models::PanelSpec &spec)
{
    const auto shown = std::find_if(m_charts.begin(), m_charts.end(), [&](const Chart &chart) {
        return isSameButForPlace(chart.spec, spec);
    });
    if (shown != m_charts.end()) {
        std::rotate(m_charts.begin(), shown, shown + 1);
    } else {
        m_charts.prepend({++m_lastChart, spec});
        m_charts.resize(std::min<qsizetype>(m_charts.size(), kMostCharts));
    }
    showAll();
    placeCharts();
    verticalScrollBar()->setValue(0);
}

void DashboardView::closeChart(int id)
{
    m_charts.removeIf([id](const Chart &chart) { return chart.id == id; });
    if (m_chartGrid->maximized() == id) {
        showAll();
    }
    placeCharts();
}

/// Two in a row; an odd one is as wide as the page.
void DashboardView::placeCharts()
{
    QVector<GridPanel> panels;
    constexpr int kHalf = models::PanelSpec::kGridColumns / 2;
    const int odd = int(m_charts.size() % 2);
    for (int at = 0; at < m_charts.size(); ++at) {
        const int slot = at + odd * (at > 0);
        const bool isWide = odd && at == 0;
        panels.push_back({m_charts[at].id, QRect(slot % 2 * kHalf, slot / 2 * kChartRows,
                                                 isWide ? 2 * kHalf : kHalf, kChartRows)});
    }
    m_chartGrid->setPanels(panels);
    m_chartGrid->setVisible(!panels.isEmpty() && !m_grid->maximized());
    watchScreen();
    Q_EMIT chartsChanged();
}

void DashboardView::takeEdit()
{
    for (const GridPanel &each : m_edit.places()) {
        auto *panel = qobject_cast<app::Panel *>(m_grid->widget(each.id));
        const models::PanelSpec *spec = m_edit.panel(each.id);
        if (panel && !isSameButForPlace(panel->spec(), *spec)) {
            panel->setSpec(*spec);
        }
    }
    const bool wasMaximized = m_grid->maximized().has_value();
    m_grid->setPanels(m_edit.places());
    if (wasMaximized && !m_grid->maximized()) {
        showAll();
    }
}

QVector<app::Panel *> DashboardView::panels() const
{
    QVector<app::Panel *> panels;
    for (const DashboardGrid *grid : {m_chartGrid, m_grid}) {
        for (const GridPanel &each : grid->panels()) {
            if (auto *panel = qobject_cast<app::Panel *>(grid->widget(each.id))) {
                panels << panel;
            }
        }
    }
    return panels;
}

QVector<app::Panel *> DashboardView::shownPanels() const
{
    QVector<app::Panel *> shown = panels();
    shown.removeIf([this](const app::Panel *panel) { return !panel->isVisibleTo(this); });
    return shown;
}

void DashboardView::setSession(session::Session *session)
{
    m_session = session;
    for (app::Panel *panel : panels()) {
        panel->setSession(session);
    }
}

void DashboardView::setSource(const QString &source)
{
    m_source = source;
    for (app::Panel *panel : panels()) {
        panel->setSource(source);
    }
}

void DashboardView::setVariables(const QHash<QString, QString> &values)
{
    m_variables = values;
    for (app::Panel *panel : panels()) {
        panel->setVariables(values);
    }
}

void DashboardView::setAnnotations(const QVector<models::Annotation> &annotations)
{
    m_annotations = annotations;
    for (app::Panel *panel : panels()) {
        panel->setAnnotations(annotations);
    }
}

void DashboardView::setEditable(bool editable)
{
    m_isEditable = editable;
    m_grid->setEditable(editable);
    for (const GridPanel &each : m_grid->panels()) {
        if (auto *panel = qobject_cast<app::Panel *>(m_grid->widget(each.id))) {
            panel->setEditable(editable);
        }
    }
}

void DashboardView::maximize(DashboardGrid &grid, std::optional<int> id)
{
    if (id) {
        m_scrolledTo = verticalScrollBar()->value();
    }
    DashboardGrid &other = &grid == m_grid ? *m_chartGrid : *m_grid;
    grid.setMaximized(id);
    other.setVisible(!id && (&other == m_grid || hasCharts()));
    widget()->layout()->activate();
    verticalScrollBar()->setValue(id ? 0 : m_scrolledTo);
    watchScreen();
    Q_EMIT maximizedChanged();
}

bool DashboardView::isMaximized() const
{
    return m_grid->maximized() || m_chartGrid->maximized();
}

bool DashboardView::showAll()
{
    for (DashboardGrid *grid : {m_chartGrid, m_grid}) {
        if (grid->maximized() || !m_grid->isVisibleTo(this)) {
            maximize(*grid, std::nullopt);
            return true;
        }
    }
    return false;
}

void DashboardView::reveal(int id)
{
    widget()->layout()->activate();
    const QRect rect = m_grid->rectOf(id);
    const QPoint middle = m_grid->mapTo(widget(), rect.center());
    ensureVisible(middle.x(), middle.y(), 0, rect.height() / 2);
}

bool DashboardView::isPending() const
{
    const QVector<app::Panel *> shown = shownPanels();
    return !m_grid->isMade() || !m_chartGrid->isMade() ||
           std::any_of(shown.begin(), shown.end(),
                       [](const app::Panel *panel) { return panel->query().isPending(); });
}

bool DashboardView::isFilled() const
{
    const QVector<app::Panel *> shown = shownPanels();
    const auto hasData = [](const app::Panel *panel) { return panel->hasData(); };
    const auto waits = [](const app::Panel *panel) {
        return panel->isVisible() && !panel->hasData() && panel->query().isPending();
    };
    return m_grid->isMade() && m_chartGrid->isMade() &&
           std::any_of(shown.begin(), shown.end(), hasData) &&
           std::none_of(shown.begin(), shown.end(), waits);
}

void DashboardView::watchScreen()
{
    if (!isVisible()) {
        return;
    }
    for (DashboardGrid *grid : {m_chartGrid, m_grid}) {
        grid->setVisibleArea({grid->mapFrom(viewport(), QPoint()), viewport()->size()});
    }
}

bool DashboardView::eventFilter(QObject *watched, QEvent *event)
{
    const bool isGrid = watched == m_chartGrid || watched == m_grid;
    if (isGrid && (event->type() == QEvent::Move || event->type() == QEvent::Resize)) {
        // The grid takes the new size first.
        QMetaObject::invokeMethod(this, &DashboardView::watchScreen, Qt::QueuedConnection);
    }
    return QScrollArea::eventFilter(watched, event);
}

void DashboardView::showEvent(QShowEvent *event)
{
    QScrollArea::showEvent(event);
    watchScreen();
}

void DashboardView::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    watchScreen();
}

} // namespace foretop::app
