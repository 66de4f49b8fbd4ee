// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/dashboardpicker.h"
#include "models/dashboard.h"

#include <QObject>
#include <QPointer>

namespace foretop::models {
class PresetMatches;
} // namespace foretop::models

namespace foretop::app {

class DashboardDocument;
class DashboardStore;
class Settings;

/// Which dashboards there are, presets and one's own, and which of them a document shows: the one
/// chosen last in this environment, as soon as it is there; until then the first that is. GUI
/// thread.
class DashboardChooser : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostEnvironments = 100; ///< whose choice is remembered

    /// All must outlive the chooser.
    DashboardChooser(Settings &settings, DashboardStore &store, DashboardDocument &document,
                     QObject *parent = nullptr);

    /// Not owned; null: no presets.
    void setMatches(models::PresetMatches *matches);
    /// Forgets what is shown unless it has changes that are not saved. Empty: no environment.
    void setEnvironment(const QString &name);
    QVector<DashboardChoice> choices() const;
    /// The person's choice, which is remembered. False: there is no such dashboard.
    bool choose(const QString &key);
    /// Whether there may be dashboards that are not known yet.
    bool isPending() const;

    /// The source that was chosen last in this environment; empty: the session's own.
    QString source() const { return recall(QStringLiteral("source")); }
    void rememberSource(const QString &source) { remember(QStringLiteral("source"), source); }

Q_SIGNALS:
    void choicesChanged();

private:
    bool open(const QString &key);
    QVector<models::Dashboard> presets() const;
    void update();
    void showSomething();
    QString recall(const QString &what) const;
    void remember(const QString &what, const QString &value);

    Settings &m_settings;
    DashboardStore &m_store;
    DashboardDocument &m_document;
    QPointer<models::PresetMatches> m_matches;
    QString m_environment;
    bool m_isStandIn = false; // what is shown was not chosen
    bool m_isOpening = false; // by this, rather than by the person
};

} // namespace foretop::app
