// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/overviewpage.h"

#include "app/builtinpresets.h"
#include "app/emptystate.h"
#include "app/firstrows.h"
#include "app/metricsources.h"
#include "app/momenttext.h"
#include "app/panel.h"
#include "app/statesentence.h"
#include "app/summarydelegate.h"
#include "feeds/feedkind.h"
#include "feeds/linkstate.h"
#include "models/overview.h"
#include "models/presetmatches.h"
#include "session/session.h"
#include "session/timecursor.h"
#include "ui_overviewpage.h"

namespace foretop::app {

namespace {

constexpr int kRecentErrors = 5;
constexpr int kStateIcon = 24;
constexpr double kSentenceSize = 1.35;

void enlarge(QWidget &widget, double factor, bool bold)
{
    QFont font = widget.font();
    font.setPointSizeF(font.pointSizeF() * factor);
    font.setBold(bold);
    widget.setFont(font);
}

} // namespace

OverviewPage::OverviewPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_ui(std::make_unique<Ui::OverviewPage>())
{
    m_ui->setupUi(this);
    m_ui->scrollArea->setBackgroundRole(QPalette::Window);
    enlarge(*m_ui->stateSentence, kSentenceSize, true);
    enlarge(*m_ui->errorsTitle, 1, true);
    enlarge(*m_ui->jobsTitle, 1, true);
    setUpTiles();
    setUpErrors();
    setUpJobs();
    setUpCharts();
    connect(&context.theme, &Theme::changed, this, &OverviewPage::tellState);
    connect(&context.cursor, &session::TimeCursor::changed, this, &OverviewPage::tellState);
    tellState();
}

OverviewPage::~OverviewPage()
{
    // It tells the page when the catalog goes, and charts hold the crosshair.
    delete m_matches;
    qDeleteAll(m_charts);
}

QString OverviewPage::title() const
{
    return tr("Overview");
}

QString OverviewPage::iconName() const
{
    return QStringLiteral("overview");
}

void OverviewPage::setUpTiles()
{
    m_serviceText.setSourceModel(&m_services);
    m_ui->serviceTiles->setTheme(context().theme);
    m_ui->serviceTiles->setEmptyText(tr("Each check will have its tile here"));
    m_ui->serviceTiles->setModel(&m_serviceText);
    for (const QAbstractItemModel *model : {static_cast<QAbstractItemModel *>(&m_services),
                                            static_cast<QAbstractItemModel *>(&m_sources)}) {
        connect(model, &QAbstractItemModel::dataChanged, this, &OverviewPage::tellState);
        connect(model, &QAbstractItemModel::rowsInserted, this, &OverviewPage::tellState);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &OverviewPage::tellState);
        connect(model, &QAbstractItemModel::modelReset, this, &OverviewPage::tellState);
    }
}

void OverviewPage::setUpErrors()
{
    auto *newest = new FirstRows(kRecentErrors, this);
    newest->setSourceModel(&m_errors);
    m_ui->recentErrors->setModel(newest);
    m_ui->recentErrors->setItemDelegate(new ErrorSummaryDelegate(context().theme, this));
    m_ui->recentErrors->setEmptyText(tr("No errors in what was received"));
    connect(m_ui->recentErrors, &QListView::activated, this,
            [this](const QModelIndex &index) { Q_EMIT errorChosen(index.data().toString()); });
    connect(m_ui->recentErrors, &QListView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT errorChosen(index.data().toString()); });
    connect(m_ui->allErrors, &QToolButton::clicked, this,
            [this] { Q_EMIT pageRequested(QStringLiteral("errorsPage")); });
}

void OverviewPage::setUpJobs()
{
    m_activeJobs.setSourceModel(&m_jobs);
    m_activeJobs.setStates({jobs::State::Running, jobs::State::Retrying, jobs::State::Queued});
    m_ui->activeJobs->setModel(&m_activeJobs);
    m_ui->activeJobs->setItemDelegate(new JobSummaryDelegate(context().theme, this));
    m_ui->activeJobs->setEmptyText(tr("No job runs or waits"));
    const auto showJobs = [this] { Q_EMIT pageRequested(QStringLiteral("jobsPage")); };
    connect(m_ui->activeJobs, &QListView::activated, this, showJobs);
    connect(m_ui->activeJobs, &QListView::clicked, this, showJobs);
    connect(m_ui->allJobs, &QToolButton::clicked, this, showJobs);
}

void OverviewPage::setUpCharts()
{
    m_catalog.setActive(false);
    m_noCharts = new EmptyState(this);
    m_ui->chartLayout->addWidget(m_noCharts, 0, 0);
    for (int at = 0; at < 2; ++at) {
        m_ui->chartLayout->setRowStretch(at, 1);
        m_ui->chartLayout->setColumnStretch(at, 1);
    }
    connect(&m_catalog, &models::MetricCatalog::changed, this, &OverviewPage::tellCharts);
    tellCharts();
}

void OverviewPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_catalog.setActive(true);
    if (!m_matches) {
        // Once the page is on screen.
        QMetaObject::invokeMethod(this, &OverviewPage::readPreset, Qt::QueuedConnection);
    }
}

void OverviewPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_catalog.setActive(false);
}

void OverviewPage::readPreset()
{
    if (m_matches) {
        return;
    }
    auto preset = overviewPreset();
    if (!preset) {
        qCritical("%s", preset.error().text().c_str());
        return;
    }
    m_matches = new models::PresetMatches({std::move(*preset)}, this);
    connect(m_matches, &models::PresetMatches::changed, this, &OverviewPage::takeCharts);
    m_matches->setCatalog(&m_catalog);
    takeCharts();
}

void OverviewPage::takeCharts()
{
    QVector<models::PanelSpec> specs;
    if (!m_matches->dashboards().isEmpty()) {
        specs = m_matches->dashboards().constFirst().panels.mid(0, kMostCharts);
    }
    while (m_charts.size() > specs.size()) {
        delete m_charts.takeLast();
    }
    for (int at = 0; at < specs.size(); ++at) {
        if (at < m_charts.size() && m_charts[at]->spec() != specs[at]) {
            m_charts[at]->setSpec(specs[at]);
        } else if (at == m_charts.size()) {
            m_charts << new Panel(context(), m_crosshair, specs[at], this);
            m_charts.back()->setSource(m_source);
            m_charts.back()->setSession(m_session);
            m_ui->chartLayout->addWidget(m_charts.back(), at / 2, at % 2);
        }
    }
    tellCharts();
}

void OverviewPage::tellCharts()
{
    m_noCharts->setVisible(m_charts.isEmpty());
    if (m_charts.isEmpty()) {
        const bool waits = m_session && (!m_matches || m_matches->isPending());
        m_noCharts->setMessage(
            waits ? QString() : tr("No charts of a machine"),
            waits ? QString()
                  : tr("They stand here when an agent or a node exporter is measured."));
    }
}

void OverviewPage::setSession(session::Session *session)
{
    auto *cursor = &context().cursor;
    for (models::SessionModel *model : {static_cast<models::SessionModel *>(&m_sources),
                                        static_cast<models::SessionModel *>(&m_services),
                                        static_cast<models::SessionModel *>(&m_errors),
                                        static_cast<models::SessionModel *>(&m_jobs)}) {
        model->setSession(session, cursor);
    }
    m_session = session;
    m_source = session ? metricSources(*session).constFirst() : QString();
    m_catalog.setSource(session, m_source);
    for (Panel *chart : std::as_const(m_charts)) {
        chart->setSource(m_source);
        chart->setSession(session);
    }
    tellCharts();
    tellState();
}

bool OverviewPage::isFilled() const
{
    const bool knowsCharts = m_matches && !m_matches->isPending() && !m_catalog.entries()->empty();
    return m_services.rowCount() > 0 && knowsCharts &&
           std::all_of(m_charts.begin(), m_charts.end(),
                       [](const Panel *chart) { return chart->hasData(); });
}

HealthLinks OverviewPage::healthLinks() const
{
    HealthLinks links;
    for (int row = 0; row < m_sources.rowCount(); ++row) {
        const QModelIndex index = m_sources.index(row, 0);
        if (index.data(models::SourceModel::KindRole).toInt() != int(feeds::FeedKind::Health)) {
            continue;
        }
        ++links.total;
        const auto phase =
            static_cast<feeds::LinkPhase>(index.data(models::SourceModel::PhaseRole).toInt());
        links.live += phase == feeds::LinkPhase::Live;
        links.connecting += phase == feeds::LinkPhase::Connecting;
        const QDateTime since = index.data(models::SourceModel::SinceRole).toDateTime();
        const bool down =
            phase == feeds::LinkPhase::Unreachable || phase == feeds::LinkPhase::Refused;
        if (down && (!links.lostSince.isValid() || since < links.lostSince)) {
            links.lostSince = since;
            links.error = index.data(models::SourceModel::ErrorRole).toString();
        }
    }
    return links;
}

void OverviewPage::tellState()
{
    const StateSentence sentence =
        m_services.session()
            ? stateSentence(models::summarise(m_services), healthLinks())
            : StateSentence{Tone::Muted, QStringLiteral("unknown"), tr("No environment is open")};
    const Theme &theme = context().theme;
    m_ui->stateSentence->setText(sentence.text);
    m_ui->stateIcon->setPixmap(theme.icon(sentence.icon, sentence.tone)
                                   .pixmap(QSize(kStateIcon, kStateIcon), devicePixelRatioF()));
    m_ui->stateBand->setColours(theme.fill(sentence.tone), theme.tone(sentence.tone));
    const session::TimeCursor &cursor = context().cursor;
    m_ui->stateMoment->setText(
        cursor.isLive()
            ? QString()
            : tr("as of %1")
                  .arg(clockText(QDateTime::fromMSecsSinceEpoch(msSinceEpoch(cursor.at())))));
}

} // namespace foretop::app
