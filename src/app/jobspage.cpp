// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobspage.h"

#include "app/columnchooser.h"
#include "app/emptystate.h"
#include "app/jobdetailpane.h"
#include "app/jobprogressdelegate.h"
#include "app/jobreportcommand.h"
#include "app/jobrows.h"
#include "app/jobstatebar.h"
#include "app/jobstatedelegate.h"
#include "app/momenttext.h"
#include "app/pageactions.h"
#include "models/jobmodel.h"
#include "session/session.h"
#include "session/timecursor.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace foretop::app {

namespace {

using models::JobModel;

constexpr int kMaxQueryLength = 1'000;

} // namespace

JobsPage::JobsPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(new JobModel(this))
    , m_rows(new JobRows(this))
    , m_actions(new PageActions(context.theme, this))
    , m_states(new JobStateBar(context.theme, *m_actions, this))
    , m_search(new QLineEdit(this))
    , m_table(new QTableView(this))
    , m_details(new JobDetailPane(context.theme, this))
    , m_empty(new EmptyState(m_table->viewport()))
    , m_status(new QLabel(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    setObjectName(QStringLiteral("jobsPage"));
    m_rows->setSourceModel(m_model);
    setUpTable();
    setUpColumns();
    addActions();
    arrange();
    connectPieces();
    chooseJob({});
    rowsChanged();
}

JobsPage::~JobsPage() = default;

QString JobsPage::title() const
{
    return tr("Jobs");
}

QString JobsPage::iconName() const
{
    return QStringLiteral("jobs");
}

void JobsPage::setSession(session::Session *session)
{
    if (m_session) {
        disconnect(m_session, nullptr, this, nullptr);
    }
    m_session = session;
    m_model->setSession(session, session ? &context().cursor : nullptr);
    if (session) {
        connect(session, &session::Session::sourcesChanged, this, &JobsPage::updateEmptyState);
    }
    rowsChanged();
}

void JobsPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void JobsPage::setUpTable()
{
    m_table->setObjectName(QStringLiteral("jobTable"));
    m_table->setAccessibleName(tr("Jobs"));
    m_table->setModel(m_rows);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setItemDelegateForColumn(JobModel::StateColumn,
                                      new JobStateDelegate(context().theme, m_table));
    m_table->setItemDelegateForColumn(JobModel::ProgressColumn,
                                      new JobProgressDelegate(context().theme, m_table));
    QHeaderView *rows = m_table->verticalHeader();
    rows->hide();
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setDefaultSectionSize(m_table->fontMetrics().height() + 12);
}

void JobsPage::setUpColumns()
{
    const std::pair<JobModel::Column, QString> titles[] = {
        {JobModel::NameColumn, tr("Name")},         {JobModel::StateColumn, tr("State")},
        {JobModel::ProgressColumn, tr("Progress")}, {JobModel::MessageColumn, tr("Message")},
        {JobModel::QueueColumn, tr("Queue")},       {JobModel::WorkerColumn, tr("Worker")},
        {JobModel::AttemptColumn, tr("Attempt")},   {JobModel::DurationColumn, tr("Duration")},
        {JobModel::EtaColumn, tr("Remaining")},     {JobModel::UpdatedColumn, tr("Last report")}};
    constexpr int kCharacters[JobModel::ColumnCount] = {20, 13, 24, 30, 11, 11, 8, 12, 16, 11};
    QHeaderView *header = m_table->horizontalHeader();
    for (const auto &[column, words] : titles) {
        m_model->setHeaderData(column, Qt::Horizontal, words, Qt::DisplayRole);
        if (JobRows::isRightAligned(column)) {
            m_model->setHeaderData(column, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter),
                                   Qt::TextAlignmentRole);
        }
        header->resizeSection(column, kCharacters[column] * fontMetrics().averageCharWidth() + 16);
    }
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    // The message is what a person reads: after the figures, and as wide as there is room.
    header->moveSection(header->visualIndex(JobModel::MessageColumn), JobModel::ColumnCount - 1);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(JobModel::StateColumn, Qt::AscendingOrder);
    m_columns = std::make_unique<ColumnChooser>(header, JobModel::NameColumn, context().settings,
                                                settings::kJobHeader);
    m_columns->restore();
}

void JobsPage::addActions()
{
    m_showLogs = m_actions->add({.name = QStringLiteral("showLogsOfJob"),
                                 .text = tr("Show logs"),
                                 .hint = tr("Show the log records that have this job's id in them"),
                                 .shortcuts = {Qt::CTRL | Qt::Key_L},
                                 .icon = QStringLiteral("logs")});
    connect(m_showLogs, &QAction::triggered, this, &JobsPage::showLogsOfJob);
    m_details->addButton(m_showLogs);
    m_showDetails = m_actions->add({.name = QStringLiteral("jobDetailsShown"),
                                    .text = tr("Details"),
                                    .hint = tr("Show all of the chosen job below"),
                                    .shortcuts = {Qt::CTRL | Qt::Key_I},
                                    .icon = QStringLiteral("details"),
                                    .checkable = true});
    m_showDetails->setChecked(context().settings.get(settings::kJobDetails));
    connect(m_showDetails, &QAction::toggled, this, [this](bool shown) {
        context().settings.set(settings::kJobDetails, shown);
        updateDetails();
    });
}

