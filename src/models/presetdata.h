// SPDX-FileCopyrightText: 2026 The Foretop authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "metrics/labelmatcher.h"
#include "models/dashboard.h"

#include <map>
#include <string>
#include <vector>

namespace foretop::models {

class StrictObject;

/// Any of these names: "code|status".
using AnyOf = std::vector<std::string>;

/// One way to fill a role.
struct RoleMetric
{
    std::string role;
    std::string metric;                            ///< an exact name; empty: by @c pattern
    std::optional<metrics::AnchoredRegex> pattern; ///< that all of the name matches
    std::string suffix;                            ///< with this the name must exist: "_count"
    std::map<std::string, AnyOf> labels;           ///< by the name that expressions use
    std::vector<std::string> required;             ///< of these, those that must be there
    std::string where; ///< matchers on labels that expressions name: `<code>=~"5.*"`
    Unit unit = Unit::Auto;
};

/// One library or exporter, of those that tell the same things under different names.
struct PresetLibrary
{
    QString title;
    std::vector<AnyOf> when; ///< roles without which it is not there
    std::vector<RoleMetric> roles;
};

struct PresetTarget
{
    QString expression;
    QString legend;
};

struct PresetPanel
{
    PanelSpec look; ///< place has only a width: its share of the row
    /// Of each the first that can be filled is taken.
    std::vector<std::vector<PresetTarget>> targets;
    QStringList needs; ///< mentions that must be filled too
    QStringList unless;
    std::string unitOf; ///< a role
};

struct PresetRow
{
    int height = 8;
    std::vector<PresetPanel> panels;
};

struct PresetVariable
{
    DashboardVariable variable;
    AnyOf labels;
    AnyOf roles; ///< the first that is filled tells the values
    bool choosesOne = false;
};

/// What a file with the rules of a preset holds; see docs/dashboards.md.
struct PresetData
{
    static constexpr std::size_t kMaxRoles = 500;
    static constexpr std::size_t kMaxLibraries = 50;
    static constexpr std::size_t kMaxRows = 50;

    QString name;
    QString title;
    QString description;
    std::vector<AnyOf> shownWhen;
    std::vector<AnyOf> libraryWhen;
    std::optional<metrics::AnchoredRegex> ignored; ///< names that no pattern matches
    /// Matches what any pattern matches; nothing: not known.
    std::optional<metrics::AnchoredRegex> anyPattern;
    std::map<std::string, AnyOf> labels; ///< of every role
    std::vector<PresetVariable> variables;
    std::vector<RoleMetric> roles;
    std::vector<PresetLibrary> libraries;
    std::vector<PresetRow> rows;
};

Result<PresetData> readPresetData(const QByteArray &json, const QString &source);

} // namespace foretop::models
