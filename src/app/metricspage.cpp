// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/metricspage.h"

#include "app/builtinpresets.h"
#include "app/dashboardactions.h"
#include "app/dashboardchooser.h"
#include "app/dashboardstore.h"
#include "app/dashboardtransfer.h"
#include "app/dashboardview.h"
#include "app/emptystate.h"
#include "app/metricexplorer.h"
#include "app/metricsources.h"
#include "app/metricstoolbar.h"
#include "app/pageactions.h"
#include "app/paneleditor.h"
#include "app/variablebar.h"
#include "models/presetmatches.h"
#include "session/session.h"

#include <QAction>
#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QRegularExpression>
#include <QScrollBar>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace foretop::app {

using Origin = DashboardDocument::Origin;

namespace {

// Shorter waits are not worth a word.
constexpr int kPendingMs = 500;

} // namespace

MetricsPage::MetricsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_store(std::make_unique<DashboardStore>(context.settings.directory() +
                                               QStringLiteral("/dashboards")))
    , m_document(new DashboardDocument(*m_store, this))
    , m_chooser(new DashboardChooser(context.settings, *m_store, *m_document, this))
    , m_pageActions(new PageActions(context.theme, this))
    , m_actions(new DashboardActions(*m_pageActions, *m_document, *m_store, *this))
    , m_explorer(new MetricExplorer(context, this))
    , m_view(new DashboardView(context, m_crosshair, m_document->edit(), this))
    , m_empty(new EmptyState(this))
    , m_stack(new QStackedWidget(this))
    , m_splitter(new QSplitter(this))
{
    setObjectName(QStringLiteral("metricsPage"));
    setAcceptDrops(true);
    addActions();
    addPanelActions();
    layOut();
    connectParts();
    m_catalog.setActive(false);
    m_annotations.setActive(false);
    setEditing(false);
    takeDocument();
}

MetricsPage::~MetricsPage()
{
    // What tells the page of the catalog, and what holds the crosshair, goes before these do, and
    // not with the page's other children.
    delete m_matches;
    qDeleteAll(findChildren<PanelEditor *>(QString(), Qt::FindDirectChildrenOnly));
    delete m_view;
}

QString MetricsPage::title() const
{
    return tr("Metrics");
}

QString MetricsPage::iconName() const
{
    return QStringLiteral("metrics");
}

void MetricsPage::layOut()
{
    m_bar = new MetricsToolBar(context().theme,
                               {.explorer = m_showExplorer,
                                .pick = m_pick,
                                .addPanel = m_addPanel,
                                .edit = m_edit,
                                .save = m_actions->save(),
                                .menu = m_actions->menu() << nullptr << m_showAnnotations},
                               this);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_splitter->setObjectName(QStringLiteral("metricsSplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_explorer);
    m_splitter->addWidget(m_stack);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({290, 1000});
    m_splitter->restoreState(context().settings.get(settings::kMetricSplitter));
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { context().settings.set(settings::kMetricSplitter, m_splitter->saveState()); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 10, 10, 10);
    layout->setSpacing(10);
    layout->addWidget(m_bar);
    layout->addWidget(m_splitter, 1);
}

void MetricsPage::connectParts()
{
    connect(m_document, &DashboardDocument::opened, this, &MetricsPage::takeDocument);
    connect(m_document, &DashboardDocument::stateChanged, this, &MetricsPage::takeState);
    connect(&m_document->edit(), &DashboardEdit::changed, this, &MetricsPage::takeState);
    connect(m_chooser, &DashboardChooser::choicesChanged, this, &MetricsPage::takeState);
    connect(m_actions, &DashboardActions::created, this, [this] { m_edit->setChecked(true); });
    connect(&m_bar->picker(), &DashboardPicker::chosen, this, [this](const QString &key) {
        m_actions->ifMayLeave([this, key] { m_chooser->choose(key); });
    });
    connect(m_bar, &MetricsToolBar::sourceChosen, this, [this](const QString &source) {
        m_chooser->rememberSource(source);
        setSource(source);
    });
    connect(&m_bar->variables(), &VariableBar::chosenChanged, this, &MetricsPage::takeVariables);
    connect(&m_catalog, &models::MetricCatalog::changed, this, &MetricsPage::takeCatalog);
    connect(&m_annotations, &models::AnnotationQuery::changed, this, &MetricsPage::takeAnnotations);
    m_explorer->setCatalog(&m_catalog);
    connect(m_explorer, &MetricExplorer::panelChosen, this,
            [this](const models::PanelSpec &spec, bool isToLookAt) {
                if (isToLookAt) {
                    showChart(spec);
                } else {
                    addPanel(spec);
                }
            });
    connect(m_view, &DashboardView::addRequested, this, &MetricsPage::addPanel);
    connect(m_view, &DashboardView::editRequested, this, &MetricsPage::editPanel);
    connect(m_view, &DashboardView::chartsChanged, this, &MetricsPage::tellLack);
    m_pending.setSingleShot(true);
    m_pending.setInterval(kPendingMs);
    connect(&m_pending, &QTimer::timeout, this, [this] { m_bar->setPending(m_view->isPending()); });
    connect(m_view, &DashboardView::pendingChanged, this, [this] {
        if (m_view->isPending()) {
            m_pending.start();
        } else {
            m_pending.stop();
            m_bar->setPending(false);
        }
    });
}

void MetricsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_catalog.setActive(true);
    m_annotations.setActive(m_showAnnotations->isChecked());
    if (!m_matches) {
        // Once the page is on screen.
        QMetaObject::invokeMethod(this, &MetricsPage::readPresets, Qt::QueuedConnection);
    }
}

void MetricsPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_catalog.setActive(false);
    m_annotations.setActive(false);
}

