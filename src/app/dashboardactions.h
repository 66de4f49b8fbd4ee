// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboarddocument.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QAction;

namespace foretop::app {

class DashboardTransfer;
class PageActions;

/// What a person does with dashboards as a whole: new, save, rename, remove, import and export, and
/// undo. Asks where something would be lost; nothing waits for the answer. GUI thread.
class DashboardActions : public QObject
{
    Q_OBJECT

public:
    /// All must outlive this; dialogs are children of @p page.
    DashboardActions(PageActions &actions, DashboardDocument &document, DashboardStore &store,
                     QWidget &page);

    QAction *save() const { return m_save; }
    QAction *undo() const { return m_undo; }
    QAction *redo() const { return m_redo; }
    QAction *create() const { return m_create; }
    QAction *import() const { return m_import; }
    QAction *discard() const { return m_discard; }
    /// In the order of a menu, null for a separator.
    QVector<QAction *> menu() const;
    DashboardTransfer &transfer() const { return *m_transfer; }

    /// Calls @p then once nothing is lost by it: at once, or when the person has saved or given up
    /// what is not saved. Not at all when they think better of it.
    void ifMayLeave(std::function<void()> then);
    /// Asks what to do about a file that was changed from outside.
    void askAboutFile();

Q_SIGNALS:
    /// A new dashboard is there to be edited.
    void created();

private:
    void addFileActions(PageActions &actions);
    void addUndo(PageActions &actions);
    void takeState();
    void saveThen(const std::function<void()> &then);
    void writeThen(const std::function<void()> &then);
    void askForTitle(const QString &heading, const QString &title,
                     std::function<void(const QString &)> then);
    void askToSaveAs(const std::function<void()> &then);
    void rename();
    void askToRemove();
    void remove(const QString &name);
    void adopt(const models::Dashboard &dashboard);

    DashboardDocument &m_document;
    DashboardStore &m_store;
    QWidget &m_page;
    DashboardTransfer *m_transfer;
    QAction *m_create = nullptr;
    QAction *m_save = nullptr;
    QAction *m_saveAs = nullptr;
    QAction *m_discard = nullptr;
    QAction *m_rename = nullptr;
    QAction *m_remove = nullptr;
    QAction *m_import = nullptr;
    QAction *m_paste = nullptr;
    QAction *m_export = nullptr;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QPointer<QWidget> m_asksToSave;
    QPointer<QWidget> m_asksAboutFile;
};

} // namespace foretop::app
