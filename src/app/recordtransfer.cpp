// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recordtransfer.h"

#include "app/exportdialog.h"
#include "app/logstatusline.h"
#include "app/logview.h"
#include "app/pageactions.h"
#include "models/logexport.h"
#include "models/logmodel.h"
#include "models/recordscopy.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLocale>

namespace foretop::app {

namespace {

/// The columns on screen, in their order, as a query names them.
QStringList shownColumns(const LogView &view, const models::LogModel &model)
{
    using Model = models::LogModel;
    const QStringList names{QStringLiteral("time"), QStringLiteral("level"),
                            QStringLiteral("source"), QStringLiteral("logger"),
                            QStringLiteral("message")};
    QStringList columns;
    for (int visual = 0; visual < view.header()->count(); ++visual) {
        const int column = view.header()->logicalIndex(visual);
        if (!view.header()->isSectionHidden(column)) {
            columns << (column < Model::FirstField
                            ? names[column]
                            : model.fieldColumns().value(column - Model::FirstField));
        }
    }
    return columns;
}

/// The same with their titles.
models::RecordsCopy::Columns titledColumns(const QHeaderView &header)
{
    models::RecordsCopy::Columns columns;
    for (int visual = 0; visual < header.count(); ++visual) {
        const int column = header.logicalIndex(visual);
        if (!header.isSectionHidden(column)) {
            columns.append({column, header.model()->headerData(column, Qt::Horizontal).toString()});
        }
    }
    return columns;
}

} // namespace

RecordTransfer::RecordTransfer(PageActions &actions, LogView &view, models::LogModel &model,
                               LogStatusLine &status, QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_model(model)
    , m_status(status)
    , m_export(new models::LogExport(this))
    , m_copy(new models::RecordsCopy(this))
{
    addActions(actions, view);
    connect(m_export, &models::LogExport::stateChanged, this, &RecordTransfer::tellExport);
    connect(m_copy, &models::RecordsCopy::stateChanged, this, &RecordTransfer::tellCopy);
}

RecordTransfer::~RecordTransfer() = default;

void RecordTransfer::addActions(PageActions &actions, LogView &view)
{
    const auto add = [&](const ActionSpec &spec, const auto &what) {
        connect(actions.add(spec), &QAction::triggered, this, what);
    };
    add({.name = QStringLiteral("copyText"),
         .text = tr("Copy text"),
         .hint = tr("Copy the chosen records as text"),
         .shortcuts = {QKeySequence::Copy},
         .icon = QStringLiteral("copy"),
         .scope = &view},
        [this] { copy(logs::RecordFormat::Text); });
    add({.name = QStringLiteral("copyJson"),
         .text = tr("Copy JSON"),
         .hint = tr("Copy the chosen records as lines of JSON"),
         .shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_C},
         .icon = QStringLiteral("copy"),
         .scope = &view},
        [this] { copy(logs::RecordFormat::JsonLines); });
    add({.name = QStringLiteral("copyCsv"),
         .text = tr("Copy CSV"),
         .hint = tr("Copy the columns of the chosen records as CSV"),
         .shortcuts = {Qt::CTRL | Qt::ALT | Qt::Key_C},
         .icon = QStringLiteral("copy"),
         .scope = &view},
        [this] { copy(logs::RecordFormat::Csv); });
    add({.name = QStringLiteral("exportLogs"),
         .text = tr("Export\u2026"),
         .hint = tr("Write all records that are shown to a file"),
         .shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_E},
         .icon = QStringLiteral("export")},
        [this] { askForExport(); });
}

void RecordTransfer::copy(logs::RecordFormat format)
{
    m_copy->start(m_model, m_view.selectionModel()->selection(), format,
                  titledColumns(*m_view.header()));
}

void RecordTransfer::tellCopy()
{
    using State = models::RecordsCopy::State;
    if (m_copy->state() == State::Cancelled) {
        m_status.showOutcome(tr("Copying cancelled; the clipboard stays as it was."));
    }
    if (m_copy->state() != State::Done) {
        return;
    }
    const int records = m_copy->records();
    if (records == 0) {
        m_status.showOutcome(tr("Choose records to copy first."));
        return;
    }
    QGuiApplication::clipboard()->setText(m_copy->text());
    const QString count = QLocale().toString(records);
    m_status.showOutcome(m_copy->isCut() ? tr("Copied the first %1 records.").arg(count)
                         : records > 1   ? tr("Copied %1 records.").arg(count)
                                         : tr("Copied 1 record."));
}

void RecordTransfer::askForExport()
{
    ExportDialog dialog(m_logName, m_model.rowCount(), &m_view);
    if (dialog.exec() == QDialog::Accepted) {
        m_export->start(m_model, dialog.path(), dialog.format(), shownColumns(m_view, m_model));
    }
}

void RecordTransfer::tellExport()
{
    using State = models::LogExport::State;
    switch (m_export->state()) {
    case State::Done:
        m_status.showOutcome(tr("Wrote %1 records to %2.")
                                 .arg(QLocale().toString(m_export->records()), m_export->path()));
        break;
    case State::Cancelled:
        m_status.showOutcome(tr("Export cancelled; nothing was written."));
        break;
    case State::Failed:
        m_status.showOutcome(tr("Export failed: %1").arg(m_export->errorText()));
        break;
    case State::Idle:
    case State::Running:
        break;
    }
}

} // namespace foretop::app
