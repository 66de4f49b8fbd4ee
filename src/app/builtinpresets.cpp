// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/builtinpresets.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace foretop::app {

namespace {

const auto kDirectory = QStringLiteral(":/presets/");
const auto kOverview = QStringLiteral("overview.json");

QString translated(const QString &text)
{
    return text.isEmpty() ? text : QCoreApplication::translate("Preset", text.toUtf8().constData());
}

Result<models::PresetRules> readPreset(const QString &name)
{
    const QString path = kDirectory + name;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, "no such preset", path.toStdString());
    }
    return models::PresetRules::read(file.readAll(), path)
        .map([](const models::PresetRules &rules) { return rules.translated(translated); });
}

/// What people look for first comes first; presets that are not named here come last.
int rankOf(const QString &file)
{
    static const QStringList order{QStringLiteral("api.json"),        QStringLiteral("jobs.json"),
                                   QStringLiteral("database.json"),   QStringLiteral("host.json"),
                                   QStringLiteral("prometheus.json"), QStringLiteral("agent.json")};
    const auto at = order.indexOf(file);
    return static_cast<int>(at < 0 ? order.size() : at);
}

} // namespace

Result<QVector<models::PresetRules>> builtInPresets()
{
    QStringList files = QDir(kDirectory).entryList({QStringLiteral("*.json")}, QDir::Files);
    files.removeOne(kOverview);
    std::stable_sort(files.begin(), files.end(),
                     [](const QString &a, const QString &b) { return rankOf(a) < rankOf(b); });
    QVector<models::PresetRules> presets;
    for (const QString &file : std::as_const(files)) {
        auto preset = readPreset(file);
        if (!preset) {
            return tl::unexpected(preset.error());
        }
        presets.push_back(std::move(*preset));
    }
    return presets;
}

Result<models::PresetRules> overviewPreset()
{
    return readPreset(kOverview);
}

} // namespace foretop::app
