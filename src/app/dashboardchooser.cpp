// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dashboardchooser.h"

#include "app/dashboarddocument.h"
#include "app/dashboardstore.h"
#include "app/settings.h"
#include "models/presetmatches.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QScopedValueRollback>

#include <algorithm>

namespace foretop::app {

using Origin = DashboardDocument::Origin;

namespace {

const auto kDashboard = QStringLiteral("dashboard");

QJsonObject readChoices(const Settings &settings)
{
    return QJsonDocument::fromJson(settings.get(settings::kMetricChoices)).object();
}

} // namespace

DashboardChooser::DashboardChooser(Settings &settings, DashboardStore &store,
                                   DashboardDocument &document, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_store(store)
    , m_document(document)
{
    connect(&store, &DashboardStore::changed, this, &DashboardChooser::update);
    connect(&document, &DashboardDocument::opened, this, [this] {
        // Saving, importing and beginning a new one choose too.
        if (!m_isOpening && m_document.origin() != Origin::None) {
            m_isStandIn = false;
        }
        if (!m_isOpening && m_document.origin() == Origin::Own) {
            remember(kDashboard, m_document.key());
        }
        if (m_document.origin() == Origin::None) {
            showSomething();
        }
    });
}

void DashboardChooser::setMatches(models::PresetMatches *matches)
{
    m_matches = matches;
    if (matches) {
        connect(matches, &models::PresetMatches::changed, this, &DashboardChooser::update);
    }
    update();
}

void DashboardChooser::setEnvironment(const QString &name)
{
    m_environment = name;
    if (!m_document.isModified()) {
        m_isStandIn = false;
        m_document.close();
    }
}

void DashboardChooser::update()
{
    if (m_document.origin() == Origin::Preset) {
        for (const models::Dashboard &preset : presets()) {
            if (preset.name == m_document.dashboard().name) {
                m_document.refreshPreset(preset);
            }
        }
    }
    showSomething();
    Q_EMIT choicesChanged();
}

QVector<models::Dashboard> DashboardChooser::presets() const
{
    return m_matches ? m_matches->dashboards() : QVector<models::Dashboard>();
}

bool DashboardChooser::isPending() const
{
    return !m_store.isLoaded() || !m_matches || m_matches->isPending();
}

void DashboardChooser::showSomething()
{
    const bool shows = m_document.origin() != Origin::None;
    if (m_environment.isEmpty() || (shows && (!m_isStandIn || m_document.isModified()))) {
        return;
    }
    m_isStandIn = true;
    const QString wanted = recall(kDashboard);
    if (!wanted.isEmpty() && wanted != m_document.key() && open(wanted)) {
        m_isStandIn = false;
        return;
    }
    if (shows || isPending()) {
        return;
    }
    for (const DashboardChoice &choice : choices()) {
        if (choice.kind != DashboardChoice::Kind::Unreadable && open(choice.key)) {
            return;
        }
    }
}

QVector<DashboardChoice> DashboardChooser::choices() const
{
    QVector<DashboardChoice> choices;
    for (const models::Dashboard &preset : presets()) {
        choices.push_back({DashboardDocument::keyOf(Origin::Preset, preset.name), preset.title,
                           DashboardChoice::Kind::Preset, preset.description});
    }
    for (const StoredDashboard &own : m_store.dashboards()) {
        const bool isReadable = own.error.isEmpty();
        choices.push_back(
            {DashboardDocument::keyOf(Origin::Own, own.name), own.title(),
             isReadable ? DashboardChoice::Kind::Own : DashboardChoice::Kind::Unreadable,
             isReadable ? own.dashboard.description : own.error});
    }
    return choices;
}

bool DashboardChooser::open(const QString &key)
{
    const QScopedValueRollback opening(m_isOpening, true);
    for (const models::Dashboard &preset : presets()) {
        if (DashboardDocument::keyOf(Origin::Preset, preset.name) == key) {
            m_document.openPreset(preset);
            return true;
        }
    }
    return key.startsWith(u"own:") && m_document.openOwn(key.mid(4));
}

bool DashboardChooser::choose(const QString &key)
{
    m_isStandIn = false;
    if (!open(key)) {
        return false;
    }
    remember(kDashboard, key);
    return true;
}

QString DashboardChooser::recall(const QString &what) const
{
    return readChoices(m_settings)[m_environment][what].toString();
}

void DashboardChooser::remember(const QString &what, const QString &value)
{
    QJsonObject all = readChoices(m_settings);
    QJsonObject mine = all[m_environment].toObject();
    if (m_environment.isEmpty() || mine[what].toString() == value) {
        return;
    }
    mine[what] = value;
    all[m_environment] = mine;
    for (auto it = all.begin(); it != all.end() && all.size() > kMostEnvironments;) {
        it = it.key() == m_environment ? ++it : all.erase(it);
    }
    m_settings.set(settings::kMetricChoices, QJsonDocument(all).toJson(QJsonDocument::Compact));
}

} // namespace foretop::app
