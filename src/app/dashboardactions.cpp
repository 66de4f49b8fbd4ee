// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboardactions.h"

#include "app/dashboardstore.h"
#include "app/dashboardtransfer.h"
#include "app/pageactions.h"

#include <QAction>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>

namespace foretop::app {

namespace {

using Origin = DashboardDocument::Origin;

QMessageBox *question(QWidget &page, const QString &name, const QString &text,
                      const QString &details)
{
    auto *box = new QMessageBox(QMessageBox::Question, DashboardActions::tr("Dashboard"), text,
                                QMessageBox::Cancel, &page);
    box->setObjectName(name);
    box->setInformativeText(details);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    return box;
}

} // namespace

DashboardActions::DashboardActions(PageActions &actions, DashboardDocument &document,
                                   DashboardStore &store, QWidget &page)
    : QObject(&page)
    , m_document(document)
    , m_store(store)
    , m_page(page)
    , m_transfer(new DashboardTransfer(page, this))
{
    addFileActions(actions);
    addUndo(actions);
    connect(&document, &DashboardDocument::stateChanged, this, &DashboardActions::takeState);
    connect(&document, &DashboardDocument::changedOutside, this, &DashboardActions::askAboutFile);
    takeState();
}

void DashboardActions::addFileActions(PageActions &actions)
{
    m_create = actions.add({.name = QStringLiteral("newDashboard"),
                            .text = tr("New dashboard"),
                            .hint = tr("Start a dashboard of your own"),
                            .shortcuts = {QKeySequence::New},
                            .icon = QStringLiteral("plus")});
    m_save =
        actions.add({.name = QStringLiteral("saveDashboard"),
                     .text = tr("Save"),
                     .hint = tr("Save the dashboard; a preset becomes a dashboard of your own"),
                     .shortcuts = {QKeySequence::Save}});
    m_saveAs = actions.add({.name = QStringLiteral("copyDashboard"),
                            .text = tr("Save as a copy\u2026"),
                            .hint = tr("Save what is shown as another dashboard of your own"),
                            .shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_S},
                            .icon = QStringLiteral("copy")});
    m_discard = actions.add({.name = QStringLiteral("discardDashboard"),
                             .text = tr("Discard changes"),
                             .hint = tr("Go back to the dashboard as it was saved"),
                             .shortcuts = {Qt::CTRL | Qt::ALT | Qt::Key_Z}});
    m_rename = actions.add({.name = QStringLiteral("renameDashboard"),
                            .text = tr("Rename\u2026"),
                            .hint = tr("Give the dashboard another title"),
                            .shortcuts = {Qt::Key_F2}});
    m_remove = actions.add({.name = QStringLiteral("removeDashboard"),
                            .text = tr("Remove\u2026"),
                            .hint = tr("Move the dashboard's file to the trash"),
                            .shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_Delete}});
    m_import = actions.add({.name = QStringLiteral("importDashboard"),
                            .text = tr("Import\u2026"),
                            .hint = tr("Read a dashboard from a JSON file of Foretop or Grafana"),
                            .shortcuts = {QKeySequence::Open},
                            .icon = QStringLiteral("open")});
    m_paste = actions.add({.name = QStringLiteral("pasteDashboard"),
                           .text = tr("Paste a dashboard"),
                           .hint = tr("Read a dashboard's JSON from the clipboard"),
                           .shortcuts = {QKeySequence::Paste}});
    m_export = actions.add({.name = QStringLiteral("exportDashboard"),
                            .text = tr("Export\u2026"),
                            .hint = tr("Write the dashboard to a file to share it"),
                            .shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_E},
                            .icon = QStringLiteral("export")});
    connect(m_create, &QAction::triggered, this, [this] {
        ifMayLeave([this] {
            models::Dashboard dashboard;
            dashboard.title = tr("New dashboard");
            m_document.openNew(dashboard);
            Q_EMIT created();
        });
    });
    connect(m_save, &QAction::triggered, this, [this] { saveThen({}); });
    connect(m_saveAs, &QAction::triggered, this, [this] { askToSaveAs({}); });
    connect(m_discard, &QAction::triggered, &m_document, &DashboardDocument::discard);
    connect(m_rename, &QAction::triggered, this, &DashboardActions::rename);
    connect(m_remove, &QAction::triggered, this, &DashboardActions::askToRemove);
    connect(m_import, &QAction::triggered, m_transfer, &DashboardTransfer::askForImport);
    connect(m_paste, &QAction::triggered, m_transfer, &DashboardTransfer::paste);
    connect(m_export, &QAction::triggered, this,
            [this] { m_transfer->askForExport(m_document.dashboard()); });
    connect(m_transfer, &DashboardTransfer::imported, this, &DashboardActions::adopt);
}

