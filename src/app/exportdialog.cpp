// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exportdialog.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

#include <array>

namespace foretop::app {

namespace {

constexpr std::array kFormats = {logs::RecordFormat::Text, logs::RecordFormat::JsonLines,
                                 logs::RecordFormat::Csv};

QString suffixOf(logs::RecordFormat format)
{
    return format == logs::RecordFormat::Text        ? QStringLiteral("log")
           : format == logs::RecordFormat::JsonLines ? QStringLiteral("jsonl")
                                                     : QStringLiteral("csv");
}

} // namespace

ExportDialog::ExportDialog(const QString &logName, int records, QWidget *parent)
    : QDialog(parent)
    , m_format(new QComboBox(this))
    , m_path(new QLineEdit(this))
{
    setObjectName(QStringLiteral("exportDialog"));
    setWindowTitle(tr("Export"));
    m_format->setObjectName(QStringLiteral("exportFormat"));
    m_format->addItems({tr("Text, byte for byte"), tr("JSON lines"), tr("CSV of the columns")});
    m_path->setObjectName(QStringLiteral("exportPath"));
    m_path->setMinimumWidth(m_path->fontMetrics().averageCharWidth() * 55);
    m_path->setText(QDir::home().filePath(
        QFileInfo(logName.isEmpty() ? QStringLiteral("records") : logName).completeBaseName() +
        QStringLiteral("-export.log")));
    auto *browse = new QPushButton(tr("&Browse\u2026"), this);
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::browse);
    auto *row = new QHBoxLayout;
    row->addWidget(m_path, 1);
    row->addWidget(browse);
    auto *pathLabel = new QLabel(tr("&File"), this);
    pathLabel->setBuddy(m_path);
    auto *form = new QFormLayout(this);
    form->addRow(new QLabel(
        tr("%1 records are shown and will be written.").arg(QLocale().toString(records)), this));
    form->addRow(tr("F&ormat"), m_format);
    form->addRow(pathLabel, row);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Save);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::takeFormat);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::takePath);
}

QString ExportDialog::path() const
{
    return QDir().absoluteFilePath(m_path->text().trimmed());
}

logs::RecordFormat ExportDialog::format() const
{
    return kFormats[std::size_t(m_format->currentIndex())];
}

void ExportDialog::browse()
{
    // Whether an existing file may go is asked once, by accept().
    const QString chosen = QFileDialog::getSaveFileName(this, tr("Export"), path(), {}, nullptr,
                                                        QFileDialog::DontConfirmOverwrite);
    if (!chosen.isEmpty()) {
        m_path->setText(chosen);
    }
}

void ExportDialog::takeFormat()
{
    const QFileInfo file(path());
    for (const logs::RecordFormat known : kFormats) {
        if (file.suffix() == suffixOf(known)) {
            m_path->setText(
                file.dir().filePath(file.completeBaseName() + u'.' + suffixOf(format())));
            return;
        }
    }
}

void ExportDialog::takePath()
{
    m_ok->setEnabled(!m_path->text().trimmed().isEmpty());
}

void ExportDialog::accept()
{
    if (QFileInfo::exists(path()) &&
        QMessageBox::question(this, tr("Export"),
                              tr("%1 is there already. Replace it?").arg(path())) !=
            QMessageBox::Yes) {
        return;
    }
    QDialog::accept();
}

} // namespace foretop::app
