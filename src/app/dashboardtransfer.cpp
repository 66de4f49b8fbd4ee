// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboardtransfer.h"

#include "app/dashboardstore.h"
#include "app/importnotesdialog.h"
#include "models/grafanaimport.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMessageBox>
#include <QMimeData>
#include <QUrl>

namespace foretop::app {

namespace {

const auto kFileFilter = QStringLiteral("(*.json)");

QStringList localFiles(const QMimeData &data)
{
    QStringList paths;
    const auto urls = data.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile() && url.path().endsWith(u".json", Qt::CaseInsensitive)) {
            paths << url.toLocalFile();
        }
    }
    return paths;
}

} // namespace

void tellError(QWidget &page, const QString &title, const Error &error)
{
    auto *box = new QMessageBox(QMessageBox::Warning, DashboardTransfer::tr("Dashboard"), title,
                                QMessageBox::Ok, &page);
    box->setObjectName(QStringLiteral("dashboardError"));
    box->setInformativeText(QString::fromStdString(error.text()));
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

DashboardTransfer::DashboardTransfer(QWidget &page, QObject *parent)
    : QObject(parent)
    , m_page(page)
{
}

void DashboardTransfer::importJson(const QByteArray &json, const QString &source)
{
    const QString failed = tr("The dashboard could not be imported.");
    if (!models::isGrafanaDashboard(json)) {
        const auto dashboard = models::readDashboard(json, source);
        if (dashboard) {
            Q_EMIT imported(*dashboard);
        } else {
            tellError(m_page, failed, dashboard.error());
        }
        return;
    }
    const auto found = models::importGrafana(json, source);
    if (!found) {
        tellError(m_page, failed, found.error());
        return;
    }
    if (found->notes.isEmpty()) {
        Q_EMIT imported(found->dashboard);
        return;
    }
    auto *dialog = new ImportNotesDialog(
        found->dashboard.title, int(found->dashboard.panels.size()), found->notes, &m_page);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dashboard = found->dashboard] { Q_EMIT imported(dashboard); });
    dialog->open();
}

void DashboardTransfer::importFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        tellError(m_page, tr("The file could not be read."),
                  Error{ErrorCode::Io, file.errorString().toStdString(), path.toStdString(), {}});
        return;
    }
    const QByteArray json = file.read(models::Dashboard::kMaxFileBytes + 1);
    if (json.size() > models::Dashboard::kMaxFileBytes) {
        tellError(m_page, tr("The file could not be read."),
                  Error{ErrorCode::TooLarge, "is larger than 4 MiB", path.toStdString(), {}});
        return;
    }
    importJson(json, path);
}

bool DashboardTransfer::canImport(const QMimeData &data)
{
    return !localFiles(data).isEmpty() ||
           (data.hasText() && data.text().trimmed().startsWith(u'{'));
}

void DashboardTransfer::importFrom(const QMimeData &data)
{
    const QStringList files = localFiles(data);
    if (files.isEmpty()) {
        importJson(data.text().toUtf8(), tr("clipboard"));
    }
    for (const QString &path : files) {
        importFile(path);
    }
}

void DashboardTransfer::paste()
{
    if (const QMimeData *data = QGuiApplication::clipboard()->mimeData()) {
        importFrom(*data);
    }
}

void DashboardTransfer::askForImport()
{
    auto *dialog = new QFileDialog(&m_page, tr("Import a dashboard"), QDir::homePath(),
                                   tr("Dashboards %1;;All files (*)").arg(kFileFilter));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &DashboardTransfer::importFile);
    dialog->open();
}

void DashboardTransfer::askForExport(const models::Dashboard &shown)
{
    auto *dialog = new QFileDialog(&m_page, tr("Export the dashboard"), QDir::homePath(),
                                   tr("Dashboards %1;;All files (*)").arg(kFileFilter));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    dialog->selectFile((shown.name.isEmpty() ? QStringLiteral("dashboard") : shown.name) +
                       QStringLiteral(".json"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, shown](const QString &path) {
        if (const auto written = DashboardStore::write(path, shown); !written) {
            tellError(m_page, tr("The dashboard could not be exported."), written.error());
        }
    });
    dialog->open();
}

} // namespace foretop::app