void DashboardActions::addUndo(PageActions &actions)
{
    m_undo = actions.add({.name = QStringLiteral("undoDashboard"),
                          .text = tr("Undo"),
                          .hint = tr("Take the last change of the dashboard back"),
                          .shortcuts = {QKeySequence::Undo}});
    m_redo = actions.add({.name = QStringLiteral("redoDashboard"),
                          .text = tr("Redo"),
                          .hint = tr("Do again what was taken back"),
                          .shortcuts = {Qt::CTRL | Qt::SHIFT | Qt::Key_Z, Qt::CTRL | Qt::Key_Y}});
    QUndoStack &stack = m_document.edit().undoStack();
    connect(m_undo, &QAction::triggered, &stack, &QUndoStack::undo);
    connect(m_redo, &QAction::triggered, &stack, &QUndoStack::redo);
    connect(&stack, &QUndoStack::canUndoChanged, m_undo, &QAction::setEnabled);
    connect(&stack, &QUndoStack::canRedoChanged, m_redo, &QAction::setEnabled);
    m_undo->setEnabled(false);
    m_redo->setEnabled(false);
}

QVector<QAction *> DashboardActions::menu() const
{
    return {m_create, m_saveAs,  m_rename, m_remove, nullptr, m_undo,
            m_redo,   m_discard, nullptr,  m_import, m_paste, m_export};
}

void DashboardActions::takeState()
{
    const Origin origin = m_document.origin();
    const bool isShown = origin != Origin::None && origin != Origin::Unreadable;
    const bool isOwn = origin == Origin::Own || origin == Origin::Unreadable;
    m_save->setEnabled(m_document.isModified());
    m_discard->setEnabled(m_document.edit().isModified());
    m_saveAs->setEnabled(isShown);
    m_rename->setEnabled(isShown);
    m_remove->setEnabled(isOwn);
    m_export->setEnabled(isShown);
}

void DashboardActions::ifMayLeave(std::function<void()> then)
{
    if (!m_document.isModified()) {
        then();
        return;
    }
    if (m_asksToSave && m_asksToSave->isVisible()) {
        return;
    }
    QMessageBox *box = question(m_page, QStringLiteral("askToSave"),
                                tr("Save the changes of \"%1\"?").arg(m_document.dashboard().title),
                                tr("They are lost otherwise."));
    m_asksToSave = box;
    const QPushButton *save = box->addButton(QMessageBox::Save);
    const QPushButton *discard = box->addButton(QMessageBox::Discard);
    connect(box, &QMessageBox::buttonClicked, this,
            [this, save, discard, then](const QAbstractButton *clicked) {
                if (clicked == save) {
                    saveThen(then);
                } else if (clicked == discard) {
                    m_document.discard();
                    then();
                }
            });
    box->open();
}

void DashboardActions::saveThen(const std::function<void()> &then)
{
    if (m_document.origin() != Origin::Own) {
        askToSaveAs(then);
        return;
    }
    if (!m_store.isChangedOutside(m_document.dashboard().name)) {
        writeThen(then);
        return;
    }
    QMessageBox *box = question(m_page, QStringLiteral("askToOverwrite"),
                                tr("Another program has changed this dashboard's file."),
                                tr("Saving replaces what it wrote."));
    const QPushButton *replace = box->addButton(tr("Replace"), QMessageBox::DestructiveRole);
    connect(box, &QMessageBox::buttonClicked, this,
            [this, replace, then](const QAbstractButton *clicked) {
                if (clicked == replace) {
                    writeThen(then);
                }
            });
    box->open();
}

void DashboardActions::writeThen(const std::function<void()> &then)
{
    if (const auto saved = m_document.save(); !saved) {
        tellError(m_page, tr("The dashboard could not be saved."), saved.error());
    } else if (then) {
        then();
    }
}