void JobsPage::arrange()
{
    m_search->setObjectName(QStringLiteral("jobSearch"));
    m_search->setPlaceholderText(tr("Filter by name, id, queue, worker, message or error"));
    m_search->setAccessibleName(tr("Filter text"));
    m_search->setToolTip(tr("Show the jobs that have this text in them, in any case (Ctrl+F)"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(kMaxQueryLength);
    m_status->setObjectName(QStringLiteral("jobStatus"));
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(m_details);
    m_splitter->setSizes({700, 300});
    m_splitter->setStretchFactor(0, 7);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setCollapsible(0, false);
    m_splitter->restoreState(context().settings.get(settings::kJobSplitter));
    auto *overTable = new QVBoxLayout(m_table->viewport());
    overTable->addWidget(m_empty);

    auto *tools = new QHBoxLayout;
    tools->addWidget(m_search, 1);
    tools->addWidget(PageActions::button(m_showDetails, Qt::ToolButtonTextBesideIcon, this));
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(tools);
    layout->addWidget(m_states);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_status);
    setFocusProxy(m_table);
    setTabOrder(m_search, m_states);
}

void JobsPage::connectPieces()
{
    connect(m_search, &QLineEdit::textChanged, m_rows, &JobRows::setText);
    connect(m_search, &QLineEdit::returnPressed, m_table, [this] { m_table->setFocus(); });
    connect(m_states, &JobStateBar::statesChanged, m_rows, &JobRows::setStates);
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { context().settings.set(settings::kJobSplitter, m_splitter->saveState()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &JobsPage::chooseJob);
    connect(m_table, &QAbstractItemView::activated, m_showDetails,
            [this] { m_showDetails->setChecked(true); });
    for (const auto signal : {&JobRows::rowsInserted, &JobRows::rowsRemoved}) {
        connect(m_rows, signal, this, &JobsPage::rowsChanged);
    }
    connect(m_rows, &JobRows::modelReset, this, [this] {
        chooseJob({});
        rowsChanged();
    });
    connect(m_model, &JobModel::dataChanged, this,
            [this] { m_states->setCounts(m_model->stateCounts()); });
    connect(m_rows, &JobRows::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                const int chosen = m_table->currentIndex().row();
                if (chosen >= first.row() && chosen <= last.row()) {
                    m_details->refresh();
                }
            });
    connect(m_model, &JobModel::rowsInserted, this, &JobsPage::rowsChanged);
    connect(m_model, &JobModel::rowsRemoved, this, &JobsPage::rowsChanged);
    connect(&context().cursor, &session::TimeCursor::changed, this, &JobsPage::rowsChanged);
}

void JobsPage::chooseJob(const QModelIndex &job)
{
    m_details->setJob(job);
    m_showLogs->setEnabled(job.isValid());
    updateDetails();
}

void JobsPage::updateDetails()
{
    const bool shown = m_showDetails->isChecked() && m_details->hasJob();
    if (shown && m_details->isHidden()) {
        // The pane that opens for a job must not hide it: after the splitter has made room.
        QMetaObject::invokeMethod(
            m_table, [this] { m_table->scrollTo(m_table->currentIndex()); }, Qt::QueuedConnection);
    }
    m_details->setVisible(shown);
}

void JobsPage::showLogsOfJob()
{
    const QString id = m_table->currentIndex().data(JobModel::IdRole).toString();
    if (!id.isEmpty()) {
        Q_EMIT logsRequested(id);
    }
}

void JobsPage::rowsChanged()
{
    m_states->setCounts(m_model->stateCounts());
    updateStatus();
    updateEmptyState();
}

void JobsPage::updateStatus()
{
    const int shown = m_rows->rowCount();
    const int held = m_model->rowCount();
    const QLocale locale;
    QString text = held == 1 ? tr("1 job") : tr("%1 jobs").arg(locale.toString(held));
    if (shown != held) {
        text = tr("%1 of %2").arg(locale.toString(shown), text);
    }
    const quint64 dropped = m_session ? m_session->jobs().dropped() : 0;
    if (dropped > 0) {
        text = tr("%1, %2 older ones dropped (at most %3 are kept)")
                   .arg(text, locale.toString(dropped),
                        locale.toString(quint64(jobs::JobStore::kMaxJobs)));
    }
    if (!context().cursor.isLive()) {
        const auto at = QDateTime::fromMSecsSinceEpoch(msSinceEpoch(context().cursor.at()));
        text = tr("%1, as of %2").arg(text, clockText(at));
    }
    m_status->setText(text);
}

void JobsPage::updateEmptyState()
{
    m_empty->setVisible(m_rows->rowCount() == 0);
    if (m_rows->rowCount() > 0) {
        return;
    }
    if (m_model->rowCount() == 0) {
        describeNoJobs();
        return;
    }
    m_empty->setMessage(tr("No job matches."),
                        m_search->text().isEmpty()
                            ? tr("No job is in a state that is chosen.")
                            : tr("Nothing matches \u201c%1\u201d.").arg(m_search->text()));
    connect(m_empty->addButton(tr("Show all jobs"), tr("Clear the text and show every state")),
            &QAbstractButton::clicked, this, [this] {
                m_search->clear();
                m_states->showAll();
            });
}

void JobsPage::describeNoJobs()
{
    if (!m_session) {
        m_empty->setMessage(tr("No environment is connected."),
                            tr("Choose one in the bar at the top."));
        return;
    }
    for (const session::SourceStatus &source : m_session->sources()) {
        const auto command = jobReportCommand(source.config);
        if (!command) {
            continue;
        }
        m_empty->setMessage(tr("No jobs yet."),
                            tr("A script or a service reports one with a line like this:"),
                            *command);
        connect(m_empty->addButton(tr("Copy the command"), tr("Copy the command to the clipboard")),
                &QAbstractButton::clicked, this,
                [command = *command] { QGuiApplication::clipboard()->setText(command); });
        return;
    }
    m_empty->setMessage(tr("No jobs yet."),
                        tr("They are shown here as soon as a source tells of one."));
}

} // namespace foretop::app
