// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSettings>
#include <QVariant>

namespace foretop::app {

/// One setting, declared once: where it is kept and what it is when nobody set it.
template <typename T>
struct Setting
{
    const char *key;
    T fallback;
};

inline constexpr int kLeastLogBudgetMiB = 16;
inline constexpr int kGreatestLogBudgetMiB = 8'192;
inline constexpr int kLeastLogFontStep = -4;
inline constexpr int kGreatestLogFontStep = 16;

namespace settings {
inline const Setting<QString> kAppearance{"appearance", QStringLiteral("system")};
inline const Setting<QString> kEnvironment{"environment", {}};
inline const Setting<QByteArray> kWindowGeometry{"window/geometry", {}};
inline const Setting<QByteArray> kWindowState{"window/state", {}};
inline const Setting<int> kLogBudgetMiB{"logs/budgetMiB", 256};
inline const Setting<bool> kLogWrap{"logs/wrap", false};
inline const Setting<int> kLogFontStep{"logs/fontStep", 0}; ///< points more than the usual font
inline const Setting<QByteArray> kLogHeader{"logs/header", {}};
inline const Setting<QByteArray> kLogSplitter{"logs/splitter", {}};
inline const Setting<bool> kLogDetails{"logs/details", true};
inline const Setting<bool> kLogUtc{"logs/utc", false};
inline const Setting<bool> kLogHistogram{"logs/histogram", true};
inline const Setting<bool> kLogSidePane{"logs/sidePane", false};
inline const Setting<QByteArray> kLogSideSplitter{"logs/sideSplitter", {}};
inline const Setting<QStringList> kLogFieldColumns{"logs/fieldColumns", {}};
inline const Setting<QStringList> kLogFacets{
    "logs/facets", {QStringLiteral("level"), QStringLiteral("source"), QStringLiteral("logger")}};
inline const Setting<QStringList> kLogQueries{"logs/queries", {}};
inline const Setting<QByteArray> kLogSavedQueries{"logs/savedQueries", {}}; ///< JSON
inline const Setting<QByteArray> kLogHighlights{"logs/highlights", {}};     ///< JSON
inline const Setting<QByteArray> kLogRecent{"logs/recent", {}};             ///< JSON
inline const Setting<QByteArray> kLogTabs{"logs/tabs", {}};                 ///< JSON
inline const Setting<QByteArray> kMetricChoices{"metrics/choices", {}};     ///< JSON
inline const Setting<QByteArray> kMetricSplitter{"metrics/splitter", {}};
inline const Setting<bool> kMetricExplorer{"metrics/explorer", true};
inline const Setting<bool> kMetricAnnotations{"metrics/annotations", true};
inline const Setting<QByteArray> kJobHeader{"jobs/header", {}};
inline const Setting<QByteArray> kJobSplitter{"jobs/splitter", {}};
inline const Setting<bool> kJobDetails{"jobs/details", true};
inline const Setting<QByteArray> kExplorerHeader{"metrics/header", {}};
inline const Setting<QByteArray> kExplorerSplitter{"metrics/explorerSplitter", {}};
inline const Setting<QByteArray> kPanelEditorGeometry{"metrics/editorGeometry", {}};
inline const Setting<QByteArray> kPanelEditorColumns{"metrics/editorColumns", {}};
inline const Setting<QByteArray> kPanelEditorRows{"metrics/editorRows", {}};
} // namespace settings

/// The person's settings, by Setting. GUI thread; workers get values, never this.
class Settings
{
public:
    /// @p filePath: an INI file; empty: the user's own.
    explicit Settings(const QString &filePath = {});

    /// Where the file is; what is too much for it is kept beside it.
    QString directory() const;

    template <typename T>
    T get(const Setting<T> &setting) const
    {
        return m_store.value(QLatin1String(setting.key), QVariant::fromValue(setting.fallback))
            .template value<T>();
    }
    template <typename T>
    void set(const Setting<T> &setting, const T &value)
    {
        m_store.setValue(QLatin1String(setting.key), QVariant::fromValue(value));
    }

private:
    QSettings m_store;
};

} // namespace foretop::app