void DashboardActions::askForTitle(const QString &heading, const QString &title,
                                   std::function<void(const QString &)> then)
{
    auto *dialog = new QInputDialog(&m_page);
    dialog->setObjectName(QStringLiteral("askForTitle"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(heading);
    dialog->setLabelText(tr("Title of the dashboard"));
    dialog->setTextValue(title);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [then = std::move(then)](const QString &text) {
                if (!text.trimmed().isEmpty()) {
                    then(text.trimmed());
                }
            });
    dialog->open();
}

void DashboardActions::askToSaveAs(const std::function<void()> &then)
{
    const QString title = m_document.dashboard().title;
    const bool isCopy = m_document.origin() == Origin::Own;
    askForTitle(tr("Save the dashboard"), isCopy ? tr("%1 (copy)").arg(title) : title,
                [this, then](const QString &chosen) {
                    if (const auto saved = m_document.saveAs(chosen); !saved) {
                        tellError(m_page, tr("The dashboard could not be saved."), saved.error());
                    } else if (then) {
                        then();
                    }
                });
}

void DashboardActions::rename()
{
    askForTitle(
        tr("Rename the dashboard"), m_document.dashboard().title, [this](const QString &title) {
            const bool savesAtOnce = m_document.origin() == Origin::Own && !m_document.isModified();
            m_document.edit().describe(title, m_document.dashboard().description);
            if (savesAtOnce) {
                saveThen({});
            }
        });
}

void DashboardActions::askToRemove()
{
    const QString name = m_document.dashboard().name;
    QMessageBox *box =
        question(m_page, QStringLiteral("askToRemove"),
                 tr("Remove the dashboard \"%1\"?").arg(m_document.dashboard().title),
                 tr("Its file %1 goes to the trash.").arg(name + QStringLiteral(".json")));
    const QPushButton *remove = box->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    connect(box, &QMessageBox::buttonClicked, this,
            [this, remove, name](const QAbstractButton *clicked) {
                if (clicked == remove) {
                    this->remove(name);
                }
            });
    box->open();
}

void DashboardActions::remove(const QString &name)
{
    // What is not saved goes with it; the store closes what is gone.
    m_document.discard();
    const auto moved = m_store.moveToTrash(name);
    if (moved) {
        return;
    }
    QMessageBox *box = question(m_page, QStringLiteral("askToErase"),
                                tr("There is no trash for this file. Remove it for good?"),
                                QString::fromStdString(moved.error().text()));
    const QPushButton *erase = box->addButton(tr("Remove for good"), QMessageBox::DestructiveRole);
    connect(box, &QMessageBox::buttonClicked, this,
            [this, erase, name](const QAbstractButton *clicked) {
                if (clicked != erase) {
                    return;
                }
                if (const auto erased = m_store.erase(name); !erased) {
                    tellError(m_page, tr("The dashboard could not be removed."), erased.error());
                }
            });
    box->open();
}

void DashboardActions::askAboutFile()
{
    if (m_asksAboutFile && m_asksAboutFile->isVisible()) {
        return;
    }
    QMessageBox *box = question(
        m_page, QStringLiteral("askAboutFile"),
        tr("Another program has changed the file of \"%1\".").arg(m_document.dashboard().title),
        tr("You have changes that are not saved."));
    m_asksAboutFile = box;
    box->setStandardButtons(QMessageBox::NoButton);
    const QPushButton *reload = box->addButton(tr("Show the file"), QMessageBox::DestructiveRole);
    box->setDefaultButton(box->addButton(tr("Keep my changes"), QMessageBox::RejectRole));
    connect(box, &QMessageBox::buttonClicked, this, [this, reload](const QAbstractButton *clicked) {
        if (clicked == reload) {
            m_document.discard();
        }
    });
    box->open();
}

/// It is saved at once, so that an import is not lost.
void DashboardActions::adopt(const models::Dashboard &dashboard)
{
    ifMayLeave([this, dashboard] {
        const auto name = m_store.add(dashboard);
        if (!name) {
            tellError(m_page, tr("The dashboard could not be saved."), name.error());
        } else {
            m_document.openOwn(*name);
        }
    });
}

} // namespace foretop::app
