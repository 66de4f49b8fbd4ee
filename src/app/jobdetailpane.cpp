// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/jobdetailpane.h"

#include "app/jobtext.h"
#include "app/momenttext.h"
#include "app/pageactions.h"
#include "app/theme.h"
#include "models/jobmodel.h"

#include <QDateTime>
#include <QToolButton>

#include "ui_jobdetailpane.h"

namespace foretop::app {

namespace {

using models::JobModel;
using Facts = QVector<QPair<QString, QString>>;

} // namespace

JobDetailPane::JobDetailPane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::JobDetailPane>())
{
    m_ui->setupUi(this);
    setObjectName(QStringLiteral("jobDetails"));
    const auto takeFont = [this, &theme] { m_ui->error->setFont(theme.fixedFont()); };
    connect(&theme, &Theme::changed, this, takeFont);
    takeFont();
}

JobDetailPane::~JobDetailPane() = default;

void JobDetailPane::addButton(QAction *action)
{
    m_ui->titleLayout->addWidget(PageActions::button(action, Qt::ToolButtonTextBesideIcon, this));
}

void JobDetailPane::setJob(const QModelIndex &job)
{
    m_job = job;
    refresh();
}

void JobDetailPane::refresh()
{
    if (!m_job.isValid()) {
        return;
    }
    const QModelIndex name = m_job.sibling(m_job.row(), JobModel::NameColumn);
    const QString state = jobCellText(name.siblingAtColumn(JobModel::StateColumn));
    m_ui->title->setText(name.data().toString() + QStringLiteral("  \u00b7  ") + state);
    showFacts();
    showError();
    const auto context = m_job.data(JobModel::ContextRole).value<Facts>();
    m_ui->context->setFields(context);
    m_ui->tabs->setTabVisible(m_ui->tabs->indexOf(m_ui->contextTab), !context.isEmpty());
}

void JobDetailPane::showFacts()
{
    Facts facts;
    const auto add = [&facts](const QString &name, const QString &text) {
        if (!text.isEmpty()) {
            facts.append({name, text});
        }
    };
    const auto addCell = [&](const QString &name, JobModel::Column column) {
        add(name, jobCellText(m_job.sibling(m_job.row(), column)));
    };
    const auto addMoment = [&](const QString &name, int role) {
        const QDateTime moment = m_job.data(role).toDateTime();
        add(name, moment.isValid() ? clockText(moment) : QString());
    };
    add(tr("Id"), m_job.data(JobModel::IdRole).toString());
    add(tr("Message"), m_job.data(JobModel::MessageRole).toString());
    addCell(tr("Progress"), JobModel::ProgressColumn);
    addCell(tr("Duration"), JobModel::DurationColumn);
    addCell(tr("Remaining"), JobModel::EtaColumn);
    addCell(tr("Attempt"), JobModel::AttemptColumn);
    addCell(tr("Queue"), JobModel::QueueColumn);
    addCell(tr("Worker"), JobModel::WorkerColumn);
    addMoment(tr("Queued at"), JobModel::QueuedAtRole);
    addMoment(tr("Started at"), JobModel::StartedAtRole);
    addMoment(tr("Finished at"), JobModel::FinishedAtRole);
    addCell(tr("Last report"), JobModel::UpdatedColumn);
    add(tr("Source"), m_job.data(JobModel::SourceRole).toString());
    m_ui->facts->setFields(facts);
}

void JobDetailPane::showError()
{
    const QString error = m_job.data(JobModel::ErrorRole).toString();
    m_ui->tabs->setTabVisible(m_ui->tabs->indexOf(m_ui->errorTab), !error.isEmpty());
    // Setting the same text anew would lose what is selected in it.
    if (m_ui->error->toPlainText() != error) {
        m_ui->error->setPlainText(error);
    }
}

} // namespace foretop::app
