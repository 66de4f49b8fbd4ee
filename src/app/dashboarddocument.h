// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboardedit.h"

#include <QObject>

namespace foretop::app {

class DashboardStore;

/// The one dashboard that a page shows: a preset, one of the person's own, or one that has not been
/// saved yet. GUI thread.
class DashboardDocument : public QObject
{
    Q_OBJECT

public:
    enum class Origin {
        None, ///< nothing is shown
        Preset,
        Own,
        Unreadable, ///< an own one whose file cannot be read
        New,
    };

    /// @p store must outlive the document.
    explicit DashboardDocument(DashboardStore &store, QObject *parent = nullptr);

    Origin origin() const { return m_origin; }
    /// What a dashboard is remembered by: "preset:host", "own:my-services"; empty for others.
    QString key() const { return keyOf(m_origin, m_edit.dashboard().name); }
    static QString keyOf(Origin origin, const QString &name);
    QString error() const { return m_error; } ///< of Unreadable
    DashboardEdit &edit() { return m_edit; }
    const models::Dashboard &dashboard() const { return m_edit.dashboard(); }
    /// Whether there is something that was not saved.
    bool isModified() const;

    // Each forgets what was not saved.
    void close();
    void openPreset(const models::Dashboard &dashboard);
    bool openOwn(const QString &name); ///< false: there is none
    void openNew(const models::Dashboard &dashboard);
    void discard(); ///< goes back to what was opened or saved last

    /// The preset that is shown has other panels now; waits while it is being edited.
    void refreshPreset(const models::Dashboard &dashboard);
    /// Writes the own dashboard's file.
    Result<void> save();
    /// Makes it an own dashboard, of a new file.
    Result<void> saveAs(const QString &title);

Q_SIGNALS:
    /// Another dashboard, or the same from another place.
    void opened();
    void stateChanged(); ///< origin or isModified()
    /// The file was changed from outside while there are changes here that are not saved.
    void changedOutside();

private:
    void show(Origin origin, const models::Dashboard &dashboard);
    void followFile();

    DashboardStore &m_store;
    DashboardEdit m_edit;
    Origin m_origin = Origin::None;
    QString m_error;
    bool m_isSaving = false;
    models::Dashboard m_saved; // what discard() goes back to
};

} // namespace foretop::app