void MetricsPage::readPresets()
{
    if (m_matches) {
        return;
    }
    auto presets = builtInPresets();
    if (!presets) {
        qCritical("%s", presets.error().text().c_str());
        presets = QVector<models::PresetRules>();
    }
    m_matches = new models::PresetMatches(std::move(*presets), this);
    m_matches->setCatalog(&m_catalog);
    m_chooser->setMatches(m_matches);
    m_store->load();
    tellLack();
}

void MetricsPage::setSession(session::Session *session)
{
    m_session = session;
    m_view->setSession(session);
    m_annotations.setSession(session, session ? &context().cursor : nullptr);
    m_chooser->setEnvironment(session ? session->environment().name : QString());
    offerSources();
    tellLack();
}

void MetricsPage::offerSources()
{
    const QStringList names = m_session ? metricSources(*m_session) : QStringList();
    QStringList titles = names;
    titles.replaceInStrings(QRegularExpression(QStringLiteral("^$")), tr("Collected here"));
    m_bar->setSources(names, titles, m_chooser->source());
    setSource(m_bar->source());
}

void MetricsPage::setSource(const QString &source)
{
    m_catalog.setSource(m_session, source);
    m_explorer->setSource(m_session, source);
    m_annotations.setSource(source);
    m_view->setSource(source);
    takeCatalog();
}

void MetricsPage::takeCatalog()
{
    m_bar->variables().setVocabulary(m_catalog.vocabulary());
    tellLack();
}

void MetricsPage::takeAnnotations()
{
    m_view->setAnnotations(m_showAnnotations->isChecked() ? m_annotations.annotations()
                                                          : QVector<models::Annotation>());
}

void MetricsPage::takeDocument()
{
    m_bar->variables().setVariables(m_document->dashboard().variables);
    m_view->setVariables(m_bar->variables().values());
    m_view->verticalScrollBar()->setValue(0);
    takeState();
}

/// What is chosen while the dashboard is edited becomes a part of it.
void MetricsPage::takeVariables()
{
    if (m_edit->isChecked()) {
        m_document->edit().setVariables(m_bar->variables().variables());
    }
    m_view->setVariables(m_bar->variables().values());
}

void MetricsPage::takeState()
{
    const bool isShown =
        m_document->origin() != Origin::None && m_document->origin() != Origin::Unreadable;
    const QString title = m_document->dashboard().title;
    m_bar->picker().setChoices(m_chooser->choices());
    m_bar->picker().setCurrent(m_document->key(),
                               m_document->origin() == Origin::None ? tr("No dashboard") : title);
    m_bar->setUnsaved(m_document->isModified());
    m_actions->save()->setVisible(m_edit->isChecked() || m_document->isModified());
    m_edit->setEnabled(isShown);
    m_addPanel->setEnabled(m_session && m_document->origin() != Origin::Unreadable);
    tellLack();
}

void MetricsPage::showChart(const models::PanelSpec &spec)
{
    m_view->showChart(spec);
}

void MetricsPage::focusSearch()
{
    m_showExplorer->setChecked(true);
    m_explorer->focusFilter();
}

bool MetricsPage::isFilled() const
{
    const Lack lacks = lack();
    return lacks == Lack::Nothing ? m_view->isFilled() : lacks != Lack::Waiting;
}

bool MetricsPage::mayClose()
{
    if (!m_document->isModified()) {
        return true;
    }
    m_actions->ifMayLeave([this] { Q_EMIT closeConfirmed(); });
    return false;
}

void MetricsPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (DashboardTransfer::canImport(*event->mimeData())) {
        event->acceptProposedAction();
    }
}

void MetricsPage::dropEvent(QDropEvent *event)
{
    m_actions->transfer().importFrom(*event->mimeData());
    event->acceptProposedAction();
}

} // namespace foretop::app
