// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboarddocument.h"

#include "app/dashboardstore.h"

namespace foretop::app {

DashboardDocument::DashboardDocument(DashboardStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    connect(&store, &DashboardStore::changed, this, &DashboardDocument::followFile);
    connect(&m_edit.undoStack(), &QUndoStack::cleanChanged, this, &DashboardDocument::stateChanged);
}

QString DashboardDocument::keyOf(Origin origin, const QString &name)
{
    switch (origin) {
    case Origin::Preset:
        return QStringLiteral("preset:") + name;
    case Origin::Own:
    case Origin::Unreadable:
        return QStringLiteral("own:") + name;
    case Origin::None:
    case Origin::New:
        break;
    }
    return {};
}

bool DashboardDocument::isModified() const
{
    return m_edit.isModified() || (m_origin == Origin::New && !dashboard().panels.isEmpty());
}

void DashboardDocument::show(Origin origin, const models::Dashboard &dashboard)
{
    m_origin = origin;
    m_error.clear();
    m_saved = dashboard;
    m_edit.open(dashboard);
    Q_EMIT opened();
    Q_EMIT stateChanged();
}

void DashboardDocument::close()
{
    show(Origin::None, {});
}

void DashboardDocument::openPreset(const models::Dashboard &dashboard)
{
    show(Origin::Preset, dashboard);
}

bool DashboardDocument::openOwn(const QString &name)
{
    const StoredDashboard *stored = m_store.find(name);
    if (!stored) {
        return false;
    }
    if (stored->error.isEmpty()) {
        show(Origin::Own, stored->dashboard);
        return true;
    }
    models::Dashboard empty;
    empty.name = name;
    empty.title = stored->title();
    const QString error = stored->error;
    show(Origin::Unreadable, empty);
    m_error = error;
    Q_EMIT stateChanged();
    return true;
}

void DashboardDocument::openNew(const models::Dashboard &dashboard)
{
    show(Origin::New, dashboard);
}

void DashboardDocument::discard()
{
    // A copy, since showing it replaces it.
    const models::Dashboard saved = m_saved;
    if (m_origin != Origin::Own || !openOwn(saved.name)) {
        show(m_origin, saved);
    }
}

void DashboardDocument::refreshPreset(const models::Dashboard &dashboard)
{
    if (m_origin == Origin::Preset && !isModified() && dashboard != m_saved) {
        m_saved = dashboard;
        m_edit.open(dashboard);
    }
}

Result<void> DashboardDocument::save()
{
    m_isSaving = true;
    const auto saved = m_store.save(m_edit.dashboard());
    m_isSaving = false;
    if (!saved) {
        return saved;
    }
    const QString name = m_edit.dashboard().name;
    m_origin = Origin::Own;
    m_saved = m_store.find(name)->dashboard;
    m_edit.markSaved(name);
    Q_EMIT stateChanged();
    return {};
}

Result<void> DashboardDocument::saveAs(const QString &title)
{
    models::Dashboard copy = m_edit.dashboard();
    copy.title = title;
    const auto name = m_store.add(copy);
    if (!name) {
        return tl::unexpected(name.error());
    }
    openOwn(*name);
    return {};
}

void DashboardDocument::followFile()
{
    if (m_isSaving || (m_origin != Origin::Own && m_origin != Origin::Unreadable)) {
        return;
    }
    const QString name = m_edit.dashboard().name;
    const StoredDashboard *stored = m_store.find(name);
    const bool isAsSaved =
        stored && stored->error == m_error && (!m_error.isEmpty() || stored->dashboard == m_saved);
    if (isAsSaved) {
        return;
    }
    if (isModified()) {
        Q_EMIT changedOutside();
    } else if (!openOwn(name)) {
        close();
    }
}

} // namespace foretop::app
